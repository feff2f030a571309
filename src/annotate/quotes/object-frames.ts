/** Frames without a clause of their own: "urged X to …", "called for …", "accused X of …", "described X as …". */
import type { TokenRange } from "../../domain/mention.ts";
import { baseRelation, childBy, childrenBy, childrenOf, lowerOf, pennTagOf, rangeUnder, relationOf } from "../syntax/syntax-tree.ts";
import { type Clause, type Found, frameEnd, relativeEnd, type SpeechFrame } from "./frame-parts.ts";

const anonymity = new Set(["named", "identified", "quoted"]);

/** "denied throwing a pen", "suggested leaving". */
function isGerund({ tree, verb, speech }: Clause, child: number): boolean {
  return (
    ["denied", "admitted", "suggested"].includes(speech.kind) &&
    pennTagOf(tree, child) === "VBG" &&
    child <= verb + 2 &&
    rangeUnder(tree, child).firstToken === verb + 1 &&
    childBy(tree, child, "mark") < 0
  );
}

/** "urged the mediators to go on", "promised to pay", "denied throwing a pen". */
export function infinitive(clause: Clause): Found | null {
  const { tree, verb, speech, sentence } = clause;
  if (!speech.frames.has("to") && !["denied", "admitted", "suggested"].includes(speech.kind)) return null;
  for (const child of childrenBy(tree, verb, "xcomp", "ccomp", "advcl")) {
    if (child < verb || (lowerOf(tree, childBy(tree, child, "mark")) !== "to" && !isGerund(clause, child))) continue;
    const range = rangeUnder(tree, child);
    // "who asked not to be named".
    if (range.firstToken <= verb || (lowerOf(tree, range.firstToken) === "not" && anonymity.has(lowerOf(tree, child)))) continue;
    const endToken = Math.min(range.endToken, relativeEnd(clause), sentence.endToken);
    return {
      content: [{ firstToken: range.firstToken, endToken }],
      pattern: "infinitive",
      confidence: 0.65,
    };
  }
  // "Ray denied having met her" where the parser takes what was denied for the sentence's own verb.
  if (["denied", "admitted"].includes(speech.kind) && lowerOf(tree, verb + 1) === "having" && pennTagOf(tree, verb + 2) === "VBN")
    return {
      content: [{ firstToken: verb + 1, endToken: frameEnd(tree, verb + 2, sentence.endToken) }],
      pattern: "infinitive",
      confidence: 0.65,
    };
  return null;
}

/** "called on both sides to stop", "called for an inquiry", "called for the fund to be closed", "appealed for blankets". */
export function calledFor({ tree, verb, speech, sentence }: Clause): (Found & Pick<SpeechFrame, "kind">) | null {
  if ((speech.base !== "call" && speech.base !== "appeal") || childBy(tree, verb, "obj") >= 0) return null;
  for (const clause of childrenBy(tree, verb, "advcl", "xcomp", "ccomp")) {
    const { firstToken, endToken } = rangeUnder(tree, clause);
    if (firstToken !== verb + 1 || lowerOf(tree, firstToken) !== "for") continue;
    const content = [{ firstToken: firstToken + 1, endToken: Math.min(endToken, sentence.endToken) }];
    return { content, pattern: "called-for", confidence: 0.6, kind: "demanded" };
  }
  for (const oblique of childrenBy(tree, verb, "obl")) {
    if (oblique < verb) continue;
    const preposition = lowerOf(tree, childBy(tree, oblique, "case"));
    let content: TokenRange | null = null;
    if (preposition === "for") {
      const { firstToken, endToken } = rangeUnder(tree, oblique);
      content = { firstToken: firstToken + 1, endToken };
    } else if (preposition === "on" || preposition === "upon") {
      const demand = [...childrenBy(tree, verb, "advcl", "xcomp"), ...childrenBy(tree, oblique, "acl")].find(
        (child) => child > oblique && lowerOf(tree, childBy(tree, child, "mark")) === "to",
      );
      if (demand !== undefined) content = rangeUnder(tree, demand);
    }
    if (!content || content.firstToken <= verb) continue;
    const range = { firstToken: content.firstToken, endToken: Math.min(content.endToken, sentence.endToken) };
    return { content: [range], pattern: "called-for", confidence: 0.6, kind: "demanded" };
  }
  return null;
}

/** Kinds of saying that say something of a thing merely by naming it: "denied the claims". */
const tellingKinds = new Set(["denied", "announced", "predicted", "confirmed", "promised"]);

/** "denied the claims", "accused Hamas of delay", "described the contacts as useful". */
export function spokenOf({ tree, verb, speech, sentence }: Clause): Found | null {
  if (!speech.frames.has("object") || childBy(tree, verb, "iobj") >= 0) return null;
  const object = childBy(tree, verb, "obj");
  if (object < 0 || object < verb || relationOf(tree, verb) === "advcl:relcl") return null;
  let range = rangeUnder(tree, object);
  // "accused Hamas of breaking the truce": the parser may hang the charge on the accused.
  let complemented =
    childrenBy(tree, object, "acl").some((child) => ["of", "as", "for"].includes(lowerOf(tree, childBy(tree, child, "mark")))) ||
    (speech.base === "accuse" && childrenBy(tree, object, "nmod").some((child) => lowerOf(tree, childBy(tree, child, "case")) === "of"));
  for (const child of childrenOf(tree, verb)) {
    if (child <= object) continue;
    const next = rangeUnder(tree, child);
    const mark = lowerOf(tree, childBy(tree, child, "case", "mark"));
    const relation = baseRelation(tree, child);
    if (next.firstToken !== range.endToken || !["obl", "advcl", "xcomp"].includes(relation)) break;
    if (!["as", "of", "for", "over", "with", "to"].includes(mark) && relation !== "xcomp") break;
    complemented = true;
    range = { firstToken: range.firstToken, endToken: next.endToken };
  }
  if (range.firstToken <= verb || (!complemented && !tellingKinds.has(speech.kind))) return null;
  const content = [{ firstToken: range.firstToken, endToken: Math.min(range.endToken, sentence.endToken) }];
  return { content, pattern: "spoken-of", confidence: complemented ? 0.75 : 0.7 };
}
