/**
 * A web page → the article's text, paragraphs separated by blank lines. Mozilla's Readability picks the article out of menus and
 * advertisements, html-to-text writes it down. Scripts never run: linkedom only parses.
 */
import { Readability } from "@mozilla/readability";
import { convert, type FormatCallback, type HtmlToTextOptions } from "html-to-text";
import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";
import { UserError } from "../domain/errors.ts";
import { type GivenMetadata, nothingGiven } from "./given-metadata.ts";
import { outletName } from "./news-outlets.ts";
import { webAddress } from "./parse-record.ts";
import { parseDay } from "./publication-date.ts";

export interface ExtractedPage {
  readonly text: string;
  readonly given: GivenMetadata;
}

const block: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 2 });
};

const textOptions: HtmlToTextOptions = {
  wordwrap: false,
  // The reader has bounded the page already; html-to-text would cut longer ones off.
  limits: { maxInputLength: Number.POSITIVE_INFINITY },
  formatters: { paragraph: block },
  selectors: [
    { selector: "a", options: { ignoreHref: true } },
    ...["img", "hr", "figure", "svg", "script", "style", "noscript", "nav", "form", "button", "iframe"].map((selector) => ({
      selector,
      format: "skip",
    })),
    ...["h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "td", "th"].map((selector) => ({
      selector,
      format: "paragraph",
    })),
  ],
};

/** The charset that a page declares in its first bytes, or null. */
export function declaredCharset(head: Uint8Array): string | null {
  const start = new TextDecoder("windows-1252").decode(head);
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(start)?.[1] ?? null;
}

/** Beyond these Readability takes minutes; real pages stay far below. */
const deepest = 400;
const mostElements = 50_000;

/** Throws UserError `empty` when the page holds no text, `too-large` when it has more elements, or more levels of them, than any article. */
export function extractHtml(html: string): ExtractedPage {
  refuseMonsters(html);
  const { document } = parseHTML(framed(html));
  const pageUrl = webAddress(
    document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? metaContent(document, "og:url") ?? "",
  );
  const titleElement = document.querySelector("title")?.textContent ?? null;
  const named = outletInTitle(titleElement ?? "", document.querySelector("h1")?.textContent ?? "");
  const timeElement = document.querySelector("article time[datetime], time[datetime]")?.getAttribute("datetime") ?? null;
  const metaDate =
    metaContent(document, "article:published_time") ?? metaContent(document, "date") ?? metaContent(document, "dc.date") ?? timeElement;
  const fallback = convert(html, { ...textOptions, baseElements: { selectors: ["article", "main", "body"] } });
  // Readability rewrites the document, so everything else is read before it runs.
  const page = new Readability(document).parse();
  const extracted = page?.content ? convert(page.content, textOptions) : "";
  const text = tidy(extracted.trim() === "" ? fallback : extracted);
  if (text === "") throw new UserError("empty", "the page holds no text");
  const publishedAt = parseDay(page?.publishedTime ?? "") ?? parseDay(metaDate ?? "");
  return {
    text,
    given: {
      ...nothingGiven,
      title: named?.title ?? blankToNull(page?.title ?? titleElement),
      publishedAt,
      outlet: blankToNull(page?.siteName ?? null) ?? named?.outlet ?? null,
      url: pageUrl,
    },
  };
}

/**
 * "Ministers speak | Gulf Courier" over the headline "Ministers speak": the headline, and the outlet where what the page's title adds behind
 * a bar or a dash looks like one; null where the title is another.
 */
function outletInTitle(pageTitle: string, headline: string): { readonly title: string; readonly outlet: string | null } | null {
  const [title, whole] = [headline, pageTitle].map((words) => words.replace(/\s+/gu, " ").trim());
  if (!title || !whole?.startsWith(title)) return null;
  const added = /^ [|–—·-] (?<added>[^|]+)$/u.exec(whole.slice(title.length))?.groups?.added;
  return added === undefined ? null : { title, outlet: outletName(added) };
}

/** The part of the DOM that is read here. */
interface Page {
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
}

/** A quick look at the elements as they open and close, before anything that takes longer with depth. */
function refuseMonsters(html: string): void {
  let depth = 0;
  let count = 0;
  let problem: string | null = null;
  const parser = new Parser({
    onopentag: () => {
      depth += 1;
      count += 1;
      if (depth > deepest) problem ??= `the page nests its elements more than ${deepest} deep`;
      if (count > mostElements) problem ??= `the page has more than ${mostElements} elements`;
    },
    onclosetag: () => {
      depth -= 1;
    },
  });
  for (let from = 0; from < html.length && !problem; from += 4096) parser.write(html.slice(from, from + 4096));
  if (problem) throw new UserError("too-large", problem, "Save the article as plain text.");
}

/** A fragment in the frame that a browser would put around it; Readability counts on a body. */
function framed(html: string): string {
  if (/<body[\s>]/iu.test(html)) return html;
  if (/<\/head\s*>/iu.test(html)) return html.replace(/<\/head\s*>/iu, "$&<body>");
  return `<!doctype html><html><body>${html}</body></html>`;
}

function metaContent(document: Page, name: string): string | null {
  return document.querySelector(`meta[property="${name}" i], meta[name="${name}" i]`)?.getAttribute("content") ?? null;
}

function blankToNull(words: string | null): string | null {
  const tidied = words?.replace(/\s+/gu, " ").trim() ?? "";
  return tidied === "" ? null : tidied;
}

/** No trailing spaces, no runs of blank lines. */
function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+\n/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}
