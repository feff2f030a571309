/** Articles, outlets, entities and quotes as nodes, with what connects them. */
import type { AnnotatedArticle, AnnotatedMention, AnnotatedQuote } from "../domain/annotation.ts";
import type { EntityType } from "../domain/mention.ts";
import { covers } from "../domain/span.ts";
import { compareText, tidyName } from "./fold-name.ts";
import type { GraphWriter } from "./graph-writer.ts";
import { addTo, groupBy } from "./group-by.ts";
import { outletId, quoteId } from "./ids.ts";
import type { LinkedEntities, LinkedEntity } from "./link-entities.ts";
import { foldOutlet } from "./name-tables.ts";
import type { TitleHolders } from "./title-holders.ts";

const origin = { x: 0, y: 0 } as const;
const fromArticles = { manual: null } as const;
export const entityLabels = { PERSON: "Person", ORGANIZATION: "Organization", PLACE: "Place" } as const satisfies Record<
  EntityType,
  string
>;

/** Adds everything that single articles say; returns the number of quotes. */
export function addArticles(
  writer: GraphWriter,
  articles: readonly AnnotatedArticle[],
  entities: LinkedEntities,
  holders: TitleHolders,
): number {
  const outlets = addOutlets(writer, articles);
  for (const { annotation, text, path } of articles) {
    const { id, title, publishedAt, url, file, outlet } = annotation;
    writer.addNode({
      kind: "Article",
      id,
      title,
      publishedAt,
      url,
      file,
      text,
      annotation: JSON.stringify(annotation),
      path,
      ...fromArticles,
      ...origin,
    });
    const publisher = outlet === null ? undefined : outlets.get(foldOutlet(outlet));
    if (publisher !== undefined) writer.addRelationship(id, publisher, { kind: "PUBLISHED_BY" });
  }
  const mentions = articles.map(({ annotation }, articleIndex) => groupMentions(annotation.mentions, articleIndex, entities));
  addEntities(writer, entities, mentions);
  addRoles(writer, entities);

  let quotes = 0;
  articles.forEach((article, articleIndex) => {
    for (const [entity, list] of mentions[articleIndex] ?? []) addMentions(writer, article.annotation.id, entity, list);
    quotes += addQuotes(writer, article, articleIndex, { entities, holders });
  });
  return quotes;
}

/** Outlets under their most frequent spelling; folded name → node id. */
function addOutlets(writer: GraphWriter, articles: readonly AnnotatedArticle[]): Map<string, string> {
  const spellings = groupBy(
    articles.flatMap(({ annotation }) =>
      annotation.outlet === null || foldOutlet(annotation.outlet) === "" ? [] : [tidyName(annotation.outlet)],
    ),
    foldOutlet,
  );
  const ids = new Map<string, string>();
  for (const [folded, names] of [...spellings].toSorted(([a], [b]) => compareText(a, b))) {
    const counts = [...groupBy(names, (name) => name)].toSorted(([a, x], [b, y]) => y.length - x.length || compareText(a, b));
    const id = writer.freeId(outletId(folded));
    ids.set(folded, id);
    writer.addNode({ kind: "Outlet", id, name: counts[0]?.[0] ?? folded, ...origin });
  }
  return ids;
}

/** Entity → its mentions in one article, in text order. */
function groupMentions(
  mentions: readonly AnnotatedMention[],
  articleIndex: number,
  entities: LinkedEntities,
): Map<LinkedEntity, AnnotatedMention[]> {
  const groups = new Map<LinkedEntity, AnnotatedMention[]>();
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const entity = entities.find(articleIndex, mention.entity);
    if (entity) addTo(groups, entity, mention);
  }
  return groups;
}

function addEntities(
  writer: GraphWriter,
  { entities }: LinkedEntities,
  mentions: readonly ReadonlyMap<LinkedEntity, readonly AnnotatedMention[]>[],
): void {
  for (const entity of entities) {
    const articleIndexes = new Set(entity.references.map(({ articleIndex }) => articleIndex));
    const count = [...articleIndexes].reduce((sum, index) => sum + (mentions[index]?.get(entity)?.length ?? 0), 0);
    const { id, name, aliases, keys, type, wikidata } = entity;
    writer.addNode({
      kind: entityLabels[type],
      id,
      name,
      aliases,
      keys,
      wikidata,
      mentions: count,
      articles: articleIndexes.size,
      ...fromArticles,
      ...origin,
    });
  }
}

function addMentions(writer: GraphWriter, articleId: string, entity: LinkedEntity, mentions: readonly AnnotatedMention[]): void {
  writer.addRelationship(articleId, entity.id, {
    kind: "MENTIONS",
    count: mentions.length,
    starts: mentions.map(({ start }) => start),
    ends: mentions.map(({ end }) => end),
    texts: mentions.map(({ text }) => text),
  });
}

/** A person's roles at organisations and places; titles that differ only in case are one. */
function addRoles(writer: GraphWriter, { entities, find }: LinkedEntities): void {
  for (const person of entities) {
    if (person.type !== "PERSON") continue;
    const told = person.references.flatMap(({ articleIndex, roles }) =>
      roles.flatMap(({ title, of, former }) => {
        const body = of === null ? null : find(articleIndex, of);
        return body && body.type !== "PERSON" ? [{ title: tidyName(title), body: body.id, former }] : [];
      }),
    );
    const alike = groupBy(told, ({ title, body, former }) => `${body}\n${title.toLowerCase()}\n${former}`);
    for (const [, roles] of [...alike].toSorted(([a], [b]) => compareText(a, b))) {
      const titles = [...groupBy(roles, ({ title }) => title)].toSorted(([a, x], [b, y]) => y.length - x.length || compareText(a, b));
      const [role] = roles;
      if (role)
        writer.addRelationship(person.id, role.body, {
          kind: "HAS_ROLE",
          title: titles[0]?.[0] ?? role.title,
          former: role.former,
          ...fromArticles,
        });
    }
  }
}

/** From this confidence on a pronoun or a description says whom a quote is about, as a name does. */
const clearEnough = 0.7;

function addQuotes(
  writer: GraphWriter,
  { annotation }: AnnotatedArticle,
  articleIndex: number,
  { entities, holders }: { readonly entities: LinkedEntities; readonly holders: TitleHolders },
): number {
  const clear = annotation.mentions.filter(({ form, confidence }) => form === "name" || confidence >= clearEnough);
  const seen = new Set<string>();
  for (const quote of annotation.quotes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const span = `${quote.start}-${quote.end}`;
    if (seen.has(span)) continue;
    seen.add(span);
    const id = writer.freeId(quoteId(annotation.id, quote));
    const find = (entity: string | null | undefined): LinkedEntity | null =>
      entity ? (entities.find(articleIndex, entity) ?? null) : null;
    const speaker = quote.speaker?.entity ? find(quote.speaker.entity) : quote.speaker && holders.find(articleIndex, quote.speaker);
    addQuote(writer, id, { article: annotation.id, quote, speaker }, find);
    // "I" and "we" are the speaker's own.
    const speakers = new Set([quote.speaker, ...(quote.jointSpeakers ?? [])].map((speaker) => speaker?.entity));
    const about = new Set(
      clear.flatMap((mention) => {
        if (!covers(quote, mention) || (mention.form !== "name" && speakers.has(mention.entity))) return [];
        return entities.find(articleIndex, mention.entity)?.id ?? [];
      }),
    );
    for (const entity of [...about].toSorted(compareText)) writer.addRelationship(id, entity, { kind: "ABOUT" });
  }
  return seen.size;
}

function addQuote(
  writer: GraphWriter,
  id: string,
  { article, quote, speaker }: { readonly article: string; readonly quote: AnnotatedQuote; readonly speaker: LinkedEntity | null },
  find: (entity: string | null | undefined) => LinkedEntity | null,
): void {
  const { start, end, text, kind, confidence } = quote;
  const cue = quote.cue?.text ?? null;
  writer.addNode({
    kind: "Quote",
    id,
    article,
    start,
    end,
    text,
    quoteKind: kind,
    cue,
    cueKind: quote.cueKind ?? null,
    addressee: quote.addressee?.text ?? null,
    channel: quote.channel ?? null,
    saying: quote.saying ?? null,
    cluster: null,
    changedFrom: [],
    changedTo: [],
    speakerText: quote.speaker?.text ?? null,
    speakerId: speaker?.id ?? null,
    speakerName: speaker?.name ?? null,
    onBehalfOf: find(quote.onBehalfOf)?.id ?? null,
    confidence,
    ...origin,
  });
  writer.addRelationship(article, id, { kind: "CONTAINS" });
  // a place that speaks for its government stays a property of the quote
  const speakers = new Set([speaker, ...(quote.jointSpeakers ?? []).map(({ entity }) => find(entity))]);
  for (const one of speakers) if (one && one.type !== "PLACE") writer.addRelationship(one.id, id, { kind: "SAID", confidence, cue });
}
