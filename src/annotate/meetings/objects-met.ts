/** What stands as the object of a verb of meeting: who is met, what only looks like it, and asides that the parser took for one. */
import { objectsOf } from "../syntax/clause-subjects.ts";
import { childBy, childrenOf, lowerOf, relationOf, tagOf } from "../syntax/syntax-tree.ts";
import { isPress, type Party, type PartyContext, widestAt } from "./party-context.ts";
import { isOccasion } from "./party-nouns.ts";
import { partiesOf } from "./phrase-sides.ts";
import { describedBy, isEachOther } from "./verb-adjuncts.ts";
import { spells } from "./verb-senses.ts";

const vehicles = /^(?:planes?|aircraft|jet|helicopter|flights?|trains?|bus|ships?|boat|car|motorcade|convoy)$/u;

const demands =
  /^(?:demands?|needs?|requirements?|expectations?|deadlines?|obligations?|standards?|conditions?|targets?|goals?|criteria)$/u;

/** The objects of a verb that may be met, first to last: neither each other nor an occasion, an aside or another clause. */
export function objectsMet(context: PartyContext, verb: number): number[] {
  const { tree } = context;
  const objects = objectsOf(tree, verb).flatMap((object) => {
    const named = whomBehindName(context, verb, object);
    if (named !== object) return [named];
    // "where Ray hosted and Lee sang": another clause begins.
    const isOfVerb = object > verb && lowerOf(tree, verb + 1) !== "and";
    const isDescribed =
      relationOf(tree, verb) === "acl:relcl" && !/^(?:times?|occasions?|months?|weeks?|years?)$/u.test(lowerOf(tree, object));
    const isOther =
      isEachOther(context, object) ||
      (isOccasion(lowerOf(tree, object)) && isAside(context, object)) ||
      isEachOther(context, childBy(tree, object, "nmod:poss"));
    return (isOfVerb || isDescribed) && !isOther ? [object] : [];
  });
  if (objects.length === 0 && /^(?:met|meet|visited)$/u.test(lowerOf(tree, verb))) objects.push(...describedBy(context, verb));
  return objects;
}

/** "said of Ann Lee, whom she met in Oslo": the name before the comma, where the clause hangs on another word; else the object itself. */
function whomBehindName(context: PartyContext, verb: number, object: number): number {
  const { tree } = context;
  if (lowerOf(tree, object) !== "whom" || object > verb || tree.tokens[object - 1]?.text !== ",") return object;
  const name = widestAt(context, object - 2);
  return name?.type === "PERSON" && name.endToken === object - 1 ? name.firstToken : object;
}

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
