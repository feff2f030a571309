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

/** How many expressions are looked at, so that a text without an end costs no more than its length. */
const expressionReach = 60;

/** Who holds the office at the body that the description names, or null. */
export function describedByOffice(
  { tree, expressions, referents }: Expressions,
  drafts: readonly Draft[],
  index: number,
  noun: string,
  lexicon: Lexicon,
): Described | null {
  const expression = expressions[index];
  if (!expression || !single.has(noun) || !lexicon.roleNouns.has(noun) || tagOf(tree, expression.head) !== "NOUN") return null;
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
  return { draft: only, confidence: 0.85, decidedBy: "the-office" };
}

type Tree = Expressions["tree"];

/** The expression of the body: right behind "of", or right before the noun. */
function bodyOf(expressions: readonly Expression[], tree: Tree, index: number): number | null {
  const { head = -1, firstToken = -1, sentenceIndex } = expressions[index] ?? {};
  const isOf = /^(?:of|at)$/u.test(lowerOf(tree, head + 1));
  const start = lowerOf(tree, head + 2) === "the" ? head + 3 : head + 2;
  for (let at = Math.max(0, index - 3); at < Math.min(expressions.length, index + 5); at += 1) {
    const other = expressions[at];
    if (other?.form !== "name" || other.sentenceIndex !== sentenceIndex || other.kind === "person") continue;
    if (isOf && other.firstToken === start) return isNamedBehind(tree, other.endToken) || isOwner(tree, other.endToken) ? null : at;
    // "the NRF chief"; "the NRF's chief" may be one of several.
    if (other.endToken === head && lowerOf(tree, other.firstToken - 1) === "the" && other.firstToken >= firstToken)
      return isNamedBehind(tree, head + 1) ? null : at;
  }
  return null;
}

/** ", Ann Lee," and "Ann Lee": the name itself follows. */
function isNamedBehind({ tokens }: Tree, token: number): boolean {
  const next = tokens[token]?.text === "," ? token + 1 : token;
  return /^\p{Lu}/u.test(tokens[next]?.text ?? "");
}

/** "the head of the UN children's agency", "the head of Harvik operations": of something else. */
function isOwner(tree: Tree, token: number): boolean {
  return /^(?:NOUN|PROPN|PART)$/u.test(tagOf(tree, token));
}

/** "general secretary" of "the general secretary of …". */
function titleWords(tree: Tree, { firstToken, head }: Expression): string {
  let first = head;
  while (first - 1 > firstToken && /^(?:general|chief|prime|managing|vice|deputy|executive)$/u.test(lowerOf(tree, first - 1))) first -= 1;
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
