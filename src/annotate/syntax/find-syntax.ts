/** Stage: tags and dependency trees of all sentences, on the tokens of the text. */
import type { Token } from "../../domain/document.ts";
import type { Syntax } from "../../domain/syntax.ts";
import { defineStage } from "../stage.ts";
import { joinCompounds, splitCompounds } from "./hyphen-compounds.ts";
import { makeMendTree } from "./mend-tree.ts";
import { makeParser } from "./parse-words.ts";
import type { SyntaxModel } from "./syntax-model.ts";

/** The stage that adds `syntax`, for a model that was loaded once. */
export function makeFindSyntax(model: SyntaxModel) {
  const { parseWords, prepare } = makeParser(model.network);
  const tags = [...new Set(model.tagClasses.map((pair) => pair.split(" ")[0] ?? "X"))].sort();
  const pennTags = [...new Set(model.tagClasses.map((pair) => pair.split(" ")[1] ?? "_"))].sort();
  const tagOf = Uint8Array.from(model.tagClasses, (pair) => tags.indexOf(pair.split(" ")[0] ?? "X"));
  const pennTagOf = Uint8Array.from(model.tagClasses, (pair) => pennTags.indexOf(pair.split(" ")[1] ?? "_"));
  const tagClass = (pair: string): number => Math.max(0, model.tagClasses.indexOf(pair));
  const relation = (name: string): number => Math.max(0, model.relations.indexOf(name));
  const pieces = {
    ...{ noun: tagClass("NOUN NN"), preposition: tagClass("ADP IN"), hyphen: tagClass("PUNCT HYPH") },
    ...{ nmod: relation("nmod"), flat: relation("flat"), case: relation("case"), punct: relation("punct") },
  };
  const mendTree = makeMendTree(model.relations);
  const names = { relations: model.relations, tags, pennTags };
  return defineStage({
    name: "find-syntax",
    needs: ["sentences", "tokens"],
    adds: ["syntax"],
    run: ({ sentences, tokens }) => {
      const syntax: Syntax = {
        heads: new Int32Array(tokens.length).fill(-1),
        relations: new Uint8Array(tokens.length).fill(Math.max(0, model.relations.indexOf("root"))),
        tags: new Uint8Array(tokens.length),
        pennTags: new Uint8Array(tokens.length),
        names,
      };
      const texts = tokens.map((_, index) => formOf(tokens, index));
      prepare(texts);
      for (const { firstToken, endToken } of sentences) {
        const forms = texts.slice(firstToken, endToken);
        const joined = joinCompounds(tokens, firstToken, endToken);
        const parse = joined === null ? parseWords(forms) : splitCompounds(parseWords(joined.forms), joined, pieces);
        const pennTag = (token: number): string => pennTags[pennTagOf[parse.tags[token] ?? 0] ?? 0] ?? "_";
        const retag = (token: number, pair: string): void => {
          const index = model.tagClasses.indexOf(pair);
          if (index >= 0) parse.tags[token] = index;
        };
        const draft = { ...parse, relationNames: model.relations, pennTag, retag };
        mendTree(forms, draft);
        for (let index = 0; index < forms.length; index += 1) {
          const head = parse.heads[index] as number;
          const pair = parse.tags[index] as number;
          syntax.heads[firstToken + index] = head < 0 ? -1 : firstToken + head;
          syntax.relations[firstToken + index] = parse.relations[index] as number;
          syntax.tags[firstToken + index] = tagOf[pair] as number;
          syntax.pennTags[firstToken + index] = pennTagOf[pair] as number;
        }
      }
      return { syntax };
    },
  });
}

/** The word as the parser reads it: a hyphen between spaces and words is a dash ("talks - among them - ended"), unlike the one in "six-party". */
function formOf(tokens: readonly Token[], index: number): string {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token?.text !== "-" || !before || !after) return token?.text ?? "";
  const isApart = before.end < token.start && token.end < after.start;
  const isInside = before.sentenceIndex === token.sentenceIndex && after.sentenceIndex === token.sentenceIndex;
  return isApart && isInside && word.test(before.text) && word.test(after.text) ? "--" : token.text;
}

const word = /^\p{L}+$/u;
