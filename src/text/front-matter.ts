/** YAML front matter at the head of a Markdown file: `---`, fields, `---`. */
import { parse } from "yaml";
import type { Span } from "../domain/span.ts";
import { webAddress } from "./parse-record.ts";
import { parseDay } from "./publication-date.ts";

export interface FrontMatter extends Span {
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
}

/** Field names in order of preference; the first that holds a usable value counts. */
const fields = {
  title: ["title", "headline"],
  publishedAt: ["date", "publishedAt", "published", "pubDate", "published_at", "publishDate", "datePublished"],
  outlet: ["outlet", "publisher", "publication", "source", "site"],
  url: ["url", "canonical", "link", "source"],
} as const;

const pattern = /^---[ \t]*\r?\n(?<yaml>[\s\S]{0,20000}?\r?\n)?(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/u;

/** The front matter (up to 20,000 characters) with its place, or null when the text does not open with any. Fields that are no text say nothing. */
export function readFrontMatter(text: string): FrontMatter | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const values = parseFields(match.groups?.yaml ?? "");
  if (!values) return null;
  const first = (names: readonly string[], accept: (value: string) => string | null): string | null => {
    for (const name of names) {
      const value = values[name];
      const accepted = typeof value === "string" ? accept(value.trim()) : null;
      if (accepted !== null) return accepted;
    }
    return null;
  };
  const words = (value: string) => (value === "" ? null : value);
  return {
    start: 0,
    end: match[0].length,
    title: first(fields.title, words),
    publishedAt: first(fields.publishedAt, parseDay),
    outlet: first(fields.outlet, (value) => (webAddress(value) === null ? words(value) : null)),
    url: first(fields.url, webAddress),
  };
}

/** Null when it is no YAML mapping: then the dashes are a rule, and what follows is prose. */
function parseFields(yaml: string): Readonly<Record<string, unknown>> | null {
  try {
    // "failsafe" keeps every scalar a string: a date stays as written.
    const value: unknown = parse(yaml, { schema: "failsafe", maxAliasCount: 0 });
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
