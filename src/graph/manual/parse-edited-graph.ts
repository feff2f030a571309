/**
 * A graph file that somebody edited → its nodes and edges, each with its place in the file. GEXF is read by graphology-gexf, over a
 * parser of XML that stops at the first mistake; graphology's JSON is read by graphology. What the nodes mean is decided elsewhere.
 */
import { createRequire } from "node:module";
import { XMLValidator } from "fast-xml-parser";
import { MultiGraph } from "graphology";
import gexf from "graphology-gexf";
import { parseDocument } from "yaml";
import { UserError } from "../../domain/errors.ts";
import { textValue } from "./edited-values.ts";

/** Attributes by name in lower case: Gephi writes `publishedAt` as `publishedat`. */
export type EditedAttributes = ReadonlyMap<string, unknown>;

export interface EditedNode {
  readonly key: string;
  /** `edits.gexf:12` or `edits.json: node 3`. */
  readonly where: string;
  readonly attributes: EditedAttributes;
}

export interface EditedEdge {
  readonly where: string;
  readonly source: string;
  readonly target: string;
  readonly attributes: EditedAttributes;
}

export interface EditedGraph {
  /** Who edited it and on which ISO day, as the file says; null where it does not. */
  readonly by: string | null;
  readonly on: string | null;
  readonly nodes: readonly EditedNode[];
  readonly edges: readonly EditedEdge[];
}

/** Reads GEXF or graphology's JSON, told apart by how they begin. Throws UserError `bad-json` or `bad-record` with the place of the mistake. */
export function parseEditedGraph(text: string, file: string): EditedGraph {
  const content = text.replace(/^\ufeff/u, "");
  const [first] = content.trimStart();
  if (first === "<") return parseGexf(content, file);
  if (first === "{") return parseJson(content, file);
  throw new UserError("bad-record", `${file} is neither GEXF nor JSON of graphology`, formatsHint);
}

const formatsHint = "Save the graph as GEXF (Gephi, Gephi Lite), or export it with --format gexf or --format json.";

/** As much of the DOM as is used here. Its own types would bring those of browsers into the whole program. */
interface XmlElement {
  readonly tagName: string;
  readonly lineNumber?: number;
  getAttribute(name: string): string | null;
}
interface XmlDocument {
  readonly documentElement: XmlElement | null;
  getElementsByTagName(name: string): ArrayLike<XmlElement>;
}
interface XmlLibrary {
  readonly DOMParser: new (options: object) => { parseFromString(text: string, type: string): XmlDocument };
}
const { DOMParser } = createRequire(import.meta.url)("@xmldom/xmldom") as XmlLibrary;

function parseGexf(text: string, file: string): EditedGraph {
  const xml = parseXml(text, file);
  const root = xml.documentElement?.tagName;
  if (root !== "gexf") throw new UserError("bad-record", `${file}:1: it is no GEXF, but <${root}>`, formatsHint);
  if (xml.getElementsByTagName("graph").length === 0) throw new UserError("bad-record", `${file}: there is no <graph> in it`, formatsHint);
  const at = (element: XmlElement): string => `${file}:${element.lineNumber ?? 1}`;
  const nodes = Array.from(xml.getElementsByTagName("node"), (element) => ({
    where: at(element),
    key: element.getAttribute("id") || null,
  }));
  const edges = Array.from(xml.getElementsByTagName("edge"), (element) => {
    const end = (name: string): string | null => element.getAttribute(name) || null;
    return { where: at(element), key: end("id"), source: end("source"), target: end("target") };
  });
  checkEnds(nodes, edges);
  const graph = readBy(file, () => gexf.parse(MultiGraph, xml as unknown as string, { allowUndeclaredAttributes: true }));
  return collect(graph, nodes, edges);
}

function parseXml(text: string, file: string): XmlDocument {
  // The parser mends tags that do not match without a word.
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const { line, col, msg } = valid.err;
    const open = /^Invalid '(\[.*\])' found/su.exec(msg)?.[1];
    const reason = open === undefined ? msg : `it ends before these are closed: ${open.replace(/[\s"[\]]+/gu, " ").trim()}`;
    throw new UserError("bad-record", `${file}:${line}:${col}: it is not well-formed XML: ${reason}`, formatsHint);
  }
  // Thrown in the middle, a mistake would be caught by the parser and reported as another.
  let mistake: string | null = null;
  const note = (message: string): void => {
    mistake ??= message;
  };
  const xml = readBy(file, () => {
    const parser = new DOMParser({ locator: {}, errorHandler: { warning: note, error: note, fatalError: note } });
    return parser.parseFromString(text, "application/xml");
  });
  if (mistake === null) return xml;
  const [, reason = mistake, line, column] = /^(?:\[[^\]]*\]\s*)?(.*?)\s*@#\[line:(\d+),col:(\d+)\]/su.exec(mistake) ?? [];
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  throw new UserError("bad-record", `${place}: it is not well-formed XML: ${reason.trim()}`, formatsHint);
}

function parseJson(text: string, file: string): EditedGraph {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const place = [file, ...jsonMistake(text)].join(":");
    throw new UserError("bad-json", `${place}: it is not JSON: ${message}`, formatsHint, { cause });
  }
  if (!isRecord(value) || !Array.isArray(value.nodes)) {
    throw new UserError("bad-record", `${file}: it has no list of nodes, as graphology's JSON has`, formatsHint);
  }
  const field = (entry: unknown, name: string): string | null => {
    const given = isRecord(entry) ? entry[name] : null;
    return typeof given === "string" || typeof given === "number" ? String(given) || null : null;
  };
  const listed: readonly unknown[] = Array.isArray(value.edges) ? value.edges : [];
  const nodes = value.nodes.map((entry, index) => ({ where: `${file}: node ${index + 1}`, key: field(entry, "key") }));
  const edges = listed.map((entry, index) => {
    return {
      where: `${file}: edge ${index + 1}`,
      key: field(entry, "key"),
      source: field(entry, "source"),
      target: field(entry, "target"),
    };
  });
  checkEnds(nodes, edges);
  const graph = readBy(file, () => {
    const read = new MultiGraph();
    read.import(value as unknown as Parameters<typeof read.import>[0]);
    return read;
  });
  return collect(graph, nodes, edges);
}

/** Line and column of the first mistake, which not every message of JSON.parse tells; YAML, which JSON is a part of, does. */
function jsonMistake(text: string): readonly number[] {
  const [error] = parseDocument(text, { logLevel: "silent", prettyErrors: true }).errors;
  const [from] = error?.linePos ?? [];
  return from ? [from.line, from.col] : [];
}

interface ListedNode {
  readonly where: string;
  readonly key: string | null;
}
interface ListedEdge extends ListedNode {
  readonly source: string | null;
  readonly target: string | null;
}

/** The libraries see the same mistakes, and do not say where. */
function checkEnds(nodes: readonly ListedNode[], edges: readonly ListedEdge[]): void {
  const keys = new Set<string>();
  for (const { where, key } of nodes) {
    if (key === null) throw new UserError("bad-record", `${where}: a node without an id`, formatsHint);
    if (keys.has(key)) throw new UserError("bad-record", `${where}: a second node with the id "${key}"`, formatsHint);
    keys.add(key);
  }
  const edgeKeys = new Set<string>();
  for (const { where, key, source, target } of edges) {
    for (const [end, name] of [
      [source, "source"],
      [target, "target"],
    ] as const) {
      if (end === null) throw new UserError("bad-record", `${where}: an edge without a ${name}`, formatsHint);
      if (!keys.has(end)) throw new UserError("bad-record", `${where}: there is no node "${end}" for the edge's ${name}`, formatsHint);
    }
    if (key === null) continue;
    if (edgeKeys.has(key)) throw new UserError("bad-record", `${where}: a second edge with the id "${key}"`, formatsHint);
    edgeKeys.add(key);
  }
}

/** Every mistake of a file is the user's to mend, whatever the library throws. */
function readBy<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const reason = cause instanceof Error ? cause.message.replace(/^graphology-gexf\/parser: |^Graph\.\w+: /u, "") : String(cause);
    throw new UserError("bad-record", `${file} cannot be read as a graph: ${reason}`, formatsHint, { cause });
  }
}

function collect(graph: InstanceType<typeof MultiGraph>, nodes: readonly ListedNode[], edges: readonly ListedEdge[]): EditedGraph {
  const about = lowerCased(graph.getAttributes());
  const [by] = ["by", "author", "creator"].flatMap((name) => textValue(about.get(name)) ?? []);
  const [on] = ["on", "lastmodifieddate", "modified", "date"].flatMap((name) => dayIn(textValue(about.get(name))) ?? []);
  // Every edge has a key of its own, so both come in the order of the file.
  const read = graph.mapEdges((_, attributes, source, target) => ({ source, target, attributes: lowerCased(attributes) }));
  return {
    // Our own exports name the program, which enters nothing.
    by: by === undefined || by === "Whomet" ? null : by,
    on: on ?? null,
    nodes: nodes.flatMap(({ where, key }) => (key === null ? [] : [{ key, where, attributes: lowerCased(graph.getNodeAttributes(key)) }])),
    edges: read.map((edge, index) => ({ ...edge, where: edges[index]?.where ?? "" })),
  };
}

function lowerCased(attributes: object): EditedAttributes {
  return new Map(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]));
}

/** "2025-03-06T10:00:00Z" → "2025-03-06"; null for anything else. */
function dayIn(text: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(text ?? "")?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
