/** CoNLL-style files: text rebuilt, spans kept, bad lines named. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { UserError } from "../domain/errors.ts";
import { joinTokens, readConll } from "./read-conll.ts";

const folder = mkdtempSync(join(tmpdir(), "whomet-conll-"));

describe("joining tokens", () => {
  it.each([
    [["He", "did", "n't", "go", "."], "He didn't go."],
    [["(", "CNN", ")", "said"], "(CNN) said"],
    [["``", "No", "''", ",", "he", "said"], '"No", he said'],
    [["a", '"', "quiet", '"', "day"], 'a "quiet" day'],
    [["Trump", "'s", "$", "5"], "Trump's $5"],
  ])("spaces %j", (tokens, text) => {
    const joined = joinTokens(tokens);
    expect(joined.text).toBe(text);
    expect(joined.spans).toHaveLength(tokens.length);
  });
});

describe("reading a file", () => {
  const lines = "-DOCSTART-\tO\n\nAnn\tB-PER\nLee\tI-PER\nmet\tO\nBo\tB-PER\n\nin\tO\nRome\tB-LOC\n.\tO\n\n-DOCSTART-\tO\n\nNATO\tB-ORG\n";

  it("keeps documents apart and names at their characters", () => {
    const path = join(folder, "two.tsv.gz");
    writeFileSync(path, gzipSync(lines));
    const [first, second, ...rest] = readConll(path);
    expect(rest).toEqual([]);
    expect(first?.text).toBe("Ann Lee met Bo\nin Rome.\n");
    expect(first?.names.map(({ start, end, kind }) => [first.text.slice(start, end), kind])).toEqual([
      ["Ann Lee", 0],
      ["Bo", 0],
      ["Rome", 2],
    ]);
    expect(second?.names).toEqual([{ start: 0, end: 4, kind: 1 }]);
  });

  it("groups sentences where no document is marked", () => {
    const path = join(folder, "many.tsv");
    writeFileSync(path, "Hi\tO\n\n".repeat(45));
    expect(readConll(path).map(({ text }) => text.split("\n").length - 1)).toEqual([20, 20, 5]);
  });

  it("names the line of a bad tag, and the file that is not there", () => {
    const path = join(folder, "bad.tsv");
    writeFileSync(path, "Ann\tB-PER\nLee\tPERSON\n");
    expect(() => readConll(path)).toThrowError(
      new UserError("bad-record", `${path}, line 2: "PERSON" is not a BIO tag of PER, ORG, LOC or MISC`),
    );
    expect(() => readConll(join(folder, "none.tsv"))).toThrowError(`cannot read ${join(folder, "none.tsv")}`);
  });
});
