/** What stands as the object of a verb of meeting: who is met, what only looks like it, and asides that the parser took for one. */
import { childBy, childrenOf, lowerOf, relationOf, tagOf } from "../syntax/syntax-tree.ts";
import { isPress, type Party, type PartyContext } from "./party-context.ts";
import { partiesOf } from "./phrase-sides.ts";
import { spells } from "./verb-senses.ts";

const vehicles = /^(?:planes?|aircraft|jet|helicopter|flights?|trains?|bus|ships?|boat|car|motorcade|convoy)$/u;

const demands =
  /^(?:demands?|needs?|requirements?|expectations?|deadlines?|obligations?|standards?|conditions?|targets?|goals?|criteria)$/u;

/** The sides that the object names; the press and the public are none. */
export function metBy(context: PartyContext, objects: readonly number[]): Party[] {
  const [object = -1] = objects;
  // "meet the hostage-takers' demands", with its apostrophe lost: the noun behind is what is met.
  const next = object + 1;
  if (object >= 0 && demands.test(lowerOf(context.tree, next))) return [];
  // "met Mr. Carter's plane": who waits for it may not get to see him.
  if (object >= 0 && vehicles.test(lowerOf(context.tree, object)) && childBy(context.tree, object, "nmod:poss") >= 0) return [];
  // "met the deadline Parliament set", with the clause's subject taken for the object.
  const before = object < 0 ? -1 : childBy(context.tree, object, "compound");
  if (before >= 0 && demands.test(lowerOf(context.tree, before)) && lowerOf(context.tree, before - 1) === "the") return [];
  if (object >= 0 && tagOf(context.tree, next) === "NOUN" && !context.isName[object] && !spells.test(lowerOf(context.tree, next)))
    return [];
  return partiesOf(context, objects.slice(0, 1)).filter((party) => !isPress(context, party));
}

/** An object that no one could meet: "met the deadline". A day is none ("met Monday"). */
export function hasThing(context: PartyContext, objects: readonly number[]): boolean {
  const { tree } = context;
  return objects.some(
    (object) =>
      !isAside(context, object) &&
      lowerOf(tree, object) !== "face" &&
      !relationOf(tree, object).endsWith(":unmarked") &&
      !days.has(lowerOf(tree, object)),
  );
}

/** "met on Tuesday, the first encounter in years": an aside that the parser took for the object. */
export function isAside(context: PartyContext, object: number): boolean {
  const { tree } = context;
  const first = childrenOf(tree, object)[0] ?? object;
  return tree.tokens[Math.min(first, object) - 1]?.text === "," || tree.tokens[Math.min(first, object)]?.text === ",";
}

const days = new Set(
  "spring summer autumn winter week month year times monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split(
    " ",
  ),
);
