/** Constraints, indexes and migrations of a Neo4j store, made from the one graph schema. */
import { isBare, nodeSchemas, relationshipSchemas } from "../graph/graph-schema.ts";
import { rowHashProperty } from "./graph-rows.ts";

/** The marks of a store and of its loads, which programs that open it at once must not make twice. */
export function bookkeepingConstraints(): readonly string[] {
  return [constraint("WhometStore", "store"), constraint("Load", "load")];
}

/** Every id is unique, and found through its index. Entities can also be found without knowing which kind they are. */
export function graphConstraints(): readonly string[] {
  return [...nodeSchemas.map(({ label }) => label), "Entity"].map((label) => constraint(label, label.toLowerCase()));
}

function constraint(label: string, name: string): string {
  return `CREATE CONSTRAINT whomet_${name}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`;
}

/**
 * The order of meetings by how many report them, from which a question takes the first hundred; their days, which are counted without
 * reading a meeting; and full-text indexes for readers who
 * search in Neo4j itself. They are made once the first load is in, because an index that is there slows every row down; the full-text
 * ones are kept up behind the loads (`eventually_consistent`).
 */
export function indexStatements(): readonly string[] {
  const options = "OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}}";
  return [
    "CREATE INDEX whomet_meetings IF NOT EXISTS FOR (m:Meeting) ON (m.independentSources, m.articles, m.id)",
    "CREATE INDEX whomet_days IF NOT EXISTS FOR (m:Meeting) ON (m.`from`, m.modality)",
    `CREATE FULLTEXT INDEX whomet_names IF NOT EXISTS FOR (n:Entity|Outlet) ON EACH [n.name, n.aliases] ${options}`,
    `CREATE FULLTEXT INDEX whomet_texts IF NOT EXISTS FOR (n:Article|Quote|Claim|Meeting) ON EACH [n.title, n.text] ${options}`,
  ];
}

export interface Migration {
  /** The version that a store has once this has run. */
  readonly to: number;
  readonly what: string;
  readonly statements: readonly string[];
}

/**
 * What brings an older store up to date, in order. A property added to the schema needs none: Neo4j takes it as it comes. Every
 * statement does the same when it runs twice.
 */
export const neo4jMigrations: readonly Migration[] = [
  {
    to: 2,
    what: "row hashes become numbers, which the server can add up; the next load writes each row's own",
    statements: [
      `MATCH (n) WHERE n.${rowHashProperty} IS :: STRING CALL (n) { SET n.${rowHashProperty} = 0 } IN TRANSACTIONS OF 10000 ROWS`,
      `MATCH ()-[r]->() WHERE r.${rowHashProperty} IS :: STRING CALL (r) { SET r.${rowHashProperty} = 0 } IN TRANSACTIONS OF 10000 ROWS`,
    ],
  },
  {
    to: 3,
    what: "relationships of types without properties keep no row hash; those of the others are shorter, and written anew by the next load",
    statements: relationshipSchemas
      .filter(({ type }) => isBare(type))
      .map(({ type }) => {
        const found = `MATCH ()-[r:${type}]->() WHERE r.${rowHashProperty} IS NOT NULL`;
        return `${found} CALL (r) { REMOVE r.${rowHashProperty} } IN TRANSACTIONS OF 10000 ROWS`;
      }),
  },
];
