/** Verb groups over the trees: a verb with its auxiliaries, and what they say of time, course, voice, negation and certainty. */
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
} from "./syntax-tree.ts";

export interface VerbGroup {
  readonly verb: number;
  /** Auxiliaries in the order of the text, those of a joined verb before it included ("will meet and talk"). */
  readonly auxiliaries: readonly number[];
  readonly tense: "past" | "present" | "future" | "none";
  readonly aspect: "simple" | "perfect" | "progressive" | "perfect-progressive";
  readonly voice: "active" | "passive";
  readonly negated: boolean;
  /** "may", "could", "would" …, lower-case and in full; null where there is none. "will" counts as tense. */
  readonly modal: string | null;
  /** How the clause hangs on another: "that they met", "if they meet", "refused to meet"; null for a main clause. */
  readonly link: ClauseLink | null;
}

export interface ClauseLink {
  /** The governing verb, adjective or noun. */
  readonly governor: number;
  readonly kind: "complement" | "adverbial" | "relative" | "participle" | "subject" | "aside";
  /** "that", "if", "to", "before", "without" …, lower-case; null where there is none. */
  readonly marker: string | null;
  readonly governorNegated: boolean;
}

const modals = new Map([
  ["ca", "can"],
  ["wo", "will"],
  ["'ll", "will"],
  ["'d", "would"],
  ["sha", "shall"],
]);
const negations = new Set(["not", "n't", "never", "no", "nor", "neither", "hardly", "barely"]);
const linkKinds = new Map<string, ClauseLink["kind"]>([
  ["ccomp", "complement"],
  ["xcomp", "complement"],
  ["advcl", "adverbial"],
  ["advcl:relcl", "relative"],
  ["acl:relcl", "relative"],
  ["acl", "participle"],
  ["csubj", "subject"],
  ["parataxis", "aside"],
]);

/** True for verbs and for words that a copula makes into a clause ("is ready"); auxiliaries do not count. */
export function isPredicate(tree: SyntaxTree, token: number): boolean {
  const relation = baseRelation(tree, token);
  if (relation === "aux" || relation === "cop") return false;
  return (
    tagOf(tree, token) === "VERB" || childBy(tree, token, "cop", "aux:pass") >= 0 || (tagOf(tree, token) === "AUX" && relation !== "aux")
  );
}

/** The verb group of a predicate. */
export function verbGroupOf(tree: SyntaxTree, verb: number): VerbGroup {
  let auxiliaries = childrenBy(tree, verb, "aux", "cop");
  const own = auxiliaries.length > 0;
  // "will meet and talk": a joined verb without auxiliaries or a subject of its own shares those of the first.
  let negated = hasNegation(tree, verb);
  if (!own && baseRelation(tree, verb) === "conj" && childBy(tree, verb, "nsubj") < 0) {
    const first = headOf(tree, verb);
    const shared = childrenBy(tree, first, "aux");
    if (shared.length > 0 && sharesForm(pennTagOf(tree, verb), pennTagOf(tree, first))) {
      auxiliaries = shared;
      negated ||= conjunctionIs(tree, verb, "or", "nor") && hasNegation(tree, first);
    }
  }
  const forms = auxiliaries.map((token) => lowerOf(tree, token));
  const modalToken = auxiliaries.find((token) => pennTagOf(tree, token) === "MD");
  const modalWord = modalToken === undefined ? null : lowerOf(tree, modalToken);
  const modal = modalWord === null ? null : (modals.get(modalWord) ?? modalWord);
  const tag = pennTagOf(tree, verb);
  const passive =
    childBy(tree, verb, "aux:pass") >= 0 ||
    childBy(tree, verb, "nsubj:pass") >= 0 ||
    (tag === "VBN" &&
      (baseRelation(tree, verb) === "acl" || childBy(tree, verb, "obl:agent") >= 0) &&
      !forms.some((form) => haveForms.has(form)));
  const perfect = auxiliaries.some((token) => haveForms.has(lowerOf(tree, token)) && baseRelation(tree, token) === "aux");
  const progressive =
    (tag === "VBG" && auxiliaries.some((token) => beForms.has(lowerOf(tree, token)) && relationOf(tree, token) === "aux")) ||
    (passive && auxiliaries.some((token) => lowerOf(tree, token) === "being"));
  return {
    verb,
    auxiliaries,
    tense: tenseOf(tree, verb, auxiliaries, modal),
    aspect: perfect ? (progressive ? "perfect-progressive" : "perfect") : progressive ? "progressive" : "simple",
    voice: passive ? "passive" : "active",
    negated,
    modal: modal === "will" || modal === "shall" ? null : modal,
    link: linkOf(tree, verb),
  };
}

const haveForms = new Set(["have", "has", "had", "having", "'ve"]);
const beForms = new Set(["be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"]);

function tenseOf(tree: SyntaxTree, verb: number, auxiliaries: readonly number[], modal: string | null): VerbGroup["tense"] {
  if (modal === "will" || modal === "shall") return "future";
  const finite = auxiliaries.find((token) => ["VBD", "VBZ", "VBP"].includes(pennTagOf(tree, token)));
  // "is going to meet": the future that speech prefers.
  const governor = headOf(tree, verb);
  if (lowerOf(tree, governor) === "going" && relationOf(tree, verb) === "xcomp" && childBy(tree, governor, "aux") >= 0) return "future";
  const tag = finite === undefined ? pennTagOf(tree, verb) : pennTagOf(tree, finite);
  if (tag === "VBD") return "past";
  if (tag === "VBZ" || tag === "VBP") return "present";
  return modal === null ? "none" : "present";
}

/** True when the clause is denied: "did not meet", "never met", "no one met", "met neither". */
export function hasNegation(tree: SyntaxTree, verb: number): boolean {
  for (const child of childrenOf(tree, verb)) {
    // "Not only did they meet": they did, and more.
    const isMore = /^(?:only|just|merely|simply)$/u.test(lowerOf(tree, child + 1));
    if (baseRelation(tree, child) === "advmod" && negations.has(lowerOf(tree, child)) && !isMore) return true;
    // "At no time did they meet", "Nor did they meet": in front of the auxiliary.
    if (child < verb && isFrontedNo(tree, child)) return true;
    // "would no longer negotiate".
    if (lowerOf(tree, child) === "longer" && lowerOf(tree, child - 1) === "no") return true;
    // "spoke to neither A nor B", "spoke to nobody".
    if (baseRelation(tree, child) === "obl" && (/^(?:nobody|none)$/u.test(lowerOf(tree, child)) || isNeither(tree, child))) return true;
    if (["nsubj", "obj"].includes(baseRelation(tree, child))) {
      if (isNeither(tree, child)) return true;
      if (["nobody", "none", "nothing"].includes(lowerOf(tree, child))) return true;
      const determiner = childBy(tree, child, "det");
      if (determiner >= 0 && ["no", "neither"].includes(lowerOf(tree, determiner))) return true;
    }
  }
  return false;
}

/** "at no time", "under no circumstances", "nor", right before an auxiliary. */
function isFrontedNo(tree: SyntaxTree, child: number): boolean {
  // "Nor [cc of did] did they meet".
  if (tagOf(tree, child) === "AUX") return lowerOf(tree, child - 1) === "nor";
  if (tagOf(tree, child + 1) !== "AUX") return false;
  return (
    /^(?:time|point|stage|circumstances?|way|account|moment|occasion|case)$/u.test(lowerOf(tree, child)) &&
    lowerOf(tree, child - 1) === "no"
  );
}

/** "neither A nor B". */
function isNeither(tree: SyntaxTree, noun: number): boolean {
  return childrenBy(tree, noun, "cc", "cc:preconj", "det", "advmod").some((child) => child < noun && lowerOf(tree, child) === "neither");
}

function sharesForm(tag: string, first: string): boolean {
  return tag === first;
}

function conjunctionIs(tree: SyntaxTree, token: number, ...words: readonly string[]): boolean {
  const joiner = childBy(tree, token, "cc");
  return joiner >= 0 && words.includes(lowerOf(tree, joiner));
}

/** How a predicate's clause hangs on another, or null for a main clause. A joined verb hangs where the first does. */
export function linkOf(tree: SyntaxTree, verb: number): ClauseLink | null {
  let at = verb;
  while (baseRelation(tree, at) === "conj") at = headOf(tree, at);
  const governor = headOf(tree, at);
  const kind = linkKinds.get(relationOf(tree, at)) ?? linkKinds.get(baseRelation(tree, at));
  if (governor < 0 || kind === undefined) {
    // "plans for meeting", "after meeting": a gerund tied like a noun.
    if (governor >= 0 && pennTagOf(tree, at) === "VBG" && ["obl", "nmod", "obj"].includes(baseRelation(tree, at))) {
      return { governor, kind: "complement", marker: markerOf(tree, at), governorNegated: hasNegation(tree, governor) };
    }
    return null;
  }
  return { governor, kind, marker: markerOf(tree, verb) ?? markerOf(tree, at), governorNegated: hasNegation(tree, governor) };
}

/** The word that opens the clause: a conjunction, "to", or the preposition before a gerund. */
function markerOf(tree: SyntaxTree, verb: number): string | null {
  const marker = childBy(tree, verb, "mark", "case");
  if (marker >= 0) return [marker, ...childrenBy(tree, marker, "fixed")].map((token) => lowerOf(tree, token)).join(" ");
  // "when they met": the question words that open adverbial clauses are adverbs.
  const adverb = childrenBy(tree, verb, "advmod").find((token) => pennTagOf(tree, token) === "WRB" && token < verb);
  return adverb === undefined ? null : lowerOf(tree, adverb);
}

/**
 * The chain of governors from a verb outwards, nearest first: "denied that it planned to meet" → from "meet": "planned", "denied".
 * Relative clauses end it, for what holds of the sentence does not hold of them.
 */
export function governorsOf(tree: SyntaxTree, verb: number): ClauseLink[] {
  const chain: ClauseLink[] = [];
  for (let link = linkOf(tree, verb); link !== null && chain.length < 32; link = linkOf(tree, link.governor)) {
    chain.push(link);
    if (link.kind === "relative") break;
  }
  return chain;
}
