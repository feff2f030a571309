/** Meetings and the claims that report them as nodes, and who met whom as a relationship derived from those that took place. */
import type { Modality } from "../domain/meeting.ts";
import { compareText, tidyName } from "./fold-name.ts";
import type { GraphWriter } from "./graph-writer.ts";
import { addTo, groupBy } from "./group-by.ts";
import { claimId, slug } from "./ids.ts";
import type { JoinedMeeting, JoinedParty } from "./join-meetings.ts";
import type { LinkedEntities, LinkedEntity } from "./link-entities.ts";
import type { MeetingReport } from "./meeting-report.ts";

const origin = { x: 0, y: 0 } as const;
const fromArticles = { manual: null } as const;
const typeOrder = ["PERSON", "ORGANIZATION", "PLACE"];
/** More parties than this are summed up in titles and ids. */
const namedInTitle = 4;

export interface NamedMeeting {
  readonly id: string;
  readonly meeting: JoinedMeeting;
}

/** Adds every meeting with its claims, and MET between the parties of meetings that took place. Returns the meetings with their ids. */
export function addMeetings(writer: GraphWriter, entities: LinkedEntities, meetings: readonly JoinedMeeting[]): readonly NamedMeeting[] {
  const named = nameMeetings(meetings, (key) => writer.freeId(key));
  for (const { meeting, id } of named) {
    addMeeting(writer, id, meeting);
    addClaims(writer, id, meeting, entities);
  }
  addMet(writer, meetings);
  return named;
}

/** The meetings with their ids, in the order in which ids are claimed. */
export function nameMeetings(meetings: readonly JoinedMeeting[], claim: (key: string) => string): NamedMeeting[] {
  return meetings
    .map((meeting) => ({ meeting, base: meetingSlug(meeting) }))
    .toSorted((a, b) => compareText(a.base, b.base) || compareText(meetingOrder(a.meeting), meetingOrder(b.meeting)))
    .map(({ meeting, base }) => ({ id: claim(base), meeting }));
}

function partyOrder(a: JoinedParty, b: JoinedParty): number {
  const rank = ({ entity }: JoinedParty): number => (entity ? typeOrder.indexOf(entity.type) : typeOrder.length);
  return rank(a) - rank(b) || Number(b.named) - Number(a.named) || compareText(nameOf(a), nameOf(b)) || compareText(a.key, b.key);
}

function nameOf({ entity, text }: JoinedParty): string {
  return entity?.name ?? text;
}

/** `meeting:adam-boehler-hamas:doha:2025-03-04`, with place and day where they are known. */
function meetingSlug({ parties, place, from, to, precision }: JoinedMeeting): string {
  const inOrder = parties.toSorted(partyOrder);
  const names = inOrder.slice(0, namedInTitle).map((party) => slug(nameOf(party)));
  if (inOrder.length > namedInTitle) names.push(`and-${inOrder.length - namedInTitle}-more`);
  const day = precision === "day" && from !== null && from === to ? [from] : [];
  return ["meeting", names.join("-"), ...(place ? [slug(place.name)] : []), ...day].join(":");
}

/** Tells meetings of one slug apart for numbering: by date, then by the first report. */
function meetingOrder({ from, reports }: JoinedMeeting): string {
  const [first] = reports;
  return `${from ?? "9999"}|${first?.articleId ?? ""}|${String(first?.meeting.trigger.start ?? 0).padStart(9, "0")}`;
}

/** "Adam Boehler – Hamas, Doha". */
export function meetingTitle(parties: readonly JoinedParty[], place: LinkedEntity | null): string {
  const inOrder = parties.toSorted(partyOrder);
  const names = inOrder.slice(0, namedInTitle).map(nameOf);
  const more = inOrder.length > namedInTitle ? ` and ${inOrder.length - namedInTitle} more` : "";
  return `${names.join(" – ")}${more}${place ? `, ${place.name}` : ""}`;
}

function addMeeting(writer: GraphWriter, id: string, meeting: JoinedMeeting): void {
  const { parties, place, modality, modalities, manner, mediated, from, to, precision, reports, sources, confidence } = meeting;
  writer.addNode({
    kind: "Meeting",
    id,
    title: meetingTitle(parties, place),
    modality,
    modalities,
    manner,
    mediated,
    from,
    to,
    precision,
    unnamed: parties.flatMap(({ entity, text }) => (entity ? [] : [text])),
    articles: new Set(reports.map(({ articleId }) => articleId)).size,
    independentSources: sources.length,
    sources,
    confidence,
    ...fromArticles,
    ...origin,
  });
  for (const { entity, named, text, role } of parties) {
    if (entity) writer.addRelationship(entity.id, id, { kind: "TOOK_PART_IN", named, text, role, ...fromArticles });
  }
  // "at the White House": an organisation can be where they met, but only places are nodes to meet at
  if (place?.type === "PLACE") writer.addRelationship(id, place.id, { kind: "HELD_AT", ...fromArticles });
}

/** One claim for each sentence and modality of an article, however many words in it evoke the meeting. */
function addClaims(writer: GraphWriter, meetingId: string, { reports }: JoinedMeeting, { find }: LinkedEntities): void {
  const bySentence = groupBy(reports, ({ articleId, meeting }) =>
    [articleId, meeting.evidence.start, meeting.evidence.end, meeting.modality].join("\n"),
  );
  for (const told of bySentence.values()) {
    const [report] = told.toSorted(
      (a, b) => b.meeting.confidence - a.meeting.confidence || a.meeting.trigger.start - b.meeting.trigger.start,
    );
    if (!report) continue;
    const { articleId, meeting } = report;
    const { start, end, text } = meeting.evidence;
    const id = writer.freeId(claimId(articleId, meeting.evidence));
    const attribution = told.flatMap((one) => one.meeting.attribution);
    writer.addNode({
      kind: "Claim",
      id,
      article: articleId,
      start,
      end,
      text,
      trigger: meeting.trigger.text,
      modality: meeting.modality,
      manner: meeting.manner,
      from: meeting.date?.from ?? null,
      to: meeting.date?.to ?? null,
      precision: meeting.date?.precision ?? null,
      when: meeting.date?.text ?? null,
      attribution: [...new Set(attribution.map((words) => tidyName(words.text)))],
      confidence: meeting.confidence,
      ...fromArticles,
      ...origin,
    });
    writer.addRelationship(articleId, id, { kind: "MAKES" });
    writer.addRelationship(id, meetingId, { kind: "REPORTS" });
    for (const source of attributedTo(report, attribution, find)) writer.addRelationship(id, source, { kind: "ATTRIBUTED_TO" });
  }
}

/** Ids of the people and organisations a report is attributed to; places stay words. */
function attributedTo(
  { articleIndex }: MeetingReport,
  attribution: MeetingReport["meeting"]["attribution"],
  find: LinkedEntities["find"],
): string[] {
  const ids = attribution.flatMap(({ entity }) => {
    const source = entity === null ? null : find(articleIndex, entity);
    return source && source.type !== "PLACE" ? [source.id] : [];
  });
  return [...new Set(ids)].toSorted(compareText);
}

function hasTakenPlace(modality: Modality): boolean {
  return modality === "held" || modality === "ongoing";
}

/** From the smaller id to the larger, for every pair with a meeting that took place. */
function addMet(writer: GraphWriter, meetings: readonly JoinedMeeting[]): void {
  const byPair = new Map<string, JoinedMeeting[]>();
  for (const meeting of meetings) {
    const ids = meeting.parties.flatMap(({ entity }) => entity?.id ?? []).toSorted(compareText);
    ids.forEach((a, index) => {
      for (const b of ids.slice(index + 1)) addTo(byPair, `${a}\n${b}`, meeting);
    });
  }
  for (const [pair, shared] of [...byPair].toSorted(([a], [b]) => compareText(a, b))) {
    const held = shared.filter(({ modality }) => hasTakenPlace(modality));
    if (held.length === 0) continue;
    const [from = "", to = ""] = pair.split("\n");
    writer.addRelationship(from, to, {
      kind: "MET",
      times: held.length,
      first: held.flatMap((meeting) => meeting.from ?? []).toSorted(compareText)[0] ?? null,
      last:
        held
          .flatMap((meeting) => meeting.to ?? meeting.from ?? [])
          .toSorted(compareText)
          .at(-1) ?? null,
      modalities: [...new Set(shared.flatMap(({ modalities }) => modalities))].toSorted(compareText),
      sources: new Set(held.flatMap(({ sources }) => sources)).size,
      ...fromArticles,
    });
  }
}
