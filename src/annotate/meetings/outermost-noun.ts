/** Nouns that only wrap the noun of a meeting: "a third round of talks", "the sidelines of the summit". */
import { baseRelation, childBy, headOf, lowerOf, type SyntaxTree } from "../syntax/syntax-tree.ts";

export const transparent = new Set(
  "day days month months year years round rounds series hour hours set couple number week weeks end start beginning session sessions bout flurry spate part aftermath conclusion course stage stages phase fringes sidelines margins margin topic focus first second third fourth fifth last latest next".split(
    " ",
  ),
);

/** The noun that stands for the meeting outside: "a third round of talks" → "round"; the noun itself where nothing wraps it. */
export function outermostNoun(tree: SyntaxTree, noun: number): number {
  let at = noun;
  for (let steps = 0; steps < 3; steps += 1) {
    const head = headOf(tree, at);
    if (baseRelation(tree, at) !== "nmod" || !transparent.has(lowerOf(tree, head)) || lowerOf(tree, childBy(tree, at, "case")) !== "of")
      break;
    at = head;
  }
  return at;
}

/** The "join" of "joined them [obj] for talks", the "invited" of "invited officials from forty countries [obl] for talks"; -1 where there is none. */
export function verbOfGuest(tree: SyntaxTree, noun: number): number {
  let guest = noun;
  while (baseRelation(tree, guest) === "nmod") guest = headOf(tree, guest);
  return ["obj", "obl"].includes(baseRelation(tree, guest)) ? headOf(tree, guest) : -1;
}
