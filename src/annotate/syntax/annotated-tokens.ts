/** The form in which `annotate --with syntax` gives a document's trees. */
import type { AnnotatedToken } from "../../domain/annotation.ts";
import type { Document } from "../../domain/document.ts";

/** One entry per token, in the order of the text. */
export function annotatedTokens({ tokens, syntax }: Document<"tokens" | "syntax">): AnnotatedToken[] {
  const { names } = syntax;
  return tokens.map(({ start, end }, index) => ({
    start,
    end,
    tag: names.tags[syntax.tags[index] ?? 0] ?? "X",
    head: syntax.heads[index] ?? -1,
    relation: names.relations[syntax.relations[index] ?? 0] ?? "dep",
  }));
}
