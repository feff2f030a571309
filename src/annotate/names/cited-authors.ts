/**
 * Authors whom a text cites as studies do: "(Lind & Moss, 2010; Ruiz, Sol, & Okoye, 2008)", "Lind et al. (2010)". Surnames alone, which no
 * sentence around them helps a tagger with.
 */
import type { Document, Token } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { endsLikeName, namesByToken } from "./complete-names.ts";

type Segmented = Document<"paragraphs" | "sentences" | "tokens">;

/** How sure a name is that only its place in a citation gives. */
const byCitation = 0.7;
const particles = new Set("de da di del della van von der den le la al el bin ibn".split(" "));

interface Citation {
  /** Tokens of the surnames, half-open ranges. */
  readonly authors: readonly (readonly [number, number])[];
  /** Index behind what was read. */
  readonly end: number;
  /** True for two authors and more, and for "et al.": no publisher or place is cited so. */
  readonly isSure: boolean;
}

/** The names with the authors of citations, sorted; what the tagger took for places among several authors are people. */
export function withCitedAuthors(doc: Segmented, names: readonly NameMention[], lexicon: Lexicon): readonly NameMention[] {
  const { tokens } = doc;
  const citations = readCitations(tokens);
  // A year behind one word may be a film's, a publisher's, a winner's; it is an author's where others are cited together.
  if (!citations.some(({ isSure }) => isSure)) return names;
  const nameAt = namesByToken(tokens.length, names);
  const retyped = new Map<number, NameMention>();
  const added: NameMention[] = [];
  for (const { authors, isSure } of citations) {
    for (const [firstToken, endToken] of authors) {
      const [first, last] = [tokens[firstToken], tokens[endToken - 1]];
      const known = nameAt[firstToken] ?? -1;
      const name = names[known];
      if (name?.type === "PLACE" && isSure && name.firstToken === firstToken && name.endToken === endToken)
        retyped.set(known, { ...name, type: "PERSON", decidedBy: "citation" });
      if (!first || !last || nameAt.subarray(firstToken, endToken).some((index) => index >= 0)) continue;
      if (!isSure && (lexicon.places.has(last.lower) || lexicon.organizations.has(last.lower))) continue;
      nameAt.fill(names.length, firstToken, endToken);
      added.push({
        start: first.start,
        end: last.end,
        firstToken,
        endToken,
        type: "PERSON",
        confidence: byCitation,
        decidedBy: "citation",
      });
    }
  }
  if (added.length === 0 && retyped.size === 0) return names;
  return [...names.map((name, index) => retyped.get(index) ?? name), ...added].sort((a, b) => a.start - b.start);
}

/** Citations in brackets, each part between semicolons one, and those of running text whose year stands in brackets. */
function readCitations(tokens: readonly Token[]): Citation[] {
  const citations: Citation[] = [];
  for (let index = 1; index < tokens.length; index += 1) {
    const { text } = tokens[index] ?? { text: "" };
    const year = text === "(" ? endOfYear(tokens, index + 1) : -1;
    if (year > 0 && /^[):,;]$/u.test(tokens[year]?.text ?? "")) {
      const citation = authorsBefore(tokens, index);
      if (citation) citations.push(citation);
    } else if (text === "(" || (text === ";" && (citations.at(-1)?.end ?? -1) === index)) {
      const citation = authorsFrom(tokens, index + 1);
      if (citation) citations.push(citation);
    }
  }
  return citations;
}

/** "Lind, Moss, & Sol, 2008", from `start`; null where anything else stands there. */
function authorsFrom(tokens: readonly Token[], start: number): Citation | null {
  const authors: [number, number][] = [];
  let index = start;
  let isTogether = false;
  while (/^(?:see|also|e\.g\.|cf\.|,)$/u.test(tokens[index]?.lower ?? "")) index += 1;
  for (;;) {
    const end = surnameEnd(tokens, index);
    if (end < 0) return null;
    authors.push([index, end]);
    index = end;
    const behindEtAl = endOfEtAl(tokens, index);
    if (behindEtAl > 0) {
      isTogether = true;
      index = behindEtAl;
    }
    const isComma = tokens[index]?.text === ",";
    const year = endOfYear(tokens, isComma ? index + 1 : index);
    if (year > 0 && (isComma || isTogether)) {
      index = year;
      break;
    }
    if (isTogether && authors.length === 1) return null;
    if (isComma) index += 1;
    const isAnd = /^(?:&|and)$/u.test(tokens[index]?.lower ?? "");
    if (!isComma && !isAnd) return null;
    if (isAnd) index += 1;
  }
  // "2004, 2007a", then the end of the part
  while (tokens[index]?.text === "," && endOfYear(tokens, index + 1) > 0) index = endOfYear(tokens, index + 1);
  if (!/^[);:,]$/u.test(tokens[index]?.text ?? "")) return null;
  return { authors, end: index, isSure: isTogether || authors.length > 1 };
}

/** "Lind et al." and "Lind and Moss" before the bracket at `bracket`. */
function authorsBefore(tokens: readonly Token[], bracket: number): Citation | null {
  for (let first = bracket - 2; first >= Math.max(0, bracket - 4); first -= 1) {
    const end = surnameEnd(tokens, first);
    if (end > 0 && endOfEtAl(tokens, end) === bracket) return { authors: [[first, end]], end: bracket, isSure: true };
  }
  const second = surnameEnd(tokens, bracket - 1) === bracket ? bracket - 1 : -1;
  const isAnd = second > 0 && /^(?:&|and)$/u.test(tokens[second - 1]?.lower ?? "");
  if (!isAnd || surnameEnd(tokens, second - 2) !== second - 1 || endsLikeName(tokens[second - 3])) return null;
  return {
    authors: [
      [second - 2, second - 1],
      [second, bracket],
    ],
    end: bracket,
    isSure: false,
  };
}

/** Index behind the surname that begins at `index`, with its particles and hyphens, or -1. */
function surnameEnd(tokens: readonly Token[], index: number): number {
  let end = index;
  while (particles.has(tokens[end]?.lower ?? "") && end - index < 2) end += 1;
  if (!endsLikeName(tokens[end])) return -1;
  end += 1;
  while (tokens[end]?.text === "-" && endsLikeName(tokens[end + 1])) end += 2;
  return end;
}

function endOfEtAl(tokens: readonly Token[], index: number): number {
  if (tokens[index]?.lower !== "et" || !/^al\.?$/u.test(tokens[index + 1]?.lower ?? "")) return -1;
  return tokens[index + 2]?.text === "." ? index + 3 : index + 2;
}

/** Index behind the year at `index` with the letter that tells two works of one year apart ("2007a"), or -1. */
function endOfYear(tokens: readonly Token[], index: number): number {
  const [year, letter] = [tokens[index], tokens[index + 1]];
  if (!year || !/^(?:1[89]|20)\d\d[a-h]?$/u.test(year.text)) return -1;
  return letter && letter.start === year.end && /^[a-h]$/u.test(letter.text) ? index + 2 : index + 1;
}
