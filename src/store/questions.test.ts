import { describe, expect, it } from "vitest";
import { nodeSchemas, relationshipSchemas } from "../graph/graph-schema.ts";
import { listCypher, readCypher } from "./cypher-files.ts";
import { bookkeepingConstraints, graphConstraints } from "./neo4j-schema.ts";
import { findQuestion, listQuestions, nearestNames, parseQuestion, questionValues } from "./questions.ts";
import { checkReadOnly } from "./read-only-query.ts";

const labels = [...nodeSchemas.map(({ label }) => String(label)), "Entity", "WhometStore", "Load"];
const types = relationshipSchemas.map(({ type }) => String(type));
const properties = new Set([
  ...[...nodeSchemas, ...relationshipSchemas].flatMap((schema) => Object.keys(schema.properties)),
  ...["version", "rowHash", "from", "to", "properties"],
]);

describe("the questions", () => {
  it.each(listQuestions().map((question) => [question.name, question] as const))(
    "%s has a title, a sentence, and only reads",
    (_, question) => {
      expect(question.title).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(question.asks).toMatch(/^\p{Lu}.*\?$/u);
      for (const dialect of ["neo4j", "ladybug"] as const) {
        const names = [...checkReadOnly(question.cypher[dialect], dialect)].sort();
        expect(question.parameters.map(({ name }) => name).sort()).toEqual(names);
        expect(question.cypher[dialect]).toMatch(/\nORDER BY .+\nLIMIT \$limit\n$/u);
      }
    },
  );

  it("are found by name", () => {
    expect(findQuestion("who-did-x-meet")).toMatchObject({
      name: "who-did-x-meet",
      parameters: [
        { name: "name", type: "string" },
        { name: "limit", type: "integer", default: 100 },
      ],
    });
  });

  it("offer the nearest name for a mistyped one", () => {
    expect(() => findQuestion("who-meet-whom")).toThrow(
      expect.objectContaining({ code: "unknown-question", hint: expect.stringContaining("Did you mean who-met-whom?") }),
    );
  });
});

describe("parseQuestion", () => {
  it("reads parameters with types and defaults, over several lines", () => {
    const text = `// title: T\n// asks: A?\r\n// params: a: string = 'x, y', b: integer = 3\n// params: c: boolean = false, d: number, e: string = ""\n// example: a=1 b='two words'\nRETURN 1`;
    expect(parseQuestion("q", text)).toEqual({
      name: "q",
      title: "T",
      asks: "A?",
      parameters: [
        { name: "a", type: "string", default: "x, y" },
        { name: "b", type: "integer", default: 3 },
        { name: "c", type: "boolean", default: false },
        { name: "d", type: "number" },
        { name: "e", type: "string", default: "" },
      ],
      example: { a: "1", b: "two words" },
      cypher: { neo4j: text, ladybug: text },
    });
  });

  it("takes what a query without a header names with a $ for texts", () => {
    expect(parseQuestion("mine", "MATCH (n {id: $id}) RETURN n")).toMatchObject({
      title: "mine",
      parameters: [{ name: "id", type: "string" }],
    });
  });

  it.each(["a", "a: text", "a: integer = x", "a: boolean = 1", ": string"])("refuses the parameter “%s”", (parameter) => {
    expect(() => parseQuestion("q", `// params: ${parameter}\nRETURN 1`)).toThrow(expect.objectContaining({ code: "bad-query" }));
  });
});

describe("questionValues", () => {
  const question = parseQuestion("q", "// params: a: string, b: integer = 3, c: boolean = true, d: number = 0.5\nRETURN 1");

  it.each([
    [{ a: "x" }, { a: "x", b: 3, c: true, d: 0.5 }],
    [
      { a: "", b: "7", c: "false", d: "1" },
      { a: "", b: 7, c: false, d: 1 },
    ],
    [
      { a: "5", b: -2, c: false, d: 2.5 },
      { a: "5", b: -2, c: false, d: 2.5 },
    ],
  ])("makes of %j %j", (given, values) => {
    expect(questionValues(question, given)).toEqual(values);
  });

  it.each([
    [{}, "needs a value for a"],
    [{ a: "x", z: 1 }, "takes no parameter z"],
    [{ a: 1 }, "a of q is not a string"],
    [{ a: "x", b: "many" }, "b of q is not a integer"],
    [{ a: "x", b: "1.5" }, "b of q is not a integer"],
    [{ a: "x", b: "" }, "b of q is not a integer"],
    [{ a: "x", c: "yes" }, "c of q is not a boolean"],
    [{ a: "x", d: "Infinity" }, "d of q is not a number"],
  ])("refuses %j: %s", (given, message) => {
    expect(() => questionValues(question, given)).toThrow(
      expect.objectContaining({ code: "bad-arguments", message: expect.stringContaining(message) }),
    );
  });
});

describe("nearestNames", () => {
  it.each([
    ["Adam Bohler", ["Adam Boehler"]],
    ["hamas", ["Hamas"]],
    ["Zebra", []],
  ])("of %s are %j", (name, nearest) => {
    expect(nearestNames(name, ["Adam Boehler", "Hamas", "Steve Witkoff"])).toEqual(nearest);
  });
});

describe("the folder cypher", () => {
  it("names only labels, relationship types and properties of the schema", () => {
    for (const file of listCypher("questions/").map((name) => `questions/${name}`)) {
      const text = readCypher(file)
        .replace(/\/\/.*$/gmu, "")
        .replace(/'[^']*'/gu, "");
      for (const [, names = ""] of text.matchAll(/\(\w*:([\w|:]+)/gu))
        for (const name of names.split(/[|:]/u)) expect(labels, file).toContain(name);
      for (const [, names = ""] of text.matchAll(/\[\w*:([\w|]+)/gu))
        for (const name of names.split("|")) expect(types, file).toContain(name);
      for (const [, name = ""] of text.matchAll(/\w\.`?(\w+)/gu)) expect([...properties], file).toContain(name);
    }
  });

  it("makes a constraint for the id of every label", () => {
    const statements = [...bookkeepingConstraints(), ...graphConstraints()];
    for (const label of labels)
      expect(statements.filter((statement) => statement.includes(`(n:${label}) REQUIRE n.id IS UNIQUE`))).toHaveLength(1);
    for (const statement of statements) expect(statement).toMatch(/^CREATE CONSTRAINT whomet_\w+ IF NOT EXISTS /u);
  });
});
