/** Who has to do something before there are talks: "will not resume talks until the rebels disarm". */
import { childBy, childrenBy, headOf, lowerOf } from "../syntax/syntax-tree.ts";
import { isPress, type Party, type PartyContext } from "./party-context.ts";
import { partiesOf } from "./phrase-sides.ts";

/** The body or the people of whom something is asked before talks are held or resumed: the other side of those talks; else none. */
export function conditionedOn(context: PartyContext, outer: number): Party[] {
  const { tree } = context;
  const verb = headOf(tree, outer);
  if (verb < 0 || !resuming.test(lowerOf(tree, verb))) return [];
  // "is not ready to resume talks until", "ruled out talks until": the clause hangs on the first verb or on the second.
  for (const at of [verb, headOf(tree, verb)]) {
    for (const clause of at < 0 ? [] : childrenBy(tree, at, "advcl")) {
      if (clause < outer || !["until", "unless"].includes(lowerOf(tree, childBy(tree, clause, "mark")))) continue;
      const sides = partiesOf(context, childrenBy(tree, clause, "nsubj").slice(0, 1));
      const [side] = sides;
      // "unless the union takes over as mediator".
      if (
        childrenBy(tree, clause, "obl", "nmod", "xcomp").some((child) =>
          /^(?:mediator|host|chair|broker|facilitator)s?$/u.test(lowerOf(tree, child)),
        )
      )
        return [];
      const isSide = side !== undefined && side.kind !== "pronoun" && (side.kind !== "person" || side.plural) && !isPress(context, side);
      return isSide && sides.length === 1 ? sides : [];
    }
  }
  return [];
}

const resuming =
  /^(?:resum|return|participat|rejoin|reopen|restart|enter|hold|start|begin|open|join|conduct|attend|be|go|there|negotiat)(?:e|es|s|ed|ing)?$|^(?:held|began|back|rul(?:ed?|es) out|ruled)$/u;
