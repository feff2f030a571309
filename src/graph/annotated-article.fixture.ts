/**
 * Annotated articles for tests, with the mentions written into the text: `[Adam Boehler|p1] met [Hamas|o1] in [Doha|l1]. [He|p1|pronoun]
 * …`. The first letter of an id is its type: p for a person, o for an organisation, l for a place.
 */
import type {
  AnnotatedArticle,
  AnnotatedMeeting,
  AnnotatedMention,
  AnnotatedQuote,
  AnnotatedRole,
  EntityReference,
} from "../domain/annotation.ts";
import type { DatePrecision, Manner, Modality } from "../domain/meeting.ts";
import type { EntityType } from "../domain/mention.ts";
import type { TextSpan } from "../domain/span.ts";
import { loadNameTables } from "./name-tables.ts";

export const tables = loadNameTables();

export interface GivenMeeting {
  /** Local ids of named parties, or words for unnamed ones: `Hamas officials@o1`, `a group of hostages@`. */
  readonly parties: readonly string[];
  readonly modality?: Modality;
  readonly manner?: Manner;
  readonly place?: string;
  readonly date?: readonly [from: string | null, to: string | null, precision?: DatePrecision];
  /** A stretch of the text without marks; default all of it. */
  readonly evidence?: string;
  readonly attribution?: string;
  readonly confidence?: number;
}

export interface GivenArticle {
  readonly publishedAt?: string;
  readonly outlet?: string;
  readonly file?: string;
  /** Local id → roles as `[title, body, "former"?]`. */
  readonly roles?: Readonly<Record<string, readonly (readonly [title: string, of: string | null, former?: "former"])[]>>;
  readonly meetings?: readonly GivenMeeting[];
  /** Stretches of the text without marks, with the local id of the speaker, or the words for one that no entity stands for: `mayor@`. */
  readonly quotes?: readonly { readonly text: string; readonly speaker: string | null; readonly kind?: AnnotatedQuote["kind"] }[];
}

const types: Readonly<Record<string, EntityType>> = { p: "PERSON", o: "ORGANIZATION", l: "PLACE" };

/** An article as the annotator would give it. */
export function annotated(id: string, marked: string, given: GivenArticle = {}): AnnotatedArticle {
  const { text, mentions } = readMarks(marked);
  const ids = [...new Set(mentions.map(({ entity }) => entity))];
  const locate = (stretch: string): TextSpan => {
    const start = text.indexOf(stretch);
    if (start < 0) throw new Error(`"${stretch}" is not in "${text}"`);
    return { start, end: start + stretch.length, text: stretch };
  };
  return {
    text,
    path: null,
    annotation: {
      id,
      file: given.file ?? null,
      title: null,
      publishedAt: given.publishedAt ?? null,
      outlet: given.outlet ?? null,
      url: null,
      mentions,
      entities: ids.map((entity) => {
        const forms = [...new Set(mentions.filter((m) => m.entity === entity && m.form === "name").map((m) => m.text))];
        const name = forms.toSorted((a, b) => b.length - a.length)[0] ?? entity;
        const roles = (given.roles?.[entity] ?? []).map(
          ([title, of, former]): AnnotatedRole => ({ title, of, former: former !== undefined }),
        );
        return { id: entity, type: types[entity[0] ?? ""] ?? "PERSON", name, aliases: forms.filter((form) => form !== name), roles };
      }),
      quotes: (given.quotes ?? []).map(({ text: stretch, speaker, kind = "direct" }) => ({
        ...locate(stretch),
        kind,
        cue: null,
        speaker: speaker === null ? null : speaker.endsWith("@") ? { ...locate(speaker.slice(0, -1)), entity: null } : named(speaker),
        confidence: 0.9,
        decidedBy: "given",
      })),
      meetings: (given.meetings ?? []).map((meeting) => readMeeting(meeting, text, locate)),
      skipped: [],
    },
  };
}

function named(entity: string): EntityReference {
  return { start: 0, end: 0, text: entity, entity };
}

function readMeeting(given: GivenMeeting, text: string, locate: (stretch: string) => TextSpan): AnnotatedMeeting {
  const evidence = given.evidence === undefined ? { start: 0, end: text.length, text } : locate(given.evidence);
  return {
    participants: given.parties.map((party) => {
      const [words = "", of] = party.split("@");
      const entity = of === undefined ? words : of === "" ? null : of;
      // words that the sentence has are where they stand
      const at = of === undefined ? -1 : evidence.text.indexOf(words);
      const start = evidence.start + Math.max(at, 0);
      return { start, end: at < 0 ? start : start + words.length, text: words, entity, named: of === undefined };
    }),
    modality: given.modality ?? "held",
    manner: given.manner ?? "unknown",
    place: given.place ?? null,
    date: given.date ? { start: 0, end: 0, text: "then", from: given.date[0], to: given.date[1], precision: given.date[2] ?? "day" } : null,
    trigger: { start: evidence.start, end: evidence.start + 3, text: evidence.text.slice(0, 3) },
    evidence,
    attribution: given.attribution === undefined ? [] : [{ start: 0, end: 0, text: given.attribution, entity: given.attribution }],
    confidence: given.confidence ?? 0.8,
    decidedBy: "given",
  };
}

function readMarks(marked: string): { text: string; mentions: AnnotatedMention[] } {
  const mentions: AnnotatedMention[] = [];
  let text = "";
  let position = 0;
  for (const match of marked.matchAll(/\[([^\]|]+)\|([^\]|]+)(?:\|(pronoun|description))?\]/gu)) {
    const [whole, words = "", entity = "", form] = match;
    text += marked.slice(position, match.index);
    mentions.push({
      start: text.length,
      end: text.length + words.length,
      text: words,
      type: types[entity[0] ?? ""] ?? "PERSON",
      form: form === "pronoun" || form === "description" ? form : "name",
      entity,
      confidence: 1,
    });
    text += words;
    position = match.index + whole.length;
  }
  return { text: text + marked.slice(position), mentions };
}
