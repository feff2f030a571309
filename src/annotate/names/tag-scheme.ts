/** The labels of the name tagger: begin, inside, outside (BIO) over four kinds; MISC is learnt only to be told apart, and never leaves. */
import type { EntityType } from "../../domain/mention.ts";

export const labelNames = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"] as const;
export const labelCount = labelNames.length;
/** All labels allowed, as a bit set. */
export const anyLabel = (1 << labelCount) - 1;
export const outside = 0;

/** Kind 0 to 3 of a label other than O (PER, ORG, LOC, MISC); -1 for O. */
export function kindOf(label: number): number {
  return label === outside ? -1 : (label - 1) >> 1;
}

export function isBegin(label: number): boolean {
  return (label & 1) === 1;
}

export function beginOf(kind: number): number {
  return 2 * kind + 1;
}

/** True when `next` may follow `previous`; -1 stands for the start of a sentence. An inside label needs its own kind before it. */
export function mayFollow(previous: number, next: number): boolean {
  if (next === outside || isBegin(next)) return true;
  return previous > 0 && kindOf(previous) === kindOf(next);
}

const entityTypeOfKind: readonly (EntityType | null)[] = ["PERSON", "ORGANIZATION", "PLACE", null];

/** The type a kind is published under; null for MISC, which is not. */
export function entityTypeOf(kind: number): EntityType | null {
  return entityTypeOfKind[kind] ?? null;
}

/** A labelled stretch of tokens, half-open. */
export interface Chunk {
  readonly first: number;
  readonly end: number;
  readonly kind: number;
}

/** The chunks that labels from `from` to `to` spell out. */
export function chunksOf(labels: ArrayLike<number>, from: number, to: number): Chunk[] {
  const chunks: Chunk[] = [];
  let first = -1;
  let kind = -1;
  for (let index = from; index < to; index += 1) {
    const label = labels[index] ?? outside;
    const own = kindOf(label);
    if (first >= 0 && (own !== kind || isBegin(label))) {
      chunks.push({ first, end: index, kind });
      first = -1;
    }
    if (first < 0 && own >= 0) {
      first = index;
      kind = own;
    }
  }
  if (first >= 0) chunks.push({ first, end: to, kind });
  return chunks;
}
