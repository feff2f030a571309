/** "The chairman of the exporters' league, Ann Lee, met them": which noun the name between commas belongs to, by the order of words. */
import type { TokenRange } from "../../domain/mention.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { nounKind } from "../../text/noun-kinds.ts";
import { baseRelation, headOf, isUnder, lowerOf, pennTagOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";

/** How many words the description before the comma has at most, and what stands between the name and the next comma. */
const descriptionReach = 14;
const tailReach = 8;

/**
 * The head of the description of one person that a name between commas says who it is, where the description is the subject of what
 * follows; the parser often hangs the name on the last noun of the description instead. -1 where there is none.
 */
export function subjectBeside(tree: SyntaxTree, head: number, { firstToken, endToken }: TokenRange, lexicon: Lexicon): number {
  if (tree.tokens[firstToken - 1]?.text !== "," || !/^(?:appos|conj)$/u.test(baseRelation(tree, head)) || !endsInComma(tree, endToken))
    return -1;
  for (let at = firstToken - 2; at >= Math.max(0, firstToken - 2 - descriptionReach); at -= 1) {
    if (/^[,;:“”"]$/u.test(tree.tokens[at]?.text ?? "")) return -1;
    if (baseRelation(tree, at) !== "nsubj") continue;
    if (tagOf(tree, at) !== "NOUN" || pennTagOf(tree, at) !== "NN" || nounKind(lowerOf(tree, at), lexicon) !== "person") return -1;
    for (let inner = at + 1; inner < firstToken - 1; inner += 1) if (!isUnder(tree, inner, at)) return -1;
    // "the lawyer of the banker, Tom Ray,": whose name it is cannot be told.
    const own = headOf(tree, head);
    const isOther = own !== at && tagOf(tree, own) === "NOUN" && nounKind(lowerOf(tree, own), lexicon) === "person";
    return !isOther && headOf(tree, at) >= endToken ? at : -1;
  }
  return -1;
}

/** "Ann Lee, said", "Ann Lee of Harvik Church, said". */
function endsInComma(tree: SyntaxTree, endToken: number): boolean {
  for (let at = endToken; at < endToken + tailReach; at += 1) {
    if (tree.tokens[at]?.text === ",") return true;
    if (!["ADP", "PROPN", "DET", "NOUN", "ADJ", "NUM"].includes(tagOf(tree, at))) return false;
  }
  return false;
}
