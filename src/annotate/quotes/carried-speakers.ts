/**
 * Who speaks where the text says only "he", "the striker", "the 45-year-old": the one who spoke in the sentence before, or whom that
 * sentence tells of. Coreference, which comes before the quotes, does not know who speaks.
 */
import type { Document } from "../../domain/document.ts";
import type { Entity } from "../../domain/entity.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { Quote, Speaker } from "../../domain/quote.ts";
import { covers, firstFrom } from "../../domain/span.ts";
import { foldCase } from "../../text/fold-case.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { isDemonym } from "../../text/lexicon.ts";
import { nounGender, nounKind, singularOf } from "../../text/noun-kinds.ts";
import { countryOf, hasUnnamedCounterpart } from "../coreference/description-origins.ts";
import { accusers } from "../coreference/own-antecedents.ts";
import type { SieveContext } from "./quoted-stretch.ts";
import { mainSubject } from "./sieve-parts.ts";
import { mentionsIn } from "./speaker-phrases.ts";

type Input = Document<"sentences" | "tokens" | "mentions" | "entities">;

/** The words that say who speaks, where they point back at somebody. */
interface Pointer {
  readonly form: "pronoun" | "description";
  readonly gender: Entity["gender"];
  /** The countries that a description names: "the Kazakh leader". */
  readonly origins: readonly string[];
}

/** A quote among its sentences: from where it or its frame begins to where the last of them ends. */
interface Place {
  readonly firstSentence: number;
  readonly lastSentence: number;
}

/** The quotes, in the order given, with the entity of every speaker who is told by what goes before. Quotes must be in text order. */
export function withCarriedSpeakers(doc: Input, context: SieveContext, quotes: readonly Quote[]): Quote[] {
  const placeOf = places(doc);
  let last: { readonly quote: Quote; readonly place: Place } | null = null;
  const carried = new Map<number, number | null>();
  return quotes.map((given) => {
    const place = placeOf(given);
    const isInner = last !== null && covers(last.quote, given);
    // Whom somebody speaks of as "he" is not the one who speaks.
    const isInTurn = isInner && (last?.quote.decidedBy === "turn" || last?.quote.decidedBy === "interview");
    const quote = asBefore(given, carried) ?? (isInTurn ? given : resolved(given, place, last, doc, context));
    if (quote.speaker && quote.speaker.entityIndex !== given.speaker?.entityIndex)
      carried.set(quote.speaker.start, quote.speaker.entityIndex);
    if (!isInner) last = { quote, place };
    return quote;
  });
}

/** The quote with the entity that was found for the same words before: a saying's later parts name them again. */
function asBefore(quote: Quote, carried: ReadonlyMap<number, number | null>): Quote | null {
  const entityIndex = quote.speaker ? carried.get(quote.speaker.start) : undefined;
  return quote.speaker && entityIndex !== undefined ? { ...quote, speaker: { ...quote.speaker, entityIndex } } : null;
}

function resolved(
  quote: Quote,
  place: Place,
  last: { readonly quote: Quote; readonly place: Place } | null,
  doc: Input,
  context: SieveContext,
): Quote {
  const { speaker } = quote;
  const body = speaker && speaker.entityIndex === null && quote.jointSpeakers.length === 0 ? bodyOf(speaker, place, doc, context) : null;
  if (speaker && body !== null) return { ...quote, speaker: { ...speaker, entityIndex: body } };
  const pointer = speaker && quote.jointSpeakers.length === 0 ? pointerOf(doc, speaker, context.lexicon) : null;
  if (!speaker || !pointer) return quote;
  const isKnown = speaker.entityIndex !== null;
  // "Prosecutor Ann Lee told jurors … She had denied …": the accused, whoever spoke before.
  if (quote.cueKind === "denied" && isAccuser(last?.quote.speaker?.entityIndex ?? null, doc)) return quote;
  if (isKnown && pointer.form === "description") return quote;
  const named =
    last && follows(quote, pointer, isKnown, place, last.place, doc) ? spokeLast(last.quote, pointer, doc, context.lexicon) : undefined;
  const entityIndex = named ?? (isKnown || named === null ? named : toldOfBefore(place.firstSentence, pointer, doc, context));
  return entityIndex === undefined ? quote : { ...quote, speaker: { ...speaker, entityIndex } };
}

function isAccuser(entityIndex: number | null, { entities, mentions, tokens }: Input): boolean {
  const own = entities[entityIndex ?? -1]?.mentionIndexes ?? [];
  return own.some((index) => {
    const mention = mentions[index];
    return mention?.form === "name" && accusers.has(tokens[mention.firstToken - 1]?.lower ?? "");
  });
}

const bodyNouns = /^the (?:club|company|firm|union|charity|bank|airline|retailer|chipmaker|carmaker|manufacturer|operator)$/iu;

/** The body that "the club" or "the company" means, where the sentence before tells of one; else null. */
function bodyOf({ start, end }: Speaker, { firstSentence }: Place, doc: Input, context: SieveContext): number | null {
  const sentence = doc.sentences[firstSentence - 1];
  if (!sentence || !bodyNouns.test(doc.article.text.slice(start, end))) return null;
  const acts = mainSubject(context, sentence)?.entityIndex;
  return acts != null && doc.entities[acts]?.type === "ORGANIZATION" ? acts : null;
}

/** "he", "she", "the striker", "the Pole", "the 45-year-old"; null for whom nobody named need be meant ("the official", "a nurse"). */
function pointerOf({ article, tokens }: Pick<Input, "article" | "tokens">, { start, end }: Speaker, lexicon: Lexicon): Pointer | null {
  const words = article.text.slice(start, end);
  const lower = words.toLowerCase();
  if (lower === "he" || lower === "she") return { form: "pronoun", gender: lower === "he" ? "male" : "female", origins: [] };
  const described = /^the (?:[\p{L}\d'’-]+ ){0,3}([\p{L}\d-]+)$/iu.exec(words);
  const noun = described?.[1]?.toLowerCase() ?? "";
  if (
    !described ||
    singularOf(noun) !== noun ||
    unnamed.has(noun) ||
    bodies.has(noun) ||
    /^the (?:former|other|new|first|second|third|next|same|late) /iu.test(words)
  )
    return null;
  const isPerson = /\d-year-old$/u.test(noun) || nounKind(noun, lexicon) === "person" || /(?:er|ist)$/u.test(noun);
  const isNational =
    /^\p{Lu}/u.test(described[1] ?? "") && (nationals.has(noun) || (isDemonym(lexicon, noun) && !/(?:sh|ch|ese)$/u.test(noun)));
  if (!(isPerson && !/^\p{Lu}/u.test(described[1] ?? "")) && !isNational) return null;
  const origins = isNational ? [] : lower.split(" ").flatMap((word) => lexicon.countryByDemonym.get(word)?.name ?? []);
  if (origins.length > 0 && hasUnnamedCounterpart({ tokens }, { firstToken: firstFrom(tokens, start) }, origins, lexicon)) return null;
  return { form: "description", gender: nounGender(noun), origins };
}

const nationals = new Set(
  "scot pole dane swede finn turk spaniard briton serb croat slovak czech dutchman frenchman irishman welshman".split(" "),
);

/** Nouns for those whom papers do not name. */
const unnamed = new Set(
  "official source witness aide diplomat spokesman spokeswoman spokesperson person man woman resident officer insider soldier caller user reader viewer author newspaper letter paper number member order power answer matter victim lawyer attorney reporter interviewer moderator narrator other".split(
    " ",
  ),
);

/** Nouns that look like people and are mostly companies. */
const bodies = new Set(
  "supplier maker manufacturer carrier broadcaster publisher retailer lender insurer developer producer operator provider employer builder contractor distributor".split(
    " ",
  ),
);

/** True where nothing but the end of a sentence stands between the two. A known "he" is told otherwise only where he goes on speaking. */
function follows(quote: Quote, { form }: Pointer, isKnown: boolean, place: Place, before: Place, doc: Input): boolean {
  const { sentences } = doc;
  if (place.firstSentence - before.lastSentence > 1) return false;
  const isSameParagraph = sentences[place.firstSentence]?.paragraphIndex === sentences[before.lastSentence]?.paragraphIndex;
  return isSameParagraph || (form === "pronoun" && (!isKnown || quote.cueKind === "added" || isStranger(quote, place, doc)));
}

/** `Lee, a lawyer, told them so. ⏎ The port had closed, he said.`: whom "he" was taken for is named neither there nor in the sentence before; its speaker goes on. Whom words in marks name is not who says them. */
function isStranger(quote: Quote, { firstSentence, lastSentence }: Place, { entities, mentions, sentences }: Input): boolean {
  const from = sentences[firstSentence - 1]?.start ?? Number.POSITIVE_INFINITY;
  const to = sentences[lastSentence]?.end ?? 0;
  const own = entities[quote.speaker?.entityIndex ?? -1]?.mentionIndexes ?? [];
  return !own.some((index) => {
    const mention = mentions[index];
    if (mention?.form !== "name" || (quote.kind !== "indirect" && covers(quote, mention))) return false;
    return mention.start >= from && mention.end <= to;
  });
}

/** Who spoke last, if the words fit: an entity, null for somebody who has no name; undefined where they do not fit. */
function spokeLast({ speaker, jointSpeakers }: Quote, pointer: Pointer, doc: Input, lexicon: Lexicon): number | null | undefined {
  if (!speaker || jointSpeakers.length > 0) return undefined;
  if (speaker.entityIndex === null) {
    // "A spokesman said … He added": he has no name.
    const noun =
      /(\p{L}+)(?: (?:for|of|from|at|in|with) .*)?$/u.exec(doc.article.text.slice(speaker.start, speaker.end))?.[1]?.toLowerCase() ?? "";
    const isOne = nounKind(noun, lexicon) === "person" && !/[^s]s$/u.test(noun);
    return pointer.form === "pronoun" && isOne ? null : undefined;
  }
  return fits(speaker.entityIndex, pointer, doc, lexicon) ? speaker.entityIndex : undefined;
}

function fits(entityIndex: number, { gender, origins }: Pointer, { entities }: Pick<Input, "entities">, lexicon: Lexicon): boolean {
  const entity = entities[entityIndex];
  if (entity?.type !== "PERSON" || (gender !== null && entity.gender !== null && entity.gender !== gender)) return false;
  if (origins.length === 0) return true;
  // "the Kazakh leader" is not the Finnish president.
  const own = entity.roles.flatMap(({ ofEntityIndex, former }) => {
    const body = former ? undefined : entities[ofEntityIndex ?? -1];
    return body?.type === "PLACE" ? (countryOf(foldCase(body.name), lexicon) ?? []) : [];
  });
  return own.length === 0 || own.some((country) => origins.includes(country));
}

/** Who acts in the sentence before, in the same paragraph; else the only person of it. */
function toldOfBefore(sentenceIndex: number, pointer: Pointer, doc: Input, context: SieveContext): number | undefined {
  const sentence = doc.sentences[sentenceIndex - 1];
  if (!sentence || sentence.paragraphIndex !== doc.sentences[sentenceIndex]?.paragraphIndex) return undefined;
  const acts = mainSubject(context, sentence)?.entityIndex;
  if (acts != null && fits(acts, pointer, doc, context.lexicon)) return acts;
  return onlyPerson(sentence, pointer, doc, context);
}

function onlyPerson(sentence: TokenRange, pointer: Pointer, doc: Input, { lookup, lexicon }: SieveContext): number | undefined {
  const persons = new Set(mentionsIn(lookup, sentence).flatMap(({ type, entityIndex }) => (type === "PERSON" ? [entityIndex] : [])));
  const [only] = persons;
  return persons.size === 1 && only !== undefined && fits(only, pointer, doc, lexicon) ? only : undefined;
}

/** Finds the sentences of a quote and its frame. */
function places({ sentences }: Input): (quote: Quote) => Place {
  const sentenceAt = (offset: number): number => {
    let first = 0;
    for (let over = sentences.length; first < over; ) {
      const middle = (first + over) >> 1;
      if ((sentences[middle]?.end ?? 0) <= offset) first = middle + 1;
      else over = middle;
    }
    return first;
  };
  return ({ start, end, cue }) => ({
    firstSentence: Math.min(sentenceAt(start), cue ? sentenceAt(cue.start) : Number.POSITIVE_INFINITY),
    lastSentence: Math.max(sentenceAt(end - 1), cue ? sentenceAt(cue.start) : 0),
  });
}
