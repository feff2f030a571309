/**
 * Who is who over 100,000 mentions in 10,000 made-up articles: `node dist/app/bench-linking.js [ARTICLES]`. Prints seconds of
 * processor time (the best of three), the peak of resident memory, how many pairs were decided, and how right the result is.
 */
import type { EntityType } from "../domain/mention.ts";
import { inventNews } from "../evaluate/invent-news.ts";
import { scoreLinking } from "../evaluate/score-linking.ts";
import { type JudgedEntities, linkEntities } from "../graph/link-entities.ts";
import { loadNameTables } from "../graph/name-tables.ts";

const runs = 3;
const count = Number(process.argv[2] ?? 10_000);
const tables = loadNameTables();
const { articles, truth } = inventNews(count);
const mentions = articles.reduce((sum, { annotation }) => sum + annotation.mentions.length, 0);
const references = articles.reduce((sum, { annotation }) => sum + annotation.entities.length, 0);

let linked: JudgedEntities | null = null;
let seconds = Number.POSITIVE_INFINITY;
for (let run = 0; run < runs; run += 1) {
  linked = null;
  const started = process.cpuUsage();
  linked = linkEntities(articles, { tables });
  const { user, system } = process.cpuUsage(started);
  seconds = Math.min(seconds, (user + system) / 1_000_000);
}
if (linked === null) throw new Error("nothing was linked");
const { entities, judgements, find } = linked;

console.log(`${mentions} mentions of ${references} entities in ${articles.length} articles → ${entities.length} entities`);
console.log(`${seconds.toFixed(1)} s of processor time, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`);
const verdicts = new Map<string, number>();
for (const { verdict } of judgements) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
console.log(`pairs decided: ${[...verdicts].map(([verdict, pairs]) => `${pairs} ${verdict}`).join(", ")}`);

function score(type: EntityType | null): void {
  const things = articles.flatMap(({ annotation }, articleIndex) =>
    annotation.entities.flatMap((entity): [string, string][] =>
      type === null || entity.type === type
        ? [[truth.get(`${annotation.id}|${entity.id}`) ?? "", find(articleIndex, entity.id)?.id ?? ""]]
        : [],
    ),
  );
  const shares = scoreLinking(things);
  const percent = (share: number): string => (100 * share).toFixed(2).padStart(6);
  console.log(
    `${(type ?? "all").toLowerCase().padEnd(12)} pairs P ${percent(shares.pairPrecision)} R ${percent(shares.pairRecall)}   B³ P ${percent(shares.bCubedPrecision)} R ${percent(shares.bCubedRecall)} F1 ${percent(shares.bCubedF1)}`,
  );
}
for (const type of ["PERSON", "ORGANIZATION", "PLACE", null] as const) score(type);
