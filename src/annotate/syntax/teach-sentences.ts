/**
 * Sentences without gold trees as examples: what all networks of a teacher agree on is learnt, the rest is left open (tri-training:
 * Zhou and Li 2005; with open words: Li, Zhang and Chen 2014). They bring the words and turns of texts that no treebank holds.
 */
import { makeParseWords } from "./parse-words.ts";
import type { SyntaxModel } from "./syntax-model.ts";

/** A sentence with what its teachers agree on; null where they differ. */
export interface TaughtSentence {
  readonly forms: readonly string[];
  /** Tag classes, "UPOS XPOS". */
  readonly tags: readonly (string | null)[];
  /** 1-based, 0 for the root. */
  readonly heads: readonly (number | null)[];
  readonly relations: readonly (string | null)[];
}

/** What the members of `teacher` agree on, for each sentence. */
export function teachSentences(teacher: SyntaxModel, sentences: readonly (readonly string[])[]): TaughtSentence[] {
  const members = teacher.network.members.map((weights) => makeParseWords({ ...teacher.network, members: [weights] }));
  return sentences.map((forms) => {
    const [first, ...others] = members.map((parseWords) => parseWords(forms));
    const agreed = (answer: (parse: NonNullable<typeof first>) => ArrayLike<number>, index: number): number | null => {
      const own = first && answer(first)[index];
      return own !== undefined && others.every((other) => answer(other)[index] === own) ? own : null;
    };
    const nameOf = (names: readonly string[], index: number | null): string | null => (index === null ? null : (names[index] ?? null));
    const heads = forms.map((_, index) => {
      const head = agreed((parse) => parse.heads, index);
      return head === null ? null : head + 1;
    });
    return {
      forms,
      tags: forms.map((_, index) =>
        nameOf(
          teacher.tagClasses,
          agreed((parse) => parse.tags, index),
        ),
      ),
      heads,
      relations: forms.map((_, index) =>
        heads[index] === null
          ? null
          : nameOf(
              teacher.relations,
              agreed((parse) => parse.relations, index),
            ),
      ),
    };
  });
}

/** Words that headlines write small. */
const smallInHeadlines = /^(?:the|an?|of|in|on|at|to|for|and|or|but|by|with|from|as|'s|n't)$/u;

/** The sentence as a headline: words with capitals, no full stop at the end. */
export function asHeadline(sentence: TaughtSentence): TaughtSentence {
  const last = sentence.forms.length;
  const drop = sentence.forms[last - 1] === "." && !sentence.heads.includes(last) ? 1 : 0;
  const without = <T>(items: readonly T[]): T[] => items.slice(0, last - drop);
  return {
    forms: without(sentence.forms).map((form) => (smallInHeadlines.test(form) ? form : form.charAt(0).toUpperCase() + form.slice(1))),
    tags: without(sentence.tags),
    heads: without(sentence.heads),
    relations: without(sentence.relations),
  };
}

/** About `words` words of sentences of 4 to 60 words, drawn evenly from a list; all of them where the list is shorter. */
export function sampleSentences(sentences: readonly (readonly string[])[], words: number): (readonly string[])[] {
  const fitting = sentences.filter(({ length }) => length >= 4 && length <= 60);
  const part =
    words /
    Math.max(
      1,
      fitting.reduce((sum, { length }) => sum + length, 0),
    );
  return fitting.filter((_, index) => Math.floor((index + 1) * part) > Math.floor(index * part) || part >= 1);
}

/** Sentences from text with a token a line, in the first column, and blank lines between them. */
export function readTokenLines(text: string): string[][] {
  return text
    .split(/\r?\n\s*\r?\n/u)
    .map((block) =>
      block
        .split(/\r?\n/u)
        .map((line) => line.split("\t")[0]?.trim() ?? "")
        .filter((form) => form !== "" && form !== "-DOCSTART-"),
    )
    .filter((forms) => forms.length > 0);
}
