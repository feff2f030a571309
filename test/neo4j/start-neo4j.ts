/** A Neo4j of the tests' own: started from jars on a free loopback port, gone when it is stopped or the tests end. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import neo4j from "neo4j-driver";

export interface RunningNeo4j {
  readonly url: string;
  stop(): Promise<void>;
}

export interface RestartableNeo4j extends RunningNeo4j {
  /** Ends the server as a power cut would, and keeps its files. */
  kill(): Promise<void>;
  /** Starts it again with its files, at the same address. */
  restart(): Promise<void>;
  /** An empty database in the same process, at the same address: what its compiler has learnt stays. The old files go. */
  renew(): Promise<void>;
}

/** The jars of Neo4j and of its tools. */
export const jars = fileURLToPath(new URL("../../.neo4j/lib/", import.meta.url));
const launcher = fileURLToPath(new URL("Launcher.java", import.meta.url));
const startMs = 110_000;

/** Why no Neo4j can be started here, or null when one can. Throws Error when WHOMET_REQUIRE asks for it all the same. */
export function missingNeo4j(): string | null {
  if (process.env.WHOMET_TEST_NEO4J_URI || (existsSync(jars) && readdirSync(jars).some((name) => name.endsWith(".jar")))) return null;
  const reason = "there are no jars of Neo4j in .neo4j/lib: test/neo4j/fetch-jars.sh fetches them (it needs Maven and Java 17)";
  if (process.env.WHOMET_REQUIRE?.split(",").includes("neo4j")) throw new Error(reason);
  return reason;
}

/** What suits a server that lives for a minute: the quick compiler only. */
const shortLived = ["-Xmx1g", "-XX:TieredStopAtLevel=1"];

/**
 * Starts an empty Neo4j without passwords, with these options of Java. With WHOMET_TEST_NEO4J_URI, the one there is taken, which
 * must be empty too, and is left running and empty.
 */
export async function startNeo4j(javaOptions: readonly string[] = shortLived): Promise<RunningNeo4j> {
  const given = process.env.WHOMET_TEST_NEO4J_URI;
  return given ? await takeEmpty(given) : await startOwnNeo4j(javaOptions);
}

/**
 * As `startNeo4j`, but always a server of its own, which can be killed and restarted. A folder that is given may hold a database
 * already; it goes with the server.
 */
export async function startOwnNeo4j(javaOptions: readonly string[] = shortLived, given?: string): Promise<RestartableNeo4j> {
  let home = given ?? (await mkdtemp(join(tmpdir(), "whomet-neo4j-")));
  let server = await launch(home, javaOptions, "0");
  const { port } = server;
  return {
    url: `bolt://127.0.0.1:${port}`,
    stop: async () => {
      await server.end();
      await rm(home, { recursive: true, force: true });
    },
    kill: () => server.kill(),
    restart: async () => {
      server = await launch(home, javaOptions, port);
    },
    renew: async () => {
      const old = home;
      home = await mkdtemp(join(tmpdir(), "whomet-neo4j-"));
      await server.moveTo(home);
      await rm(old, { recursive: true, force: true });
    },
  };
}

interface Launched {
  readonly port: string;
  end(): Promise<void>;
  kill(): Promise<void>;
  moveTo(home: string): Promise<void>;
}

async function launch(home: string, javaOptions: readonly string[], port: string): Promise<Launched> {
  const java = spawn("java", [...javaOptions, "-cp", join(jars, "*"), launcher, home, port], { stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => {
    java.once("close", () => resolve());
    java.once("error", () => resolve());
  });
  const end = async () => {
    java.stdin.end();
    await ended;
  };
  const kill = async () => {
    java.kill("SIGKILL");
    await ended;
  };
  /** Its port, once it says that it is ready. */
  const ready = () =>
    new Promise<string>((resolve, reject) => {
      let output = "";
      const settle = (done: () => void) => {
        clearTimeout(late);
        for (const stream of [java.stdout, java.stderr]) stream.off("data", listen);
        done();
      };
      const late = setTimeout(() => settle(() => reject(new Error(`Neo4j was not ready after ${startMs} ms:\n${output}`))), startMs);
      const listen = (text: Buffer) => {
        output += text.toString();
        const found = /^ready (\d+)$/mu.exec(output);
        if (found) settle(() => resolve(found[1] ?? ""));
      };
      for (const stream of [java.stdout, java.stderr]) stream.on("data", listen);
      void ended.then(() => settle(() => reject(new Error(`Neo4j did not start:\n${output}`))));
      java.once("error", reject);
    });
  const moveTo = async (folder: string) => {
    const moved = ready();
    java.stdin.write(`${folder}\n`);
    await moved;
  };
  try {
    const started = await ready();
    // Whatever it says later is read, so that it never waits for a reader.
    for (const stream of [java.stdout, java.stderr]) stream.resume();
    return { port: started, end, kill, moveTo };
  } catch (error) {
    await kill();
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

async function takeEmpty(url: string): Promise<RunningNeo4j> {
  const driver = neo4j.driver(url, undefined, { disableLosslessIntegers: true });
  const { records } = await driver.executeQuery("MATCH (n) RETURN count(n) AS nodes", {}, { database: "neo4j" });
  if (records[0]?.get("nodes") !== 0) {
    await driver.close();
    throw new Error(`the tests empty the database at ${url}, and it holds something: name an empty one in WHOMET_TEST_NEO4J_URI`);
  }
  const stop = async () => {
    await driver.executeQuery("MATCH (n) DETACH DELETE n", {}, { database: "neo4j" });
    await driver.close();
  };
  return { url, stop };
}
