/** Who takes part, by grammar: the subjects of a verb with what pronouns among them stand for, and the phrases behind its prepositions. */
import { agentsOf, subjectsOf } from "../syntax/clause-subjects.ts";
import { conjunctsOf } from "../syntax/noun-phrases.ts";
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
import { isPredicate } from "../syntax/verb-groups.ts";
import { nounCues } from "./meeting-cues.ts";
import { partiesAt } from "./meeting-parties.ts";
import { isPress, type Party, type PartyContext } from "./party-context.ts";
import { withOrTo } from "./prepositions.ts";
import { latestSides, recentSides } from "./recent-sides.ts";

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

/** The sides that are the verb's subject; an open pronoun stands for the subject of the clause that its own hangs on. */
export function subjectParties(context: PartyContext, verb: number, depth = 0): Party[] {
  const { tree } = context;
  const taken = takenAsObject(tree, verb);
  if (taken >= 0) return partiesOf(context, [taken]);
  const blamed = blamedFor(tree, verb);
  if (blamed >= 0) return partiesOf(context, [blamed]);
  const [subject] = subjectsOf(tree, verb);
  if (subject === undefined) return withoutSubject(context, verb, depth);
  // "who had himself met B": adds weight, is no subject.
  if (lowerOf(tree, subject).endsWith("self") && depth < 3) return subjectParties(context, headOf(tree, subject), depth + 1);
  const parties = partiesOf(context, withSiblings(context, subject));
  if (parties.length > 0) return resolved(context, parties, verb);
  if (tagOf(tree, subject) !== "NOUN") return [];
  // "Chavez's visit follows a meeting with B", "the comments came after talks with B": whose visit, whose comments.
  const possessor = childBy(tree, subject, "nmod:poss");
  const owners = possessor < 0 ? [] : partiesOf(context, [possessor]);
  if (owners.length > 0) return owners;
  // "expressed his willingness to enter talks": the willingness is the subject's.
  const head = headOf(tree, subject);
  return baseRelation(tree, subject) === "obj" && head !== verb && subject < verb ? subjectParties(context, head, depth + 1) : [];
}

/** "says the European Union (EU) will not start talks": verbs of saying take no object, so what stands there is the clause's subject; else -1. */
function takenAsObject(tree: SyntaxTree, verb: number): number {
  if (relationOf(tree, verb) !== "ccomp" || childBy(tree, verb, "nsubj", "nsubj:pass") >= 0) return -1;
  if (!finiteTags.has(pennTagOf(tree, verb)) && childBy(tree, verb, "aux") < 0) return -1;
  const head = headOf(tree, verb);
  const isTaken = (child: number): boolean =>
    child > head &&
    child < verb &&
    (nominalTags.has(tagOf(tree, child)) || subjectForms.has(lowerOf(tree, child))) &&
    childBy(tree, child, "cop") < 0;
  // "said the bloc's chairman [ccomp], Ann Lee, had offered".
  return head < verb ? (childrenBy(tree, head, "obj", "iobj", "ccomp").find(isTaken) ?? -1) : -1;
}

/** "criticised the company for calling off a meeting", "thanked her for receiving him": who is blamed or thanked did it; else -1. */
function blamedFor(tree: SyntaxTree, verb: number): number {
  if (pennTagOf(tree, verb) !== "VBG" || !["for", "of", "over"].includes(lowerOf(tree, childBy(tree, verb, "mark", "case")))) return -1;
  const above = headOf(tree, verb);
  if (above < 0 || above > verb || !blaming.test(lowerOf(tree, above))) return -1;
  return childrenBy(tree, above, "obj", "nsubj:pass").find((child) => child < verb) ?? -1;
}

const blaming =
  /^(?:critici[sz]|blam|prais|thank|condemn|attack|accus|rebuk|reprimand|fault|admonish|chid|slam|lambast|punish|mock)(?:e|s|es|ed|ing|med|ming)?$/u;

/** A verb to which the tree gives no subject: a finite one that the parser hung on its own subject, or the next clause outwards. */
function withoutSubject(context: PartyContext, verb: number, depth: number): Party[] {
  const { tree } = context;
  const head = headOf(tree, verb);
  const tag = pennTagOf(tree, verb);
  if (tag === "VBD" || tag === "VBZ" || tag === "VBP") {
    const stray = strayInFront(tree, verb);
    if (stray >= 0) return resolved(context, partiesOf(context, [stray]), verb);
  }
  if (head < 0 || depth > 3 || relationOf(tree, verb) === "acl:relcl") return [];
  if (head < verb && finiteTags.has(tag) && nominalTags.has(tagOf(tree, head)) && strayRelations.has(baseRelation(tree, verb))) {
    return partiesOf(context, [head]);
  }
  // "Lee and Ray discussed it by phone, officials said", with the subject hung on the saying behind.
  if (head > verb && baseRelation(tree, verb) === "ccomp" && (finiteTags.has(tag) || childBy(tree, verb, "cop") >= 0)) {
    const first = childBy(tree, head, "nsubj");
    return first >= 0 && first < verb ? partiesOf(context, withSiblings(context, first)) : [];
  }
  // "arrives on Thursday and plans [NOUN] to meet B": a verb that was read as a noun, as it has no article.
  const isBareNoun = tag === "VB" && tagOf(tree, head) === "NOUN" && baseRelation(tree, head) === "conj" && childBy(tree, head, "cc") >= 0;
  if (isBareNoun && childBy(tree, head, "det", "nmod:poss", "amod") < 0) {
    let at = headOf(tree, head);
    for (let steps = 0; steps < 4 && at >= 0 && !isPredicate(tree, at); steps += 1) at = headOf(tree, at);
    if (at >= 0 && isPredicate(tree, at)) return subjectParties(context, at, depth + 1);
  }
  // "denied having met B".
  const isPerfect = tag === "VBN" && lowerOf(tree, childBy(tree, verb, "aux")) === "having";
  const isOpen = tag === "VB" || tag === "VBG" || isPerfect || lowerOf(tree, verb).endsWith("ing");
  return isOpen && isPredicate(tree, head) && openRelations.has(baseRelation(tree, verb)) ? subjectParties(context, head, depth + 1) : [];
}

/** "After a guard of honour the two presidents [nmod of guard] spoke": a noun right before the verb that nothing ties to the one before; else -1. */
function strayInFront(tree: SyntaxTree, verb: number): number {
  let at = verb - 1;
  for (let steps = 0; steps < 6 && at >= 0; steps += 1) {
    const head = headOf(tree, at);
    const isFree = relationOf(tree, at) === "nmod" && childBy(tree, at, "case") < 0 && childBy(tree, at, "det") >= 0;
    if (isFree && head >= 0 && head < at && ["obl", "nmod"].includes(baseRelation(tree, head))) return at;
    if (head < 0 || head >= verb) return -1;
    at = head;
  }
  return -1;
}

const finiteTags = new Set(["VBD", "VBZ", "VBP", "VBN"]);
const subjectForms = new Set(["he", "she", "they", "we", "i"]);
const nominalTags = new Set(["PROPN", "NOUN"]);
const strayRelations = new Set(["flat", "parataxis", "appos", "list", "dep", "compound"]);
const openRelations = new Set(["acl", "advcl", "xcomp", "conj", "obj", "obl", "ccomp"]);

/** The subject with others of the same verb that the parser left beside it: "A (nsubj) and B (nsubj) met". */
function withSiblings(context: PartyContext, subject: number): number[] {
  const { tree } = context;
  const verb = headOf(tree, subject);
  // "Danish insurer [nsubj:outer] Halden [nsubj] is in talks": a description and the name behind it.
  if (relationOf(tree, subject) === "nsubj:outer") {
    const name = childrenBy(tree, verb, "nsubj").find((child) => child === subject + 1 && tagOf(tree, child) === "PROPN");
    return [name ?? subject];
  }
  if (relationOf(tree, subject) !== "nsubj") return [subject];
  // The parser also takes the second for an object: "A (nsubj) and B (obj) met".
  const siblings = childrenBy(tree, verb, "nsubj", "obj", "obl").filter((child) => child < verb && isBare(tree, child));
  if (siblings.length < 2) return [subject];
  const last = siblings[siblings.length - 1] ?? subject;
  for (let at = subject + 1; at < last; at += 1) if (lowerOf(tree, at) === "and") return siblings;
  if (baseRelation(tree, last) !== "nsubj") return [subject];
  // "British diplomat (nsubj) John Sawers (nsubj)": a title and its name.
  return [last];
}

function isBare(tree: SyntaxTree, token: number): boolean {
  return baseRelation(tree, token) !== "obl" || (childBy(tree, token, "case") < 0 && !isTime(tree, token));
}

/** "China said it was willing to talk", "Bush and Karzai smiled when they met": whom an unresolved pronoun stands for. */
export function resolved(context: PartyContext, parties: readonly Party[], verb: number): Party[] {
  const [only] = parties;
  if (!only || parties.length !== 1) return [...parties];
  const word = lowerOf(context.tree, only.head);
  const isPair = only.isPair === true || word === "they" || word === "them";
  if (!isPair && (only.kind !== "pronoun" || !thirdPerson.has(word))) return [...parties];
  const together = word === "they" || isPair ? withinClauseAbove(context, verb) : [];
  if (together.length === 2)
    return together.map((side) => (side.named ? { ...side, start: only.start, end: only.end, head: only.head } : side));
  for (const above of subjectsAbove(context, verb, only.head)) {
    const fits =
      isPair || word === "they" || word === "them"
        ? above.length > 1 || (only.isPair !== true && above[0]?.plural === true)
        : above.length === 1 && above[0]?.kind === "person" && !above[0].plural;
    if (!fits || above.some((party) => party.head === only.head)) continue;
    // "I met him once, the banker said": whoever speaks of himself as "I" is not "him".
    const own = childBy(context.tree, verb, "nsubj");
    if (only.head > verb && ["i", "we"].includes(lowerOf(context.tree, own))) continue;
    // "A spokesman said that he had met B": he speaks of somebody else.
    if (
      above.length === 1 &&
      only.kind === "pronoun" &&
      above[0]?.named === false &&
      speaksForOthers.test(lowerOf(context.tree, above[0].head))
    )
      continue;
    const [single] = above;
    // "Aides to both men denied that they had met": not the aides.
    const pair = above.length === 1 && single && !single.named ? pairUnder(context, single.head) : -1;
    const two = pair < 0 ? [] : recentSides(context, verb, pair);
    if (two.length === 2 && word === "they")
      return two.map((side) => (side.named ? { ...side, start: only.start, end: only.end, head: only.head } : side));
    // The words stay those of the text; only what they stand for is filled in.
    if (above.length === 1 && single?.named) return [{ ...single, start: only.start, end: only.end, head: only.head }];
    return above;
  }
  // "The two leaders met again": the sides of the contact before.
  const last = word === "they" || word === "them" ? latestSides(context, verb) : [];
  // "Workers asked to see Ann Lee. They will meet Bob Day instead": before somebody else, the group alone.
  const groups = last.filter((side) => side.plural);
  if (groups.length === 1 && last.length === 2 && groups[0] === last[0] && childBy(context.tree, verb, "obj") >= 0) return groups;
  const pair = isPair ? recentSides(context, verb, only.head) : [];
  if (pair.length > 1) {
    return pair.map((side) => (side.named ? { ...side, start: only.start, end: only.end, head: only.head } : side));
  }
  return [...parties];
}

/** The "both men" of "aides to both men", or -1. */
function pairUnder(context: PartyContext, head: number): number {
  return childrenBy(context.tree, head, "nmod").find((child) => partiesOf(context, [child])[0]?.isPair === true) ?? -1;
}

/** "Ann Lee will raise it with Tom Ray when they meet": the subject above and the one it deals with; else nothing. */
function withinClauseAbove(context: PartyContext, verb: number): Party[] {
  const { tree } = context;
  const above = headOf(tree, verb);
  if (above < 0 || baseRelation(tree, verb) !== "advcl" || !occasions.has(lowerOf(tree, childBy(tree, verb, "mark", "advmod")))) return [];
  const left = subjectParties(context, above);
  const objects = childrenBy(tree, above, "obj");
  const met = [...partiesOf(context, objects), ...partiesBehind(context, above, withOrTo)];
  // "set out her plans to B, when the two met".
  const right = met.length > 0 ? met : objects.flatMap((object) => partiesBehind(context, object, withOrTo));
  const isOne = (parties: readonly Party[]): boolean =>
    parties.length === 1 && parties[0]?.kind !== "group" && parties[0]?.plural === false;
  return isOne(left) && isOne(right) ? [...left, ...right] : [];
}

const occasions = new Set(["when", "before", "if", "once", "after", "until"]);

const speaksForOthers = /^(?:spokes(?:man|woman|person)|aide|lawyer|source|attorney|barrister|secretary|publicist)$/u;

const thirdPerson = new Set(["he", "she", "they", "them", "him", "her"]);

/** The subjects of the clauses above a verb, nearest first. */
function subjectsAbove(context: PartyContext, verb: number, pronoun = -1): Party[][] {
  const { tree } = context;
  const found: Party[][] = [];
  for (let at = headOf(tree, verb), steps = 0; at >= 0 && steps < 12; at = headOf(tree, at), steps += 1) {
    const subject = childBy(tree, at, "nsubj");
    // "the guards did not allow them to meet": whoever they are, not the guards.
    if (subject < 0 || (headOf(tree, pronoun) === at && pronoun > at)) continue;
    const parties = partiesOf(context, withSiblings(context, subject));
    if (parties.length > 0 && !parties.some((party) => party.kind === "pronoun")) found.push(parties);
  }
  return found;
}

/** "China said it was willing to talk": the subject "it" where the clause above has one body as its subject. */
export function bodyForIt(context: PartyContext, verb: number): Party[] {
  const { tree } = context;
  const [subject] = subjectsOf(tree, verb);
  if (subject === undefined || lowerOf(tree, subject) !== "it") return [];
  const above = subjectsAbove(context, verb).find((parties) => parties.length === 1 && parties[0]?.kind !== "person");
  return above ?? [];
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
const reach = 14;

/** "a meeting later today with B", "talks about its programme with B": a phrase that the parser hung elsewhere, by the order of words. */
export function partiesAfter(context: PartyContext, token: number, prepositions: ReadonlySet<string>): Party[] {
  const { tree } = context;
  for (let at = token + 1; at <= token + reach; at += 1) {
    const tag = tagOf(tree, at);
    if (prepositions.has(lowerOf(tree, at)) && (tag === "ADP" || tag === "SCONJ")) {
      const head = headOf(tree, at);
      if (takesWith.test(lowerOf(tree, at - 1)) || head < at) return [];
      return partiesOf(context, [phraseBehind(tree, at)]).filter(
        (party) => party.start > (tree.tokens[at]?.start ?? 0) && !isPress(context, party),
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
      const named = isOfThem ? outermost(tree, at + 2) : head > at ? head : headOf(tree, at + 1);
      return partiesOf(context, [named]).filter((party) => party.kind === "person" && party.start > start);
    }
  }
  return [];
}

/** The head of the phrase that starts at the token. */
function outermost(tree: SyntaxTree, token: number): number {
  let at = token;
  while (headOf(tree, at) > at && headOf(tree, at) - token < 6 && nominalTags.has(tagOf(tree, headOf(tree, at)))) at = headOf(tree, at);
  return at;
}

/** "a delegation of trade unionists led by B": who leads those that are met, where that is somebody with a name. */
export function leadersAmong(context: PartyContext, parties: readonly Party[]): Party[] {
  const { tree } = context;
  return parties.flatMap((party) => {
    if (party.named && party.kind === "person") return [];
    for (let at = party.head + 1; at < party.head + 12; at += 1) {
      if (!/^(?:led|headed)$/u.test(lowerOf(tree, at)) || baseRelation(tree, at) !== "acl") continue;
      const isTheirs = reachesHead(tree, at, party.head);
      return isTheirs ? agentParties(context, at).filter(({ kind, named }) => kind === "person" && named) : [];
    }
    return [];
  });
}

/** True where the clause hangs on the phrase or on a noun inside it ("a delegation of teachers led by B"). */
function reachesHead(tree: SyntaxTree, clause: number, head: number): boolean {
  const noun = headOf(tree, clause);
  return noun === head || (baseRelation(tree, noun) === "nmod" && headOf(tree, noun) === head);
}

const otherMatters = new Set([".", "to", "on", "about", "over", "for", "after", "before", "during", "while", "and", "said"]);

/** "talks with officials expected to lead them", "with Russia's visiting minister": a parser's clause in the place of the phrase. */
function behindClause(tree: SyntaxTree, clause: number, prepositions: ReadonlySet<string>): number[] {
  // "talks scheduled next week with B".
  if (arranging.test(lowerOf(tree, clause)))
    return childrenBy(tree, clause, "obl").flatMap((child) => (withHead(tree, child, prepositions) >= 0 ? [child] : []));
  return childrenBy(tree, clause, "nsubj", "nsubj:pass").filter((child) => child < clause && withHead(tree, child, prepositions) >= 0);
}

const arranging = /^(?:scheduled|planned|set|due|held|arranged|slated|expected)$/u;

/** The token itself where one of the prepositions ties it to its head; the noun that "with whom" refers to; else -1. */
function withHead(tree: SyntaxTree, token: number, prepositions: ReadonlySet<string>): number {
  const tied = childrenBy(tree, token, "case", "mark").some((mark) => mark < token && prepositions.has(lowerOf(tree, mark)));
  if (!tied) return -1;
  // "with Russia's visiting foreign minister", read as a clause: its object.
  if (baseRelation(tree, token) === "acl" || baseRelation(tree, token) === "advcl") return childBy(tree, token, "obj");
  if (["whom", "which", "who"].includes(lowerOf(tree, token))) {
    const clause = headOf(tree, token);
    return relationOf(tree, clause) === "acl:relcl" ? headOf(tree, clause) : -1;
  }
  return token;
}

function isTime(tree: SyntaxTree, token: number): boolean {
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
  const strays = childrenBy(tree, verb, "obl", "obj").flatMap((child) => childrenBy(tree, child, "nmod").filter(isBy));
  return partiesOf(context, strays).filter(({ kind, named }) => kind === "person" && named);
}

/** True when the phrases under the token are joined: "A and B". */
export function isJoined(tree: SyntaxTree, token: number): boolean {
  return conjunctsOf(tree, token).length > 1;
}
