/** Names as the tagger may give them, marked in a text. */
import type { EntityType, NameMention } from "../../domain/mention.ts";
import { loadSegmenter } from "../../text/segment.ts";
import { articleFrom } from "../marked-names.fixture.ts";

const segment = loadSegmenter();

/** Tagged text: `[Ann Lee|P]`, or `[Ann Lee|P?]` where the tagger is in doubt. */
export function readTagged(marked: string) {
  const given: [start: number, end: number, type: EntityType, confidence: number][] = [];
  let text = "";
  for (const [whole, form, letter, doubt] of marked.matchAll(/\[([^|\]]+)\|([POL])(\??)\]|[^[]+/gu)) {
    const start = text.length;
    text += form ?? whole;
    const type = letter === "P" ? "PERSON" : letter === "O" ? "ORGANIZATION" : "PLACE";
    if (form !== undefined) given.push([start, text.length, type, doubt === "?" ? 0.5 : 0.95]);
  }
  const { tokens } = segment(articleFrom(text));
  const names = given.map(([start, end, type, confidence]): NameMention => {
    const firstToken = tokens.findIndex((token) => token.start >= start);
    const endToken = tokens.findLastIndex((token) => token.end <= end) + 1;
    return { start, end, firstToken, endToken, type, confidence, decidedBy: "test" };
  });
  return { text, tokens, names };
}
