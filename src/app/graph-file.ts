/** A graph file that somebody edited, named by `build --from-graph`: read, compared with the graph, turned into facts. */
import { readFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { UserError } from "../domain/errors.ts";
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { countFacts, type ManualProblem, type ManualSource } from "../domain/manual.ts";
import { KeyRing, slug } from "../graph/ids.ts";
import { findFacts } from "../graph/manual/find-facts.ts";
import { type EditedGraph, parseEditedGraph } from "../graph/manual/parse-edited-graph.ts";
import { decodeText } from "../text/decode-text.ts";
import { counted } from "./describe-answers.ts";

export interface GraphFile {
  /** As the user named it, and where it lies. */
  readonly file: string;
  readonly path: string;
  readonly edited: EditedGraph;
}

/** What a graph file brought. */
export interface EnteredFacts {
  readonly source: ManualSource | null;
  readonly problems: readonly ManualProblem[];
}

/** Reads the file. Throws UserError `no-such-file`, `unreadable`, `bad-json` or `bad-record`, the last two with the place of the mistake. */
export async function readGraphFile(file: string): Promise<GraphFile> {
  try {
    const { text } = decodeText(await readFile(file));
    return { file, path: resolve(file), edited: parseEditedGraph(text, file) };
  } catch (cause) {
    if (cause instanceof UserError && (cause.code === "binary" || cause.code === "bad-encoding")) {
      throw new UserError(cause.code, `${file} is no graph file: ${cause.message}`, "Save the graph as GEXF or JSON.", { cause });
    }
    if (!(cause instanceof Error && "code" in cause) || cause instanceof UserError) throw cause;
    if (cause.code === "ENOENT")
      throw new UserError("no-such-file", `there is no graph file ${file}`, "Is its name spelt right?", { cause });
    throw new UserError("unreadable", `the graph file ${file} cannot be read: ${cause.message}`, "", { cause });
  }
}

/**
 * The facts of the file beside those of other files. `build` makes the graph of the articles and of these sources, which is what the
 * file is compared with; its own earlier facts are no part of that, so that reading it again changes nothing.
 */
export function enterFacts(
  { file, path, edited }: GraphFile,
  stored: readonly ManualSource[],
  articleIds: Iterable<string>,
  build: (manual: readonly ManualSource[]) => KnowledgeGraph,
): { readonly manual: readonly ManualSource[]; readonly entered: EnteredFacts } {
  const others = stored.filter((source) => source.path !== path);
  const earlier = stored.find((source) => source.path === path);
  const ids = new KeyRing([...articleIds, ...others.map(({ id }) => id)]);
  const id = earlier?.id ?? ids.claim(`manual:${slug(basename(file, extname(file)))}`);
  const { source, problems } = findFacts(edited, build(others), { id, file, path });
  return { manual: source === null ? others : [...others, source], entered: { source, problems } };
}

/** What was entered, a line for the summary. */
export function describeFacts({ file }: GraphFile, { source, problems }: EnteredFacts): string {
  const left = problems.length === 0 ? "" : `; ${counted(problems.length, "entry", "entries")} not taken`;
  if (source === null) return `read ${file}: nothing that the graph does not tell already${left}`;
  return `read ${file}: ${counted(countFacts(source), "fact")} entered by hand, under ${source.id}${left}`;
}

/** The same for programs. */
export function factsSummary({ source, problems }: EnteredFacts): object {
  return { source: source?.id ?? null, facts: source === null ? 0 : countFacts(source), problems };
}
