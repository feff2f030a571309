/**
 * What people are, from the words around their names: before ("White House press secretary Karoline Leavitt"), after
 * ("Taher Al-Nono, Hamas political adviser, told …"), with the body they hold the role at and whether they still hold it.
 */
import type { Token } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";
import { isDemonym, type Lexicon } from "../../text/lexicon.ts";
import { type Grammar, isNominal } from "../clauses.ts";
import { foldedWords } from "../folded-words.ts";

export interface FoundRole {
  /** Lower case but for names in it, without the body: "press secretary", "envoy to the Middle East". */
  readonly title: string;
  /** Index of the name of the body, or null. */
  readonly bodyNameIndex: number | null;
  /** Country behind a demonym ("Israeli Prime Minister"), or null. */
  readonly country: string | null;
  readonly former: boolean;
}

const formerWords = new Set(["former", "ex", "then", "late", "retired", "erstwhile", "onetime"]);
const formerPrefix = /^ex-(?=\p{L})/u;
const innerWords = new Set(["for", "of", "and", "to"]);
const innerPrepositions = new Set(["for", "of", "to"]);

/** Where the token ranges of names start and end, to step over them. */
interface NameLookup {
  readonly names: readonly NameMention[];
  readonly nameAt: Int32Array;
}

/** For each token the index of the name it belongs to, or -1. */
export function nameIndexByToken(tokenCount: number, names: readonly NameMention[]): Int32Array {
  const at = new Int32Array(tokenCount).fill(-1);
  names.forEach((name, index) => {
    at.fill(index, name.firstToken, name.endToken);
  });
  return at;
}

/** The role that the words directly before a person's name give, or null. */
export function roleBefore(grammar: Grammar, lookup: NameLookup, person: NameMention, floor: number, lexicon: Lexicon): FoundRole | null {
  // "Qatar's prime minister, Mohammed bin Abdulrahman Al Thani, …": the name is an aside to the title.
  const isAside = grammar.tokens[person.firstToken - 1]?.text === "," && grammar.tokens[person.endToken]?.text === ",";
  const end = isAside ? person.firstToken - 1 : person.firstToken;
  // "a spokeswoman for Ada Lind": the title is somebody else's.
  if (innerPrepositions.has(grammar.tokens[end - 1]?.lower ?? "")) return null;
  let first = end;
  while (first > floor && end - first < 12) {
    const index = first - 1;
    const word = grammar.tokens[index]?.lower ?? "";
    // "Earlier in the week Dutch Foreign Minister Ada Lind".
    if (calendarWords.test(word)) break;
    if (!isNominal(grammar, index) && !(innerWords.has(word) && isNominal(grammar, index - 1))) break;
    // "chairman and chief executive Ada Lind", but "… met Otto Vik and Foreign Minister Ada Lind": there another phrase ends.
    if (word === "and" && (!endsInRoleNoun(grammar.tokens, index, lexicon) || grammar.tokens[index + 1]?.pos === "DET")) break;
    // Another person's name ends the phrase unless it is a possessor: "Trump's Middle East envoy Steve Witkoff".
    const name = lookup.names[lookup.nameAt[index] ?? -1];
    if (name?.type === "PERSON") {
      // "President Holm's adviser": the words before her name are hers.
      if (grammar.tokens[name.endToken]?.lower === "'s") first = name.firstToken;
      break;
    }
    first = index;
  }
  first = ownTitle(grammar.tokens, first, end, lexicon);
  const read = readRole(grammar, lookup, first, end, lexicon, "ends");
  if (!read) return null;
  // "Foreign Minister Ada Lind of Denmark": the body stands behind the name.
  const isOpen = read.bodyNameIndex === null && read.country === null;
  const role = isOpen ? { ...read, bodyNameIndex: bodyBehind(grammar.tokens, lookup, person) } : read;
  // "then-President", "former President": the word may be no noun and so end the walk.
  const hyphen = grammar.tokens[first - 1]?.text === "-" || grammar.tokens[first]?.text === "-";
  const before = grammar.tokens[hyphen && grammar.tokens[first - 1]?.text === "-" ? first - 2 : first - 1];
  return before && first > floor && formerWords.has(before.lower) ? { ...role, former: true } : role;
}

function bodyBehind(tokens: readonly Token[], { names, nameAt }: NameLookup, { endToken }: NameMention): number | null {
  const at = tokens[endToken]?.lower !== "of" ? -1 : (nameAt[endToken + (tokens[endToken + 1]?.lower === "the" ? 2 : 1)] ?? -1);
  return at >= 0 && names[at]?.type !== "PERSON" ? at : null;
}

const calendarWords =
  /^(?:day|week|weekend|month|year|morning|afternoon|evening|night|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/u;

function endsInRoleNoun(tokens: readonly Token[], end: number, lexicon: Lexicon): boolean {
  return [3, 2, 1].some((length) => end >= length && lexicon.roleNouns.has(foldedWords(tokens, end - length, end)));
}

/** "aide to Russian President Ada Lind": what stands before the preposition or a verb is somebody else's title. Where her own starts. */
function ownTitle(tokens: readonly Token[], first: number, end: number, lexicon: Lexicon): number {
  for (let index = end - 1; index > first; index -= 1) {
    const { lower = "" } = tokens[index] ?? {};
    // "Judge orders ex-mayor Ada Lind": somebody acts on her.
    const isVerb = /^\p{Ll}{2,}s$/u.test(tokens[index]?.text ?? "") && endsInRoleNoun(tokens, index, lexicon);
    if (!innerPrepositions.has(lower) && !isVerb) continue;
    if (findRoleNoun(tokens, index + 1, end, lexicon)) return index + 1;
  }
  return first;
}

/** The role in an aside directly after a person's name, or null. */
export function roleAfter(grammar: Grammar, lookup: NameLookup, person: NameMention, ceiling: number, lexicon: Lexicon): FoundRole | null {
  const comma = grammar.tokens[person.endToken];
  if (comma?.text !== ",") return null;
  const first = person.endToken + 1;
  let end = first;
  while (end < ceiling && end - first < 18) {
    const token = grammar.tokens[end];
    if (!token || token.text === "," || token.text === "." || token.text === '"' || token.text === "“") break;
    if (!isNominal(grammar, end) && !innerWords.has(token.lower) && !["at", "on", "in", "with"].includes(token.lower)) {
      if (!(end === first && (formerWords.has(token.lower) || token.lower === "now"))) break;
    }
    end += 1;
  }
  const starter = grammar.tokens[first];
  if (!starter || end === first || starter.lower === "and") return null;
  const personAt = (index: number): boolean => lookup.names[lookup.nameAt[index] ?? -1]?.type === "PERSON";
  // "Ann Lee, Prime Minister Tom Ray and …" is a list; in "Ann Lee, the press secretary, Tom Ray, said" the title may be either's.
  for (let index = first; index < end; index += 1) if (personAt(index) && grammar.tokens[index + 1]?.lower !== "'s") return null;
  if (grammar.tokens[end]?.text === "," && personAt(end + 1)) return null;
  if (isNextSubject(grammar, person, end)) return null;
  return readRole(grammar, lookup, first, end, lexicon, "starts");
}

/** "After talks with Ann Lee, the Chilean leader said …": behind a preposition or "meeting" the name is no subject, so the words before the verb are. */
function isNextSubject(grammar: Grammar, person: NameMention, end: number): boolean {
  const { tokens } = grammar;
  if (!["VERB", "AUX"].includes(tokens[end]?.pos ?? "") || /ing$/u.test(tokens[end]?.lower ?? "")) return false;
  if (tokens[person.endToken + 1]?.lower !== "the") return false;
  let before = person.firstToken - 1;
  while (before >= 0 && isNominal(grammar, before)) before -= 1;
  return tokens[before]?.pos === "ADP" || (tokens[before]?.pos === "VERB" && /ing$/u.test(tokens[before]?.lower ?? ""));
}

/** Reads "[a] [former] BODY title [for …|of BODY]" in a token range. */
function readRole(
  grammar: Grammar,
  lookup: NameLookup,
  from: number,
  to: number,
  lexicon: Lexicon,
  side: "starts" | "ends",
): FoundRole | null {
  const { tokens } = grammar;
  const noun = findRoleNoun(tokens, from, to, lexicon);
  if (!noun) return null;
  // "Ann Lee, the director's sister": the title is somebody else's.
  if (side === "starts" && /^['’]s?$/u.test(tokens[noun.end]?.lower ?? "")) return null;
  let first = from;
  let bodyNameIndex: number | null = null;
  let country: string | null = null;
  let former = formerPrefix.test(tokens[noun.start]?.lower ?? "");
  // "Judge orders driver Ann Lee": the words between say that the title is not hers. Names and abbreviations may stand there.
  const isApart = tokens.slice(noun.end, to).some(({ text }) => /^\p{Ll}/u.test(text));
  if (side === "ends" && isApart && !goesOn(tokens[noun.end])) return null;
  while (first < noun.start) {
    const token = tokens[first];
    const word = token?.lower ?? "";
    const nameIndex = lookup.nameAt[first] ?? -1;
    const name = lookup.names[nameIndex];
    if (formerWords.has(word)) {
      former = true;
      first += 1;
    } else if (nameIndex < 0 && first + 1 < noun.start && /^['’]s?$/u.test(tokens[first + 1]?.lower ?? "")) {
      // "the group's deputy director": who "the group" is, is not known yet.
      first += 2;
    } else if (token?.pos === "DET" || word === "-" || word === "'s" || word === "now" || ["his", "her", "its", "their"].includes(word))
      first += 1;
    else if (name && bodyNameIndex === null && !startsInsideTitle(lexicon, name, tokens)) {
      bodyNameIndex = nameIndex;
      first = name.endToken;
    } else if (country === null && lexicon.countryByDemonym.has(foldedWords(tokens, first, first + 2))) {
      // "South African President"
      country = lexicon.countryByDemonym.get(foldedWords(tokens, first, first + 2))?.name ?? null;
      first += 2;
    } else if (isDemonym(lexicon, word) && country === null) {
      country = lexicon.countryByDemonym.get(word)?.name ?? null;
      first += 1;
    } else break;
  }
  // "prime minister of Qatar", "professor at Yale": the body stands behind the noun.
  // "Prosecutor Ni Luh", "army spokesman Gen. Holm": only a preposition carries a title on.
  let end = side === "ends" && goesOn(tokens[noun.end]) ? to : noun.end;
  if (bodyNameIndex === null && country === null) {
    for (let index = noun.end; index < to; index += 1) {
      const name = lookup.nameAt[index] ?? -1;
      if (name < 0 || lookup.names[name]?.type === "PERSON") continue;
      bodyNameIndex = name;
      if (side === "ends") end = noun.end;
      break;
    }
  }
  if (side === "starts" && tokens[noun.end]?.lower === "for") end = stopAtName(grammar, lookup, noun.end, to);
  const title = titleWords(grammar, lookup, Math.min(first, noun.start), end);
  if (title === "" || title.split(" ").length > 9) return null;
  return { title: title.replace(formerPrefix, ""), bodyNameIndex, country, former };
}

function goesOn(token: Token | undefined): boolean {
  return token !== undefined && (innerWords.has(token.lower) || ["at", "on", "in", "with", "-", ","].includes(token.lower));
}

/** The words of a title in lower case; names keep theirs ("deputy Africa director"). */
function titleWords({ tokens }: Grammar, { nameAt }: NameLookup, from: number, to: number): string {
  let title = "";
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    if (index > from && tokens[index - 1]?.end !== token.start) title += " ";
    title += (nameAt[index] ?? -1) >= 0 ? token.text : token.lower;
  }
  return title;
}

/** "Middle East envoy": a place that belongs to the title rather than to the body the title is held at. */
function startsInsideTitle(lexicon: Lexicon, name: NameMention, tokens: readonly Token[]): boolean {
  const word = tokens[name.firstToken]?.lower ?? "";
  return name.type === "PLACE" && (word === "middle" || word === "near" || word === "far") && !lexicon.countryByName.has(word);
}

function stopAtName(grammar: Grammar, lookup: NameLookup, from: number, to: number): number {
  for (let index = from; index < to; index += 1) {
    if ((lookup.nameAt[index] ?? -1) >= 0) return index;
    if (["at", "on", "in", "with"].includes(grammar.tokens[index]?.lower ?? "")) return index;
  }
  return to;
}

/** The last role noun of the stretch, up to three words long, that does not lie in an "of …" behind another. */
function findRoleNoun(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): { start: number; end: number } | null {
  let found: { start: number; end: number } | null = null;
  for (let index = from; index < to; index += 1) {
    if (found && ["for", "of", "on", "at", "to", "in"].includes(tokens[index]?.lower ?? "")) break;
    for (let length = 3; length >= 1; length -= 1) {
      if (index + length > to) continue;
      const phrase = foldedWords(tokens, index, index + length).replace(formerPrefix, "");
      if (!lexicon.roleNouns.has(phrase)) continue;
      found = { start: index, end: index + length };
      index += length - 1;
      break;
    }
  }
  return found;
}
