/**
 * What Whomet says about one article, as JSON: the form that commands print, files hold, stores keep and the graph is built
 * from. Offsets are UTF-16, half-open, into the article's source text.
 */
import type { DatePrecision, Manner, Modality, ParticipantRole } from "./meeting.ts";
import type { EntityType } from "./mention.ts";
import type { Channel } from "./quote.ts";
import type { Span, TextSpan } from "./span.ts";

export interface AnnotatedMention extends TextSpan {
  readonly type: EntityType;
  readonly form: "name" | "pronoun" | "description";
  /** Id of one of the annotation's entities. */
  readonly entity: string;
  readonly confidence: number;
}

export interface AnnotatedRole {
  readonly title: string;
  readonly of: string | null;
  readonly former: boolean;
}

export interface AnnotatedEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly AnnotatedRole[];
}

/** An entity id, or null when the words refer to nobody that could be named, with those words. */
export interface EntityReference extends TextSpan {
  readonly entity: string | null;
}

export interface AnnotatedQuote extends TextSpan {
  readonly kind: "direct" | "indirect" | "mixed";
  readonly cue: TextSpan | null;
  readonly speaker: EntityReference | null;
  // What follows is absent from annotations that older versions stored; its meaning stands in domain/quote.ts.
  readonly cueKind?: string | null;
  readonly jointSpeakers?: readonly EntityReference[];
  readonly onBehalfOf?: string | null;
  readonly addressee?: EntityReference | null;
  readonly channel?: Channel | null;
  readonly saying?: number;
  readonly confidence: number;
  readonly decidedBy: string;
}

export interface AnnotatedDate extends TextSpan {
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: DatePrecision;
}

export interface AnnotatedParticipant extends EntityReference {
  readonly named: boolean;
  /** What they do in it, where the words tell; absent in annotations of older versions. */
  readonly role?: ParticipantRole | null;
}

/** Who says so, with the number of unnamed sources, the body they speak for, and the outlet they told. */
export interface AnnotatedAttribution extends EntityReference {
  readonly count?: number | null;
  readonly onBehalfOf?: string | null;
  readonly toldTo?: EntityReference | null;
}

export interface AnnotatedMeeting {
  readonly participants: readonly AnnotatedParticipant[];
  readonly modality: Modality;
  readonly manner: Manner;
  readonly place: string | null;
  readonly date: AnnotatedDate | null;
  readonly trigger: TextSpan;
  readonly evidence: TextSpan;
  /** True where others carry the words between the sides. */
  readonly mediated?: boolean;
  readonly attribution: readonly AnnotatedAttribution[];
  readonly confidence: number;
  readonly decidedBy: string;
}

export interface AnnotatedSkip extends TextSpan {
  /** What the words could have been; absent in annotations of older versions. */
  readonly of?: "quote" | "meeting";
  readonly reason: string;
}

/** A token in its tree (Universal Dependencies v2). */
export interface AnnotatedToken extends Span {
  /** Universal part of speech. */
  readonly tag: string;
  /** Index into the same list; -1 for the root of a sentence. */
  readonly head: number;
  readonly relation: string;
}

export interface Annotation {
  readonly id: string;
  readonly file: string | null;
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  /** Only for formats whose text had to be extracted (HTML). */
  readonly text?: string;
  readonly mentions: readonly AnnotatedMention[];
  readonly entities: readonly AnnotatedEntity[];
  readonly quotes: readonly AnnotatedQuote[];
  readonly meetings: readonly AnnotatedMeeting[];
  readonly skipped: readonly AnnotatedSkip[];
  /** Only when it was asked for (`--with syntax`). */
  readonly tokens?: readonly AnnotatedToken[];
}

/** An annotation beside the source text its offsets point into: all that the graph needs to know of an article. */
export interface AnnotatedArticle {
  readonly annotation: Annotation;
  readonly text: string;
  /** Where the file lies on disk (absolute), so that a changed file replaces its earlier self; null for streams. */
  readonly path: string | null;
}
