/**
 * Bodies that the last word of a capitalised run gives away ("Palestinian Mujahideen", "Liberation Front"): the names that news coins faster
 * than corpora list them. What titles, demonyms and listed names open a run with is cut off first.
 */
import type { Document, Token } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";
import { beginsCapital } from "../../text/capital.ts";
import { isDemonym, type Lexicon } from "../../text/lexicon.ts";
import { foldedWords } from "../folded-words.ts";

type Segmented = Document<"paragraphs" | "sentences" | "tokens">;

const organizationHeads = new Set(
  (
    "ministry department agency party university college institute institution council committee commission bank company corporation corp inc ltd llc plc group union association federation " +
    "organization organisation foundation front army forces force movement brigades brigade militia guard guards police court authority administration bureau office service services society league " +
    "club times post journal herald tribune news tv radio network press airlines airways industries holdings partners fund trust center centre alliance coalition congress senate parliament assembly " +
    "mujahideen hospital school church embassy consulate board cabinet"
  ).split(" "),
);
const particles = new Set("bin ibn al el van von der den de del della di da la le du dos abu ben ter zu y e".split(" "));
const joiners = new Set("of for and on".split(" "));
const calendar = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split(
    " ",
  ),
);

interface Run {
  first: number;
  end: number;
}

const groupHeads = new Set("brigades brigade front movement militia mujahideen guards alliance coalition".split(" "));

/** Names of groups in one document, in text order and disjoint: those that an origin begins or a word for a group ends. */
export function findGroups(doc: Segmented, lexicon: Lexicon): NameMention[] {
  const names: NameMention[] = [];
  const { tokens } = doc;
  for (const { firstToken, endToken } of doc.sentences) {
    const runs = runsOf(tokens, firstToken, endToken).filter((run) => holdsHead(tokens, run));
    if (runs.length === 0 || isShouted(tokens, firstToken, endToken)) continue;
    for (const { first, end } of runs) {
      const start = bodyStart(tokens, lexicon, first, end);
      const [begin, last] = [tokens[start], tokens[end - 1]];
      if (start < 0 || !begin || !last) continue;
      if (!isDemonym(lexicon, begin.lower) && !groupHeads.has(last.lower)) continue;
      const place = { start: begin.start, end: last.end, firstToken: start, endToken: end };
      names.push({ ...place, type: "ORGANIZATION", confidence: 0.8, decidedBy: "organization-head" });
    }
  }
  return names;
}

/** True when a run can name a body: its last word is a head, or one inside it goes on with "of". */
function holdsHead(tokens: readonly Token[], { first, end }: Run): boolean {
  if (organizationHeads.has(wordAt(tokens, end - 1))) return true;
  for (let index = first; index + 1 < end; index += 1)
    if (wordAt(tokens, index + 1) === "of" && organizationHeads.has(wordAt(tokens, index))) return true;
  return false;
}

function wordAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.lower ?? "";
}

function isCapitalized(token: Token | undefined): boolean {
  return token !== undefined && beginsCapital(token.text) && !calendar.has(token.lower) && token.text !== "I";
}

function isShouted(tokens: readonly Token[], first: number, end: number): boolean {
  let letters = 0;
  for (let index = first; index < end; index += 1) {
    const text = tokens[index]?.text ?? "";
    if (!/\p{L}{3}/u.test(text)) continue;
    if (text !== text.toUpperCase()) return false;
    letters += 1;
  }
  return letters >= 4;
}

function runsOf(tokens: readonly Token[], first: number, end: number): Run[] {
  const runs: Run[] = [];
  let index = first;
  while (index < end) {
    if (!isCapitalized(tokens[index])) {
      index += 1;
      continue;
    }
    let stop = index + 1;
    for (;;) {
      const token = tokens[stop];
      if (stop >= end || !token) break;
      const previous = tokens[stop - 1];
      const next = tokens[stop + 1];
      const glued = previous !== undefined && previous.end === token.start;
      if (isCapitalized(token) && (!glued || token.lower !== previous?.lower)) stop += 1;
      else if (token.text === "-" && glued && next && next.start === token.end && isCapitalized(next)) stop += 2;
      else if ((particles.has(token.lower) || joiners.has(token.lower) || token.lower === "the") && joinsRun(tokens, stop, end)) stop += 1;
      else if (token.text === "&" && isCapitalized(next)) stop += 2;
      else break;
    }
    runs.push({ first: index, end: Math.min(stop, end) });
    index = stop;
  }
  return runs;
}

function joinsRun(tokens: readonly Token[], index: number, end: number): boolean {
  const word = wordAt(tokens, index);
  if (word === "the") return wordAt(tokens, index - 1) === "of" && isCapitalized(tokens[index + 1]) && index + 1 < end;
  if (word === "of" || word === "for" || word === "on" || word === "and") {
    const head = wordAt(tokens, index - 1);
    const followed =
      isCapitalized(tokens[index + 1]) || (word === "of" && wordAt(tokens, index + 1) === "the" && isCapitalized(tokens[index + 2]));
    return (
      followed && (word === "and" ? false : organizationHeads.has(head) || head === "secretary" || head === "house" || head === "bank")
    );
  }
  return isCapitalized(tokens[index + 1]) || particles.has(wordAt(tokens, index + 1));
}

/** Where the body's name begins that the run from `runFirst` to `end` holds; -1 where it holds none. */
function bodyStart(tokens: readonly Token[], lexicon: Lexicon, runFirst: number, end: number): number {
  // "The White House": the article is capitalised only because it opens the sentence.
  let first = ["the", "a", "an"].includes(wordAt(tokens, runFirst)) ? runFirst + 1 : runFirst;
  // Titles and demonyms before the name are no part of it: "Israeli Prime Minister Benjamin Netanyahu".
  for (;;) {
    if (first >= end) return -1;
    const listed = longestListed(tokens, first, end, lexicon);
    if (listed?.end === end) return -1;
    const title = longestTitle(tokens, first, end, lexicon);
    if (title > first) first = title;
    else if (isDemonym(lexicon, wordAt(tokens, first)) && !isOrganizationTail(tokens, first + 1, end)) {
      first = wordAt(tokens, first + 1) === "-" ? first + 2 : first + 1;
    } else if (listed) {
      // "U.S. State Department" is one name, "U.S. President Donald Trump" and "Hamas Chairman" start with one of their own.
      if (organizationHeads.has(wordAt(tokens, end - 1)) && listed.isPlace) break;
      first = wordAt(tokens, listed.end) === "-" ? listed.end + 1 : listed.end;
    } else break;
  }
  if (wordAt(tokens, first) === "the" || wordAt(tokens, first) === "a") first += 1;
  const isMinistryOf = organizationHeads.has(wordAt(tokens, first)) && wordAt(tokens, first + 1) === "of";
  return end - first > 1 && (isMinistryOf || organizationHeads.has(wordAt(tokens, end - 1))) ? first : -1;
}

/** "Palestinian Mujahideen", "British Airways": origin and head together are the name. */
function isOrganizationTail(tokens: readonly Token[], first: number, end: number): boolean {
  return end - first >= 1 && end - first <= 3 && organizationHeads.has(wordAt(tokens, end - 1));
}

function longestTitle(tokens: readonly Token[], first: number, end: number, lexicon: Lexicon): number {
  for (let stop = Math.min(end, first + 4); stop > first; stop -= 1) if (lexicon.titles.has(foldedWords(tokens, first, stop))) return stop;
  return first;
}

function longestListed(
  tokens: readonly Token[],
  first: number,
  end: number,
  lexicon: Lexicon,
): { readonly end: number; readonly isPlace: boolean } | null {
  for (let stop = Math.min(end, first + 6); stop > first; stop -= 1) {
    const words = foldedWords(tokens, first, stop);
    if (lexicon.organizations.has(words)) return { end: stop, isPlace: false };
    if (lexicon.places.has(words) && !(stop === first + 1 && stop < end && lexicon.givenNames.has(words)))
      return { end: stop, isPlace: true };
  }
  return null;
}
