/** Lines above the prose that say when, by whom and for whom it was written: `Published: 5 March 2025`, `By Jane Doe`, `Source: …`. */
import { listedOutlet } from "./news-outlets.ts";
import { webAddress } from "./parse-record.ts";
import { findDates, parseDay } from "./publication-date.ts";

export interface HeaderLine {
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
}

const silent: HeaderLine = { title: null, publishedAt: null, outlet: null, url: null };

/** `date 2025-03-06 The United States broke …`: a date that an archive put before the first sentence. */
const gluedDate = /^(?:\[?\s*(?:date|published|publication date|posted)(?: on| at)?\s*[:=]?\s*)/iu;

/** Length of a dated header at the start of the line that prose follows, and its day; null when there is none. */
export function gluedHeader(line: string): { readonly length: number; readonly day: string } | null {
  const keyword = gluedDate.exec(line);
  if (!keyword) return null;
  const date = findDates(line.slice(0, keyword[0].length + 60))[0];
  if (date?.start !== keyword[0].length) return null;
  const rest = line.slice(date.end, date.end + 40);
  // `Published March 6, 2025 as a pamphlet, it …` is prose: what follows a header starts anew.
  if (!/^\s*[\])|:–—-]*\s*["“‘'(]?[\p{Lu}\d]/u.test(rest)) return null;
  return { length: date.end + (/^\s*[\])|:–—-]+/u.exec(rest)?.[0].length ?? 0), day: date.day };
}

/** What the whole line says when it is a header, else null. `atTop`: no prose has come yet, so `Title: …` can be trusted. */
export function readHeaderLine(line: string, { atTop }: { readonly atTop: boolean }): HeaderLine | null {
  if (line.length > 200) return null;
  return readDateLine(line) ?? readByline(line) ?? (atTop ? readFieldLine(line) : null);
}

const dateKeywords =
  /\b(?:date|first published|originally published|published|publication date|posted|issued|created|(?:last )?(?:updated|modified)(?: on)?|update|on|at|by)\b/giu;
const clockWords =
  /\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\.?|\b(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|PT|IST|AST|MSK|local time|Z)\b(?:\s*[+-]\d{1,2}(?::?\d{2})?)?|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/giu;
const publishedKeyword =
  /^(?:[^\p{L}\d]*)(?:date|first published|originally published|published|publication date|posted|issued|created)\b/iu;
const updatedKeyword = /\b(?:updated?|modified)\b/iu;

/** `Nairobi, ` · `Doha, Qatar – ` · `Gulf Courier | `: a town or a paper that stands before the date on a line of its own. */
const placeBeforeDate = /^(?<place>\p{Lu}[\p{L}.'’-]*(?:,? \p{Lu}[\p{L}.'’-]*){0,4})\s*[,|·/–—-]\s*$/u;

/**
 * A line of nothing but a date: with a keyword, weekday, clock time, byline, town or paper beside it at most. Null for any other
 * line.
 */
export function readDateLine(line: string): HeaderLine | null {
  if (line.length > 200) return null;
  const dates = findDates(line);
  const first = dates[0];
  if (!first) {
    return /^(?:published|posted|(?:last )?updated|last modified)\b[^.]{0,60}\b(?:ago|today|yesterday)$/iu.test(line) ? silent : null;
  }
  const leading = line.slice(0, first.start);
  const place = placeBeforeDate.exec(leading)?.groups?.place;
  let rest = place === undefined ? line : " ".repeat(leading.length) + line.slice(leading.length);
  for (const date of [...dates].reverse()) rest = `${rest.slice(0, date.start)} ${rest.slice(date.end)}`;
  const leftover = rest
    .replace(clockWords, " ")
    .replace(/\bby\s+\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+){1,3}/gu, " ")
    .replace(dateKeywords, " ")
    .replace(/[^\p{L}\d]+/gu, "");
  if (leftover !== "") return null;
  // "Updated 7 March 2025" alone does not say when the article first came out.
  const isUpdate = updatedKeyword.test(leading) && !publishedKeyword.test(leading);
  return { ...silent, publishedAt: isUpdate ? null : first.day, outlet: place === undefined ? null : listedOutlet(place) };
}

/** Words inside names that stay in lower case. */
const particles = new Set(["al", "bin", "bint", "de", "del", "der", "di", "el", "la", "le", "van", "von"]);
const bylineBreak = /\s*(?:[,|/&–—]|\s-\s|\band\b|\bin\b|\bfor\b)\s*/u;

/** `By Jane Doe and John Roe, Gulf Courier`; `By Wednesday, the talks had …` goes on in lower case and is prose. */
function readByline(line: string): HeaderLine | null {
  const rest = line.length <= 120 ? /^(?:By|BY|by):?\s+(?<rest>\S.*)$/u.exec(line)?.groups?.rest : undefined;
  if (!rest || /[.!?]$/u.test(rest.replace(/\b\p{L}{1,2}\.$/u, ""))) return null;
  const parts = rest.split(bylineBreak).filter((part) => part !== "");
  const isName = (part: string): boolean =>
    part
      .replace(/^the\s+/iu, "")
      .split(/\s+/u)
      .every((word) => /^["“‘(]?\p{Lu}/u.test(word) || particles.has(word));
  const [first = ""] = parts;
  const isPerson = /\s/u.test(first) || /^\p{Lu}{2,}$/u.test(first);
  return isPerson && parts.every(isName) ? silent : null;
}

const field =
  /^(?<name>title|headline|author|authors|byline|written by|source|outlet|publisher|publication|newspaper|section|category|tags|keywords|url|link|location|slug|language|copyright)\s*[:=]\s*(?<value>\S.*)$/iu;

/** `Source: Gulf Courier` among the first lines. */
function readFieldLine(line: string): HeaderLine | null {
  const { name = "", value = "" } = field.exec(line)?.groups ?? {};
  if (name === "") return null;
  const address = webAddress(value);
  switch (name.toLowerCase()) {
    case "title":
    case "headline":
      return { ...silent, title: value };
    case "source":
    case "outlet":
    case "publisher":
    case "publication":
    case "newspaper":
      return address ? { ...silent, url: address } : { ...silent, outlet: listedOutlet(value) ?? value, publishedAt: parseDay(value) };
    case "url":
    case "link":
      return { ...silent, url: address };
    default:
      return silent;
  }
}
