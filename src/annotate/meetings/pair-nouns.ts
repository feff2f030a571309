/** Nouns that stand for two sides named before: "the two leaders", "both sides", "the couple". */
import { childBy, childrenOf, lowerOf, type SyntaxTree } from "../syntax/syntax-tree.ts";

/** Nouns that "the two" or "both" in front makes stand for two sides named before. */
export const pairNouns = new Set(
  (
    "men women leaders sides presidents ministers diplomats officials politicians statesmen premiers parties countries nations governments " +
    "heads generals commanders rivals allies neighbours neighbors envoys negotiators chiefs candidates counterparts artists friends colleagues " +
    "camps teams clubs companies firms groups organisations organizations unions delegations capitals chairmen directors managers bosses"
  ).split(" "),
);

/** Nouns that stand for two or more people by themselves: "the couple", "the pair", "the trio". */
export const coupleNouns = new Set(["couple", "pair", "duo", "trio", "quartet"]);

/** True for a noun that can stand for two sides named before. */
export function isPairNoun(word: string): boolean {
  return pairNouns.has(word) || coupleNouns.has(word);
}

/** True for "the two leaders", "both sides", "the couple": two that were named before. */
export function isDefinitePair(tree: SyntaxTree, head: number): boolean {
  if (coupleNouns.has(lowerOf(tree, head)))
    return lowerOf(tree, childBy(tree, head, "det")) === "the" && childBy(tree, head, "nmod", "acl", "acl:relcl") < 0;
  return childrenOf(tree, head).some((child) => {
    if (child > head) return false;
    const word = lowerOf(tree, child);
    return (
      word === "both" ||
      ((word === "two" || word === "three") && ["the", "these", "those"].includes(lowerOf(tree, childBy(tree, head, "det"))))
    );
  });
}
