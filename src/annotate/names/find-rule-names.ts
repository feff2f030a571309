/**
 * Names from word lists and the shape of capitalised runs: a recogniser without training. A run of capitalised words is cut at
 * titles, demonyms and listed names; what is left is typed by its head ("… Ministry"), a title before it, a given name, or what
 * stands around it.
 */
import type { Document, Token } from "../../domain/document.ts";
import type { EntityType, NameMention } from "../../domain/mention.ts";
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
const placeHints = new Set("in at from near to into across outside inside toward towards around".split(" "));
const speechVerbs = new Set(
  "said says told added warned announced argued noted stated declared tweeted wrote asked insisted claimed".split(" "),
);
const calendar = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split(
    " ",
  ),
);

interface Run {
  first: number;
  end: number;
}

/** Names of one document, sorted and disjoint, with the rule that found each. */
export function findRuleNames(doc: Segmented, lexicon: Lexicon): NameMention[] {
  const names: NameMention[] = [];
  const midSentence = wordsSeenInside(doc);
  for (const sentence of doc.sentences) {
    const shouted = isShouted(doc.tokens, sentence.firstToken, sentence.endToken);
    if (shouted) continue;
    for (const run of runsOf(doc.tokens, sentence.firstToken, sentence.endToken)) {
      nameRun(doc, lexicon, run, sentence.firstToken, midSentence, names);
    }
  }
  return spreadPersons(doc, names);
}

function wordAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.lower ?? "";
}

function isCapitalized(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text) && !calendar.has(token.lower) && token.text !== "I";
}

function isShouted(tokens: readonly Token[], first: number, end: number): boolean {
  let letters = 0;
  let upper = 0;
  for (let index = first; index < end; index += 1) {
    const text = tokens[index]?.text ?? "";
    if (!/\p{L}{3}/u.test(text)) continue;
    letters += 1;
    if (text === text.toUpperCase()) upper += 1;
  }
  return letters >= 4 && upper === letters;
}

/** Words that appear capitalised away from the start of a sentence, so a capital there is more than grammar. */
function wordsSeenInside(doc: Segmented): Set<string> {
  const seen = new Set<string>();
  for (const sentence of doc.sentences) {
    for (let index = sentence.firstToken + 1; index < sentence.endToken; index += 1) {
      const token = doc.tokens[index];
      if (token && isCapitalized(token)) seen.add(token.lower);
    }
  }
  return seen;
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

function nameRun(
  doc: Segmented,
  lexicon: Lexicon,
  run: Run,
  sentenceStart: number,
  midSentence: ReadonlySet<string>,
  names: NameMention[],
): void {
  const { tokens } = doc;
  const { end } = run;
  // "The White House": the article is capitalised only because it opens the sentence.
  let first = ["the", "a", "an"].includes(wordAt(tokens, run.first)) ? run.first + 1 : run.first;
  let titled = false;
  // Titles and demonyms before the name are no part of it: "Israeli Prime Minister Benjamin Netanyahu".
  for (;;) {
    if (first >= end) return;
    const listed = longestListed(tokens, first, end, lexicon);
    if (listed && listed.end === end) {
      push(doc, names, first, end, listed.type, 0.9, "word-list");
      return;
    }
    const title = longestTitle(tokens, first, end, lexicon);
    if (title > first) {
      titled = true;
      first = title;
    } else if (isDemonym(lexicon, wordAt(tokens, first)) && !isOrganizationTail(tokens, first + 1, end)) {
      first = wordAt(tokens, first + 1) === "-" ? first + 2 : first + 1;
    } else if (listed) {
      // "U.S. State Department" is one name, "U.S. President Donald Trump" and "Hamas Chairman" start with one of their own.
      if (organizationHeads.has(wordAt(tokens, end - 1)) && listed.type === "PLACE") break;
      push(doc, names, first, listed.end, listed.type, 0.9, "word-list");
      first = wordAt(tokens, listed.end) === "-" ? listed.end + 1 : listed.end;
    } else break;
  }
  if (wordAt(tokens, first) === "the" || wordAt(tokens, first) === "a") first += 1;
  if (first >= end) return;
  const length = end - first;
  const word = wordAt(tokens, first);
  const last = wordAt(tokens, end - 1);
  const atStart = first === sentenceStart || (first === sentenceStart + 1 && !/\p{L}/u.test(wordAt(tokens, sentenceStart)));
  const isOrdinary = atStart && length === 1 && !midSentence.has(word);
  const isMinistryOf = organizationHeads.has(word) && wordAt(tokens, first + 1) === "of";
  if ((organizationHeads.has(last) || isMinistryOf) && length > 1) push(doc, names, first, end, "ORGANIZATION", 0.8, "organization-head");
  else if (titled && !isOrdinary) push(doc, names, first, end, "PERSON", 0.9, "title-before");
  else if (lexicon.givenNames.has(word) && length > 1 && length < 5) push(doc, names, first, end, "PERSON", 0.8, "given-name");
  else if (isOrdinary) return;
  else if (speechVerbs.has(wordAt(tokens, end)) && length < 4) push(doc, names, first, end, "PERSON", 0.6, "speaks");
  else if (length === 1 && placeHints.has(wordAt(tokens, first - 1))) push(doc, names, first, end, "PLACE", 0.5, "place-before");
  else if (/^\p{Lu}{2,6}$/u.test(tokens[first]?.text ?? "") && length === 1) push(doc, names, first, end, "ORGANIZATION", 0.5, "acronym");
  else if (
    length >= 2 &&
    tokens.slice(first, end).every((token) => token.pos === "PROPN" || particles.has(token.lower) || token.text === "-")
  ) {
    push(doc, names, first, end, length < 4 ? "PERSON" : "ORGANIZATION", 0.4, "capitalized-run");
  }
}

/** "Palestinian Mujahideen", "British Airways": origin and head together are the name. */
function isOrganizationTail(tokens: readonly Token[], first: number, end: number): boolean {
  return end - first >= 1 && end - first <= 3 && organizationHeads.has(wordAt(tokens, end - 1));
}

function longestTitle(tokens: readonly Token[], first: number, end: number, lexicon: Lexicon): number {
  for (let stop = Math.min(end, first + 4); stop > first; stop -= 1) if (lexicon.titles.has(foldedWords(tokens, first, stop))) return stop;
  return first;
}

function longestListed(tokens: readonly Token[], first: number, end: number, lexicon: Lexicon): { end: number; type: EntityType } | null {
  for (let stop = Math.min(end, first + 6); stop > first; stop -= 1) {
    const words = foldedWords(tokens, first, stop);
    if (lexicon.organizations.has(words)) return { end: stop, type: "ORGANIZATION" };
    if (lexicon.places.has(words) && !(stop === first + 1 && stop < end && lexicon.givenNames.has(words)))
      return { end: stop, type: "PLACE" };
  }
  return null;
}

function push(
  doc: Segmented,
  names: NameMention[],
  firstToken: number,
  endToken: number,
  type: EntityType,
  confidence: number,
  decidedBy: string,
): void {
  const first = doc.tokens[firstToken];
  const last = doc.tokens[endToken - 1];
  if (first && last) names.push({ start: first.start, end: last.end, firstToken, endToken, type, confidence, decidedBy });
}

/** Once "Adam Boehler" is known, "Boehler" is a person wherever it stands alone. */
function spreadPersons(doc: Segmented, names: readonly NameMention[]): NameMention[] {
  const surnames = new Set<string>();
  for (const name of names) {
    if (name.type === "PERSON" && name.endToken - name.firstToken > 1 && name.confidence >= 0.6)
      surnames.add(wordAt(doc.tokens, name.endToken - 1));
  }
  const taken = new Set<number>();
  const kept = names.map((name): NameMention => {
    for (let index = name.firstToken; index < name.endToken; index += 1) taken.add(index);
    const alone = name.endToken - name.firstToken === 1;
    if (alone && name.confidence < 0.9 && surnames.has(wordAt(doc.tokens, name.firstToken)))
      return { ...name, type: "PERSON", confidence: 0.85, decidedBy: "surname" };
    return name;
  });
  doc.tokens.forEach((token, index) => {
    if (!taken.has(index) && isCapitalized(token) && surnames.has(token.lower))
      push(doc, kept, index, index + 1, "PERSON", 0.85, "surname");
  });
  return kept.sort((a, b) => a.start - b.start);
}
