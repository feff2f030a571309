/** Learns the weights that choose antecedents from documents whose chains are known (Denis and Baldridge 2008: a ranker, not pairs). */
import { antecedentFeatures } from "../annotate/coreference/antecedent-features.ts";
import { type AntecedentModel, probabilities, type WeightGroup, weightGroups } from "../annotate/coreference/antecedent-model.ts";
import { type Choice, type Expressions, type Ranking, resolvePronouns } from "../annotate/coreference/resolve-pronouns.ts";
import type { GoldDocument } from "../evaluate/coreference-gold.ts";

/** A pronoun with its candidates, and which of them are right: none where it stands for nothing before it. */
export interface Example {
  readonly ranking: Ranking;
  /** Places in `ranking.candidates`. */
  readonly right: readonly number[];
}

/** The pronouns of a document, each read with all before it resolved as the treebank has it. */
export function examplesOf(gold: GoldDocument, input: Expressions): Example[] {
  const chains = chainsOf(gold, input);
  const examples: Example[] = [];
  const learn = (ranking: Ranking, referents: Int32Array): Choice => {
    const chain = chains[ranking.pronoun];
    const places = ranking.candidates.map((_, place) => place);
    const right = chain == null ? [] : places.filter((place) => chains[ranking.candidates[place] ?? -1] === chain);
    examples.push({ ranking, right });
    const nearest = ranking.candidates[right[0] ?? -1];
    return { referent: nearest === undefined ? -1 : (referents[nearest] ?? -1), probability: 1 };
  };
  resolvePronouns(input, learn, null);
  return examples;
}

/** For each expression the chain of the treebank's smallest mention with its head word, or null. */
function chainsOf(gold: GoldDocument, { tree, expressions }: Expressions): (string | null)[] {
  const byHead = new Map<number, GoldDocument["mentions"][number][]>();
  for (const mention of gold.mentions) byHead.set(mention.head.start, [...(byHead.get(mention.head.start) ?? []), mention]);
  return expressions.map(({ head, joinedWith }) => {
    const last = tree.tokens[joinedWith >= 0 ? joinedWith : head]?.start ?? 0;
    const candidates = (byHead.get(tree.tokens[head]?.start ?? -1) ?? []).filter(({ end }) => end > last);
    return candidates.sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.chain ?? null;
  });
}

/** Weights that make the right candidates likely. Deterministic: full-batch gradient ascent with AdaGrad's steps. */
export function fitAntecedents(
  examples: readonly Example[],
  { rounds, penalty }: { readonly rounds: number; readonly penalty: number },
): AntecedentModel["weights"] {
  const weights: Record<WeightGroup, Float64Array> = { he: fresh(), it: fresh(), they: fresh() };
  for (const group of weightGroups) {
    const ours = examples.filter(({ ranking }) => ranking.group === group);
    const values = weights[group];
    const squares = fresh().fill(1e-8);
    for (let round = 0; round < rounds; round += 1) {
      const gradient = gradientOf(ours, values);
      for (let at = 0; at < values.length; at += 1) {
        const slope = (gradient[at] ?? 0) - penalty * (values[at] ?? 0);
        squares[at] = (squares[at] ?? 0) + slope * slope;
        values[at] = (values[at] ?? 0) + (0.3 * slope) / Math.sqrt(squares[at] ?? 1);
      }
    }
  }
  return weights;
}

function fresh(): Float64Array {
  return new Float64Array(antecedentFeatures.length);
}

/** The slope of the log-likelihood of the right answers: what they have, less what the model expects. */
function gradientOf(examples: readonly Example[], weights: Float64Array): Float64Array {
  const gradient = fresh();
  for (const { ranking, right } of examples) {
    const { pairs, nobody } = ranking;
    const shares = probabilities(weights, pairs, nobody);
    const wanted = right.reduce((sum, place) => sum + (shares[place] ?? 0), 0);
    const isRight = new Set(right);
    pairs.forEach((features, place) => {
      const share = shares[place] ?? 0;
      const pull = (isRight.has(place) && wanted > 0 ? share / wanted : 0) - share;
      for (const feature of features) gradient[feature] = (gradient[feature] ?? 0) + pull;
    });
    const pull = (right.length === 0 ? 1 : 0) - (shares[pairs.length] ?? 0);
    for (const feature of nobody) gradient[feature] = (gradient[feature] ?? 0) + pull;
  }
  return gradient;
}
