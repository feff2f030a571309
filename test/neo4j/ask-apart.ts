/**
 * How long every question takes, in a process of its own, which holds no graph: `ask-apart.ts ADDRESS PARAMETERS` takes the values of
 * parameters without a default as JSON, and prints a line of JSON for each of two rounds: the 95th percentile of each question's timed
 * runs. Run it as `node --import tsx`.
 */
import type { QueryParameters } from "../../src/store/graph-store.ts";

export interface QuestionTime {
  readonly name: string;
  readonly ms: number;
}

/** The code as it is shipped: what runs the sources as they are makes hot loops slower. */
const built = "../../dist/store/";
const { openStore } = (await import(`${built}open-store.js`)) as typeof import("../../src/store/open-store.ts");
const { askQuestion, listQuestions } = (await import(`${built}questions.js`)) as typeof import("../../src/store/questions.ts");

/** Of each question in a round, behind untimed ones: a server's compiler takes some runs to see that a question is asked often. */
const timedRuns = 60;
const warmRuns = 20;

const [url = "", parameters = "{}"] = process.argv.slice(2);
const given = JSON.parse(parameters) as QueryParameters;
const store = await openStore({ url, mode: "read" });
for (let round = 1; round <= 2; round += 1) {
  const times: QuestionTime[] = [];
  for (const question of listQuestions()) {
    const missing = question.parameters.filter(({ name, default: usual }) => usual === undefined && given[name] !== undefined);
    const values = Object.fromEntries(missing.map(({ name }) => [name, given[name] ?? null]));
    const runs: number[] = [];
    for (let run = -warmRuns; run < timedRuns; run += 1) {
      const start = performance.now();
      await askQuestion(store, question, values, { timeoutMs: 120_000 });
      if (run >= 0) runs.push(performance.now() - start);
    }
    times.push({ name: question.name, ms: runs.sort((a, b) => a - b)[Math.ceil(timedRuns * 0.95) - 1] ?? 0 });
  }
  console.log(JSON.stringify(times));
}
await store.close();
