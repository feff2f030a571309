/** Which common nouns stand for people or for bodies that can act: what decides between "met the envoy" and "met the deadline". */
import type { Lexicon } from "../../text/lexicon.ts";
import { nounKind, singularOf } from "../../text/noun-kinds.ts";

const listening =
  /^(?:sub)?(?:committee|commission|panel|parliament|assembly|congress|senate|gathering|crowd|audience|rally|forum|conference|convention|session|meeting|class|court|tribunal|jury|inquiry)s?$/u;

/** Bodies one speaks to in a speech or as a witness: "spoke to a committee". */
export function isListening(word: string): boolean {
  return listening.test(word);
}

const occasions = /^(?:conference|convention|gathering|rally|forum|session|meeting|summit)s?$/u;

/** What people come together for, and no one who could receive them. */
export function isOccasion(word: string): boolean {
  return occasions.test(word);
}

/** Where people come together: a conference, a city. */
export function isPlaceOfMany(word: string): boolean {
  return isOccasion(word) || isAuthority(word);
}

/** People one speaks to without meeting them. */
const audiences = new Set(
  "reporter journalist media press newsman newsmen correspondent audience crowd viewer listener reader fan public newspaper newscaster interviewer cabinet".split(
    " ",
  ),
);

const morePersons = new Set(
  "counterpart individual insurgent hostage relative wounded guerrilla elder chief head representative official premier sultan emir prince pontiff kid child dissident teen youngster ceo mum mom dad mummy daddy boss chancellor mullah marine broker parliamentarian chair founder enemy ally publisher principal headteacher headmistress herder picketer emperor rebel queen regulator policymaker agent democrat republican communist islamist christian muslim jew catholic protestant mp mca mla mep msp mna".split(
    " ",
  ),
);

/** Who a noun stands for, singular or plural; null for things and places. */
export function partyKind(lexicon: Lexicon, word: string): "person" | "group" | null {
  // "has the authority to": a power, unlike "the authorities".
  // "received the bodies of the dead".
  if (word === "authority" || word === "bodies") return null;
  const kind = nounKind(word, lexicon);
  if (kind === "person" || kind === "group") return kind;
  const singular = singularOf(word);
  // "the writers and the studios".
  if (singular === "studio") return "group";
  // "the city and the union".
  if (isAuthority(word)) return "group";
  return morePersons.has(singular) || (adherent.test(singular) && !otherInIst.test(singular)) ? "person" : null;
}

/** "jihadists", "secessionists": who holds to something, with the words that only end so. */
const adherent = /^[a-z-]{3,}ist$/u;
const otherInIst =
  /(?:^|-)(?:twist|wrist|waist|heist|hoist|joist|moist|exist|resist|assist|insist|consist|persist|enlist|tryst|schist|(?:check|play|short|black|white|wait|hit|wish|price|mailing|honours|laundry|set|track|watch|top|a)?list)$/u;

/** True for the press and the public: one speaks to them without meeting them. */
export function isAudience(word: string): boolean {
  return audiences.has(singularOf(word));
}

/** True for a city, a county or a school district: a place, and an employer that bargains. */
export function isAuthority(word: string): boolean {
  return /^(?:city|county|district|borough)$/u.test(word);
}

/** True for those whom anybody has: friends and family. */
export function isKin(word: string): boolean {
  return /^(?:friends?|relatives|famil(?:y|ies)|children|wife|husband|parents|kids|girlfriend|boyfriend|neighbou?rs)$/u.test(word);
}

/** True for those of the press who ask, unlike those who read or watch. */
export function isReporter(word: string): boolean {
  return /^(?:reporter|journalist|correspondent|newspaper|interviewer|newsman)$/u.test(singularOf(word));
}

const publics = new Set(
  "people voters supporters backers women men citizens folks residents locals crowds customers shoppers tourists fans".split(" "),
);

/** True for whoever may come along: people one talks to without meeting anybody in particular. */
export function isPublic(word: string): boolean {
  return publics.has(word);
}

/** True for the plural of a noun that has one. */
export function isPlural(word: string): boolean {
  return singularOf(word) !== word || word === "people" || word === "police";
}
