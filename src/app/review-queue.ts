/** Pairs of names that somebody should look at: alike enough to be one, and left apart by the rules. Surest first. */

import type { AnswerEntity } from "../domain/answer.ts";
import type { NumberedJudgement } from "../domain/judgement.ts";
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { compareText, foldName } from "../graph/fold-name.ts";
import { entityTypeOf } from "./api-graph.ts";

export interface ReviewPair {
  readonly a: AnswerEntity;
  readonly b: AnswerEntity;
  /** Why they may be one, in words. */
  readonly reason: string;
  /** How much of their company they share, 0 to 1. */
  readonly shared: number;
}

interface Candidate extends AnswerEntity {
  readonly id: string;
  readonly words: readonly (readonly string[])[];
  readonly company: ReadonlySet<string>;
}

const mostPairs = 100;
/** A word that more names than this bear tells nobody apart. */
const commonFrom = 40;

/** The pairs that no judgement settles. Linear in the names, but for the few that share a word. */
export function reviewQueue(graph: KnowledgeGraph, judgements: readonly NumberedJudgement[]): readonly ReviewPair[] {
  const judged = new Set(
    judgements.flatMap(({ judgement }) =>
      "meeting" in judgement ? [] : [`${judgement.a}\n${judgement.b}`, `${judgement.b}\n${judgement.a}`],
    ),
  );
  const byWord = new Map<string, Candidate[]>();
  for (const candidate of candidatesOf(graph)) {
    for (const word of new Set(candidate.words.flat())) {
      if (word.length < 3) continue;
      const list = byWord.get(`${candidate.type} ${word}`);
      if (list) list.push(candidate);
      else byWord.set(`${candidate.type} ${word}`, [candidate]);
    }
  }
  const pairs = new Map<string, ReviewPair>();
  for (const bearers of byWord.values()) {
    if (bearers.length > commonFrom) continue;
    bearers.forEach((a, index) => {
      for (const b of bearers.slice(index + 1)) {
        const key = `${a.id}\n${b.id}`;
        const reason = pairs.has(key) || judged.has(key) ? null : likeness(a, b);
        if (reason !== null) pairs.set(key, { a: plain(a), b: plain(b), reason, shared: sharedCompany(a, b) });
      }
    });
  }
  return [...pairs.values()].sort((p, q) => q.shared - p.shared || compareText(p.a.id ?? "", q.a.id ?? "")).slice(0, mostPairs);
}

function candidatesOf(graph: KnowledgeGraph): readonly Candidate[] {
  const found: Candidate[] = [];
  graph.forEachNode((id, node) => {
    if (node.kind !== "Person" && node.kind !== "Organization" && node.kind !== "Place") return;
    const words = [node.name, ...node.aliases].map((name) => foldName(name).split(" "));
    found.push({ id, name: node.name, type: entityTypeOf[node.kind], words, company: new Set(graph.neighbors(id)) });
  });
  return found.sort((a, b) => compareText(a.id, b.id));
}

/** Why two may be one: a name within a longer one, the same last name with one initial, or null. */
function likeness(a: Candidate, b: Candidate): string | null {
  for (const first of a.words) {
    for (const second of b.words) {
      const [short, long] = first.length <= second.length ? [first, second] : [second, first];
      if (short.every((word) => long.includes(word)) && short.length < long.length)
        return `“${short.join(" ")}” is part of “${long.join(" ")}”`;
      const isPerson = a.type === "PERSON" && short.length > 1 && long.length > 1;
      if (isPerson && short.at(-1) === long.at(-1) && short[0]?.[0] === long[0]?.[0] && short[0] !== long[0])
        return "the same last name and initial";
    }
  }
  return null;
}

function sharedCompany(a: Candidate, b: Candidate): number {
  const both = [...a.company].filter((id) => b.company.has(id)).length;
  const all = new Set([...a.company, ...b.company]).size;
  return all === 0 ? 0 : Math.round((both / all) * 100) / 100;
}

function plain({ id, name, type }: Candidate): AnswerEntity {
  return { id, name, type };
}
