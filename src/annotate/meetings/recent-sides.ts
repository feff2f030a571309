/** Whom "they", "the two" and "both leaders" stand for: the sides that the sentences before named together. */
import type { Sentence } from "../../domain/document.ts";
import { conjunctsOf } from "../syntax/noun-phrases.ts";
import { baseRelation, childBy, childrenOf, headOf, lowerOf } from "../syntax/syntax-tree.ts";
import { partiesAt } from "./meeting-parties.ts";
import { coupleNouns, pairNouns } from "./pair-nouns.ts";
import type { Party, PartyContext } from "./party-context.ts";
import { partiesBehind } from "./phrase-sides.ts";
import { betweenWords } from "./prepositions.ts";

/** How far back, in tokens, such words reach. */
const reach = 250;
/** The same for "they", which may stand for anybody. */
const pronounReach = 60;
/** How many contacts are kept in mind. */
const kept = 6;

/** Keeps the sides of a contact for the words that take them up. */
export function remember({ recent }: PartyContext, sides: readonly Party[]): void {
  recent.push(sides);
  if (recent.length > kept) recent.shift();
}

/**
 * "Lee and her deputy, Ray, toured the site", "Chad and Mali share a border": those named together are "they" in the next sentence. "Chad
 * accuses Mali of spying": so are the two sides of what one does to the other, but not "they", which may be others.
 */
export function rememberSubjects(context: PartyContext, { firstToken, endToken }: Sentence): void {
  const { tree, dealings } = context;
  for (let token = firstToken; token < endToken; token += 1) {
    if (baseRelation(tree, token) !== "nsubj") continue;
    // "The pair were both in Lima for a fair. They spoke for an hour": told of once more, they are as near as that.
    if (coupleNouns.has(lowerOf(tree, token)) && lowerOf(tree, token - 1) === "the") {
      const told = recentSides(context, token, token);
      if (areTwo(told))
        remember(
          context,
          told.map((side) => ({ ...side, head: token })),
        );
      continue;
    }
    const joined = conjunctsOf(tree, token).length;
    // "Ann Lee and Tom [conj] Ray [conj]" are two.
    const subjects = joined > 2 ? partiesAt(context, token).length : joined;
    // "Relations between Ann Lee and Tom Ray are cool. The two met".
    const between = subjects === 1 ? partiesBehind(context, token, betweenWords) : [];
    if (areTwo(between)) {
      dealings.splice(0, dealings.length, between);
      continue;
    }
    const object = subjects === 1 ? childBy(tree, headOf(tree, token), "obj", "iobj") : -1;
    if (subjects > 2 || (subjects === 1 && (object < token || conjunctsOf(tree, object).length > 1))) continue;
    const sides = subjects === 2 ? partiesAt(context, token) : [...partiesAt(context, token), ...partiesAt(context, object)];
    if (!areTwo(sides)) continue;
    if (subjects === 2) remember(context, sides);
    else dealings.splice(0, dealings.length, sides);
  }
}

/** The two people who were last named together as a subject, where nobody has met anybody since and they stand near enough; else none. */
export function jointSubjects(context: PartyContext, token: number): readonly Party[] {
  const { tree, recent } = context;
  const [one, other, ...more] = recent[recent.length - 1] ?? [];
  if (!one || !other || more.length > 0 || token - other.head >= pronounReach || !isPerson([one])) return [];
  const areJoined = baseRelation(tree, other.head) === "conj" && headOf(tree, other.head) === one.head;
  return areJoined && baseRelation(tree, one.head) === "nsubj" ? [one, other] : [];
}

/** Two of one kind, by name. */
function areTwo(sides: readonly Party[]): boolean {
  const [one, other] = sides;
  if (sides.length !== 2 || !one?.named || !other?.named) return false;
  return one.kind === other.kind && one.entityIndex !== other.entityIndex;
}

/** The sides of the contact read last, where that stands near enough before the token; else none. */
export function latestSides({ recent }: PartyContext, token: number): readonly Party[] {
  const sides = recent[recent.length - 1] ?? [];
  const [side] = sides;
  return side && token - side.head < reach ? sides : [];
}

/**
 * The sides of the latest contact that fit the words headed by `head` and stand near enough before `token`: two people for "both men",
 * two presidents for "the two presidents", two countries for "both countries"; empty where none do.
 */
export function recentSides(context: PartyContext, token: number, head: number): readonly Party[] {
  const word = lowerOf(context.tree, head);
  const isPronoun = word === "they" || word === "them" || word === "their";
  const count = countOf(context, head);
  const office = offices.get(word);
  const isBodies = !isPronoun && sidesWords.has(word);
  let other: readonly Party[] = [];
  const headAt = (sides: readonly Party[]): number => sides[0]?.head ?? 0;
  const dealings = context.dealings.filter((sides) => !isPronoun && token - headAt(sides) < pronounReach && !(isBodies && isPerson(sides)));
  const told = dealings.length === 0 ? context.recent : [...context.recent, ...dealings].sort((a, b) => headAt(a) - headAt(b));
  for (let at = told.length - 1; at >= 0; at -= 1) {
    const sides = told[at] ?? [];
    const [side] = sides;
    if (!side || token - side.head >= (isPronoun ? pronounReach : reach)) break;
    // "The two sides" are none of which one is nobody in particular.
    if (!sides.every(({ named, entityIndex }) => named || entityIndex !== null)) {
      // "Brandt met union leaders. They are to meet again": those two, of whom one has no name.
      if (word === "they" && at === told.length - 1 && sides.length === 2 && sides.every(({ kind }) => kind !== "pronoun")) return sides;
      continue;
    }
    if (sides.length !== count || sides.some((party) => party.kind === "pronoun" && party.entityIndex === null)) continue;
    if (isPeople(word) && !sides.every((party) => party.kind === "person" && party.named)) continue;
    if (states.has(word) && !sides.every((party) => party.kind === "country")) continue;
    if (bodies.has(word) && !sides.every((party) => party.kind === "group")) continue;
    if (office && !sides.some((party) => hasOffice(context, party, office))) continue;
    // "The two sides" are the bodies that talk, where somebody met somebody else in between.
    if (!isBodies || sides.every((party) => party.kind === "country" || party.kind === "group" || party.plural)) return sides;
    if (other.length === 0) other = sides;
  }
  return other.length === 0 && states.has(word) ? countriesNamed(context, head, count) : other;
}

/**
 * "over Chad and Mali when she visits the two countries", "visited both countries to ease tension between Chad and Mali": the countries joined
 * to one another in this sentence or in the one before, last named first; behind the words only "between" them.
 */
function countriesNamed(context: PartyContext, head: number, count: number): readonly Party[] {
  const { tree } = context;
  const joinedAt = (token: number): readonly Party[] => {
    if (tree.tokens[token] === undefined || baseRelation(tree, token) === "conj" || conjunctsOf(tree, token).length !== count) return [];
    const parties = partiesAt(context, token).filter(({ named, kind }) => named && kind === "country");
    return parties.length === count ? parties : [];
  };
  let stops = 0;
  for (let at = head - 1; at > head - pronounReach && at >= 0 && stops < 2; at -= 1) {
    if (/^[.!?]$/u.test(tree.tokens[at]?.text ?? "")) stops += 1;
    const joined = context.isName[at] ? joinedAt(at) : [];
    if (joined.length > 0) return joined;
  }
  for (let at = head + 1; at < head + pronounReach && !/^[.!?]$/u.test(tree.tokens[at]?.text ?? "."); at += 1) {
    if (lowerOf(tree, at) !== "between" || headOf(tree, at) < at) continue;
    const joined = joinedAt(headOf(tree, at));
    if (joined.length > 0) return joined;
  }
  return [];
}

function isPerson([side]: readonly Party[]): boolean {
  return side?.kind === "person";
}

function isPeople(word: string): boolean {
  return coupleNouns.has(word) || (pairNouns.has(word) && !sidesWords.has(word) && !states.has(word) && !bodies.has(word));
}

const numbers = new Map([
  ["three", 3],
  ["trio", 3],
  ["four", 4],
  ["quartet", 4],
]);

/** Two, unless the words give another number: "the three leaders". */
function countOf({ tree }: PartyContext, head: number): number {
  for (const child of [head, ...childrenOf(tree, head)]) {
    const count = child <= head ? numbers.get(lowerOf(tree, child)) : undefined;
    if (count !== undefined) return count;
  }
  return 2;
}

const sidesWords = new Set(["sides", "parties", "delegations", "camps", "capitals"]);
const bodies = new Set("clubs companies firms groups organisations organizations teams unions".split(" "));
const states = new Set(["countries", "nations", "governments", "states", "neighbours", "neighbors"]);
const offices = new Map([
  ["presidents", /president/iu],
  ["ministers", /minister|secretary/iu],
  ["premiers", /premier|minister/iu],
]);

function hasOffice({ entities }: PartyContext, { entityIndex }: Party, office: RegExp): boolean {
  return entities[entityIndex ?? -1]?.roles.some(({ title }) => office.test(title)) ?? false;
}
