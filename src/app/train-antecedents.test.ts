/** `whomet train antecedents`, from a treebank to weights that the program reads. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAntecedentModel } from "../annotate/coreference/antecedent-model.ts";
import { train } from "./commands/train.ts";

const folder = mkdtempSync(join(tmpdir(), "whomet-train-"));

function given(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** One document: "Ann Lee met the envoy . She thanked him ." with both pronouns in chains. */
function treebankDocument(id: number, woman: string, man: string): string {
  const line = (...cells: string[]): string => cells.join("\t");
  return `# newdoc id = story_${id}
# newpar
# sent_id = story_${id}-1
${line("1", woman, woman, "PROPN", "NNP", "Number=Sing", "3", "nsubj", "_", "Entity=(1-person-new-nnnnn-cf1-1-coref")}
${line("2", "Lee", "Lee", "PROPN", "NNP", "Number=Sing", "1", "flat", "_", "Entity=1)")}
${line("3", "met", "meet", "VERB", "VBD", "_", "0", "root", "_", "_")}
${line("4", man, man, "PROPN", "NNP", "Number=Sing", "3", "obj", "_", "Entity=(2-person-new-nnnnn-cf2-1-coref")}
${line("5", "Okoye", "Okoye", "PROPN", "NNP", "Number=Sing", "4", "flat", "_", "Entity=2)")}
${line("6", ".", ".", "PUNCT", ".", "_", "3", "punct", "_", "_")}

# sent_id = story_${id}-2
${line("1", "She", "she", "PRON", "PRP", "Gender=Fem", "2", "nsubj", "_", "Entity=(1-person-giv:act-nnnnn-cf1-1-ana)")}
${line("2", "thanked", "thank", "VERB", "VBD", "_", "0", "root", "_", "_")}
${line("3", "him", "he", "PRON", "PRP", "Gender=Masc", "2", "obj", "_", "Entity=(2-person-giv:act-nnnnn-cf2-1-ana)")}
${line("4", ".", ".", "PUNCT", ".", "_", "2", "punct", "_", "_")}

`;
}

const couples = [
  ["Ann", "Paul"],
  ["Mary", "John"],
  ["Susan", "Peter"],
  ["Laura", "David"],
  ["Alice", "Mark"],
] as const;
const treebank = couples.map(([woman, man], id) => treebankDocument(id, woman, man)).join("");

describe("whomet train antecedents", () => {
  it("learns weights that the program reads, the same bytes every time", { timeout: 60_000 }, async () => {
    const file = given("small.conllu", treebank);
    const outs = ["one.json", "two.json"].map((name) => join(folder, name));
    for (const out of outs) expect(await train.run({ positionals: ["antecedents", file], options: { out } })).toBe(0);
    const [one = "", two] = outs.map((out) => readFileSync(out, "utf8"));
    expect(one).toBe(two);
    const { weights, thresholds } = parseAntecedentModel(one, "one.json");
    expect(thresholds.he).toBeGreaterThan(0);
    expect(weights.he.some((weight) => weight !== 0)).toBe(true);
    expect(weights.they.every((weight) => weight === 0)).toBe(true);
  });

  it.each([
    ["a file that is not there", join(folder, "none.conllu"), /cannot read .*none\.conllu/u],
    ["a treebank without entities", given("bare.conllu", treebank.replaceAll(/Entity=\S+/gu, "_")), /marks no entities/u],
    [
      "a treebank whose pronouns are all held back",
      given("tiny.conllu", "# newdoc id = a\n1\tAnn\tAnn\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(1-person-new-nnnnn-cf1-1-sgl)\n\n"),
      /hold no pronoun/u,
    ],
  ])("refuses %s in one sentence", async (_, file, message) => {
    const run = async (): Promise<unknown> => train.run({ positionals: ["antecedents", file], options: { out: join(folder, "no.json") } });
    await expect(run()).rejects.toThrow(message);
  });
});
