import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConllu } from "../../learn/read-conllu.ts";
import { analyseWords, applyEdit, editsOf, loadMorphology, type MorphologyRules } from "./morphology.ts";
import { taggedSentence, trainMorphology, writeMorphology } from "./train-morphology.ts";

let folder = "";
let rules: MorphologyRules;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "whomet-morphology-"));
  rules = loadMorphology();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** "They/PRON/PRP/2/nsubj met/VERB/VBD/0/root" → the words with lemma and features. */
function analyse(text: string, by: MorphologyRules = rules): string[] {
  const rows = text.split(" ").map((word) => word.split("/"));
  const { lemmas, features } = analyseWords(by, {
    forms: rows.map(([form = ""]) => form),
    upos: rows.map((row) => row[1] ?? ""),
    xpos: rows.map((row) => row[2] ?? ""),
    heads: rows.map((row) => Number(row[3]) - 1),
    relations: rows.map((row) => row[4] ?? ""),
  });
  return rows.map(([form], index) => `${form} ${lemmas[index]} ${features[index]}`);
}

describe("edits", () => {
  it.each([
    ["Studies", "study", "l3y"],
    ["Doha", "Doha", "k0"],
    ["talks", "talk", "l1"],
    ["was", "be", "=be"],
    ["USA", "USA", "k0"],
  ])("of %s to %s include %s", (form, lemma, edit) => {
    const edits = editsOf(form, lemma);
    expect(edits).toContain(edit);
    for (const each of edits) expect(applyEdit(form, each)).toBe(lemma);
  });

  it("never leave a word without a lemma", () => {
    expect(applyEdit("s", "l1")).toBe("s");
    expect(applyEdit("s", "l9")).toBe("s");
    expect(applyEdit("s", "=")).toBe("s");
  });
});

describe("lemmas and features", () => {
  it.each([
    [
      "plurals and past tenses",
      "Envoys/NOUN/NNS/2/nsubj met/VERB/VBD/0/root",
      ["Envoys envoy Number=Plur", "met meet Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin"],
    ],
    [
      "the person of the subject",
      "I/PRON/PRP/2/nsubj left/VERB/VBD/0/root",
      ["I I Case=Nom|Number=Sing|Person=1|PronType=Prs", "left leave Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin"],
    ],
    [
      "the number of joined subjects",
      "Berg/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Lind/PROPN/NNP/1/conj met/VERB/VBD/0/root",
      ["Berg Berg Number=Sing", "and and _", "Lind Lind Number=Sing", "met meet Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin"],
    ],
    [
      "the passive of a participle",
      "Berg/PROPN/NNP/3/nsubj:pass was/AUX/VBD/3/aux:pass seen/VERB/VBN/0/root",
      [
        "Berg Berg Number=Sing",
        "was be Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
        "seen see Tense=Past|VerbForm=Part|Voice=Pass",
      ],
    ],
    [
      "the perfect of a participle",
      "They/PRON/PRP/3/nsubj have/AUX/VBP/3/aux met/VERB/VBN/0/root",
      [
        "They they Case=Nom|Number=Plur|Person=3|PronType=Prs",
        "have have Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin",
        "met meet Tense=Past|VerbForm=Part",
      ],
    ],
    ["an infinitive", "to/PART/TO/2/mark meet/VERB/VB/0/root", ["to to _", "meet meet VerbForm=Inf"]],
    [
      "an imperative",
      "Meet/VERB/VB/0/root him/PRON/PRP/1/obj",
      ["Meet meet Mood=Imp|VerbForm=Fin", "him he Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs"],
    ],
    [
      "clitics",
      "wo/AUX/MD/3/aux n't/PART/RB/3/advmod go/VERB/VB/0/root",
      ["wo will VerbForm=Fin", "n't not Polarity=Neg", "go go VerbForm=Inf"],
    ],
    ["words whose tags the rules never saw", "Zork/FOO/BAR/0/root", ["Zork Zork _"]],
  ])("give %s", (_, text, expected) => {
    expect(analyse(text)).toEqual(expected);
  });

  it("are learnt from a treebank, and survive the way through their file", () => {
    const rows = ["visits", "talks", "leaders"].map((form) => `1\t${form}\t${form.slice(0, -1)}\tNOUN\tNNS\tNumber=Plur\t0\troot\t_\t_\n`);
    // A typing error teaches nothing.
    const typos = Array.from({ length: 5 }, () => "1\tvisits\tmistake\tNOUN\tNNS\tNumber=Sing|Typo=Yes\t0\troot\t_\t_\n");
    const sentences = readConllu([...rows, ...typos].join("\n"), "toy");
    const learnt = trainMorphology(sentences);
    const path = join(folder, "toy.tsv");
    writeFileSync(path, writeMorphology(learnt));
    const first = sentences[0];
    expect(first && analyseWords(loadMorphology(path), taggedSentence(first))).toEqual({ lemmas: ["visit"], features: ["Number=Plur"] });
    expect(analyse("deals/NOUN/NNS/0/root", learnt)).toEqual(["deals deal Number=Plur"]);
  });

  it("say which line of their file is damaged", () => {
    const path = join(folder, "damaged.tsv");
    writeFileSync(path, "# comment\nlemma\tNOUN NNS\t\tl1\nnothing\n");
    expect(() => loadMorphology(path)).toThrow(`${path}, line 3 is no rule of word forms`);
    expect(() => loadMorphology(join(folder, "absent.tsv"))).toThrow("cannot read the rules of word forms");
    writeFileSync(
      path,
      writeMorphology({ lemmas: new Map([["NOUN NNS", new Map([["s", "l1"]])]]), features: new Map() }).replace("l1", "l2"),
    );
    expect(() => loadMorphology(path)).toThrow(`${path} is damaged: its checksum does not match`);
  });
});
