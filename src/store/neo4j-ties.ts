/**
 * Which relationships of a first load are made in the transaction of their node. A quote is new together with what says whose it is and
 * what it is about. Made one after the other, each relationship changes the record of the quote and that of the relationship before it
 * once more, and the server logs and stores both again.
 */
import type { NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import type { RowSelection } from "./graph-diff.ts";
import { type NodeRow, type RelationshipEnds, type RelationshipRow, storableText } from "./graph-rows.ts";
import { classesOf, laneOf } from "./neo4j-lanes.ts";

/** The relationships of a node that no node but its own has, and which of their ends it is. The first ones come first. */
export const tiesOf: Partial<Record<NodeLabel, readonly (readonly [type: RelationshipType, end: "from" | "to"])[]>> = {
  Quote: [
    ["CONTAINS", "to"],
    ["SAID", "to"],
    ["ABOUT", "from"],
  ],
  Meeting: [
    ["TOOK_PART_IN", "to"],
    ["HELD_AT", "from"],
  ],
  Claim: [
    ["MAKES", "to"],
    ["REPORTS", "from"],
    ["ATTRIBUTED_TO", "from"],
  ],
};

/** What a relationship of two ends, which always has a lane, is marked with before its lane is known, and once it is taken. */
const unknown = 0;
const taken = 255;

/** Relationships of one type that are to be made, of which some are made with their node. */
export class OpenRelationships {
  readonly type: RelationshipType;
  readonly rows: RowSelection<RelationshipRow, RelationshipEnds>;
  /** For each row its lane and 1, `unknown` or `taken`. */
  readonly #marks: Uint8Array;
  #left: number;

  constructor(type: RelationshipType, rows: RowSelection<RelationshipRow, RelationshipEnds>) {
    this.type = type;
    this.rows = rows;
    this.#marks = new Uint8Array(rows.length);
    this.#left = rows.length;
  }

  /** How many nobody has taken. */
  get length(): number {
    return this.#left;
  }

  take(position: number): void {
    this.#left -= 1;
    this.#marks[position] = taken;
  }

  isTaken(position: number): boolean {
    return this.#marks[position] === taken;
  }

  /** The positions of those that nobody has taken; of one lane, where one is named. */
  *left(lane?: number): Generator<number> {
    for (let position = 0; position < this.rows.length; position += 1) {
      if (this.isTaken(position)) continue;
      if (lane !== undefined && this.#laneOf(position) !== lane) continue;
      yield position;
    }
  }

  #laneOf(position: number): number {
    const mark = this.#marks[position] ?? unknown;
    if (mark !== unknown) return mark - 1;
    const { from, to } = this.rows.source(position);
    const lane = laneOf(classesOf(from, to)) ?? 0;
    this.#marks[position] = lane + 1;
    return lane;
  }
}

/** The position of a node that is to be made, and those of the relationships that are made with it. */
export interface TiedNode {
  readonly position: number;
  readonly ties: readonly { readonly open: OpenRelationships; readonly at: number }[];
}

export type Ties = readonly (readonly [open: OpenRelationships, end: "from" | "to"])[];

const none = -1;

/** The new nodes of a label, each in a lane that may write as many of its relationships as possible. */
export class TiedNodes {
  readonly #nodes: RowSelection<NodeRow, { readonly id: string }>;
  readonly #ties: Ties;
  readonly #lanes: Uint8Array;
  /** For each node its first tie, and for each tie the next of the same node. Ties are numbered through all types. */
  readonly #firstTie: Int32Array;
  readonly #nextTie: Int32Array;
  /** The number of the first tie of each type. */
  readonly #starts: readonly number[];

  /** `isKnown` tells whether a node can be tied to already. What will be made with its node is taken. */
  constructor(nodes: RowSelection<NodeRow, { readonly id: string }>, ties: Ties, isKnown: (id: string) => boolean) {
    this.#nodes = nodes;
    this.#ties = ties;
    let count = 0;
    this.#starts = ties.map(([{ rows }]) => {
      count += rows.length;
      return count - rows.length;
    });
    this.#firstTie = new Int32Array(nodes.length).fill(none);
    this.#nextTie = new Int32Array(count).fill(none);
    this.#lanes = new Uint8Array(nodes.length);
    this.#link();
    for (let position = 0; position < nodes.length; position += 1) this.#lanes[position] = this.#takeTies(position, isKnown);
  }

  /** The nodes of one lane. */
  *of(lane: number): Generator<TiedNode> {
    for (let position = 0; position < this.#nodes.length; position += 1) {
      if (this.#lanes[position] !== lane) continue;
      const ties: { readonly open: OpenRelationships; readonly at: number }[] = [];
      for (const { open, at } of this.#tiesOf(position)) if (open.isTaken(at)) ties.push({ open, at });
      yield { position, ties };
    }
  }

  /** Lists the ties of each node; from the last to the first, because each goes in front. */
  #link(): void {
    const positions = new Map<string, number>();
    for (let position = 0; position < this.#nodes.length; position += 1) {
      positions.set(storableText(this.#nodes.source(position).id), position);
    }
    for (const [type, [{ rows }, end]] of [...this.#ties.entries()].reverse()) {
      for (let at = rows.length - 1; at >= 0; at -= 1) {
        const position = positions.get(rows.source(at)[end]);
        if (position === undefined) continue;
        const tie = (this.#starts[type] ?? 0) + at;
        this.#nextTie[tie] = this.#firstTie[position] ?? none;
        this.#firstTie[position] = tie;
      }
    }
  }

  /** Takes the ties whose other ends fit into one lane, and gives that lane. */
  #takeTies(position: number, isKnown: (id: string) => boolean): number {
    let classes = 0;
    for (const { open, end, at } of this.#tiesOf(position)) {
      const other = open.rows.source(at)[end === "to" ? "from" : "to"];
      const wider = classes | classesOf(other);
      if (!isKnown(other) || laneOf(wider) === null) continue;
      classes = wider;
      open.take(at);
    }
    return laneOf(classes) ?? 0;
  }

  *#tiesOf(position: number): Generator<{ readonly open: OpenRelationships; readonly end: "from" | "to"; readonly at: number }> {
    let type = 0;
    for (let tie = this.#firstTie[position] ?? none; tie !== none; tie = this.#nextTie[tie] ?? none) {
      while (tie >= (this.#starts[type + 1] ?? Number.POSITIVE_INFINITY)) type += 1;
      const [open, end] = this.#ties[type] ?? [];
      if (open && end) yield { open, end, at: tie - (this.#starts[type] ?? 0) };
    }
  }
}
