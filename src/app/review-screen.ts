/** One question of the review as lines of text: the two sides beside each other, with names, counts, roles and sentences. */
import { basename } from "node:path";
import type { AnnotatedArticle } from "../domain/annotation.ts";
import { type ReviewPair, type ReviewSide, sentenceAround } from "../graph/judgements/review-queue.ts";
import { counted } from "./describe-answers.ts";

export interface ScreenOptions {
  readonly articles: ReadonlyMap<string, AnnotatedArticle>;
  /** Columns of the terminal; at least 40 are used. */
  readonly width: number;
  /** 0 shows two sentences of each side; each step more shows two further places, and more around each. */
  readonly context: number;
  readonly position: number;
  readonly total: number;
}

const gap = " │ ";
const samplesAtFirst = 2;
/** Characters around a mention. */
const shortPassage = 240;
export const keyHelp = "[x] same   [n] different   [u] unsure   [l] more context   [q] save and quit";

/** The lines of one question; none is longer than the width, counted in characters. */
export function renderPair(pair: ReviewPair, options: ScreenOptions): string[] {
  const width = Math.max(40, options.width);
  const column = Math.floor((width - gap.length) / 2);
  const percent = `${Math.round(100 * pair.score)} %`;
  const state = pair.verdict === "same" ? `joined by the rules (${percent} sure)` : `left open by the rules (${percent} likely one)`;
  const sides = [pair.a, pair.b].map((side) => renderSide(side, options).flatMap((line) => wrap(line, column)));
  const [left = [], right = []] = sides;
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const line = left[row] ?? "";
    return `${line}${" ".repeat(Math.max(0, column - [...line].length))}${gap}${right[row] ?? ""}`.trimEnd();
  });
  return [
    ...wrap(`${options.position} of ${options.total}: ${state}`, width),
    ...wrap(`${pair.reason} [${pair.decidedBy}]`, width),
    "─".repeat(width),
    ...rows,
    "─".repeat(width),
    ...wrap(keyHelp, width),
  ];
}

function renderSide({ name, type, forms, mentions, articles, roles, places }: ReviewSide, options: ScreenOptions): string[] {
  const count = samplesAtFirst * (1 + options.context);
  const reach = { longest: shortPassage * (1 + options.context), asPassage: options.context > 0 };
  const shown = forms.slice(0, 6).map(([form, count]) => `${form} ×${count}`);
  const samples = places.slice(0, count).flatMap((place) => {
    const article = options.articles.get(place.article);
    const outlet = article?.annotation.outlet ?? article?.annotation.title ?? basename(article?.annotation.file ?? place.article);
    return article
      ? [
          "",
          `${outlet}${article.annotation.publishedAt === null ? "" : `, ${article.annotation.publishedAt}`}:`,
          `“${sentenceAround(article.text, place, reach)}”`,
        ]
      : [];
  });
  const rest = places.length - count;
  return [
    name.toUpperCase(),
    `${type.toLowerCase()}, ${counted(mentions, "mention")} in ${counted(articles, "article")}`,
    `called ${shown.join(", ")}${forms.length > shown.length ? " …" : ""}`,
    ...(roles.length > 0 ? [`roles: ${roles.slice(0, 4).join("; ")}${roles.length > 4 ? " …" : ""}`] : ["no role is told"]),
    ...samples,
    ...(rest > 0 ? ["", `(and ${rest} more)`] : []),
  ];
}

/** Breaks text between words into lines of at most `width` characters; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  for (const word of text.split(" ").flatMap((whole) => cut([...whole], width))) {
    if (line.length > 0 && line.length + 1 + word.length > width) {
      lines.push(line.join(""));
      line = [];
    }
    line.push(...(line.length > 0 ? [" "] : []), ...word);
  }
  return [...lines, line.join("")];
}

function cut(word: readonly string[], width: number): (readonly string[])[] {
  const pieces: (readonly string[])[] = [];
  for (let start = 0; start < word.length; start += width) pieces.push(word.slice(start, start + width));
  return pieces.length > 0 ? pieces : [[]];
}
