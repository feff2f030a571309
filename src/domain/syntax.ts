/**
 * The grammar of an article: for each token its tags, its head and its relation to it, after Universal Dependencies 2
 * (https://universaldependencies.org). Parallel typed arrays, one entry per token of the document.
 */

export interface Syntax {
  /** Index of the token's head among the document's tokens; -1 for the root of each sentence. */
  readonly heads: Int32Array;
  /** Index into `names.relations`. */
  readonly relations: Uint8Array;
  /** Index into `names.tags`: the universal part of speech. */
  readonly tags: Uint8Array;
  /** Index into `names.pennTags`: the finer Penn Treebank tag, which tells tense and number. */
  readonly pennTags: Uint8Array;
  readonly names: SyntaxNames;
}

export interface SyntaxNames {
  /** Relations with their subtypes ("nsubj:pass"). */
  readonly relations: readonly string[];
  readonly tags: readonly string[];
  readonly pennTags: readonly string[];
}
