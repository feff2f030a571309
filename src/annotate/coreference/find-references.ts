/** Pronouns and descriptions → the entities they stand for, where that is clear. */
import type { NameMention } from "../../domain/mention.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { syntaxTree } from "../syntax/syntax-tree.ts";
import { type AntecedentModel, weightGroupOf } from "./antecedent-model.ts";
import type { Draft, DraftMention, EntityDrafts, Named } from "./entity-drafts.ts";
import { type Expression, findExpressions } from "./referring-expressions.ts";
import { doersBeside, resolveDescriptions } from "./resolve-descriptions.ts";
import { chooseByModel, type Expressions, resolvePronouns } from "./resolve-pronouns.ts";

/** The pronouns and descriptions of the article that stand for one of the drafts. */
export function findReferences(doc: Named, entityDrafts: EntityDrafts, lexicon: Lexicon, model: AntecedentModel): DraftMention[] {
  const { drafts } = entityDrafts;
  const input = readExpressions(doc, entityDrafts, lexicon);
  const found: DraftMention[] = [];
  const descriptions = resolveDescriptions(input, drafts, lexicon);
  const choices = resolvePronouns(input, chooseByModel(model));
  for (const { expression: index, draft, confidence, decidedBy, firstToken } of descriptions) {
    const whole = input.expressions[index];
    const expression = whole && { ...whole, firstToken: firstToken ?? whole.firstToken };
    const type = drafts[draft]?.cluster.type;
    // "he said after receiving the Danish premier": "he" is read only now, and receives somebody else.
    const isOwn = type === "PERSON" && doersBeside(input.tree, input.expressions, input.referents, index).has(draft);
    if (expression && type && !isOwn) found.push(mentionOf(doc, expression, type, "description", draft, confidence, decidedBy));
  }
  for (const [index, { referent, probability }] of choices) {
    const expression = input.expressions[index];
    const group = weightGroupOf(expression?.pronoun ?? null);
    const type = drafts[referent]?.cluster.type;
    if (!expression || !group || !type || probability < model.thresholds[group]) continue;
    found.push(mentionOf(doc, expression, type, "pronoun", referent, probability, "antecedent-ranker"));
  }
  return found;
}

/** The expressions of the article, with what each stands for before any pronoun is read. */
export function readExpressions(doc: Named, { drafts, draftOfName, nameAt }: EntityDrafts, lexicon: Lexicon): Expressions {
  const tree = syntaxTree(doc.tokens, doc.syntax);
  const expressions = findExpressions(doc, tree, nameAt, lexicon);
  return {
    tree,
    expressions,
    referents: referentsOf(expressions, drafts, draftOfName),
    genderOf: (referent) => drafts[referent]?.gender ?? null,
    quotationOf: quotationByToken(doc),
    sentenceOf: (token) => doc.tokens[token]?.sentenceIndex ?? -1,
    paragraphOf: (sentenceIndex) => doc.sentences[sentenceIndex]?.paragraphIndex ?? -1,
    lexicon,
    isReporting: (verb) => lexicon.speechVerbs.has(verb),
    isLabel: speakerLabels(doc, expressions),
  };
}

/** Names stand for their drafts; a noun in apposition or predicate for what it is said of; every other noun for itself. */
function referentsOf(expressions: readonly Expression[], drafts: readonly Draft[], draftOfName: Int32Array): Int32Array {
  const referents = new Int32Array(expressions.length);
  const byHead = new Map<number, number>();
  expressions.forEach((expression, index) => {
    referents[index] = expression.form === "name" ? (draftOfName[expression.nameIndex] ?? -1) : drafts.length + index;
    if (expression.joinedWith < 0 && expression.form !== "pronoun") byHead.set(expression.head, index);
  });
  expressions.forEach((expression, index) => {
    const other = byHead.get(expression.sameAs);
    const same = other === undefined ? undefined : expressions[other];
    if (other === undefined || !same || expression.form === "pronoun" || expression.joinedWith >= 0) return;
    if (expression.isPlural !== same.isPlural || (expression.kind === "person") !== (same.kind === "person")) return;
    if (expression.form === "name" && same.form === "name") return;
    if (expression.form === "name") referents[other] = referents[index] ?? -1;
    else referents[index] = referents[other] ?? -1;
  });
  return referents;
}

/** For each token the number of the quotation that it stands in, or -1. */
function quotationByToken(doc: Named): Int32Array {
  const numbers = new Int32Array(doc.tokens.length).fill(-1);
  let index = 0;
  doc.marks.stretches.forEach((stretch, number) => {
    while (index < doc.tokens.length && (doc.tokens[index]?.start ?? 0) < stretch.start) index += 1;
    while (index < doc.tokens.length && (doc.tokens[index]?.start ?? 0) < stretch.end) {
      numbers[index] = number;
      index += 1;
    }
  });
  return numbers;
}

/** 1 for each name that opens a paragraph and is followed by a colon: who speaks, in an interview or a transcript. */
function speakerLabels(doc: Named, expressions: readonly Expression[]): Uint8Array {
  const flags = new Uint8Array(expressions.length);
  expressions.forEach(({ firstToken, endToken, sentenceIndex }, index) => {
    const paragraph = doc.paragraphs[doc.sentences[sentenceIndex]?.paragraphIndex ?? -1];
    if (paragraph && firstToken - paragraph.firstToken <= 2 && doc.tokens[endToken]?.text === ":") flags[index] = 1;
  });
  return flags;
}

function mentionOf(
  doc: Named,
  { firstToken, endToken }: Expression,
  type: NameMention["type"],
  form: DraftMention["form"],
  draft: number,
  confidence: number,
  decidedBy: string,
): DraftMention {
  const start = doc.tokens[firstToken]?.start ?? 0;
  const end = doc.tokens[endToken - 1]?.end ?? start;
  return { start, end, firstToken, endToken, type, confidence: Math.round(confidence * 100) / 100, decidedBy, form, draft };
}
