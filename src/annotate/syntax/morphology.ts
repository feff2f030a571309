/**
 * Lemmas and features (tense, number, person, voice …) of words whose tags and trees are known, by rules on their endings that
 * were learnt from treebanks (learn/suffix-rules.ts; data/models/morphology.tsv). What the ending cannot tell (with whom a verb
 * agrees, whether a participle is passive) is read off the tree and made part of the word's class.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";
import { UserError } from "../../domain/errors.ts";
import { answerFor, type SuffixRules } from "../../learn/suffix-rules.ts";

/** A sentence with its tags and tree, as strings; heads are indexes into the sentence, -1 for the root. */
export interface TaggedSentence {
  readonly forms: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

export interface MorphologyRules {
  /** By tags: how the lemma is made from the form; see `applyEdit`. */
  readonly lemmas: SuffixRules;
  /** By tags and context: the features as CoNLL-U writes them, "_" for none. */
  readonly features: SuffixRules;
}

export interface WordMorphology {
  readonly lemmas: readonly string[];
  readonly features: readonly string[];
}

/** Letters in an ending, at most. */
export const longestEnding = 6;

/** Lemmas and features of a sentence's words; a word whose tags the rules never saw is its own lemma and has no features. */
export function analyseWords({ lemmas, features }: MorphologyRules, sentence: TaggedSentence): WordMorphology {
  const contexts = contextsOf(sentence);
  return {
    lemmas: sentence.forms.map((form, index) => {
      const edit = answerFor(lemmas, lemmaClass(sentence, index), form.toLowerCase(), longestEnding);
      return edit === undefined ? form : applyEdit(form, edit);
    }),
    features: sentence.forms.map(
      (form, index) => answerFor(features, featureClass(sentence, index, contexts[index] ?? ""), form.toLowerCase(), longestEnding) ?? "_",
    ),
  };
}

export function lemmaClass({ upos, xpos }: TaggedSentence, index: number): string {
  return `${upos[index]} ${xpos[index]}`;
}

export function featureClass({ upos, xpos }: TaggedSentence, index: number, context: string): string {
  return `${upos[index]} ${xpos[index]} ${context}`.trim();
}

/**
 * How to make a lemma from a form, every way that is right: "l1y" takes the form in small letters, drops one letter and adds "y";
 * "k0" keeps it as it is (Doha); "=be" names the lemma.
 */
export function editsOf(form: string, lemma: string): string[] {
  const edits: string[] = [];
  for (const [letter, from] of [
    ["l", form.toLowerCase()],
    ["k", form],
  ] as const) {
    let shared = 0;
    while (shared < from.length && from[shared] === lemma[shared]) shared += 1;
    if (shared > 0 && from.length - shared <= 9) edits.push(`${letter}${from.length - shared}${lemma.slice(shared)}`);
  }
  return [...edits.sort((a, b) => a.length - b.length), `=${lemma}`];
}

/** The lemma that an edit makes of a form; never empty. */
export function applyEdit(form: string, edit: string): string {
  if (edit.startsWith("=")) return edit.slice(1) || form;
  const from = edit.startsWith("l") ? form.toLowerCase() : form;
  return from.slice(0, Math.max(0, from.length - Number(edit.charAt(1)))) + edit.slice(2) || form;
}

const finiteTags = new Set(["VBD", "VBP", "VBZ"]);
const haveForms = new Set(["have", "has", "had", "having", "'ve", "’ve", "'d", "’d"]);
const personOf = new Map([
  ["i", "1 singular"],
  ["we", "1 plural"],
  ["you", "2"],
  ["they", "3 plural"],
  ["these", "3 plural"],
  ["those", "3 plural"],
]);

/** For each word what its tree says of its form, or "" where the tree has no say: part of the class of its features. */
export function contextsOf(sentence: TaggedSentence): string[] {
  const { forms, xpos, heads, relations } = sentence;
  const children: number[][] = forms.map(() => []);
  heads.forEach((head, child) => {
    children[head]?.push(child);
  });
  const lower = (index: number): string => forms[index]?.toLowerCase() ?? "";
  const base = (index: number): string => relations[index]?.split(":")[0] ?? "";
  const childBy = (index: number, relation: string): number => children[index]?.find((child) => base(child) === relation) ?? -1;
  const hasChild = (index: number, relation: string): boolean => children[index]?.some((child) => relations[child] === relation) ?? false;

  /** The subject that a verb agrees with, through joined verbs and relative clauses; -1 where there is none. */
  const subjectOf = (word: number): number => {
    let predicate = base(word) === "aux" || base(word) === "cop" ? (heads[word] ?? -1) : word;
    for (let steps = 0; predicate >= 0 && steps < forms.length; steps += 1) {
      const subject = childBy(predicate, "nsubj");
      if (subject >= 0)
        return relations[predicate] === "acl:relcl" && /^(?:WDT|WP)$/u.test(xpos[subject] ?? "") ? (heads[predicate] ?? -1) : subject;
      if (base(predicate) !== "conj") return -1;
      predicate = heads[predicate] ?? -1;
    }
    return -1;
  };

  const agreement = (word: number): string => {
    const subject = subjectOf(word);
    if (subject < 0) return "none";
    if (childBy(subject, "conj") >= 0) return "3 plural";
    return personOf.get(lower(subject)) ?? (/^NNP?S$/u.test(xpos[subject] ?? "") ? "3 plural" : "3 singular");
  };

  const inRelative = (word: number): boolean => {
    for (let at = word, steps = 0; at >= 0 && steps < 4; at = heads[at] ?? -1, steps += 1) {
      if (relations[at] === "acl:relcl") return true;
      if (base(at) === "ccomp" || base(at) === "advcl") return false;
    }
    return false;
  };

  const contextOf = (word: number): string => {
    const tag = xpos[word] ?? "";
    if (finiteTags.has(tag)) return agreement(word);
    if (tag === "VBN") {
      if (hasChild(word, "aux:pass") || hasChild(word, "nsubj:pass")) return "passive";
      if (children[word]?.some((child) => base(child) === "aux" && haveForms.has(lower(child)))) return "perfect";
      return base(word);
    }
    if (tag === "VBG") return childBy(word, "aux") >= 0 ? "progressive" : childBy(word, "mark") >= 0 ? "marked" : base(word);
    if (tag === "VB") {
      const helped = childBy(word, "aux") >= 0 || childBy(word, "mark") >= 0 || base(word) === "xcomp" || base(word) === "aux";
      const joined = base(word) === "conj" && xpos[heads[word] ?? -1] === "VB" && childBy(word, "nsubj") < 0;
      const first = heads[word] ?? -1;
      return helped || (joined && (childBy(first, "aux") >= 0 || childBy(first, "mark") >= 0)) ? "helped" : "alone";
    }
    if (tag === "PRP") return base(word) === "nsubj" || base(word) === "expl" ? "subject" : "other";
    if (tag === "WDT" || tag === "WP" || tag === "WRB" || tag === "IN") return tag !== "IN" && inRelative(word) ? "relative" : "";
    if (tag === "DT") return base(word) === "det" ? "" : "alone";
    return "";
  };
  // The first word of a fixed expression ("because of") has features of its own.
  return forms.map((_, word) => (childBy(word, "fixed") >= 0 ? `${contextOf(word)} fixed` : contextOf(word)));
}

const sealMark = "# checksum ";

/** The text of a file of rules with a last line that tells whether it is still as it was written. */
export function sealMorphology(text: string): string {
  return `${text}${sealMark}${crc32(text).toString(16).padStart(8, "0")}\n`;
}

/** Reads the rules from a file, the shipped ones by default. Throws a `UserError` `data-missing` when it is absent or damaged. */
export function loadMorphology(
  path: string = fileURLToPath(new URL("../../../data/models/morphology.tsv", import.meta.url)),
): MorphologyRules {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new UserError("data-missing", `cannot read the rules of word forms ${path}`, "reinstall Whomet, or learn them anew", { cause });
  }
  const seal = text.lastIndexOf(sealMark);
  if (seal >= 0 && text !== sealMorphology(text.slice(0, seal))) {
    throw new UserError("data-missing", `${path} is damaged: its checksum does not match`, "reinstall Whomet, or learn them anew");
  }
  const lemmas = new Map<string, Map<string, string>>();
  const features = new Map<string, Map<string, string>>();
  text.split("\n").forEach((line, index) => {
    if (line === "" || line.startsWith("# ")) return;
    const [kind, name, ending, answer, ...more] = line.split("\t");
    const rules = kind === "lemma" ? lemmas : kind === "features" ? features : undefined;
    if (!rules || !name || ending === undefined || answer === undefined || more.length > 0) {
      throw new UserError("data-missing", `${path}, line ${index + 1} is no rule of word forms`, "reinstall Whomet, or learn them anew");
    }
    const endings = rules.get(name) ?? new Map<string, string>();
    rules.set(name, endings.set(ending, answer));
  });
  return { lemmas, features };
}
