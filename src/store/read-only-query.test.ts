import { describe, expect, it } from "vitest";
import { checkReadOnly, type Dialect, parameterNames } from "./read-only-query.ts";

const dialects: readonly Dialect[] = ["neo4j", "ladybug"];

describe("checkReadOnly", () => {
  it.each([
    "MATCH (n) RETURN n",
    "  // who\n/* and\nwhom */ match (n) return n;",
    "OPTIONAL MATCH (n) RETURN n",
    "UNWIND [1] AS x RETURN x",
    "WITH 1 AS x RETURN x",
    "EXPLAIN MATCH (n) RETURN n",
    "RETURN 'CREATE; LOAD CSV FROM \\' x' AS text",
    'RETURN "it\'s; COPY" AS text',
    "MATCH (n) WHERE n.load = 1 AND n.call = 2 RETURN n.use AS use",
    "MATCH (call:Call) RETURN call.id",
    "MATCH (n) RETURN n.`CALL x` AS `; DROP`",
    "MATCH (n) RETURN n // ; CREATE (m)",
  ])("lets %s pass", (cypher) => {
    for (const dialect of dialects) expect(() => checkReadOnly(cypher, dialect)).not.toThrow();
  });

  it.each([
    "",
    ";",
    "CREATE (n)",
    "// MATCH\nCREATE (n)",
    "/* ' */ DROP TABLE x",
    "RETURN 1; RETURN 2",
    "RETURN ';'; CREATE (n)",
    "MATCH (n) LOAD  FROM 'x' RETURN *",
    "MATCH (n) load/**/csv FROM 'x' AS line RETURN line",
    "LOAD EXTENSION json",
    "CALL threads = 1",
    "CALL `threads` = 1",
    "CALL apoc.load.json('x')",
    "CALL apoc.`load`.json('x')",
    "MATCH (n) CALL dbms.killConnections([]) RETURN n",
    "CALL",
    "EXPLAIN PROFILE MATCH (n) RETURN n",
    "PROFILE CREATE (n)",
    "USE other MATCH (n) RETURN n",
    "RETURN 1 UNION ALL USE other RETURN 1",
  ])("refuses %s", (cypher) => {
    for (const dialect of dialects) {
      expect(() => checkReadOnly(cypher, dialect)).toThrow(expect.objectContaining({ code: "bad-query" }));
    }
  });

  it.each<[string, Dialect, boolean]>([
    ["CALL { RETURN 1 AS x } RETURN x", "neo4j", true],
    ["MATCH (n) CALL (n) { RETURN 1 AS x } RETURN x", "neo4j", true],
    ["CALL { LOAD CSV FROM 'x' AS l RETURN l } RETURN l", "neo4j", false],
    ["CALL { USE other MATCH (n) RETURN n } RETURN n", "neo4j", false],
    ["CALL db.labels() YIELD label RETURN label", "neo4j", true],
    ["CALL db.labels() YIELD label RETURN label", "ladybug", false],
    ["CALL show_tables() RETURN name", "ladybug", true],
    ["CALL SHOW_TABLES() RETURN name", "ladybug", true],
    ["CALL show_tables() RETURN name", "neo4j", false],
    // Neo4j reads the escape as the end of the text before it looks for texts.
    ["RETURN '\\u0027 AS x LOAD CSV FROM \"x\" AS l RETURN l //'", "neo4j", false],
    ["RETURN '\\uu0027; CREATE (n) //'", "neo4j", false],
    ["RETURN '\\u00e9' AS accent", "neo4j", true],
  ])("judges %s for %s", (cypher, dialect, fine) => {
    const check = expect(() => checkReadOnly(cypher, dialect));
    if (fine) check.not.toThrow();
    else check.toThrow(expect.objectContaining({ code: "bad-query" }));
  });

  it("gives the names of the parameters, and of nothing else", () => {
    const cypher = "MATCH (n {id: $id}) WHERE n.name = '$no' OR n.x IN $liste_2 OR n.y = $`odd name` RETURN n // $neither";
    expect([...checkReadOnly(cypher, "ladybug")]).toEqual(["id", "liste_2", "odd name"]);
    expect([...parameterNames(cypher)]).toEqual(["id", "liste_2", "odd name"]);
  });
});
