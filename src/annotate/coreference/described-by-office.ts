/** "The leader of the Harvik Alliance", "the Alliance chief" → the one whom the article says to hold that office. */
import { foldCase } from "../../text/fold-case.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { lowerOf, tagOf } from "../syntax/syntax-tree.ts";
import type { Described } from "./described-by-age.ts";
import { countryOf } from "./description-origins.ts";
import type { Draft } from "./entity-drafts.ts";
import type { FoundRole } from "./find-roles.ts";
import type { Expression } from "./referring-expressions.ts";
import type { Expressions } from "./resolve-pronouns.ts";

/** What the one at the top is called, whatever the office is named. */
const general = new Set(["leader", "head", "chief", "boss"]);
const tops =
  /^(?:leader|head|chief|boss|chair|chairman|chairwoman|chairperson|president|director|director-general|secretary-general|general secretary|secretary general|chief executive|ceo|founder|commander)$/u;
/** What only one person is at a body. */
const single = new Set([
  ...general,
  ..."chair chairman chairwoman chairperson president director executive ceo secretary commissioner governor mayor minister premier chancellor spokesman spokeswoman editor rector dean commander founder".split(
    " ",
  ),
]);

const ranks = /^(?:general|chief|prime|managing|vice|deputy|executive|foreign|finance|defen[cs]e|interior)$/u;

/** How many expressions are looked at, so that a text without an end costs no more than its length. */
const expressionReach = 60;

/** Who holds the office, and where the words for it begin. */
export interface DescribedByOffice extends Described {
  readonly firstToken: number;
}

/** Who holds the office at the body that the description names, or null. */
export function describedByOffice(
  { tree, expressions, referents }: Expressions,
  drafts: readonly Draft[],
  index: number,
  noun: string,
  lexicon: Lexicon,
): DescribedByOffice | null {
  const expression = expressions[index];
  if (!expression || !single.has(noun) || tagOf(tree, expression.head) !== "NOUN") return null;
  const body = bodyOf(expressions, tree, index);
  const own = body === null ? -1 : (referents[body] ?? -1);
  const cluster = drafts[own]?.cluster;
  if (body === null || !cluster || cluster.type === "PERSON") return null;
  const names = new Set(cluster.nameIndexes);
  const country = cluster.type === "PLACE" ? countryOf(foldCase(cluster.name), lexicon) : null;
  const title = titleWords(tree, expression);
  const holders = drafts.flatMap(({ cluster: { type }, roles }, draft) =>
    type === "PERSON" && roles.some((role) => isAtBody(role, names, country) && isSameOffice(role, title, noun)) ? [draft] : [],
  );
  const [only, another] = holders;
  if (only === undefined || another !== undefined || isBesideItself(expressions, referents, index, only)) return null;
  // "Harvik's [chief executive]": the words of rank as well.
  const rank = expression.head - title.split(" ").length + 1;
  return { draft: only, confidence: 0.85, decidedBy: "the-office", firstToken: Math.min(rank, expression.firstToken) };
}

type Tree = Expressions["tree"];

/** The expression of the body: right behind "of", right before the noun, or its owner. */
function bodyOf(expressions: readonly Expression[], tree: Tree, index: number): number | null {
  const { head = -1, sentenceIndex } = expressions[index] ?? {};
  const isOf = /^(?:of|at)$/u.test(lowerOf(tree, head + 1));
  const start = lowerOf(tree, head + 2) === "the" ? head + 3 : head + 2;
  for (let at = Math.max(0, index - 3); at < Math.min(expressions.length, index + 5); at += 1) {
    const other = expressions[at];
    if (!other || other.form === "pronoun" || other.sentenceIndex !== sentenceIndex || other.kind === "person" || at === index) continue;
    if (isOf && other.form === "name" && other.firstToken === start)
      return isNamedBehind(tree, other.endToken) || isOwner(tree, other.endToken) ? null : at;
    if (other.endToken > head) continue;
    // "the NRF chief", "the Harvik chief executive"
    const isPlain = lowerOf(tree, other.firstToken - 1) === "the" && isRank(tree, other.endToken, head);
    // "Harvik's chief executive", "the company's chief executive"
    const isOwn = /^['’]s?$/u.test(lowerOf(tree, other.endToken)) && isRank(tree, other.endToken + 1, head);
    if ((other.form === "name" && isPlain) || isOwn) return isNamedBehind(tree, head + 1) ? null : at;
  }
  return null;
}

/** ", Ann Lee," and "Ann Lee": the name itself follows. */
function isNamedBehind({ tokens }: Tree, token: number): boolean {
  const next = tokens[token]?.text === "," ? token + 1 : token;
  return /^\p{Lu}/u.test(tokens[next]?.text ?? "");
}

/** Nothing but words of rank from `first` to the noun: "chief" of "chief executive". */
function isRank(tree: Tree, first: number, head: number): boolean {
  for (let at = first; at < head; at += 1) if (!ranks.test(lowerOf(tree, at))) return false;
  return true;
}

/** "the head of the UN children's agency", "the head of Harvik operations": of something else. */
function isOwner(tree: Tree, token: number): boolean {
  return /^(?:NOUN|PROPN|PART)$/u.test(tagOf(tree, token));
}

/** "general secretary" of "the general secretary of …". */
function titleWords(tree: Tree, { firstToken, head }: Expression): string {
  let first = head;
  while (first - 1 >= firstToken - 2 && ranks.test(lowerOf(tree, first - 1))) first -= 1;
  return tree.tokens
    .slice(first, head + 1)
    .map(({ lower }) => lower)
    .join(" ");
}

function isAtBody({ former, bodyNameIndex, country }: FoundRole, names: ReadonlySet<number>, own: string | null): boolean {
  return !former && ((bodyNameIndex !== null && names.has(bodyNameIndex)) || (own !== null && country === own));
}

function isSameOffice({ title }: FoundRole, asked: string, noun: string): boolean {
  const held = title.replace(/ (?:for|of|to|on) .*$/u, "");
  if (/^(?:deputy|vice)\b/u.test(held) !== /^(?:deputy|vice)\b/u.test(asked)) return false;
  return held === asked || held.endsWith(` ${asked}`) || (general.has(noun) && tops.test(held)) || (general.has(held) && tops.test(asked));
}

/** "Ann Lee met the head of the fund": somebody else than whom the same clause names beside the words. */
function isBesideItself(expressions: readonly Expression[], referents: Int32Array, index: number, draft: number): boolean {
  const own = expressions[index];
  for (let at = Math.max(0, index - expressionReach); at < Math.min(expressions.length, index + expressionReach); at += 1) {
    const other = expressions[at];
    if (!own || !other || at === index || other.sentenceIndex !== own.sentenceIndex || referents[at] !== draft) continue;
    if (other.governor === own.governor && other.role !== "possessor") return true;
  }
  return false;
}
