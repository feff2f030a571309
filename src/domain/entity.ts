/** The person, organisation or place that the mentions of one article stand for. */
import type { EntityType } from "./mention.ts";

/** "press secretary" of the White House; `ofEntityIndex` is null when the text names no body. */
export interface Role {
  readonly title: string;
  readonly ofEntityIndex: number | null;
  readonly former: boolean;
}

export interface Entity {
  /** Unique within the article, readable: `person:adam-boehler`. */
  readonly id: string;
  readonly type: EntityType;
  /** The fullest form that the article uses. */
  readonly name: string;
  /** The other forms, in order of first use. */
  readonly aliases: readonly string[];
  readonly roles: readonly Role[];
  /** Null where the text does not tell, and for organisations and places. */
  readonly gender: "female" | "male" | null;
  /** Ascending indexes into the document's mentions. */
  readonly mentionIndexes: readonly number[];
}
