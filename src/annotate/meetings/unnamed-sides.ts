/** Sides without a name: how many they are, and whether they are anybody in particular. */
import { childBy, childrenBy, lowerOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import type { Party, PartyContext } from "./party-context.ts";

/** "five investors", "two of the officials": few enough to speak with. */
export function isFew({ tree }: PartyContext, party: Party): boolean {
  if (party.kind !== "person" || party.isCrowd) return false;
  return childrenBy(tree, party.head, "nummod").some((child) =>
    /^(?:two|three|four|five|six|seven|eight|nine|ten|a|several)$/u.test(lowerOf(tree, child)),
  );
}

/** A body one can see to speak with ("see the union"), not watch or foresee. */
export function isBody({ tree }: PartyContext, { kind, head, named }: Party): boolean {
  return kind === "group" && (!named ? /^(?:unions?|delegations?|board|committee|officials)$/u.test(lowerOf(tree, head)) : false);
}

export function isAnyone({ tree }: PartyContext, party: Party): boolean {
  return !party.named && ["every", "each", "any"].includes(lowerOf(tree, childBy(tree, party.head, "det")));
}

/** People without a name, a number or an article: "families", "voters in the north". */
export function isAnybody(tree: SyntaxTree, party: Party): boolean {
  return !party.named && party.kind !== "pronoun" && party.plural && childBy(tree, party.head, "det", "nummod", "nmod:poss") < 0;
}
