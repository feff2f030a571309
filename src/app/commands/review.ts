/** `whomet review`: a person decides where the rules could not, or should not alone. */
import { userInfo } from "node:os";
import type { AnnotatedArticle } from "../../domain/annotation.ts";
import { UserError } from "../../domain/errors.ts";
import type { PairVerdict } from "../../domain/judgement.ts";
import { collectReviews, judgeReview, type ReviewPair, type ReviewSide, sentenceAround } from "../../graph/judgements/review-queue.ts";
import { linkEntities } from "../../graph/link-entities.ts";
import type { NameTables } from "../../graph/name-tables.ts";
import { aliasesHelp, aliasesOption, loadGivenTables } from "../alias-file.ts";
import { type Command, type ExitCode, flag, textOption } from "../command.ts";
import { counted } from "../describe-answers.ts";
import {
  appendJudgements,
  givenJudgementsPath,
  type JudgementsFile,
  judgementsHelp,
  judgementsOption,
  readJudgements,
  reportJudgements,
} from "../judgements-file.ts";
import { fromStored } from "../merge-articles.ts";
import { say, writeLine } from "../output.ts";
import { rebuildStore } from "../record-judgement.ts";
import { runReview } from "../review-session.ts";
import { openReviewTerminal } from "../review-terminal.ts";
import { storeHelp, storeOptions, withStore } from "../store-options.ts";

/** How many sentences of each side the JSON carries. */
const samplesInJson = 3;

function parseShare(text: string): number {
  const share = Number(text);
  if (text.trim() === "" || !(share > 0 && share <= 1)) {
    throw new UserError("bad-arguments", `--auto needs a number above 0 and up to 1, not "${text}"`, "For example: --auto 0.95");
  }
  return share;
}

/** Who judges unless --by says so: the user of this machine, where it has a name. */
function userName(): string | null {
  try {
    return userInfo().username;
  } catch {
    return null;
  }
}

type ArticlesById = ReadonlyMap<string, AnnotatedArticle>;

function sideForJson({ places, forms, ...side }: ReviewSide, articles: ArticlesById): object {
  const samples = places.slice(0, samplesInJson).map(({ article, start, end, text }) => {
    const found = articles.get(article);
    return {
      article,
      outlet: found?.annotation.outlet ?? null,
      start,
      end,
      text,
      sentence: sentenceAround(found?.text ?? "", { start, end }),
    };
  });
  return { ...side, forms: Object.fromEntries(forms), samples };
}

function pairForJson({ a, b, ...pair }: ReviewPair, articles: ArticlesById): object {
  return { a: sideForJson(a, articles), b: sideForJson(b, articles), ...pair };
}

export const review: Command = {
  name: "review",
  summary: "judge who is who where the rules are unsure",
  help: `Usage: whomet review [--store URL] [--judgements FILE] [--auto SHARE] [--json]

Shows pairs of people, organisations or places that may be one, side by side, the most
useful question first: x same, n different, u unsure, l more context, b back to the
last question, q save and quit; ↑ ↓ and space move what a small window cannot hold.
Every answer is added to the judgements file at once (a second answer to one question
takes the place of the first); at the end the graph is built anew under it. Pairs that
somebody judged already are not asked again.

${storeHelp}
${judgementsHelp}
${aliasesHelp}
  --auto SHARE      without asking, judge the pairs that are at least this likely the
                    same (0.95) to be the same
  --by NAME         who judges (default: your user name)
  --json            list the questions as JSON and change nothing`,
  options: {
    ...storeOptions,
    ...judgementsOption,
    ...aliasesOption,
    auto: { type: "string" },
    by: { type: "string" },
    json: { type: "boolean" },
  },
  run: async ({ positionals, options }) => {
    if (positionals.length > 0) {
      throw new UserError("bad-arguments", `review takes no "${positionals[0]}"`, "Name a store with --store.");
    }
    const auto = textOption(options, "auto");
    const share = auto === undefined ? null : parseShare(auto);
    const asJson = flag(options, "json");
    if (asJson && share !== null) throw new UserError("bad-arguments", "--json changes nothing, so it does not go with --auto");
    if (!asJson && share === null && !(process.stdin.isTTY && process.stdout.isTTY)) {
      throw new UserError(
        "bad-arguments",
        "review asks its questions in a terminal, and this is none",
        "Use --json to list them, or --auto 0.95.",
      );
    }
    const path = givenJudgementsPath(options);
    const before = await readJudgements(path, { mustExist: false });
    for (const { line, reason } of before.problems) say(`${before.path}:${line}: ${reason}`);
    const stored = await withStore(options, "read", (store) => store.storedArticles());
    const { articles } = fromStored(stored);
    const byId: ArticlesById = new Map(articles.map((article) => [article.annotation.id, article]));
    const { tables } = await loadGivenTables(options);
    const linked = linkEntities(articles, { tables, takenIds: byId.keys(), judgements: before.judgements });
    const pairs = collectReviews(articles, linked);
    if (asJson) {
      await writeLine(
        JSON.stringify(
          pairs.map((pair) => pairForJson(pair, byId)),
          null,
          2,
        ),
      );
      return 0;
    }
    const keep = async (pair: ReviewPair, verdict: PairVerdict, why: string | null): Promise<void> => {
      const by = textOption(options, "by") ?? userName();
      await appendJudgements(path.path, [judgeReview(pair, verdict, { by, at: new Date().toISOString(), why })]);
    };

    let kept = 0;
    if (share !== null) {
      for (const pair of pairs.filter(({ score }) => score >= share)) {
        await keep(pair, "same", `${pair.reason}; accepted at ${share}`);
        kept += 1;
      }
      say(`${counted(kept, "pair")} accepted, ${pairs.length - kept} left to judge`);
    } else if (pairs.length === 0) {
      say("there is nothing to judge");
    } else {
      kept = await askAll(pairs, byId, keep);
    }
    return kept === 0 ? 0 : await applyNow(options, await readJudgements(path), tables);
  },
};

/** Asks until the user has had enough; returns how many answers were kept. */
async function askAll(
  pairs: readonly ReviewPair[],
  articles: ArticlesById,
  keep: (pair: ReviewPair, verdict: PairVerdict, why: string | null) => Promise<void>,
): Promise<number> {
  const terminal = openReviewTerminal();
  try {
    const { answered, left } = await runReview({ pairs, articles, keep: (pair, verdict) => keep(pair, verdict, null) }, terminal);
    const { same, different, unsure } = answered;
    terminal.close();
    say(`${same} same, ${different} different, ${unsure} unsure; ${left} left`);
    return same + different + unsure;
  } finally {
    terminal.close();
  }
}

/** Builds the graph anew under all judgements. */
async function applyNow(options: Parameters<typeof withStore>[0], file: JudgementsFile, tables: NameTables): Promise<ExitCode> {
  return withStore<ExitCode>(options, "write", async (store) => {
    const { built, report } = await rebuildStore(store, file, tables);
    const judged = reportJudgements(file, built.judged);
    const { created, updated, deleted } = report;
    say(
      `the graph now has ${built.entities} people, organisations and places: ${created.nodes} created, ${updated.nodes} updated, ${deleted.nodes} deleted`,
    );
    return judged.hasMistakes ? 1 : 0;
  });
}
