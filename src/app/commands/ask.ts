/** `whomet ask`: a question from a fixed grammar, answered with sentences. */
import type { MetRow } from "../../domain/answer.ts";
import { UserError } from "../../domain/errors.ts";
import { connection, entityCard, findEntities, met, said } from "../../store/answers.ts";
import type { GraphStore } from "../../store/graph-store.ts";
import { type Command, type ExitCode, flag } from "../command.ts";
import { counted, describeInterval, describeRow, describeSaid, describeStep } from "../describe-answers.ts";
import { print, writeLine } from "../output.ts";
import { examples, parseQuestion, type Question } from "../question-grammar.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

interface Answer {
  /** The answer for people, a line each. */
  readonly lines: readonly string[];
  /** The same for programs. */
  readonly rows: readonly unknown[];
}

const tookPlace = new Set(["held", "ongoing"]);

function atPlace(rows: readonly MetRow[], place: string | null): readonly MetRow[] {
  return place === null ? rows : rows.filter((row) => (row.place ?? "").toLowerCase().includes(place.toLowerCase()));
}

/** "Yes.", "Reported, and denied.", "No report says so …": the verdict on whether two met. */
function verdict(rows: readonly MetRow[], { a, b, place }: Extract<Question, { kind: "did-meet" }>): string {
  const modalities = [...new Set(rows.map((row) => row.modality))];
  if (modalities.some((modality) => tookPlace.has(modality))) return modalities.includes("denied") ? "Reported, and denied." : "Yes.";
  if (modalities.length > 0) return `No report says that it took place, only: ${modalities.join(", ")}.`;
  return `No report of a meeting of ${a} with ${b}${place === null ? "" : ` in ${place}`}.`;
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
      const rows = atPlace((await met(store, question.a)).rows, question.place);
      const none = `No report of a meeting of ${question.a}${question.place === null ? "" : ` in ${question.place}`}.`;
      return { lines: rows.length === 0 ? [none] : rows.map(describeRow), rows };
    }
    case "did-meet": {
      const rows = atPlace((await met(store, question.a, question.b)).rows, question.place);
      return { lines: [verdict(rows, question), ...rows.map(describeRow)], rows };
    }
    case "where-met":
    case "when-met": {
      const { rows } = await met(store, question.a, question.b);
      const read = question.kind === "where-met" ? (row: MetRow) => row.place ?? "" : (row: MetRow) => describeInterval(row.from, row.to);
      const lines = collect(rows, read);
      const none = rows.length === 0 ? `No report of a meeting of ${question.a} with ${question.b}.` : "No report says.";
      return { lines: lines.length > 0 ? lines : [none, ...rows.map(describeRow)], rows };
    }
    case "who-said": {
      const rows = await said(store, undefined, question.about);
      return {
        lines: rows.length > 0 ? rows.map(describeSaid) : [`Nobody is reported to have spoken about ${question.about}.`],
        rows,
      };
    }
    case "what-said": {
      const rows = await said(store, question.speaker, question.about ?? undefined);
      return {
        lines: rows.length > 0 ? rows.map(describeSaid) : [`Nothing of the kind is reported of ${question.speaker}.`],
        rows,
      };
    }
    case "who-is":
      return describeEntity(store, question);
    case "connected": {
      const steps = await connection(store, question.a, question.b);
      return {
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
    `  in ${counted(card.articles.length, "article")}, ${counted(card.quotes.length, "quote")}`,
    ...card.meetings.map(describeRow),
  ];
  return { lines, rows: [card] };
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
      else for (const line of lines) await print(line);
      return 0;
    });
  },
};
