/**
 * Tours of those who govern: "began a tour of Chad and Mali", "a tour that took her to Chad", "her tour included stops in Chad". Each country is
 * visited for itself. Singers and teams tour as well, so the visitor's office has to be known.
 */
import type { Skipped } from "../../domain/meeting.ts";
import {
  baseRelation,
  childBy,
  childrenBy,
  headOf,
  lowerOf,
  pennTagOf,
  relationOf,
  type SyntaxTree,
  tagOf,
} from "../syntax/syntax-tree.ts";
import { isPredicate } from "../syntax/verb-groups.ts";
import { modalityOfVerb } from "./clause-modality.ts";
import type { Contact } from "./contact.ts";
import { subjectParties } from "./contact-sides.ts";
import { hostsOf } from "./guests-and-hosts.ts";
import { type ModalityReading, read } from "./modality-stances.ts";
import { modalityOfNoun } from "./noun-modality.ts";
import { leftSides } from "./noun-owners.ts";
import { holdsOffice, isMister } from "./offices.ts";
import { inRole, isCountry, type Party, type PartyContext } from "./party-context.ts";
import { partiesBehind, partiesOf } from "./phrase-sides.ts";
import { inOrTo, ofWord, toWord } from "./prepositions.ts";
import { contactOf, type SentenceBounds } from "./read-cue.ts";

/** Where a tour goes, what the words that say so tell of whether it took place (null for the words of the tour itself), and who travels. */
interface Itinerary {
  readonly countries: readonly Party[];
  readonly reading: ModalityReading | null;
  /** Who travels, where the words of the tour do not say it. */
  readonly travellers?: readonly Party[];
}

/** Reads "tour"; null where nobody in office tours a country that is named. */
export function readTour(context: PartyContext, tour: number, bounds: SentenceBounds): Contact | Skipped | null {
  const { tree } = context;
  const { countries, reading, travellers } = itineraryOf(context, tour, bounds.endToken);
  if (countries.length === 0) return null;
  const visitors = (travellers ?? leftSides(context, [tour], tour, "visit", true)).filter(
    (party) => holdsOffice(context, party) || (isOfNations(tree, tour) && isMister(context, party)),
  );
  const [visitor] = visitors;
  if (visitor === undefined || countries.some(({ entityIndex }) => entityIndex === visitor.entityIndex)) return null;
  const sides = [...inRole(visitors, "visitor"), ...inRole(countries, "host")];
  return contactOf(context, tour, sides, reading ?? modalityOfNoun(tree, tour, bounds.endToken), "visit");
}

/** Reads "stops" of a journey or of whoever makes them; null where nobody in office stops in a country that is named. */
export function readStops(context: PartyContext, stops: number, bounds: SentenceBounds): Contact | Skipped | null {
  const { tree } = context;
  if (!/^stops?$/u.test(lowerOf(tree, stops)) || (tagOf(tree, stops) !== "NOUN" && baseRelation(tree, stops) !== "obj")) return null;
  const countries = partiesBehind(context, stops, inOrTo).filter((party) => party.named && isCountry(context, party.entityIndex));
  const verb = baseRelation(tree, stops) === "obj" ? headOf(tree, stops) : -1;
  const journey = journeyOf(tree, stops, verb);
  const isMade = /^(?:mak(?:e|es|ing)|made)$/u.test(lowerOf(tree, verb));
  // "her visit to Chad included stops in the north".
  const isWithin = partiesBehind(context, journey, toWord).some(({ entityIndex }) => isCountry(context, entityIndex));
  if (countries.length === 0 || isWithin || (journey < 0 && !isMade)) return null;
  const told = journey < 0 ? subjectParties(context, verb) : leftSides(context, [journey], journey, "visit", true);
  const isTaken = journey >= 0 && told.length === 0 && /^(?:the|this)$/u.test(lowerOf(tree, childBy(tree, journey, "det")));
  const visitors = (isTaken ? travellersBefore(context, bounds.firstToken) : told).filter(
    (party) => holdsOffice(context, party) || isMister(context, party),
  );
  const [visitor, ...others] = visitors;
  if (visitor === undefined || others.length > 0 || countries.some(({ entityIndex }) => entityIndex === visitor.entityIndex)) return null;
  const own = verb < 0 ? modalityOfNoun(tree, journey, bounds.endToken) : modalityOfVerb(tree, verb, bounds.endToken);
  // "the trip includes stops in Chad": some behind, some to come.
  const reading = pennTagOf(tree, verb) === "VBZ" && own.decidedBy === "present" ? read("ongoing", "on-tour") : own;
  return contactOf(context, stops, [...inRole([visitor], "visitor"), ...inRole(countries, "host")], reading, "visit");
}

/** "The trip includes stops", "a trip that includes stops", "a trip with stops": the noun of the journey; else -1. */
function journeyOf(tree: SyntaxTree, stops: number, verb: number): number {
  const isBeside = relationOf(tree, stops) === "nmod" && lowerOf(tree, childBy(tree, stops, "case")) === "with";
  const including = /^includ(?:e|es|ed|ing)$/u.test(lowerOf(tree, verb)) ? verb : -1;
  const isModifier = ["acl", "acl:relcl"].includes(relationOf(tree, including));
  const noun = isBeside ? headOf(tree, stops) : isModifier ? headOf(tree, including) : childBy(tree, including, "nsubj");
  return journeys.test(lowerOf(tree, noun)) ? noun : -1;
}

/** "Ann Lee left for Asia on Friday. The trip …": who the two sentences before say travels, the nearest. */
function travellersBefore(context: PartyContext, firstToken: number): readonly Party[] {
  const { tree } = context;
  const here = tree.tokens[firstToken]?.sentenceIndex ?? 0;
  for (let at = firstToken - 1; here - (tree.tokens[at]?.sentenceIndex ?? Number.NEGATIVE_INFINITY) <= 2; at -= 1) {
    const travellers = journeys.test(lowerOf(tree, at))
      ? leftSides(context, [at], at, "visit", true)
      : travelling.test(lowerOf(tree, at)) && isPredicate(tree, at)
        ? subjectParties(context, at)
        : [];
    if (travellers.length > 0) return travellers;
  }
  return [];
}

const journeys = /^(?:visit|trip|tour|journey|swing|voyage)$/u;
const travelling = /^(?:visit|travel|fl(?:y|ies|ew|ying)$|arriv|depart|le(?:ft|aves?|aving)$|head|embark|go(?:es|ing)?$|set)/u;

function itineraryOf(context: PartyContext, tour: number, sentenceEnd: number): Itinerary {
  const { tree } = context;
  const named = (parties: readonly Party[]): Party[] => parties.filter((party) => party.named && isCountry(context, party.entityIndex));
  const own = named(partiesBehind(context, tour, ofWord));
  if (own.length > 0) return { countries: own, reading: null };
  // "a tour of three African nations": which, is not said.
  const some = partiesBehind(context, tour, ofWord).filter(
    ({ head, plural }) => plural && isNations(tree, head) && childBy(tree, head, "nummod") >= 0,
  );
  if (some.length > 0) return { countries: some, reading: null };
  // "a tour that took her to Chad", "the tour took her to Chad".
  const verbs = [...childrenBy(tree, tour, "acl"), ...(baseRelation(tree, tour) === "nsubj" ? [headOf(tree, tour)] : [])];
  for (const verb of verbs) {
    if (!/^(?:t[ao]k(?:e|es|en|ing)|took|br(?:ing|ings|ought)|lead|leads|led)$/u.test(lowerOf(tree, verb))) continue;
    const countries = named(partiesBehind(context, verb, toWord));
    // "the tour takes her to Chad": she is on her way.
    const isNow = pennTagOf(tree, verb) === "VBZ";
    if (countries.length === 0) continue;
    const taken = partiesOf(context, childrenBy(tree, verb, "obj")).filter(
      ({ kind, named, head }) => kind === "person" && named && tagOf(tree, head) !== "PRON",
    );
    const taking = isNow ? read("ongoing", "on-tour") : modalityOfVerb(tree, verb, sentenceEnd);
    // "Lima is the first stop on a tour that will take Mr. Ray to Chad": of whoever it takes there.
    return taken.length > 0 ? { countries, reading: taking, travellers: taken } : { countries, reading: taking };
  }
  // "the four nations on her tour include Chad", "the four nations on her tour are Chad and Mali".
  const above = relationOf(tree, tour) === "nmod" ? headOf(tree, tour) : -1;
  if (isNations(tree, above) && baseRelation(tree, above) === "nsubj") {
    const verb = headOf(tree, above);
    const copula = childBy(tree, verb, "cop");
    const isListed = copula >= 0 || /^includ(?:e|es|ed|ing)$/u.test(lowerOf(tree, verb));
    const countries = isListed ? named(partiesOf(context, copula >= 0 ? [verb] : childrenBy(tree, verb, "obj"))) : [];
    const isNow = /^(?:are|include)$/u.test(lowerOf(tree, copula >= 0 ? copula : verb)) && childBy(tree, verb, "aux") < 0;
    return { countries, reading: isNow ? read("ongoing", "on-tour") : modalityOfVerb(tree, verb, sentenceEnd) };
  }
  // "Chad is the third stop on her tour".
  const stop = /^(?:stop|leg)$/u.test(lowerOf(tree, above)) ? above : -1;
  const copula = childBy(tree, stop, "cop");
  if (stop >= 0 && copula >= 0) {
    const reading = lowerOf(tree, copula) === "is" ? read("ongoing", "stop-on-tour") : modalityOfVerb(tree, stop, sentenceEnd);
    return { countries: named(partiesOf(context, childrenBy(tree, stop, "nsubj"))), reading };
  }
  return onTheWay(context, tour, sentenceEnd);
}

/** "is in Chad on a tour of Africa", "arrived in Chad, the last stop on her tour", "flew to Chad at the start of a tour". */
function onTheWay(context: PartyContext, tour: number, sentenceEnd: number): Itinerary {
  const { tree } = context;
  const above = relationOf(tree, tour) === "nmod" && stages.test(lowerOf(tree, headOf(tree, tour))) ? headOf(tree, tour) : tour;
  const head = headOf(tree, above);
  const relation = baseRelation(tree, above);
  // "arrived in Chad, the last stop [of Chad or of the verb] on her tour".
  const isAside = above !== tour && ["appos", "parataxis", "obj"].includes(relation);
  if (!isAside && !(relation === "obl" && /^(?:on|as|at|for|during)$/u.test(lowerOf(tree, childBy(tree, above, "case"))))) return nowhere;
  const stay = relation === "appos" ? headOf(tree, head) : head;
  const isThere = childBy(tree, stay, "cop") >= 0;
  if (!isThere && !arriving.test(lowerOf(tree, stay))) return nowhere;
  const places = (isThere ? [stay] : childrenBy(tree, stay, "obl")).filter(
    (place) => place !== above && inOrTo.has(lowerOf(tree, childBy(tree, place, "case"))),
  );
  const countries = hostsOf(context, partiesOf(context, places)).filter(({ kind, named }) => named && kind === "country");
  const isNow = isThere
    ? lowerOf(tree, childBy(tree, stay, "cop")) === "is"
    : /^arriv/u.test(lowerOf(tree, stay)) && childBy(tree, stay, "aux") < 0;
  const reading = isNow ? read("ongoing", "on-tour") : modalityOfVerb(tree, stay, sentenceEnd);
  return { countries, reading, travellers: subjectParties(context, stay) };
}

const nowhere: Itinerary = { countries: [], reading: null };
const stages = /^(?:stop|leg|stage|part|start|beginning|end)$/u;
const arriving = /^(?:arriv|land|flew|fly|flies|travel|came|went)/u;

function isNations(tree: SyntaxTree, noun: number): boolean {
  return /^(?:nations|countries|states)$/u.test(lowerOf(tree, noun));
}

/** "a five-nation tour", "the last stop on her tour": of countries, one by one. */
function isOfNations(tree: SyntaxTree, tour: number): boolean {
  const above = headOf(tree, tour);
  return (
    childrenBy(tree, tour, "compound").some((part) => /^(?:nation|country)$/u.test(lowerOf(tree, part))) ||
    isNations(tree, above) ||
    /^(?:stop|leg)$/u.test(lowerOf(tree, above))
  );
}
