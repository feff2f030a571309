/**
 * Tours of those who govern: "began a tour of Chad and Mali", "a tour that took her to Chad", "her tour included stops in Chad". Each country is
 * visited for itself. Singers and teams tour as well, so the visitor's office has to be known.
 */
import type { Skipped } from "../../domain/meeting.ts";
import { baseRelation, childBy, childrenBy, headOf, lowerOf, relationOf } from "../syntax/syntax-tree.ts";
import { modalityOfVerb } from "./clause-modality.ts";
import type { Contact } from "./contact.ts";
import { type ModalityReading, read } from "./modality-stances.ts";
import { modalityOfNoun } from "./noun-modality.ts";
import { leftSides } from "./noun-owners.ts";
import { holdsOffice } from "./offices.ts";
import { inRole, isCountry, type Party, type PartyContext } from "./party-context.ts";
import { partiesBehind, partiesOf } from "./phrase-sides.ts";
import { ofWord, toWord } from "./prepositions.ts";
import { contactOf, type SentenceBounds } from "./read-cue.ts";

/** Where a tour goes, and what the words that say so tell of whether it took place; null for the words of the tour itself. */
interface Itinerary {
  readonly countries: readonly Party[];
  readonly reading: ModalityReading | null;
}

/** Reads "tour"; null where nobody in office tours a country that is named. */
export function readTour(context: PartyContext, tour: number, bounds: SentenceBounds): Contact | Skipped | null {
  const { tree } = context;
  const { countries, reading } = itineraryOf(context, tour, bounds.endToken);
  if (countries.length === 0) return null;
  const visitors = leftSides(context, [tour], tour, "visit", true).filter((party) => holdsOffice(context, party));
  const [visitor] = visitors;
  if (visitor === undefined || countries.some(({ entityIndex }) => entityIndex === visitor.entityIndex)) return null;
  const sides = [...inRole(visitors, "visitor"), ...inRole(countries, "host")];
  return contactOf(context, tour, sides, reading ?? modalityOfNoun(tree, tour, bounds.endToken), "visit");
}

function itineraryOf(context: PartyContext, tour: number, sentenceEnd: number): Itinerary {
  const { tree } = context;
  const named = (parties: readonly Party[]): Party[] => parties.filter((party) => party.named && isCountry(context, party.entityIndex));
  const own = named(partiesBehind(context, tour, ofWord));
  if (own.length > 0) return { countries: own, reading: null };
  // "a tour that took her to Chad", "the tour took her to Chad".
  const verbs = [...childrenBy(tree, tour, "acl"), ...(baseRelation(tree, tour) === "nsubj" ? [headOf(tree, tour)] : [])];
  for (const verb of verbs) {
    if (!/^(?:t[ao]k(?:e|es|en|ing)|took|br(?:ing|ings|ought)|lead|leads|led)$/u.test(lowerOf(tree, verb))) continue;
    const countries = named(partiesBehind(context, verb, toWord));
    if (countries.length > 0) return { countries, reading: modalityOfVerb(tree, verb, sentenceEnd) };
  }
  // "her tour included stops in Chad and Mali".
  const including = baseRelation(tree, tour) === "nsubj" && /^includ(?:e|es|ed|ing)$/u.test(lowerOf(tree, headOf(tree, tour)));
  if (including) {
    const stops = childrenBy(tree, headOf(tree, tour), "obj");
    const countries = named(stops.flatMap((stop) => partiesBehind(context, stop, inOrTo)));
    return { countries, reading: modalityOfVerb(tree, headOf(tree, tour), sentenceEnd) };
  }
  // "Chad is the third stop on her tour".
  const stop = relationOf(tree, tour) === "nmod" && /^(?:stop|leg)$/u.test(lowerOf(tree, headOf(tree, tour))) ? headOf(tree, tour) : -1;
  const copula = childBy(tree, stop, "cop");
  if (stop >= 0 && copula >= 0) {
    const reading = lowerOf(tree, copula) === "is" ? read("ongoing", "stop-on-tour") : modalityOfVerb(tree, stop, sentenceEnd);
    return { countries: named(partiesOf(context, childrenBy(tree, stop, "nsubj"))), reading };
  }
  return { countries: [], reading: null };
}

const inOrTo = new Set(["in", "to"]);
