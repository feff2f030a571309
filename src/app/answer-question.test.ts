import { describe, expect, it } from "vitest";
import type { AnswerEntity, MetRow } from "../domain/answer.ts";
import { type AnswerSource, answerLines, answerQuestion } from "./answer-question.ts";
import { parseQuestion } from "./question-grammar.ts";

const marlow: AnswerEntity = { id: "person:marlow", name: "Ines Marlow", type: "PERSON" };
const tan: AnswerEntity = { id: "person:tan", name: "Hugo Tan", type: "PERSON" };

function meeting(id: string, place: string | null, from: string | null, to: string | null): MetRow {
  const roles = { a: null, b: null };
  const facts = {
    modality: "held",
    modalities: ["held"],
    manner: "in-person",
    roles,
    mediated: false,
    place,
    from,
    to,
    independentSources: 1,
    sources: ["Echo"],
    articles: 1,
  } as const;
  return { a: marlow, b: tan, meeting: id, as: null, ...facts, evidence: [] };
}

/** A source that knows these meetings, each from either side, and nothing else. */
function knowing(rows: readonly MetRow[]): AnswerSource {
  const nothing = () => Promise.reject(new Error("not asked"));
  return {
    met: () => Promise.resolve({ asked: [marlow], rows }),
    allMeetings: () => Promise.resolve(rows.flatMap((row) => [row, { ...row, a: tan, b: marlow }])),
    ...{ said: nothing, contradictions: () => Promise.resolve([]), connection: nothing, findEntities: nothing, entityCard: nothing },
  };
}

async function ask(text: string, rows: readonly MetRow[]): Promise<readonly string[]> {
  const question = parseQuestion(text);
  if (!question) throw new Error(`"${text}" is no question`);
  return answerLines(await answerQuestion(knowing(rows), question)).map((line) => line.split("\n")[0] ?? "");
}

const rows = [
  meeting("m:1", "Oslo", "2025-03-04", "2025-03-04"),
  meeting("m:2", "Doha", null, "2025-03-20"),
  meeting("m:3", "Oslo", "2024-01-09", "2024-01-09"),
  meeting("m:4", null, null, null),
];

describe("answerQuestion", () => {
  it("lists every meeting once when nobody is asked about", async () => {
    expect(await ask("who met whom?", rows)).toHaveLength(4);
    expect(await ask("who met whom in Oslo?", rows)).toEqual([
      "Hugo Tan met Ines Marlow in Oslo on 2025-03-04.",
      "Hugo Tan met Ines Marlow in Oslo on 2024-01-09.",
    ]);
  });

  it("tells what is surely in the period from what may be, and counts what tells no day", async () => {
    expect(await ask("who did Marlow meet in March 2025?", rows)).toEqual([
      "Ines Marlow met Hugo Tan in Oslo on 2025-03-04.",
      "Perhaps then:",
      "Ines Marlow met Hugo Tan in Doha by 2025-03-20.",
      "1 more report without a day left out.",
    ]);
  });

  it("does not say yes to what may have been at another time", async () => {
    expect((await ask("did Marlow meet Tan in Oslo in March 2025?", rows))[0]).toBe("Yes.");
    expect((await ask("did Marlow meet Tan in Doha in March 2025?", rows))[0]).toBe("Perhaps.");
    const denied = rows.map((row) => ({ ...row, modalities: ["denied", "held"] as const }));
    expect((await ask("did Marlow meet Tan in Oslo in March 2025?", denied))[0]).toBe("Reported, and denied.");
    expect((await ask("did Marlow meet Tan in Oslo in 2023?", rows))[0]).toBe("No report of a meeting of Marlow with Tan in Oslo in 2023.");
  });

  it("says when it lists only the best supported", async () => {
    const many = Array.from({ length: 120 }, (_, index) => meeting(`m:${index}`, "Oslo", "2025-03-04", "2025-03-04"));
    const lines = await ask("who met whom in Oslo?", many);
    expect(lines[0]).toBe("The 100 best supported of 120; a place, a name or a period narrows them down.");
    expect(lines).toHaveLength(101);
  });

  it("tells what happened between two in the order in which it happened, the undated last", async () => {
    expect(await ask("what happened between Marlow and Tan?", rows)).toEqual([
      "Ines Marlow met Hugo Tan in Oslo on 2024-01-09.",
      "Ines Marlow met Hugo Tan in Oslo on 2025-03-04.",
      "Ines Marlow met Hugo Tan in Doha by 2025-03-20.",
      "Ines Marlow met Hugo Tan.",
    ]);
  });

  it("takes the last and the first meeting among those that took place and have a day", async () => {
    const planned: MetRow = { ...meeting("m:5", "Bern", "2025-06-01", "2025-06-01"), modality: "planned" };
    expect((await ask("when did Marlow last meet Tan?", [...rows, planned]))[0]).toBe("by 2025-03-20 (held)");
    expect((await ask("when did Marlow first meet Tan?", [...rows, planned]))[0]).toBe("on 2024-01-09 (held)");
  });

  it("names who reported first, and all that did on that day", async () => {
    const proof = (article: string, outlet: string, publishedAt: string | null) =>
      ({ article, outlet, title: null, publishedAt, start: 0, end: 4, text: "They" }) as const;
    const evidence = [proof("a:2", "Echo", "2025-03-05"), proof("a:3", "Post", "2025-03-05"), proof("a:4", "Mail", "2025-03-07")];
    const [first] = await ask("who reported first that Marlow met Tan?", [{ ...meeting("m:1", "Oslo", null, null), evidence }]);
    expect(first).toBe("Echo, Post, on 2025-03-05.");
    expect((await ask("who reported first that Marlow met Tan?", []))[0]).toBe("No report says that Marlow met Tan.");
  });

  it("says so where nothing is disputed", async () => {
    expect(await ask("which meetings are disputed?", rows)).toEqual(["The articles agree."]);
  });
});
