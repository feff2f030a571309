/** `whomet export`: the graph in the formats of other tools. */
import { fileURLToPath } from "node:url";
import { UserError } from "../../domain/errors.ts";
import { exportFormats, writeExport } from "../../graph/export-graph.ts";
import { neo4jCsvFiles, readWholeGraph } from "../../store/export-neo4j-csv.ts";
import type { GraphStore } from "../../store/graph-store.ts";
import { type Command, type ExitCode, textOption } from "../command.ts";
import { htmlPage, readViewer, saveGraph } from "../export-html.ts";
import { say } from "../output.ts";
import { type OutputFile, saveFiles } from "../save-files.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

const formats = [...exportFormats, "neo4j-csv"] as const;

function parseFormat(value: string | undefined): (typeof formats)[number] {
  const format = formats.find((candidate) => candidate === value);
  if (format) return format;
  const available = `--format takes ${[...formats, "html"].join(", ")}`;
  if (value === undefined) throw new UserError("bad-arguments", "export needs a format", available);
  throw new UserError("bad-arguments", `there is no export format "${value}"`, available);
}

async function filesOf(store: GraphStore, format: (typeof formats)[number]): Promise<readonly OutputFile[]> {
  return format === "neo4j-csv" ? neo4jCsvFiles(await readWholeGraph(store)) : writeExport(await store.readGraph(), format);
}

/** The viewer with its graph as one file. */
async function exportPage(store: GraphStore, out: string | undefined): Promise<ExitCode> {
  const viewer = await readViewer(fileURLToPath(new URL("../../../dist/viz-file", import.meta.url)));
  const content = htmlPage(viewer, await saveGraph(store));
  for (const path of await saveFiles([{ name: "whomet.html", content }], out)) say(`wrote ${path}`);
  return 0;
}

export const exportGraph: Command = {
  name: "export",
  summary: "the graph as gexf, graphml, json, csv, jsonld, ftm, neo4j-csv or a page",
  help: `Usage: whomet export --format FORMAT [--out PATH] [--store URL]

  --format gexf     GEXF 1.3 with dates, for Gephi and Gephi Lite
  --format graphml  GraphML for yEd, Cytoscape, NetworkX and igraph
  --format json     graphology's JSON
  --format csv      nodes.csv and relationships.csv; --out names a folder
  --format jsonld   JSON-LD: schema.org, Web Annotation, PROV-O
  --format ftm      FollowTheMoney entities, a line each, for Aleph
  --format neo4j-csv  files for neo4j-admin database import, and import.sh, which runs it;
                    --out names a folder
  --format html     the viewer with graph and article texts as one file that needs no network
  --out PATH        where to write (default: standard output; csv needs a folder);
                    an earlier file is replaced only when the new one is whole

Article texts are only in html and neo4j-csv. In csv, a cell that a spreadsheet would take for a
formula starts with an apostrophe.

${storeHelp}`,
  options: { ...storeOptions, format: { type: "string" }, out: { type: "string" } },
  run: async ({ positionals, options }) => {
    if (positionals.length > 0) throw new UserError("bad-arguments", `export takes no names, only options; got "${positionals[0]}"`);
    const out = textOption(options, "out");
    if (textOption(options, "format") === "html") return withStore(options, "read", (store) => exportPage(store, out));
    const format = parseFormat(textOption(options, "format"));
    return withStore<ExitCode>(options, "read", async (store) => {
      const saved = await saveFiles(await filesOf(store, format), out);
      for (const path of saved) say(`wrote ${path}`);
      return 0;
    });
  },
};
