/** `whomet train` as a user meets it: the same bytes twice, a model that reads back, and messages that name file and line. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requireBuild, runCli } from "./cli/run-cli.ts";

let folder = "";
beforeAll(async () => {
  requireBuild();
  folder = await mkdtemp(join(tmpdir(), "whomet-train-"));
  const rows = (verb: string): string =>
    ["1\tBerg\tBerg\tPROPN\tNNP\tNumber=Sing\t2\tnsubj", `2\t${verb}\tmeet\tVERB\tVBD\t_\t0\troot`, "3\tthem\tthey\tPRON\tPRP\t_\t2\tobj"]
      .map((row) => `${row}\t_\t_\n`)
      .join("");
  const treebank = Array.from({ length: 40 }, (_, index) => `# newdoc id = d${index}\n${rows(index % 2 ? "met" : "saw")}\n`).join("");
  await writeFile(join(folder, "gum.toy.conllu.gz"), gzipSync(treebank));
  const words = ["met", "them"];
  const vectors = Object.fromEntries(words.map((word) => [word, Array.from({ length: 100 }, (_, index) => Math.sin(index + word.length))]));
  await writeFile(join(folder, "vectors.json"), JSON.stringify({ words, vectors }));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function train(file: string, ...more: readonly string[]) {
  return runCli(["train", "parser", file, "--vectors", "vectors.json", "--epochs", "2", "--batch-words", "20", ...more], { cwd: folder });
}

describe("train parser", () => {
  it("writes the same bytes for the same files, and measures on what it held back", async () => {
    const [first, second] = [
      await train("gum.toy.conllu.gz", "--out", "a/syntax.bin", "--json"),
      await train("gum.toy.conllu.gz", "--out", "b/syntax.bin", "--json"),
    ];
    expect([first.code, second.code]).toEqual([0, 0]);
    for (const name of ["syntax.bin", "morphology.tsv"]) {
      expect(Buffer.compare(await readFile(join(folder, "a", name)), await readFile(join(folder, "b", name)))).toBe(0);
    }
    expect(JSON.parse(first.stdout)).toMatchObject([{ name: "gum.toy.conllu.gz, held back", words: 15, lemmas: 100 }]);
    expect(second.stdout).toBe(first.stdout);
    expect(first.stderr).toMatch(/epoch 2: loss/u);
  });

  it("names the file and the line that it cannot read, and writes nothing", async () => {
    await writeFile(join(folder, "bad.conllu"), "1\tBerg\tBerg\tPROPN\tNNP\t_\t0\troot\t_\t_\n2\tmet\n");
    const { code, stdout, stderr } = await train("bad.conllu", "--out", "c/syntax.bin");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("bad.conllu, line 2: 2 columns where CoNLL-U has 10");
    await expect(readFile(join(folder, "c", "syntax.bin"))).rejects.toThrow("ENOENT");
  });

  it.each([
    [["absent.conllu"], "cannot read absent.conllu"],
    [["vectors.json"], "vectors.json, line 1: 1 column where CoNLL-U has 10"],
    [["gum.toy.conllu.gz", "--epochs", "many"], '--epochs takes a whole number from 1 on, not "many"'],
    [["gum.toy.conllu.gz", "--dropout", "1"], "--dropout takes a part from 0 to 0.9"],
    [["gum.toy.conllu.gz", "--teacher", "a/syntax.bin"], "--teacher and --unlabelled go together"],
    [["gum.toy.conllu.gz", "--check", "gum.toy.conllu.gz", "--vectors", "gum.toy.conllu.gz"], "does not hold word vectors"],
  ])("refuses %j", async ([file = "", ...more], message) => {
    const { code, stderr } = await train(file, ...more);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});
