/** Whether a word that looks like a verb of meeting is one: gerunds read as nouns, passives without an auxiliary. */
import { baseRelation, childBy, lowerOf, pennTagOf, relationOf, tagOf } from "../syntax/syntax-tree.ts";
import type { PartyContext } from "./party-context.ts";

/** True for a verb, also where the tagger took a gerund or a past form for something else. */
export function isVerbal(context: PartyContext, token: number): boolean {
  const { tree } = context;
  const tag = tagOf(tree, token);
  if (tag === "VERB") return baseRelation(tree, token) !== "amod" && baseRelation(tree, token) !== "compound";
  if (tag === "AUX" || context.isName[token]) return false;
  const word = lowerOf(tree, token);
  // "after meeting Putin": a gerund read as a noun has no determiner and takes an object.
  return (word === "meeting" || word === "visiting") && (pennTagOf(tree, token) === "VBG" || isGerund(context, token));
}

/** "denied meeting B": tagged as a noun, but with an object and without a determiner. */
export function isGerund(context: PartyContext, token: number): boolean {
  const { tree } = context;
  if (!lowerOf(tree, token).endsWith("ing") || childBy(tree, token, "det", "amod", "nmod:poss") >= 0) return false;
  // "announced it after meeting [advcl] in Oslo".
  const isAfter = relationOf(tree, token) === "advcl" && lowerOf(tree, token) === "meeting" && childBy(tree, token, "mark") === token - 1;
  return isAfter || childBy(tree, token, "obj") > token;
}

/** "the envoy met [acl] by the king": a passive that hangs on whom it happened to. */
export function isReducedPassive(context: PartyContext, verb: number): boolean {
  const { tree } = context;
  // "a report that they had met" has a subject and an auxiliary of its own.
  if (childBy(tree, verb, "nsubj", "aux") >= 0) return false;
  return pennTagOf(tree, verb) === "VBN" && baseRelation(tree, verb) === "acl" && relationOf(tree, verb) !== "acl:relcl";
}
