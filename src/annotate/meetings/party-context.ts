/** The sides of a meeting as types, and what the entities of the article tell of them: who can act, which country a word of origin means. */
import type { Entity } from "../../domain/entity.ts";
import type { Participant, ParticipantRole } from "../../domain/meeting.ts";
import type { Mention, TokenRange } from "../../domain/mention.ts";
import { foldCase } from "../../text/fold-case.ts";
import { isDemonym, type Lexicon } from "../../text/lexicon.ts";
import { listedOutlet } from "../../text/news-outlets.ts";
import { type MentionLookup, mentionsIn } from "../quotes/speaker-phrases.ts";
import { childBy, childrenBy, lowerOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { isAudience } from "./party-nouns.ts";

export interface PartyContext {
  readonly tree: SyntaxTree;
  /** One a token: true where it lies inside a name. */
  readonly isName: Uint8Array;
  readonly lexicon: Lexicon;
  readonly lookup: MentionLookup;
  readonly entities: readonly Entity[];
  /** Country name → index of its entity in the article. */
  readonly countryEntity: ReadonlyMap<string, number>;
  /** True where the article is about sport: there, sides without a person that "meet" play. */
  readonly isSport: boolean;
  /** Entities of clubs and countries that the article says play against one another. */
  readonly playing: Set<number>;
  /** The sides of the contacts read before, latest last, for "they", "the two leaders". */
  readonly recent: (readonly Party[])[];
  /** The two of whom the sentences before said last that one does something to the other. */
  readonly dealings: (readonly Party[])[];
}

/** What a side is: it decides which cues it fits ("received the ball" is no meeting, "received the envoy" is). */
export type PartyKind = "person" | "group" | "country" | "pronoun";

export interface Party extends Omit<Participant, "role"> {
  readonly role?: ParticipantRole;
  readonly kind: PartyKind;
  /** The token that heads the phrase. */
  readonly head: number;
  /** True where the words speak of more than one: "officials", "they". */
  readonly plural: boolean;
  /** True for words that take up two sides named before: "the two leaders", "both men". */
  readonly isPair?: boolean;
  /** True for a count of people ("more than a million tourists"): nobody's guests. */
  readonly isCrowd?: boolean;
}

/** Country name → entity index, for the countries that the article names. */
export function countryEntities(entities: readonly Entity[], lexicon: Lexicon): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  entities.forEach((entity, index) => {
    const country = entity.type === "PLACE" ? lexicon.countryByName.get(foldCase(entity.name)) : undefined;
    if (country) found.set(country.name, index);
  });
  return found;
}

/** Governments by their seat or country: places that can hold talks. A name that no gazetteer knows may be anybody's. */
export function canAct(context: PartyContext, entityIndex: number): boolean {
  const entity = context.entities[entityIndex];
  if (!entity) return false;
  if (entity.type !== "PLACE") return true;
  const name = foldCase(entity.name);
  return context.lexicon.countryByName.has(name) || context.lexicon.countryByCapital.has(name) || !context.lexicon.places.has(name);
}

/** True when a place is a country, as whose guest one can come. */
export function isCountry(context: PartyContext, entityIndex: number | null): boolean {
  const entity = context.entities[entityIndex ?? -1];
  return entity?.type === "PLACE" && context.lexicon.countryByName.has(foldCase(entity.name));
}

/** True when a place is the capital of a country. */
export function isCapital(context: PartyContext, entityIndex: number | null): boolean {
  const entity = context.entities[entityIndex ?? -1];
  return entity?.type === "PLACE" && context.lexicon.countryByCapital.has(foldCase(entity.name));
}

/** The country whose capital a place is, where the article names that country; else null. */
export function countryOfCapital(context: PartyContext, entityIndex: number | null): number | null {
  const entity = context.entities[entityIndex ?? -1];
  if (entity?.type !== "PLACE") return null;
  const country = context.lexicon.countryByCapital.get(foldCase(entity.name));
  return country ? (context.countryEntity.get(country.name) ?? null) : null;
}

export function widestAt(context: PartyContext, token: number): Mention | null {
  let best: Mention | null = null;
  for (const at of context.lookup.covering.get(token) ?? []) {
    const mention = context.lookup.mentions[at];
    if (!mention) continue;
    // Inside a longer name the head stands at its end ("Hamas" in "Hamas Movement"); a name that only modifies does not count.
    if (!best || mention.endToken - mention.firstToken > best.endToken - best.firstToken) best = mention;
  }
  return best;
}

/** The body that an unnamed delegation belongs to: a name inside the phrase, or the country of its demonym where the article names it. */
export function bodyOf(context: PartyContext, range: TokenRange): number | null {
  // "the envoy to B" is not B's.
  const inside = mentionsIn(context.lookup, range).filter(
    (mention) =>
      mention.type !== "PERSON" &&
      canAct(context, mention.entityIndex) &&
      lowerOf(context.tree, mention.firstToken - 1) !== "to" &&
      !isBirthplace(context.tree, mention),
  );
  const organization = inside.find((mention) => mention.type === "ORGANIZATION");
  const body = organization ?? inside[0];
  if (body) return body.entityIndex;
  for (let index = range.firstToken; index < range.endToken; index += 1) {
    // "Cuban-American leaders".
    if (
      [index - 1, index + 1].some(
        (at) => lowerOf(context.tree, at) === "-" && isDemonym(context.lexicon, lowerOf(context.tree, 2 * at - index)),
      )
    )
      continue;
    const entity = countryOfDemonym(context, index);
    if (entity !== null) return entity;
  }
  return null;
}

/** "her Cuba-born father": where he comes from, not whose he is. */
function isBirthplace(tree: SyntaxTree, { endToken }: Mention): boolean {
  return lowerOf(tree, endToken) === "-" && /^(?:born|bred|raised|educated|trained|based)$/u.test(lowerOf(tree, endToken + 1));
}

export function countryOfDemonym(context: PartyContext, token: number): number | null {
  // "Latin American".
  if (
    lowerOf(context.tree, token) === "american" &&
    /^(?:latin|south|north|central|african|native)$/u.test(lowerOf(context.tree, token - 1))
  )
    return null;
  // "South Sudanese" is not Sudanese.
  const word = lowerOf(context.tree, token);
  const { countryByDemonym } = context.lexicon;
  const country = countryByDemonym.get(`${lowerOf(context.tree, token - 1)} ${word}`) ?? countryByDemonym.get(word);
  return country ? (context.countryEntity.get(country.name) ?? null) : null;
}

/** True for the press and the public: one speaks to them without meeting them ("spoke with reporters", "spoke with CNN"). */
export function isPress(context: PartyContext, party: Party): boolean {
  if (isAudience(lowerOf(context.tree, party.head))) return true;
  if (/^(?:agenc(?:y|ies)|channels?|networks?|outlets?|organi[sz]ations?|crews?)$/u.test(lowerOf(context.tree, party.head)) && !party.named)
    return childrenBy(context.tree, party.head, "compound").some((child) =>
      /^(?:news|radio|television|tv|media)$/u.test(lowerOf(context.tree, child)),
    );
  const entity = party.named ? context.entities[party.entityIndex ?? -1] : undefined;
  if (entity?.type === "PERSON") return isOnAir(context, party);
  return entity?.type === "ORGANIZATION" && isOutlet(entity.name);
}

function isOutlet(name: string): boolean {
  return listedOutlet(name) !== null || outletWords.test(name);
}

/** "radio host Ann Lee", "Channel News's Ann Lee": who asks the questions on the air. */
function isOnAir(context: PartyContext, { head, start }: Party): boolean {
  const { tree } = context;
  let first = head;
  while (first > 0 && (tree.tokens[first - 1]?.start ?? -1) >= start) first -= 1;
  if ((tagOf(tree, first - 1) === "NOUN" && onAir.test(lowerOf(tree, first - 1))) || onAir.test(lowerOf(tree, head))) return true;
  // "Channel News's Morning Ann": the owner may hang on what stands between.
  const owned = [head, ...childrenBy(tree, head, "compound")].find((token) => childBy(tree, token, "nmod:poss") >= 0) ?? head;
  const owner = widestAt(context, childBy(tree, owned, "nmod:poss"));
  return owner?.type === "ORGANIZATION" && isOutlet(context.entities[owner.entityIndex]?.name ?? "");
}

const onAir = /^(?:host|co-host|presenter|anchor|anchorman|anchorwoman|broadcaster|podcaster|interviewer|newsreader)$/u;

/** Words that only outlets have in their names; an "Agency" or a "Review" may be anything. */
const outletWords =
  /(?:^|\s)(?:News|Times|Post|Herald|Tribune|Gazette|Newspaper|Television|TV|Radio|Broadcasting|Journal|Magazine|Newswire|Telegraph|Courier|Chronicle)$/u;

/** The parties in a role, where they have none yet. */
export function inRole(parties: readonly Party[], role: ParticipantRole): Party[] {
  return parties.map((party) => ({ role, ...party }));
}
