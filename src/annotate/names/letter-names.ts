/**
 * Names as letters, mails and lists write them: under "Regards," before an address, surname first in the header ("Lind, Ada" <…>), with an
 * office behind a dash ("Ada Lind - Analyst").
 */
import type { Document, Token } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { endsLikeName, takenTokens } from "./complete-names.ts";

type Segmented = Document<"paragraphs" | "sentences" | "tokens">;
type Range = readonly [first: number, end: number];

interface Found {
  readonly names: readonly NameMention[];
  /** The people of the lines before. */
  readonly people: readonly Range[];
  /** 1 for each token that one of the names covers. */
  readonly taken: Uint8Array;
}

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** How sure a name is that only its place in a letter gives. */
const byPlace = 0.6;

/** The names as the lines of a letter and the entries of a list part them, sorted. */
export function withLetterNames(doc: Segmented, names: readonly NameMention[], lexicon: Lexicon): readonly NameMention[] {
  const { tokens } = doc;
  const taken = takenTokens(tokens.length, names);
  const people: Range[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const { text } = tokens[index] ?? { text: "" };
    if (text === ",") {
      const range = surnameFirst(doc, index, lexicon);
      if (range) people.push(range);
    } else if (text === "-" || text === "–" || text === "—") {
      const range = beforeOffice(tokens, index, taken, lexicon);
      if (range) people.push(range);
    } else if (index > 0 && startsLine(doc, index) && isSignOff(doc, index)) {
      const range = signature(doc, index, { names, people, taken }, lexicon);
      if (range) people.push(range);
    }
  }
  return people.length === 0 ? names : withPeople(tokens, names, people);
}

/** The names with these people: one that begins inside another ends it or is what is left of it, one that is the same is kept as it is. */
function withPeople(tokens: readonly Token[], names: readonly NameMention[], people: readonly Range[]): NameMention[] {
  const isPerson = ({ type, firstToken, endToken }: NameMention): boolean =>
    type === "PERSON" && people.some(([first, end]) => first === firstToken && end === endToken);
  const whole = names.filter(isPerson);
  const others = names.flatMap((name): NameMention[] => {
    if (isPerson(name)) return [];
    const person = people.find(([first, end]) => first < name.endToken && name.firstToken < end);
    if (!person) return [name];
    // "Ada Lind Harvik Power, Inc." under "Regards,": the firm begins behind her.
    const next = tokens[person[1]];
    return name.type === "ORGANIZATION" && next && person[1] < name.endToken && /^\p{Lu}/u.test(next.text)
      ? [{ ...name, firstToken: person[1], start: next.start, decidedBy: "letter" }]
      : [];
  });
  const added = people.flatMap(([firstToken, endToken]): NameMention[] => {
    const [first, last] = [tokens[firstToken], tokens[endToken - 1]];
    if (!first || !last || whole.some((name) => name.firstToken === firstToken)) return [];
    const old = names.find((name) => name.type === "PERSON" && name.firstToken < endToken && firstToken < name.endToken);
    const place = { start: first.start, end: last.end, firstToken, endToken };
    return [{ ...place, type: "PERSON", confidence: old?.confidence ?? byPlace, decidedBy: "letter" }];
  });
  return [...whole, ...others, ...added].sort((a, b) => a.start - b.start);
}

const headers = wordSet("from to cc bcc sender");

/** `"Lind, Ada" <ada@…>`, "From: Lind, Ada": surname, comma and given name in a header or in marks that open a line. */
function surnameFirst(doc: Segmented, comma: number, { givenNames }: Lexicon): Range | null {
  const { tokens } = doc;
  const [surname, given] = [tokens[comma - 1], tokens[comma + 1]];
  if (!endsLikeName(surname) || !endsLikeName(given) || !givenNames.has(given?.lower ?? "")) return null;
  let end = comma + 2;
  if (/^\p{Lu}\.?$/u.test(tokens[end]?.text ?? "")) end += tokens[end + 1]?.text === "." ? 2 : 1;
  const [before, behind] = [tokens[comma - 2], tokens[end]];
  const isMarked = isMark(before) && isMark(behind) && (startsLine(doc, comma - 2) || isHeader(doc, comma - 3));
  const endsHere = !behind || startsLine(doc, end) || /^[<[;(@]$/u.test(behind.text);
  const isAddressed = startsLine(doc, comma - 1) && /^[<[]$/u.test(behind?.text ?? "");
  return isMarked || isAddressed || (isHeader(doc, comma - 2) && endsHere) ? [comma - 1, end] : null;
}

/** True for the colon of "From:" at the beginning of a line. */
function isHeader(doc: Segmented, colon: number): boolean {
  return doc.tokens[colon]?.text === ":" && headers.has(doc.tokens[colon - 1]?.lower ?? "") && startsLine(doc, colon - 1);
}

function isMark(token: Token | undefined): boolean {
  return token !== undefined && /^["“”'‘’]$/u.test(token.text);
}

/** "Ada Lind - Analyst, …": what stands before a dash and an office; in a list also where the tagger found nobody. */
function beforeOffice(tokens: readonly Token[], dash: number, taken: Uint8Array, lexicon: Lexicon): Range | null {
  const [last, office] = [tokens[dash - 1], tokens[dash + 1]];
  const isSpaced = (last?.end ?? 0) < (tokens[dash]?.start ?? 0) && (tokens[dash]?.end ?? 0) < (office?.start ?? 0);
  if (!last || !office || !isSpaced || !endsLikeName(office) || !endsLikeName(last)) return null;
  if (!lexicon.roleNouns.has(office.lower) && !lexicon.personNouns.has(office.lower)) return null;
  let first = dash;
  while (dash - first < 4 && endsLikeName(tokens[first - 1]) && tokens[first - 1]?.sentenceIndex === last.sentenceIndex) first -= 1;
  const opensEntry =
    first === 0 || tokens[first - 1]?.sentenceIndex !== last.sentenceIndex || /^[,;:•]$/u.test(tokens[first - 1]?.text ?? "");
  const words = dash - first;
  if (!opensEntry || words < 2 || words > 3) return null;
  // Before an office stands a body as well: "Harvik Bank - Director".
  const isKnown = lexicon.givenNames.has(tokens[first]?.lower ?? "");
  return isKnown || taken[first] === 0 ? [first, dash] : null;
}

const closings = wordSet("regards sincerely thanks thx cheers yours truly faithfully respectfully cordially wishes");
const closingWords = wordSet("best kind kindest warm warmest many thank you with and in advance again much very sincerely all the");
const longestClosing = 4;

/** True where the line before `index` is "Best regards," and nothing else. */
function isSignOff(doc: Segmented, index: number): boolean {
  const { tokens } = doc;
  let words = 0;
  let isClosing = false;
  for (let at = index - 1; at >= 0 && words <= longestClosing; at -= 1) {
    const { lower, text } = tokens[at] ?? { lower: "", text: "" };
    if (closings.has(lower) || (lower === "you" && tokens[at - 1]?.lower === "thank")) isClosing = true;
    else if (!closingWords.has(lower) && !/^[,.!;-]+$/u.test(text)) return false;
    if (/^\p{L}/u.test(text)) words += 1;
    if (startsLine(doc, at)) return isClosing && words > 0;
  }
  return false;
}

/** Who signs at `first`: a name in full before whatever else the line holds, or one word that the tagger left or that is a given name. */
function signature(doc: Segmented, first: number, { names, people, taken }: Found, { givenNames }: Lexicon): Range | null {
  const { tokens } = doc;
  const one = tokens[first];
  if (!one || !endsLikeName(one)) return null;
  const isGiven = givenNames.has(one.lower);
  const next = tokens[first + 1];
  if (!next || startsLine(doc, first + 1) || /^[\d.,(+]/u.test(next.text)) return isGiven || taken[first] === 0 ? [first, first + 1] : null;
  const isInitial = /^\p{Lu}\.?$/u.test(next.text);
  const surname = isInitial ? (tokens[first + 2]?.text === "." ? first + 3 : first + 2) : first + 1;
  if (!isGiven || !endsLikeName(tokens[surname]) || startsLine(doc, surname)) return null;
  const known = names.find(({ firstToken, endToken }) => firstToken <= first && first < endToken);
  // "Ana Ruiz Sol" may have two surnames; behind an initial stands one.
  const isCut = known?.type !== "PERSON" || isInitial || isNamedSo(tokens, names, people, [one.text, tokens[surname]?.text]);
  return isCut ? [first, surname + 1] : null;
}

/** True when somebody of just this given name and surname stands elsewhere, in either order. */
function isNamedSo(
  tokens: readonly Token[],
  names: readonly NameMention[],
  people: readonly Range[],
  [given, surname]: readonly (string | undefined)[],
): boolean {
  const isSo = (first: string | undefined, last: string | undefined): boolean => first === given && last === surname;
  return (
    names.some(
      ({ type, firstToken, endToken }) =>
        type === "PERSON" && endToken - firstToken === 2 && isSo(tokens[firstToken]?.text, tokens[endToken - 1]?.text),
    ) || people.some(([first]) => tokens[first + 1]?.text === "," && isSo(tokens[first + 2]?.text, tokens[first]?.text))
  );
}

/** True for the first token of a line. */
function startsLine({ article, tokens }: Segmented, index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  return token !== undefined && (before === undefined || article.text.slice(before.end, token.start).includes("\n"));
}
