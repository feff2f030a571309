/** Whom one can receive and whom one can visit. */
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { holdsOffice } from "./offices.ts";
import { countryOfCapital, countryOfDemonym, isCapital, isCountry, type Party, type PartyContext, widestAt } from "./party-context.ts";
import { isAuthority, isPublic } from "./party-nouns.ts";
import { partiesOf } from "./phrase-sides.ts";

const delegations = /^(?:delegation|deputation|team|mission|contingent)s?$/u;

/** Whom one can receive: people and delegations, unlike "a party hosted by B". */
export function guestsAmong({ tree }: PartyContext, parties: readonly Party[]): Party[] {
  return parties.filter((party) => {
    if (isGift(tree, party.head)) return false;
    // "received the mission of teaching them".
    const isTask = lowerOf(tree, party.head) === "mission" && lowerOf(tree, party.head + 1) === "of";
    const isDelegation = delegations.test(lowerOf(tree, party.head)) && !isTask;
    return isGuest(party) || isDelegation;
  });
}

/** "received three Academy Awards", "a bachelor of commerce degree", "findings from regulators": what one is given. */
function isGift(tree: SyntaxTree, head: number): boolean {
  const words = [head, head + 1, head + 2].map((at) => lowerOf(tree, at));
  if (gifts.test(words[0] ?? "")) return true;
  // "a bachelor of arts", "a master's in law", "a Bodil [Award]".
  if (/^(?:bachelor|master)s?$/u.test(words[0] ?? "") && /^(?:of|'s|’s|in|degree)$/u.test(words[1] ?? "")) return true;
  return words
    .slice(1)
    .some(
      (word, at) =>
        gifts.test(word) &&
        words
          .slice(1, at + 1)
          .every(
            (between) =>
              /^[\p{L}'’]+$/u.test(between) && !/^(?:and|or|with|for|at|in|on|after|to|from|by|his|her|its|their|the|a|an)$/u.test(between),
          ),
    );
}

const gifts =
  /^(?:award|medal|prize|trophy|trophies|degree|doctorate|diploma|honou?r|nomination|commission|finding|grant|title|scholarship|fellowship|assistance|aid|backing|oscar|grammy|bafta|emmy|knighthood)s?$/u;

/** A person by name, or unnamed people: whom one can receive. An unresolved "it" may stand for a thing. */
function isGuest(party: Party): boolean {
  if (party.isCrowd) return false;
  return party.kind === "person" || party.kind === "pronoun" || (party.kind === "group" && !party.named && party.plural);
}

const seats = /^(?:the )?(?:White House|Kremlin|Vatican|Downing Street|Élysée(?: Palace)?|Elysee(?: Palace)?|Blue House)$/iu;

const directions = /^(?:north|south|east|west|central|coastal|rural|upper|lower)(?:ern|eastern|western|east|west)?$/u;

/** "visited a specialist", "consulted his lawyers": whom one pays for help, without a name. */
export function isPractitioner({ tree }: PartyContext, { named, head }: Party): boolean {
  return !named && practitioners.test(lowerOf(tree, head));
}

const practitioners =
  /^(?:doctor|specialist|dentist|physician|therapist|surgeon|psychiatrist|psychologist|physiotherapist|optician|lawyer|attorney|solicitor|barrister|accountant|hairdresser|vet)s?$/u;

/** Bodies that one visits as buildings or places. */
const sites =
  /^(?:schools?|universities|institutions?|colleges|churches|hospitals?|companies|firms|factories|museums|laborator(?:y|ies)|academies|mosques|temples|communities|villages|towns|cities|districts|neighbou?rhoods)$/u;

/** Whom one visits: people, a country, or a country by its capital where the article names it. */
export function hostsOf(context: PartyContext, parties: readonly Party[]): Party[] {
  return parties.flatMap((party) => {
    // "visited the city of Lima": the place.
    if (isPractitioner(context, party) || isAuthority(lowerOf(context.tree, party.head))) return [];
    // "has visited 50 countries": nobody's guest.
    const isCounted = childBy(context.tree, party.head, "det", "nmod:poss") < 0;
    if (!party.named && sites.test(lowerOf(context.tree, party.head))) return [];
    if (!party.named && isCounted && /^(?:countries|nations|states|regions)$/u.test(lowerOf(context.tree, party.head))) return [];
    // "visited northern Iraq": a region, as whose guest nobody comes.
    if (party.named && childrenBy(context.tree, party.head, "amod").some((word) => directions.test(lowerOf(context.tree, word)))) return [];
    if (party.kind === "person" || party.kind === "pronoun" || isCountry(context, party.entityIndex))
      return party.kind === "group" && !party.plural ? [] : [party];
    // "paid a visit to the family of the dead man".
    if (lowerOf(context.tree, party.head) === "family" && lowerOf(context.tree, childBy(context.tree, party.head, "det")) === "the")
      return [party];
    if (party.kind === "group" && !party.named && party.plural) return [party];
    // "will visit the White House": whose seat it is, is the host.
    if (party.named && seats.test(context.entities[party.entityIndex ?? -1]?.name ?? "")) return [party];
    // A capital stands for its country; where the article does not name that, for itself.
    const country = countryOfCapital(context, party.entityIndex);
    if (country !== null) return [{ ...party, entityIndex: country, named: true }];
    return isCapital(context, party.entityIndex) ? [party] : [];
  });
}

/** "visited Cuba to attend a concert", "a trip to Cuba to run a race": what the journey is for is no matter of who governs there. */
export function isForItself(tree: SyntaxTree, visit: number): boolean {
  return childrenBy(tree, visit, "advcl", "acl", "xcomp").some(
    (purpose) =>
      purpose > visit &&
      pennTagOf(tree, purpose) === "VB" &&
      lowerOf(tree, childBy(tree, purpose, "mark")) === "to" &&
      (pastimes.test(lowerOf(tree, purpose)) || isSpectacle(tree, purpose)),
  );
}

/** "to observe a naval exercise", unlike "to observe the peace process". */
function isSpectacle(tree: SyntaxTree, purpose: number): boolean {
  if (!/^(?:observe|monitor|witness|see|inspect)$/u.test(lowerOf(tree, purpose))) return false;
  return childrenBy(tree, purpose, "obj").some((object) => spectacles.test(lowerOf(tree, object)));
}

const spectacles =
  /^(?:exercise|drill|manoeuvre|maneuver|election|vote|poll|referendum|ceremony|launch|eclipse|match|parade|show|festival)s?$/u;

const pastimes =
  /^(?:address|attend|speak|lecture|perform|play|compete|film|shoot|promote|accept|collect|watch|testify|train|run|race|sing|campaign|holiday|shop|marry|adopt)$/u;

/**
 * The hosts of those who visit, for the verb: no country is the host of whoever came for something else, was only allowed to travel there, is
 * the child of somebody in office, or at home there; nor of a pronoun that stands for nobody known.
 */
export function hostsFor(context: PartyContext, verb: number, hosts: readonly Party[], visitors: readonly Party[]): Party[] {
  const { tree } = context;
  const isPrivate =
    visitors.every(
      (visitor) =>
        (visitor.entityIndex === null && visitor.kind === "pronoun") ||
        isRelative(context, visitor) ||
        // "Tourists visiting Cuba".
        (!visitor.named && isPublic(lowerOf(tree, visitor.head))) ||
        mayOnlyTravel(context, verb, visitor),
    ) || isForItself(tree, verb);
  return hosts.filter(
    (host) => host.kind !== "country" || (!isPrivate && visitors.every(({ entityIndex }) => entityIndex !== host.entityIndex)),
  );
}

/** "his eldest son visited Cuba", "his eldest son, Tom Ray, visited Cuba". */
function isRelative(context: PartyContext, visitor: Party): boolean {
  const { tree } = context;
  if (holdsOffice(context, visitor)) return false;
  const words = [visitor.head, headOf(tree, visitor.head), ...childrenBy(tree, visitor.head, "nmod:desc", "compound", "appos")];
  return words.some((word) => relatives.test(lowerOf(tree, word)) && childBy(tree, word, "nmod:poss") >= 0);
}

const relatives = /^(?:son|daughter|brother|sister|nephew|niece|cousin|grandson|granddaughter|father|mother)s?$/u;

/** "allowed Dr. Lee to visit Cuba": a permission to travel, where the traveller holds no office. */
function mayOnlyTravel(context: PartyContext, verb: number, visitor: Party): boolean {
  const { tree } = context;
  if (visitor.kind === "group" || visitor.plural || pennTagOf(tree, verb) !== "VB" || holdsOffice(context, visitor)) return false;
  const above = headOf(tree, verb);
  if (above < 0 || above > verb || !["xcomp", "ccomp", "acl", "advcl"].includes(baseRelation(tree, verb))) return false;
  // "gave her permission to visit Cuba".
  return [above, ...childrenBy(tree, above, "obj")].some((token) => permitting.test(lowerOf(tree, token)));
}

const permitting = /^(?:allow(?:s|ed|ing)?|let|lets|letting|permit(?:s|ted|ting)?|permission|permits?|visas?|clearance)$/u;

/** "is in Cuba to discuss trade", "arrived in Cuba to discuss trade", "are converging on Cuba to mediate": with whom is not said, so with the country. */
export function hostsWhereIn(context: PartyContext, verb: number): Party[] {
  const { tree } = context;
  const stay = headOf(tree, verb);
  if (stay < 0 || pennTagOf(tree, verb) !== "VB" || lowerOf(tree, childBy(tree, verb, "mark")) !== "to") return [];
  const isThere = childBy(tree, stay, "cop") >= 0;
  if (!isThere && !/^(?:arriv|land|flew|fl(?:y|ies|ying)$|head(?:s|ed|ing)$|converg|travel|came|went)/u.test(lowerOf(tree, stay)))
    return [];
  // "is to travel to Cuba to discuss trade", with "is" read as a copula.
  const places = (isThere && tagOf(tree, stay) !== "VERB" ? [stay] : childrenBy(tree, stay, "obl")).filter((place) =>
    ["in", "to", "on"].includes(lowerOf(tree, childBy(tree, place, "case"))),
  );
  const hosts = partiesOf(context, places).filter((party) => party.named && isCountry(context, party.entityIndex));
  // "to discuss ways out of the crisis with the premier": with whom is said, further on; and nobody discusses it in three countries at once.
  for (let at = verb + 1; at < verb + 20 && tree.tokens[at]?.text !== "."; at += 1) if (lowerOf(tree, at) === "with") return [];
  return hosts.length === 1 ? hosts : [];
}

/** A capital where one meets the country's leaders: in others one as often meets a body of many countries, or those whom it mediates between. */
export function isSeatOfOne(context: PartyContext, place: number | null): boolean {
  return isCapital(context, place) && !/^(?:Vienna|Brussels|Addis Ababa|Oslo|Bern|Doha)$/u.test(context.entities[place ?? -1]?.name ?? "");
}

/** Of places that a traveller goes to or speaks in, the countries, and those whose capitals they are, that are not the traveller's own. */
export function hostsAbroad(context: PartyContext, places: readonly Party[], visitor: Party): Party[] {
  return hostsOf(context, places).filter(
    (host) =>
      host.named && (isCountry(context, host.entityIndex) || isSeatOfOne(context, host.entityIndex)) && !isHome(context, host, visitor),
  );
}

/** True where a host is the country that a guest governs or comes from, by the words of an office or in front of the name. */
function isHome(context: PartyContext, host: Party, { entityIndex, head }: Party): boolean {
  const { tree, entities } = context;
  const roles = entities[entityIndex ?? -1]?.roles ?? [];
  if (roles.some(({ ofEntityIndex }) => ofEntityIndex !== null && ofEntityIndex === host.entityIndex)) return true;
  const titles = [head, ...childrenBy(tree, head, "nmod:desc", "compound", "appos")];
  const origins = titles.flatMap((title) => childrenBy(tree, title, "amod", "compound", "nmod"));
  return origins.some(
    (token) => countryOfDemonym(context, token) === host.entityIndex || widestAt(context, token)?.entityIndex === host.entityIndex,
  );
}
