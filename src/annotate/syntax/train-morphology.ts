/** From treebank sentences to the rules of morphology.ts. */
import type { TreebankSentence } from "../../learn/read-conllu.ts";
import { learnSuffixRules, type SuffixExample, type SuffixRules } from "../../learn/suffix-rules.ts";
import {
  contextsOf,
  editsOf,
  featureClass,
  lemmaClass,
  longestEnding,
  type MorphologyRules,
  sealMorphology,
  type TaggedSentence,
} from "./morphology.ts";

/** Learns lemmas and features; the same sentences give the same rules. Words marked as typing errors are left out. */
export function trainMorphology(sentences: readonly TreebankSentence[]): MorphologyRules {
  const lemmas: SuffixExample[] = [];
  const features: SuffixExample[] = [];
  for (const sentence of sentences) {
    const tagged = taggedSentence(sentence);
    const contexts = contextsOf(tagged);
    sentence.forms.forEach((form, index) => {
      const given = sentence.features[index] ?? "_";
      if (given.includes("Typo=Yes")) return;
      // How a whole expression behaves is a feature of expressions alone.
      const feature = contexts[index]?.endsWith("fixed") ? given : given.replace(/\|?ExtPos=\w+/u, "").replace(/^\|/u, "") || "_";
      const word = form.toLowerCase();
      lemmas.push({ class: lemmaClass(tagged, index), word, answers: editsOf(form, sentence.lemmas[index] ?? form) });
      features.push({ class: featureClass(tagged, index, contexts[index] ?? ""), word, answers: [feature] });
    });
  }
  return {
    lemmas: learnSuffixRules(lemmas, { longest: longestEnding, least: 2, leastWhole: 2 }),
    features: learnSuffixRules(features, { longest: longestEnding, least: 4, leastWhole: 3 }),
  };
}

/** A treebank's sentence with heads as indexes. */
export function taggedSentence({ forms, upos, xpos, heads, relations }: TreebankSentence): TaggedSentence {
  return { forms, upos, xpos, heads: heads.map((head) => head - 1), relations };
}

/** The rules as text, one a line: kind, class, ending, answer. */
export function writeMorphology({ lemmas, features }: MorphologyRules): string {
  const lines = [
    "# How lemmas and features follow from tags and endings; learnt from treebanks, see syntax.md. Columns: kind, class, ending, answer.",
  ];
  for (const [kind, rules] of [
    ["lemma", lemmas],
    ["features", features],
  ] as const satisfies readonly (readonly [string, SuffixRules])[]) {
    for (const [name, endings] of rules) for (const [ending, answer] of endings) lines.push([kind, name, ending, answer].join("\t"));
  }
  return sealMorphology(`${lines.join("\n")}\n`);
}
