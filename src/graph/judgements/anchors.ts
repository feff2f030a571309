/** Which mentions a judgement is tied to, so that it finds its entity again after ids have moved. */
import type { Anchor } from "../../domain/judgement.ts";
import { compareText, foldName } from "../fold-name.ts";

/** An odd number, so that a majority can decide. */
const anchorsPerEntity = 3;

/** Of mentions by name: the fullest of an article, from up to `limit` articles (three), those with the fullest first. */
export function pickAnchors(mentions: Iterable<Anchor>, limit = anchorsPerEntity): Anchor[] {
  const best = new Map<string, Anchor>();
  for (const mention of mentions) {
    const known = best.get(mention.article);
    const gain = known ? mention.text.length - known.text.length : 1;
    if (gain > 0 || (gain === 0 && known && mention.start < known.start)) best.set(mention.article, mention);
  }
  return [...best.values()]
    .toSorted((x, y) => y.text.length - x.text.length || compareText(x.article, y.article))
    .slice(0, limit)
    .map(({ article, start, end, text }) => ({ article, start, end, text }));
}

/** Those of an entity's mentions that name it, as anchors: "he" and "the envoy" are how it is referred to, not what it is called. */
export function nameAnchors(names: readonly string[], mentions: Iterable<Anchor>): Anchor[] {
  const forms = new Set(names.map(foldName));
  return pickAnchors([...mentions].filter(({ text }) => forms.has(foldName(text))));
}
