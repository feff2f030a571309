/** What questions return: the same rows for the command line, the server and the viewer. */
import type { Modality } from "./meeting.ts";
import type { EntityType } from "./mention.ts";

/** Someone or something an answer is about. `id` and `type` are null for people no name stands for ("a group of hostages"). */
export interface AnswerEntity {
  readonly id: string | null;
  readonly name: string;
  readonly type: EntityType | null;
}

/** A stretch of an article that proves an answer. */
export interface AnswerEvidence {
  /** Article id. */
  readonly article: string;
  readonly outlet: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One meeting of `a` (the one asked about) with `b`. */
export interface MetRow {
  readonly a: AnswerEntity;
  readonly b: AnswerEntity;
  /** Id of the meeting node. */
  readonly meeting: string;
  /** The words for `b` where an unnamed delegation met ("Hamas officials"); null when `b` took part by name. */
  readonly as: string | null;
  readonly modality: Modality;
  readonly place: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly independentSources: number;
  readonly articles: number;
  readonly evidence: readonly AnswerEvidence[];
}

/** One saying, with who is reported to have said it. */
export interface SaidRow {
  readonly speaker: AnswerEntity;
  readonly quote: string;
  readonly text: string;
  readonly kind: "direct" | "indirect" | "mixed";
  readonly cue: string | null;
  readonly confidence: number;
  readonly evidence: AnswerEvidence;
  readonly publishedAt: string | null;
}

/** One step of a chain that connects two entities. */
export interface PathStep {
  readonly from: AnswerEntity;
  readonly to: AnswerEntity;
  /** What connects them: a meeting's title, a role, a shared article's title. */
  readonly through: string;
  readonly evidence: readonly AnswerEvidence[];
}

export interface EntityCard {
  readonly entity: AnswerEntity;
  readonly aliases: readonly string[];
  readonly roles: readonly { readonly title: string; readonly of: AnswerEntity | null; readonly former: boolean }[];
  readonly meetings: readonly MetRow[];
  readonly quotes: readonly SaidRow[];
  readonly articles: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly outlet: string | null;
    readonly publishedAt: string | null;
    readonly mentions: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  }[];
}
