/**
 * What counts as a name here, where the training texts agree less than the weights pretend: no possessive mark, no word of nationality as a
 * place, two names in "the U.S.-Hamas talks", a house that speaks is an organisation, an
 * office between two people is neither's name.
 */
import type { Token } from "../../domain/document.ts";
import type { EntityType } from "../../domain/mention.ts";
import { extendPhrase, listBit, type NameLexicon, organizationPhraseBit, wordKey } from "./name-lexicon.ts";
import { trimName } from "./trim-names.ts";

export interface TypedRange {
  readonly first: number;
  readonly end: number;
  readonly type: EntityType;
}

const possessives = new Set(["'s", "'"]);
const hyphens = new Set(["-", "–"]);
const placeLists = listBit("country") | listBit("region");
const anyPlaceList = placeLists | listBit("city");
/** Pairs of countries that are one name. */
const wholePairs = new Set(["austria-hungary", "guinea-bissau", "bosnia-herzegovina"]);
/** Seats of government that news lets speak and decide. */
const speakingHouses = new Set(["downing street", "white house", "kremlin", "élysée", "elysee"]);
const locatives = new Set(["in", "at", "on", "outside", "inside", "near", "around", "into", "along", "across", "beside", "behind", "past"]);

/** Offices that stand between two people's names in headlines, and inside nobody's. */
const offices = new Set(
  "president minister secretary chancellor senator ambassador envoy adviser advisor aide lawyer spokesman spokeswoman ally".split(" "),
);

function listsOf(lexicon: NameLexicon, token: Token | undefined): number {
  return token ? lexicon.entry(wordKey(token.lower)).lists : 0;
}

/** The names that a labelled stretch stands for: usually itself, sometimes two, sometimes none. */
export function followConventions(tokens: readonly Token[], range: TypedRange, lexicon: NameLexicon): TypedRange[] {
  return trimName(tokens, range, lexicon).flatMap((trimmed) => splitOrRetype(tokens, trimmed, lexicon));
}

function splitOrRetype(tokens: readonly Token[], range: TypedRange, lexicon: NameLexicon): TypedRange[] {
  let { end } = range;
  const { first } = range;
  // [Netanyahu] 's office
  while (end - first > 1 && possessives.has(tokens[end - 1]?.lower ?? "")) end -= 1;
  // "Ann Lee, D-N.Y.,": a party and a state, not a name.
  if (end - first > 1 && /^[DRI]$/u.test(tokens[first]?.text ?? "") && hyphens.has(tokens[first + 1]?.text ?? "")) return [];
  const lower = tokens
    .slice(first, end)
    .map((token) => token.lower)
    .join(" ");
  const lists = listsOf(lexicon, tokens[first]);
  // "Qatari and Egyptian mediators": nobody's name.
  if (end - first === 1 && range.type === "PLACE" && lists & listBit("nationality") && !(lists & anyPlaceList)) return [];
  if (end - first === 3 && hyphens.has(tokens[first + 1]?.text ?? "") && !wholePairs.has(lower.replaceAll(" ", ""))) {
    const left = pairType(lists);
    const right = pairType(listsOf(lexicon, tokens[end - 1]));
    if (left !== null && right !== null) {
      return [
        { first, end: first + 1, type: left },
        { first: end - 1, end, type: right },
      ];
    }
  }
  const between = officeIn(tokens, first, end);
  if (range.type === "PERSON" && between >= 0) {
    return [
      { first, end: between, type: "PERSON" },
      { first: between + 1, end, type: "PERSON" },
    ];
  }
  const and = range.type === "ORGANIZATION" ? joiningAnd(tokens, first, end, lexicon) : -1;
  if (and >= 0) {
    return [
      { first, end: and, type: "ORGANIZATION" },
      { first: and + 1, end, type: "ORGANIZATION" },
    ];
  }
  if (speakingHouses.has(lower)) {
    const atHouse = range.type === "PLACE" && locatives.has(tokens[first - (tokens[first - 1]?.lower === "the" ? 2 : 1)]?.lower ?? "");
    return [{ first, end, type: atHouse ? "PLACE" : "ORGANIZATION" }];
  }
  return [{ first, end, type: range.type }];
}

/** "Biden Adviser Sullivan": where the office stands between two names, or -1. */
function officeIn(tokens: readonly Token[], first: number, end: number): number {
  for (let index = first + 1; index + 1 < end; index += 1) if (offices.has(tokens[index]?.lower ?? "")) return index;
  return -1;
}

/** "Deutsche Bank and Hill Capital": where "and" stands between a body that is known by itself and another of several words, or -1. */
function joiningAnd(tokens: readonly Token[], first: number, end: number, lexicon: NameLexicon): number {
  for (let index = first + 1; index + 2 < end; index += 1) {
    if (tokens[index]?.text !== "and") continue;
    const left = tokens.slice(first, index);
    const phrase = left.map((token) => wordKey(token.lower)).reduce(extendPhrase);
    const known = left.length > 1 && left.every(({ lower }) => lower !== "of") && lexicon.phraseKinds(phrase) === organizationPhraseBit;
    return known ? index : -1;
  }
  return -1;
}

/** The type of one side of a hyphenated pair, when the lists are sure of it. */
function pairType(lists: number): EntityType | null {
  if (lists & listBit("knownOrganization") && !(lists & placeLists)) return "ORGANIZATION";
  return lists & placeLists ? "PLACE" : null;
}
