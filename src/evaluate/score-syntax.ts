/** How right tags and trees are on gold words, counted as the CoNLL 2018 shared task does: every word, relations without subtypes. */
import { analyseWords, type MorphologyRules } from "../annotate/syntax/morphology.ts";
import type { ParseWords } from "../annotate/syntax/parse-words.ts";
import type { TreebankSentence } from "../learn/read-conllu.ts";

export interface SyntaxScore {
  readonly words: number;
  /** Percentages 0 … 100: universal tags, Penn tags, heads, heads with relation. */
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
  /** The most frequent mistakes, "gold>ours", with their counts. */
  readonly tagConfusions: readonly (readonly [string, number])[];
  readonly relationConfusions: readonly (readonly [string, number])[];
}

/** Parses the sentences' words and compares. `tagClasses` and `relations` are the model's names. */
export function scoreSyntax(
  sentences: readonly TreebankSentence[],
  parseWords: ParseWords,
  { tagClasses, relations }: { readonly tagClasses: readonly string[]; readonly relations: readonly string[] },
): SyntaxScore {
  let words = 0;
  let upos = 0;
  let xpos = 0;
  let uas = 0;
  let las = 0;
  const tagConfusions = new Map<string, number>();
  const relationConfusions = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const sentence of sentences) {
    const parse = parseWords(sentence.forms);
    sentence.forms.forEach((_, index) => {
      words += 1;
      const [tag = "", pennTag = ""] = (tagClasses[parse.tags[index] ?? -1] ?? "").split(" ");
      const gold = sentence.upos[index] ?? "";
      if (tag === gold) upos += 1;
      else count(tagConfusions, `${gold}>${tag}`);
      if (pennTag === sentence.xpos[index]) xpos += 1;
      const relation = baseOf(relations[parse.relations[index] ?? -1] ?? "");
      const goldRelation = baseOf(sentence.relations[index] ?? "");
      const headRight = (parse.heads[index] ?? 0) + 1 === sentence.heads[index];
      if (headRight) uas += 1;
      if (headRight && relation === goldRelation) las += 1;
      else count(relationConfusions, `${goldRelation}>${relation}${headRight ? "" : " (other head)"}`);
    });
  }
  const part = (right: number): number => (words === 0 ? 0 : (100 * right) / words);
  const top = (map: Map<string, number>): (readonly [string, number])[] => [...map].sort((a, b) => b[1] - a[1]).slice(0, 10);
  return {
    words,
    upos: part(upos),
    xpos: part(xpos),
    uas: part(uas),
    las: part(las),
    tagConfusions: top(tagConfusions),
    relationConfusions: top(relationConfusions),
  };
}

export interface MorphologyScore {
  /** Percentages 0 … 100 of words whose lemma, and whose whole set of features, are those of the treebank. */
  readonly lemmas: number;
  readonly features: number;
}

/** Compares lemmas and features, found on our own tags and trees of the sentences' words. */
export function scoreMorphology(
  sentences: readonly TreebankSentence[],
  rules: MorphologyRules,
  parseWords: ParseWords,
  { tagClasses, relations }: { readonly tagClasses: readonly string[]; readonly relations: readonly string[] },
): MorphologyScore {
  let words = 0;
  let lemmas = 0;
  let features = 0;
  for (const { forms, lemmas: goldLemmas, features: goldFeatures } of sentences) {
    const parse = parseWords(forms);
    const pairs = forms.map((_, index) => (tagClasses[parse.tags[index] ?? -1] ?? "X _").split(" "));
    const found = analyseWords(rules, {
      forms,
      upos: pairs.map(([tag]) => tag ?? "X"),
      xpos: pairs.map(([, pennTag]) => pennTag ?? "_"),
      heads: [...parse.heads],
      relations: Array.from(parse.relations, (relation) => relations[relation] ?? "dep"),
    });
    forms.forEach((_, index) => {
      words += 1;
      if (found.lemmas[index] === goldLemmas[index]) lemmas += 1;
      if (found.features[index] === goldFeatures[index]) features += 1;
    });
  }
  const part = (right: number): number => (words === 0 ? 0 : (100 * right) / words);
  return { lemmas: part(lemmas), features: part(features) };
}

function baseOf(relation: string): string {
  return relation.split(":")[0] ?? "";
}
