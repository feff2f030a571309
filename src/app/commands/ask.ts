/** `whomet ask`: a question from a fixed grammar, answered with sentences. */
import type { MetRow, PathStep, SaidRow } from "../../domain/answer.ts";
import { UserError } from "../../domain/errors.ts";
import { connection, entityCard, findEntities, met, said } from "../../store/answers.ts";
import type { GraphStore } from "../../store/graph-store.ts";
import { type Command, type ExitCode, flag } from "../command.ts";
import { writeLine } from "../output.ts";
import { examples, parseQuestion, type Question } from "../question-grammar.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";
import { describeInterval, describeRow } from "./met.ts";

interface Answer {
  readonly question: Question;
  /** The answer for people, a line each. */
  readonly lines: readonly string[];
  /** The same for programs. */
  readonly rows: readonly unknown[];
}

const tookPlace = new Set(["held", "ongoing"]);

function isAt(row: MetRow, place: string): boolean {
  return (row.place ?? "").toLowerCase().includes(place.toLowerCase());
}

/** "Yes: …", "No report says so; planned: …": the verdict on whether two met. */
function verdict(rows: readonly MetRow[], a: string, b: string): string {
  if (rows.some((row) => tookPlace.has(row.modality)))
    return rows.some((row) => row.modality === "denied") ? "Reported, and denied:" : "Yes:";
  const [first] = rows;
  return first
    ? `No report says that it took place; it is reported as ${[...new Set(rows.map((row) => row.modality))].join(" and ")}:`
    : `No report of a meeting of ${a} and ${b}.`;
}

function describeSaid(row: SaidRow): string {
  const outlet = row.evidence.outlet ?? row.evidence.article;
  const day = row.publishedAt ? `, ${row.publishedAt}` : "";
  return `${row.speaker.name} ${row.cue ?? "said"}: ${row.text.replace(/\s+/gu, " ")}  (${outlet}${day})`;
}

function describeStep(step: PathStep): string {
  const [proof] = step.evidence;
  return `${step.from.name} – ${step.to.name}: ${step.through}${proof ? `\n    ${proof.outlet ?? proof.article}: “${proof.text.replace(/\s+/gu, " ")}”` : ""}`;
}

/** Distinct answers to where or when, each with the rows that give it. */
function collect(rows: readonly MetRow[], read: (row: MetRow) => string): string[] {
  const found = new Map<string, MetRow[]>();
  for (const row of rows) {
    const value = read(row);
    if (value !== "") found.set(value, [...(found.get(value) ?? []), row]);
  }
  return [...found].flatMap(([value, given]) => [`${value} (${given[0]?.modality ?? ""})`, ...given.map(describeRow)]);
}

async function answer(store: GraphStore, question: Question): Promise<Answer> {
  switch (question.kind) {
    case "who-met": {
      const { rows } = await met(store, question.a);
      const { place } = question;
      const kept = place === null ? rows : rows.filter((row) => isAt(row, place));
      const lines =
        kept.length === 0 ? [`No report of a meeting of ${question.a}${place === null ? "" : ` in ${place}`}.`] : kept.map(describeRow);
      return { question, lines, rows: kept };
    }
    case "did-meet": {
      const { rows } = await met(store, question.a, question.b);
      return { question, lines: [verdict(rows, question.a, question.b), ...rows.map(describeRow)], rows };
    }
    case "where-met":
    case "when-met": {
      const { rows } = await met(store, question.a, question.b);
      const lines =
        question.kind === "where-met"
          ? collect(rows, (row) => row.place ?? "")
          : collect(rows, (row) => describeInterval(row.from, row.to));
      return { question, lines: lines.length > 0 ? lines : ["No report says."], rows };
    }
    case "who-said": {
      const rows = await said(store, undefined, question.about);
      return {
        question,
        lines: rows.length > 0 ? rows.map(describeSaid) : [`Nobody is reported to have spoken about ${question.about}.`],
        rows,
      };
    }
    case "what-said": {
      const rows = await said(store, question.speaker, question.about ?? undefined);
      return {
        question,
        lines: rows.length > 0 ? rows.map(describeSaid) : [`Nothing of the kind is reported of ${question.speaker}.`],
        rows,
      };
    }
    case "who-is":
      return describeEntity(store, question);
    case "connected": {
      const steps = await connection(store, question.a, question.b);
      return {
        question,
        lines: steps.length > 0 ? steps.map(describeStep) : [`Nothing connects ${question.a} and ${question.b}.`],
        rows: steps,
      };
    }
  }
}

async function describeEntity(store: GraphStore, question: Extract<Question, { kind: "who-is" }>): Promise<Answer> {
  const [best] = await findEntities(store, question.a);
  if (!best)
    throw new UserError(
      "unknown-entity",
      `the graph knows nobody and nothing called "${question.a}"`,
      "whomet query most-mentioned lists who is in it.",
    );
  const card = await entityCard(store, best.id);
  const roles = card.roles.map((role) => `${role.former ? "former " : ""}${role.title}${role.of ? ` (${role.of.name})` : ""}`);
  const lines = [
    card.entity.name,
    ...(card.aliases.length > 0 ? [`  also: ${card.aliases.join(", ")}`] : []),
    ...(roles.length > 0 ? [`  ${roles.join("; ")}`] : []),
    `  in ${card.articles.length} articles, ${card.quotes.length} quotes`,
    ...card.meetings.map(describeRow),
  ];
  return { question, lines, rows: [card] };
}

export const ask: Command = {
  name: "ask",
  summary: "a question in plain English, from a fixed grammar",
  help: `Usage: whomet ask "QUESTION" [--store URL] [--json]

Questions like:
${examples.map((example) => `  ${example}`).join("\n")}

${storeHelp}
  --json            print the answer's rows as one JSON array`,
  options: { ...storeOptions, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    const text = positionals.join(" ");
    const question = parseQuestion(text);
    if (!question) {
      const list = examples.map((example) => `    ${example}`).join("\n");
      throw new UserError(
        "bad-arguments",
        text === "" ? "ask needs a question" : `"${text}" is not a question that can be asked`,
        `What can be asked:\n${list}`,
      );
    }
    return withStore<ExitCode>(options, "read", async (store) => {
      const { lines, rows } = await answer(store, question);
      if (flag(options, "json")) await writeLine(JSON.stringify(rows));
      else for (const line of lines) await writeLine(line);
      return 0;
    });
  },
};
