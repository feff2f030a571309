/** "called on the president at State House": a visit; unlike "called on the president to resign", an appeal. */
import { baseRelation, childBy, headOf, lowerOf, pennTagOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { seats } from "./sightings.ts";
import { spells } from "./verb-senses.ts";

/** How many words behind the verb are looked at. */
const reach = 30;

/** True where "called on" tells of a visit: it says where or when, or nothing of what the one called on should do. */
export function callsOn(tree: SyntaxTree, verb: number): boolean {
  if (lowerOf(tree, verb + 1) !== "on" || !/^call(?:s|ed|ing)?$/u.test(lowerOf(tree, verb))) return false;
  // "is due to call on the president": a visit has its day, an appeal has none.
  let isOccasion = lowerOf(tree, verb - 1) === "to" && /^(?:due|scheduled|set|slated)$/u.test(lowerOf(tree, verb - 2));
  let isAtHome = false;
  for (let at = verb + 2; at < verb + reach; at += 1) {
    const word = lowerOf(tree, at);
    // "called on the premier.": an appeal would say for what.
    if (word === "." || word === "") return isOccasion || isWhole(tree, verb, at);
    if (word === "to" && pennTagOf(tree, at + 1).startsWith("VB")) return isAtHome || isCourtesy(tree, at + 1);
    if (word === "for") return false;
    isOccasion ||= (["at", "in", "during", "on"].includes(word) && tagOf(tree, at) === "ADP") || spells.test(word) || word === "here";
    isAtHome ||= isSeat(tree, at);
    // "called on the president and discussed the dam".
    if (pennTagOf(tree, at) === "VBD" && lowerOf(tree, at - 1) === "and" && baseRelation(tree, at) === "conj")
      return headOf(tree, at) === verb;
    if (tagOf(tree, at) === "VERB" && !isOccasion) return false;
  }
  return isOccasion;
}

/** "at Raj Bhavan", "at his office": where one calls on people. */
function isSeat(tree: SyntaxTree, token: number): boolean {
  const name = headOf(tree, token);
  const isBuilding =
    seats.has(lowerOf(tree, token)) || /^(?:house|secretariat|bhavan|bhawan|castle|lodge|mansion)$/u.test(lowerOf(tree, token));
  const phrase = childBy(tree, token, "case") >= 0 ? token : name;
  return isBuilding && lowerOf(tree, childBy(tree, phrase, "case")) === "at";
}

/** "to thank him", "to pay her respects": what visitors do. */
function isCourtesy(tree: SyntaxTree, verb: number): boolean {
  const object = lowerOf(tree, childBy(tree, verb, "obj"));
  if (/^(?:him|her|them)$/u.test(object))
    return /^(?:congratulate|thank|greet|brief|apprise|felicitate|wish|invite)$/u.test(lowerOf(tree, verb));
  return /^(?:respects|condolences|farewell|goodbye)$/u.test(object);
}

/** True where nothing but the one called on stands between the verb and the end of the sentence. */
function isWhole(tree: SyntaxTree, verb: number, end: number): boolean {
  for (let at = verb + 2; at < end; at += 1)
    if (!["PROPN", "NOUN", "DET", "ADJ"].includes(tagOf(tree, at)) && !/^(?:,|of|['’]s?)$/u.test(lowerOf(tree, at))) return false;
  return true;
}
