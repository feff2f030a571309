/** The noun phrases and pronouns of an article that can refer to somebody or something, with what agreement and binding ask for. */
import type { Document, Sentence } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { type Gender, type NounKind, nounGender, nounKind, singularOf } from "../../text/noun-kinds.ts";
import { isNounHead } from "../syntax/noun-phrases.ts";
import { baseRelation, headOf, lowerOf, pennTagOf, relationOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { subjectBeside } from "./name-beside.ts";

/** Where a phrase stands in its clause; one joined by "and" stands where the first stands. */
export type GrammaticalRole = "subject" | "object" | "oblique" | "possessor" | "modifier" | "apposition" | "other";

/** The forms a pronoun takes: "he" for he, him, his, himself. */
export type PronounGroup = "he" | "she" | "it" | "they" | "I" | "we" | "you";

export interface Expression {
  readonly head: number;
  /** From its determiner to its head: "the militant group" of "the militant group that …"; a name or pronoun as it is. */
  readonly firstToken: number;
  readonly endToken: number;
  readonly sentenceIndex: number;
  readonly form: "name" | "pronoun" | "nominal";
  /** Index into the names, -1 for the others. */
  readonly nameIndex: number;
  readonly pronoun: PronounGroup | null;
  readonly isPossessive: boolean;
  readonly isReflexive: boolean;
  readonly role: GrammaticalRole;
  readonly isPlural: boolean;
  readonly gender: Gender;
  readonly kind: NounKind;
  readonly determiner: "definite" | "demonstrative" | "indefinite" | "possessive" | "none";
  /** The predicate that it depends on, or -1. */
  readonly governor: number;
  /** The other head where this stands for two or more phrases joined by "and" (then always plural); -1 else. */
  readonly joinedWith: number;
  /** The head of the expression that it is said to be ("Ann Lee, the envoy": Lee), or -1. */
  readonly sameAs: number;
}

const pronounForms: ReadonlyMap<string, readonly [group: PronounGroup, kind: "plain" | "possessive" | "reflexive"]> = new Map([
  ["he", ["he", "plain"]],
  ["him", ["he", "plain"]],
  ["his", ["he", "possessive"]],
  ["himself", ["he", "reflexive"]],
  ["she", ["she", "plain"]],
  ["her", ["she", "plain"]],
  ["hers", ["she", "possessive"]],
  ["herself", ["she", "reflexive"]],
  ["it", ["it", "plain"]],
  ["its", ["it", "possessive"]],
  ["itself", ["it", "reflexive"]],
  ["they", ["they", "plain"]],
  ["them", ["they", "plain"]],
  ["their", ["they", "possessive"]],
  ["theirs", ["they", "possessive"]],
  ["themselves", ["they", "reflexive"]],
  ["i", ["I", "plain"]],
  ["me", ["I", "plain"]],
  ["my", ["I", "possessive"]],
  ["mine", ["I", "possessive"]],
  ["myself", ["I", "reflexive"]],
  ["we", ["we", "plain"]],
  ["us", ["we", "plain"]],
  ["our", ["we", "possessive"]],
  ["ours", ["we", "possessive"]],
  ["ourselves", ["we", "reflexive"]],
  ["you", ["you", "plain"]],
  ["your", ["you", "possessive"]],
  ["yours", ["you", "possessive"]],
  ["yourself", ["you", "reflexive"]],
  ["yourselves", ["you", "reflexive"]],
]);

/** The group of a personal pronoun, or null for other words. */
export function pronounGroup(lower: string): PronounGroup | null {
  return pronounForms.get(lower)?.[0] ?? null;
}

type Named = Document<"paragraphs" | "sentences" | "tokens" | "names">;

/** All expressions of the article's prose and headlines in the order of their first tokens. `nameAt` gives each token's name, or -1. */
export function findExpressions(doc: Named, tree: SyntaxTree, nameAt: Int32Array, lexicon: Lexicon): Expression[] {
  const expressions: Expression[] = [];
  doc.sentences.forEach((sentence, sentenceIndex) => {
    const kind = doc.paragraphs[sentence.paragraphIndex]?.kind;
    if (kind === "header" || kind === "dateline" || kind === "credit") return;
    readSentence(doc, tree, nameAt, lexicon, sentence, sentenceIndex, expressions);
  });
  return expressions.sort((a, b) => a.firstToken - b.firstToken || b.endToken - a.endToken);
}

function readSentence(
  doc: Named,
  tree: SyntaxTree,
  nameAt: Int32Array,
  lexicon: Lexicon,
  sentence: Sentence,
  sentenceIndex: number,
  expressions: Expression[],
): void {
  for (let token = sentence.firstToken; token < sentence.endToken; token += 1) {
    const nameIndex = nameAt[token] ?? -1;
    const name = doc.names[nameIndex];
    if (name) {
      if (name.firstToken !== token) continue;
      const head = headInside(tree, name);
      const kind = name.type === "PERSON" ? "person" : name.type === "PLACE" ? "place" : "group";
      const beside = kind === "person" ? subjectBeside(tree, head, name, lexicon) : -1;
      const read = sharedParts(tree, head, sentenceIndex);
      const shared: SharedParts = beside < 0 ? read : { ...read, role: "apposition", governor: headOf(tree, beside), sameAs: beside };
      expressions.push(makeExpression(shared, name.firstToken, name.endToken, "name", kind, { nameIndex }));
      pushJoined(tree, head, shared, expressions);
      continue;
    }
    const form = pronounForms.get(lowerOf(tree, token));
    const tag = tagOf(tree, token);
    if (form && (tag === "PRON" || tag === "DET") && tree.tokens[token]?.text !== "US") {
      expressions.push(pronounAt(tree, token, sentenceIndex, form));
    } else if (isAgeAlone(tree, token)) {
      pushAge(tree, token, sentenceIndex, expressions);
    } else if ((tag === "NOUN" || tag === "PROPN" || tag === "ADJ") && isNounHead(tree, token)) {
      pushNominal(tree, token, sentence, sentenceIndex, nameAt, lexicon, expressions);
    }
  }
}

function pronounAt(
  tree: SyntaxTree,
  token: number,
  sentenceIndex: number,
  [group, kind]: readonly [group: PronounGroup, kind: "plain" | "possessive" | "reflexive"],
): Expression {
  // "her" is both: "her plan" hangs on a noun as a possessor.
  const isPossessive = kind === "possessive" || (lowerOf(tree, token) === "her" && relationOf(tree, token) === "nmod:poss");
  return makeExpression(sharedParts(tree, token, sentenceIndex), token, token + 1, "pronoun", group === "it" ? "thing" : "person", {
    pronoun: group,
    isPossessive,
    isReflexive: kind === "reflexive",
    isPlural: group === "they" || group === "we",
    gender: group === "he" ? "male" : group === "she" ? "female" : null,
  });
}

/** The tokens of "The 52-year-old" before "old". */
const ageTokens = 5;

/** "The 52-year-old spent two decades": no noun follows, whatever the tree makes of it. */
function isAgeAlone(tree: SyntaxTree, token: number): boolean {
  if (lowerOf(tree, token) !== "old" || lowerOf(tree, token - 2) !== "year" || lowerOf(tree, token - ageTokens) !== "the") return false;
  if (!/^\d{1,3}$/u.test(lowerOf(tree, token - 4))) return false;
  const next = tagOf(tree, token + 1);
  return next === "VERB" || next === "AUX" || next === "ADV" || next === "PART" || tree.tokens[token + 1]?.text === ",";
}

function pushAge(tree: SyntaxTree, head: number, sentenceIndex: number, expressions: Expression[]): void {
  const role = tagOf(tree, head + 1) === "PART" ? "other" : "subject";
  const shared = { ...sharedParts(tree, head, sentenceIndex), role, sameAs: -1 } as const;
  expressions.push(makeExpression(shared, head - ageTokens, head + 1, "nominal", "person", { determiner: "definite" }));
}

const timeNouns = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december day days week weeks month months year years today yesterday tomorrow time times decade decades century hour hours minute minutes".split(
    " ",
  ),
);

function pushNominal(
  tree: SyntaxTree,
  head: number,
  sentence: Sentence,
  sentenceIndex: number,
  nameAt: Int32Array,
  lexicon: Lexicon,
  expressions: Expression[],
): void {
  const word = lowerOf(tree, head);
  if (timeNouns.has(word)) return;
  let first = head;
  let determiner: Expression["determiner"] = "none";
  const { childStart, children } = tree;
  const end = childStart[head + 1] ?? 0;
  for (let at = childStart[head] ?? end; at < end; at += 1) {
    const child = children[at] ?? head;
    if (child >= head) break;
    const relation = relationOf(tree, child);
    if (relation === "det" || relation === "nmod:poss" || relation === "det:predet") {
      const lower = lowerOf(tree, child);
      if (relation === "nmod:poss") determiner = "possessive";
      else if (lower === "the") determiner = "definite";
      else if (lower === "a" || lower === "an") determiner = "indefinite";
      else if (lower === "this" || lower === "that" || lower === "these" || lower === "those") determiner = "demonstrative";
    }
    const base = baseRelation(tree, child);
    if (base === "det" || base === "amod" || base === "compound" || base === "nummod" || base === "nmod" || base === "advmod") {
      first = Math.min(first, child);
    }
  }
  if (first < sentence.firstToken) first = sentence.firstToken;
  const penn = pennTagOf(tree, head);
  const isPlural = penn === "NNS" || penn === "NNPS" || word === "people" || word === "police";
  const singular = isPlural ? singularOf(word) : word;
  const shared = sharedParts(tree, head, sentenceIndex);
  // A capitalised phrase that the recogniser passed over may be anything.
  const kind = tagOf(tree, head) === "PROPN" ? "thing" : nounKind(word, lexicon);
  const start = nameAt[first] === -1 ? first : head;
  const gender = kind === "person" ? nounGender(singular) : null;
  expressions.push(makeExpression(shared, start, head + 1, "nominal", kind, { isPlural, gender, determiner }));
  pushJoined(tree, head, shared, expressions);
}

/** "Boehler and Hamas officials" is one expression besides the two. */
function pushJoined(tree: SyntaxTree, head: number, shared: SharedParts, expressions: Expression[]): void {
  if (baseRelation(tree, head) === "conj") return;
  const { childStart, children } = tree;
  let last = -1;
  for (let at = childStart[head] ?? 0, end = childStart[head + 1] ?? 0; at < end; at += 1) {
    const child = children[at] ?? -1;
    if (child > head && baseRelation(tree, child) === "conj" && joinsByAnd(tree, child)) last = child;
  }
  if (last < 0) return;
  const joined = { ...shared, sameAs: -1 };
  expressions.push(makeExpression(joined, head, last + 1, "nominal", "person", { isPlural: true, joinedWith: last }));
}

function joinsByAnd(tree: SyntaxTree, conjunct: number): boolean {
  const { childStart, children } = tree;
  for (let at = childStart[conjunct] ?? 0, end = childStart[conjunct + 1] ?? 0; at < end; at += 1) {
    const child = children[at] ?? -1;
    const word = lowerOf(tree, child);
    if (baseRelation(tree, child) === "cc" && (word === "and" || word === "&")) return true;
  }
  return false;
}

type SharedParts = Pick<Expression, "head" | "sentenceIndex" | "role" | "governor" | "sameAs">;

function sharedParts(tree: SyntaxTree, head: number, sentenceIndex: number): SharedParts {
  const { role, governor } = placeOf(tree, head);
  return { head, sentenceIndex, role, governor, sameAs: identifiedWith(tree, head) };
}

/** What most expressions are not. */
type Exceptional = Partial<
  Pick<Expression, "nameIndex" | "pronoun" | "isPossessive" | "isReflexive" | "isPlural" | "gender" | "determiner" | "joinedWith">
>;

/** Every expression is made here, so that all have one shape: an article has one for each third word. */
function makeExpression(
  { head, sentenceIndex, role, governor, sameAs }: SharedParts,
  firstToken: number,
  endToken: number,
  form: Expression["form"],
  kind: NounKind,
  own: Exceptional,
): Expression {
  return {
    head,
    firstToken,
    endToken,
    sentenceIndex,
    form,
    nameIndex: own.nameIndex ?? -1,
    pronoun: own.pronoun ?? null,
    isPossessive: own.isPossessive ?? false,
    isReflexive: own.isReflexive ?? false,
    role,
    isPlural: own.isPlural ?? false,
    gender: own.gender ?? null,
    kind,
    determiner: own.determiner ?? "none",
    governor,
    joinedWith: own.joinedWith ?? -1,
    sameAs,
  };
}

/** The token of a range that the rest of it hangs on. */
export function headInside(tree: SyntaxTree, { firstToken, endToken }: TokenRange): number {
  for (let token = firstToken; token < endToken; token += 1) {
    const head = headOf(tree, token);
    if (head < firstToken || head >= endToken) return token;
  }
  return firstToken;
}

/** The role of a phrase, and the predicate that it is an argument of (for a possessor or modifier, that of its noun). */
function placeOf(tree: SyntaxTree, head: number): { readonly role: GrammaticalRole; readonly governor: number } {
  let at = head;
  let role: GrammaticalRole | null = null;
  for (let steps = 0; steps < 12 && at >= 0; steps += 1) {
    const relation = relationOf(tree, at);
    const base = baseRelation(tree, at);
    const governor = headOf(tree, at);
    if (base === "conj" || base === "flat" || base === "fixed") {
      // Joined nouns share a place; a joined verb's dependents never get here.
      at = governor;
      continue;
    }
    if (base === "nsubj" || base === "csubj") return { role: role ?? "subject", governor };
    if (base === "obj") return { role: role ?? "object", governor };
    if (base === "obl" || base === "iobj") return { role: role ?? "oblique", governor };
    if (relation === "nmod:poss") role ??= "possessor";
    else if (base === "nmod" || base === "compound" || base === "amod") role ??= "modifier";
    else if (base === "appos") role ??= "apposition";
    else return { role: role ?? "other", governor: base === "root" ? at : governor };
    at = governor;
  }
  return { role: role ?? "other", governor: -1 };
}

const copulas = new Set("is was are were be been being 's 're became becomes become remains remained".split(" "));

/** The head that an apposition or a predicate noun is said to be: "Ann Lee, the envoy", "Ann Lee is the envoy" → Lee. */
function identifiedWith(tree: SyntaxTree, head: number): number {
  if (baseRelation(tree, head) === "appos") return headOf(tree, head);
  let subject = -1;
  let hasCopula = false;
  const { childStart, children } = tree;
  for (let at = childStart[head] ?? 0, end = childStart[head + 1] ?? 0; at < end; at += 1) {
    const child = children[at] ?? -1;
    const relation = baseRelation(tree, child);
    if (relation === "nsubj" && child < head) subject = child;
    if (relation === "cop" && copulas.has(lowerOf(tree, child))) hasCopula = true;
    if (relation === "case" || lowerOf(tree, child) === "not") return -1;
  }
  return hasCopula ? subject : -1;
}
