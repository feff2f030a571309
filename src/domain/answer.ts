/** What questions return: the same rows for the command line, the server and the viewer. */
import type { Manner, Modality, ParticipantRole } from "./meeting.ts";
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
  /** The article's headline; null when it has none. */
  readonly title: string | null;
  /** The file it was read from; null or absent for standard input. */
  readonly file?: string | null | undefined;
  /** Day of publication; null when unknown. */
  readonly publishedAt: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** For what a person entered by hand: the file, who and when. There is no sentence then, and `text` is empty. */
  readonly manual?: string | undefined;
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
  /** Every modality that some report gives it, sorted: "denied" beside "held" where somebody denies it. */
  readonly modalities: readonly Modality[];
  readonly manner: Manner;
  /** Which part `a` and `b` had, where the articles tell and agree. */
  readonly roles: { readonly a: ParticipantRole | null; readonly b: ParticipantRole | null };
  /** Whether others carried the messages, or brought the sides together. */
  readonly mediated: boolean;
  readonly place: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly independentSources: number;
  /** Whose reporting these are: outlets and agencies, or "article ID" for an article that names none. Sorted. */
  readonly sources: readonly string[];
  readonly articles: number;
  /** In order of publication: the first with a day is who reported it first, as far as the articles show. */
  readonly evidence: readonly AnswerEvidence[];
}

/** What one sentence says about a meeting on which reports differ. */
export interface Statement extends AnswerEvidence {
  readonly modality: Modality;
  /** Where and when this sentence's meeting was, as far as the reports tell. */
  readonly place: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** How many meetings the sentence sums up ("three rounds of talks"), 2 or more; null for one. */
  readonly count: number | null;
}

/**
 * Reports that cannot all be true, or that changed over time. denial: it took place, and it did not; change: planned, then cancelled,
 * refused or held; place: one pair on one day in two places; day: one pair in one place on two days that may be one; count: a series of
 * meetings, of different lengths.
 */
export interface ContradictionRow {
  readonly kind: "denial" | "change" | "place" | "day" | "count";
  /** Ids of the meetings, several only for `place` and `day`. */
  readonly meetings: readonly string[];
  /** The parties, and the place unless there are two. */
  readonly title: string;
  /** What holds by all reports together. */
  readonly modality: Modality;
  readonly independentSources: number;
  /** In order of publication; sentences that make one statement twice appear once. */
  readonly statements: readonly Statement[];
}

/** One meeting of somebody, with all others who took part, in the order in which they happened. */
export interface TimelineRow extends Omit<MetRow, "a" | "b" | "as" | "roles"> {
  readonly who: AnswerEntity;
  readonly role: ParticipantRole | null;
  readonly with: readonly { readonly entity: AnswerEntity; readonly as: string | null; readonly role: ParticipantRole | null }[];
}

/** A word for a meeting that gave none, and why. */
export interface SkippedRow extends AnswerEvidence {
  readonly reason: string;
  /** The words around it, on one line. */
  readonly context: string;
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
  /** What the rows of one saying that several articles print share; null for a saying that stands alone. */
  readonly cluster: string | null;
  /** Where this article words it otherwise than the fullest version. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}

/** One step of a chain that connects two entities. */
export interface PathStep {
  readonly from: AnswerEntity;
  readonly to: AnswerEntity;
  /** What kind of thing connects them. */
  readonly by: "meeting" | "role" | "article";
  /** What connects them: a meeting's title, a role, a shared article's title. */
  readonly through: string;
  readonly evidence: readonly AnswerEvidence[];
}

export interface EntityCard {
  readonly entity: AnswerEntity;
  readonly aliases: readonly string[];
  /** Identifier on Wikidata ("Q30"); null where none is known for certain. */
  readonly wikidata: string | null;
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

/** The rows of `met`, with whom the name was taken to mean: several when only a surname fits several. */
export interface MetAnswer {
  readonly asked: readonly AnswerEntity[];
  /** Strongest first. */
  readonly rows: readonly MetRow[];
}

/** An entity that a name may mean. */
export interface EntityMatch extends AnswerEntity {
  readonly id: string;
  readonly type: EntityType;
  /** What fits: its id, its name, another form of its name, one word of it that stands for it (a surname), or only a part. */
  readonly by: "id" | "name" | "alias" | "key" | "part";
  readonly mentions: number;
  readonly articles: number;
}

/** One find of a search. */
export type SearchHit =
  | {
      readonly kind: "entity";
      readonly id: string;
      readonly entity: AnswerEntity;
      readonly mentions: number;
      readonly articles: number;
    }
  | { readonly kind: "quote"; readonly id: string; readonly speaker: AnswerEntity; readonly evidence: AnswerEvidence }
  | {
      readonly kind: "article";
      readonly id: string;
      readonly title: string;
      readonly outlet: string | null;
      readonly publishedAt: string | null;
    };

/** An article to read, with what was found in it. Offsets point into `text`. */
export interface ArticleAnswer {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly text: string;
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    /** Id and type of the entity. */
    readonly entity: string;
    readonly type: EntityType;
  }[];
  readonly quotes: readonly {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly kind: "direct" | "indirect" | "mixed";
    readonly speaker: AnswerEntity;
  }[];
  readonly claims: readonly {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly modality: Modality;
    /** Id of the meeting. */
    readonly meeting: string;
  }[];
}
