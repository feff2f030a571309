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

const jars = fileURLToPath(new URL("../../.neo4j/lib/", import.meta.url));
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
  if (given) return await takeEmpty(given);
  const home = await mkdtemp(join(tmpdir(), "whomet-neo4j-"));
  const java = spawn("java", [...javaOptions, "-cp", join(jars, "*"), launcher, home], { stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => {
    java.once("close", () => resolve());
    java.once("error", () => resolve());
  });
  const stop = async () => {
    java.stdin.end();
    await ended;
    await rm(home, { recursive: true, force: true });
  };
  try {
    const port = await new Promise<string>((resolve, reject) => {
      let output = "";
      const late = setTimeout(() => reject(new Error(`Neo4j was not ready after ${startMs} ms:\n${output}`)), startMs);
      const listen = (text: Buffer) => {
        output += text.toString();
        const ready = /^ready (\d+)$/mu.exec(output);
        if (!ready) return;
        clearTimeout(late);
        resolve(ready[1] ?? "");
      };
      java.stdout.on("data", listen);
      java.stderr.on("data", listen);
      void ended.then(() => {
        clearTimeout(late);
        reject(new Error(`Neo4j did not start:\n${output}`));
      });
      java.once("error", reject);
    });
    return { url: `bolt://127.0.0.1:${port}`, stop };
  } catch (error) {
    java.kill();
    await stop();
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
