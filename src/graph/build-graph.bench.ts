/** How long a corpus takes from annotations to a graph, a step at a time. WHOMET_BENCH_ARTICLES sets its size (default 10,000). */
import { bench, describe } from "vitest";
import { tables } from "./annotated-article.fixture.ts";
import { buildGraph } from "./build-graph.ts";
import { findCopies } from "./find-copies.ts";
import { findOriginators } from "./find-originators.ts";
import { joinMeetings } from "./join-meetings.ts";
import { layOut } from "./layout.ts";
import { linkEntities } from "./link-entities.ts";
import { collectReports } from "./meeting-report.ts";
import { inventArticles } from "./synthetic-articles.fixture.ts";
import { findTitleHolders } from "./title-holders.ts";

const count = Number(process.env.WHOMET_BENCH_ARTICLES ?? 10_000);
const articles = inventArticles(count);
const mentions = articles.reduce((sum, { annotation }) => sum + annotation.mentions.length, 0);
const copies = findCopies(articles);
const entities = linkEntities(articles, { tables });
const originators = findOriginators(articles, copies);
const { reports } = collectReports(articles, entities, findTitleHolders(articles, entities));
const { graph } = buildGraph(articles, { tables, layout: false });
const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };

describe(`${count} articles, ${mentions} mentions, ${reports.length} reports, ${graph.order} nodes`, () => {
  bench("find copies", () => void findCopies(articles), once);
  bench("link entities", () => void linkEntities(articles, { tables }), once);
  bench("join meetings", () => void joinMeetings(reports, entities.containers, originators), once);
  bench("build without layout", () => void buildGraph(articles, { tables, layout: false }), once);
  bench("lay out", () => void layOut(graph), once);
});
