/** One question of the review as lines of text: the two sides beside each other, with names, counts, roles and sentences. */
import { basename } from "node:path";
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { PairVerdict } from "../domain/judgement.ts";
import { type ReviewPair, type ReviewSide, sentenceAround } from "../graph/judgements/review-queue.ts";
import { counted } from "./describe-answers.ts";

export interface ScreenOptions {
  readonly articles: ReadonlyMap<string, AnnotatedArticle>;
  /** Columns of the terminal; at least 20 are used. In fewer than 60 the sides stand below each other. */
  readonly width: number;
  /** 0 shows two sentences of each side; each step more shows two further places, and more around each. */
  readonly context: number;
  readonly position: number;
  readonly total: number;
  /** What was answered before, where the user came back to the question. */
  readonly answer: PairVerdict | null;
}

/** A question as lines: what is asked, the two sides, and the keys. None is longer than the width, counted in characters. */
export interface RenderedPair {
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly foot: readonly string[];
}

const gap = " │ ";
const leastWidth = 20;
const sideBySideFrom = 60;
const samplesAtFirst = 2;
/** Characters around a mention. */
const shortPassage = 240;
export const keyHelp = "[x] same   [n] different   [u] unsure   [l] more context   [b] back   [q] save and quit";

/** The lines of one question. */
export function renderPair(pair: ReviewPair, options: ScreenOptions): RenderedPair {
  const width = Math.max(leastWidth, options.width);
  const percent = `${Math.round(100 * pair.score)} %`;
  const state = pair.verdict === "same" ? `joined by the rules (${percent} sure)` : `left open by the rules (${percent} likely one)`;
  const line = "─".repeat(width);
  return {
    head: [
      ...wrap(`${options.position} of ${options.total}: ${state}`, width),
      ...wrap(`${pair.reason} [${pair.decidedBy}]`, width),
      ...(options.answer ? wrap(`you answered: ${options.answer}`, width) : []),
      line,
    ],
    body: width < sideBySideFrom ? stacked(pair, options, width) : sideBySide(pair, options, width),
    foot: [line, ...wrap(keyHelp, width)],
  };
}

function sideBySide(pair: ReviewPair, options: ScreenOptions, width: number): string[] {
  const column = Math.floor((width - gap.length) / 2);
  const sides = [pair.a, pair.b].map((side) => renderSide(side, options).flatMap((line) => wrap(line, column)));
  const [left = [], right = []] = sides;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const line = left[row] ?? "";
    return `${line}${" ".repeat(Math.max(0, column - [...line].length))}${gap}${right[row] ?? ""}`.trimEnd();
  });
}

function stacked(pair: ReviewPair, options: ScreenOptions, width: number): string[] {
  const [left = [], right = []] = [pair.a, pair.b].map((side) => renderSide(side, options).flatMap((line) => wrap(line, width)));
  return [...left, "·".repeat(width), ...right];
}

export interface FittedScreen {
  readonly lines: readonly string[];
  /** How many lines of the sides stand above those shown; no more than there are to pass over. */
  readonly scroll: number;
  /** How many lines of the sides are shown at a time. */
  readonly page: number;
}

/** As much of a question as the window holds: what is asked and the keys always, and of the sides the lines from `scroll` on. */
export function fitScreen({ head, body, foot }: RenderedPair, height: number, scroll: number): FittedScreen {
  // the line after the last is where the cursor waits
  const room = Math.max(1, height - head.length - foot.length - 1);
  if (body.length <= room) return { lines: [...head, ...body, ...foot], scroll: 0, page: room };
  const page = Math.max(1, room - 1);
  const first = Math.max(0, Math.min(scroll, body.length - page));
  const shown = body.slice(first, first + page);
  const note = `(lines ${first + 1}–${first + shown.length} of ${body.length}; ↑ ↓ space)`;
  const width = [...(foot[0] ?? "")].length;
  return { lines: [...head, ...shown, [...note].slice(0, width).join(""), ...foot], scroll: first, page };
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
