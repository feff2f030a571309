/**
 * he, she, it and they → what they stand for. Expressions are read in the order of the text; each pronoun ranks what stands before it
 * and agrees with it, and joins the best or stays alone. Nouns that nobody names take part too, so that "he" after "a guard" is the
 * guard and stays open. After Hobbs (1978), Lappin and Leass (1994) and Denis and Baldridge (2008).
 */

import type { Lexicon } from "../../text/lexicon.ts";
import type { Gender } from "../../text/noun-kinds.ts";
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, relationOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { addNobodyFeatures, addPairFeatures, type Candidate } from "./antecedent-features.ts";
import { type AntecedentModel, probabilities, type WeightGroup, weightGroupOf } from "./antecedent-model.ts";
import { findAccusers, isOfAccused, onlyPersonBefore, onlySayer, ownBody, ownSubject } from "./own-antecedents.ts";
import type { Expression } from "./referring-expressions.ts";
import { spokenForBefore, teller } from "./spoken-for.ts";

/** An article as the ranker sees it. */
export interface Expressions {
  readonly tree: SyntaxTree;
  /** In the order of the text. */
  readonly expressions: readonly Expression[];
  /** For each expression what it stands for: the entity of a name, else a number of its own. */
  readonly referents: Int32Array;
  /** The gender of a referent as far as names and titles tell. */
  readonly genderOf: (referent: number) => Gender;
  /** For each token the number of the quotation that it stands in, or -1. */
  readonly quotationOf: Int32Array;
  readonly sentenceOf: (token: number) => number;
  readonly paragraphOf: (sentenceIndex: number) => number;
  /** True for the verbs by which somebody is said to speak, lower-case. */
  readonly isReporting: (verb: string) => boolean;
  readonly lexicon: Lexicon;
  /** For each expression 1 where no pronoun means it: the name that opens a speaker's turn ("Ann Lee: We waited."). */
  readonly isLabel: Uint8Array;
}

/** A pronoun with all it could stand for. */
export interface Ranking {
  readonly group: WeightGroup;
  /** Index of the pronoun among the expressions. */
  readonly pronoun: number;
  /** Indexes of the candidates among the expressions, nearest first. */
  readonly candidates: readonly number[];
  /** The features of each candidate. */
  readonly pairs: readonly (readonly number[])[];
  readonly nobody: readonly number[];
  /** True where the structure leaves no choice but the one candidate's referent. */
  readonly isSettled: boolean;
}

export interface Choice {
  /** What it stands for, or -1 for nobody before it. */
  readonly referent: number;
  /** 0 … 1. */
  readonly probability: number;
}

/** How far back a pronoun reaches. */
const sentenceReach = 4;
const candidateReach = 60;
/** How many expressions are looked at, so that a sentence without an end costs no more than its length. */
const expressionReach = 300;

/**
 * Reads every third-person pronoun and sets its referent in `referents`; gives the choices by expression. `choose` decides: the model,
 * or in training the truth. `guess` says beforehand whom a pronoun may be that speaks a quotation; null where nobody shall be asked.
 */
export function resolvePronouns(input: Expressions, choose: Choose, guess: Choose | null = choose): Map<number, Choice> {
  const { expressions, referents } = input;
  const speakers = speakersOfQuotations(input);
  const memory: Memory = {
    mentions: new Map(),
    genders: new Map(),
    hinted: new Map(),
    first: new Map(),
    most: 0,
    accusers: null,
    speakers,
    speakingPronouns: speakingPronouns(input, speakers),
    spokenOf: new Map(),
    read: 0,
  };
  const choices = new Map<number, Choice>();
  expressions.forEach((expression, index) => {
    const group = weightGroupOf(expression.pronoun);
    memory.read = index;
    if (group) {
      const choice = choose(rank(input, memory, index, group, guess), referents);
      if (choice.referent >= 0) {
        const quotation = input.quotationOf[expression.head] ?? -1;
        if (group === "he" && quotation >= 0) addTo(memory.spokenOf, quotation, choice.referent);
        referents[index] = choice.referent;
        choices.set(index, choice);
        if (expression.gender && !genderOf(input, memory, choice.referent)) learnGender(memory, choice, expression.gender);
      } else if (expression.gender) memory.genders.set(referents[index] ?? -1, expression.gender);
    }
    const referent = referents[index] ?? -1;
    const mentions = (memory.mentions.get(referent) ?? 0) + 1;
    memory.mentions.set(referent, mentions);
    if (!memory.first.has(referent)) memory.first.set(referent, expression.sentenceIndex);
    if (expression.kind === "person") memory.most = Math.max(memory.most, mentions);
  });
  return choices;
}

/** What the article has said so far of each referent. */
interface Memory {
  readonly mentions: Map<number, number>;
  /** Genders that pronouns have told. */
  readonly genders: Map<number, Gender>;
  /** Genders that one doubtful pronoun has told; another that agrees confirms them. */
  readonly hinted: Map<number, Gender>;
  /** The sentence of the first mention. */
  readonly first: Map<number, number>;
  /** The most mentions of any person so far. */
  most: number;
  /** Who accuses and judges others, once a pronoun asks for it. */
  accusers: ReadonlySet<number> | null;
  /** For each quotation who may speak it. */
  readonly speakers: ReadonlyMap<number, ReadonlySet<number>>;
  /** He and she that speak quotations: by what each stands for before it is read. */
  readonly speakingPronouns: ReadonlyMap<number, SpeakingPronoun>;
  /** For each quotation the people whom he and she inside it have been read as. */
  readonly spokenOf: Map<number, Set<number>>;
  /** Index of the expression that is being read. */
  read: number;
}

/** A pronoun that speaks: its index among the expressions, and the numbers of the quotations. */
interface SpeakingPronoun {
  readonly index: number;
  readonly quotations: ReadonlySet<number>;
}

/** How sure a pronoun is whose gender bars the other one from then on. */
const sureOfGender = 0.8;

/** One pronoun that may be wrong says nothing of somebody's gender; two do. */
function learnGender({ genders, hinted }: Memory, { referent, probability }: Choice, gender: Gender): void {
  if (probability >= sureOfGender || hinted.get(referent) === gender) genders.set(referent, gender);
  else hinted.set(referent, gender);
}

function genderOf(input: Expressions, memory: Memory, referent: number): Gender {
  return input.genderOf(referent) ?? memory.genders.get(referent) ?? null;
}

export type Choose = (ranking: Ranking, referents: Int32Array) => Choice;

/**
 * Whom a pronoun that speaks a quotation is likely to be, asked before its turn, for a pronoun of its gender inside; -1 where it is no
 * pronoun, or nobody likely. It is ranked as if the quotation were not there.
 */
function likelySpeaker(input: Expressions, memory: Memory, speaker: number, inside: number, guess: Choose | null): number {
  const index = memory.speakingPronouns.get(speaker)?.index ?? -1;
  const pronoun = input.expressions[index];
  if (!guess || !pronoun || index <= inside || pronoun.gender !== input.expressions[inside]?.gender) return -1;
  const { referent, probability } = guess(rank(input, memory, index, "he", guess), input.referents);
  return probability >= likelyEnough ? referent : -1;
}

const likelyEnough = 0.5;

function rank(input: Expressions, memory: Memory, index: number, group: WeightGroup, guess: Choose | null): Ranking {
  const { tree, expressions, referents } = input;
  const candidates: number[] = [];
  const pairs: number[][] = [];
  const nobody: number[] = [];
  const pronoun = expressions[index];
  if (!pronoun) return { group, pronoun: index, candidates, pairs, nobody, isSettled: false };
  const barred = barredReferents(input, index, pronoun);
  for (const speaker of memory.speakers.get(input.quotationOf[pronoun.head] ?? -1) ?? []) {
    barred.add(speaker);
    // "“I saw him once,” he said": whoever "he" is likely to be, it is somebody else.
    const likely = likelySpeaker(input, memory, speaker, index, guess);
    if (likely >= 0) barred.add(likely);
  }
  // "“She lied,” she said": who speaks is none of those called so inside.
  for (const quotation of memory.speakingPronouns.get(referents[index] ?? -1)?.quotations ?? [])
    for (const other of memory.spokenOf.get(quotation) ?? []) barred.add(other);
  if (isOfAccused(tree, pronoun)) {
    memory.accusers ??= findAccusers(input);
    for (const accuser of memory.accusers) barred.add(accuser);
  }
  const ranks = new Map<number, number>();
  let hasSubject = false;
  const floor = Math.max(0, index - expressionReach);
  for (let at = index - 1; at >= floor && candidates.length < candidateReach; at -= 1) {
    const expression = expressions[at];
    if (!expression) break;
    if (pronoun.sentenceIndex - expression.sentenceIndex > sentenceReach) break;
    const referent = referents[at] ?? -1;
    if (input.isLabel[at] || barred.has(referent) || expression.endToken > pronoun.firstToken) continue;
    // Asked before its turn: what the quotation speaks of is not read yet.
    if (at > memory.read && expression.form === "pronoun") continue;
    const agreement = agrees(input, memory, group, pronoun, expression, referent);
    if (!agreement) continue;
    const known = ranks.get(referent);
    const rankOf = known ?? ranks.size;
    if (known === undefined) ranks.set(referent, rankOf);
    const isNearestSubject: boolean = !hasSubject && expression.role === "subject";
    hasSubject ||= isNearestSubject;
    const mentions = memory.mentions.get(referent) ?? 0;
    const features: number[] = [];
    const candidate: Candidate = {
      expression,
      referent,
      mentions,
      isMostMentioned: mentions >= memory.most,
      isTopic: (memory.first.get(referent) ?? 99) <= 1,
      genderAgrees: agreement,
      rank: rankOf,
      isNearestSubject,
      isOtherParagraph: input.paragraphOf(expression.sentenceIndex) !== input.paragraphOf(pronoun.sentenceIndex),
      quotation: quotationsOf(input, pronoun, expression),
    };
    addPairFeatures(tree, pronoun, candidate, features);
    candidates.push(at);
    pairs.push(features);
  }
  const isQuoted = (input.quotationOf[pronoun.head] ?? -1) >= 0;
  addNobodyFeatures(tree, pronoun, { isQuoted, hasSubjectCandidate: hasSubject }, nobody);
  const body = group === "it" && !isQuoted ? ownBody(input, pronoun, candidates) : -1;
  let own = group === "he" && !isQuoted ? spokenForBefore(input, pronoun, candidates) : body;
  if (own < 0 && group === "he" && !isQuoted) own = teller(input, pronoun, candidates);
  if (own < 0 && group === "he" && !isQuoted) own = ownSubject(input, pronoun, candidates);
  if (own < 0 && group === "he" && !isQuoted && !pronoun.isReflexive) own = onlySayer(input, pronoun, candidates);
  if (own < 0 && group === "he" && !isQuoted)
    own = onlyPersonBefore(input, pronoun, candidates, (referent) => genderOf(input, memory, referent) === null);
  if (own < 0) return { group, pronoun: index, candidates, pairs, nobody, isSettled: false };
  const kept = candidates.flatMap((candidate, place) => (referents[candidate] === own ? [place] : []));
  return {
    group,
    pronoun: index,
    candidates: kept.map((at) => candidates[at] ?? -1),
    pairs: kept.map((at) => pairs[at] ?? []),
    nobody,
    isSettled: true,
  };
}

function quotationsOf({ quotationOf }: Expressions, pronoun: Expression, expression: Expression): Candidate["quotation"] {
  const inner = quotationOf[pronoun.head] ?? -1;
  const outer = quotationOf[expression.head] ?? -1;
  if (inner === outer) return inner < 0 ? "neither" : "both";
  if (inner >= 0) return "pronoun";
  return "candidate";
}

/** How many expressions behind a subject its object is looked for. */
const argumentReach = 6;

/** "Ruiz rang Okoye to thank him": the verb whose subject does it, too; else -1. */
function controlOf(tree: SyntaxTree, verb: number): number {
  if (childBy(tree, verb, "nsubj", "nsubj:pass", "csubj") >= 0) return -1;
  const isPurpose = pennTagOf(tree, verb) === "VB" && lowerOf(tree, childBy(tree, verb, "mark")) === "to";
  return isPurpose && baseRelation(tree, verb) === "advcl" ? headOf(tree, verb) : -1;
}

/** Binding: "Ruiz met him" is another than Ruiz, whatever else stands for Ruiz. A reflexive and a possessive are free of it. */
function barredReferents({ tree, expressions, referents }: Expressions, index: number, pronoun: Expression): Set<number> {
  const barred = new Set<number>();
  if (pronoun.isPossessive || pronoun.isReflexive || pronoun.governor < 0 || !isArgument(pronoun)) return barred;
  const control = pronoun.role === "subject" ? -1 : controlOf(tree, pronoun.governor);
  for (let at = index - 1; at >= Math.max(0, index - expressionReach); at -= 1) {
    const expression = expressions[at];
    if (!expression || expression.sentenceIndex !== pronoun.sentenceIndex) break;
    const isBeside = expression.governor === pronoun.governor || (expression.governor === control && expression.role === "subject");
    if (isBeside && isArgument(expression) && expression.joinedWith < 0) barred.add(referents[at] ?? -1);
  }
  // "Ruiz, who will receive him": whom a relative clause is about is another than its other arguments.
  const about = relativeHead(tree, pronoun.governor);
  for (let at = index - 1; about >= 0 && at >= Math.max(0, index - expressionReach); at -= 1) {
    const expression = expressions[at];
    if (!expression || expression.sentenceIndex !== pronoun.sentenceIndex) break;
    if (expression.head === about && expression.joinedWith < 0) barred.add(referents[at] ?? -1);
  }
  // "She congratulated Ruiz": whom the clause names behind the pronoun is another, too.
  for (let at = index + 1; at < expressions.length && at <= index + argumentReach; at += 1) {
    const expression = expressions[at];
    if (!expression || expression.sentenceIndex !== pronoun.sentenceIndex) break;
    const isOther = expression.form !== "pronoun" && expression.governor === pronoun.governor && expression.role === "object";
    if (isOther && expression.joinedWith < 0) barred.add(referents[at] ?? -1);
  }
  return barred;
}

/** The noun that the relative clause of a verb is about as "who", "whom" or "that", an argument of the verb itself; else -1. */
function relativeHead(tree: SyntaxTree, verb: number): number {
  if (relationOf(tree, verb) !== "acl:relcl") return -1;
  const pronouns = childrenBy(tree, verb, "nsubj", "nsubj:pass", "obj", "obl");
  return pronouns.some((child) => /^(?:who|whom|that)$/u.test(lowerOf(tree, child))) ? headOf(tree, verb) : -1;
}

/**
 * In a quotation nobody calls himself "he": who speaks it is somebody else. For each quotation the referents of the subjects of
 * reporting verbs beside its marks, in the sentences that it stands in, else in the one before it.
 */
function speakersOfQuotations({
  tree,
  expressions,
  referents,
  quotationOf,
  isReporting,
  sentenceOf,
}: Expressions): Map<number, Set<number>> {
  const reported = new Map<number, number[]>();
  expressions.forEach(({ head, role, governor, sentenceIndex }, index) => {
    if (role !== "subject" || quotationOf[head] !== -1 || !isReporting(lowerOf(tree, governor))) return;
    reported.set(sentenceIndex, [...(reported.get(sentenceIndex) ?? []), referents[index] ?? -1]);
  });
  const speakers = new Map<number, Set<number>>();
  const first = new Map<number, number>();
  quotationOf.forEach((quotation, token) => {
    if (quotation < 0) return;
    const sentence = sentenceOf(token);
    if (!first.has(quotation)) first.set(quotation, sentence);
    const known = speakers.get(quotation) ?? new Set();
    speakers.set(quotation, known);
    for (const referent of reported.get(sentence) ?? []) known.add(referent);
  });
  for (const [quotation, known] of speakers) {
    if (known.size > 0) continue;
    for (const referent of reported.get((first.get(quotation) ?? 0) - 1) ?? []) known.add(referent);
  }
  return speakers;
}

/** He and she as subjects of verbs of saying outside quotations, with the quotations that they may speak. */
function speakingPronouns(
  { expressions, referents }: Expressions,
  speakers: ReadonlyMap<number, ReadonlySet<number>>,
): Map<number, SpeakingPronoun> {
  const quotationsOf = new Map<number, Set<number>>();
  for (const [quotation, spoken] of speakers) for (const speaker of spoken) addTo(quotationsOf, speaker, quotation);
  const found = new Map<number, SpeakingPronoun>();
  expressions.forEach(({ pronoun }, index) => {
    const quotations = quotationsOf.get(referents[index] ?? -1);
    if (quotations && weightGroupOf(pronoun) === "he") found.set(referents[index] ?? -1, { index, quotations });
  });
  return found;
}

function addTo(sets: Map<number, Set<number>>, key: number, value: number): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}

function isArgument({ role, isPossessive }: Expression): boolean {
  return !isPossessive && (role === "subject" || role === "object" || role === "oblique");
}

/** Whether a pronoun of the group can stand for the expression at all: number, gender and kind. */
function agrees(
  input: Expressions,
  memory: Memory,
  group: WeightGroup,
  pronoun: Expression,
  expression: Expression,
  referent: number,
): Candidate["genderAgrees"] | null {
  if (expression.form === "pronoun" && weightGroupOf(expression.pronoun) !== group) return null;
  const isSeveral = expression.joinedWith >= 0;
  if (group === "they") {
    if (isSeveral || expression.form === "pronoun") return "not asked";
    if (expression.form === "name") return expression.kind === "person" ? null : "not asked";
    return expression.isPlural || expression.kind === "group" ? "not asked" : null;
  }
  if (expression.isPlural || isSeveral) return null;
  if (group === "it") return expression.kind === "person" ? null : "not asked";
  if (expression.form === "name" ? expression.kind !== "person" : expression.form === "nominal" && expression.kind !== "person")
    return null;
  const gender = expression.gender ?? genderOf(input, memory, referent);
  if (gender === null) return "unknown";
  return gender === pronoun.gender ? "known" : null;
}

/** How sure a pronoun is at least that the structure settles. */
const settled = 0.8;

/** Chooses by the model: the referent whose expressions are together the most probable, if it beats "nobody". */
export function chooseByModel(model: AntecedentModel): (ranking: Ranking, referents: Int32Array) => Choice {
  return ({ group, candidates, pairs, nobody, isSettled }, referents) => {
    const shares = probabilities(model.weights[group], pairs, nobody);
    const byReferent = new Map<number, number>();
    candidates.forEach((candidate, index) => {
      const referent = referents[candidate] ?? -1;
      byReferent.set(referent, (byReferent.get(referent) ?? 0) + (shares[index] ?? 0));
    });
    let best: Choice = { referent: -1, probability: shares[candidates.length] ?? 1 };
    for (const [referent, probability] of byReferent) if (probability > best.probability) best = { referent, probability };
    const [only] = candidates;
    if (isSettled && only !== undefined)
      return { referent: referents[only] ?? -1, probability: Math.max(settled, best.referent >= 0 ? best.probability : 0) };
    return best;
  };
}
