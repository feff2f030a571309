/** Who listens in: calls that a company gives for analysts and investors, and masses of people who ring a line. */
import { childBy, childrenBy, childrenOf, lowerOf, pennTagOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import type { Party, PartyContext } from "./party-context.ts";

const investors = /^(?:analyst|investor|shareholder|stockholder|bondholder|lender|creditor|subscriber)s$/u;

const given = /^(?:earnings|results|quarterly|investors?|analysts?|shareholders?|press|media|news)$/u;

/** "on a conference call with analysts", "on an earnings call": given for whoever listens, as a press conference is. */
export function isForListeners(context: PartyContext, call: number, sides: readonly Party[]): boolean {
  const { tree } = context;
  if (!/^calls?$/u.test(lowerOf(tree, call))) return false;
  if (childrenOf(tree, call).some((child) => child < call && given.test(lowerOf(tree, child)))) return true;
  return sides.length > 0 && sides.every((side) => isInvestors(context, side));
}

/** "analysts", "big investors": nobody in particular; "two investors" are. */
export function isInvestors({ tree }: PartyContext, { named, head }: Party): boolean {
  return !named && investors.test(lowerOf(tree, head)) && childBy(tree, head, "nummod", "nmod:poss") < 0;
}

/** "rang the hotline two million times", "was visited 40,000 times": what a count tells, of nobody in particular. */
export function isManyTimes(tree: SyntaxTree, verb: number): boolean {
  return childrenBy(tree, verb, "obl", "obj", "nmod").some(
    (times) =>
      lowerOf(tree, times) === "times" &&
      childrenOf(tree, times).some(
        (count) => count < times && /^(?:\d[\d,.]*\d{3}|\d{3,}|thousands?|millions?|hundreds?)$/u.test(lowerOf(tree, count)),
      ),
  );
}

/** "Customers phoned a branch", "Patients call the surgery": those whom a service has, without an article or a number. */
export function isClientele(tree: SyntaxTree, verb: number): boolean {
  const who = childBy(tree, verb, "nsubj");
  if (!clients.test(lowerOf(tree, who)) || childBy(tree, who, "det", "nummod", "nmod:poss", "acl", "acl:relcl") >= 0) return false;
  return /^(?:phon|telephon|call|r[aiu]ng|contact|chat|talk|sp[eo])/u.test(lowerOf(tree, verb));
}

const clients = /^(?:customers|callers|users|shoppers|passengers|patients|consumers|subscribers|clients|taxpayers|motorists|commuters)$/u;

/** "met the union more than halfway", "met us half way": a compromise; "met halfway up the hill" tells of a place. */
export function isCompromise(tree: SyntaxTree, verb: number): boolean {
  if (!/^me(?:e?t|ets|eting)$/u.test(lowerOf(tree, verb)) || childBy(tree, verb, "obj") < verb) return false;
  for (let at = verb + 2; at < verb + compromiseReach; at += 1) {
    const word = lowerOf(tree, at);
    if (word === "" || /^[.,;]$/u.test(word) || pennTagOf(tree, at).startsWith("VB")) return false;
    const isHalfway = word === "halfway" || word === "half-way" || (word === "way" && lowerOf(tree, at - 1) === "half");
    if (isHalfway) return !/^(?:up|down|between|along|across|through|in|at|from|to|into)$/u.test(lowerOf(tree, at + 1));
  }
  return false;
}

/** How many words behind "met" the "halfway" may stand. */
const compromiseReach = 12;
