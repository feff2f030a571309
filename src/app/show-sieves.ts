/**
 * Prints, as Markdown, the tables of docs/quotes.md: how often each sieve is right, and how often quotes of each confidence are.
 *   make sieves, or tsx src/app/show-sieves.ts [../shared]
 */
import { UserError } from "../domain/errors.ts";
import { measureQuotes } from "../evaluate/measure-quotes.ts";
import { sieveReport } from "../evaluate/sieve-report.ts";
import { exitCodeOf, reportOf } from "./report-error.ts";

async function main(shared: string): Promise<void> {
  const measures = await measureQuotes(shared);
  if (measures === null)
    throw new UserError("no-such-file", `there are no hand-marked quotes in ${shared}`, "Name the folder that holds them.");
  console.log(sieveReport(measures));
}

try {
  await main(process.argv[2] ?? "../shared");
} catch (error) {
  console.error(reportOf(error, false));
  process.exitCode = exitCodeOf(error);
}
