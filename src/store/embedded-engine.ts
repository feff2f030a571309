/** Loads the embedded engine, whose binary comes in a package per platform. */
import { createRequire } from "node:module";
import type lbug from "@ladybugdb/core";
import { UserError } from "../domain/errors.ts";

export type Engine = typeof lbug;

/**
 * The engine's module. Where npm ran no install scripts, the main package lacks its binary, and the platform's own package,
 * which carries the same code beside the binary, is taken instead. Throws UserError `engine-missing` when neither loads.
 */
export function loadEngine(load: (name: string) => unknown = createRequire(import.meta.url)): Engine {
  const platform = `${process.platform}-${process.arch}`;
  const reasons: string[] = [];
  for (const name of ["@ladybugdb/core", `@ladybugdb/core-${platform}`]) {
    try {
      return load(name) as Engine;
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
    }
  }
  throw new UserError(
    "engine-missing",
    `the embedded store's engine does not load on ${platform}: ${reasons.join("; ")}`,
    "Install it with: npm install --include=optional --foreground-scripts @ladybugdb/core. Or load into Neo4j: --store neo4j://host",
  );
}
