/** Writes changes into Neo4j: batches of rows, each in a managed transaction that may be tried again. */
import type { ManagedTransaction, Session } from "neo4j-driver";
import type { NodeLabel, RelationshipType } from "../domain/knowledge-graph.ts";
import { nodeSchema, relationshipSchema } from "../graph/graph-schema.ts";
import { loadStatement } from "./cypher-files.ts";
import type { GraphChanges, NodeChanges, RelationshipChanges, StoredRelationship } from "./graph-diff.ts";
import { type NodeRow, type Properties, type RelationshipRow, rowHashProperty } from "./graph-rows.ts";
import { driverProperties } from "./neo4j-values.ts";

/** A transaction takes this many rows at most, and ends early when their texts are long. */
const batchRows = 10_000;
const batchCodeUnits = 8_000_000;

/**
 * Makes the changes, batch after batch: what is gone goes first, then nodes come before their relationships. When it is
 * interrupted, the next load finds by comparing what is still to do. Every statement does the same when it runs twice.
 */
export async function writeChanges(changes: GraphChanges<StoredRelationship>, session: Session): Promise<void> {
  for (const change of changes.relationships) await removeRelationships(change, session);
  for (const change of changes.nodes) await removeNodes(change, session);
  for (const change of changes.nodes) await writeNodes(change, session);
  for (const change of changes.relationships) await writeRelationships(change, session);
}

/** The label whose index finds the ends of a relationship type: the only one there is, or the one that entities share. */
export function endLabel(labels: readonly NodeLabel[]): string {
  const [only, ...more] = labels;
  return only !== undefined && more.length === 0 ? only : "Entity";
}

async function writeNodes({ label, create, update }: NodeChanges, session: Session): Promise<void> {
  const statement = loadStatement(label);
  const { properties: table } = nodeSchema(label);
  const rowOf = ({ id, properties, rowHash }: NodeRow) => ({ id, properties: driverProperties(properties, table, rowHash) });
  for (const batch of batchesOf([...create, ...update])) await write(session, statement, batch.map(rowOf));
}

async function writeRelationships({ type, create, update }: RelationshipChanges<StoredRelationship>, session: Session): Promise<void> {
  const statement = loadStatement(type);
  const { properties: table } = relationshipSchema(type);
  const rowOf = ({ from, to, properties, rowHash }: RelationshipRow) => ({
    from,
    to,
    properties: driverProperties(properties, table, rowHash),
  });
  for (const batch of batchesOf([...create, ...update.map(({ row }) => row)])) await write(session, statement, batch.map(rowOf));
}

async function removeNodes({ label, remove }: NodeChanges, session: Session): Promise<void> {
  const statement = `UNWIND $rows AS key MATCH (n:${label} {id: key}) WHERE n.${rowHashProperty} IS NOT NULL DETACH DELETE n`;
  for (let start = 0; start < remove.length; start += batchRows) {
    await session.executeWrite((transaction) => transaction.run(statement, { rows: remove.slice(start, start + batchRows) }));
  }
}

async function removeRelationships({ type, remove }: RelationshipChanges<StoredRelationship>, session: Session): Promise<void> {
  const statement = `UNWIND $rows AS row
    MATCH (:${startLabel(type)} {id: row.from})-[r:${type}]->(:${stopLabel(type)} {id: row.to})
    WHERE r.${rowHashProperty} = row.rowHash DELETE r`;
  for (let start = 0; start < remove.length; start += batchRows) {
    const rows = remove.slice(start, start + batchRows).map(({ from, to, rowHash }) => ({ from, to, rowHash }));
    await session.executeWrite((transaction) => transaction.run(statement, { rows }));
  }
}

/** Throws Error when an end of a relationship is not there, which only another program's change can bring about. */
async function write(session: Session, statement: string, rows: readonly unknown[]): Promise<void> {
  await session.executeWrite(async (transaction: ManagedTransaction) => {
    const { records } = await transaction.run(statement, { rows });
    const done = Number(records[0]?.get("done"));
    if (done !== rows.length)
      throw new Error(`Neo4j handled ${done} rows instead of ${rows.length}: did another program change the graph?`);
  });
}

function startLabel(type: RelationshipType): string {
  return endLabel(relationshipSchema(type).from);
}

function stopLabel(type: RelationshipType): string {
  return endLabel(relationshipSchema(type).to);
}

function* batchesOf<Row extends { readonly properties: Properties }>(rows: readonly Row[]): Generator<Row[]> {
  let batch: Row[] = [];
  let codeUnits = 0;
  for (const row of rows) {
    batch.push(row);
    for (const value of Object.values(row.properties)) if (typeof value === "string") codeUnits += value.length;
    if (batch.length < batchRows && codeUnits < batchCodeUnits) continue;
    yield batch;
    batch = [];
    codeUnits = 0;
  }
  if (batch.length > 0) yield batch;
}
