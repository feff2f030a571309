/** The property graph that Whomet builds: kinds of node and relationship, and the graphology graph that holds them. */
import type { MultiDirectedGraph } from "graphology";
import type { DatePrecision, Manner, Modality, ParticipantRole } from "./meeting.ts";

/** Position for the viewer, in arbitrary units; stored, so that the same graph looks the same tomorrow. */
interface Position {
  readonly x: number;
  readonly y: number;
}

/** What a person may have entered by hand, in a graph file (domain/manual.ts), instead of an article telling of it. */
interface Enterable {
  /** Id of the manual source; null for what articles tell of. */
  readonly manual: string | null;
}

/** An article, or a graph file with what a person entered: that has no text, its own id in `manual`, and what it says in `annotation`. */
export interface ArticleNode extends Position, Enterable {
  readonly kind: "Article";
  readonly id: string;
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  /** The file as the user named it. */
  readonly file: string | null;
  /** The source text that every `start` and `end` of this article points into. */
  readonly text: string;
  /** The whole annotation as JSON (domain/annotation.ts), so that a store can be rebuilt or have an article taken out without the files. */
  readonly annotation: string;
  /** Absolute path of the file, by which a changed file finds its earlier self; never exported or served. */
  readonly path: string | null;
}

export interface OutletNode extends Position {
  readonly kind: "Outlet";
  readonly id: string;
  readonly name: string;
}

/** What people, organisations and places share. */
interface EntityNode extends Position, Enterable {
  readonly id: string;
  readonly name: string;
  /** Every other form in which the articles name it. */
  readonly aliases: readonly string[];
  /** Lower-case forms to look it up by: name, aliases, and a person's surname. */
  readonly keys: readonly string[];
  /** Identifier on Wikidata ("Q30"); null where none is known for certain. */
  readonly wikidata: string | null;
  /** How many times the articles mention it, and how many articles do. */
  readonly mentions: number;
  readonly articles: number;
}

export interface PersonNode extends EntityNode {
  readonly kind: "Person";
}
export interface OrganizationNode extends EntityNode {
  readonly kind: "Organization";
}
export interface PlaceNode extends EntityNode {
  readonly kind: "Place";
}

export interface QuoteNode extends Position {
  readonly kind: "Quote";
  readonly id: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoteKind: "direct" | "indirect" | "mixed";
  readonly cue: string | null;
  /** Kind of saying: "said", "warned", "denied" …; null without a cue. */
  readonly cueKind: string | null;
  /** The words that say to whom ("Reuters"), and by what means ("statement"). */
  readonly addressee: string | null;
  readonly channel: string | null;
  /** Numbers the sayings of an article: the parts of a split quote share one; null where nobody counted. */
  readonly saying: number | null;
  /** Id of the first of the quotes that print the same saying in several articles; null where no other article does. */
  readonly cluster: string | null;
  /** Word for word what the fullest version of the cluster has and, at the same place of the other list, what stands here instead. */
  readonly changedFrom: readonly string[];
  readonly changedTo: readonly string[];
  /** The words that say who speaks, also where nobody named stands behind them. */
  readonly speakerText: string | null;
  /** Id and name of the entity behind those words, also where it is a place speaking for its government; null when unknown. */
  readonly speakerId: string | null;
  readonly speakerName: string | null;
  /** Id of the entity that a spokesperson or an unnamed member speaks for. */
  readonly onBehalfOf: string | null;
  readonly confidence: number;
}

/** One event, joined from the claims of all articles that report it. */
export interface MeetingNode extends Position, Enterable {
  readonly kind: "Meeting";
  readonly id: string;
  /** "Adam Boehler – Hamas, Doha". */
  readonly title: string;
  readonly modality: Modality;
  /** Every modality that some claim gives it, sorted; more than one is a contradiction or a change over time. */
  readonly modalities: readonly Modality[];
  readonly manner: Manner;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: DatePrecision | null;
  /** Participants that no entity stands for ("a group of hostages"), as worded. */
  readonly unnamed: readonly string[];
  readonly articles: number;
  readonly independentSources: number;
  /** Whether others carried the messages, or brought the sides together. */
  readonly mediated: boolean;
  /** Whose reporting those are: outlets and agencies, or "article ID" for an article that names none. Sorted. */
  readonly sources: readonly string[];
  readonly confidence: number;
}

/** One article's report of a meeting, with the sentence. What a person entered has no sentence: `text` is empty, `start` and `end` are 0. */
export interface ClaimNode extends Position, Enterable {
  readonly kind: "Claim";
  readonly id: string;
  readonly article: string;
  /** The evidence sentence. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The word that evokes the meeting. */
  readonly trigger: string;
  readonly modality: Modality;
  readonly manner: Manner;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: DatePrecision | null;
  /** The words for when, as they stand in the article. */
  readonly when: string | null;
  /** Who says so ("two sources briefed on the negotiations"), as worded; empty for the reporter. */
  readonly attribution: readonly string[];
  readonly confidence: number;
}

export type GraphNode = ArticleNode | OutletNode | PersonNode | OrganizationNode | PlaceNode | QuoteNode | MeetingNode | ClaimNode;

export type NodeLabel = GraphNode["kind"];

export type GraphRelationship =
  | {
      readonly kind: "MENTIONS";
      readonly count: number;
      readonly starts: readonly number[];
      readonly ends: readonly number[];
      readonly texts: readonly string[];
    }
  | { readonly kind: "PUBLISHED_BY" }
  | { readonly kind: "COPY_OF"; readonly similarity: number }
  | { readonly kind: "CONTAINS" }
  | { readonly kind: "SAID"; readonly confidence: number; readonly cue: string | null }
  | { readonly kind: "ABOUT" }
  | ({ readonly kind: "TOOK_PART_IN"; readonly named: boolean; readonly text: string; readonly role: ParticipantRole | null } & Enterable)
  | ({ readonly kind: "HELD_AT" } & Enterable)
  | { readonly kind: "REPORTS" }
  | { readonly kind: "MAKES" }
  | { readonly kind: "ATTRIBUTED_TO" }
  | ({ readonly kind: "HAS_ROLE"; readonly title: string; readonly former: boolean } & Enterable)
  | ({
      readonly kind: "MET";
      readonly times: number;
      readonly first: string | null;
      readonly last: string | null;
      readonly modalities: readonly Modality[];
      readonly sources: number;
    } & Enterable);

export type RelationshipType = GraphRelationship["kind"];

/** Node keys are the nodes' ids; edge keys are `relationshipKey(...)`. */
export type KnowledgeGraph = MultiDirectedGraph<GraphNode, GraphRelationship>;
