/** The seam of name recognition: anything that turns a segmented article into names. */
import type { Document } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";

export interface NameTagger {
  /** Names sorted by start and disjoint, without titles and possessive marks. */
  readonly tag: (doc: Document<"paragraphs" | "sentences" | "tokens">) => readonly NameMention[];
}
