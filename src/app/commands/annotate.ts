/** `whomet annotate`: articles → JSON Lines. */
import { UserError } from "../../domain/errors.ts";
import { readArticles } from "../../text/read-articles.ts";
import { annotateArticles, asConllu, ourPipeline, parseJobs, withSyntax } from "../annotate-articles.ts";
import { type Command, textOption } from "../command.ts";
import { say, startProgress, writeLine } from "../output.ts";
import { describeFailure } from "../report-error.ts";

export const annotate: Command = {
  name: "annotate",
  summary: "articles → names, quotes and meetings, a JSON line each",
  help: `Usage: whomet annotate PATH… [--jobs N] [--with syntax [--format conllu]]

Reads files, folders (recursively) or - for standard input: .txt, .md, .html, .jsonl
(records {"id"?, "text", "title"?, "publishedAt"?, "outlet"?, "url"?}). Writes one JSON
line per article, in input order: mentions, entities, quotes, meetings and what was
skipped, each with the characters it came from (UTF-16, half-open).

  --jobs N        worker threads (default: one a core)
  --with syntax   add "tokens": tag, head and relation (Universal Dependencies)
  --format conllu with --with syntax: write the trees alone, as CoNLL-U with lemmas
                  and features, instead of JSON

A folder is read by name; hidden files and files of other kinds are counted and left out.
UTF-8, UTF-16 and Windows-1252 are told apart. An article has at most 20 MB; .jsonl files
of any size stream. An article that comes twice is written twice, with a warning; an id
that comes again with another text is refused.

Exit code 1 when some input could not be read; each is named on standard error.`,
  options: { jobs: { type: "string" }, with: { type: "string" }, format: { type: "string" }, json: { type: "boolean" } },
  run: async ({ positionals, options }) => {
    if (positionals.length === 0) {
      throw new UserError(
        "bad-arguments",
        "annotate needs a file, a folder, or - for standard input",
        "For example: whomet annotate news/",
      );
    }
    const layer = textOption(options, "with");
    if (layer !== undefined && layer !== "syntax") {
      throw new UserError("bad-arguments", `annotate has no layer "${layer}"`, "--with takes syntax.");
    }
    const format = textOption(options, "format") ?? "json";
    if (format !== "json" && format !== "conllu") {
      throw new UserError("bad-arguments", `annotate has no format "${format}"`, "--format takes json or conllu.");
    }
    if (format === "conllu" && (layer !== "syntax" || options.json === true)) {
      throw new UserError(
        "bad-arguments",
        "CoNLL-U holds trees and nothing else",
        "For example: whomet annotate news/ --with syntax --format conllu",
      );
    }
    const jobs = parseJobs(textOption(options, "jobs"));
    const progress = startProgress();
    let failed = 0;
    let done = 0;
    const articles = readArticles(positionals, { warn: say });
    const outcomes =
      format === "conllu"
        ? annotateArticles(articles, { jobs, source: asConllu })
        : annotateArticles(articles, { jobs, source: layer ? withSyntax : ourPipeline });
    for await (const outcome of outcomes) {
      if (outcome.ok) {
        done += 1;
        progress.update(`${done} articles annotated`);
        const { annotation } = outcome.value;
        // CoNLL-U brings its own line ends; an article without sentences writes nothing.
        if (typeof annotation !== "string") await writeLine(JSON.stringify(annotation));
        else if (annotation !== "") await writeLine(annotation.slice(0, -1));
      } else {
        failed += 1;
        progress.clear();
        say(describeFailure(outcome));
      }
    }
    progress.clear();
    return failed > 0 ? 1 : 0;
  },
};
