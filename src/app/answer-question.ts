/** Answers a question of the grammar: the same sentences and rows for the command line, the server and a page that was saved as a file. */
import type { AnswerEntity, ContradictionRow, EntityCard, EntityMatch, MetAnswer, MetRow, PathStep, SaidRow } from "../domain/answer.ts";
import { UserError } from "../domain/errors.ts";
import { compareText } from "../graph/fold-name.ts";
import {
  counted,
  describeContradiction,
  describeInterval,
  describeMeeting,
  describeRow,
  describeSayings,
  describeStep,
  publisher,
} from "./describe-answers.ts";
import type { Question } from "./question-grammar.ts";
import { type Period, placeInPeriod } from "./question-period.ts";

/** Where answers come from: a store, or answers that were saved. All reject with UserError for names that nobody bears. */
export interface AnswerSource {
  met(a: string, b?: string): Promise<MetAnswer>;
  /** Each meeting of each two, from either's side, strongest first. */
  allMeetings(): Promise<readonly MetRow[]>;
  said(speaker?: string, about?: string): Promise<readonly SaidRow[]>;
  /** Meetings on which reports differ, best supported first. */
  contradictions(): Promise<readonly ContradictionRow[]>;
  connection(a: string, b: string): Promise<readonly PathStep[]>;
  findEntities(text: string): Promise<readonly EntityMatch[]>;
  entityCard(id: string): Promise<EntityCard>;
}

/** One part of an answer; `sentence` says it in words, `row` is what it rests on. */
export type AnswerItem =
  | { readonly kind: "heading"; readonly sentence: string; readonly row: null }
  | { readonly kind: "meeting"; readonly sentence: string; readonly row: MetRow }
  | { readonly kind: "quote"; readonly sentence: string; readonly row: SaidRow }
  | { readonly kind: "dispute"; readonly sentence: string; readonly row: ContradictionRow }
  | { readonly kind: "step"; readonly sentence: string; readonly row: PathStep }
  | { readonly kind: "card"; readonly sentence: string; readonly row: EntityCard };

export interface QuestionAnswer {
  readonly question: Question;
  /** "Yes.", "No report of …": null where the rows speak for themselves. */
  readonly verdict: string | null;
  readonly items: readonly AnswerItem[];
  /** The rows as programs get them. */
  readonly rows: readonly unknown[];
}

const tookPlace = new Set(["held", "ongoing"]);

function atPlace(rows: readonly MetRow[], place: string | null): readonly MetRow[] {
  return place === null ? rows : rows.filter((row) => (row.place ?? "").toLowerCase().includes(place.toLowerCase()));
}

/** The rows that are told from the side of whose name comes first. */
function eachTwoOnce(rows: readonly MetRow[]): readonly MetRow[] {
  return rows.filter(({ a, b }) => b.id === null || (compareText(a.name, b.name) || compareText(a.id ?? "", b.id)) < 0);
}

/** What an answer says of rows that a period leaves: those surely in it, those perhaps in it, and how many tell no day. */
interface InPeriod<Row> {
  readonly rows: readonly Row[];
  readonly inside: readonly Row[];
  readonly perhaps: readonly Row[];
  readonly undated: number;
}

function inPeriod<Row>(rows: readonly Row[], period: Period | null, days: (row: Row) => Days): InPeriod<Row> {
  if (period === null) return { rows, inside: rows, perhaps: [], undated: 0 };
  const placed = rows.map((row) => ({ row, place: placeInPeriod(period, ...days(row)) }));
  const those = (wanted: string): Row[] => placed.flatMap(({ row, place }) => (place === wanted ? [row] : []));
  const [inside, perhaps] = [those("inside"), those("perhaps")];
  return { rows: [...inside, ...perhaps], inside, perhaps, undated: those("undated").length };
}

type Days = readonly [from: string | null, to: string | null];
const daysOfMeeting = ({ from, to }: MetRow): Days => [from, to];
const dayOfSaying = ({ publishedAt }: SaidRow): Days => [publishedAt, publishedAt];

/** The rows in words; what is not certain, and what is left out for want of a day, is said. */
function itemsOf<Row>({ inside, perhaps, undated }: InPeriod<Row>, itemOf: (row: Row) => AnswerItem): readonly AnswerItem[] {
  const heading = (sentence: string): AnswerItem => ({ kind: "heading", sentence, row: null });
  return [
    ...inside.map(itemOf),
    ...(perhaps.length > 0 ? [heading("Perhaps then:"), ...perhaps.map(itemOf)] : []),
    ...(undated > 0 ? [heading(`${counted(undated, "more report")} without a day left out.`)] : []),
  ];
}

/** " in Doha in March 2025", or empty. */
function circumstances(place: string | null, period: Period | null): string {
  return `${place === null ? "" : ` in ${place}`}${period === null ? "" : ` ${period.text}`}`;
}

/** So many meetings are listed when nobody is asked about. */
const mostMeetings = 100;

/** "Yes.", "Reported, and denied.", "No report says so …": the verdict on whether two met. */
function verdictOf(rows: readonly MetRow[], { a, b, place, period }: Extract<Question, { kind: "did-meet" }>): string {
  const modalities = [...new Set(rows.map((row) => row.modality))];
  if (modalities.some((modality) => tookPlace.has(modality))) {
    return rows.some((row) => row.modalities.includes("denied")) ? "Reported, and denied." : "Yes.";
  }
  if (modalities.length > 0) return `No report says that it took place, only: ${modalities.join(", ")}.`;
  return `No report of a meeting of ${a} with ${b}${circumstances(place, period)}.`;
}

const meetingItem = (row: MetRow): AnswerItem => ({ kind: "meeting", sentence: describeMeeting(row), row });
const quoteItem = (row: SaidRow): AnswerItem => ({ kind: "quote", sentence: `${row.speaker.name}: ${row.text}`, row });

/** Distinct answers to where or when, each with the rows that give it. */
function collect(rows: readonly MetRow[], read: (row: MetRow) => string): AnswerItem[] {
  const found = new Map<string, MetRow[]>();
  for (const row of rows) {
    const value = read(row);
    if (value !== "") found.set(value, [...(found.get(value) ?? []), row]);
  }
  return [...found].flatMap(([value, given]) => [
    { kind: "heading" as const, sentence: `${value} (${given[0]?.modality ?? ""})`, row: null },
    ...given.map(meetingItem),
  ]);
}

/** By the first day it can have been; the undated last. */
function inTime(a: MetRow, b: MetRow): number {
  const when = ({ from, to }: MetRow): string => from ?? to ?? "~";
  return (
    compareText(when(a), when(b)) ||
    compareText(a.to ?? "~", b.to ?? "~") ||
    compareText(a.meeting, b.meeting) ||
    compareText(a.b.name, b.b.name)
  );
}

/** The first or the last meeting that is said to have taken place and has a day; all of them where none has. */
function outermost(rows: readonly MetRow[], which: "first" | "last"): readonly MetRow[] {
  const took = rows.filter(({ modality }) => tookPlace.has(modality));
  const dated = took.filter(({ from, to }) => from !== null || to !== null).sort(inTime);
  const end = which === "first" ? dated[0] : dated[dated.length - 1];
  return end === undefined ? took : dated.filter(({ meeting }) => meeting === end.meeting);
}

/** The disputes over meetings of somebody. */
async function disputesOf(source: AnswerSource, all: readonly ContradictionRow[], name: string): Promise<readonly ContradictionRow[]> {
  const theirs = new Set((await source.met(name)).rows.map(({ meeting }) => meeting));
  return all.filter(({ meetings }) => meetings.some((meeting) => theirs.has(meeting)));
}

/** The answer. Rejects with UserError `unknown-entity` for a name that nobody bears. */
export async function answerQuestion(source: AnswerSource, question: Question): Promise<QuestionAnswer> {
  switch (question.kind) {
    case "who-met-whom": {
      const found = inPeriod(atPlace(eachTwoOnce(await source.allMeetings()), question.place), question.period, daysOfMeeting);
      const all = found.rows.length;
      const inside = found.inside.slice(0, mostMeetings);
      const shown = { ...found, inside, perhaps: found.perhaps.slice(0, mostMeetings - inside.length) };
      const none = `No report of a meeting${circumstances(question.place, question.period)}.`;
      const cut =
        all > mostMeetings ? `The ${mostMeetings} best supported of ${all}; a place, a name or a period narrows them down.` : null;
      const rows = found.rows.slice(0, mostMeetings);
      return { question, verdict: all === 0 ? none : cut, items: itemsOf(shown, meetingItem), rows };
    }
    case "who-met": {
      const found = inPeriod(atPlace((await source.met(question.a)).rows, question.place), question.period, daysOfMeeting);
      const none = `No report of a meeting of ${question.a}${circumstances(question.place, question.period)}.`;
      return { question, verdict: found.rows.length === 0 ? none : null, items: itemsOf(found, meetingItem), rows: found.rows };
    }
    case "did-meet": {
      const found = inPeriod(atPlace((await source.met(question.a, question.b)).rows, question.place), question.period, daysOfMeeting);
      const verdict = found.inside.length === 0 && found.perhaps.length > 0 ? "Perhaps." : verdictOf(found.rows, question);
      return { question, verdict, items: itemsOf(found, meetingItem), rows: found.rows };
    }
    case "timeline": {
      const { rows: met } = await source.met(question.a, question.b ?? undefined);
      const found = inPeriod([...met].sort(inTime), question.period, daysOfMeeting);
      const whose = question.b === null ? question.a : `${question.a} with ${question.b}`;
      const none = `No report of a meeting of ${whose}${circumstances(null, question.period)}.`;
      return { question, verdict: found.rows.length === 0 ? none : null, items: itemsOf(found, meetingItem), rows: found.rows };
    }
    case "who-first": {
      const met = (await source.met(question.a, question.b)).rows.filter(({ modality }) => tookPlace.has(modality));
      const reports = met.flatMap((row) => row.evidence.map((proof) => ({ row, proof })));
      const first = reports
        .filter(({ proof }) => proof.publishedAt !== null && proof.manual === undefined)
        .sort(
          (x, y) => compareText(x.proof.publishedAt ?? "", y.proof.publishedAt ?? "") || compareText(x.proof.article, y.proof.article),
        )[0];
      if (!first) {
        const none = met.length === 0 ? `No report says that ${question.a} met ${question.b}.` : "No report has a day.";
        return { question, verdict: none, items: met.map(meetingItem), rows: met };
      }
      // Several may have had it on the same day.
      const day = first.proof.publishedAt;
      const ofTheDay = reports.filter(({ proof }) => proof.publishedAt === day).map(({ proof }) => publisher(proof));
      const verdict = `${[...new Set(ofTheDay)].sort(compareText).join(", ")}, on ${day}.`;
      return { question, verdict, items: [meetingItem(first.row)], rows: [first.row] };
    }
    case "disputed": {
      const all = await source.contradictions();
      const rows = question.a === null ? all : await disputesOf(source, all, question.a);
      const items = rows.map((row): AnswerItem => ({ kind: "dispute", sentence: describeContradiction(row), row }));
      return { question, verdict: rows.length === 0 ? "The articles agree." : null, items, rows };
    }
    case "where-met":
    case "when-met": {
      const all = (await source.met(question.a, question.b)).rows;
      const met = question.kind === "when-met" && question.which !== null ? outermost(all, question.which) : all;
      const { rows } = inPeriod(met, question.kind === "where-met" ? question.period : null, daysOfMeeting);
      const read = question.kind === "where-met" ? (row: MetRow) => row.place ?? "" : (row: MetRow) => describeInterval(row.from, row.to);
      const items = collect(rows, read);
      const none = rows.length === 0 ? `No report of a meeting of ${question.a} with ${question.b}.` : "No report says.";
      if (items.length > 0) return { question, verdict: null, items, rows };
      return { question, verdict: none, items: rows.map(meetingItem), rows };
    }
    case "who-said": {
      const found = inPeriod(await source.said(undefined, question.about), question.period, dayOfSaying);
      const none = `Nobody is reported to have spoken about ${question.about}${circumstances(null, question.period)}.`;
      return { question, verdict: found.rows.length === 0 ? none : null, items: itemsOf(found, quoteItem), rows: found.rows };
    }
    case "what-said": {
      const found = inPeriod(await source.said(question.speaker, question.about ?? undefined), question.period, dayOfSaying);
      const none = `Nothing of the kind is reported of ${question.speaker}${circumstances(null, question.period)}.`;
      return { question, verdict: found.rows.length === 0 ? none : null, items: itemsOf(found, quoteItem), rows: found.rows };
    }
    case "who-is":
      return describeEntity(source, question);
    case "connected": {
      const steps = await source.connection(question.a, question.b);
      const none = `Nothing connects ${question.a} and ${question.b}.`;
      const items = steps.map((row): AnswerItem => ({ kind: "step", sentence: stepSentence(row), row }));
      return { question, verdict: steps.length === 0 ? none : null, items, rows: steps };
    }
  }
}

/** "Ada met Ben.", "Ben is chair of the Union.", "Ada and Cy are both named in “…”." */
function stepSentence({ from, to, by, through }: PathStep): string {
  if (by === "meeting") return `${from.name} met ${to.name}.`;
  if (by === "article") return `${from.name} and ${to.name} are ${through}.`;
  const [holder, body] = from.type === "PERSON" ? [from, to] : [to, from];
  const title = through.replace(/^former /, "");
  return `${holder.name} ${title === through ? "is" : "was"} ${title}, ${body.name}.`;
}

async function describeEntity(source: AnswerSource, question: Extract<Question, { kind: "who-is" }>): Promise<QuestionAnswer> {
  const [best] = await source.findEntities(question.a);
  if (!best)
    throw new UserError(
      "unknown-entity",
      `the graph knows nobody and nothing called "${question.a}"`,
      "whomet query most-mentioned lists who is in it.",
    );
  const card = await source.entityCard(best.id);
  const items: AnswerItem[] = [{ kind: "card", sentence: cardLines(card).join("\n"), row: card }];
  return { question, verdict: null, items: [...items, ...card.meetings.map(meetingItem)], rows: [card] };
}

function cardLines(card: EntityCard): readonly string[] {
  const roles = card.roles.map((role) => `${role.former ? "former " : ""}${role.title}${withBody(role.of)}`);
  return [
    card.entity.name,
    ...(card.aliases.length > 0 ? [`  also: ${card.aliases.join(", ")}`] : []),
    ...(card.wikidata === null ? [] : [`  Wikidata: ${card.wikidata}`]),
    ...(roles.length > 0 ? [`  ${roles.join("; ")}`] : []),
    `  in ${counted(card.articles.length, "article")}, ${counted(card.quotes.length, "quote")}`,
  ];
}

function withBody(of: AnswerEntity | null): string {
  return of ? ` (${of.name})` : "";
}

/** The answer as lines of text, each part with every sentence that proves it. */
export function answerLines({ verdict, items }: QuestionAnswer): readonly string[] {
  const sayings = describeSayings(items.flatMap((item) => (item.kind === "quote" ? [item.row] : [])));
  const others = items.flatMap((item) => {
    if (item.kind === "quote") return [];
    if (item.kind === "meeting") return [describeRow(item.row)];
    return [item.kind === "step" ? describeStep(item.row) : item.sentence];
  });
  const lines = [...others, ...sayings];
  return verdict === null ? lines : [verdict, ...lines];
}
