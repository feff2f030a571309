/** What stands beside a verb of meeting: "each other", "again", "face to face", "with tear gas". */
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  lowerOf,
  relationOf,
  type SyntaxTree,
  tagOf,
} from "../syntax/syntax-tree.ts";
import type { PartyContext } from "./party-context.ts";
import { partiesOf } from "./phrase-sides.ts";
import { saysByPhone } from "./read-cue.ts";
import { spells } from "./verb-senses.ts";

/** "sat face to face on Monday", "sat across the table from B". */
export function isFaceToFace({ tree }: PartyContext, verb: number, within = 3): boolean {
  for (let at = verb + 1; at <= verb + within; at += 1)
    if (lowerOf(tree, at) === "face" && lowerOf(tree, at + 1) === "to" && lowerOf(tree, at + 2) === "face") return true;
  return false;
}

/** "spent an hour on the phone". */
export function isOnPhone(tree: SyntaxTree, verb: number): boolean {
  for (let at = verb + 1; at < verb + 10; at += 1)
    if (/^(?:phone|telephone)$/u.test(lowerOf(tree, at)) && lowerOf(tree, at - 2) === "on") return true;
  return false;
}

/** "spent the evening together"; not "together with B". */
export function isTogether(tree: SyntaxTree, verb: number): boolean {
  return [verb, ...childrenBy(tree, verb, "obj")]
    .flatMap((at) => childrenBy(tree, at, "advmod"))
    .some((child) => child > verb && lowerOf(tree, child) === "together" && lowerOf(tree, child + 1) !== "with");
}

/** "was lobbied in person". */
export function isInPerson(tree: SyntaxTree, verb: number): boolean {
  return childrenBy(tree, verb, "obl", "advmod").some(
    (child) => lowerOf(tree, child) === "person" && lowerOf(tree, childBy(tree, child, "case")) === "in",
  );
}

/** "sat across from B", "sat opposite B": where B sits; "sat with B for an hour". */
export const facing: ReadonlySet<string> = new Set(["across", "opposite"]);

/** "views", "opinions": what is exchanged in talk. */
export function isViews(tree: SyntaxTree, token: number): boolean {
  return /^(?:views|opinions|ideas|pleasantries)$/u.test(lowerOf(tree, token));
}

/** "exchanged greetings by telephone": else they may have been sent. */
export function isGreetingByPhone(context: PartyContext, verb: number, object: number): boolean {
  const isGreeting = /^(?:greetings|congratulations|compliments)$/u.test(lowerOf(context.tree, object));
  return isGreeting && (saysByPhone(context, verb) || saysByPhone(context, object));
}

/** "sat with B for six hours". */
export function lastsHours(tree: SyntaxTree, verb: number): boolean {
  return childrenBy(tree, verb, "obl").some(
    (child) => /^(?:hours?|minutes?)$/u.test(lowerOf(tree, child)) && lowerOf(tree, childBy(tree, child, "case")) === "for",
  );
}

export function isAddressing(tree: SyntaxTree, verb: number): boolean {
  return childrenBy(tree, verb, "obl").some((child) => child > verb && lowerOf(tree, childBy(tree, child, "case")) === "to");
}

/** "along with A and B": one of those whom the phrase names. */
export function isAlongside(tree: SyntaxTree, party: number): boolean {
  let at = party;
  for (let steps = 0; steps < 4 && childBy(tree, at, "case") < 0; steps += 1) {
    if (!["conj", "appos", "flat"].includes(baseRelation(tree, at))) return false;
    at = headOf(tree, at);
  }
  return childrenBy(tree, at, "case").some((mark) => lowerOf(tree, mark) === "along" || lowerOf(tree, mark - 1) === "along");
}

/** "each other", "one another": the object says that the subjects met, not whom. */
export function isEachOther({ tree }: PartyContext, object: number): boolean {
  const [word, next] = [lowerOf(tree, object), lowerOf(tree, object + 1)];
  return (
    (word === "each" && next === "other") ||
    (word === "one" && next === "another") ||
    (word === "other" && lowerOf(tree, object - 1) === "each")
  );
}

export function saysAgain({ tree }: PartyContext, verb: number): boolean {
  return childrenBy(tree, verb, "advmod").some((child) => lowerOf(tree, child) === "again");
}

/** "met by police with tear gas", "was met with protests by B". */
export function isMetWithThing(context: PartyContext, verb: number): boolean {
  const { tree } = context;
  const phrases = childrenBy(tree, verb, "obl", "obl:agent");
  return [...phrases, ...phrases.flatMap((phrase) => childrenBy(tree, phrase, "nmod"))].some(
    (phrase) =>
      lowerOf(tree, childBy(tree, phrase, "case")) === "with" &&
      partiesOf(context, [phrase]).length === 0 &&
      !spells.test(lowerOf(tree, phrase)),
  );
}
/** "see each other", "ran into one another". */
export function saysEachOther({ tree }: PartyContext, verb: number): boolean {
  for (let at = verb + 1; at <= verb + 2; at += 1) {
    const [word, next] = [lowerOf(tree, at), lowerOf(tree, at + 1)];
    if ((word === "each" && next === "other") || (word === "one" && next === "another")) return true;
  }
  return false;
}

/** "Lee and Ray last spoke in June", "spoke for an hour": with one another; "spoke at a rally" is a speech. */
export function isOnceMore({ tree }: PartyContext, verb: number): boolean {
  if ([verb - 1, ...childrenOf(tree, verb)].some((child) => onceMore.has(lowerOf(tree, child)))) return true;
  return lastsHours(tree, verb) || childrenBy(tree, verb, "obl").some((place) => isAmongGuests(tree, place));
}

/** "spoke at a party", "at a friend's wedding": where one speaks with one another. */
function isAmongGuests(tree: SyntaxTree, place: number): boolean {
  return (
    /^(?:party|wedding|reception|barbecue|airport|restaurant|bar)$/u.test(lowerOf(tree, place)) &&
    lowerOf(tree, childBy(tree, place, "case")) === "at"
  );
}

/** "Lee and Ray spoke today", "spoke on Monday": nothing but when, so with one another. */
export function tellsOnlyWhen(tree: SyntaxTree, verb: number): boolean {
  let isDated = false;
  for (const child of childrenOf(tree, verb)) {
    if (child < verb || tagOf(tree, child) === "PUNCT") continue;
    if (!["obl", "advmod", "obj"].includes(baseRelation(tree, child)) || !spells.test(lowerOf(tree, child))) return false;
    isDated = true;
  }
  return isDated;
}

/** "when it opened", "before he left": a clause that says when. */
export function tellsWhen(tree: SyntaxTree, clause: number): boolean {
  return childrenBy(tree, clause, "mark", "advmod").some(
    (child) => child < clause && /^(?:when|before|after|because|while|until|since)$/u.test(lowerOf(tree, child)),
  );
}

const onceMore = new Set(["last", "again", "privately", "directly", "briefly"]);

/** True when a comma stands before the phrase's preposition. */
export function isSetOff({ tree }: PartyContext, head: number): boolean {
  const preposition = childBy(tree, head, "case", "mark");
  return preposition > 0 && tree.tokens[preposition - 1]?.text === ",";
}

/** "a man he met in prison": what a clause with a subject and no object of its own describes, is its object. */
export function describedBy({ tree }: PartyContext, verb: number): number[] {
  const subject = childBy(tree, verb, "nsubj");
  if (relationOf(tree, verb) !== "acl:relcl" || subject < 0 || /^(?:who|which|that|they|we|both)$/u.test(lowerOf(tree, subject))) return [];
  // "the group, whose members met": the group is not met.
  if (lowerOf(tree, childBy(tree, subject, "nmod:poss")) === "whose") return [];
  // "told reporters that he and B would meet": each other.
  if (childBy(tree, subject, "conj") >= 0 || lowerOf(tree, childBy(tree, verb, "mark")) === "that") return [];
  // "a man he met with in Oslo" has its "with" without a noun; "a man he met with aides" does not.
  const isWith = (child: number): boolean => {
    const mark = childBy(tree, child, "case");
    return lowerOf(tree, mark) === "with" && tagOf(tree, mark + 1) !== "ADP";
  };
  const isOther = childrenBy(tree, verb, "obl", "advmod", "mark").some(
    (child) => /^(?:where|when|why|how|whom?|which)$/u.test(lowerOf(tree, child)) || isWith(child),
  );
  return isOther ? [] : [headOf(tree, verb)];
}
