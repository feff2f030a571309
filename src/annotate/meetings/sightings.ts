/** "saw B", "caught up with B", "sat in the same room as B": contact only where the words beside say that the two spoke. */
import { baseRelation, childBy, childrenBy, lowerOf, pennTagOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { hasNegation } from "../syntax/verb-groups.ts";
import type { Party, PartyContext } from "./party-context.ts";
import { partiesBehind } from "./phrase-sides.ts";
import { lastsHours } from "./verb-adjuncts.ts";
import { isWatching } from "./verb-senses.ts";

/** Where one sees whom one calls on. */
export const seats = new Set(
  "office offices residence palace headquarters chambers ministry camp prison jail cell hospital clinic surgery home house villa tent compound".split(
    " ",
  ),
);

/**
 * Those of the people seen whom somebody has come to speak with: "saw the envoy in his camp", "saw B privately", "saw B for an hour", "left
 * after seeing the premier", and "did not see the officials". "Saw B at the station" is a sighting.
 */
export function seenInPerson(context: PartyContext, verb: number, seen: readonly Party[]): readonly Party[] {
  const { tree } = context;
  const tag = pennTagOf(tree, verb);
  // "He did see the president": as much as "did not".
  const isStressed = tag === "VB" && childrenBy(tree, verb, "aux").some((child) => lowerOf(tree, child) === "did");
  const isTold = (tag === "VB") === hasNegation(tree, verb) || isStressed;
  if (isWatching(tree, verb) || childBy(tree, verb, "aux:pass", "nsubj:pass") >= 0 || !isTold) return [];
  if (childrenBy(tree, verb, "xcomp", "ccomp", "advcl", "acl").some((child) => child > verb)) return [];
  if (seen.some(({ head }) => childBy(tree, head, "acl") > head)) return [];
  const holders = seen.filter((party) => isOfficial(context, party));
  if (tag === "VB") {
    const witness = childBy(tree, verb, "nsubj");
    if (isWitness(tree, witness)) return [];
    // "Mr. Ray did not see Ms. Lee in Lisbon": who denies it means more than a glimpse.
    const isDenied = hasNegation(tree, verb) && context.isName[witness] === 1;
    return isDenied ? seen.filter((party) => isOfficial(context, party) || (party.named && party.kind === "person")) : holders;
  }
  if (tag === "VBG")
    return /^(?:after|without)$/u.test(lowerOf(tree, childBy(tree, verb, "mark", "case"))) && baseRelation(tree, verb) === "advcl"
      ? holders
      : [];
  return isInPerson(tree, verb) ? seen : [];
}

/** People whom one sees on business: without a name by their office, by name where the article says what they are. */
function isOfficial({ tree, lexicon, entities }: PartyContext, { named, head, kind, entityIndex }: Party): boolean {
  if (kind !== "person") return false;
  if (named) return (entities[entityIndex ?? -1]?.roles.length ?? 0) > 0;
  const word = lowerOf(tree, head);
  return lexicon.roleNouns.has(word) || /^(?:officials|delegates|negotiators|envoys|ministers|leaders|representatives)$/u.test(word);
}

/** People by name, or one by an office: "the emir was greeted by Ann Lee"; a crowd is none. */
export function isGreeter({ tree, lexicon }: PartyContext, { kind, named, plural, head }: Party): boolean {
  return kind === "person" && (named || (!plural && (lexicon.roleNouns.has(lowerOf(tree, head)) || lowerOf(tree, head) === "emir")));
}

/** Who sees things happen. */
function isWitness(tree: SyntaxTree, subject: number): boolean {
  return /^(?:witness(?:es)?|police|neighbou?rs?|residents?|motorists?|drivers?|guards?|reporters?|journalists?|viewers)$/u.test(
    lowerOf(tree, subject),
  );
}

function isInPerson(tree: SyntaxTree, verb: number): boolean {
  if (lastsHours(tree, verb)) return true;
  if (childrenBy(tree, verb, "advmod").some((child) => /^(?:privately|alone)$/u.test(lowerOf(tree, child)))) return true;
  const object = childBy(tree, verb, "obj");
  return [...childrenBy(tree, verb, "obl"), ...childrenBy(tree, object, "nmod")].some((place) => {
    const preposition = lowerOf(tree, childBy(tree, place, "case"));
    if (place < verb || (preposition !== "in" && preposition !== "at")) return false;
    return seats.has(lowerOf(tree, place)) || (lowerOf(tree, place) === "private" && preposition === "in");
  });
}

const withWord = new Set(["with"]);
const besideWords = new Set(["as", "with"]);

/** "caught up with B in Oslo": those spoken with; none where somebody runs after them ("police caught up with the thief"). */
export function caughtUpWith(context: PartyContext, verb: number): Party[] {
  const { tree } = context;
  if (lowerOf(tree, verb + 1) !== "up" || lowerOf(tree, verb + 2) !== "with" || context.isSport) return [];
  if (pursuers.test(lowerOf(tree, childBy(tree, verb, "nsubj")))) return [];
  return partiesBehind(context, verb, withWord).filter(({ kind, isCrowd, plural }) => kind === "person" && !isCrowd && !plural);
}

const pursuers =
  /^(?:police|officers?|detectives?|investigators?|agents?|authorities|soldiers?|troops|rescuers?|reporters?|journalists?|hunters?|prosecutors?|creditors?|it|that|this)$/u;

/** "called the lawyers into her chambers": to see them there. */
export function isCalledIn(tree: SyntaxTree, verb: number): boolean {
  return (
    lowerOf(tree, verb).startsWith("call") &&
    childrenBy(tree, verb, "obl").some((room) => seats.has(lowerOf(tree, room)) && lowerOf(tree, childBy(tree, room, "case")) === "into")
  );
}

/** "sat in the same room", "at one table": a room that is shared, with whomever. */
export function isRoomShared(tree: SyntaxTree, verb: number): boolean {
  return sharedRoom(tree, verb) !== undefined;
}

/** "sat in the same room as B", "at one table with B": who else is there. */
export function roomMates(context: PartyContext, verb: number): Party[] {
  const room = sharedRoom(context.tree, verb);
  if (room === undefined) return [];
  const beside = partiesBehind(context, verb, besideWords);
  return (beside.length > 0 ? beside : partiesBehind(context, room, besideWords)).filter(({ kind }) => kind !== "country");
}

function sharedRoom(tree: SyntaxTree, verb: number): number | undefined {
  return childrenBy(tree, verb, "obl").find(
    (place) => /^(?:room|table)$/u.test(lowerOf(tree, place)) && tagOf(tree, place) === "NOUN" && isShared(tree, place),
  );
}

function isShared(tree: SyntaxTree, place: number): boolean {
  return childrenBy(tree, place, "amod", "nummod").some((child) => /^(?:same|one)$/u.test(lowerOf(tree, child)));
}
