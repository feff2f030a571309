/**
 * The frames of reported speech in the tree of a sentence: the word of saying, who says it, and where the words said stand.
 *   Leavitt told reporters ⟨that the talks went on⟩         the clause is a complement of the verb
 *   ⟨The talks⟩, officials said, ⟨could fail⟩               the frame is an aside in the clause
 *   Hamas urged the mediators ⟨to go on⟩                    an infinitive
 *   her claim ⟨that nobody was hurt⟩                        a noun of saying
 *   ⟨Nobody was hurt⟩, according to the ministry
 */
import type { Sentence } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { SpeechVerb } from "../../text/lexicon.ts";
import { type Grammar, nounPhraseStartingAt, subjectOf } from "../clauses.ts";
import { agentsOf, subjectsOf } from "../syntax/clause-subjects.ts";
import { conjunctsOf, type NounPhrase, possessorOf } from "../syntax/noun-phrases.ts";
import {
  baseRelation,
  childBy,
  childrenBy,
  childrenOf,
  headOf,
  isUnder,
  lowerOf,
  pennTagOf,
  rangeUnder,
  relationOf,
  type SyntaxTree,
  tagOf,
} from "../syntax/syntax-tree.ts";
import { hasNegation } from "../syntax/verb-groups.ts";
import type { SieveContext } from "./quoted-stretch.ts";
import { speakerPhraseOf } from "./speaker-phrases.ts";

export interface SpeechFrame {
  /** The verb or noun of saying; "according". */
  readonly cue: number;
  /** Kind of saying ("said", "denied"). */
  readonly kind: string;
  /** The phrases that say it, first to last; empty where the text names nobody. */
  readonly speakers: readonly NounPhrase[];
  /** The tokens of what was said, in text order; several where the frame parts them. */
  readonly content: readonly TokenRange[];
  /** The pattern that found it. */
  readonly pattern: string;
  /** Why nothing was said after all ("did not say whether"), or null. */
  readonly notSaid: string | null;
  readonly confidence: number;
}

interface Clause {
  readonly tree: SyntaxTree;
  readonly grammar: Grammar;
  readonly sentence: Sentence;
  /** Where a subject by position may stand: the sentence from the last marked stretch before the verb on. */
  readonly reach: TokenRange;
  readonly stretchOf: Int32Array;
  readonly verb: number;
  readonly speech: SpeechVerb;
}

/** The frames of a sentence, in the order of their cues. */
export function speechFrames({ tree, grammar, lexicon, stretchOf }: SieveContext, sentence: Sentence): SpeechFrame[] {
  const frames: SpeechFrame[] = [];
  let reach: TokenRange = sentence;
  for (let token = sentence.firstToken; token < sentence.endToken; token += 1) {
    if ((stretchOf[token] ?? -1) >= 0) {
      reach = { firstToken: token + 1, endToken: sentence.endToken };
      continue;
    }
    if (grammar.isName[token]) continue;
    const lower = lowerOf(tree, token);
    const speech = lexicon.speechVerbs.get(lower);
    const tag = tagOf(tree, token);
    let frame: SpeechFrame | null = null;
    if (speech && tag === "VERB") frame = verbFrame({ tree, grammar, sentence, reach, stretchOf, verb: token, speech });
    else if (tag === "NOUN") frame = nounFrame(tree, sentence, token);
    else if (lower === "according") frame = accordingFrame(tree, sentence, token);
    if (frame) frames.push(frame);
  }
  return frames;
}

function verbFrame(clause: Clause): SpeechFrame | null {
  const { tree, verb, speech } = clause;
  if (["amod", "compound", "aux", "case", "det", "mark"].includes(baseRelation(tree, verb))) return null;
  const takesClause = speech.frames.has("clause") || speech.frames.has("that");
  const found =
    (takesClause ? (asideByPosition(clause) ?? aside(clause) ?? complement(clause) ?? unparsedClause(clause)) : null) ??
    infinitive(clause) ??
    calledFor(clause) ??
    spokenOf(clause);
  if (!found) return null;
  // "when asked whether", "Asked whether …, she": nobody is named who asks.
  const isParticiple = pennTagOf(tree, verb) === "VBN" || verb === clause.sentence.firstToken;
  if (isParticiple && speech.kind === "asked" && childBy(tree, verb, "nsubj", "aux") < 0) return null;
  const speakers = found.speakers ?? speakersOf(clause);
  if (speakers.length === 0 && (speech.kind === "asked" || found.pattern === "spoken-of")) return null;
  // "That said, …".
  if (tree.tokens[verb + 1]?.text === "," && verb === clause.sentence.firstToken + 1 && lowerOf(tree, verb - 1) === "that") return null;
  const isSurvey = speakers.some((phrase) => isCounted(tree, phrase));
  const confidence = isSurvey ? surveyConfidence : found.confidence;
  const content = found.content.map((range) => withoutSpeakers(range, speakers));
  return { cue: verb, kind: speech.kind, ...found, content, speakers, notSaid: whyNotSaid(tree, verb, speech), confidence };
}

/** The words said without who says them, where the parser hung both on one clause. */
function withoutSpeakers({ firstToken, endToken }: TokenRange, speakers: readonly NounPhrase[]): TokenRange {
  const inside = speakers.find(({ head }) => head > firstToken && head < endToken);
  return { firstToken, endToken: inside && inside.firstToken > firstToken ? inside.firstToken : endToken };
}

/** Why what the frame holds is not what somebody said, or null. */
function whyNotSaid(tree: SyntaxTree, verb: number, speech: SpeechVerb): string | null {
  if (isDenied(tree, verb, speech)) return "a clause that somebody did not say";
  return isSupposed(tree, verb) ? "a clause that somebody may say" : null;
}

const possibilities = new Set(["may", "might", "could", "should"]);

/** "might blame the mayor", "it is safe to say that …". */
function isSupposed(tree: SyntaxTree, verb: number): boolean {
  if (childrenBy(tree, verb, "aux").some((auxiliary) => possibilities.has(lowerOf(tree, auxiliary))))
    return childrenBy(tree, verb, "aux").every((auxiliary) => lowerOf(tree, auxiliary) !== "have");
  const governor = headOf(tree, verb);
  if (governor < 0 || governor > verb || tagOf(tree, governor) !== "ADJ" || pennTagOf(tree, verb) !== "VB") return false;
  return ["it", ""].includes(lowerOf(tree, childBy(tree, governor, "nsubj", "expl")));
}

/** Answers that a survey counts are nobody's own words. */
const surveyConfidence = 0.4;
const shares = new Set("percent % percentage proportion half third quarter two-thirds majority plurality respondents".split(" "));

/** "52 percent of voters", "six in 10", "about half of those asked": nobody in particular said it. */
function isCounted(tree: SyntaxTree, { head, firstToken, endToken }: NounPhrase): boolean {
  if (shares.has(lowerOf(tree, head)) && !isName(tree, head)) return true;
  for (let token = firstToken; token < endToken; token += 1) {
    const word = lowerOf(tree, token);
    if (word === "%" || word === "percent" || (/^\d+%$/u.test(word) && token <= head)) return true;
    const isRatio = word === "in" || (word === "of" && lowerOf(tree, token - 1) === "out");
    if (isRatio && tagOf(tree, token + 1) === "NUM" && tagOf(tree, word === "in" ? token - 1 : token - 2) === "NUM") return true;
  }
  return false;
}

function isName(tree: SyntaxTree, token: number): boolean {
  return tagOf(tree, token) === "PROPN";
}

/** "did not say whether", "refused to say". */
function isDenied(tree: SyntaxTree, verb: number, speech: SpeechVerb): boolean {
  if (speech.kind === "denied") return false;
  if (hasNegation(tree, verb)) return true;
  return baseRelation(tree, verb) === "xcomp" && refusals.has(lowerOf(tree, headOf(tree, verb)));
}

const refusals = new Set("decline declines declined declining refuse refuses refused refusing fail fails failed".split(" "));

/** The phrases that say it: the verb's subject in the tree, else the noun phrase that stands where a subject stands. */
function speakersOf(clause: Clause): NounPhrase[] {
  const { tree, grammar, verb, reach, stretchOf } = clause;
  const isSpeaker = (head: number): boolean => canSpeak(tree, head) && (stretchOf[head] ?? -1) < 0;
  const withPhrases = (heads: readonly number[]): NounPhrase[] => heads.map((head) => ({ head, ...speakerPhraseOf(tree, head) }));
  const agents = agentsOf(tree, verb);
  if (agents.length > 0) return withPhrases(agents);
  if (childBy(tree, verb, "aux:pass") >= 0) return [];
  const inverted = invertedSubject(clause);
  if (inverted) return [inverted];
  const outer = outerOf(tree, verb);
  const subjects = withNameConjuncts(tree, sayersOf(tree, outer)).filter((head) => isSpeaker(head));
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
function outerOf(tree: SyntaxTree, verb: number): number {
  const joined = headOf(tree, verb);
  if (baseRelation(tree, verb) !== "conj" || childBy(tree, verb, "nsubj", "aux") >= 0 || childBy(tree, joined, "aux:pass") < 0) return verb;
  if (childBy(tree, verb, "obj", "iobj") < 0) return verb;
  const above = headOf(tree, joined);
  if (baseRelation(tree, joined) !== "ccomp" || above < 0 || above > joined) return verb;
  // With an object beside it, what looks like a participle is in the past tense.
  const tag = pennTagOf(tree, verb);
  return pennTagOf(tree, above) === ({ VB: "VBP", VBN: "VBD" }[tag] ?? tag) ? above : verb;
}

/** Where the verbs of a clause's end start that go on with the clause above, or the end of all. */
function sharedFrom(tree: SyntaxTree, verb: number, child: number): number {
  const shared = childrenBy(tree, child, "conj").find((joined) => joined > child && outerOf(tree, joined) === verb);
  return shared === undefined ? tree.tokens.length : rangeUnder(tree, shared).firstToken;
}

/** The heads with what the parser joined to a later word of their names: "Mara Lindqvist and Tomas Ray" hangs Ray on Lindqvist. */
function withNameConjuncts(tree: SyntaxTree, heads: readonly number[]): number[] {
  const joined = heads.flatMap((head) => childrenBy(tree, head, "flat").flatMap((part) => childrenBy(tree, part, "conj")));
  return [...new Set([...heads, ...joined])].sort((a, b) => a - b);
}

/** The subjects of a verb of saying, by position. */
function positionalSubjects(tree: SyntaxTree, grammar: Grammar, verb: number, reach: TokenRange): NounPhrase[] {
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
  if (!isAside || childBy(tree, verb, "nsubj") >= 0 || !["acl", "advcl"].includes(relationOf(tree, verb))) return subjectsOf(tree, verb);
  // The nearest clause above with a subject of its own: "Lee urged women to vote for Ray, saying …" → Lee.
  let governor = noun;
  for (let depth = 0; depth < 16 && governor >= 0; depth += 1) {
    // "Lee apologised after they came out, saying": the comma ends the clause that tells when.
    const isWhen = baseRelation(tree, governor) === "advcl" && childBy(tree, governor, "mark") >= 0;
    if (!isWhen && childBy(tree, governor, "nsubj", "csubj") >= 0) {
      const subjects = subjectsOf(tree, governor).filter((subject) => subject < verb);
      if (subjects.length > 0) return subjects;
    }
    governor = headOf(tree, governor);
  }
  return isAttached ? [noun] : subjectsOf(tree, verb);
}

const timeWords = new Set(
  "years months weeks days hours minutes decades monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february march april may june july august september october november december week month year morning evening afternoon night addition".split(
    " ",
  ),
);

/** Days, nouns of time and the hours of a live blog say nothing. */
function canSpeak(tree: SyntaxTree, head: number): boolean {
  if (/^\d{1,2}[:.]\d\d$/u.test(tree.tokens[head]?.text ?? "")) return false;
  return !timeWords.has(lowerOf(tree, head)) || tagOf(tree, head) === "PRON";
}

/** `…, said Ann Lee, the mayor`: straight after the words said, the verb comes before its subject. */
function invertedSubject({ tree, grammar, verb, sentence, speech }: Clause): NounPhrase | null {
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
  const phrase = nounPhraseStartingAt(grammar, verb + 1, sentence.endToken);
  if (!phrase) return null;
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

const takesAddressee = new Set(
  "told tell tells telling asked ask asks asking reminded reminds assured assures informed informs".split(" "),
);

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

type Found = Pick<SpeechFrame, "content" | "pattern" | "confidence"> & Partial<Pick<SpeechFrame, "speakers">>;

/** "said (that) …", "asked whether …", "…, X said" where the tree hangs the words on the verb. */
function complement(clause: Clause): Found | null {
  const { tree, verb, sentence } = clause;
  // "That said, they say it works": a clause behind the verb is surer than one before it.
  const clauses = childrenBy(tree, verb, "ccomp");
  for (const child of [...clauses.filter((child) => child > verb), ...clauses.filter((child) => child < verb)]) {
    if (child < verb) {
      const content = aroundFrame(clause, child);
      if (content.length > 0) return { content, pattern: "clause-before", confidence: 0.85 };
      continue;
    }
    // What the parser joined to the clause may have its subject before the frame.
    const range = rangeUnder(tree, child, (part) => baseRelation(tree, part) === "conj" && rangeUnder(tree, part).firstToken < verb);
    // `"…," she said in a statement read to the court`: a participle of the frame.
    if (["VBN", "VBD"].includes(pennTagOf(tree, child)) && range.firstToken === child && childBy(tree, child, "aux", "aux:pass") < 0)
      continue;
    // "admitted he had nearly left": an auxiliary may be cut off as a clause of its own, its subject with the other part.
    const first = Math.min(...clauses.filter((other) => other > verb).map((other) => rangeUnder(tree, other).firstToken));
    const start = Math.max(Math.min(range.firstToken, tagOf(tree, child) === "AUX" ? first : range.firstToken), verb + 1);
    const marked = opensClause(tree, start);
    const firstToken = marked ? afterThat(tree, start) : withLeading(clause, start);
    const end = Math.min(contentEnd(clause, Math.max(range.endToken, firstToken)), sharedFrom(tree, verb, child), relativeEnd(clause));
    return {
      content: [{ firstToken, endToken: beforeAside(tree, firstToken, end) }],
      pattern: "clause",
      confidence: marked ? 0.9 : 0.85,
    };
  }
  // "said: the talks went on".
  if (tree.tokens[verb + 1]?.text === ":" && childrenBy(tree, verb, "parataxis").some((child) => child > verb))
    return { content: [{ firstToken: verb + 2, endToken: sentence.endToken }], pattern: "colon-clause", confidence: 0.5 };
  return null;
}

/** Where a clause "…, who said that …, " ends: at a comma before the verb of the clause around it. */
function relativeEnd({ tree, verb, sentence }: Clause): number {
  const who = childBy(tree, verb, "nsubj");
  if (who < 0 || !["who", "which"].includes(lowerOf(tree, who)) || tree.tokens[who - 1]?.text !== ",") return sentence.endToken;
  for (let token = verb + 1; token + 1 < sentence.endToken; token += 1)
    if (tree.tokens[token]?.text === "," && isFiniteVerb(tree, token + 1)) return token;
  return sentence.endToken;
}

const clauseWords = new Set(["that", "whether", "if", "why", "how", "what", "who", "when", "where", "which"]);

function opensClause(tree: SyntaxTree, token: number): boolean {
  return clauseWords.has(lowerOf(tree, token));
}

function afterThat(tree: SyntaxTree, token: number): number {
  return lowerOf(tree, token) === "that" && pennTagOf(tree, token) !== "DT" ? token + 1 : token;
}

/** "said the average donation was …": nouns that the parser cut off from their clause belong to the words said. */
function withLeading({ tree, verb, speech }: Clause, first: number): number {
  if (speech.base === "tell" || first <= verb + 1) return first;
  const object = childBy(tree, verb, "obj");
  return object > verb && object < first ? Math.max(verb + 1, rangeUnder(tree, object).firstToken) : first;
}

/**
 * Where the words said end: at the end of the verb's own clause, unless something of the frame comes before it: a participle
 * ("…, adding that"), a second verb of the speaker, an aside ("…, when asked"), the place of saying ("in a statement").
 */
function contentEnd({ tree, verb, sentence }: Clause, end: number): number {
  const isMain = isMainClause(tree, verb);
  const limit = isMain ? sentence.endToken : Math.min(rangeUnder(tree, verb).endToken, sentence.endToken);
  let stop = Math.max(limit, end);
  for (const child of childrenOf(tree, verb)) {
    if (child < end) continue;
    const relation = baseRelation(tree, child);
    const { firstToken } = rangeUnder(tree, child);
    if (firstToken < end) continue;
    const afterComma = tree.tokens[firstToken - 1]?.text === "," || tree.tokens[firstToken]?.text === ",";
    // "said 70 were missing and two had died": what has a subject of its own and no comma before it was said too.
    const isOwnVerb = relation === "conj" && (afterComma || childBy(tree, child, "nsubj", "nsubj:pass") < 0);
    const isStop =
      isOwnVerb ||
      relation === "parataxis" ||
      (relation === "advcl" && (pennTagOf(tree, child) === "VBG" || (afterComma && asides.has(lowerOf(tree, firstToken))))) ||
      (relation === "obl" && isChannel(tree, child)) ||
      lowerOf(tree, firstToken) === "according";
    if (isStop) {
      stop = Math.min(stop, firstToken);
      break;
    }
  }
  return Math.min(Math.max(stop, end), sentence.endToken);
}

/** "…, days after saying the opposite", "…, adding that …": what is no longer said in this clause. */
function beforeAside(tree: SyntaxTree, from: number, end: number): number {
  for (let token = from; token + 3 < end; token += 1) {
    if (tree.tokens[token]?.text !== ",") continue;
    if (lowerOf(tree, token + 1) === "adding") return token;
    const noun = tagOf(tree, token + 1) === "NUM" || lowerOf(tree, token + 1) === "just" ? token + 2 : token + 1;
    if (timeWords.has(lowerOf(tree, noun)) && ["after", "before"].includes(lowerOf(tree, noun + 1))) return token;
  }
  return end;
}

/** True for the root of the sentence and what is joined to it. */
function isMainClause(tree: SyntaxTree, verb: number): boolean {
  let at = verb;
  for (let depth = 0; depth < 16 && baseRelation(tree, at) === "conj"; depth += 1) at = headOf(tree, at);
  return headOf(tree, at) < 0 && !hasLaterConjunct(tree, verb);
}

function hasLaterConjunct(tree: SyntaxTree, verb: number): boolean {
  return conjunctsOf(tree, verb).some((other) => other > verb);
}

/** Words that open an aside of the frame: "…, the White House said when asked about it". */
const asides = new Set(["when", "as", "while", "after", "before", "adding", "according"]);
const channelNouns = new Set(
  "statement interview letter tweet post email e-mail message memo speech remarks briefing conference report release press facebook twitter television radio op-ed column article book filing affidavit testimony hearing".split(
    " ",
  ),
);

function isChannel(tree: SyntaxTree, noun: number): boolean {
  return channelNouns.has(lowerOf(tree, noun));
}

/** "CONTENT, X said" · "CONTENT, said X, the mayor" · "CONTENT, X said, MORE": by the marks around the frame, whatever the tree makes of it. */
function asideByPosition(clause: Clause): Found | null {
  const { tree, grammar, verb, sentence, reach } = clause;
  if (agentsOf(tree, verb).length > 0 || childBy(tree, verb, "aux:pass") >= 0) return null;
  const inverted = invertedSubject(clause);
  let frame: TokenRange;
  let speakers: readonly NounPhrase[];
  if (inverted) {
    frame = { firstToken: verb, endToken: Math.max(rangeUnder(tree, inverted.head).endToken, inverted.endToken) };
    speakers = [inverted];
  } else {
    if (!endsFrame(clause)) return null;
    speakers = positionalSubjects(tree, grammar, verb, reach);
    const [phrase] = speakers;
    if (!phrase || phrase.firstToken > verb || phrase.firstToken === sentence.firstToken) return null;
    const opener = tree.tokens[phrase.firstToken - 1];
    const isAs = opener?.lower === "as" && (phrase.firstToken - 1 === sentence.firstToken || setsOff(tree, phrase.firstToken - 1));
    if (!isAs && !/^(?:[,"”’'»?!—–-]|'')$/u.test(opener?.text ?? "")) return null;
    frame = { firstToken: isAs ? phrase.firstToken - 1 : phrase.firstToken, endToken: frameEnd(tree, verb + 1, sentence.endToken) };
  }
  // "At a rally, she said, “…”": the marked words that follow are what was said.
  const isQuoteNext = [frame.endToken, frame.endToken + 1].some((token) => token < sentence.endToken && isOpeningMark(tree, token));
  if (isQuoteNext) return null;
  const before = { firstToken: sentence.firstToken, endToken: frame.firstToken };
  const after = { firstToken: frame.endToken, endToken: sentence.endToken };
  const content: TokenRange[] = [];
  if (hasWords(tree, before)) content.push(before);
  const isParted = tree.tokens[frame.endToken]?.text === ",";
  const isMarkedBefore = /^(?:["”»]|'')$/u.test(tree.tokens[frame.firstToken - 1]?.text ?? "");
  if (isParted && !isMarkedBefore && (content.length === 0 || !inverted) && isPartOfClause(tree, after)) content.push(after);
  if (!content.some((range) => hasFiniteVerb(tree, range.firstToken, range.endToken) || isMarkedBefore)) return null;
  return { content, speakers: speakers.filter(({ head }) => canSpeak(tree, head)), pattern: "aside", confidence: 0.85 };
}

function isOpeningMark(tree: SyntaxTree, token: number): boolean {
  const mark = tree.tokens[token];
  if (!mark || !/^(?:["“‘«:]|''|``)$/u.test(mark.text)) return false;
  return !/^(?:"|'')$/u.test(mark.text) || tree.tokens[token + 1]?.start === mark.end;
}

/** False for "…, she said, taking a breath", "…, he said, according to CNN" and "…, they said, and left". */
function isPartOfClause(tree: SyntaxTree, range: TokenRange): boolean {
  const opener = range.firstToken + 1;
  if (pennTagOf(tree, opener) === "VBG" || ["according", "without"].includes(lowerOf(tree, opener))) return false;
  if (tagOf(tree, opener) === "CCONJ" && ["VERB", "AUX", "ADV"].includes(tagOf(tree, opener + 1))) return false;
  return hasWords(tree, range);
}

/** True where nothing but a time, a place of saying or an addressee stands between the verb and a comma or the end. */
function endsFrame({ tree, verb, sentence, speech }: Clause): boolean {
  const from = verb + 1;
  const end = frameEnd(tree, from, sentence.endToken);
  if (end - from > 10 || lowerOf(tree, from) === "that" || /ing$/u.test(lowerOf(tree, verb))) return false;
  for (let token = from; token < end; token += 1) if (["VERB", "AUX"].includes(tagOf(tree, token))) return false;
  if (end === from || isDay(tree, from)) return true;
  return ["ADP", "ADV", "SCONJ"].includes(tagOf(tree, from)) || speech.base === "tell";
}

function isDay(tree: SyntaxTree, token: number): boolean {
  return timeWords.has(lowerOf(tree, token));
}

function frameEnd(tree: SyntaxTree, from: number, to: number): number {
  let end = from;
  while (end < to && !/^(?:[,.;:!?"“”‘«»—–-]|''|``)$/u.test(tree.tokens[end]?.text ?? "")) end += 1;
  return end;
}

/** "CONTENT, X said": the tree sets the frame beside the words said. */
function aside(clause: Clause): Found | null {
  const { tree, verb, sentence } = clause;
  const relation = baseRelation(tree, verb);
  const top = headOf(tree, verb);
  if (!["parataxis", "ccomp"].includes(relation) || childBy(tree, verb, "nsubj") < 0) return null;
  if (childBy(tree, verb, "cc", "mark", "obj", "xcomp") >= 0) return null;
  const own = childBy(tree, verb, "ccomp");
  if (own > verb || /^(?:["“‘«:]|''|``)$/u.test(tree.tokens[verb + 1]?.text ?? "")) return null;
  const frame = rangeUnder(tree, verb, (child) => child === own);
  if (relation !== "parataxis" && (top > verb || frame.firstToken === sentence.firstToken || !setsOff(tree, frame.firstToken))) return null;
  const content = aroundFrame(clause, top);
  if (!content.some((range) => hasFiniteVerb(tree, range.firstToken, range.endToken))) return null;
  return { content, pattern: "aside", confidence: 0.8 };
}

/** True where a comma or a closing mark stands before the token, or is it. */
function setsOff(tree: SyntaxTree, token: number): boolean {
  return /^[,”"’'?!—–-]$/u.test(tree.tokens[token]?.text ?? "") || /^[,”"’'?!—–-]$/u.test(tree.tokens[token - 1]?.text ?? "");
}

/** The words said before and after a frame that stands in them. `top` is the predicate of what was said. */
function aroundFrame({ tree, verb, sentence }: Clause, top: number): TokenRange[] {
  const said = rangeUnder(tree, top, (child) => child === verb);
  // The frame: the verb with all that hangs on it but the words said.
  const frame = rangeUnder(tree, verb, (child) => child === top || isUnder(tree, top, child));
  const before = { firstToken: said.firstToken, endToken: Math.min(frame.firstToken, sentence.endToken) };
  const after = { firstToken: frame.endToken, endToken: Math.max(said.endToken, isMainClause(tree, top) ? sentence.endToken : 0) };
  const ranges: TokenRange[] = [];
  if (hasWords(tree, before)) ranges.push(before);
  const isParted = /^[,:]$/u.test(tree.tokens[frame.endToken]?.text ?? "") || tree.tokens[frame.endToken - 1]?.text === ",";
  if (isParted && after.endToken > after.firstToken) ranges.push(after);
  return ranges;
}

/** True where something is said: more than conjunctions, adverbs and marks. */
function hasWords(tree: SyntaxTree, { firstToken, endToken }: TokenRange): boolean {
  for (let token = firstToken; token < endToken; token += 1)
    if (!["CCONJ", "SCONJ", "ADV", "PUNCT", "INTJ"].includes(tagOf(tree, token))) return true;
  return false;
}

/** Verbs after which a noun phrase is the start of a clause rather than an object. */
const plainVerbs = new Set([
  "say",
  "add",
  "argue",
  "insist",
  "note",
  "warn",
  "contend",
  "conclude",
  "agree",
  "acknowledge",
  "admit",
  "allege",
  "believe",
]);

/** "told reporters that he had …" where the parser hangs the clause elsewhere: the words after "that", or after the verb itself. */
function unparsedClause(clause: Clause): Found | null {
  const { tree, verb, speech, sentence } = clause;
  if (childBy(tree, verb, "aux:pass") >= 0) return null;
  let that = -1;
  for (let token = verb + 1; token < Math.min(sentence.endToken, verb + 9); token += 1) {
    const tag = tagOf(tree, token);
    if (lowerOf(tree, token) === "that" && token + 1 < sentence.endToken) {
      that = token;
      break;
    }
    if (tag === "VERB" || tag === "AUX" || tree.tokens[token]?.text === ",") break;
  }
  const endToken = sentence.endToken;
  if (that >= 0 && hasFiniteVerb(tree, that + 1, endToken) && pennTagOf(tree, that) !== "DT")
    return {
      content: [{ firstToken: that + 1, endToken: Math.min(contentEnd(clause, endToken), relativeEnd(clause)) }],
      pattern: "clause-by-position",
      confidence: 0.7,
    };
  if (!plainVerbs.has(speech.base) || isNounClause(tree, verb) || /^(?:["“”’'«»]|''|``)$/u.test(tree.tokens[verb - 1]?.text ?? ""))
    return null;
  if (tree.tokens[verb - 1]?.text === "," && pennTagOf(tree, verb) !== "VBG") return null;
  const next = tagOf(tree, verb + 1);
  const comma = frameEnd(tree, verb + 2, endToken);
  if (!["NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"].includes(next) || !hasFiniteVerb(tree, verb + 2, comma)) return null;
  return { content: [{ firstToken: verb + 1, endToken }], pattern: "clause-by-position", confidence: 0.6 };
}

/** "the man said to have fled", but not "a statement saying the port would close". */
function isNounClause(tree: SyntaxTree, verb: number): boolean {
  const relation = relationOf(tree, verb);
  return relation === "acl:relcl" || (relation === "acl" && pennTagOf(tree, verb) !== "VBG");
}

function hasFiniteVerb(tree: SyntaxTree, from: number, to: number): boolean {
  for (let token = from; token < to; token += 1) if (isFiniteVerb(tree, token)) return true;
  return false;
}

/** True for verbs in the past or present tense and modals. */
export function isFiniteVerb(tree: SyntaxTree, token: number): boolean {
  return ["VBD", "VBZ", "VBP", "MD"].includes(pennTagOf(tree, token));
}

const anonymity = new Set(["named", "identified", "quoted"]);

/** "denied throwing a pen", "suggested leaving". */
function isGerund({ tree, verb, speech }: Clause, child: number): boolean {
  return (
    ["denied", "admitted", "suggested"].includes(speech.kind) &&
    pennTagOf(tree, child) === "VBG" &&
    rangeUnder(tree, child).firstToken === verb + 1
  );
}

/** "urged the mediators to go on", "promised to pay", "denied throwing a pen". */
function infinitive(clause: Clause): Found | null {
  const { tree, verb, speech, sentence } = clause;
  if (!speech.frames.has("to") && !["denied", "admitted", "suggested"].includes(speech.kind)) return null;
  for (const child of childrenBy(tree, verb, "xcomp", "ccomp", "advcl")) {
    if (child < verb || (lowerOf(tree, childBy(tree, child, "mark")) !== "to" && !isGerund(clause, child))) continue;
    const range = rangeUnder(tree, child);
    // "who asked not to be named".
    if (range.firstToken <= verb || (lowerOf(tree, range.firstToken) === "not" && anonymity.has(lowerOf(tree, child)))) continue;
    return {
      content: [{ firstToken: range.firstToken, endToken: Math.min(range.endToken, sentence.endToken) }],
      pattern: "infinitive",
      confidence: 0.65,
    };
  }
  return null;
}

/** "called on both sides to stop", "called for an inquiry". */
function calledFor({ tree, verb, speech, sentence }: Clause): (Found & Pick<SpeechFrame, "kind">) | null {
  if (speech.base !== "call" || childBy(tree, verb, "obj") >= 0) return null;
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
function spokenOf({ tree, verb, speech, sentence }: Clause): Found | null {
  if (!speech.frames.has("object") || childBy(tree, verb, "iobj") >= 0) return null;
  const object = childBy(tree, verb, "obj");
  if (object < 0 || object < verb || relationOf(tree, verb) === "advcl:relcl") return null;
  let range = rangeUnder(tree, object);
  // "accused Hamas of breaking the truce": the parser may hang the charge on the accused.
  let complemented = childrenBy(tree, object, "acl").some((child) =>
    ["of", "as", "for"].includes(lowerOf(tree, childBy(tree, child, "mark"))),
  );
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

/** Nouns of saying, with the kind of saying. */
const speechNouns = new Map(
  Object.entries({
    claimed:
      "claim claims assertion assertions allegation allegations accusation accusations argument arguments contention insistence charge charges boast",
    said: "statement statements comment comments remark remarks suggestion observation assessment testimony",
    announced: "announcement declaration",
    warned: "warning warnings",
    promised: "promise promises pledge pledges vow vows assurance assurances",
    threatened: "threat threats",
    denied: "denial denials",
    demanded: "demand demands call calls",
    admitted: "admission acknowledgment acknowledgement concession confession",
    predicted: "prediction predictions forecast",
    criticized: "complaint complaints criticism",
  }).flatMap(([kind, nouns]) => nouns.split(" ").map((noun) => [noun, kind] as const)),
);
const lightVerbs = new Set(
  "issued issue issuing issues made make makes making released release releases releasing gave give gives giving put repeated repeats repeat repeating offered offers offer offering voiced delivered renewed reiterated".split(
    " ",
  ),
);

/** True for nouns of saying and of what is said: "claim", "statement", "question". */
export function isWordOfSaying(tree: SyntaxTree, token: number): boolean {
  const word = lowerOf(tree, token);
  return tagOf(tree, token) === "NOUN" && (speechNouns.has(word) || channelNouns.has(word) || word === "question" || word === "answer");
}

/** "her claim that nobody was hurt", "issued a statement saying" (whose verb is found by itself). */
function nounFrame(tree: SyntaxTree, sentence: Sentence, noun: number): SpeechFrame | null {
  const kind = speechNouns.get(lowerOf(tree, noun));
  if (kind === undefined) return null;
  for (const child of childrenBy(tree, noun, "acl", "ccomp")) {
    const mark = childBy(tree, child, "mark");
    const marker = lowerOf(tree, mark);
    if (child < noun || (marker !== "that" && !(marker === "to" && ["promised", "threatened", "demanded"].includes(kind)))) continue;
    const range = rangeUnder(tree, child);
    const firstToken = marker === "that" ? Math.max(range.firstToken, mark + 1) : Math.max(range.firstToken, noun + 1);
    const owner = ownerOf(tree, noun);
    // "said in a statement that it saw no reason": the verb says it.
    if (owner < 0 && baseRelation(tree, noun) === "obl" && lowerOf(tree, headOf(tree, noun)) === "said") {
      const verb = headOf(tree, noun);
      const speakers = sayersOf(tree, verb).map((head) => ({ head, ...speakerPhraseOf(tree, head) }));
      const content = [{ firstToken, endToken: Math.min(range.endToken, sentence.endToken) }];
      return { cue: verb, kind: "said", speakers, content, pattern: "clause", notSaid: null, confidence: 0.85 };
    }
    return {
      cue: noun,
      kind,
      speakers: owner < 0 ? [] : [{ head: owner, ...speakerPhraseOf(tree, owner) }],
      content: [{ firstToken, endToken: Math.min(range.endToken, sentence.endToken) }],
      pattern: "noun-of-saying",
      notSaid: null,
      confidence: owner < 0 ? 0.3 : 0.5,
    };
  }
  return null;
}

function ownerOf(tree: SyntaxTree, noun: number): number {
  const possessor = possessorOf(tree, noun);
  if (possessor >= 0) return possessor;
  const by = childrenBy(tree, noun, "nmod").find((child) => ["by", "from"].includes(lowerOf(tree, childBy(tree, child, "case"))));
  if (by !== undefined) return by;
  const verb = headOf(tree, noun);
  if (baseRelation(tree, noun) === "obj" && lightVerbs.has(lowerOf(tree, verb))) return subjectsOf(tree, verb)[0] ?? -1;
  return -1;
}

/** "According to Ann Lee, the mayor, CONTENT": where a description of the source between commas ends, or the given end. */
function afterDescription(tree: SyntaxTree, sentence: Sentence, end: number): number {
  if (tree.tokens[end]?.text !== "," || !["a", "an", "the", "its", "his", "her", "their"].includes(lowerOf(tree, end + 1))) return end;
  const comma = frameEnd(tree, end + 1, sentence.endToken);
  const isDescription = tree.tokens[comma]?.text === "," && !hasFiniteVerb(tree, end + 1, comma);
  return isDescription && hasFiniteVerb(tree, comma + 1, frameEnd(tree, comma + 1, sentence.endToken)) ? comma : end;
}

/** "According to X, CONTENT" · "CONTENT, according to X". */
function accordingFrame(tree: SyntaxTree, sentence: Sentence, according: number): SpeechFrame | null {
  if (lowerOf(tree, according + 1) !== "to") return null;
  let source = headOf(tree, according);
  if (source < according) source = childrenOf(tree, according).find((child) => child > according + 1) ?? -1;
  if (source <= according) return null;
  const phrase = rangeUnder(tree, source, (child) => ["parataxis", "ccomp"].includes(baseRelation(tree, child)));
  const isFirst = according === sentence.firstToken;
  const phraseEnd = Math.min(phrase.endToken, sentence.endToken);
  const endToken = isFirst ? afterDescription(tree, sentence, phraseEnd) : phraseEnd;
  const content: TokenRange[] = [];
  const before = { firstToken: sentence.firstToken, endToken: according };
  const after = { firstToken: endToken, endToken: sentence.endToken };
  // "The paper reported that, according to a survey, …", "It happened: According to the mayor, …": what stands before is no part of it.
  const isIntroduction = ["that", ":"].some((word) => [according - 1, according - 2].some((token) => lowerOf(tree, token) === word));
  if (!isFirst && !isIntroduction) content.push(before);
  const isParted = tree.tokens[endToken]?.text === ",";
  if (isFirst || isIntroduction || (isParted && hasFiniteVerb(tree, after.firstToken, after.endToken))) content.push(after);
  return {
    cue: according,
    kind: "said",
    speakers: [{ head: source, ...speakerPhraseOf(tree, source) }],
    content,
    pattern: "according-to",
    notSaid: null,
    confidence: 0.85,
  };
}
