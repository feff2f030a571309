/** Opens the file of an embedded store, whatever state its last writer left it in. */
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@ladybugdb/core";
import { UserError } from "../domain/errors.ts";
import type { Engine } from "./embedded-engine.ts";
import { leftLog } from "./embedded-logs.ts";

export type StoreMode = "read" | "write";

/** The engine reserves address space, not memory, up to the largest size a store may grow to. */
const maxStoreBytes = 2 ** 38;
/** While another program's changes are being written into the file, opening it to read waits. */
const openAttempts = 40;
const openPauseMs = 250;

/**
 * The database in `file`, which the user calls `path`. To write, what a killed writer left is settled first. Throws UserError:
 * `store-foreign` when it is some other file, `store-refused` when another program writes to it or it cannot be opened.
 */
export async function openDatabase(engine: Engine, file: string, path: string, mode: StoreMode): Promise<Database> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const left = leftLog(file);
      // Once closed, it leaves no log; the next log is then written as we write them.
      if (left && mode === "write") await (await openOnce(engine, file, mode, left.checksums)).close();
      return await openOnce(engine, file, mode, mode === "read" && (left?.checksums ?? true));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (
        mode === "read" &&
        /checkpoint is in progress|read-only mode|READ ONLY|replay|bad file descriptor/iu.test(message) &&
        attempt < openAttempts
      ) {
        // Either a program is writing its changes into the file this moment, or one was killed while it did: then opening
        // the file to write completes what it had begun.
        await openDatabase(engine, file, path, "write").then(
          (database) => database.close(),
          () => pause(openPauseMs),
        );
        continue;
      }
      throw openError(message, path, error);
    }
  }
}

async function openOnce(engine: Engine, file: string, mode: StoreMode, checksums: boolean): Promise<Database> {
  // The torn end of a log is dropped, and one that does not fit as a whole; the engine would rather throw.
  const [compress, checkpoint, defaultThreshold, throwOnTornLog] = [true, true, -1, false];
  const reading = mode === "read";
  const database = new engine.Database(file, 0, compress, reading, maxStoreBytes, checkpoint, defaultThreshold, throwOnTornLog, checksums);
  try {
    await database.init();
    return database;
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
}

function openError(message: string, path: string, cause: unknown): UserError {
  if (/set lock/iu.test(message)) {
    const hint = "Wait until it is done, or stop it.";
    return new UserError("store-refused", `another program is writing to ${path}`, hint, { cause });
  }
  if (/not a valid/iu.test(message)) return foreign(path, "it is some other file");
  const hint = "Is the folder writable and the disk not full?";
  return new UserError("store-refused", `cannot open ${path}: ${message.split("\n")[0]}`, hint, { cause });
}

/** It is not ours. */
export function foreign(path: string, why: string): UserError {
  return new UserError("store-foreign", `${path} is not a store of Whomet: ${why}`, "Choose another path with --store.");
}
