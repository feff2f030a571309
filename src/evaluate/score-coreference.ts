/**
 * How well mentions were put into chains: MUC (Vilain and others 1995), B³ (Bagga and Baldwin 1998) and CEAF-φ4 (Luo 2005), summed over
 * documents as the scorer of CoNLL-2012 does (Pradhan and others 2014). The mean of the three F1 is the CoNLL score.
 */
import munkres from "munkres";

/** The chains of a document, each a list of mentions; a mention is any string and stands in one chain only. */
export type Chains = readonly (readonly string[])[];

/** Percentages, 0 … 100. */
export interface Measure {
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
}

export interface CoreferenceScore {
  readonly muc: Measure;
  readonly bCubed: Measure;
  readonly ceaf: Measure;
  /** The mean of the three F1. */
  readonly conll: number;
}

/** What a measure counts on one side: how much is right, of how much. */
interface Count {
  right: number;
  all: number;
}

/** The scores of the response against the key over all documents. 0 where there is nothing to count. */
export function scoreCoreference(documents: readonly { readonly key: Chains; readonly response: Chains }[]): CoreferenceScore {
  const muc = newCounts();
  const bCubed = newCounts();
  const ceaf = newCounts();
  for (const { key, response } of documents) {
    const keyOf = chainOf(key);
    const responseOf = chainOf(response);
    countLinks(muc.recall, key, responseOf);
    countLinks(muc.precision, response, keyOf);
    countMentions(bCubed.recall, key, response, responseOf);
    countMentions(bCubed.precision, response, key, keyOf);
    const similarity = bestAlignment(key, response, responseOf);
    ceaf.recall.right += similarity;
    ceaf.recall.all += key.length;
    ceaf.precision.right += similarity;
    ceaf.precision.all += response.length;
  }
  const measures = { muc: measureOf(muc), bCubed: measureOf(bCubed), ceaf: measureOf(ceaf) };
  return { ...measures, conll: (measures.muc.f1 + measures.bCubed.f1 + measures.ceaf.f1) / 3 };
}

function newCounts(): { recall: Count; precision: Count } {
  return { recall: { right: 0, all: 0 }, precision: { right: 0, all: 0 } };
}

function chainOf(chains: Chains): Map<string, number> {
  const found = new Map<string, number>();
  chains.forEach((mentions, chain) => {
    for (const mention of mentions) found.set(mention, chain);
  });
  return found;
}

/** MUC: a chain of n mentions has n - 1 links; each further chain of the other side that it is spread over costs one. */
function countLinks(count: Count, chains: Chains, otherOf: ReadonlyMap<string, number>): void {
  for (const mentions of chains) {
    const parts = new Set<number>();
    let alone = 0;
    for (const mention of mentions) {
      const other = otherOf.get(mention);
      if (other === undefined) alone += 1;
      else parts.add(other);
    }
    count.right += mentions.length - parts.size - alone;
    count.all += mentions.length - 1;
  }
}

/** B³: for each mention, the share of its chain that the other side puts with it. */
function countMentions(count: Count, chains: Chains, others: Chains, otherOf: ReadonlyMap<string, number>): void {
  for (const mentions of chains) {
    for (const shared of sharedWith(mentions, others, otherOf).values()) count.right += (shared * shared) / mentions.length;
    count.all += mentions.length;
  }
}

/** How many of the mentions stand in each of the other side's chains. */
function sharedWith(mentions: readonly string[], others: Chains, otherOf: ReadonlyMap<string, number>): Map<number, number> {
  const shared = new Map<number, number>();
  for (const mention of mentions) {
    const other = otherOf.get(mention);
    if (other !== undefined && others[other] !== undefined) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return shared;
}

/** CEAF: the best one-to-one alignment of chains, by φ4, twice the mentions they share over the mentions they have. */
function bestAlignment(key: Chains, response: Chains, responseOf: ReadonlyMap<string, number>): number {
  if (key.length === 0 || response.length === 0) return 0;
  const gains = key.map((mentions) => {
    const row = new Array<number>(response.length).fill(0);
    for (const [other, shared] of sharedWith(mentions, response, responseOf)) {
      row[other] = (2 * shared) / (mentions.length + (response[other]?.length ?? 0));
    }
    return row;
  });
  const pairs = munkres(gains.map((row) => row.map((gain) => 1 - gain)));
  return pairs.reduce((sum, [from, to]) => sum + (gains[from]?.[to] ?? 0), 0);
}

function measureOf({ recall, precision }: { readonly recall: Count; readonly precision: Count }): Measure {
  const r = share(recall);
  const p = share(precision);
  return { recall: r, precision: p, f1: r + p === 0 ? 0 : (2 * r * p) / (r + p) };
}

function share({ right, all }: Count): number {
  return all === 0 ? 0 : (100 * right) / all;
}
