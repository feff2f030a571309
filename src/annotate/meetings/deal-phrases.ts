/** Set phrases of bargaining: "hammered out a deal with B", "sounded out B", "faced each other across a table", "shuttled between A and B". */
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { nounCues, verbCues } from "./meeting-cues.ts";
import { metBy } from "./objects-met.ts";
import { isPress, type Party, type PartyContext } from "./party-context.ts";
import { isKin } from "./party-nouns.ts";
import { partiesAfter, partiesBehind } from "./phrase-sides.ts";
import { betweenWords, withWord } from "./prepositions.ts";
import { besideVerb, forms, isSomebody, phrase, type Reader, type SetPhrase, takesWithIn } from "./set-phrase-parts.ts";
import { isAnybody } from "./unnamed-sides.ts";
import { saysEachOther } from "./verb-adjuncts.ts";

const settlements =
  /^(?:deal|accord|agreement|pact|treaty|truce|cease-?fire|settlement|compromise|contract|plan|terms|details|differences|formula|fee)s?$/u;

/** "hammered out a deal with B", "A and B thrashed out their differences". */
function hammerOut(context: PartyContext, verb: number, objects: readonly number[]): SetPhrase | null {
  const { tree } = context;
  const object = objects.find((candidate) => settlements.test(lowerOf(tree, candidate)));
  if (lowerOf(tree, verb + 1) !== "out" || object === undefined || isPurposeOfMeeting(tree, verb)) return null;
  const beside = besideVerb(context, verb, object, withWord);
  // "a fee for the striker with officials of the club".
  const sides = (beside.length > 0 ? beside : partiesAfter(context, object, withWord)).filter((party) => isSide(context, party));
  return phrase("talks", "with", sides, !takesWithIn(tree, [verb, object]));
}

/** Somebody, or a body: whom one can strike a bargain with. */
function isSide(context: PartyContext, party: Party): boolean {
  return isSomebody(context)(party) || ((party.kind === "group" || party.kind === "country") && !isPress(context, party));
}

/** "met B to hammer out a deal", "holds talks to hammer it out": the meeting is told by the other word. */
function isPurposeOfMeeting(tree: SyntaxTree, verb: number): boolean {
  if (pennTagOf(tree, verb) !== "VB") return false;
  const above = headOf(tree, verb);
  const isCue = (token: number): boolean => nounCues.has(lowerOf(tree, token)) || verbCues.has(lowerOf(tree, token));
  return [above, ...childrenBy(tree, above, "obj", "obl", "nsubj", "nsubj:pass", "nmod")].some((token) => token < verb && isCue(token));
}

/** "sounded out B over dinner", "sounded B out". */
function soundOut(context: PartyContext, verb: number, objects: readonly number[]): SetPhrase | null {
  const { tree } = context;
  const isOut = [verb + 1, ...childrenBy(tree, verb, "compound:prt", "advmod")].some((token) => lowerOf(tree, token) === "out");
  return isOut ? phrase("talks", "address", metBy(context, objects).filter(isSomebody(context))) : null;
}

/** "faced each other across a table". */
function faceAcross(context: PartyContext, verb: number): SetPhrase | null {
  const { tree } = context;
  const table = [verb, childBy(tree, verb, "obj")]
    .flatMap((at) => childrenBy(tree, at, "obl", "nmod"))
    .find((place) => lowerOf(tree, place) === "table");
  const isAcross = table !== undefined && lowerOf(tree, childBy(tree, table, "case")) === "across";
  return isAcross && saysEachOther(context, verb) ? phrase("in-person", "with", [], true) : null;
}

/** "shuttled between A and B": people or bodies, neither places nor floors. */
function shuttle(context: PartyContext, verb: number): SetPhrase | null {
  const sides = partiesBehind(context, verb, betweenWords).filter(
    (party) => party.kind === "person" || (party.kind === "group" && (party.named || party.plural)),
  );
  return sides.length > 1 ? phrase("talks", "mediate", sides) : null;
}

/** "was ensconced with B", "holed up with B": shut up with somebody in particular, which places and luggage are not. */
function holedUp(context: PartyContext, verb: number): SetPhrase | null {
  const { tree } = context;
  if (lowerOf(tree, verb) === "holed" && lowerOf(tree, verb + 1) !== "up") return null;
  if (baseRelation(tree, verb) === "amod") return null;
  const sides = [verb, verb + 1, ...childrenBy(tree, verb, "obl")].flatMap((at) => partiesBehind(context, at, withWord));
  return phrase(
    "talks",
    "with",
    sides.filter(
      (party) =>
        isSomebody(context)(party) &&
        !isAnybody(tree, party) &&
        !isKin(lowerOf(tree, party.head)) &&
        !captives.test(lowerOf(tree, party.head)),
    ),
  );
}

const captives = /^(?:hostages?|gunm[ae]n|captives?)$/u;

/** The readers of this file by the words of their verbs. */
export const dealReaders: readonly (readonly [string, Reader])[] = [
  ...forms(
    "hammer hammers hammered hammering thrash thrashes thrashed thrashing iron irons ironed ironing hash hashes hashed hashing",
    hammerOut,
  ),
  ...forms("sound sounds sounded sounding", soundOut),
  ...forms("face faces faced facing", faceAcross),
  ...forms("shuttle shuttles shuttled shuttling", shuttle),
  ...forms("ensconced cloistered holed", holedUp),
];
