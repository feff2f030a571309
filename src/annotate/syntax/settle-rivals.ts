/**
 * Two subjects, or two objects, of one verb. Single arcs are scored without regard to each other, so title and name ("Judge Ann Lee
 * denied"), a phrase and what explains it ("the envoy, Ann Lee, denied"), or a day beside the subject can both come out as subjects.
 * One of the two is then something else: part of the other's phrase, or an oblique. The network is asked about both words together.
 */
import type { SentenceScores } from "./sentence-scorer.ts";
import type { Rivals } from "./tree-rules.ts";

/** What a noun can be to the noun that it turns out to belong to. */
const phraseRelations = ["flat", "compound", "appos", "nmod:desc", "nmod:unmarked"];
/** What stands outside the clause and so has marks around it. */
const outsideRelations = ["vocative", "dislocated"];
/** What a noun without marks around it can be to a verb whose place is taken. */
const clauseRelations = ["obl:unmarked", "parataxis"];

/** A sentence as it is being built: heads are 1-based, 0 the root; tags and relations are classes. */
export interface DraftSentence {
  readonly heads: Int32Array;
  readonly tags: Uint8Array;
  readonly relations: Uint8Array;
  readonly length: number;
}

export type RivalSettler = (sentence: DraftSentence, rivals: readonly Rivals[], floats: Float32Array, scores: SentenceScores) => void;

/**
 * The choice for a model's classes, in place: of the rivals whose second best is to stand outside the clause, one joins the other's
 * phrase where that is likelier, or, with no marks around it, is an oblique.
 */
export function makeRivalSettler(tagClasses: readonly string[], relationNames: readonly string[], relationWidth: number): RivalSettler {
  const indexesOf = (names: readonly string[]): number[] =>
    names.map((name) => relationNames.indexOf(name)).filter((relation) => relation >= 0);
  const isMark = Uint8Array.from(tagClasses, (pair) => (pair.startsWith("PUNCT ") ? 1 : 0));
  const outside = indexesOf(outsideRelations);
  const inClause = indexesOf(clauseRelations);
  const toTheRight = indexesOf(phraseRelations);
  const toTheLeft = indexesOf(phraseRelations.filter((name) => name !== "flat" && name !== "appos"));

  /** Whether marks, or the sentence's bounds, stand on both sides of what hangs on a word. */
  function isSetOff({ heads, tags, length }: DraftSentence, word: number): boolean {
    let first = word;
    let last = word;
    for (let other = 0; other < length; other += 1) {
      if (heads[other] !== word + 1 || isMark[tags[other] as number] === 1) continue;
      first = Math.min(first, other);
      last = Math.max(last, other);
    }
    const before = first === 0 || isMark[tags[first - 1] as number] === 1;
    return before && (last === length - 1 || isMark[tags[last + 1] as number] === 1);
  }

  return (sentence, rivals, floats, scores) => {
    const { heads, relations, length } = sentence;
    /** How likely a head is, as a logarithm. */
    const arc = (word: number, head: number): number => {
      const row = scores.arcs + word * scores.arcWidth;
      return (floats[row + head] as number) - logSum(floats, row, length + 1, word + 1);
    };
    /** The likeliest of some relations of a word, for the scores at `at`, and how likely it is. */
    const likeliest = (word: number, at: number, among: readonly number[]): { relation: number; score: number } => {
      const row = at + word * relationWidth;
      let relation = among[0] ?? 0;
      for (const other of among) if ((floats[row + other] as number) > (floats[row + relation] as number)) relation = other;
      return { relation, score: (floats[row + relation] as number) - logSum(floats, row, relationNames.length, -1) };
    };

    for (const { holder, second } of rivals) {
      const head = heads[second] as number;
      const kept = relations[second] as number;
      if (heads[holder] !== head || !outside.includes(kept)) continue;
      const place = relations[holder] as number;
      const own = scores.relations(heads);
      const inside = likeliest(second, own, inClause);
      const asHolder = arc(holder, head) + likeliest(holder, own, [place]).score;
      const asSecond = arc(second, head) + likeliest(second, own, [place]).score;
      let top = asHolder + arc(second, head);
      if (isSetOff(sentence, second)) top += likeliest(second, own, [kept]).score;
      else {
        top += inside.score;
        relations[second] = inside.relation;
      }
      // The verb between the two keeps them apart.
      if (holder < head - 1 !== second < head - 1) continue;
      for (const [whole, part, wholeScore] of [
        [holder, second, asHolder],
        [second, holder, asSecond],
      ] as const) {
        const moved = heads.slice();
        moved[part] = whole + 1;
        moved[whole] = head;
        const { relation, score } = likeliest(part, scores.relations(moved), part > whole ? toTheRight : toTheLeft);
        const total = wholeScore + arc(part, whole + 1) + score;
        if (total <= top) continue;
        top = total;
        heads.set(moved);
        relations[part] = relation;
        relations[whole] = place;
      }
    }
  };
}

/** The logarithm of the sum of exponentials of `count` numbers from `at` on, without the one at `except`. */
function logSum(floats: Float32Array, at: number, count: number, except: number): number {
  let max = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < count; index += 1) if (index !== except) max = Math.max(max, floats[at + index] as number);
  let sum = 0;
  for (let index = 0; index < count; index += 1) if (index !== except) sum += Math.exp((floats[at + index] as number) - max);
  return max + Math.log(sum);
}
