/** Copies of articles as headlines and shouted lines are written, so that the tagger learns not to lean on capitals alone. */
import type { GoldArticle } from "../evaluate/read-conll.ts";

/** Of so many articles, one is also taught shouted and another with every word capitalised. */
const period = 25;

/** The copies to teach beside the articles themselves; characters stay where they are, so spans stay right. */
export function caseCopies(golds: readonly GoldArticle[]): GoldArticle[] {
  const copies: GoldArticle[] = [];
  golds.forEach((gold, index) => {
    if (index % period === 7) copies.push(...copied(gold, "shouted", gold.text.toUpperCase()));
    if (index % period === 19)
      copies.push(
        ...copied(
          gold,
          "titled",
          gold.text.replace(/(?<![\p{L}\d'’.@/])\p{Ll}/gu, (letter) => letter.toUpperCase()),
        ),
      );
  });
  return copies;
}

function copied(gold: GoldArticle, manner: string, text: string): GoldArticle[] {
  // "ß" becomes "SS": a text that changes its length is left out.
  return text.length === gold.text.length ? [{ ...gold, id: `${gold.id} ${manner}`, text }] : [];
}
