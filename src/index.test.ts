import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildGraph, loadAnnotator, loadNameTables, makeArticle, met, nothingGiven, openStore } from "./index.ts";

describe("the package", () => {
  it("takes a program from a text to an answer with its evidence", async () => {
    const text = "Foreign Minister Anna Berg met Hamas officials in Oslo on Monday, her office said.";
    const annotation = loadAnnotator()(makeArticle({ text, given: { ...nothingGiven, id: "oslo" }, file: null, format: "plain" }));
    const { graph } = buildGraph([{ annotation, text, path: null }], { tables: loadNameTables() });
    const folder = await mkdtemp(join(tmpdir(), "whomet-index-"));
    const store = await openStore({ url: join(folder, "graph"), mode: "write" });
    try {
      await store.load(graph);
      const { rows } = await met(store, "Berg");
      expect(rows).toMatchObject([{ a: { name: "Anna Berg" }, b: { name: "Hamas" }, modality: "held", place: "Oslo" }]);
      expect(rows[0]?.evidence).toMatchObject([{ article: "oslo", start: 0, end: text.length, text }]);
    } finally {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
