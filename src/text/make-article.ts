/** Source text and what is given with it → Article. What the text itself says about title, date and outlet fills the gaps. */
import { createHash } from "node:crypto";
import type { Article } from "../domain/article.ts";
import { findFurniture } from "./find-furniture.ts";
import type { GivenMetadata } from "./given-metadata.ts";

export interface ArticleSource {
  readonly text: string;
  readonly given: GivenMetadata;
  /** The file as the user named it; null for streams. */
  readonly file: string | null;
  readonly format: "plain" | "markdown" | "html";
}

/**
 * The article. Its id is the given one, else `a-` and 16 hexadecimal digits of the SHA-256 of the text and of what was given with
 * it: the same text from two outlets is two articles, the same file read twice is one.
 */
export function makeArticle(source: ArticleSource): Article {
  const { text, given, file, format } = source;
  const said = findFurniture(text, { markdown: format === "markdown", title: given.title, outlet: given.outlet });
  return {
    id: given.id ?? derivedId(text, given),
    file,
    title: given.title ?? said.title,
    publishedAt: given.publishedAt ?? said.publishedAt,
    outlet: given.outlet ?? said.outlet,
    url: given.url ?? said.url,
    text,
    extracted: format === "html",
    furniture: said.furniture,
  };
}

/** True for an id that `makeArticle` derived from the content, so that a changed text means another id. */
export function isDerivedId(id: string): boolean {
  return /^a-[0-9a-f]{16}$/u.test(id);
}

function derivedId(text: string, given: GivenMetadata): string {
  const content = JSON.stringify([text, given.title, given.publishedAt, given.outlet, given.url]);
  return `a-${createHash("sha256").update(content).digest("hex").slice(0, 16)}`;
}
