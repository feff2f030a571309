/**
 * Measures the program on its development data and shows every score beside the frozen one:
 *   tsx src/app/evaluate.ts [SECTION…] [--shared ../shared] [--freeze]
 * Ends with 1 when a score got worse. --freeze writes what was measured to data/scoreboard.json instead.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { UserError } from "../domain/errors.ts";
import { evaluations } from "../evaluate/evaluations.ts";
import { compareScores, formatScores, freezeScores, readScoreboard } from "../evaluate/scoreboard.ts";
import { exitCodeOf, reportOf } from "./report-error.ts";

async function main(): Promise<number> {
  const { values: options, positionals: wanted } = parseArgs({
    allowPositionals: true,
    options: { shared: { type: "string", default: "../shared" }, freeze: { type: "boolean", default: false } },
  });
  const known = evaluations.map(({ section }) => section);
  const unknown = wanted.find((section) => !known.includes(section));
  if (unknown !== undefined)
    throw new UserError("bad-arguments", `there is no section "${unknown}"`, `The sections are: ${known.join(", ")}.`);
  const path = fileURLToPath(new URL("../../data/scoreboard.json", import.meta.url));
  let board = readScoreboard(readFileSync(path, "utf8"), path);
  let worse = 0;
  for (const { section, about, lowerIsBetter, measure } of evaluations) {
    if (wanted.length > 0 && !wanted.includes(section)) continue;
    console.log(`${section}: ${about}`);
    const scores = await measure(options.shared);
    if (scores === null) {
      console.log(`  not measured: it needs Python, and the development data in ${options.shared}`);
      continue;
    }
    const lines = compareScores(scores, board[section] ?? {}, lowerIsBetter);
    console.log(formatScores(lines));
    worse += lines.filter(({ verdict }) => verdict === "worse").length;
    board = freezeScores(board, section, scores);
  }
  if (!options.freeze) return worse > 0 ? 1 : 0;
  writeFileSync(path, `${JSON.stringify(board, null, 2)}\n`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(reportOf(error, process.argv.includes("--debug")));
  process.exitCode = exitCodeOf(error);
}
