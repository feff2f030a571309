/** Writes a document's trees as CoNLL-U (https://universaldependencies.org/format.html). */
import type { Document } from "../../domain/document.ts";
import { analyseWords, type MorphologyRules } from "./morphology.ts";

/**
 * The whole document: a comment block and a line a token for each sentence, ids from the article's. Ends with an empty line; "" for
 * an article without sentences.
 */
export function writeConllu(
  { article, sentences, tokens, syntax }: Document<"sentences" | "tokens" | "syntax">,
  rules: MorphologyRules,
): string {
  const { names } = syntax;
  const id = idOf(article.id);
  const lines = sentences.length > 0 ? [`# newdoc id = ${id}`] : [];
  let paragraph = -1;
  sentences.forEach(({ firstToken, endToken, paragraphIndex }, index) => {
    const words = tokens.slice(firstToken, endToken);
    const forms = words.map(({ text }) => oneLine(text));
    const rows = words.map((_, row) => firstToken + row);
    const sentence = {
      forms,
      upos: rows.map((at) => names.tags[syntax.tags[at] ?? 0] ?? "X"),
      xpos: rows.map((at) => names.pennTags[syntax.pennTags[at] ?? 0] ?? "_"),
      heads: rows.map((at) => Math.max(-1, (syntax.heads[at] ?? -1) - firstToken)),
      relations: rows.map((at) => names.relations[syntax.relations[at] ?? 0] ?? "dep"),
    };
    const { lemmas, features } = analyseWords(rules, sentence);
    // A gap that is not a space (a line break, a mark left out) reads as one space: the text is what the words and gaps spell.
    const joined = words.map((token, row) => row + 1 < words.length && words[row + 1]?.start === token.end);
    if (paragraphIndex !== paragraph) lines.push(`# newpar id = ${id}-p${paragraphIndex + 1}`);
    paragraph = paragraphIndex;
    lines.push(
      `# sent_id = ${id}-${index + 1}`,
      `# text = ${forms
        .map((form, row) => form + (joined[row] ? "" : " "))
        .join("")
        .trim()}`,
    );
    forms.forEach((form, row) => {
      lines.push(
        [
          row + 1,
          form,
          lemmas[row],
          sentence.upos[row],
          sentence.xpos[row],
          features[row],
          (sentence.heads[row] ?? -1) + 1,
          sentence.relations[row],
          "_",
          joined[row] ? "SpaceAfter=No" : "_",
        ].join("\t"),
      );
    });
    lines.push("");
  });
  return lines.map((line) => `${line}\n`).join("");
}

/** Line breaks and tabs would break the format; a run of spaces says no more than one. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** Ids must not hold spaces, and a slash divides the parts of an id by convention. */
function idOf(id: string): string {
  return id.trim().replace(/[\s/]+/gu, "_") || "article";
}
