/** Who says it: the speakers of a verb of saying, by the tree and, where the parser errs, by position. */
import type { TokenRange } from "../../domain/mention.ts";
import { type Grammar, nounPhraseStartingAt, subjectOf } from "../clauses.ts";
import { agentsOf, subjectsOf } from "../syntax/clause-subjects.ts";
import { conjunctsOf, type NounPhrase, possessorOf } from "../syntax/noun-phrases.ts";
import {
  baseRelation,
  childBy,
  childrenBy,
  headOf,
  lowerOf,
  pennTagOf,
  rangeUnder,
  relationOf,
  type SyntaxTree,
  tagOf,
} from "../syntax/syntax-tree.ts";
import { type Clause, channelNouns, hasFiniteVerb, isFiniteVerb, takesAddressee, timeWords } from "./frame-parts.ts";
import { speakerPhraseOf } from "./speaker-phrases.ts";

/** The phrases that say it: the verb's subject in the tree, else the noun phrase that stands where a subject stands. */
export function speakersOf(clause: Clause): NounPhrase[] {
  const { tree, grammar, verb, reach, stretchOf } = clause;
  const isSpeaker = (head: number): boolean => canSpeak(tree, head) && (stretchOf[head] ?? -1) < 0;
  const withPhrases = (heads: readonly number[]): NounPhrase[] => heads.map((head) => ({ head, ...speakerPhraseOf(tree, head, verb) }));
  const agents = agentsOf(tree, verb);
  if (agents.length > 0) return withPhrases(agents);
  if (childBy(tree, verb, "aux:pass") >= 0) return [];
  const inverted = invertedSubject(clause);
  if (inverted) return [inverted];
  const outer = outerOf(clause, verb);
  const subjects = withNameConjuncts(tree, sayersOf(tree, outer)).filter((head) => isSpeaker(head) && (head < verb || isBehind(clause)));
  if (subjects.length > 0) return withPhrases(subjects);
  // "Organizers of both insist they will …": the parser gave both subjects to the second verb.
  for (const child of childrenBy(tree, verb, "ccomp")) {
    const stolen = childBy(tree, child, "nsubj");
    if (stolen >= 0 && stolen < verb && isSpeaker(stolen)) return withPhrases(conjunctsOf(tree, stolen).filter((head) => head < verb));
  }
  return positionalSubjects(tree, grammar, verb, reach).filter(({ head }) => isSpeaker(head));
}

/**
 * The verb whose subject a joined verb shares. "The mayor denied that anyone was hurt and accused the council": after a passive an
 * active verb with an object goes on with the clause above, whatever the parser joined it to.
 */
function outerOf(clause: Clause, verb: number): number {
  const { tree, speechVerbs } = clause;
  const joined = headOf(tree, verb);
  if (baseRelation(tree, verb) !== "conj" || childBy(tree, verb, "nsubj", "aux") >= 0) return verb;
  // "denied that the side had been lucky and insisted": beside a predicate with "had" or "would" a plain past is none of its own.
  const isPassive = childBy(tree, joined, "aux:pass") >= 0;
  const isOwnTense =
    (childBy(tree, joined, "aux") >= 0 || reportsBeside(clause, verb, joined)) &&
    tagOf(tree, childBy(tree, joined, "nsubj")) !== "PRON" &&
    childBy(tree, verb, "ccomp", "xcomp") >= 0 &&
    speechVerbs.has(lowerOf(tree, verb));
  if (!(isPassive && childBy(tree, verb, "obj", "iobj") >= 0) && !isOwnTense) return verb;
  const above = headOf(tree, joined);
  if (baseRelation(tree, joined) !== "ccomp" || above < 0 || above > joined) return verb;
  // With an object beside it, what looks like a participle is in the past tense.
  const tag = pennTagOf(tree, verb);
  if (isOwnTense && tag === "VBN") return verb;
  return pennTagOf(tree, above) === ({ VB: "VBP", VBN: "VBD" }[tag] ?? tag) ? above : verb;
}

/** "admitted that she erred but noted that": a verb of saying with a "that" of its own beside one that says nothing. */
function reportsBeside({ tree, speechVerbs }: Clause, verb: number, joined: number): boolean {
  if (speechVerbs.has(lowerOf(tree, joined))) return false;
  return lowerOf(tree, childBy(tree, childBy(tree, verb, "ccomp"), "mark")) === "that";
}

/** Where the verbs of a clause's end start that go on with the clause above, or the end of all. */
export function sharedFrom(clause: Clause, child: number): number {
  const { tree, verb } = clause;
  const shared = childrenBy(tree, child, "conj").find((joined) => joined > child && outerOf(clause, joined) === verb);
  return shared === undefined ? tree.tokens.length : rangeUnder(tree, shared).firstToken;
}

/** False for "a report said the supply was …", where the parser gave the subject of the clause to the verb of saying. */
function isBehind({ tree, verb, sentence }: Clause): boolean {
  return verb === sentence.firstToken || !["NOUN", "PROPN", "PRON"].includes(tagOf(tree, verb - 1)) || lowerOf(tree, verb - 1) === "so";
}

/** The heads with what the parser joined to a later word of their names: "Mara Lindqvist and Tomas Ray" hangs Ray on Lindqvist. */
function withNameConjuncts(tree: SyntaxTree, heads: readonly number[]): number[] {
  const joined = heads.flatMap((head) => childrenBy(tree, head, "flat").flatMap((part) => childrenBy(tree, part, "conj")));
  return [...new Set([...heads, ...joined])].sort((a, b) => a - b);
}

/** The subjects of a verb of saying, by position. */
export function positionalSubjects(tree: SyntaxTree, grammar: Grammar, verb: number, reach: TokenRange): NounPhrase[] {
  return subjectOf(grammar, verb, reach).map((range) => ({ head: headIn(tree, range), ...range }));
}

/**
 * The heads of who says it, by the tree: the subjects of the verb, seen through a statement ("Hamas issued a statement saying …"
 * → Hamas) and past a noun before a comma ("Trump warned Hamas, saying …" → Trump).
 */
export function sayersOf(tree: SyntaxTree, verb: number): number[] {
  const noun = headOf(tree, verb);
  if (noun < 0 || noun > verb || pennTagOf(tree, verb) !== "VBG") return subjectsOf(tree, verb);
  const isAttached = relationOf(tree, verb) === "acl";
  if (isAttached && channelNouns.has(lowerOf(tree, noun))) {
    const owner = ownerOf(tree, noun);
    return [owner < 0 ? noun : owner];
  }
  const isAside = tree.tokens[verb - 1]?.text === ",";
  const overheard = overheardSpeaker(tree, verb);
  if (overheard >= 0) return [overheard];
  if (!isAside || childBy(tree, verb, "nsubj") >= 0 || !["acl", "advcl"].includes(relationOf(tree, verb))) return subjectsOf(tree, verb);
  // The nearest clause above with a subject of its own: "Lee urged women to vote for Ray, saying …" → Lee.
  let governor = noun;
  for (let depth = 0; depth < 16 && governor >= 0; depth += 1) {
    // "Lee apologised after they came out, saying": the comma ends the clause that tells when.
    const isWhen = baseRelation(tree, governor) === "advcl" && childBy(tree, governor, "mark") >= 0;
    if (!isWhen && childBy(tree, governor, "nsubj", "csubj") >= 0) {
      const subjects = subjectsOf(tree, governor).filter((subject) => subject < verb);
      // "won a race so close that it took two counts, telling": a race tells nothing.
      const isInner = headOf(tree, governor) >= 0 && subjects.every((subject) => things.has(lowerOf(tree, subject)));
      if (subjects.length > 0 && !isInner) return subjects;
    }
    governor = headOf(tree, governor);
  }
  return isAttached ? [noun] : subjectsOf(tree, verb);
}

const things = new Set(["it", "that", "which", "this", "there"]);

const hearings = new Set(
  "recall recalls recalled recalling remember remembers remembered hear hears heard overheard quote quotes quoted quoting cite cites cited film filmed recorded caught".split(
    " ",
  ),
);

/** "recalled a foreman saying", "quoted the minister as saying": who is heard to say it, or -1. */
function overheardSpeaker(tree: SyntaxTree, verb: number): number {
  const isAs = lowerOf(tree, verb - 1) === "as";
  // "was quoted by the agency as saying".
  const quoting = headOf(tree, verb);
  if (isAs && quoting >= 0 && quoting < verb && hearings.has(lowerOf(tree, quoting)) && agentsOf(tree, quoting).length > 0)
    return childBy(tree, quoting, "nsubj:pass");
  const noun = isAs ? verb - 2 : verb - 1;
  const subject = childBy(tree, verb, "nsubj");
  if (!["NOUN", "PROPN", "PRON"].includes(tagOf(tree, noun)) || (subject >= 0 && (subject < verb || !isAs))) return -1;
  for (let at = noun - 1; at >= 0 && at > noun - 8; at -= 1) {
    if (/^[,.;:]$/u.test(tree.tokens[at]?.text ?? "")) return -1;
    if (!hearings.has(lowerOf(tree, at))) continue;
    const object = childrenBy(tree, at, "obj", "nsubj:pass").find((child) => child > at);
    if (object !== undefined) return object;
    // "Ray was heard on a microphone telling him".
    const heard = childBy(tree, at, "nsubj:pass");
    return heard >= 0 ? heard : noun;
  }
  return -1;
}

/** Days, nouns of time and the hours of a live blog say nothing. */
export function canSpeak(tree: SyntaxTree, head: number): boolean {
  if (/^\d{1,2}[:.]\d\d$/u.test(tree.tokens[head]?.text ?? "")) return false;
  return !timeWords.has(lowerOf(tree, head)) || tagOf(tree, head) === "PRON";
}

/** Verbs behind which a voice is introduced: "…, said a spokesman". */
const beforeAnybody =
  /^(?:says?|said|adds?|added|explain(?:s|ed)|reports?|reported|not(?:es|ed)|argue[sd]|insist(?:s|ed)|complain(?:s|ed)|joke[sd]|quip(?:s|ped)|shout(?:s|ed)|repl(?:ies|ied)|read[s]?|recall(?:s|ed))$/u;

/** `…, said Ann Lee, the mayor`: straight after the words said, the verb comes before its subject. */
export function invertedSubject({ tree, grammar, verb, sentence, speech }: Clause): NounPhrase | null {
  const before = tree.tokens[verb - 1]?.text ?? "";
  if (verb === sentence.firstToken || !/^(?:[,"”’'»?!]|'')$/u.test(before)) return null;
  if (!["VBD", "VBZ", "VBP", "VBN"].includes(pennTagOf(tree, verb)) || takesAddressee.has(lowerOf(tree, verb))) return null;
  // "Ann Lee, a teacher, called the result …": what follows is what is spoken of.
  if (before === "," && speech.frames.has("object") && !speech.frames.has("clause") && !speech.frames.has("that")) return null;
  // "One of them, who lives abroad, recalled a warehouse": nothing but a relative clause stands before the verb.
  if (before === "," && !hasFiniteVerb(tree, sentence.firstToken, relativeStart(tree, sentence.firstToken, verb))) return null;
  const subject = childBy(tree, verb, "nsubj");
  if (subject > verb) return { head: subject, ...speakerPhraseOf(tree, subject) };
  // "after its owner, Ann Lee, demanded a vote": a clause of its own, with its subject before it.
  if (subject >= 0 && childBy(tree, verb, "mark") >= 0) return null;
  // "…, Nils Ek, announced a joint bid", "tweeted a warning": an object, where somebody new speaks behind few verbs only.
  if (before === "," && /^an?$/u.test(lowerOf(tree, verb + 1)) && !beforeAnybody.test(lowerOf(tree, verb))) return null;
  const phrase = nounPhraseStartingAt(grammar, verb + 1, sentence.endToken);
  // "…, we are told, demands it".
  if (!phrase || lowerOf(tree, phrase.endToken - 1) === "it") return null;
  // "X, the mayor, said the talks went on": what follows is the clause and not who says it.
  for (let token = phrase.endToken; token < sentence.endToken && tree.tokens[token]?.text !== ","; token += 1)
    if (isFiniteVerb(tree, token)) return null;
  if (subject >= 0 && before === "," && !hasFiniteVerb(tree, sentence.firstToken, verb)) return null;
  return { head: headIn(tree, phrase), ...phrase };
}

/** Where the first "…, who" or "…, which" of a range starts, or its end. */
function relativeStart(tree: SyntaxTree, from: number, to: number): number {
  for (let token = from; token + 1 < to; token += 1)
    if (tree.tokens[token]?.text === "," && ["who", "which", "whose", "where"].includes(lowerOf(tree, token + 1))) return token;
  return to;
}

const nominalTags = new Set(["NOUN", "PROPN", "PRON", "NUM", "SYM", "ADJ", "X"]);

/** The token of a phrase that the others hang on: the first noun whose own head lies outside. */
function headIn(tree: SyntaxTree, { firstToken, endToken }: TokenRange): number {
  let found = endToken - 1;
  for (let token = endToken - 1; token >= firstToken; token -= 1) {
    const head = headOf(tree, token);
    const isInside = head >= firstToken && head < endToken;
    // "two sources briefed on the talks said": the parser may take the participle for the verb, and the noun for its subject.
    const isSubject = isInside && ["VERB", "AUX"].includes(tagOf(tree, head)) && baseRelation(tree, token) === "nsubj";
    if ((!isInside || isSubject) && nominalTags.has(tagOf(tree, token))) found = token;
  }
  return found;
}

const lightVerbs = new Set(
  "issued issue issuing issues made make makes making released release releases releasing gave give gives giving put repeated repeats repeat repeating offered offers offer offering voiced delivered renewed reiterated sent send sends sending wrote write writes writing published publishes posted".split(
    " ",
  ),
);

export function ownerOf(tree: SyntaxTree, noun: number): number {
  const possessor = possessorOf(tree, noun);
  if (possessor >= 0) return possessor;
  const by = childrenBy(tree, noun, "nmod").find((child) =>
    ["by", "from", ...(lowerOf(tree, noun) === "words" ? ["of"] : [])].includes(lowerOf(tree, childBy(tree, child, "case"))),
  );
  if (by !== undefined) return by;
  const verb = headOf(tree, noun);
  if (baseRelation(tree, noun) === "obj" && lightVerbs.has(lowerOf(tree, verb))) return subjectsOf(tree, verb)[0] ?? -1;
  return -1;
}
