/**
 * An edited graph beside the graph that is there → what only the file tells. New people, organisations, places, meetings and roles are
 * facts; quotes, claims and articles need a text and are refused. What the graph tells already is no fact, what it tells otherwise is
 * kept as it is and reported, and what the file leaves out is left alone.
 */
import type { KnowledgeGraph, NodeLabel, RelationshipType } from "../../domain/knowledge-graph.ts";
import type { ManualEntity, ManualMeeting, ManualParty, ManualProblem, ManualRole, ManualSource } from "../../domain/manual.ts";
import { manners, modalities } from "../../domain/meeting.ts";
import type { EntityType } from "../../domain/mention.ts";
import { forXml } from "../export-values.ts";
import { compareText, foldName, tidyName } from "../fold-name.ts";
import { nodeSchemas, relationshipSchemas } from "../graph-schema.ts";
import { groupBy } from "../group-by.ts";
import { KeyRing, slug } from "../ids.ts";
import { listValue, oneOf, textValue } from "./edited-values.ts";
import type { EditedAttributes, EditedEdge, EditedGraph, EditedNode } from "./parse-edited-graph.ts";

export interface FoundFacts {
  /** Null where the file tells nothing new. */
  readonly source: ManualSource | null;
  readonly problems: readonly ManualProblem[];
}

/** What a node of the file stands for; null where it was refused or is bookkeeping. */
type Stand =
  | { readonly kind: EntityLabel; readonly entity: ManualEntity }
  | { readonly kind: "Meeting"; readonly meeting: DraftMeeting }
  | { readonly kind: "known"; readonly label: NodeLabel; readonly id: string };

type EntityLabel = "Person" | "Organization" | "Place";

interface DraftMeeting extends Omit<ManualMeeting, "parties" | "places" | "title"> {
  readonly where: string;
  /** Empty: made from who took part. */
  readonly title: string;
  readonly parties: ManualParty[];
  readonly places: string[];
}

type Titled = Omit<DraftMeeting, "where">;

const typeOf: Readonly<Record<EntityLabel, EntityType>> = { Person: "PERSON", Organization: "ORGANIZATION", Place: "PLACE" };
/** What a person can draw between two nodes. */
const enteredTypes: readonly RelationshipType[] = ["MET", "TOOK_PART_IN", "HELD_AT", "HAS_ROLE"];
const enteredHint = "Person, Organization, Place or Meeting";

/** `base` is the graph without this file's own facts; `identity` says what the source will be called. */
export function findFacts(edited: EditedGraph, base: KnowledgeGraph, identity: Pick<ManualSource, "id" | "file" | "path">): FoundFacts {
  return new FactFinder(edited, base).find(identity);
}

class FactFinder {
  readonly #edited: EditedGraph;
  readonly #base: KnowledgeGraph;
  readonly #problems: ManualProblem[] = [];
  /** Ids by what files make of them. */
  readonly #knownIds: ReadonlyMap<string, string>;
  readonly #knownRelationships: ReadonlySet<string>;
  readonly #stands = new Map<string, Stand | null>();
  readonly #ids: KeyRing;
  readonly #entities = new Map<string, ManualEntity>();
  readonly #meetings = new Map<string, DraftMeeting>();
  readonly #roles = new Map<string, ManualRole>();
  readonly #namesakes: ReadonlyMap<string, readonly string[]>;

  constructor(edited: EditedGraph, base: KnowledgeGraph) {
    this.#edited = edited;
    this.#base = base;
    this.#knownIds = new Map(base.mapNodes((id) => [inFile(id), id]));
    this.#knownRelationships = new Set(base.mapEdges((_, { kind, ...told }, from, to) => relationKey(kind, from, to, told)));
    this.#ids = new KeyRing([...base.nodes(), ...edited.nodes.map(({ key }) => key)]);
    const inThisFile = new Set(edited.nodes.flatMap(({ key }) => this.#knownIds.get(inFile(key)) ?? []));
    const named = base.mapNodes((id, node) => {
      if (!isEntityLabel(node.kind) || !("aliases" in node) || inThisFile.has(id)) return [];
      return [...new Set([node.name, ...node.aliases].map((name) => nameKey(node.kind, name)))].map((key) => ({ key, id }));
    });
    this.#namesakes = new Map([...groupBy(named.flat(), ({ key }) => key)].map(([key, list]) => [key, list.map(({ id }) => id)]));
  }

  find(identity: Pick<ManualSource, "id" | "file" | "path">): FoundFacts {
    for (const node of this.#edited.nodes) this.#stands.set(node.key, this.#standOf(node));
    for (const edge of this.#edited.edges) this.#takeEdge(edge);
    const meetings = [...this.#meetings.values()].filter((meeting) => this.#isMeeting(meeting));
    const source: ManualSource = {
      ...identity,
      by: this.#edited.by,
      on: this.#edited.on,
      entities: [...this.#entities.values()],
      meetings: meetings.map(({ where: _, parties, ...meeting }) => {
        const title = meeting.title || this.#titleOf({ parties, ...meeting });
        // The order of the lines in a file says nothing, and programs change it.
        return { ...meeting, title, parties: parties.toSorted((a, b) => compareText(a.entity, b.entity)) };
      }),
      roles: [...this.#roles.values()],
    };
    const isEmpty = !source.entities.some(({ isNew }) => isNew) && meetings.length === 0 && source.roles.length === 0;
    return { source: isEmpty ? null : source, problems: this.#problems };
  }

  #refuse(where: string, reason: string): null {
    this.#problems.push({ where, reason });
    return null;
  }

  #standOf({ key, where, attributes }: EditedNode): Stand | null {
    const known = this.#knownIds.get(inFile(key));
    const label = labelOf(key, attributes);
    if (known !== undefined) return this.#knownNode(known, where, label, attributes);
    // What an earlier file entered, in an export: its source and its claims are made anew from the facts.
    if (textValue(attributes.get("manual")) !== null && (label === "Article" || label === "Claim")) return null;
    if (label === null) return this.#refuse(where, `"${key}" has no kind: give it the attribute kind with ${enteredHint}`);
    if (label === "Meeting") return this.#newMeeting(key, where, attributes);
    if (isEntityLabel(label)) return this.#newEntity(key, label, where, attributes);
    return this.#refuse(where, `"${key}": what is a ${label} comes from a text, and cannot be entered by hand; build the article instead`);
  }

  /** What articles tell stays; a file that tells it otherwise is not followed. */
  #knownNode(id: string, where: string, label: NodeLabel | null, attributes: EditedAttributes): Stand {
    const node = this.#base.getNodeAttributes(id);
    const told: Readonly<Record<string, unknown>> = { ...node };
    if (label !== null && label !== node.kind) this.#refuse(where, `"${id}" is of the kind ${node.kind}, and stays so`);
    const compared = isEntityLabel(node.kind) ? ["name"] : node.kind === "Meeting" ? ["modality", "manner", "from", "to"] : [];
    for (const name of compared) {
      const given = textValue(attributes.get(name));
      const kept = told[name] === null ? "nothing" : String(told[name]);
      if (given !== null && inFile(given) !== inFile(kept)) {
        this.#refuse(where, `"${id}": ${name} "${given}" is not taken over; it stays ${told[name] === null ? kept : `"${kept}"`}`);
      }
    }
    return { kind: "known", label: node.kind, id };
  }

  #newEntity(key: string, kind: EntityLabel, where: string, attributes: EditedAttributes): Stand | null {
    const name = tidyName(textValue(attributes.get("name")) ?? textValue(attributes.get("label")) ?? "");
    if (name === "") return this.#refuse(where, `"${key}" has no name: give it the attribute name or a label`);
    const namesakes = this.#namesakes.get(nameKey(kind, name)) ?? [];
    const [only, other] = namesakes;
    if (only !== undefined && other === undefined) return { kind: "known", label: kind, id: only };
    if (other !== undefined) {
      const choice = namesakes.map((id) => `"${id}"`).join(" or ");
      return this.#refuse(where, `"${name}" may be ${choice}: give the node that id, or another name`);
    }
    const prefix = `${kind.toLowerCase()}:`;
    const id = key.startsWith(prefix) && key.length > prefix.length ? key : this.#ids.claim(prefix + slug(name));
    const aliases = listValue(attributes.get("aliases")).filter((alias) => alias !== name);
    const entity = { id, type: typeOf[kind], name, aliases, isNew: true };
    this.#entities.set(id, entity);
    return { kind, entity };
  }

  #newMeeting(key: string, where: string, attributes: EditedAttributes): Stand | null {
    const days = this.#daysOf(where, attributes, "from", "to");
    if (days === null) return null;
    const modality = oneOf(modalities, attributes.get("modality"), "held");
    const manner = oneOf(manners, attributes.get("manner"), "unknown");
    if (modality === null) return this.#refuse(where, `"${key}": modality is one of ${modalities.join(", ")}`);
    if (manner === null) return this.#refuse(where, `"${key}": manner is one of ${manners.join(", ")}`);
    const title = tidyName(textValue(attributes.get("title")) ?? textValue(attributes.get("label")) ?? "");
    const unnamed = listValue(attributes.get("unnamed"));
    const id = key.startsWith("meeting:") ? key : this.#ids.claim(`meeting:${slug(title || key)}`);
    const meeting = { id, isNew: true, where, title, modality, manner, ...days, unnamed, parties: [], places: [] };
    this.#meetings.set(id, meeting);
    return { kind: "Meeting", meeting };
  }

  /** Null after a refusal. */
  #daysOf(
    where: string,
    attributes: EditedAttributes,
    first: string,
    last: string,
  ): Pick<ManualMeeting, "from" | "to" | "precision"> | null {
    const [from, to] = [textValue(attributes.get(first)), textValue(attributes.get(last))];
    for (const day of [from, to]) {
      if (day === null || (/^\d{4}-\d{2}-\d{2}$/u.test(day) && !Number.isNaN(Date.parse(day)))) continue;
      return this.#refuse(where, `"${day}" is no day: write it as 2025-03-06`);
    }
    if (from !== null && to !== null && from > to) return this.#refuse(where, `it begins on ${from} and ends before, on ${to}`);
    return { from, to, precision: from === null && to === null ? null : from === to ? "day" : "vague" };
  }

  #takeEdge({ where, source, target, attributes }: EditedEdge): void {
    const [start, stop] = [this.#stands.get(source) ?? null, this.#stands.get(target) ?? null];
    const type = relationTypeOf(attributes);
    if (start === null || stop === null) {
      // Of what was refused, the node's own line says why.
      return;
    }
    if (type === null) {
      this.#refuse(where, `it has no kind: give the edge the attribute kind with ${enteredTypes.slice(0, -1).join(", ")} or HAS_ROLE`);
      return;
    }
    const [from, to] = this.#inOrder(type, start, stop) ?? [];
    if (!from || !to) {
      this.#refuse(where, `no ${type} leads from ${labelIn(start)} to ${labelIn(stop)}`);
      return;
    }
    if (this.#isKnown(type, from, to, attributes)) return;
    // Made from the meetings that a file entered, which are in it too.
    if (type === "MET" && textValue(attributes.get("manual")) !== null) return;
    if (type === "MET") this.#takeMet(where, from, to, attributes);
    else if (type === "TOOK_PART_IN") this.#takeParty(where, from, to, attributes);
    else if (type === "HELD_AT") this.#takePlace(where, from, to);
    else if (type === "HAS_ROLE") this.#takeRole(where, from, to, attributes);
    else this.#refuse(where, `a ${type} comes from a text, and cannot be entered by hand`);
  }

  /** The ends as the type leads; a line without a direction may have been drawn either way. Null where it joins neither way. */
  #inOrder(type: RelationshipType, start: Stand, stop: Stand): readonly [Stand, Stand] | null {
    const schema = relationshipSchemas.find((one) => one.type === type);
    const leads = (from: Stand, to: Stand) => schema?.from.includes(labelIn(from)) && schema.to.includes(labelIn(to));
    if (leads(start, stop)) return [start, stop];
    return leads(stop, start) ? [stop, start] : null;
  }

  #isKnown(type: RelationshipType, from: Stand, to: Stand, attributes: EditedAttributes): boolean {
    const [a, b] = [idIn(from), idIn(to)];
    const told = { title: textValue(attributes.get("title")), former: isTrue(attributes.get("former")) };
    const [start, stop] = type === "MET" && a > b ? [b, a] : [a, b];
    return this.#knownRelationships.has(relationKey(type, start, stop, told));
  }

  #takeMet(where: string, from: Stand, to: Stand, attributes: EditedAttributes): void {
    const [a, b] = [this.#entityOf(from), this.#entityOf(to)];
    if (a.id === b.id) {
      this.#refuse(where, `"${a.name}" cannot meet itself`);
      return;
    }
    const days = this.#daysOf(where, attributes, "first", "last");
    if (days === null) return;
    const day = days.precision === "day" ? `:${days.from}` : "";
    const id = this.#ids.claim(`meeting:${[a, b].map(({ name }) => slug(name)).join("-")}${day}`);
    const parties = [a, b].map(({ id: entity, name }) => ({ entity, named: true, text: name }));
    const about = { id, isNew: true, where, title: "", modality: "held", manner: "unknown", unnamed: [] } as const;
    this.#meetings.set(id, { ...about, ...days, parties, places: [] });
  }

  #takeParty(where: string, from: Stand, to: Stand, attributes: EditedAttributes): void {
    const [entity, meeting] = [this.#entityOf(from), this.#meetingOf(to, where)];
    if (meeting.parties.some((party) => party.entity === entity.id)) return;
    const text = tidyName(textValue(attributes.get("text")) ?? "") || entity.name;
    meeting.parties.push({ entity: entity.id, named: textValue(attributes.get("named")) !== "false", text });
  }

  #takePlace(where: string, from: Stand, to: Stand): void {
    const [meeting, place] = [this.#meetingOf(from, where), this.#entityOf(to)];
    if (!meeting.places.includes(place.id)) meeting.places.push(place.id);
  }

  #takeRole(where: string, from: Stand, to: Stand, attributes: EditedAttributes): void {
    const title = tidyName(textValue(attributes.get("title")) ?? "");
    if (title === "") {
      this.#refuse(where, "the role has no title: give the edge the attribute title");
      return;
    }
    const [person, of] = [this.#entityOf(from).id, this.#entityOf(to).id];
    const role = { person, of, title, former: isTrue(attributes.get("former")) };
    this.#roles.set(JSON.stringify(role), role);
  }

  /** The entity that a fact is about, taken into the source. */
  #entityOf(stand: Stand): ManualEntity {
    if ("entity" in stand) return stand.entity;
    const node = this.#base.getNodeAttributes(idIn(stand));
    if (!isEntityLabel(node.kind) || !("aliases" in node)) throw new Error(`${node.id} is no entity`);
    const entity = { id: node.id, type: typeOf[node.kind], name: node.name, aliases: [], isNew: false };
    this.#entities.set(node.id, entity);
    return entity;
  }

  #meetingOf(stand: Stand, where: string): DraftMeeting {
    if ("meeting" in stand) return stand.meeting;
    const id = idIn(stand);
    const known = this.#meetings.get(id);
    if (known) return known;
    const node = this.#base.getNodeAttributes(id);
    if (node.kind !== "Meeting") throw new Error(`${id} is no meeting`);
    const { title, modality, manner, from, to, precision } = node;
    const draft = { id, isNew: false, where, title, modality, manner, from, to, precision, unnamed: [], parties: [], places: [] };
    this.#meetings.set(id, draft);
    return draft;
  }

  #isMeeting({ id, isNew, where, parties, unnamed }: DraftMeeting): boolean {
    if (!isNew) return true;
    if (parties.length > 0 && parties.length + unnamed.length > 1) return true;
    this.#refuse(where, `"${id}" has fewer than two parties: draw TOOK_PART_IN from each to the meeting`);
    return false;
  }

  /** "Anna Berg – Karim Haddad, Oslo". */
  #titleOf({ parties, unnamed, places }: Titled): string {
    const nameOf = (id: string): string => this.#entities.get(id)?.name ?? id;
    const names = [...parties.map(({ entity }) => nameOf(entity)), ...unnamed];
    return [names.join(" – "), ...places.map(nameOf)].join(", ");
  }
}

/** What the node says it is, else what its id begins with. */
function labelOf(key: string, attributes: EditedAttributes): NodeLabel | null {
  const told = textValue(attributes.get("kind"))?.toLowerCase() ?? /^(person|organization|place|meeting):/u.exec(key)?.[1];
  return nodeSchemas.find(({ label }) => label.toLowerCase() === told)?.label ?? null;
}

function relationTypeOf(attributes: EditedAttributes): RelationshipType | null {
  const told = [attributes.get("kind"), attributes.get("label")].map((value) => textValue(value)?.toUpperCase().replaceAll(" ", "_"));
  return relationshipSchemas.find(({ type }) => told.includes(type))?.type ?? null;
}

function labelIn(stand: Stand): NodeLabel {
  return stand.kind === "known" ? stand.label : stand.kind;
}

function idIn(stand: Stand): string {
  if (stand.kind === "known") return stand.id;
  return stand.kind === "Meeting" ? stand.meeting.id : stand.entity.id;
}

function isEntityLabel(label: NodeLabel): label is EntityLabel {
  return label === "Person" || label === "Organization" || label === "Place";
}

function nameKey(kind: NodeLabel, name: string): string {
  return `${kind}\n${foldName(name) || name}`;
}

function relationKey(type: RelationshipType, from: string, to: string, told: object): string {
  const { title, former } = told as { readonly title?: unknown; readonly former?: unknown };
  return JSON.stringify([type, inFile(from), inFile(to), ...(type === "HAS_ROLE" ? [inFile(String(title ?? "")), former === true] : [])]);
}

/** The text without what formats and their readers change: signs that XML cannot hold, and kinds of white space. */
function inFile(text: string): string {
  return String(forXml(text))
    .replace(/[\s\ufffd]+/gu, " ")
    .trim();
}

function isTrue(value: unknown): boolean {
  return textValue(value)?.toLowerCase() === "true";
}
