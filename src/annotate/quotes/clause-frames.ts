/**
 * Frames around a clause: "said that …", "…, X said", "X said …, adding". By the tree where it hangs the words on the verb, else by the
 * marks around the frame.
 */
import type { TokenRange } from "../../domain/mention.ts";
import { agentsOf } from "../syntax/clause-subjects.ts";
import { conjunctsOf, type NounPhrase } from "../syntax/noun-phrases.ts";
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
import {
  type Clause,
  channelNouns,
  type Found,
  frameEnd,
  hasAnyVerb,
  hasFiniteVerb,
  hasWords,
  isFiniteVerb,
  isOpeningMark,
  isReadOut,
  relativeEnd,
  setsOff,
  takesAddressee,
  timeWords,
} from "./frame-parts.ts";
import { canSpeak, invertedSubject, positionalSubjects, sharedFrom } from "./frame-speakers.ts";
import { speakerPhraseOf } from "./speaker-phrases.ts";

/** "said (that) …", "asked whether …", "…, X said" where the tree hangs the words on the verb. */
export function complement(clause: Clause): Found | null {
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
    const isParticiple = ["VBN", "VBD"].includes(pennTagOf(tree, child)) && range.firstToken === child;
    if (isParticiple && childBy(tree, child, "aux", "aux:pass") < 0 && !hasSubjectCutOff(tree, verb, child)) continue;
    // "admitted he had nearly left": an auxiliary may be cut off as a clause of its own, its subject with the other part.
    const first = Math.min(...clauses.filter((other) => other > verb).map((other) => rangeUnder(tree, other).firstToken));
    const own = Math.max(Math.min(range.firstToken, tagOf(tree, child) === "AUX" ? first : range.firstToken), verb + 1);
    const start = own === verb + 1 ? Math.max(own, addresseeEnd(clause)) : own;
    const marked = opensClause(tree, start);
    const firstToken = marked ? afterThat(tree, start) : withLeading(clause, start);
    const end = Math.min(contentEnd(clause, Math.max(range.endToken, firstToken)), sharedFrom(clause, child), relativeEnd(clause));
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

/** "say security forces killed eleven": the subject of the clause may be taken for an object of the verb of saying. */
function hasSubjectCutOff(tree: SyntaxTree, verb: number, child: number): boolean {
  const object = childBy(tree, verb, "obj");
  return object > verb && rangeUnder(tree, object).endToken === child;
}

/** "told the Guardian the wall had been inspected", "told the court Ray had": where who is told ends, when the parser takes it for part of the clause; else -1. */
function addresseeEnd({ tree, grammar, verb }: Clause): number {
  if (!takesAddressee.has(lowerOf(tree, verb))) return -1;
  let at = lowerOf(tree, verb + 1) === "the" ? verb + 2 : verb + 1;
  if (listeners.has(lowerOf(tree, at))) return grammar.isName[at + 1] || ["DET", "PRON"].includes(tagOf(tree, at + 1)) ? at + 1 : -1;
  if (!grammar.isName[at]) return -1;
  while (grammar.isName[at]) at += 1;
  return ["DET", "PRON"].includes(tagOf(tree, at)) ? at : -1;
}

/** Who is told things without being named. */
const listeners = new Set(
  "court jury judge judges inquest inquiry hearing tribunal magistrates mps peers lawmakers senators ministers parliament reporters journalists newspaper paper agency programme program conference meeting crowd police officers investigators".split(
    " ",
  ),
);

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
  // Whom nobody can be told ("said her staff “did …”") is no addressee.
  const object = plainVerbs.has(speech.base) ? childBy(tree, verb, "obj", "iobj") : childBy(tree, verb, "obj");
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
    const isOwnVerb =
      relation === "conj" &&
      (afterComma || childBy(tree, child, "nsubj", "nsubj:pass") < 0) &&
      // "said that men took and killed him": a first verb that was read as a participle leaves the clause without one.
      (afterComma || hasFiniteVerb(tree, verb + 1, firstToken));
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

/** What a speaker does further: "…, rejecting a claim that …". */
const asidesOfSpeaker = new Set(
  "adding blaming citing rejecting dismissing denying accusing urging insisting arguing warning stressing describing echoing contradicting apologising apologizing".split(
    " ",
  ),
);

/** "…, days after saying the opposite", "…, adding that …": what is no longer said in this clause. */
function beforeAside(tree: SyntaxTree, from: number, end: number): number {
  for (let token = from; token + 3 < end; token += 1) {
    if (tree.tokens[token]?.text !== ",") continue;
    if (asidesOfSpeaker.has(lowerOf(tree, token + 1))) return token;
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
function isChannel(tree: SyntaxTree, noun: number): boolean {
  return channelNouns.has(lowerOf(tree, noun));
}

/** "CONTENT, X said" · "CONTENT, said X, the mayor" · "CONTENT, X said, MORE": by the marks around the frame, whatever the tree makes of it. */
export function asideByPosition(clause: Clause): Found | null {
  const { tree, grammar, verb, sentence, reach, speech } = clause;
  if (agentsOf(tree, verb).length > 0 || childBy(tree, verb, "aux:pass") >= 0) return null;
  const inverted = invertedSubject(clause);
  let frame: TokenRange;
  let speakers: readonly NounPhrase[];
  if (inverted) {
    frame = { firstToken: verb, endToken: Math.max(rangeUnder(tree, inverted.head).endToken, inverted.endToken) };
    speakers = [inverted];
  } else {
    if (!endsFrame(clause)) return null;
    speakers = describedSubject(clause) ?? positionalSubjects(tree, grammar, verb, reach);
    const [phrase] = speakers;
    if (!phrase || phrase.firstToken > verb || phrase.firstToken === sentence.firstToken) return null;
    const opener = tree.tokens[phrase.firstToken - 1];
    const isAs =
      opener?.lower === "as" &&
      !demands.has(speech.kind) &&
      (phrase.firstToken - 1 === sentence.firstToken || setsOff(tree, phrase.firstToken - 1));
    if (!isAs && !/^(?:[,"”’'»?!—–-]|'')$/u.test(opener?.text ?? "")) return null;
    frame = { firstToken: isAs ? phrase.firstToken - 1 : phrase.firstToken, endToken: frameEnd(tree, verb + 1, sentence.endToken) };
  }
  // "At a rally, she said, “…”": the marked words that follow are what was said.
  const isQuoteNext = [frame.endToken, frame.endToken + 1].some((token) => token < sentence.endToken && isOpeningMark(tree, token));
  if (isQuoteNext) return null;
  const before = { firstToken: sentence.firstToken, endToken: frame.firstToken };
  const after = { firstToken: frame.endToken, endToken: sentence.endToken };
  const content: TokenRange[] = [];
  if (hasWords(tree, before) && !isAskedFirst(tree, before)) content.push(before);
  const isParted = tree.tokens[frame.endToken]?.text === ",";
  const isMarkedBefore = frame.firstToken > sentence.firstToken && /^(?:["”»]|'')$/u.test(tree.tokens[frame.firstToken - 1]?.text ?? "");
  if (isParted && !isMarkedBefore && (content.length === 0 || !inverted) && isPartOfClause(tree, after)) content.push(after);
  if (!content.some((range) => hasFiniteVerb(tree, range.firstToken, range.endToken) || isMarkedBefore)) return null;
  return { content, speakers: speakers.filter(({ head }) => canSpeak(tree, head)), pattern: "aside", confidence: 0.85 };
}

/** "as the law demands" tells what else the law wants. */
const demands = new Set(["demanded", "promised", "asked"]);

/** "As Ann Lee, the mayor, has argued, …": the subject of the tree, where by position it would be what describes it. */
function describedSubject({ tree, verb }: Clause): NounPhrase[] | null {
  const subject = childBy(tree, verb, "nsubj");
  const phrase = { head: subject, ...(subject < 0 ? { firstToken: -1, endToken: -1 } : speakerPhraseOf(tree, subject)) };
  const isDescribed = subject >= 0 && subject < verb && childBy(tree, subject, "appos") > subject;
  return isDescribed && lowerOf(tree, phrase.firstToken - 1) === "as" ? [phrase] : null;
}

/** "Asked whether the port would close, she replied": what she was asked. */
function isAskedFirst(tree: SyntaxTree, { firstToken, endToken }: TokenRange): boolean {
  const isComma = [endToken, endToken - 1].some((token) => tree.tokens[token]?.text === ",");
  return isComma && ["asked", "pressed", "questioned"].includes(lowerOf(tree, firstToken));
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

/** "CONTENT, X said": the tree sets the frame beside the words said. */
export function aside(clause: Clause): Found | null {
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

/** The words said before and after a frame that stands in them. `top` is the predicate of what was said. */
function aroundFrame({ tree, verb, sentence }: Clause, top: number): TokenRange[] {
  const said = rangeUnder(tree, top, (child) => child === verb);
  // The frame: the verb with all that hangs on it but the words said.
  const frame = rangeUnder(tree, verb, (child) => child === top || isUnder(tree, top, child));
  const before = { firstToken: said.firstToken, endToken: Math.min(frame.firstToken, sentence.endToken) };
  const after = { firstToken: frame.endToken, endToken: Math.max(said.endToken, isMainClause(tree, top) ? sentence.endToken : 0) };
  const ranges: TokenRange[] = [];
  if (hasWords(tree, before) && !isAskedFirst(tree, before)) ranges.push(before);
  const isParted = /^[,:]$/u.test(tree.tokens[frame.endToken]?.text ?? "") || tree.tokens[frame.endToken - 1]?.text === ",";
  if (isParted && after.endToken > after.firstToken) ranges.push(after);
  return ranges;
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
export function unparsedClause(clause: Clause): Found | null {
  const { tree, verb, speech, sentence } = clause;
  if (childBy(tree, verb, "aux:pass") >= 0) return null;
  let that = -1;
  for (let token = verb + 1; token < Math.min(sentence.endToken, verb + 12); token += 1) {
    const tag = tagOf(tree, token);
    if (isReadOut(tree, token)) continue;
    // "in a race so close that it took two counts".
    if (lowerOf(tree, token) === "so" || lowerOf(tree, token) === "such") break;
    if (lowerOf(tree, token) === "that" && token + 1 < sentence.endToken) {
      if (!tellsOfNoun(tree, token, verb)) that = token;
      break;
    }
    if (tag === "VERB" || tag === "AUX" || tree.tokens[token]?.text === ",") break;
  }
  // "writes, citing a source, that …".
  if (tree.tokens[verb + 1]?.text === "," && pennTagOf(tree, verb + 2) === "VBG") {
    const comma = frameEnd(tree, verb + 2, sentence.endToken);
    if (tree.tokens[comma]?.text === "," && lowerOf(tree, comma + 1) === "that") that = comma + 1;
  }
  const endToken = sentence.endToken;
  const hasVerb = takesAddressee.has(lowerOf(tree, verb)) ? hasAnyVerb : hasFiniteVerb;
  if (that >= 0 && hasVerb(tree, that + 1, endToken) && pennTagOf(tree, that) !== "DT")
    return {
      content: [
        { firstToken: that + 1, endToken: beforeAside(tree, that + 1, Math.min(joinedVerb(clause, that), relativeEnd(clause), endToken)) },
      ],
      pattern: "clause-by-position",
      confidence: 0.7,
    };
  if (!plainVerbs.has(speech.base) || isNounClause(tree, verb) || /^(?:["“”’'«»]|''|``)$/u.test(tree.tokens[verb - 1]?.text ?? ""))
    return null;
  if (tree.tokens[verb - 1]?.text === "," && pennTagOf(tree, verb) !== "VBG") return null;
  const next = tagOf(tree, verb + 1);
  const comma = afterRelative(tree, frameEnd(tree, verb + 2, endToken), endToken);
  // "acknowledged the limits but said that": a second verb of the speaker is none of the words said.
  const joined = Math.min(comma, ...conjunctsOf(tree, verb).filter((other) => other > verb && tagOf(tree, other - 1) === "CCONJ"));
  if (!["NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"].includes(next) || !hasFiniteVerb(tree, verb + 2, joined)) return null;
  return { content: [{ firstToken: verb + 1, endToken }], pattern: "clause-by-position", confidence: 0.6 };
}

/** "a plan that includes training", "after claims that he had left": what hangs on a noun was not said by the verb. */
function tellsOfNoun(tree: SyntaxTree, that: number, verb: number): boolean {
  if (that - 1 <= verb || tagOf(tree, that - 1) !== "NOUN") return false;
  if (isFiniteVerb(tree, that + 1)) return true;
  const preposition = childBy(tree, that - 1, "case");
  return preposition > verb && ["after", "amid", "about", "over", "despite", "following", "with"].includes(lowerOf(tree, preposition));
}

/** "said the driver, who is in his fifties, had turned": the end of the clause behind the aside; else the comma itself. */
function afterRelative(tree: SyntaxTree, comma: number, end: number): number {
  if (tree.tokens[comma]?.text !== "," || !["who", "which", "whose"].includes(lowerOf(tree, comma + 1))) return comma;
  const closing = frameEnd(tree, comma + 1, end);
  return tree.tokens[closing]?.text === "," && isFiniteVerb(tree, closing + 1) ? end : comma;
}

/** "…, and stressed": where a second verb of the speaker begins behind a comma, or the end of the sentence. */
function joinedVerb({ tree, verb, sentence }: Clause, from: number): number {
  for (const child of childrenBy(tree, verb, "conj")) {
    const { firstToken } = rangeUnder(tree, child);
    if (firstToken <= from || childBy(tree, child, "nsubj", "nsubj:pass") >= 0) continue;
    if ([firstToken - 1, firstToken].some((token) => tree.tokens[token]?.text === ",")) return firstToken;
  }
  return sentence.endToken;
}

/** "the man said to have fled", but not "a statement saying the port would close". */
function isNounClause(tree: SyntaxTree, verb: number): boolean {
  const relation = relationOf(tree, verb);
  return relation === "acl:relcl" || (relation === "acl" && pennTagOf(tree, verb) !== "VBG");
}
