/** The export to FollowTheMoney, read back by the package of that name. WHOMET_TEST_PYTHON names a Python that has it (default python3). */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphNode, KnowledgeGraph } from "../../src/domain/knowledge-graph.ts";
import { writeFtm } from "../../src/graph/export-ftm.ts";
import { fixtureGraph } from "../../src/store/graph-fixture.contract.ts";
import { inventGraph } from "../neo4j/invent-graph.ts";

const python = process.env.WHOMET_TEST_PYTHON ?? "python3";
const reader = fileURLToPath(new URL("read_back.py", import.meta.url));

/** Why the package cannot be asked, or null when it can. Throws Error when WHOMET_REQUIRE asks for it all the same. */
function missingPackage(): string | null {
  if (spawnSync(python, ["-c", "import followthemoney"]).status === 0) return null;
  const reason = `${python} has no package followthemoney: pip install followthemoney, or name a Python that has it in WHOMET_TEST_PYTHON`;
  if (process.env.WHOMET_REQUIRE?.split(",").includes("followthemoney")) throw new Error(reason);
  return reason;
}

const missing = missingPackage();
if (missing !== null) process.stderr.write(`skipped: reading FollowTheMoney back, because ${missing}\n`);

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

function readBack(lines: string): { readonly problems: readonly string[]; readonly entities: readonly Entity[] } {
  const { status, stdout, stderr } = spawnSync(python, [reader], { input: lines, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReturnType<typeof readBack>;
}

function linesOf(entities: readonly Entity[]): string {
  return entities.map((entity) => `${JSON.stringify(entity)}\n`).join("");
}

function written(graph: KnowledgeGraph): Entity[] {
  return writeFtm(graph)
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entity);
}

/** White space around a text is nothing to this package; everything else must come back. */
function told({ id, schema, properties }: Entity): unknown {
  const values = Object.entries(properties).map(([name, some]) => [name, some.map((value) => value.trim()).sort()] as const);
  return { id, schema, properties: Object.fromEntries(values.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

describe.skipIf(missing !== null)("the package followthemoney", { timeout: 240_000 }, () => {
  it.each([
    ["the fixture", () => fixtureGraph()],
    ["an invented corpus", () => inventGraph(40)],
  ])("takes %s as it is, and loses nothing", (_, make) => {
    const entities = written(make());
    expect(entities.length).toBeGreaterThan(20);
    const { problems, entities: read } = readBack(linesOf(entities));
    expect(problems).toEqual([]);
    expect(read.map(told)).toEqual(entities.map(told));
  });

  it("takes names and titles full of marks of other languages", () => {
    const parts = ["a", "é", "漢", " ", '"', "'", "\\", "`", "\n", "{", "}", "</script>", "=1+1", "\u202e", "\0", "\ud800", "𝛀", "\u001f"];
    const hostile = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 }).map((some) => `x${some.join("")}x`);
    const names = fc.sample(hostile, { numRuns: 400, seed: 8 });
    const graph = inventGraph(30);
    let next = 0;
    const name = (): string => names[next++ % names.length] ?? "";
    graph.updateEachNodeAttributes((_, node): GraphNode => {
      if (node.kind === "Article" || node.kind === "Meeting") return { ...node, title: name() };
      if (node.kind === "Quote") return { ...node, text: name() };
      return "name" in node && node.kind !== "Outlet" ? { ...node, name: name(), aliases: [name(), name()] } : node;
    });
    expect(readBack(writeFtm(graph)).problems).toEqual([]);
  });

  it("objects to what is none of its own", () => {
    const event = (id: string, properties: Entity["properties"]): Entity => ({
      id,
      schema: "Event",
      properties: { name: ["Talks"], ...properties },
    });
    const wrong = [
      { ...event("schema", {}), schema: "Meeting" },
      event("property", { modality: ["held"] }),
      event("date", { startDate: ["next week"] }),
      event("end", { involved: ["nobody"] }),
      event("range", { involved: ["right"] }),
    ];
    const { problems } = readBack(linesOf([event("right", { startDate: ["2025-03-06"] }), ...wrong]));
    expect(problems.map((problem) => problem.split(":")[0]).sort()).toEqual(wrong.map(({ id }) => id).sort());
  });
});
