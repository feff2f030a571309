/** What a reader takes along into a text of their own: the sentence, where it was printed, when, and the address. Pure. */
import type { Article } from "./api-client.ts";
import { dayWords } from "./words.ts";

/** The address of an article on the web; null for anything that a link may not lead to, such as a script. */
export function webAddress(url: string | null): URL | null {
  if (url === null || !URL.canParse(url)) return null;
  const address = new URL(url);
  return address.protocol === "https:" || address.protocol === "http:" ? address : null;
}

/** “They met in Oslo.” – “Talks resume”, Daily Echo, 5 Mar 2025. https://… What the article does not tell is left out. */
export function citationOf(
  sentence: string,
  { title, outlet, publishedAt, url }: Pick<Article, "title" | "outlet" | "publishedAt" | "url">,
): string {
  const words = sentence.replace(/\s+/gu, " ").trim();
  const quoted = /^["“„«]/u.test(words) ? words : `“${words}”`;
  const printed = [title === null ? null : `“${title}”`, outlet, publishedAt && dayWords(publishedAt)].filter(
    (part) => part !== null && part !== "",
  );
  const source = printed.length > 0 ? ` – ${printed.join(", ")}.` : "";
  const address = webAddress(url);
  return `${quoted}${source}${address ? ` ${address.href}` : ""}`.replaceAll("\u00a0", " ");
}
