/**
 * he, she → the person they stand for, or nobody when two could be meant. Candidates come from the same sentence and the two
 * before it; gender, subject position and nearness decide (after the salience factors of Lappin and Leass 1994).
 */
import type { Sentence, Token } from "../../domain/document.ts";

/** An earlier mention of a person. */
export interface Antecedent {
  readonly person: number;
  readonly token: number;
  readonly sentenceIndex: number;
  readonly isSubject: boolean;
}

export type Gender = "female" | "male" | null;

const male = new Set(["he", "him", "his", "himself"]);
const female = new Set(["she", "her", "hers", "herself"]);

/** The gender that a pronoun asks for, or null for words that are no third-person singular pronoun. */
export function pronounGender(word: string): Gender {
  if (male.has(word)) return "male";
  return female.has(word) ? "female" : null;
}

export interface Resolution {
  readonly person: number;
  readonly confidence: number;
  readonly decidedBy: string;
}

/** Whom the pronoun at `tokenIndex` stands for, or null where it stays open. */
export function resolvePronoun(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  tokenIndex: number,
  antecedents: readonly Antecedent[],
  genderOf: (person: number) => Gender,
): Resolution | null {
  const token = tokens[tokenIndex];
  if (!token) return null;
  const wanted = pronounGender(token.lower);
  if (!wanted) return null;
  const sentence = sentences[token.sentenceIndex];
  const scores = new Map<number, number>();
  for (let at = antecedents.length - 1; at >= 0; at -= 1) {
    const antecedent = antecedents[at];
    if (!antecedent || antecedent.token >= tokenIndex) continue;
    const distance = token.sentenceIndex - antecedent.sentenceIndex;
    if (distance > 3) break;
    const gender = genderOf(antecedent.person);
    if (gender && gender !== wanted) continue;
    const position = distance === 0 ? (antecedent.isSubject ? 3 : 1.2) : (antecedent.isSubject ? 2.6 : 1.1) / distance;
    const crossing = sentence && sentences[antecedent.sentenceIndex]?.paragraphIndex !== sentence.paragraphIndex ? 0.75 : 1;
    const certainty = gender === wanted ? 1.3 : 1;
    const score = position * crossing * certainty;
    scores.set(antecedent.person, (scores.get(antecedent.person) ?? 0) * 0.5 + score);
  }
  const ranked = [...scores.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const [best, second] = ranked;
  if (!best) return null;
  if (!second) return { person: best[0], confidence: 0.9, decidedBy: "only-candidate" };
  const margin = (best[1] - second[1]) / best[1];
  if (margin < 0.12) return null;
  return { person: best[0], confidence: 0.6 + Math.min(0.25, margin / 3), decidedBy: "most-salient" };
}
