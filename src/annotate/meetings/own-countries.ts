/** "her country", "his government" as a side: the country of whoever it is said to be, where the article tells it. */
import type { TokenRange } from "../../domain/mention.ts";
import { subjectsOf } from "../syntax/clause-subjects.ts";
import { childBy, childrenBy, headOf, isUnder, lowerOf, relationOf, tagOf } from "../syntax/syntax-tree.ts";
import { isPredicate } from "../syntax/verb-groups.ts";
import { bodyOf, isCountry, type PartyContext, widestAt } from "./party-context.ts";
import { isAudience, isPlural, partyKind } from "./party-nouns.ts";
import { phraseOf } from "./party-phrases.ts";

const countries = /^(?:country|nation|homeland|government|administration|cabinet)$/u;

/** The country that a phrase calls his, hers or theirs ("officials of her country"), as its entity; null where nothing tells which it is. */
export function ownCountry(context: PartyContext, { firstToken, endToken }: TokenRange): number | null {
  const { tree } = context;
  for (let noun = firstToken; noun < endToken; noun += 1) {
    const owner = countries.test(lowerOf(tree, noun)) ? childBy(tree, noun, "nmod:poss") : -1;
    if (!/^(?:his|her|their|whose)$/u.test(lowerOf(tree, owner))) continue;
    const isOfState = /^(?:country|nation|homeland)$/u.test(lowerOf(tree, noun));
    const person = context.lookup.covering.has(owner) ? owner : ownerAbove(context, owner);
    return person < 0 ? null : countryOfOwner(context, person, isOfState);
  }
  return null;
}

/** Who the nearest clause outwards is about, of those whom the pronoun may stand for: an unnamed person or one whose name is known; else -1. */
function ownerAbove(context: PartyContext, pronoun: number): number {
  const { tree } = context;
  const word = lowerOf(tree, pronoun);
  for (let verb = headOf(tree, pronoun), steps = 0; verb >= 0 && steps < 12; verb = headOf(tree, verb), steps += 1) {
    if (word === "whose") {
      if (relationOf(tree, verb) === "acl:relcl") return headOf(tree, verb);
      continue;
    }
    if (!isPredicate(tree, verb)) continue;
    const [subject, ...others] = subjectsOf(tree, verb);
    if (subject === undefined || subject > pronoun || isUnder(tree, pronoun, subject)) continue;
    // "told the premier that his country …": may be the premier's.
    if (others.length > 0 || childrenBy(tree, verb, "obj", "iobj").some((told) => told < pronoun && isSomebody(context, told))) return -1;
    if (tagOf(tree, subject) === "PRON") return /^(?:he|she|they)$/u.test(lowerOf(tree, subject)) ? subject : -1;
    const isPeople = tagOf(tree, subject) === "NOUN" && partyKind(context.lexicon, lowerOf(tree, subject)) === "person";
    if (isPeople || context.isName[subject]) return isPeople && isPlural(lowerOf(tree, subject)) === (word === "their") ? subject : -1;
  }
  return -1;
}

function isSomebody({ tree, lexicon, isName }: PartyContext, token: number): boolean {
  const word = lowerOf(tree, token);
  return isName[token] === 1 || (partyKind(lexicon, word) === "person" && !isAudience(word));
}

/** The one country that a person's offices are held in, or that the words for somebody unnamed tell. */
function countryOfOwner(context: PartyContext, person: number, isOfState: boolean): number | null {
  const { tree, entities } = context;
  const mention = widestAt(context, person);
  if (mention?.type === "PERSON") {
    const roles = entities[mention.entityIndex]?.roles ?? [];
    // Whoever held an office is of the country still, but no longer has its government; an envoy may be the one sent there.
    const told = roles.filter(({ title, former }) => (isOfState || !former) && !sent.test(title)).map(({ ofEntityIndex }) => ofEntityIndex);
    const [country, ...others] = new Set(told.filter((entity) => isCountry(context, entity)));
    return others.length === 0 ? (country ?? null) : null;
  }
  // "Norway, whose government".
  if (mention && isCountry(context, mention.entityIndex)) return mention.entityIndex;
  if (tagOf(tree, person) !== "NOUN") return null;
  const country = bodyOf(context, phraseOf(context, person));
  return isCountry(context, country) ? country : null;
}

const sent = /\b(?:envoy|ambassador|representative|consul|coordinator|inspector|adviser|advisor|commander)\b/u;
