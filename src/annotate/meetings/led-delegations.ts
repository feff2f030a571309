/** Delegations by what somebody in front of them does: "led a delegation to Chad", "led a delegation on a visit to Chad", "at the head of a delegation". */
import { baseRelation, childBy, childrenBy, headOf, lowerOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { modalityOfVerb } from "./clause-modality.ts";
import type { Contact } from "./contact.ts";
import { subjectParties } from "./contact-sides.ts";
import { hostsAbroad, isForItself } from "./guests-and-hosts.ts";
import { inRole, type Party, type PartyContext } from "./party-context.ts";
import { partiesBehind, partiesOf } from "./phrase-sides.ts";
import { inOrTo, toWord } from "./prepositions.ts";
import { contactOf, contactOnly, type SentenceBounds } from "./read-cue.ts";

const leading = /^(?:lead(?:s|ing)?|led|head(?:s|ed|ing)|tak(?:e|es|en|ing)|took|bring(?:s|ing)?|brought)$/u;
const coming = /^(?:arriv|land|flew|fl(?:y|ies)$|travel|came|went|visit)/u;

/** The delegation that a verb has its subject lead, as the head of its phrase; else -1. */
function ledBy(tree: SyntaxTree, verb: number): number {
  const isDelegation = (noun: number): boolean => /^(?:delegation|deputation)$/u.test(lowerOf(tree, noun));
  if (leading.test(lowerOf(tree, verb))) return childrenBy(tree, verb, "obj").find((noun) => noun > verb && isDelegation(noun)) ?? -1;
  if (!coming.test(lowerOf(tree, verb))) return -1;
  const front = childrenBy(tree, verb, "obl").find(
    (noun) => lowerOf(tree, noun) === "head" && lowerOf(tree, childBy(tree, noun, "case")) === "at",
  );
  return front === undefined ? -1 : (childrenBy(tree, front, "nmod").find(isDelegation) ?? -1);
}

/** The delegation and those it is of. */
function partsOf(tree: SyntaxTree, delegation: number): number[] {
  return [delegation, ...childrenBy(tree, delegation, "nmod")];
}

/** The delegation without where it is led: "a delegation of teachers [to Chad]". */
function partiesLed(context: PartyContext, delegation: number): Party[] {
  const { tree } = context;
  const goal = partsOf(tree, delegation)
    .flatMap((part) => childrenBy(tree, part, "nmod"))
    .find((place) => lowerOf(tree, childBy(tree, place, "case")) === "to");
  const last = tree.tokens[childBy(tree, goal ?? -1, "case") - 1];
  return partiesOf(context, [delegation]).map((party) => (goal !== undefined && last ? { ...party, end: last.end } : party));
}

/** "led a delegation on a visit to Chad": the delegation that whoever visits leads, by the noun of the visit or the verb of the journey. */
export function delegationsLed(context: PartyContext, cue: number): Party[] {
  const { tree } = context;
  const delegation = [cue, ...(baseRelation(tree, cue) === "obl" ? [headOf(tree, cue)] : [])]
    .map((verb) => ledBy(tree, verb))
    .find((noun) => noun >= 0);
  return delegation === undefined ? [] : partiesLed(context, delegation);
}

/** Reads "led a delegation to Chad", "arrived in Chad at the head of a delegation"; null for any other. */
export function readLed(context: PartyContext, verb: number, { endToken }: SentenceBounds): Contact | null {
  const { tree } = context;
  const delegation = ledBy(tree, verb);
  if (delegation < 0 || context.isSport || isForItself(tree, verb)) return null;
  // "heads the Union's delegation to Chad": an office.
  if (!/^an?$/u.test(lowerOf(tree, childBy(tree, delegation, "det")))) return null;
  const leaders = subjectParties(context, verb).filter(({ kind }) => kind === "person" || kind === "pronoun");
  const [leader] = leaders;
  if (leader === undefined || leaders.some(({ kind, entityIndex }) => kind === "pronoun" && entityIndex === null)) return null;
  const words = coming.test(lowerOf(tree, verb)) ? inOrTo : toWord;
  const places = [verb, ...partsOf(tree, delegation)].flatMap((at) => partiesBehind(context, at, words));
  const hosts = hostsAbroad(context, places, leader);
  if (hosts.length === 0) return null;
  const sides = [...inRole([...leaders, ...partiesLed(context, delegation)], "visitor"), ...inRole(hosts, "host")];
  return contactOnly(contactOf(context, verb, sides, modalityOfVerb(tree, verb, endToken), "visit"));
}
