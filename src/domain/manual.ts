/**
 * What people entered by hand: a graph file that somebody edited, taken apart into the facts that no article tells. Facts stand beside
 * what articles say and never change it (docs/decisions/0022-facts-by-hand.md).
 */
import type { DatePrecision, Manner, Modality } from "./meeting.ts";
import type { EntityType } from "./mention.ts";

/** An entity that facts are about. */
export interface ManualEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  /** False for one that was in the graph already: id and name are how it is found again. */
  readonly isNew: boolean;
}

export interface ManualParty {
  /** Id of one of the source's entities. */
  readonly entity: string;
  readonly named: boolean;
  readonly text: string;
}

/** A meeting that a person entered, or one that articles report with what a person added to it. */
export interface ManualMeeting {
  readonly id: string;
  readonly isNew: boolean;
  readonly title: string;
  readonly modality: Modality;
  readonly manner: Manner;
  /** ISO days, both included; null is open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: DatePrecision | null;
  readonly unnamed: readonly string[];
  /** Of a meeting that was there already, only those that were added. */
  readonly parties: readonly ManualParty[];
  /** Ids of the source's entities; the same holds. */
  readonly places: readonly string[];
}

export interface ManualRole {
  /** Ids of the source's entities. */
  readonly person: string;
  readonly of: string;
  readonly title: string;
  readonly former: boolean;
}

/** The facts of one file. */
export interface ManualSource {
  /** `manual:edits`, after the name of the file. */
  readonly id: string;
  /** The file, as the user named it. */
  readonly file: string;
  /** Its absolute path, by which the file finds its earlier self. */
  readonly path: string;
  /** Who entered it and on which ISO day, as the file says; null where it does not. */
  readonly by: string | null;
  readonly on: string | null;
  readonly entities: readonly ManualEntity[];
  readonly meetings: readonly ManualMeeting[];
  readonly roles: readonly ManualRole[];
}

/** Something in a graph file, or in the facts of one, that was not taken. */
export interface ManualProblem {
  /** File and place in it: `edits.gexf:12`, `edits.json: node 3`; or the id of the source. */
  readonly where: string;
  readonly reason: string;
}

const titleStart = "Entered by hand: ";

/** "Entered by hand: edits.gexf, by Anna Berg, 2025-03-06": what the file's node is called. */
export function manualTitle({ file, by, on }: Pick<ManualSource, "file" | "by" | "on">): string {
  return titleStart + [file, by === null ? null : `by ${by}`, on].filter((part) => part !== null).join(", ");
}

/** "edits.gexf, by Anna Berg, 2025-03-06": what stands where evidence has a sentence. */
export function manualWords(title: string | null): string {
  return title?.startsWith(titleStart) ? title.slice(titleStart.length) : (title ?? "by hand");
}

/** How many facts a source holds: entities that are new, meetings, and roles. */
export function countFacts({ entities, meetings, roles }: ManualSource): number {
  return entities.filter(({ isNew }) => isNew).length + meetings.length + roles.length;
}
