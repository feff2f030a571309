/** One report, in one sentence, of a specific contact between named or unnamed parties. */
import type { Span } from "./span.ts";

export const modalities = ["held", "ongoing", "planned", "cancelled", "refused", "denied", "hypothetical"] as const;
/** Whether it took place. Postponed counts as cancelled. */
export type Modality = (typeof modalities)[number];

export const manners = ["in-person", "call", "talks", "visit", "unknown"] as const;
export type Manner = (typeof manners)[number];

export type DatePrecision = "day" | "week" | "month" | "year" | "vague";

/** When it happened, as an interval of ISO days, both ends included; a null end is open. Never the publication date by default. */
export interface DateExpression extends Span {
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: DatePrecision;
}

export const participantRoles = ["host", "visitor", "mediator"] as const;
/** What somebody does in a meeting, where the words tell. */
export type ParticipantRole = (typeof participantRoles)[number];

export interface Participant extends Span {
  /** The entity itself, or for an unnamed delegation ("Hamas officials") the body it belongs to; null when nothing named stands behind it. */
  readonly entityIndex: number | null;
  /** False for "Hamas officials" and "a group of hostages": the entity is not itself the one who met. */
  readonly named: boolean;
  readonly role: ParticipantRole | null;
}

/** Who says that it happened; the reporter when a meeting has none. */
export interface Attribution extends Span {
  readonly entityIndex: number | null;
  /** How many unnamed people say so ("two sources"); null where the words give no number, and for named speakers. */
  readonly count: number | null;
  /** Of what body a spokesperson or unnamed official speaks; null where the words name none. */
  readonly onBehalfOf: number | null;
  /** Whom they told ("told Reuters"): often the outlet that has it first. */
  readonly toldTo: (Span & { readonly entityIndex: number | null }) | null;
}

export interface Meeting {
  readonly participants: readonly Participant[];
  readonly modality: Modality;
  readonly manner: Manner;
  /** True where others carry the words between the sides: "indirect talks", "through mediators". */
  readonly mediated: boolean;
  readonly placeEntityIndex: number | null;
  readonly date: DateExpression | null;
  /** The word that evokes it. */
  readonly trigger: Span;
  /** The sentence. */
  readonly evidence: Span;
  readonly attribution: readonly Attribution[];
  /** 0 to 1. */
  readonly confidence: number;
  readonly decidedBy: string;
}

/** Something seen that could not be settled, with the reason; nothing is dropped in silence. */
export interface Skipped extends Span {
  readonly reason: string;
}
