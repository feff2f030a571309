import neo4j from "neo4j-driver";
import { tables } from "../../src/graph/annotated-article.fixture.ts";
import { buildGraph } from "../../src/graph/build-graph.ts";
import { inventArticles } from "../../src/graph/synthetic-articles.fixture.ts";
import { graphRows } from "../../src/store/graph-rows.ts";
import { openStore } from "../../src/store/open-store.ts";
import { startNeo4j } from "./start-neo4j.ts";

const { graph } = buildGraph(inventArticles(2000), { tables, layout: false });
const s = await startNeo4j(["-Xmx2g"]);
const driver = neo4j.driver(s.url, undefined, { disableLosslessIntegers: true });
const D = { database: "neo4j" };
const st = await openStore({ url: s.url, mode: "write" });
await st.load(graph);
await st.close();
const g = graphRows(graph);
const run = (c: string, rows: any) => driver.executeQuery(c, { rows }, D);
const ment = g.relationships.get("MENTIONS")!.map((r) => ({ from: r.from, to: r.to, properties: { ...r.properties, rowHash: r.rowHash } }));
const flat = g.relationships
  .get("MENTIONS")!
  .map((r) => [r.from, r.to, r.properties.count, r.properties.starts, r.properties.ends, r.properties.texts, r.rowHash]);
const persons = g.nodes.get("Person")!.map((r) => ({ id: r.id, properties: { ...r.properties, rowHash: r.rowHash } }));
const T = async (l: string, f: () => Promise<unknown>) => {
  const t = performance.now();
  await f();
  return l + " " + (performance.now() - t).toFixed(0);
};
const batched =
  (c: string, rows: any[], n = 10000) =>
  async () => {
    for (let i = 0; i < rows.length; i += n) await run(c, rows.slice(i, i + n));
  };
const del = () => driver.executeQuery("MATCH (:Article)-[r:MENTIONS]->() DELETE r", {}, D);
const delP = () => driver.executeQuery("MATCH (n:Person) DETACH DELETE n", {}, D);
for (let r = 0; r < 6; r++) {
  const o: string[] = [];
  await del();
  o.push(
    await T(
      "merge",
      batched(
        "UNWIND $rows AS row MATCH (a:Article {id: row.from}) MATCH (b:Entity {id: row.to}) MERGE (a)-[r:MENTIONS]->(b) SET r = row.properties",
        ment,
      ),
    ),
  );
  await del();
  o.push(
    await T(
      "create",
      batched(
        "UNWIND $rows AS row MATCH (a:Article {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:MENTIONS]->(b) SET r = row.properties",
        ment,
      ),
    ),
  );
  await del();
  o.push(
    await T(
      "createflat",
      batched(
        "UNWIND $rows AS row MATCH (a:Article {id: row[0]}) MATCH (b:Entity {id: row[1]}) CREATE (a)-[:MENTIONS {count: row[2], starts: row[3], ends: row[4], texts: row[5], rowHash: row[6]}]->(b)",
        flat,
      ),
    ),
  );
  await del();
  o.push(
    await T(
      "createflat2.5k",
      batched(
        "UNWIND $rows AS row MATCH (a:Article {id: row[0]}) MATCH (b:Entity {id: row[1]}) CREATE (a)-[:MENTIONS {count: row[2], starts: row[3], ends: row[4], texts: row[5], rowHash: row[6]}]->(b)",
        flat,
        2500,
      ),
    ),
  );
  await delP();
  o.push(await T("P merge", batched("UNWIND $rows AS row MERGE (n:Person {id: row.id}) SET n = row.properties SET n:Entity", persons)));
  await delP();
  o.push(await T("P merge no entity", batched("UNWIND $rows AS row MERGE (n:Person {id: row.id}) SET n = row.properties", persons)));
  await delP();
  o.push(await T("P create", batched("UNWIND $rows AS row CREATE (n:Person:Entity) SET n = row.properties", persons)));
  console.log(ment.length, persons.length, o.join(" | "));
}
await driver.close();
await s.stop();
