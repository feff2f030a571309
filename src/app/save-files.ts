/** Writing results to disk so that no reader ever sees half a file. */
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UserError } from "../domain/errors.ts";
import { writeLine } from "./output.ts";

/** A file's name (within the output folder) and content. */
export interface OutputFile {
  readonly name: string;
  /** As a whole, or piece after piece. */
  readonly content: string | Iterable<string>;
}

/** Writes beside the target and renames, so that an interrupted run leaves the old file. Returns the path. */
export async function replaceFile(path: string, content: string | Uint8Array | Iterable<string>): Promise<string> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError("bad-output", `cannot write ${path}: ${reason}`, "Name a file in a folder you can write to.", { cause });
  }
  return path;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** One file goes to `out` or to standard output; several go into the folder `out`. Returns the paths written. */
export async function saveFiles(files: readonly OutputFile[], out: string | undefined): Promise<string[]> {
  const [only, ...more] = files;
  if (!only) return [];
  if (more.length === 0) {
    if (out === undefined || out === "-") {
      const content = typeof only.content === "string" ? only.content : [...only.content].join("");
      await writeLine(content.replace(/\n$/u, ""));
      return [];
    }
    if (await isFolder(out)) throw new UserError("bad-output", `${out} is a folder`, "Name a file for --out.");
    return [await replaceFile(out, only.content)];
  }
  if (out === undefined || out === "-") {
    throw new UserError(
      "bad-arguments",
      `this format has ${files.length} files, which one stream cannot hold`,
      "Name a folder with --out.",
    );
  }
  const written: string[] = [];
  for (const file of files) written.push(await replaceFile(join(out, file.name), file.content));
  return written;
}
