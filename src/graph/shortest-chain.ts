/** The shortest chain of links between two sets of names: for "how are they connected?", over a store or a saved page. */
import { compareText } from "./fold-name.ts";

export interface Link {
  readonly from: string;
  readonly to: string;
  /** The title of a role; null for a meeting. */
  readonly role: string | null;
  /** Independent sources; what is better supported is gone through first. */
  readonly strength: number;
}

/** Breadth first; among chains of the same length the one whose first links have the most sources. Null when no chain leads there. */
export function shortestChain(starts: readonly string[], ends: ReadonlySet<string>, links: readonly Link[]): readonly Link[] | null {
  const linksOf = new Map<string, Link[]>();
  for (const link of links) {
    for (const directed of [link, { ...link, from: link.to, to: link.from }]) {
      const list = linksOf.get(directed.from);
      if (list) list.push(directed);
      else linksOf.set(directed.from, [directed]);
    }
  }
  const cameBy = new Map<string, Link | null>(starts.map((id) => [id, null]));
  // The list grows while it is walked: it is the queue.
  const queue = [...starts];
  for (const id of queue) {
    for (const link of (linksOf.get(id) ?? []).sort(compareLinks)) {
      if (cameBy.has(link.to)) continue;
      cameBy.set(link.to, link);
      if (ends.has(link.to)) return chainTo(link.to, cameBy);
      queue.push(link.to);
    }
  }
  return null;
}

function compareLinks(a: Link, b: Link): number {
  return b.strength - a.strength || compareText(a.to, b.to) || compareText(a.role ?? "", b.role ?? "");
}

function chainTo(end: string, cameBy: ReadonlyMap<string, Link | null>): readonly Link[] {
  const chain: Link[] = [];
  for (let link = cameBy.get(end); link; link = cameBy.get(link.from)) chain.unshift(link);
  return chain;
}
