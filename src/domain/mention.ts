/** A stretch of text that names or refers to a person, an organisation or a place. */
import type { Span } from "./span.ts";

export const entityTypes = ["PERSON", "ORGANIZATION", "PLACE"] as const;
export type EntityType = (typeof entityTypes)[number];

/** Where a mention stands among the tokens, half-open. */
export interface TokenRange {
  readonly firstToken: number;
  readonly endToken: number;
}

/** A proper name, as the recogniser found it: without title ("President") and without possessive 's. */
export interface NameMention extends Span, TokenRange {
  readonly type: EntityType;
  /** 0 to 1. */
  readonly confidence: number;
  /** The rule or model that decided. */
  readonly decidedBy: string;
}

/** A name, a pronoun or a description ("the group", "the envoy") together with the entity it stands for. */
export interface Mention extends NameMention {
  readonly form: "name" | "pronoun" | "description";
  /** Index into the document's entities. */
  readonly entityIndex: number;
}
