/** Noun phrases → the sides of a meeting: a name, a pronoun, or an unnamed delegation of a named body ("Hamas officials"). */
import type { Entity } from "../../domain/entity.ts";
import type { Participant } from "../../domain/meeting.ts";
import type { TokenRange } from "../../domain/mention.ts";
import { foldCase } from "../../text/fold-case.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import type { Grammar } from "../clauses.ts";
import { coreOf, headMention, type MentionLookup, mentionsIn } from "../quotes/speaker-phrases.ts";
import { audiences, partyNouns } from "./meeting-cues.ts";

export interface PartyContext {
  readonly grammar: Grammar;
  readonly lexicon: Lexicon;
  readonly lookup: MentionLookup;
  readonly entities: readonly Entity[];
  /** Country name → index of its entity in the article. */
  readonly countryEntity: ReadonlyMap<string, number>;
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

/** Governments by their seat or country: places that can hold talks. */
function canAct(context: PartyContext, entityIndex: number): boolean {
  const entity = context.entities[entityIndex];
  if (!entity) return false;
  if (entity.type !== "PLACE") return true;
  const name = foldCase(entity.name);
  return context.lexicon.countryByName.has(name) || context.lexicon.countryByCapital.has(name);
}

/** True when a place is a country, as whose guest one can come. */
export function isCountry(context: PartyContext, entityIndex: number | null): boolean {
  const entity = context.entities[entityIndex ?? -1];
  return entity?.type === "PLACE" && context.lexicon.countryByName.has(foldCase(entity.name));
}

/** The country whose capital a place is, where the article names that country; else null. */
export function countryOfCapital(context: PartyContext, entityIndex: number | null): number | null {
  const entity = context.entities[entityIndex ?? -1];
  if (entity?.type !== "PLACE") return null;
  const country = context.lexicon.countryByCapital.get(foldCase(entity.name));
  return country ? (context.countryEntity.get(country.name) ?? null) : null;
}

const objectPronouns = new Set("he she they him her them we us i".split(" "));

/** The side that a phrase names, or null when it names no one who could meet. */
export function partyOf(context: PartyContext, phrase: TokenRange): Participant | null {
  const { tokens } = context.grammar;
  const range = withoutDeterminer(context, phrase);
  const first = tokens[range.firstToken];
  const last = tokens[range.endToken - 1];
  if (!first || !last) return null;
  const span = { start: first.start, end: last.end };
  const core = coreOf(tokens, range, context.lookup);
  const head = tokens[core.endToken - 1];
  if (!head || audiences.has(head.lower)) return null;
  const mention = headMention(tokens, phrase, context.lookup) ?? headMention(tokens, range, context.lookup);
  if (mention) {
    if (!canAct(context, mention.entityIndex)) return null;
    const named = mention.form === "name" || mention.form === "description";
    return { start: mention.start, end: mention.end, entityIndex: mention.entityIndex, named: mention.form === "pronoun" ? true : named };
  }
  if (range.endToken - range.firstToken === 1 && objectPronouns.has(first.lower)) return { ...span, entityIndex: null, named: false };
  const isPeople = partyNouns.has(head.lower) || isPartyPlural(head.lower);
  if (!isPeople && !isDemonymPhrase(context, core)) return null;
  return { ...span, entityIndex: bodyOf(context, range), named: false };
}

function isPartyPlural(word: string): boolean {
  return word.endsWith("s") && partyNouns.has(word.slice(0, -1));
}

/** "the Israelis", "Palestinian and Egyptian" standing for their governments. */
function isDemonymPhrase(context: PartyContext, core: TokenRange): boolean {
  const head = context.grammar.tokens[core.endToken - 1];
  return head !== undefined && context.lexicon.countryByDemonym.has(head.lower);
}

/** The body that an unnamed delegation belongs to: a name inside the phrase, or the country of its demonym where the article names it. */
function bodyOf(context: PartyContext, range: TokenRange): number | null {
  const inside = mentionsIn(context.lookup, range).filter((mention) => mention.type !== "PERSON" && canAct(context, mention.entityIndex));
  const organization = inside.find((mention) => mention.type === "ORGANIZATION");
  const body = organization ?? inside[0];
  if (body) return body.entityIndex;
  for (let index = range.firstToken; index < range.endToken; index += 1) {
    const country = context.lexicon.countryByDemonym.get(context.grammar.tokens[index]?.lower ?? "");
    const entity = country ? context.countryEntity.get(country.name) : undefined;
    if (entity !== undefined) return entity;
  }
  return null;
}

const leading = new Set(["a", "an", "the", "some", "several", "both", "with"]);

function withoutDeterminer(context: PartyContext, phrase: TokenRange): TokenRange {
  let { firstToken } = phrase;
  while (
    firstToken + 1 < phrase.endToken &&
    leading.has(context.grammar.tokens[firstToken]?.lower ?? "") &&
    !context.grammar.isName[firstToken]
  ) {
    // "a group of hostages" keeps its article: without it the words read oddly in an answer.
    if (context.grammar.tokens[firstToken + 1]?.lower === "group") break;
    firstToken += 1;
  }
  return { firstToken, endToken: phrase.endToken };
}
