/** Writes a document's trees as CoNLL-U (https://universaldependencies.org/format.html). */
import type { Document } from "../../domain/document.ts";

/** The whole document: a comment block and a line a token for each sentence, ids from the article's. Ends with an empty line. */
export function writeConllu({ article, sentences, tokens, syntax }: Document<"sentences" | "tokens" | "syntax">): string {
  const { names } = syntax;
  const lines = [`# newdoc id = ${oneLine(article.id)}`];
  let paragraph = -1;
  sentences.forEach(({ start, end, firstToken, endToken, paragraphIndex }, index) => {
    if (paragraphIndex !== paragraph) lines.push(`# newpar id = ${oneLine(article.id)}-p${paragraphIndex + 1}`);
    paragraph = paragraphIndex;
    lines.push(`# sent_id = ${oneLine(article.id)}-${index + 1}`, `# text = ${oneLine(article.text.slice(start, end))}`);
    for (let at = firstToken; at < endToken; at += 1) {
      const token = tokens[at];
      if (!token) continue;
      const head = syntax.heads[at] ?? -1;
      const next = tokens[at + 1];
      lines.push(
        [
          at - firstToken + 1,
          oneLine(token.text),
          "_",
          names.tags[syntax.tags[at] ?? 0] ?? "X",
          names.pennTags[syntax.pennTags[at] ?? 0] ?? "_",
          "_",
          head < 0 ? 0 : head - firstToken + 1,
          names.relations[syntax.relations[at] ?? 0] ?? "dep",
          "_",
          next && next.start === token.end && at + 1 < endToken ? "SpaceAfter=No" : "_",
        ].join("\t"),
      );
    }
    lines.push("");
  });
  return `${lines.join("\n")}\n`;
}

/** Line breaks and tabs would break the format; a run of spaces says no more than one. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
