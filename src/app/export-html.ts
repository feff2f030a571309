/** The viewer with its graph and texts as one file, which asks nobody for anything: `whomet export --format html`. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ArticleAnswer, ContradictionRow, EntityCard, SaidRow } from "../domain/answer.ts";
import { UserError } from "../domain/errors.ts";
import type { KnowledgeGraph } from "../domain/knowledge-graph.ts";
import { loadGazetteer } from "../graph/gazetteer.ts";
import { article, entityCard, said } from "../store/answers.ts";
import { contradictions } from "../store/disagreements.ts";
import type { GraphStore } from "../store/graph-store.ts";
import { type MeetingAnswer, meetingAnswer } from "./api-meeting.ts";
import { type NetworkPage, networkColumns } from "./api-network.ts";

/** A quote with the ids of those whom it is about, and of the body that somebody spoke for. */
export interface SavedSaying {
  readonly row: SaidRow;
  readonly about: readonly string[];
  readonly onBehalfOf: string | null;
}

/** What the page carries: the same answers that a server would give. */
export interface SavedGraph {
  readonly network: NetworkPage;
  /** For each name of the network the forms under which it is looked up. */
  readonly keys: readonly (readonly string[])[];
  readonly entities: Readonly<Record<string, Omit<EntityCard, "quotes">>>;
  /** Every quote, in order of publication, whoever said it. */
  readonly sayings: readonly SavedSaying[];
  /** Who met whom, with the number of independent sources. */
  readonly met: readonly (readonly [from: string, to: string, sources: number])[];
  readonly meetings: Readonly<Record<string, MeetingAnswer>>;
  /** Meetings on which reports differ. */
  readonly disputes: readonly ContradictionRow[];
  readonly articles: Readonly<Record<string, ArticleAnswer>>;
}

/** The viewer as it is built for one file: markup without scripts and styles, and these. */
export interface ViewerParts {
  readonly markup: string;
  readonly script: string;
  readonly style: string;
}

/** Everything a page without a server needs of a store. */
export async function saveGraph(store: GraphStore): Promise<SavedGraph> {
  const graph = await store.readGraph();
  const { neededAt: _, ...network } = networkColumns(graph, loadGazetteer());
  const articleIds = graph.filterNodes((_id, { kind }) => kind === "Article");
  const entities = new Map<string, Omit<EntityCard, "quotes">>();
  for (const id of network.entities.id) {
    const { quotes: _quotes, ...card } = await entityCard(store, id);
    entities.set(id, card);
  }
  const articles = new Map<string, ArticleAnswer>();
  for (const id of articleIds) articles.set(id, await article(store, id));
  const meetings = network.meetings.id.map((id) => [id, meetingAnswer(graph, id)] as const);
  return {
    network,
    keys: network.entities.id.map((id) => keysOf(graph, id)),
    sayings: (await said(store)).map((row) => savedSaying(graph, row)),
    met: metPairs(graph),
    disputes: await contradictions(store),
    entities: Object.fromEntries(entities),
    meetings: Object.fromEntries(meetings),
    articles: Object.fromEntries(articles),
  };
}

function keysOf(graph: KnowledgeGraph, id: string): readonly string[] {
  const node = graph.getNodeAttributes(id);
  return node.kind === "Person" || node.kind === "Organization" || node.kind === "Place" ? node.keys : [];
}

function savedSaying(graph: KnowledgeGraph, row: SaidRow): SavedSaying {
  const node = graph.getNodeAttributes(row.quote);
  const about: string[] = [];
  graph.forEachOutEdge(row.quote, (_edge, { kind }, _quote, target) => {
    if (kind === "ABOUT") about.push(target);
  });
  return { row, about, onBehalfOf: node.kind === "Quote" ? node.onBehalfOf : null };
}

function metPairs(graph: KnowledgeGraph): SavedGraph["met"] {
  const pairs: (readonly [string, string, number])[] = [];
  graph.forEachEdge((_, relationship, from, to) => {
    if (relationship.kind === "MET") pairs.push([from, to, relationship.sources]);
  });
  return pairs;
}

/** The built viewer in a folder. Throws UserError `data-missing` when it is not there. */
export async function readViewer(folder: string): Promise<ViewerParts> {
  try {
    const assets = join(folder, "assets");
    const names = (await readdir(assets)).sort();
    const contentOf = async (ending: string): Promise<string> =>
      (
        await Promise.all(
          names.filter((name) => name.endsWith(ending) && !name.includes("worker")).map((name) => readFile(join(assets, name), "utf8")),
        )
      ).join("\n");
    return { markup: await readFile(join(folder, "index.html"), "utf8"), script: await contentOf(".js"), style: await contentOf(".css") };
  } catch (cause) {
    throw new UserError("data-missing", `the viewer is not built: ${folder} cannot be read`, "run `npm run build:viz`", { cause });
  }
}

/**
 * One page with everything in it. Scripts and styles are let in by their hashes alone, data is a block that no browser runs, and
 * nothing in it can end that block: every `<` is written as an escape.
 */
export function htmlPage({ markup, script, style }: ViewerParts, saved: SavedGraph): string {
  // Neither may hold what ends its element; in scripts both only occur in strings.
  const safeScript = script.replace(/<\/script/gi, "<\\/script").replace(/<!--/g, "\\x3c!--");
  const safeStyle = style.replace(/<\/style/gi, "<\\/style");
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(safeScript)}'`,
    `style-src '${hashOf(safeStyle)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
  const data = JSON.stringify(saved)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n<meta name="referrer" content="no-referrer" />\n<style>${safeStyle}</style>`;
  const body = `<script type="application/json" id="whomet-data">${data}</script>\n<script type="module">${safeScript}</script>`;
  // Replacements are functions: in a text, "$&" and its like would be taken for what was matched.
  return markup
    .replace(/^\s*<(?:script|link)\b[^>]*(?:\/>|>(?:<\/script>)?)\s*$/gim, "")
    .replace("</title>", () => `</title>\n${head}`)
    .replace("</body>", () => `${body}\n</body>`);
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
