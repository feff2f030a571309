/** The words of a side: how far its noun phrase goes, and whether it counts a crowd. */
import type { TokenRange } from "../../domain/mention.ts";
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  lowerOf,
  rangeWithout,
  relationOf,
  type SyntaxTree,
} from "../syntax/syntax-tree.ts";
import { calendarWords, innerPrepositions } from "./described-person.ts";
import { nounCues } from "./meeting-cues.ts";
import { type PartyContext, widestAt } from "./party-context.ts";

const crowdNumber = /^(?:\d{3,}|[\d,]{5,}|[\d.]*\d+|thousand|million|hundred)$/u;

/** "more than a million tourists", "the growing number of migrants". */
export function isCrowd(tree: SyntaxTree, head: number): boolean {
  if (childrenBy(tree, head, "nummod").some((child) => crowdNumber.test(lowerOf(tree, child)))) return true;
  return [head, headOf(tree, head)].some((noun) => counted.test(lowerOf(tree, noun)));
}

/** Those who are "at" a body as its people, not as its guests. */
const employed =
  /^(?:worker|staff|employee|trustee|teacher|doctor|nurse|manager|executive|researcher|scientist|engineer|professor|miner|driver|pilot|union)s?$/u;

const counted = /^(?:number|influx|wave|flow|flood)s?$/u;

const spells = /^(?:minutes|hours?|days?|weeks?|months?|years?|decades?)$/u;

/** The words of the noun phrase that `head` heads, without the article and without what tells where, how long or what for. */
export function phraseOf(context: PartyContext, head: number): TokenRange {
  const { tree } = context;
  let first = head;
  let end = head + 1;
  // "her counterparts and officials of the bank" [of counterparts]: whose the last of several are.
  const joined = childBy(tree, head, "conj");
  const shared = relationOf(tree, head) === "conj" && joined < 0 ? childrenBy(tree, headOf(tree, head), "nmod") : [];
  for (const child of [...childrenOf(tree, head), ...shared.filter((child) => child > head)]) {
    const relation = baseRelation(tree, child);
    if (joined > head && child > joined) continue;
    const inner = relation === "amod" || relation === "compound" || relation === "nmod" || relation === "nummod" || relation === "flat";
    if (!inner && relation !== "det") continue;
    if (relation === "det" && !(lowerOf(tree, head) === "group" && child === head - 1) && !possessives.has(lowerOf(tree, child))) {
      if (["a", "an", "the", "some", "several", "both", "these", "those", "any"].includes(lowerOf(tree, child))) continue;
    }
    // "workers at the Halden Mills".
    const isAtBody =
      employed.test(lowerOf(tree, head)) &&
      relation === "nmod" &&
      lowerOf(tree, childBy(tree, child, "case")) === "at" &&
      widestAt(context, child)?.type === "ORGANIZATION";
    if (child > head && !isAtBody && !(relation === "nmod" && innerPrepositions.has(lowerOf(tree, childBy(tree, child, "case"))))) {
      if (relation !== "flat") continue;
    }
    // "met the leaders for talks": what for, not who.
    if (child > head && nounCues.has(lowerOf(tree, child))) continue;
    // "has mediated between them and the rebels for years": how long.
    if (child > head && spells.test(lowerOf(tree, child)) && lowerOf(tree, childBy(tree, child, "case")) === "for") continue;
    const range = modifierRange(tree, child);
    first = Math.min(first, range.firstToken);
    if (child > head) end = Math.max(end, range.endToken);
  }
  if (first > 0 && (lowerOf(tree, first) === "the" || lowerOf(tree, first) === "a") && first < head && lowerOf(tree, first + 1) !== "group")
    first += 1;
  return { firstToken: first, endToken: end };
}

const possessives = new Set(["his", "her", "its", "their", "our", "my", "your"]);

const whereMarks = new Set(["in", "at", "near", "outside", "inside"]);

const outsidePhrase = new Set(["acl", "appos", "punct", "parataxis"]);

/** The range of a modifier, without clauses, appositions and where somebody was: "representatives of the group in Doha". */
function modifierRange(tree: SyntaxTree, token: number): TokenRange {
  return rangeWithout(tree, token, (child, above) => {
    const relation = baseRelation(tree, child);
    if (outsidePhrase.has(relation)) return true;
    // "officials from forty countries for a meeting": what for, not who.
    if (relation === "nmod" && child > above && nounCues.has(lowerOf(tree, child))) return true;
    // "leaders of several parties, including Fatah": an example.
    if (child > above && lowerOf(tree, childBy(tree, child, "case")) === "including") return true;
    // "leaders of the teachers on Sunday": when they were met.
    if (relation === "nmod" && child > above && calendarWords.test(lowerOf(tree, child)) && lowerOf(tree, child - 1) === "on") return true;
    return relation === "nmod" && child > above && whereMarks.has(lowerOf(tree, childBy(tree, child, "case")));
  });
}
