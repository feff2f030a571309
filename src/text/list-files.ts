/** Paths as the user gave them → the files to read, folders walked in name order. */
import { readdir, realpath, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { UserError } from "../domain/errors.ts";

export type FileFormat = "plain" | "markdown" | "html" | "jsonl";

export type ListedSource =
  | { readonly kind: "stdin" }
  | {
      readonly kind: "file";
      /** As the user named it, or below the folder that the user named. */
      readonly file: string;
      /** By the ending; null for a file named explicitly with an ending we do not know. */
      readonly format: FileFormat | null;
      /** False for pipes and devices, which have no size and can be read once. */
      readonly isRegular: boolean;
      /** Bytes; 0 for pipes. */
      readonly size: number;
    }
  | { readonly kind: "failed"; readonly source: string; readonly error: UserError };

const formats: ReadonlyMap<string, FileFormat> = new Map([
  [".txt", "plain"],
  [".text", "plain"],
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".html", "html"],
  [".htm", "html"],
  [".xhtml", "html"],
  [".jsonl", "jsonl"],
  [".ndjson", "jsonl"],
]);

/** What a folder held that was not read, told once per folder the user named. */
interface Skips {
  readonly endings: Map<string, number>;
  hidden: number;
  linkedTwice: number;
}

/**
 * Every source in the order of `paths`; inside a folder by name (code units), recursively. Each real folder is visited once, so
 * links in a circle end. Entries whose name starts with a dot, and files of other kinds, are left out and counted through `warn`.
 */
export async function* listFiles(paths: readonly string[], warn: (message: string) => void): AsyncGenerator<ListedSource> {
  for (const path of paths) {
    if (path === "-") {
      yield { kind: "stdin" };
      continue;
    }
    const found = await tryFile(path);
    if (!("isFolder" in found)) yield found;
    else if (!found.isFolder) yield found.source;
    else yield* listFolder(path, warn);
  }
}

async function tryFile(path: string): Promise<{ isFolder: true } | { isFolder: false; source: ListedSource } | ListedSource> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) return { isFolder: true };
    const source = {
      kind: "file",
      file: path,
      format: formats.get(extname(path).toLowerCase()) ?? null,
      isRegular: info.isFile(),
      size: info.isFile() ? info.size : 0,
    } as const;
    return { isFolder: false, source };
  } catch (error) {
    return { kind: "failed", source: path, error: readingError(error) };
  }
}

async function* listFolder(path: string, warn: (message: string) => void): AsyncGenerator<ListedSource> {
  const skips: Skips = { endings: new Map(), hidden: 0, linkedTwice: 0 };
  let found = false;
  for await (const source of walk(path, new Set(), skips)) {
    found = true;
    yield source;
  }
  const told = describeSkips(skips);
  if (!found) {
    yield {
      kind: "failed",
      source: path,
      error: new UserError(
        "nothing-to-read",
        `the folder holds no article${told ? ` (${told})` : ""}`,
        `Files that end in ${[...formats.keys()].join(", ")} are read.`,
      ),
    };
  } else if (told) {
    warn(`${path}: skipped ${told}`);
  }
}

async function* walk(folder: string, visited: Set<string>, skips: Skips): AsyncGenerator<ListedSource> {
  let names: string[];
  try {
    const real = await realpath(folder);
    if (visited.has(real)) {
      skips.linkedTwice += 1;
      return;
    }
    visited.add(real);
    names = (await readdir(folder)).sort((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    yield { kind: "failed", source: folder, error: readingError(error) };
    return;
  }
  for (const name of names) {
    if (name.startsWith(".")) {
      skips.hidden += 1;
      continue;
    }
    const path = join(folder, name);
    const found = await tryFile(path);
    if (!("isFolder" in found)) yield found;
    else if (found.isFolder) yield* walk(path, visited, skips);
    else if (found.source.kind === "file" && found.source.format && found.source.isRegular) yield found.source;
    else skips.endings.set(extname(name).toLowerCase(), (skips.endings.get(extname(name).toLowerCase()) ?? 0) + 1);
  }
}

function describeSkips({ endings, hidden, linkedTwice }: Skips): string {
  const total = [...endings.values()].reduce((sum, count) => sum + count, 0);
  const list = [...endings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([ending, count]) => `${count} ${ending || "without an ending"}`);
  const parts: string[] = [];
  if (total > 0) parts.push(`${counted(total, "file")} of other kinds: ${list.join(", ")}`);
  if (hidden > 0) parts.push(`${counted(hidden, "hidden entry", "hidden entries")}`);
  if (linkedTwice > 0) parts.push(`${counted(linkedTwice, "link")} to a folder already read`);
  return parts.join("; ");
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What the file system answered, as an error that says what to do. */
export function readingError(error: unknown): UserError {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "ENOENT" || code === "ENOTDIR")
    return new UserError("no-such-file", "no such file or folder", "Check the path.", { cause: error });
  if (code === "EACCES" || code === "EPERM")
    return new UserError("unreadable", "no permission to read it", "Check its permissions.", { cause: error });
  if (code === "ELOOP") return new UserError("unreadable", "its links lead in a circle", "Remove or repair the link.", { cause: error });
  if (code !== "") return new UserError("unreadable", `it cannot be read (${code})`, "", { cause: error });
  throw error;
}
