/** "Last May she rang him": the month, which the tagger takes for a modal verb in front of a subject and its verb. */
import { type DraftTree, handsOn } from "./draft-tree.ts";

const before = /^(?:last|next|this|early|late|mid)$/iu;
const prepositions = /^(?:in|since|until|till|by|from|during)$/iu;

/** Puts the trees of "last May" and "in May" right where the month was read as "may", in place. */
export function mendMonths(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let month = 1; month < forms.length; month += 1) {
    const first = forms[month - 1] ?? "";
    const isPhrase = prepositions.test(first);
    if (forms[month] !== "May" || pennTag(month) !== "MD" || relationOf(month) !== "aux" || (!isPhrase && !before.test(first))) continue;
    const verb = heads[month] ?? -1;
    if (verb < 0) continue;
    retag(month, "PROPN NNP");
    hang(month, verb, isPhrase ? "obl" : "obl:unmarked");
    hang(month - 1, month, isPhrase ? "case" : "amod");
  }
}
