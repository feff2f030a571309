/** What a clause hangs on, and what that says of it: "denied that they met", "it is untrue that", "whether they met". */
import { childBy, childrenBy, lowerOf, pennTagOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { isPredicate, linkOf, verbGroupOf } from "../syntax/verb-groups.ts";
import { isEarlierVersion, isWhereUndone } from "./clause-shapes.ts";
import { isCalledFalse, isRejectedClaim, type ModalityReading, read, rejectsClaims, stanceOf } from "./modality-stances.ts";
import { conditionMarkers } from "./modality-words.ts";

/** What governs the clause: a denial, a condition, a wish that it happen. */
export function outwards(tree: SyntaxTree, verb: number, own: ModalityReading, depth: number): ModalityReading {
  if (own.modality === null) return own;
  const link = linkOf(tree, verb);
  // "cancelled a trip to Lima, where he was due to meet B".
  if (own.modality === "planned" && isWhereUndone(tree, verb)) return read("cancelled", "where-cancelled");
  if (link === null) return own;
  // "reports that they met": what is said of the reports holds of the meeting.
  // Unlike "a suggestion to meet", which is refused.
  // "suggestions she met him": without "that".
  const isBare = link.marker === null && link.governor === childBy(tree, verb, "nsubj") - 1;
  // "a report according to which they met".
  const isAccording = childrenBy(tree, verb, "obl").some((which) => lowerOf(tree, childBy(tree, which, "case")) === "according");
  const isReport = (link.kind !== "relative" || link.marker === "that" || isBare || isAccording) && pennTagOf(tree, verb) !== "VB";
  if (isReport && isRejectedClaim(tree, link.governor)) return read("denied", "denied-report");
  // "What if A met B?", "as if they had met".
  const isOpen = childrenBy(tree, verb, "mark").some((mark) => lowerOf(tree, mark) === "if");
  if (isOpen && own.modality !== "denied" && own.modality !== "cancelled") return read("hypothetical", "if");
  if (link.kind === "relative") return own;
  const { governor, marker } = link;
  // "It is not true that they met", "that they met is false".
  // Also where the clause is read as a circumstance: "It is “quite untrue” that they met".
  if ((link.kind === "complement" || link.kind === "subject" || marker === "that") && isCalledFalse(tree, governor))
    return read("denied", "untrue");
  if (marker !== null && conditionMarkers.has(marker) && link.kind !== "aside") {
    return own.modality === "denied" || own.modality === "cancelled" ? own : read("hypothetical", marker);
  }
  // "An earlier version of this article said that they met": taken back.
  if (link.kind === "complement" && isEarlierVersion(tree, childBy(tree, governor, "nsubj"))) return read("denied", "corrected");
  const finite = verbGroupOf(tree, verb).tense !== "none" || verbGroupOf(tree, verb).modal !== null;
  // "it is possible that A will meet B", "that they met is unlikely".
  const mayBe = (link.kind === "subject" || link.kind === "complement") && finite && possibles.has(lowerOf(tree, governor));
  if (mayBe && (own.modality === "held" || own.modality === "planned")) return read("hypothetical", lowerOf(tree, governor));
  if (link.kind === "complement" && finite) {
    const stance = stanceOf(tree, governor);
    if (stance === "deny" || (stance === "refuse" && rejectsClaims.has(lowerOf(tree, governor)))) {
      const group = verbGroupOf(tree, governor);
      if (!group.negated && !isNeither(tree, governor))
        return own.modality === "planned" ? read("denied", "denied-plan") : read("denied", "denied-that");
      return own;
    }
    // "hopes that A will meet B".
    if (own.modality === "planned" && hoping.test(lowerOf(tree, governor))) return read("hypothetical", "hoped-that");
    if (own.modality === "held" && stance === "wish") {
      return mayBeFact.has(lowerOf(tree, governor)) ? own : read("hypothetical", "wished-that");
    }
    if (
      own.modality === "held" &&
      stance === "plan" &&
      lowerOf(tree, governor) !== "confirmed" &&
      lowerOf(tree, governor) !== "announced" &&
      verbGroupOf(tree, verb).tense !== "past"
    ) {
      return read("planned", "planned-that");
    }
  }
  if (depth < 8 && isPredicate(tree, governor) && link.kind === "complement" && finite) {
    // A denial further out governs all that is under it: "denied that he said they had met".
    return outwards(tree, governor, own, depth + 1);
  }
  return own;
}

const hoping = /^(?:hope[sd]?|hoping|wish(?:es|ed)?|pray(?:s|ed)?)$/u;

const mayBeFact = new Set(
  "called call calls suggested suggests suggest suggesting warn warned warns discuss discussed referring".split(" "),
);

const possibles = new Set("possible likely unlikely doubtful conceivable".split(" "));

/** "neither confirmed nor denied". */
function isNeither(tree: SyntaxTree, governor: number): boolean {
  return childrenBy(tree, governor, "cc", "cc:preconj").some((child) => ["nor", "neither"].includes(lowerOf(tree, child)));
}
