/**
 * Facts that people entered → nodes and relationships beside those of the articles. Nothing of the articles' graph is changed: what
 * is added carries the id of its source in `manual`, and taking all that away leaves the graph of the articles alone.
 */
import { UserError } from "../../domain/errors.ts";
import type { GraphRelationship, KnowledgeGraph, MeetingNode } from "../../domain/knowledge-graph.ts";
import { type ManualEntity, type ManualMeeting, type ManualProblem, type ManualSource, manualTitle } from "../../domain/manual.ts";
import type { EntityType } from "../../domain/mention.ts";
import { compareText, foldName } from "../fold-name.ts";
import { relationshipKey } from "../graph-schema.ts";
import type { GraphWriter } from "../graph-writer.ts";
import { addTo, groupBy } from "../group-by.ts";
import { lookupKeys } from "../link-entities.ts";

const origin = { x: 0, y: 0 } as const;
const labels = { PERSON: "Person", ORGANIZATION: "Organization", PLACE: "Place" } as const satisfies Record<EntityType, string>;

/** Adds the facts of all sources, in order of their ids; returns what had nothing left to stand on. */
export function addFacts(writer: GraphWriter, sources: readonly ManualSource[]): readonly ManualProblem[] {
  const problems: ManualProblem[] = [];
  const touched = new Map<string, string>();
  const find = namesIn(writer.graph);
  for (const source of sources.toSorted((a, b) => compareText(a.id, b.id))) {
    addSource(writer, source);
    const ids = new Map(source.entities.map((entity) => [entity.id, placeEntity(writer, source, entity, find)]));
    let number = 0;
    for (const meeting of source.meetings) {
      const id = addMeeting(writer, source, meeting, ids);
      if (id === null) {
        problems.push({ where: source.id, reason: `the meeting "${meeting.title}", which it adds to, is no longer in the graph` });
        continue;
      }
      if (!touched.has(id)) touched.set(id, source.id);
      number += 1;
      addClaim(writer, source, meeting, id, number);
    }
    for (const { person, of, title, former } of source.roles) {
      addOnce(writer, idIn(ids, person), idIn(ids, of), { kind: "HAS_ROLE", title, former, manual: source.id });
    }
  }
  addMet(writer, touched);
  return problems;
}

/** The file itself stands where an article would: what it entered can be traced to it, and goes with it. */
function addSource({ graph, addNode }: GraphWriter, source: ManualSource): void {
  if (graph.hasNode(source.id)) {
    const hint = `Take one of them out: whomet remove ${source.id}`;
    throw new UserError("bad-record", `an article has the id "${source.id}", which is that of ${source.file}`, hint);
  }
  addNode({
    kind: "Article",
    id: source.id,
    title: manualTitle(source),
    publishedAt: source.on,
    url: null,
    file: source.file,
    text: "",
    annotation: JSON.stringify({ manual: source }),
    path: source.path,
    manual: source.id,
    ...origin,
  });
}

type FindByName = (entity: ManualEntity) => string | null;

/** Finds the only entity of a type that bears a name. */
function namesIn(graph: KnowledgeGraph): FindByName {
  let byName: Map<string, string[]> | null = null;
  const key = (label: string, name: string): string => `${label}\n${foldName(name) || name}`;
  return ({ type, name }) => {
    byName ??= new Map(
      [
        ...groupBy(
          graph.mapNodes((id, node) => ("aliases" in node ? [{ id, name: key(node.kind, node.name) }] : [])).flat(),
          (one) => one.name,
        ),
      ].map(([name, list]) => [name, list.map(({ id }) => id)]),
    );
    const [only, other] = byName.get(key(labels[type], name)) ?? [];
    return only !== undefined && other === undefined ? only : null;
  };
}

/**
 * The node that stands for the entity: the one of that id, or of that name where the id has moved, else a new one. An entity that
 * articles have come to tell of is theirs.
 */
function placeEntity(writer: GraphWriter, source: ManualSource, entity: ManualEntity, find: FindByName): string {
  const { graph } = writer;
  const { id, type, name, aliases, isNew } = entity;
  if (graph.hasNode(id) && graph.getNodeAttributes(id).kind === labels[type]) return id;
  const moved = isNew ? null : find(entity);
  if (moved !== null) return moved;
  const free = writer.freeId(id);
  const keys = lookupKeys(type, name, aliases);
  const told = { id: free, name, aliases, keys, wikidata: null, mentions: 0, articles: 0, manual: source.id };
  writer.addNode({ kind: labels[type], ...told, ...origin });
  return free;
}

/** The id of the meeting; null where one that was only added to is gone. */
function addMeeting(writer: GraphWriter, source: ManualSource, meeting: ManualMeeting, ids: ReadonlyMap<string, string>): string | null {
  const { graph } = writer;
  const { title, modality, manner, from, to, precision, unnamed } = meeting;
  let { id } = meeting;
  if (meeting.isNew) {
    id = writer.freeId(id);
    const counts = { articles: 0, independentSources: 0, sources: [], confidence: 1, manual: source.id };
    const about = { id, title, modality, modalities: [modality], manner, mediated: false, from, to, precision, unnamed };
    writer.addNode({ kind: "Meeting", ...about, ...counts, ...origin });
  } else if (!graph.hasNode(id) || graph.getNodeAttributes(id).kind !== "Meeting") return null;
  for (const { entity, named, text } of meeting.parties) {
    addOnce(writer, idIn(ids, entity), id, { kind: "TOOK_PART_IN", named, text, role: null, manual: source.id });
  }
  for (const place of meeting.places) addOnce(writer, id, idIn(ids, place), { kind: "HELD_AT", manual: source.id });
  return id;
}

/** Who entered it stands where an article's claim has whom it cites; there is no sentence. */
function addClaim(writer: GraphWriter, source: ManualSource, meeting: ManualMeeting, meetingId: string, number: number): void {
  const { modality, manner, from, to, precision } = meeting;
  const id = writer.freeId(`claim:${source.id}:${number}`);
  const told = { modality, manner, from, to, precision, when: null, attribution: source.by === null ? [] : [source.by] };
  const place = { article: source.id, start: 0, end: 0, text: "", trigger: "" };
  writer.addNode({ kind: "Claim", id, ...place, ...told, confidence: 1, manual: source.id, ...origin });
  writer.addRelationship(source.id, id, { kind: "MAKES" });
  writer.addRelationship(id, meetingId, { kind: "REPORTS" });
}

/** MET for pairs whom only facts bring together; pairs whom articles tell of keep what the articles tell. */
function addMet(writer: GraphWriter, touched: ReadonlyMap<string, string>): void {
  const { graph } = writer;
  const byPair = new Map<string, { readonly meeting: MeetingNode; readonly source: string }[]>();
  for (const [id, source] of touched) {
    const meeting = graph.getNodeAttributes(id);
    if (meeting.kind !== "Meeting" || (meeting.modality !== "held" && meeting.modality !== "ongoing")) continue;
    const parties = graph.filterInEdges(id, (_, { kind }) => kind === "TOOK_PART_IN").map((edge) => graph.source(edge));
    const sorted = [...new Set(parties)].toSorted(compareText);
    sorted.forEach((a, index) => {
      for (const b of sorted.slice(index + 1)) addTo(byPair, `${a}\n${b}`, { meeting, source });
    });
  }
  for (const [pair, shared] of [...byPair].toSorted(([a], [b]) => compareText(a, b))) {
    const [from = "", to = ""] = pair.split("\n");
    const days = (day: "from" | "to"): string[] => shared.flatMap(({ meeting }) => meeting[day] ?? []).toSorted(compareText);
    addOnce(writer, from, to, {
      kind: "MET",
      times: shared.length,
      first: days("from")[0] ?? null,
      last: [...days("from"), ...days("to")].toSorted(compareText).at(-1) ?? null,
      modalities: [...new Set(shared.map(({ meeting }) => meeting.modality))].toSorted(compareText),
      sources: 0,
      manual: shared.map(({ source }) => source).toSorted(compareText)[0] ?? null,
    });
  }
}

/** What the graph tells already stays as it is. */
function addOnce(writer: GraphWriter, from: string, to: string, relationship: GraphRelationship): void {
  if (!writer.graph.hasEdge(relationshipKey(from, to, relationship))) writer.addRelationship(from, to, relationship);
}

function idIn(ids: ReadonlyMap<string, string>, id: string): string {
  const found = ids.get(id);
  if (found === undefined) throw new Error(`a fact is about "${id}", which its source does not name`);
  return found;
}
