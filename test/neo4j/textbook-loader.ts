/** The loader that a textbook has: constraints first, then `UNWIND … MERGE` on the ids, in transactions of ten thousand rows. */
import neo4j from "neo4j-driver";
import type { KnowledgeGraph } from "../../src/domain/knowledge-graph.ts";
import { nodeSchema, type PropertyTable, relationshipSchema } from "../../src/graph/graph-schema.ts";
import type { Properties, PropertyValue, RelationshipRow } from "../../src/store/graph-rows.ts";

/** The code as it is shipped: what runs the sources as they are makes hot loops slower. */
const built = "../../dist/store/graph-rows.js";
const { graphRows } = (await import(built)) as typeof import("../../src/store/graph-rows.ts");

const transactionRows = 10_000;

/** Loads a graph into a Neo4j without passwords. */
export async function mergeIntoNeo4j(url: string, graph: KnowledgeGraph): Promise<void> {
  const driver = neo4j.driver(url, undefined, { disableLosslessIntegers: true });
  const graphed = graphRows(graph);
  const run = (cypher: string, batch: readonly unknown[]) => driver.executeQuery(cypher, { rows: batch }, { database: "neo4j" });
  for (const label of graphed.nodes.keys()) {
    await driver.executeQuery(`CREATE CONSTRAINT IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`, {}, { database: "neo4j" });
  }
  for (const [label, nodes] of graphed.nodes) {
    const maps = Array.from(nodes, ({ id, values }) => ({ id, properties: mapOf(nodeSchema(label).properties, values) }));
    for (const batch of batches(maps)) await run(`UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n += row.properties`, batch);
  }
  for (const [type, relationships] of graphed.relationships) {
    for (const group of byEnds(relationships)) {
      const [first] = group;
      if (!first) continue;
      const key = type === "HAS_ROLE" ? " {title: row.properties.title, former: row.properties.former}" : "";
      const cypher = `UNWIND $rows AS row MATCH (a:${first.fromLabel} {id: row.from}) MATCH (b:${first.toLabel} {id: row.to})
        MERGE (a)-[r:${type}${key}]->(b) SET r += row.properties`;
      const maps = group.map(({ from, to, values }) => ({ from, to, properties: mapOf(relationshipSchema(type).properties, values) }));
      for (const batch of batches(maps)) await run(cypher, batch);
    }
  }
  await driver.close();
}

/** Every property by its name. */
export function mapOf(table: PropertyTable, values: readonly PropertyValue[]): Properties {
  return Object.fromEntries(Object.keys(table).map((name, index) => [name, values[index] ?? null]));
}

function* batches<T>(rows: Iterable<T>): Generator<readonly T[]> {
  const items = [...rows];
  for (let start = 0; start < items.length; start += transactionRows) yield items.slice(start, start + transactionRows);
}

function byEnds(relationships: Iterable<RelationshipRow>): Iterable<readonly RelationshipRow[]> {
  const groups = new Map<string, RelationshipRow[]>();
  for (const row of relationships) {
    const key = `${row.fromLabel} ${row.toLabel}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups.values();
}
