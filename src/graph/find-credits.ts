/** Credits to news agencies and outlets in running text: "told Reuters and Axios", "(AP) —", "first reported by the Daily Echo". */
import { listedOutlet, outletName } from "../text/news-outlets.ts";
import { compareText } from "./fold-name.ts";
import { foldOutlet } from "./name-tables.ts";

/** Folded names of the outlets that published the articles → as they are called in answers. */
export type OutletNames = ReadonlyMap<string, string>;

const nameWord = "[\\p{L}\\p{N}][\\p{L}\\p{N}.&'’/-]*";
/** The credited follow. */
const before = new RegExp(
  "\\b(?:told|tells|confirmed to|said to|spoke to|speaking to|(?:interview|reporting) with|according to|(?:first )?reported by|citing|quoting|" +
    "(?:quoted|cited|published|broadcast|aired) by|reporting (?:by|from)|(?:reports?|investigation|article|story) (?:by|in|from)|as per|source:|sources:|credit:)" +
    "\\s+(?:the\\s+)?",
  "giu",
);
/** The credited stand before: "Axios was first to report", "the Echo, citing two officials, said". */
const after =
  /(?:,?\s+(?:citing|quoting)|\s(?:(?:was|were)\s+(?:the\s+)?first\s+to\s+report|(?:first\s+|has\s+|had\s+|also\s+)?(?:reported|reports|revealed|said|says|wrote|writes)|(?:has|had)\s+learned))\b/giu;
/** What may stand before a name: "the French news agency AFP". */
const descriptor =
  /^(?:[\p{L}-]+\s+){0,3}?(?:agency|newspaper|paper|daily|weekly|broadcaster|station|magazine|tabloid|outlet|(?:news\s+)?(?:site|website|channel|network|service))\s+(?=[\p{Lu}\p{N}])/u;
/** Words with capitals that are no part of a name: "On Monday Reuters said". */
const calendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|The)$/u;
const lastWords = new RegExp(`(?:${nameWord}\\s+){0,4}${nameWord}$`, "u");
/** "… on Friday. The Echo reported": not the outlet "Friday. The Echo". */
const sentenceEnd = /\n\s*\n|(?<=[\p{Ll}\p{N}]{2}[.!?]["”’)]*)\s+/u;
/** "DOHA, March 5 (Reuters) -", "Reuters –" at the head of a line. */
const bracketed = /\(([^()\n]{2,40})\)\s*[-–—:]/gu;
const leading = new RegExp(
  `(?:^|\\n)[^\\S\\n]*(?:date\\s+[\\d-]+\\s+)?((?:${nameWord}[^\\S\\n]+){0,4}?${nameWord})[^\\S\\n]+[-–—]\\s`,
  "gu",
);
const closing = /[(\n]\s*(?:[^()\n]*;\s*)?([^()\n;]{2,40})\s*\)\s*$/u;
/** No outlet has a longer name. */
const longestName = 80;
/** A dateline stands within this many characters from the start. */
const headLength = 400;

/** The outlets that published some articles, under the names that the lists give them. */
export function collectOutletNames(published: Iterable<string>): OutletNames {
  const names = new Map<string, string>();
  for (const name of published) names.set(foldOutlet(name), listedOutlet(name) ?? name);
  return names;
}

/** Outlets that a stretch of text credits, sorted. */
export function findCredits(text: string, outlets: OutletNames): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(before)) for (const name of outletsAt(text, match.index + match[0].length, outlets)) found.add(name);
  for (const match of text.matchAll(after)) {
    const clause =
      text
        .slice(Math.max(0, match.index - longestName), match.index)
        .split(sentenceEnd)
        .at(-1) ?? "";
    const words = lastWords.exec(clause)?.[0].split(/\s+/u) ?? [];
    for (let first = 0; first < words.length; first += 1) {
      const name = nameOutlet(words.slice(first), outlets);
      if (name === null || isSurname(words, first)) continue;
      found.add(name);
      break;
    }
  }
  return [...found].toSorted(compareText);
}

/** "Michael Bloomberg said": the last word of a longer name is no outlet. */
function isSurname(words: readonly string[], first: number): boolean {
  const previous = words[first - 1] ?? "";
  return first === words.length - 1 && /^\p{Lu}/u.test(previous) && !/,$/u.test(previous) && !calendar.test(previous);
}

/** The agency in the dateline or in the closing credit of an article, or null. */
export function findByline(text: string, outlets: OutletNames): string | null {
  const head = text.slice(0, headLength);
  const candidates = [...head.matchAll(bracketed), ...head.matchAll(leading)].map((match) => match[1] ?? "");
  const last = closing.exec(text.trimEnd().slice(-200))?.[1];
  for (const candidate of last === undefined ? candidates : [...candidates, last]) {
    const known = listedOutlet(candidate) ?? outlets.get(foldOutlet(candidate));
    if (known !== undefined) return known;
  }
  return null;
}

/** "Reuters and Axios" from a position on. */
function outletsAt(text: string, position: number, outlets: OutletNames): string[] {
  const names: string[] = [];
  let rest = text.slice(position, position + 200).replace(descriptor, "");
  for (;;) {
    const words = rest.match(new RegExp(`^${nameWord}(?:\\s+${nameWord}){0,5}`, "u"))?.[0].split(/\s+/u) ?? [];
    let taken = 0;
    for (let length = words.length; length > 0 && taken === 0; length -= 1) {
      const name = nameOutlet(words.slice(0, length), outlets);
      if (name === null) continue;
      names.push(name);
      taken = length;
    }
    if (taken === 0) return names;
    const used = new RegExp(`^(?:\\S+\\s+){${taken - 1}}[^\\s,;:]+`, "u").exec(rest)?.[0].length ?? rest.length;
    const joint = /^\s*(?:,\s*and|,|and|&)\s+(?:the\s+)?/u.exec(rest.slice(used));
    if (!joint) return names;
    rest = rest.slice(used + joint[0].length).replace(descriptor, "");
  }
}

/** The outlet these words name: listed, one of those that published the articles, or capitalised like a paper's name; else null. */
function nameOutlet(words: readonly string[], outlets: OutletNames): string | null {
  const trimmed = words.map((word, index) => (index === words.length - 1 ? word.replace(/(?:['’]s|[.,'’])+$/u, "") : word));
  if (!/^(?:\p{Lu}|\p{N}|dpa$)/u.test(trimmed[0] ?? "")) return null;
  const written = trimmed.join(" ");
  return outlets.get(foldOutlet(written)) ?? listedOutlet(written) ?? outletName(written)?.replace(/^The\s+/u, "") ?? null;
}
