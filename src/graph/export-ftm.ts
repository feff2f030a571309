/**
 * The graph as FollowTheMoney entities (https://followthemoney.tech), one JSON object a line, for Aleph, OpenAleph and yente. People,
 * bodies, places and articles become entities of the same names; a meeting becomes an Event with those who took part, a role a
 * Membership, a quote a Mention's neighbour: a Note about whom it quotes. FollowTheMoney has no place for offsets: they are in JSON-LD.
 */
import { hash } from "node:crypto";
import type { GraphNode, KnowledgeGraph, NodeLabel } from "../domain/knowledge-graph.ts";
import { wellFormed } from "./export-values.ts";

type Properties = Readonly<Record<string, readonly (string | null)[]>>;

/** Entities of the graph in its own order, then roles; every line is one entity. */
export function writeFtm(graph: KnowledgeGraph): string {
  const lines: string[] = [];
  graph.forEachNode((id, node) => {
    const entity = entityOf(graph, id, node);
    if (entity) lines.push(lineOf(ftmId(id), entity.schema, entity.properties));
  });
  graph.forEachEdge((key, edge, source, target, from, to) => {
    if (edge.kind !== "HAS_ROLE") return;
    const status = [edge.former ? "former" : null];
    if (to.kind === "Organization") {
      const ends = { member: [ftmId(source)], organization: [ftmId(target)] };
      lines.push(lineOf(ftmId(key), "Membership", { ...ends, role: [edge.title], status }));
    } else if (from.kind === "Person" && to.kind === "Place") {
      // A role of a country or town: an office of its government.
      const post = ftmId(`post\0${key}`);
      lines.push(lineOf(post, "Position", { name: [`${edge.title}, ${to.name}`] }));
      lines.push(lineOf(ftmId(key), "Occupancy", { holder: [ftmId(source)], post: [post], status: [edge.former ? "ended" : "unknown"] }));
    }
  });
  return lines.map((line) => `${line}\n`).join("");
}

function entityOf(graph: KnowledgeGraph, id: string, node: GraphNode): { readonly schema: string; readonly properties: Properties } | null {
  switch (node.kind) {
    case "Person":
    case "Organization":
      return { schema: node.kind, properties: { name: [node.name], alias: node.aliases } };
    case "Place":
      return { schema: "Address", properties: { name: [node.name], full: [node.name], alias: node.aliases } };
    case "Outlet":
      return { schema: "Organization", properties: { name: [node.name], topics: ["role.journo"] } };
    case "Article": {
      const { title, publishedAt, url } = node;
      // A file of facts that somebody entered is no article; what it entered says so in its own summary.
      if (node.manual !== null) return null;
      const web = url !== null && /^https?:/u.test(url) ? [url] : [];
      const publisher = neighbours(graph, id, "PUBLISHED_BY").map(({ node: outlet }) => (outlet.kind === "Outlet" ? outlet.name : null));
      return { schema: "Article", properties: { title: [title ?? id], publishedAt: [publishedAt], sourceUrl: web, publisher } };
    }
    case "Meeting": {
      const proof = articlesBehind(graph, id);
      const place = neighbours(graph, id, "HELD_AT");
      return {
        schema: "Event",
        properties: {
          name: [node.title],
          startDate: [node.from],
          endDate: [node.to],
          summary: [`${node.modality}; ${node.manual === null ? `${node.independentSources} independent sources` : "entered by hand"}`],
          involved: neighbours(graph, id, "TOOK_PART_IN", ["Person", "Organization"]).map((party) => ftmId(party.id)),
          location: place.map((held) => ("name" in held.node ? held.node.name : null)),
          address: place.map((held) => ("name" in held.node ? held.node.name : null)),
          addressEntity: place.map((held) => ftmId(held.id)),
          proof: proof.map(ftmId),
        },
      };
    }
    case "Quote": {
      const said = neighbours(graph, id, "SAID").map((speaker) => ftmId(speaker.id));
      const about = neighbours(graph, id, "ABOUT", ["Person", "Organization"]).map(({ id: entity }) => ftmId(entity));
      const who = node.speakerName ?? node.speakerText;
      return {
        schema: "Note",
        properties: {
          name: [who === null ? "Quote" : `${who}, quoted`],
          description: [node.text],
          entity: [...new Set([...said, ...about])],
          proof: [ftmId(node.article)],
        },
      };
    }
    default:
      return null;
  }
}

/** Ids of the articles whose claims report a meeting. */
function articlesBehind(graph: KnowledgeGraph, meeting: string): string[] {
  const claims = neighbours(graph, meeting, "REPORTS");
  return [
    ...new Set(
      claims.flatMap(({ node }) => (node.kind === "Claim" && node.manual === null && graph.hasNode(node.article) ? [node.article] : [])),
    ),
  ];
}

/** The nodes at the other end of relationships of a type, in either direction. */
function neighbours(
  graph: KnowledgeGraph,
  id: string,
  type: string,
  labels?: readonly NodeLabel[],
): { readonly id: string; readonly node: GraphNode }[] {
  return graph
    .filterEdges(id, (_, { kind }) => kind === type)
    .map((edge) => graph.opposite(id, edge))
    .map((other) => ({ id: other, node: graph.getNodeAttributes(other) }))
    .filter(({ node }) => labels?.includes(node.kind) ?? true);
}

/** Ids of the format hold only letters, digits, dots and hyphens. */
function ftmId(id: string): string {
  return `whomet-${hash("sha1", wellFormed(id), "hex")}`;
}

function lineOf(id: string, schema: string, properties: Properties): string {
  const told = Object.entries(properties).flatMap(([name, values]) => {
    const given = values.flatMap((value) => (value === null || value.trim() === "" ? [] : [wellFormed(value)]));
    return given.length === 0 ? [] : [[name, [...new Set(given)]] as const];
  });
  return JSON.stringify({ id, schema, properties: Object.fromEntries(told) });
}
