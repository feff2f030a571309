/**
 * What stands at the edges of a name and is no part of it, where training texts disagree: titles ("Pope Francis", "Sen. Ames"), the month of
 * "In August Ames met", the party of "an Ohio Republican", the whip's office of "the Senate Minority". Two places that a comma joins are two.
 */
import type { Token } from "../../domain/document.ts";
import { endOfField, fieldsOfOffice, longestField } from "../office-fields.ts";
import type { TypedRange } from "./name-conventions.ts";
import { extendPhrase, listBit, type NameLexicon, organizationPhraseBit, placePhraseBit, wordKey } from "./name-lexicon.ts";

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Titles that are nobody's given name; "Sheikh", "Judge" and "Dean" may be. */
const titles = wordSet(
  "mr mr. mrs mrs. ms ms. dr dr. prof prof. sen sen. sens sens. rep rep. reps reps. gov gov. gen gen. lt lt. col col. maj maj. capt capt. sgt sgt. " +
    "adm adm. cmdr cmdr. rev rev. hon hon. pres pres. pope ayatollah archbishop senator congressman congresswoman president professor pollster " +
    "cardinal bishop patriarch rabbi mullah sheikha prophet monsignor inspector detective constable exchequer governor lieutenant colonel sergeant " +
    "cllr cllr. councillor councilman councilwoman baroness viscount insp insp. supt " +
    // elsewhere: the Malay and the Indian world, Africa, the churches
    "datuk dato datin tun encik puan mdm shri smt smt. mzee alhaji alhaja hajia haji hajji ustaz ustad maulana mufti pandit swami engr engr. barr barr. " +
    "advocate brig brig. brigadier commodore dsp igp canon revd archdeacon archimandrite metropolitan catholicos msgr msgr. fr. amb amb. adv.",
);
/** What goes on a title: "Datuk Seri", "Tan Sri", "Rev. Canon". */
const titleEnds: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["datuk", wordSet("seri sri wira paduka amar patinggi")],
  ["dato", wordSet("seri sri wira paduka")],
  ["datin", wordSet("seri paduka")],
  ["tan", wordSet("sri")],
  ["toh", wordSet("puan")],
]);
/** Letters behind a name that are no part of it: ranks of lawyers, seats, honours, degrees. */
const postNominals = wordSet("KC QC SC MP MSP MEP MLA TD OBE MBE CBE KBE DBE FRS PhD MD Esq Esq. SJ");
/** Months that are seldom given names come first only after "in" and the like. */
const months = wordSet("january february march april may june july august september october november december");
const beforeMonths = wordSet("in since until till last this next early mid late during");
/** Who belongs to a party, and the plural. */
const partisan = /^(?:republican|democrat|democratic|latino|latina|libertarian|tory|conservative|liberal|progressive|voter)s?$/u;
const chambers = wordSet("senate house congress parliament commons");
const chamberOffices = /^(?:republicans?|democrats?|democratic|dems?|gop|minority|majority|speaker|leader|leadership|whip)$/u;
const compass = wordSet(
  "north south east west northern southern eastern western central middle southeast northeast southwest northwest sub-saharan latin",
);
const peoplesBodies = wordSet("admin administration govt gov't government campaign regime team");
/** Contests that a place gives its name to in headlines: "Ohio Primary". */
const votes = wordSet("primary primaries caucus caucuses election elections debate");
/** Short forms of states and provinces with their full stop; those without one are words or initials as well. */
const shortStates = wordSet(
  "ala. ariz. ark. calif. colo. conn. del. fla. ill. ind. kan. ky. mass. mich. minn. miss. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. " +
    "tenn. tex. va. vt. wash. w.va. wis. wyo. d.c. ont. que. b.c. n.s.w.",
);
/** Written like names, but no person, body or place; taught as such by no corpus, as they are newer or rarer than its news. */
const otherThings = wordSet(
  "covid covid-19 zika ebola brexit obamacare medicare medicaid alzheimer parkinson islamophobia millennials christianity islam judaism hinduism buddhism communism foia daca tpp nafta gdpr lgbt lgbtq",
);
const agreements = wordSet(
  "act amendment amendments agreement treaty accord accords protocol bill clause statute pact communique communiqué",
);
/** Where people go to compete; the bodies that run them end otherwise. */
const contests = wordSet("marathon olympics paralympics prix");

/** Last words of newspapers' names that are surnames as well; a masthead stands first and a dash follows: "Bramforth Ledger – The mayor". */
const mastheads = wordSet(
  "ledger herald tribune gazette chronicle courier sentinel examiner dispatch inquirer telegraph bulletin post times mercury argus advertiser",
);

/** The parts of a name without what surrounds it: usually the name itself, two places, or nothing. */
export function trimName(tokens: readonly Token[], range: TypedRange, lexicon: NameLexicon): TypedRange[] {
  const at = (index: number): string => tokens[index]?.lower ?? "";
  let { first, end } = range;
  const one = (): TypedRange[] => (end > first ? [{ first, end, type: range.type }] : []);
  if (end - first === 1 && otherThings.has(at(first))) return [];
  if (end - first === 1 && shortStates.has(at(first))) return [{ first, end, type: "PLACE" }];
  const person = behindOwnField(tokens, range, lexicon);
  if (person > first) return trimName(tokens, { first: person, end, type: "PERSON" }, lexicon);
  if (range.type === "PERSON") {
    first = behindTitles(tokens, first, end);
    while (end - first > 2 && postNominals.has(tokens[end - 1]?.text ?? "")) end -= tokens[end - 2]?.text === "," ? 2 : 1;
    if (end - first > 1 && mastheads.has(at(end - 1)) && /^[–—-]$/u.test(at(end)) && standsFirst(tokens, first))
      return [{ first, end, type: "ORGANIZATION" }];
    if (end - first === 2 && months.has(at(first)) && beforeMonths.has(at(first - 1))) first += 1;
    // "Ana Ruiz' Harvest", "Ana Ruiz of HKDP": her work, her party.
    for (let index = first + 1; index + 1 < end; index += 1) {
      if (endsOwner(tokens, index) || (at(index) === "of" && /^\p{Lu}{2,}$/u.test(tokens[index + 1]?.text ?? ""))) end = index;
    }
    // "Ames Admin Held Talks": a body that is called by a person.
    while (end - first > 1 && peoplesBodies.has(at(end - 1))) end -= 1;
    // "the Ames beanie"
    while (end - first > 1 && /^\p{Ll}+$/u.test(tokens[end - 1]?.text ?? "") && standsApart(tokens, end - 1)) end -= 1;
    return one();
  }
  if (end - first === 1) return one();
  const last = at(end - 1);
  if (agreements.has(last) || contests.has(last)) return [];
  if (range.type === "ORGANIZATION") {
    // "the Bramford-based Council of …"
    for (let index = first + 1; index + 2 < end && index < first + 4; index += 1)
      if (tokens[index]?.text === "-" && at(index + 1) === "based") return trimName(tokens, { ...range, first: index + 2 }, lexicon);
    if (chambers.has(at(end - 2)) && chamberOffices.test(last)) end -= 1;
    // "a Supreme Court Justice": the court is a name, its judge is none.
    if (at(end - 2) === "court" && /^(?:justices?|judges?)$/u.test(last)) end -= 1;
  }
  // "Liberal Democrats" is a party, though Liberal is a town.
  if (partisan.test(last) && !partisan.test(at(first)) && standsForPlace(tokens, first, end - 1, lexicon))
    return [{ first, end: end - 1, type: "PLACE" }];
  // "a Democrat of Ohio"
  if (partisan.test(at(first)) && at(first + 1) === "of" && standsForPlace(tokens, first + 2, end, lexicon))
    return [{ first: first + 2, end, type: "PLACE" }];
  // "Democratic front-runner": the name, if there is one, does not end inside a word.
  if (/^\p{Ll}/u.test(tokens[end - 1]?.text ?? "") && tokens[end]?.text === "-" && tokens[end]?.start === tokens[end - 1]?.end) return [];
  // "the Harvik News GOP debate": who holds it, and the party.
  if (last === "gop" && isBody(tokens, first, end - 1, lexicon))
    return [
      { first, end: end - 1, type: "ORGANIZATION" },
      { first: end - 1, end, type: "ORGANIZATION" },
    ];
  // "the Iowa Caucus", which is held there; the Congressional Black Caucus is a body.
  if (range.type === "ORGANIZATION" && votes.has(last) && standsForPlace(tokens, first, end - 1, lexicon))
    return [{ first, end: end - 1, type: "PLACE" }];
  if (range.type === "PLACE") {
    while (end - first > 1 && votes.has(at(end - 1))) end -= 1;
    if (isOrigin(lexicon, tokens[end - 1]) && compass.has(at(end - 2)) && end - first === 2) return [];
    let comma = first + 1;
    while (comma < end - 1 && tokens[comma]?.text !== ",") comma += 1;
    if (comma < end - 1)
      return [{ first, end: comma, type: "PLACE" as const }, ...trimName(tokens, { first: comma + 1, end, type: "PLACE" }, lexicon)];
  }
  return one();
}

/** Where the person begins behind the field of an office that a name opens with ("Minister of [Defence Ana Ruiz]"), or -1. */
function behindOwnField(tokens: readonly Token[], { first, end, type }: TypedRange, lexicon: NameLexicon): number {
  const field = tokens[first]?.text ?? "";
  if (!fieldsOfOffice.has(field)) return -1;
  for (let role = first - 2; role >= Math.max(0, first - longestField); role -= 1) {
    if (!/^(?:ministers?|secretary)$/u.test(tokens[role]?.lower ?? "")) continue;
    const behind = endOfField((at) => tokens[at]?.text, role);
    if (behind <= first || end - behind < 2) return -1;
    // "… State for Culture Ana Ruiz": what is left is a given name and a surname.
    if (field === "State" && type !== "PERSON") return tokens[behind]?.lower === "for" ? end - 2 : behind;
    return (listsOf(lexicon, tokens[behind]) & listBit("givenName")) === 0 ? -1 : behind;
  }
  return -1;
}

/** Where the name begins behind the titles that a person's mention opens with. */
function behindTitles(tokens: readonly Token[], from: number, end: number): number {
  let first = from;
  while (end - first > 1) {
    const lower = tokens[first]?.lower ?? "";
    // "Dato' Seri": the mark of a glottal stop is a token of its own.
    const next = lower === "dato" && /^['’]$/u.test(tokens[first + 1]?.text ?? "") ? first + 2 : first + 1;
    const goesOn = titleEnds.get(lower)?.has(tokens[next]?.lower ?? "") ?? false;
    if ((!titles.has(lower) && !goesOn) || !isCapital(tokens[goesOn ? next + 1 : next])) break;
    const behind = goesOn ? next + 1 : next;
    if (behind >= end) break;
    first = behind;
  }
  return first;
}

/** True for a token with a space before it that no hyphen joins to a name: "Shin-ae" and file names go on in lower case. */
function standsApart(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.text !== "-" && (tokens[index - 1]?.end ?? 0) < (tokens[index]?.start ?? 0);
}

/** "'s" and the apostrophe of "Ruiz'" before a capitalised word; not that of "D' Souza". */
function endsOwner(tokens: readonly Token[], index: number): boolean {
  const lower = tokens[index]?.lower;
  if (!isCapital(tokens[index + 1])) return false;
  return lower === "'s" || (lower === "'" && /[sxz]$/u.test(tokens[index - 1]?.lower ?? "") && !standsApart(tokens, index));
}

function standsFirst(tokens: readonly Token[], index: number): boolean {
  return tokens[index - 1]?.sentenceIndex !== tokens[index]?.sentenceIndex;
}

function isCapital(token: Token | undefined): boolean {
  return /^\p{Lu}/u.test(token?.text ?? "");
}

function listsOf(lexicon: NameLexicon, token: Token | undefined): number {
  return token ? lexicon.entry(wordKey(token.lower)).lists : 0;
}

const placeLists = listBit("country") | listBit("region") | listBit("city") | listBit("largeCity");

/** "South [Korean]": a nationality that is no place's name. */
function isOrigin(lexicon: NameLexicon, token: Token | undefined): boolean {
  const lists = listsOf(lexicon, token);
  return (lists & listBit("nationality")) !== 0 && (lists & placeLists) === 0;
}

function isBody(tokens: readonly Token[], first: number, end: number, lexicon: NameLexicon): boolean {
  if (end - first < 2) return false;
  const phrase = tokens.slice(first, end).map(({ lower }) => wordKey(lower));
  return (lexicon.phraseKinds(phrase.reduce(extendPhrase)) & organizationPhraseBit) !== 0;
}

/** "New Hampshire", "Orlando": a known place, or every word is a place or a part of places' names, and the last is a place. */
function standsForPlace(tokens: readonly Token[], first: number, end: number, lexicon: NameLexicon): boolean {
  if (end - first > 1) {
    const phrase = tokens.slice(first, end).map(({ lower }) => wordKey(lower));
    if (lexicon.phraseKinds(phrase.reduce(extendPhrase)) & placePhraseBit) return true;
  }
  for (let index = first; index < end; index += 1) {
    const token = tokens[index];
    if (!(listsOf(lexicon, token) & (placeLists | listBit("placeHead"))) && !shortStates.has(token?.lower ?? "")) return false;
  }
  return end > first && (listsOf(lexicon, tokens[end - 1]) & placeLists) !== 0;
}
