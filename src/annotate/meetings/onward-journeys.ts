/** Where those who govern go on to: "after her visit to Chad she will travel to Mali", "visited Chad before flying to Mali". */
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { modalityOfVerb } from "./clause-modality.ts";
import type { Contact } from "./contact.ts";
import { subjectParties } from "./contact-sides.ts";
import { calendarWords } from "./described-person.ts";
import { hostsAbroad } from "./guests-and-hosts.ts";
import { holdsOffice, isMister } from "./offices.ts";
import { inRole, type PartyContext } from "./party-context.ts";
import { isTime, partiesBehind } from "./phrase-sides.ts";
import { toWord } from "./prepositions.ts";
import { contactOf, contactOnly, type SentenceBounds } from "./read-cue.ts";

const onward =
  /^(?:travel(?:s|led|ed|ling|ing)?|go(?:es|ing|ne)?|went|head(?:s|ed|ing)?|fl(?:y|ies|ew|own|ying)|mov(?:e|es|ed|ing)|continu(?:e|es|ed|ing)|proceed(?:s|ed|ing)?)$/u;
const visits = /^(?:visit(?:s|ed|ing)?|trip|tour)$/u;

/** Reads a verb of travel beside a visit; null where nobody in office goes on to another country, or where more is told of what for. */
export function readOnward(context: PartyContext, verb: number, bounds: SentenceBounds): Contact | null {
  const { tree } = context;
  if (
    !onward.test(lowerOf(tree, verb)) ||
    !pennTagOf(tree, verb).startsWith("VB") ||
    !isBesideVisit(tree, verb) ||
    tellsWhatFor(tree, verb)
  )
    return null;
  const [visitor, ...others] = subjectParties(context, verb);
  if (visitor === undefined || others.length > 0 || !(holdsOffice(context, visitor) || isMister(context, visitor))) return null;
  const hosts = hostsAbroad(context, partiesBehind(context, verb, toWord), visitor);
  if (hosts.length === 0) return null;
  const sides = [...inRole([visitor], "visitor"), ...inRole(hosts, "host")];
  const contact = contactOf(context, verb, sides, modalityOfVerb(tree, verb, bounds.endToken), "visit");
  return contactOnly(contact);
}

/** "will travel there after her visit", "will visit it before flying there", "visited it and then went there". */
function isBesideVisit(tree: SyntaxTree, verb: number): boolean {
  const isVisit = (token: number): boolean => visits.test(lowerOf(tree, token));
  const above = headOf(tree, verb);
  // "visited Chad on Monday before flying to Mali": on which day she went there is not said.
  if (/^(?:conj|advcl)$/u.test(baseRelation(tree, verb)) && /^visit/u.test(lowerOf(tree, above)))
    return !hasDay(tree, above) || hasDay(tree, verb);
  return childrenBy(tree, verb, "obl", "advcl").some(
    (child) => isVisit(child) && /^(?:after|following|before)$/u.test(lowerOf(tree, childBy(tree, child, "case", "mark"))),
  );
}

function hasDay(tree: SyntaxTree, verb: number): boolean {
  return childrenBy(tree, verb, "obl").some((child) => calendarWords.test(lowerOf(tree, child)) || isTime(tree, child));
}

/** "to Mali for a summit", "to Mali to meet B", "home to Mali". */
function tellsWhatFor(tree: SyntaxTree, verb: number): boolean {
  if (childrenBy(tree, verb, "advmod").some((word) => /^(?:home|back)$/u.test(lowerOf(tree, word)))) return true;
  if (childrenBy(tree, verb, "obl").some((phrase) => lowerOf(tree, childBy(tree, phrase, "case")) === "for")) return true;
  return childrenBy(tree, verb, "xcomp", "advcl", "acl").some(
    (purpose) => purpose > verb && pennTagOf(tree, purpose) === "VB" && lowerOf(tree, childBy(tree, purpose, "mark")) === "to",
  );
}
