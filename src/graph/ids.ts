/** Stable, readable keys: `person:angela-merkel`, `quote:bbc-0412:310-365`. The same articles give the same keys on every run. */
import type { Span } from "../domain/span.ts";
import { foldName } from "./fold-name.ts";

const longestSlug = 80;

/** Letters and digits of any script joined by hyphens, at most 80 code units; never empty: signs become their code points. */
export function slug(text: string): string {
  const words = foldName(text).replaceAll(" ", "-");
  if (words === "") {
    const points = [...text.trim()].slice(0, 8).map((sign) => sign.codePointAt(0)?.toString(16) ?? "");
    return `u${points.join("-")}`;
  }
  if (words.length <= longestSlug) return words;
  const cut = words.lastIndexOf("-", longestSlug);
  return words.slice(0, cut > 0 ? cut : longestSlug).replace(/[\uD800-\uDBFF]$/u, "");
}

export function quoteId(articleId: string, span: Span): string {
  return `quote:${articleId}:${span.start}-${span.end}`;
}

export function claimId(articleId: string, span: Span): string {
  return `claim:${articleId}:${span.start}-${span.end}`;
}

export function outletId(name: string): string {
  return `outlet:${slug(name)}`;
}

/** Hands out each key once: a second `person:john-smith` becomes `person:john-smith-2`. */
export class KeyRing {
  readonly #taken: Set<string>;
  /** Key → the number to try next, so that a thousandth namesake is as quick as the second. */
  readonly #next = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** The key itself, or with the smallest free number; ask in a fixed order and the answer is fixed. */
  claim(key: string): string {
    let free = key;
    let number = this.#next.get(key) ?? 2;
    for (; this.#taken.has(free); number += 1) free = `${key}-${number}`;
    this.#next.set(key, number);
    this.#taken.add(free);
    return free;
  }
}
