/** The sides that phrases name: behind a preposition, the agent of a passive, examples and leaders of a delegation. */
import { agentsOf } from "../syntax/clause-subjects.ts";
import { headFrom } from "../syntax/noun-phrases.ts";
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  lowerOf,
  pennTagOf,
  relationOf,
  type SyntaxTree,
  tagOf,
} from "../syntax/syntax-tree.ts";
import { mediating, nounCues } from "./meeting-cues.ts";
import { partiesAt } from "./meeting-parties.ts";
import { isPress, type Party, type PartyContext } from "./party-context.ts";

/** The sides named by several phrases, each once, in the order of the text. */
export function partiesOf(context: PartyContext, heads: readonly number[]): Party[] {
  const found: Party[] = [];
  for (const head of heads) {
    for (const party of partiesAt(context, head))
      if (
        !/sel(?:f|ves)$/u.test(lowerOf(context.tree, party.head)) &&
        !found.some((other) => other.start < party.end && party.start < other.end)
      )
        found.push(party);
  }
  return found.sort((a, b) => a.start - b.start);
}

const circumstances = new Set(["obl", "nmod", "obj"]);

/**
 * The sides behind one of the prepositions under a verb or noun, also where the phrase hangs on a time or place between them
 * ("met in London with B", "held talks Monday with B").
 */
export function partiesBehind(context: PartyContext, token: number, prepositions: ReadonlySet<string>): Party[] {
  const { tree } = context;
  const heads: number[] = [];
  for (const child of childrenOf(tree, token)) {
    if (!circumstances.has(baseRelation(tree, child)) && baseRelation(tree, child) !== "advcl" && baseRelation(tree, child) !== "acl")
      continue;
    const head = withHead(tree, child, prepositions);
    if (head >= 0) heads.push(head);
    else if (baseRelation(tree, child) === "acl" || baseRelation(tree, child) === "advcl")
      heads.push(...behindClause(tree, child, prepositions));
    else if (child > token && (baseRelation(tree, child) === "obl" || relationOf(tree, child) === "nmod" || isTime(tree, child))) {
      for (const grandchild of childrenBy(tree, child, "nmod", "obl")) {
        if (!hostsDetachedWith(context, child)) continue;
        const inner = withHead(tree, grandchild, prepositions);
        if (inner >= 0) heads.push(inner);
      }
    }
  }
  return partiesOf(context, heads).filter((party) => !isPress(context, party));
}

/** Nouns that take "with" themselves: "talks on its dispute with B" is no talk with B. */
export const takesWith =
  /^(?:ties?|relations?|relationships?|disputes?|deals?|agreements?|cooperation|borders?|trade|wars?|conflicts?|partnerships?|alliances?|links?|friendship|treat(?:y|ies)|pacts?|cease-?fires?|truces?|rows?|stand-?offs?|issues?|problems?|work|accords?|contracts?|peace|differences|contacts?|people|countr(?:y|ies)|nations?|leaders|officials|those|anyone|exchanges?|swaps?)$/u;

const statesMatters = /^(?:trade|borders?|cooperation|peace|cease-?fires?|truces?|wars?)$/u;

/** "the issue", "these problems": matters known already, which one discusses with somebody. */
export function isMatterNamed(tree: SyntaxTree, noun: number): boolean {
  return /^(?:issues?|problems?|work)$/u.test(lowerOf(tree, noun)) && /^(?:the|this|these|that|those)$/u.test(lowerOf(tree, noun - 1));
}

const reach = 14;
export const nominalTags = new Set(["PROPN", "NOUN"]);

/** "a meeting later today with B", "talks about its programme with B": a phrase that the parser hung elsewhere, by the order of words. */
export function partiesAfter(context: PartyContext, token: number, prepositions: ReadonlySet<string>): Party[] {
  const { tree } = context;
  for (let at = token + 1; at <= token + reach; at += 1) {
    const tag = tagOf(tree, at);
    if (prepositions.has(lowerOf(tree, at)) && (tag === "ADP" || tag === "SCONJ")) {
      const head = headOf(tree, at);
      if (head < at) return [];
      const isTies = takesWith.test(lowerOf(tree, at - 1)) && !isMatterNamed(tree, at - 1);
      // "discussed trade with Ann Lee": states trade, people speak about it.
      const isOfStates = statesMatters.test(lowerOf(tree, at - 1));
      return partiesOf(context, [phraseBehind(tree, at)]).filter(
        (party) =>
          party.start > (tree.tokens[at]?.start ?? 0) &&
          !isPress(context, party) &&
          (!isTies || (isOfStates && party.named && party.kind === "person")),
      );
    }
    const relation = baseRelation(tree, at);
    const isClause = (tag === "VERB" || tag === "AUX") && relation !== "amod" && relation !== "compound" && relation !== "case";
    if (isClause || tag === "SCONJ" || tag === "" || relativeWords.has(lowerOf(tree, at))) return [];
    // "spoke at a cabinet meeting with B": the phrase is the other meeting's.
    if (nounCues.has(lowerOf(tree, at))) return [];
    if (
      tag === "PUNCT" &&
      !(tree.tokens[at]?.text === "-" && tree.tokens[at]?.start === tree.tokens[at - 1]?.end) &&
      !(tree.tokens[at]?.text === "," && ["ADP", "PROPN"].includes(tagOf(tree, at + 1)))
    )
      return [];
  }
  return [];
}

/** The head of the noun phrase behind a preposition, also where the parser hung the preposition on a later verb. */
function phraseBehind(tree: SyntaxTree, preposition: number): number {
  const head = headOf(tree, preposition);
  if (tagOf(tree, head) !== "VERB") return head;
  for (let at = preposition + 1; at < head; at += 1)
    if (["NOUN", "PROPN"].includes(tagOf(tree, at)) && (headOf(tree, at) < preposition || headOf(tree, at) >= head)) return at;
  return head;
}

const relativeWords = new Set(["who", "which", "that", "whom", "whose", "where", "when"]);

/** "met commanders from the south, including Ann Lee": people named as examples of the last side. */
export function includedAmong(context: PartyContext, parties: readonly Party[]): Party[] {
  const { tree } = context;
  const last = parties[parties.length - 1];
  if (!last || last.named || !last.plural || last.kind !== "person") return [];
  for (let at = last.head + 1; at <= last.head + 2 * reach; at += 1) {
    const word = lowerOf(tree, at);
    if (word === "" || otherMatters.has(word)) return [];
    if ((word === "including" || word === "among") && tree.tokens[at - 1]?.text === ",") {
      const start = tree.tokens[at]?.start ?? 0;
      const head = headOf(tree, at);
      const isOfThem = lowerOf(tree, at + 1) === "them";
      const named = isOfThem ? headFrom(tree, at + 2) : head > at ? head : headOf(tree, at + 1);
      return partiesOf(context, [named]).filter((party) => party.kind === "person" && party.start > start);
    }
  }
  return [];
}

/** "a delegation of trade unionists led by B": who leads those that are met, where that is somebody with a name. */
export function leadersAmong(context: PartyContext, parties: readonly Party[]): Party[] {
  const { tree } = context;
  return parties.flatMap((party) => {
    if (party.named && party.kind === "person") return [];
    for (let at = party.head + 1; at < party.head + 12; at += 1) {
      if (!/^(?:led|headed)$/u.test(lowerOf(tree, at))) continue;
      // "A delegation led [root] by B called on C": right behind the noun and without an auxiliary it is no verb of its own.
      const isBehind = at === party.head + 1 && lowerOf(tree, at + 1) === "by";
      if (baseRelation(tree, at) !== "acl" && !isBehind) continue;
      const isTheirs = isBehind || reachesHead(tree, at, party.head);
      return isTheirs ? agentParties(context, at).filter(({ kind, named }) => kind === "person" && named) : [];
    }
    return [];
  });
}

/** True where the clause hangs on the phrase or on a noun inside it ("a delegation of teachers led by B"). */
function reachesHead(tree: SyntaxTree, clause: number, head: number): boolean {
  const noun = headOf(tree, clause);
  return noun === head || (["nmod", "appos"].includes(baseRelation(tree, noun)) && headOf(tree, noun) === head);
}

const otherMatters = new Set([".", "to", "on", "about", "over", "for", "after", "before", "during", "while", "and", "said"]);

/** "talks with officials expected to lead them", "with Russia's visiting minister": a parser's clause in the place of the phrase. */
function behindClause(tree: SyntaxTree, clause: number, prepositions: ReadonlySet<string>): number[] {
  // "talks scheduled next week with B", "talks brokered by C between A and B": but C is no side.
  const isBrokered = mediating.test(lowerOf(tree, clause)) && !prepositions.has("by");
  if (isBrokered || arranging.test(lowerOf(tree, clause)))
    return childrenBy(tree, clause, "obl").flatMap((child) => (withHead(tree, child, prepositions) >= 0 ? [child] : []));
  return childrenBy(tree, clause, "nsubj", "nsubj:pass").filter((child) => child < clause && withHead(tree, child, prepositions) >= 0);
}

const arranging = /^(?:scheduled|planned|set|due|held|arranged|slated|expected)$/u;

/** The token itself where one of the prepositions ties it to its head; the noun that "with whom" refers to; else -1. */
function withHead(tree: SyntaxTree, token: number, prepositions: ReadonlySet<string>): number {
  const tied = childrenBy(tree, token, "case", "mark").some((mark) => mark < token && prepositions.has(lowerOf(tree, mark)));
  if (!tied) return -1;
  // "with Russia's visiting foreign minister", read as a clause: its object.
  // Unlike "spoke to B to thank him".
  if (baseRelation(tree, token) === "acl" || baseRelation(tree, token) === "advcl")
    return pennTagOf(tree, token) === "VB" ? -1 : childBy(tree, token, "obj");
  if (["whom", "which", "who"].includes(lowerOf(tree, token))) {
    const clause = headOf(tree, token);
    if (relationOf(tree, clause) === "advcl" && tree.tokens[token - 2]?.text === ",") return nameEndingAt(tree, token - 3);
    return relationOf(tree, clause) === "acl:relcl" ? antecedentOf(tree, headOf(tree, clause), token) : -1;
  }
  return token;
}

/** The first word of the name that ends there, or -1. */
function nameEndingAt(tree: SyntaxTree, last: number): number {
  if (tagOf(tree, last) !== "PROPN") return -1;
  return relationOf(tree, last) === "flat" ? headOf(tree, last) : last;
}

/** "at the invitation of Ann Lee, with whom he spoke": the name right before the comma, where the clause hangs on a noun above it. */
function antecedentOf(tree: SyntaxTree, noun: number, whom: number): number {
  if (tagOf(tree, noun) !== "NOUN" || tree.tokens[whom - 2]?.text !== ",") return noun;
  let at = whom - 3;
  while (tagOf(tree, at) === "PROPN" && headOf(tree, at) > noun && headOf(tree, at) < whom) at = headOf(tree, at);
  return tagOf(tree, at) === "PROPN" && headOf(tree, at) === noun && relationOf(tree, at) === "nmod" ? at : noun;
}

/** True for a bare word of time: "met Monday". */
export function isTime(tree: SyntaxTree, token: number): boolean {
  return relationOf(tree, token).endsWith(":unmarked");
}

const spells = new Set(
  "day days week weeks month year hour hours minutes time times weekend morning afternoon evening night summit sidelines issue crisis dispute".split(
    " ",
  ),
);

/** A place or a time, which can have taken up a "with" phrase that belongs to the meeting. */
function hostsDetachedWith(context: PartyContext, token: number): boolean {
  if (isTime(context.tree, token)) return true;
  const word = lowerOf(context.tree, childBy(context.tree, token, "case"));
  // "spoke by telephone to B".
  if (word === "by") return /^(?:tele)?phone$/u.test(lowerOf(context.tree, token));
  if (!["in", "at", "on", "for", "during", "about", "over", "of"].includes(word)) return false;
  return tagOf(context.tree, token) === "PROPN" || spells.has(lowerOf(context.tree, token));
}

/** The agent of a passive ("was met by B") or of a reduced relative ("talks led by B"). */
export function agentParties(context: PartyContext, verb: number): Party[] {
  const { tree } = context;
  const isBy = (child: number): boolean => lowerOf(tree, childBy(tree, child, "case")) === "by";
  const agents = agentsOf(tree, verb);
  const by = childrenBy(tree, verb, "obl").filter(isBy);
  // "instead of A they were met by B": behind another preposition nobody acts.
  const [agent] = agents;
  const first = agent !== undefined && (isBy(agent) || by.length === 0) ? [agent] : [];
  // "led on one side by A and on the other by B".
  const more = childrenBy(tree, verb, "obl:agent").filter(
    (child) => child !== agent && (isBy(child) || (first.length > 0 && childBy(tree, child, "case") < 0)),
  );
  const heads = [...first, ...by.filter((child) => !agents.includes(child)), ...more];
  if (heads.length > 0) return partiesOf(context, heads);
  // "were welcomed to the palace by Ann Lee", with the agent hung on the place.
  const places = childrenBy(tree, verb, "obl", "obj");
  const strays = places.flatMap((child) => childrenBy(tree, child, "nmod").filter(isBy));
  // "was received in audience by the Pope": by whoever grants it.
  const isAudience = places.some((child) => lowerOf(tree, child) === "audience" && lowerOf(tree, childBy(tree, child, "case")) === "in");
  return partiesOf(context, strays).filter(({ kind, named, plural }) => kind === "person" && (named || (isAudience && !plural)));
}
