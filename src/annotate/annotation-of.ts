/** A document with all layers → the JSON that Whomet prints and stores. */
import type { Annotation, EntityReference } from "../domain/annotation.ts";
import type { Document } from "../domain/document.ts";
import { withText } from "../domain/span.ts";

export type Annotated = Document<
  "paragraphs" | "sentences" | "tokens" | "names" | "mentions" | "entities" | "quotes" | "skippedQuotes" | "meetings" | "skippedMeetings"
>;

/** The annotation of a document; indexes become ids, spans carry their text. `text` is included only where it was extracted. */
export function annotationOf(doc: Annotated): Annotation {
  const { article } = doc;
  const { text } = article;
  const idOf = (index: number | null): string | null => (index === null ? null : (doc.entities[index]?.id ?? null));
  const reference = (span: { start: number; end: number; entityIndex: number | null }): EntityReference => ({
    entity: idOf(span.entityIndex),
    ...withText(text, span),
  });
  return {
    id: article.id,
    file: article.file,
    title: article.title,
    publishedAt: article.publishedAt,
    outlet: article.outlet,
    url: article.url,
    ...(article.extracted ? { text } : {}),
    mentions: doc.mentions.map((mention) => ({
      ...withText(text, mention),
      type: mention.type,
      form: mention.form,
      entity: idOf(mention.entityIndex) ?? "",
      confidence: mention.confidence,
    })),
    entities: doc.entities.map((entity) => ({
      id: entity.id,
      type: entity.type,
      name: entity.name,
      aliases: entity.aliases,
      roles: entity.roles.map((role) => ({ title: role.title, of: idOf(role.ofEntityIndex), former: role.former })),
    })),
    quotes: doc.quotes.map((quote) => ({
      ...withText(text, quote),
      kind: quote.kind,
      cue: quote.cue && withText(text, quote.cue),
      cueKind: quote.cueKind,
      speaker: quote.speaker && reference(quote.speaker),
      ...(quote.jointSpeakers.length > 0 ? { jointSpeakers: quote.jointSpeakers.map(reference) } : {}),
      onBehalfOf: idOf(quote.onBehalfOf),
      addressee: quote.addressee && reference(quote.addressee),
      channel: quote.channel,
      saying: quote.saying,
      confidence: quote.confidence,
      decidedBy: quote.decidedBy,
    })),
    meetings: doc.meetings.map((meeting) => ({
      participants: meeting.participants.map((participant) => ({
        ...reference(participant),
        named: participant.named,
        role: participant.role,
      })),
      modality: meeting.modality,
      manner: meeting.manner,
      mediated: meeting.mediated,
      place: idOf(meeting.placeEntityIndex),
      date: meeting.date && {
        ...withText(text, meeting.date),
        from: meeting.date.from,
        to: meeting.date.to,
        precision: meeting.date.precision,
      },
      trigger: withText(text, meeting.trigger),
      evidence: withText(text, meeting.evidence),
      attribution: meeting.attribution.map((source) => ({
        ...reference(source),
        count: source.count,
        onBehalfOf: idOf(source.onBehalfOf),
        toldTo: source.toldTo && reference(source.toldTo),
      })),
      confidence: meeting.confidence,
      decidedBy: meeting.decidedBy,
    })),
    skipped: [
      ...doc.skippedQuotes.map((skip) => ({ of: "quote" as const, ...skip })),
      ...doc.skippedMeetings.map((skip) => ({ of: "meeting" as const, ...skip })),
    ]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((skip) => ({ of: skip.of, reason: skip.reason, ...withText(text, skip) })),
  };
}
