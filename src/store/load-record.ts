/**
 * What a store remembers of every load: when it began, when it ended, and how many articles it left. A record without an end is a load
 * that is running or was cut off. Records are bookkeeping beside the graph: nodes labelled `Load`, never exported or counted.
 */
import { randomUUID } from "node:crypto";

export interface LoadRecord {
  readonly id: string;
  /** The store version (`storeVersion`) of the program that loaded. */
  readonly version: number;
  /** Moments in ISO 8601, UTC. */
  readonly startedAt: string;
  /** Null while the load runs, and for ever when it was cut off. */
  readonly finishedAt: string | null;
  /** Articles in the graph that was loaded. */
  readonly articles: number;
  /** For a load that was cut off: the id of the next one that ran to its end, and so completed the graph. */
  readonly completedBy: string | null;
}

/** What stores are made like today. Rises with every migration; see `migrations.ts`. */
export const storeVersion = 3;

/** The record of a load that begins now. */
export function beginRecord(articles: number): LoadRecord {
  const startedAt = new Date().toISOString();
  return {
    id: `load:${startedAt}:${randomUUID().slice(0, 8)}`,
    version: storeVersion,
    startedAt,
    finishedAt: null,
    articles,
    completedBy: null,
  };
}

/** The load that is running or was cut off and not completed since; null when every load is accounted for. */
export function unfinishedLoad(records: readonly LoadRecord[]): LoadRecord | null {
  return records.find(({ finishedAt, completedBy }) => finishedAt === null && completedBy === null) ?? null;
}
