/** The turns of an interview or a transcript: paragraphs that open with who speaks ("Ann Lee: We waited."), and those that go on. */
import type { Document } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";

/** What somebody says in one go; the words after the colon. */
export interface Turn extends TokenRange {
  /** Index of the mention that says who speaks, or -1 where no name does ("Q:"). */
  readonly mentionIndex: number;
  /** The words before the colon, lower-case. */
  readonly label: string;
}

/** The longest label, in tokens. */
const maxLabel = 7;
/** So many labelled paragraphs make a transcript; an article may hold one or two lines of another kind ("Note: …"). */
const minTurns = 4;

/** The turns in the order of the text; empty for an article that is no transcript. */
export function findTurns({ paragraphs, tokens, mentions }: Document<"paragraphs" | "tokens" | "mentions">): Turn[] {
  const byEnd = new Map<number, number>();
  mentions.forEach((mention, index) => {
    if (mention.form === "name") byEnd.set(mention.endToken, index);
  });
  const turns: Turn[] = [];
  let labelled = 0;
  for (const { firstToken, endToken, kind } of paragraphs) {
    if (kind === "header" || kind === "dateline" || kind === "credit") continue;
    const colon = labelEnd(tokens, firstToken, endToken);
    if (colon > firstToken) {
      const label = tokens
        .slice(firstToken, colon)
        .map(({ lower }) => lower)
        .join(" ");
      turns.push({ firstToken: colon + 1, endToken, mentionIndex: byEnd.get(colon) ?? -1, label });
      labelled += 1;
    } else if (turns.length > 0 && kind === "prose") {
      const { mentionIndex, label } = turns[turns.length - 1] ?? { mentionIndex: -1, label: "" };
      turns.push({ firstToken, endToken, mentionIndex, label });
    }
  }
  return labelled >= minTurns && new Set(turns.map(({ label }) => label)).size > 1 ? turns : [];
}

/** The token of the colon that ends a label of capitalised words, or -1. */
function labelEnd(tokens: Document<"tokens">["tokens"], firstToken: number, endToken: number): number {
  for (let at = firstToken; at < Math.min(endToken, firstToken + maxLabel); at += 1) {
    const text = tokens[at]?.text ?? "";
    if (text === ":") return at;
    if (!/^(?:\p{Lu}|\.|-|'|’|of$|de$|van$|von$|bin$|al$)/u.test(text)) return -1;
  }
  return -1;
}
