/** `whomet train names`, from files to a model that finds names. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { train } from "./commands/train.ts";

const folder = mkdtempSync(join(tmpdir(), "whomet-train-"));

async function refusal(...args: string[]): Promise<string> {
  const options: Record<string, string> = {};
  const positionals: string[] = [];
  for (const arg of args) {
    const [, name, value] = /^--(\w+)=(.*)$/u.exec(arg) ?? [];
    if (name !== undefined) options[name] = value ?? "";
    else positionals.push(arg);
  }
  try {
    await train.run({ positionals, options });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "nothing was refused";
}

describe("whomet train names", () => {
  const path = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it.each([
    ["a file that is not there", [join(folder, "none.tsv")], /cannot read .*none\.tsv/u],
    ["a file without sentences", [path("empty.tsv", "\n\n")], /holds no sentence/u],
    ["a tag that is none", [path("bad.tsv", "Ann\tB-PER\nLee\tB-XYZ\n")], /bad\.tsv, line 2: "B-XYZ" is not a BIO tag/u],
    ["a recipe that is no JSON", [path("bad.json", "{")], /cannot read the recipe/u],
    ["a recipe without networks", [path("old.json", '{"corpora": [], "minCount": 1}')], /network is missing/u],
    ["a recipe beside files", [path("r.json", "{}"), "a.tsv"], /a recipe stands alone/u],
    ["a folder without a recipe", [path("a.tsv", "Ann\tB-PER\n"), `--data=${folder}`], /--data goes with a recipe/u],
    ["no file at all", [], /at least one file/u],
    ["two sources of words", [path("b.tsv", "Ann\tB-PER\n"), "--words=x", "--outside=y"], /--words and --outside/u],
    ["words that are no model", [path("c.tsv", "Ann\tB-PER\n"), `--words=${join(folder, "c.tsv")}`], /c\.tsv is not a name model/u],
    ["packages that are not installed", [path("d.tsv", "Ann\tB-PER\n"), `--outside=${folder}`], /not installed/u],
  ])("refuses %s in one sentence", async (_, args, message) => {
    expect(await refusal("names", ...args)).toMatch(message);
  });
});
