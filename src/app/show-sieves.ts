/**
 * Prints, as Markdown, how often each sieve chose the speaker of a marked quote and how often it was right, on the articles that are
 * not kept back and on those that are, and how often quotes of each confidence are right: the tables of docs/quotes.md.
 *   tsx src/app/show-sieves.ts [../shared]
 */
import { UserError } from "../domain/errors.ts";
import { measureQuotes, sieveTable } from "../evaluate/measure-quotes.ts";
import { exitCodeOf, reportOf } from "./report-error.ts";

async function main(shared: string): Promise<void> {
  const measures = await measureQuotes(shared);
  if (measures === null)
    throw new UserError("no-such-file", `there are no hand-marked quotes in ${shared}`, "Name the folder that holds them.");
  const keptBack = new Map(sieveTable(measures.marked.keptBack.counted).map((row) => [row.sieve, row]));
  console.log("| sieve | decides | right | kept back: decides | right |\n| --- | ---: | ---: | ---: | ---: |");
  for (const { sieve, decided, right } of sieveTable(measures.marked.all.counted)) {
    const back = keptBack.get(sieve) ?? { decided: 0, right: 0 };
    const cells = [
      decided - back.decided,
      percent(right - back.right, decided - back.decided),
      back.decided,
      percent(back.right, back.decided),
    ];
    console.log(`| \`${sieve}\` | ${cells.join(" | ")} |`);
  }
  const rows = new Map(measures.calibration.keptBack.map((row) => [row.from, row]));
  console.log(
    "\n| confidence | quotes | mean | right | kept back: quotes | mean | right |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
  );
  for (const row of measures.calibration.all) {
    const back = rows.get(row.from);
    const cells = [row, back].flatMap((part) =>
      part ? [part.quotes, percent(part.said * part.quotes, part.quotes), percent(part.right * part.quotes, part.quotes)] : [0, "–", "–"],
    );
    console.log(`| ${row.from.toFixed(1)} to ${(row.from + 0.1).toFixed(1)} | ${cells.join(" | ")} |`);
  }
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.round((100 * part) / whole)} %`;
}

try {
  await main(process.argv[2] ?? "../shared");
} catch (error) {
  console.error(reportOf(error, false));
  process.exitCode = exitCodeOf(error);
}
