import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { openEmbeddedStore } from "./embedded-store.ts";
import { describeGraphStore } from "./graph-store.contract.ts";

let folder = "";
let stores = 0;
const path = () => join(folder, `it's [a] store ${stores}`, "graph");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whomet-test-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describeGraphStore("embedded store", {
  open: async () => {
    stores += 1;
    return await openEmbeddedStore(path(), "write");
  },
  reopen: async () => await openEmbeddedStore(path(), "write"),
  randomGraphs: 12,
});
