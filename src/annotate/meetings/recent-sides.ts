/** Whom "they", "the two" and "both leaders" stand for: the sides that the sentences before named together. */
import type { Sentence } from "../../domain/document.ts";
import { conjunctsOf } from "../syntax/noun-phrases.ts";
import { baseRelation, childrenOf, lowerOf } from "../syntax/syntax-tree.ts";
import { coupleNouns, pairNouns, partiesAt } from "./meeting-parties.ts";
import type { Party, PartyContext } from "./party-context.ts";

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

/** "Lee and her deputy, Ray, toured the site": people named together are "they" in the next sentence. */
export function rememberSubjects(context: PartyContext, { firstToken, endToken }: Sentence): void {
  const { tree } = context;
  for (let token = firstToken; token < endToken; token += 1) {
    if (baseRelation(tree, token) !== "nsubj" || conjunctsOf(tree, token).length !== 2) continue;
    const sides = partiesAt(context, token);
    if (sides.length === 2 && sides.every(({ named, kind }) => named && kind === "person")) remember(context, sides);
  }
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
  for (let at = context.recent.length - 1; at >= 0; at -= 1) {
    const sides = context.recent[at] ?? [];
    const [side] = sides;
    if (!side || token - side.head >= (isPronoun ? pronounReach : reach)) break;
    // "The two sides" are none of which one is nobody in particular.
    if (!sides.every(({ named, entityIndex }) => named || entityIndex !== null)) {
      // "Brandt met union leaders. They are to meet again": those two, of whom one has no name.
      if (word === "they" && at === context.recent.length - 1 && sides.length === 2 && sides.every(({ kind }) => kind !== "pronoun"))
        return sides;
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
  return other;
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
