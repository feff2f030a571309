/** Datelines: the place, date and credit that open the prose, "DOHA, March 5 (Reuters) -". */
import { foldCase } from "./fold-case.ts";
import { readList } from "./lexicon.ts";
import { listedOutlet, loadNewsOutlets, outletName } from "./news-outlets.ts";
import { datelineDate, parseDay } from "./publication-date.ts";

export interface Dateline {
  /** From the start of the line through its dash. */
  readonly length: number;
  /** The agency or paper in it, or null. */
  readonly credit: string | null;
  /** ISO day, when it has a year. */
  readonly day: string | null;
}

const dash = "(?:-{1,2}|[–—])";
const shouted = "\\p{Lu}[\\p{Lu}.'’-]+(?:[ /]\\p{Lu}[\\p{Lu}.'’-]*){0,4}";
const written = "\\p{Lu}[\\p{L}.'’-]+(?:[ /](?:\\p{Lu}[\\p{L}.'’-]*|de|al|of)){0,3}";
const regions = `(?:,\\s+${written}){0,2}`;
const date = `(?:${datelineDate})`;
const parenthesis = "\\((?<credit>[^()]{2,50})\\)";
/** What follows the dash must start anew, so that "Hamas – the group – said" stays prose. */
const anew = "(?=\\s*[\"'“‘]?[\\p{Lu}\\d])";
/** Longest dateline, in characters. */
const longest = 160;

/** Each with an example. */
function buildForms(listed: string): RegExp[] {
  return [
    // DOHA, Qatar, March 5, 2025 (Reuters) -   ·   Doha (Gulf Courier) —   ·   LONDON/PARIS (AFP) –
    `${written}${regions}(?:,?\\s+${date})?\\s*${parenthesis}\\s*${dash}`,
    // 5 March 2025 (Reuters) -
    `${date}\\s*${parenthesis}\\s*${dash}`,
    // (Reuters) -
    `${parenthesis}\\s*${dash}`,
    // DOHA, Qatar, March 5 —   ·   Doha, 5 March 2025 –
    `${written}${regions},?\\s+${date}\\s*${dash}`,
    // Doha, Qatar CNN —   ·   Reuters –
    `(?:${written}${regions},?\\s+)?(?<credit>${listed})\\s+${dash}`,
    // WASHINGTON —   ·   TEL AVIV, Israel –
    `${shouted}${regions}\\s+${dash}`,
  ].map((form) => new RegExp(`^(?:${form})${anew}`, "u"));
}

/** Gulf Courier – */
const ownName = new RegExp(`^(?<name>[^–—]{2,60}?)\\s+${dash}${anew}`, "u");

/** NEW DELHI:   ·   KARACHI, May 2: — where a transcript would have who speaks, so the town must be a known one. */
const colonForm = new RegExp(`^(?<town>${shouted})(?:,?\\s+${date})?:${anew}`, "u");

let forms: readonly RegExp[] | null = null;
let cities: ReadonlySet<string> | null = null;

function isCity(town: string): boolean {
  cities ??= new Set(readList("cities.txt").map(foldCase));
  return town.split("/").every((name) => cities?.has(foldCase(name)) === true);
}

/**
 * The dateline that opens the line, or null. `outlet` is the paper's own name where it is known, which some papers put in the
 * place of the town.
 */
export function findDateline(line: string, outlet: string | null = null): Dateline | null {
  const start = line.slice(0, longest);
  forms ??= buildForms(loadNewsOutlets().pattern);
  for (const form of forms) {
    const match = form.exec(start);
    // A hyphen inside a word is no dash: "Reuters-Ipsos", "U.S.-led".
    if (!match || (/[^\s)]-$/u.test(match[0]) && !/^\s/u.test(line.slice(match[0].length)))) continue;
    const credit = match.groups?.credit ?? null;
    if (credit !== null && !isCredit(credit)) continue;
    return { length: match[0].length, credit: credit === null ? null : (listedOutlet(credit) ?? credit), day: parseDay(match[0]) };
  }
  const town = colonForm.exec(start);
  if (town && isCity(town.groups?.town ?? "")) return { length: town[0].length, credit: null, day: parseDay(town[0]) };
  const own = ownName.exec(start);
  const name = own?.groups?.name ?? "";
  if (own && (name === outlet || outletName(name) !== null)) return { length: own[0].length, credit: outletName(name) ?? name, day: null };
  return null;
}

/** "(Reuters)", "(Gulf Courier)"; not "(in 2023)". */
function isCredit(words: string): boolean {
  return listedOutlet(words) !== null || /^(?:The\s+)?\p{Lu}[\p{L}\d.'’&/-]*(?:\s+(?:of|and|the|&|\p{Lu}[\p{L}\d.'’&/-]*))*$/u.test(words);
}
