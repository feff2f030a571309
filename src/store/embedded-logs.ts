/**
 * What the embedded engine's logs beside its file call for when a writer was killed. Rows that were copied in are not in a log: taken
 * over by the engine (version 0.19.1), it would give what a load deleted and changed without what it added. So a transaction counts from
 * when the log notes that all its pages are ready to go into the file; a log without that note is left out, and the file is as it was.
 *
 * The engine leaves out a log that was written with another setting for checksums than it is opened with, under its own lock. They are
 * off when we write: with them, it garbles every record of more than 4 KB (its issue 771), and misses the note behind one. A log that has
 * them is of somebody else, or of an earlier version: the engine makes of it what it can.
 */
import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";

/** A log begins with the id of its database and whether it has checksums. */
const flagOffset = 16;
/** The record that ends a transaction: one byte long, and which it is. The log that is being taken over ends with it or with the note. */
const commit = Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, 2]);

/**
 * What a killed writer left beside the database in `file`, and whether the database is to be opened with checksums because of it; null
 * when nothing is left. What another program is writing at this moment does not matter: the engine then refuses to open the file.
 */
export function leftLog(file: string): { readonly checksums: boolean } | null {
  const takenOver = readLog(`${file}.wal.checkpoint`);
  // In the log that is written to, the note is only there when nothing else is: nothing has changed then.
  if (!takenOver) return readLog(`${file}.wal`) && { checksums: true };
  // The pages are emptied when all of them are in the file, before the log goes.
  const arePagesReady = !takenOver.endsWithCommit && (statSync(`${file}.shadow`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  return { checksums: takenOver.hasChecksums || !arePagesReady };
}

/** Null when there is no such log, or nothing in it yet. */
function readLog(path: string): { readonly hasChecksums: boolean; readonly endsWithCommit: boolean } | null {
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  try {
    const flag = Buffer.alloc(1);
    if (readSync(handle, flag, 0, 1, flagOffset) === 0) return null;
    const end = Buffer.alloc(commit.length);
    readSync(handle, end, 0, end.length, Math.max(0, fstatSync(handle).size - end.length));
    return { hasChecksums: flag[0] !== 0, endsWithCommit: end.equals(commit) };
  } finally {
    closeSync(handle);
  }
}
