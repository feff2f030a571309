/**
 * The tags of our own model in place of the segmenter's, which depend on what it read before: with them an article is annotated
 * alike whatever came first, and quotes and meetings come out better (docs/decisions/0011-syntax.md).
 */
import type { Document, Token } from "../../domain/document.ts";
import { makeFindSyntax } from "./find-syntax.ts";
import { loadShippedSyntax } from "./syntax-model.ts";

export type Retagger = <D extends Document<"sentences" | "tokens">>(doc: D) => D & Document<"syntax">;

/** Loads the model, and with it the step that adds `syntax` and sets every token's `pos` from it. Throws UserError `data-missing`. */
export function loadRetagger(): Retagger {
  const findSyntax = makeFindSyntax(loadShippedSyntax());
  return (doc) => {
    const { syntax } = findSyntax.run(doc);
    // Written out: every token is copied, and a spread is slower.
    const tokens = doc.tokens.map(({ start, end, text, lower, pos, sentenceIndex }, index): Token => {
      const tag = syntax.names.tags[syntax.tags[index] ?? 0] ?? pos;
      return { start, end, text, lower, pos: tag, sentenceIndex };
    });
    return { ...doc, tokens, syntax };
  };
}
