/** Exact-span scores of names by type, as the usual shared tasks count them. MISC counts nowhere. */
import type { Chunk } from "../annotate/names/tag-scheme.ts";
import type { GoldName } from "./read-conll.ts";

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
}

export class NameScorer {
  private readonly right = [0, 0, 0];
  private readonly found = [0, 0, 0];
  private readonly gold = [0, 0, 0];

  /** Adds one article: gold names, and predicted spans with kinds 0 to 2 (others are skipped). */
  add(gold: readonly GoldName[], predicted: readonly { readonly start: number; readonly end: number; readonly kind: number }[]): void {
    const keys = new Set<string>();
    for (const name of gold) {
      if (name.kind > 2) continue;
      keys.add(`${name.start}:${name.end}:${name.kind}`);
      this.gold[name.kind] = (this.gold[name.kind] ?? 0) + 1;
    }
    for (const name of predicted) {
      if (name.kind > 2) continue;
      this.found[name.kind] = (this.found[name.kind] ?? 0) + 1;
      if (keys.has(`${name.start}:${name.end}:${name.kind}`)) this.right[name.kind] = (this.right[name.kind] ?? 0) + 1;
    }
  }

  /** Percentages for PER, ORG, LOC, and over all. */
  scores(): { readonly types: readonly Score[]; readonly micro: Score } {
    const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
    return {
      types: [0, 1, 2].map((kind) => scoreOf(this.right[kind] ?? 0, this.found[kind] ?? 0, this.gold[kind] ?? 0)),
      micro: scoreOf(sum(this.right), sum(this.found), sum(this.gold)),
    };
  }
}

function scoreOf(right: number, found: number, gold: number): Score {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  return {
    precision: 100 * precision,
    recall: 100 * recall,
    f1: right === 0 ? 0 : (200 * precision * recall) / (precision + recall),
    gold,
  };
}

/** Chunks of tokens → spans of characters. */
export function chunkSpans(
  chunks: readonly Chunk[],
  tokens: readonly { readonly start: number; readonly end: number }[],
): { start: number; end: number; kind: number }[] {
  return chunks.map(({ first, end, kind }) => ({ start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0, kind }));
}
