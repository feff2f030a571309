/** Looks things up in the trees of a document: relations by name, children in order, the words under a word. */
import type { Token } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { Syntax } from "../../domain/syntax.ts";

export interface SyntaxTree {
  readonly tokens: readonly Token[];
  readonly syntax: Syntax;
  /** Children of token `t`, in the order of the text: `children[childStart[t] … childStart[t + 1] - 1]`. */
  readonly childStart: Int32Array;
  readonly children: Int32Array;
  /** The names of the relations without their subtypes, in the order of `syntax.names.relations`. */
  readonly baseNames: readonly string[];
}

/** Prepares the look-ups, in time proportional to the number of tokens. */
export function syntaxTree(tokens: readonly Token[], syntax: Syntax): SyntaxTree {
  const { heads } = syntax;
  const { length } = heads;
  const childStart = new Int32Array(length + 2);
  for (const head of heads) if (head >= 0) childStart[head + 2] = (childStart[head + 2] ?? 0) + 1;
  for (let index = 2; index < childStart.length; index += 1) childStart[index] = (childStart[index] ?? 0) + (childStart[index - 1] ?? 0);
  const children = new Int32Array(length);
  heads.forEach((head, child) => {
    if (head < 0) return;
    const at = childStart[head + 1] ?? 0;
    children[at] = child;
    childStart[head + 1] = at + 1;
  });
  return { tokens, syntax, childStart: childStart.subarray(0, length + 1), children, baseNames: baseNamesOf(syntax.names.relations) };
}

/** Every document of a model shares its names, so their short forms are made once. */
const keptBaseNames = new WeakMap<readonly string[], readonly string[]>();

function baseNamesOf(names: readonly string[]): readonly string[] {
  const kept = keptBaseNames.get(names);
  if (kept) return kept;
  const made = names.map((name) => name.split(":")[0] ?? name);
  keptBaseNames.set(names, made);
  return made;
}

/** The relation with its subtype ("nsubj:pass"); "" for a token that is not there. */
export function relationOf({ syntax }: SyntaxTree, token: number): string {
  return syntax.names.relations[syntax.relations[token] ?? 255] ?? "";
}

/** The relation without its subtype ("nsubj"); "" for a token that is not there. */
export function baseRelation({ syntax, baseNames }: SyntaxTree, token: number): string {
  return baseNames[syntax.relations[token] ?? 255] ?? "";
}

/** The universal part of speech. */
export function tagOf({ syntax }: SyntaxTree, token: number): string {
  return syntax.names.tags[syntax.tags[token] ?? 255] ?? "";
}

/** The Penn Treebank tag ("VBD"). */
export function pennTagOf({ syntax }: SyntaxTree, token: number): string {
  return syntax.names.pennTags[syntax.pennTags[token] ?? 255] ?? "";
}

/** Index of the head, -1 for the root of a sentence. */
export function headOf({ syntax }: SyntaxTree, token: number): number {
  return syntax.heads[token] ?? -1;
}

/** The token's lower-case text; "" for a token that is not there. */
export function lowerOf({ tokens }: SyntaxTree, token: number): string {
  return tokens[token]?.lower ?? "";
}

/** Indexes of the children, in the order of the text. */
export function childrenOf({ childStart, children }: SyntaxTree, token: number): Int32Array {
  return children.subarray(childStart[token] ?? 0, childStart[token + 1] ?? 0);
}

/** The children with one of the relations, given with or without subtype. */
export function childrenBy(tree: SyntaxTree, token: number, ...relations: readonly string[]): number[] {
  const found: number[] = [];
  const end = tree.childStart[token + 1] ?? 0;
  for (let at = tree.childStart[token] ?? end; at < end; at += 1) {
    const child = tree.children[at] ?? -1;
    if (hasRelation(tree, child, relations)) found.push(child);
  }
  return found;
}

/** The first child with one of the relations, or -1. */
export function childBy(tree: SyntaxTree, token: number, ...relations: readonly string[]): number {
  const end = tree.childStart[token + 1] ?? 0;
  for (let at = tree.childStart[token] ?? end; at < end; at += 1) {
    const child = tree.children[at] ?? -1;
    if (hasRelation(tree, child, relations)) return child;
  }
  return -1;
}

function hasRelation(tree: SyntaxTree, token: number, relations: readonly string[]): boolean {
  return relations.includes(relationOf(tree, token)) || relations.includes(baseRelation(tree, token));
}

/** True when `token` lies under `above`, or is it. */
export function isUnder(tree: SyntaxTree, token: number, above: number): boolean {
  for (let at = token; at >= 0; at = headOf(tree, at)) if (at === above) return true;
  return false;
}

/** The smallest range of tokens that holds `token` and everything under it, but not what lies under children of `token` that `skip` names. */
export function rangeUnder(tree: SyntaxTree, token: number, skip: (child: number) => boolean = () => false): TokenRange {
  return rangeWithout(tree, token, (child, above) => above === token && skip(child));
}

/** The same, but `skip` is asked about every word under `token`, with the word that it hangs on. */
export function rangeWithout(tree: SyntaxTree, token: number, skip: (child: number, above: number) => boolean): TokenRange {
  let first = token;
  let end = token + 1;
  const open = [token];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    first = Math.min(first, at);
    end = Math.max(end, at + 1);
    for (const child of childrenOf(tree, at)) if (!skip(child, at)) open.push(child);
  }
  return { firstToken: first, endToken: end };
}
