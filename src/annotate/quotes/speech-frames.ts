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
import { agentsOf, subjectsOf } from "../syntax/clause-subjects.ts";
import type { NounPhrase } from "../syntax/noun-phrases.ts";
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { hasNegation } from "../syntax/verb-groups.ts";
import { accordingFrame, asPutFrame, asReportedFrame } from "./aside-frames.ts";
import { aside, asideByPosition, complement, unparsedClause } from "./clause-frames.ts";
import { type Clause, isOfNamedThing, isReadOut, type SpeechFrame } from "./frame-parts.ts";
import { speakersOf } from "./frame-speakers.ts";
import { nounFrame } from "./noun-frames.ts";
import { calledFor, infinitive, spokenOf } from "./object-frames.ts";
import type { SieveContext } from "./quoted-stretch.ts";
import { speakerPhraseOf } from "./speaker-phrases.ts";

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
    const tag = tagOf(tree, token);
    const speech = lexicon.speechVerbs.get(lower) ?? (tag === "VERB" ? documentVerb(tree, token) : undefined);
    let frame: SpeechFrame | null = null;
    if (speech && tag === "VERB" && lowerOf(tree, token - 1) === "as" && agentsOf(tree, token).length > 0)
      frame = asReportedFrame(tree, sentence, token);
    else if (speech && tag === "VERB")
      frame = verbFrame({ tree, grammar, sentence, reach, stretchOf, verb: token, speech, speechVerbs: lexicon.speechVerbs });
    else if (lowerOf(tree, token + 1) === "it" && ["put", "puts"].includes(lower)) frame = asPutFrame(tree, sentence, token);
    else if (tag === "NOUN") frame = nounFrame(tree, sentence, token);
    else if (lower === "according") frame = accordingFrame(tree, sentence, token);
    if (frame) frames.push(frame);
  }
  return frames;
}

const showing: SpeechVerb = { base: "show", kind: "shown", frames: new Set(["that"]) };
const showings = new Set("show shows showed shown find finds found".split(" "));
/** What says something without a voice of its own. */
const documents = new Set(
  "report reports study studies survey surveys poll polls filing filings indictment lawsuit complaint document documents email emails e-mail e-mails record records memo memos letter letters affidavit transcript transcripts audit review inquiry investigation analysis ruling statement statements census autopsy file files".split(
    " ",
  ),
);

/** Who finds something out by trade, and says so. */
const finders = new Set(
  "researcher researchers scientist scientists economist economists team teams author authors analysts auditors auditor investigators inspectors pollsters astronomers biologists regulators panel commission committee court judge judges jury tribunal inspectorate watchdog experts".split(
    " ",
  ),
);

/** "a court filing shows that", "researchers found that": verbs that report only where a document or a finder is their subject. */
function documentVerb(tree: SyntaxTree, verb: number): SpeechVerb | undefined {
  if (!showings.has(lowerOf(tree, verb))) return undefined;
  const says = subjectsOf(tree, verb).some((subject) => {
    const noun = lowerOf(tree, subject);
    if (documents.has(noun)) return true;
    const isFinder = finders.has(noun) || (noun === "they" && namesFinders(tree, subject));
    return isFinder && lowerOf(tree, childBy(tree, childBy(tree, verb, "ccomp"), "mark")) === "that";
  });
  return says ? showing : undefined;
}

/** How far before "they found that" the researchers may be named, in tokens. */
const finderReach = 60;

/** True where those who find things out by trade are the subject of a verb shortly before "they", and nobody else in the plural after them. */
function namesFinders(tree: SyntaxTree, they: number): boolean {
  for (let token = they - 1; token >= 0 && token > they - finderReach; token -= 1) {
    const isSubject = baseRelation(tree, token) === "nsubj";
    if (isSubject && finders.has(lowerOf(tree, token))) return true;
    // "The nurses slept less. They found that …": whoever else is spoken of in the plural.
    if (isSubject && pennTagOf(tree, token) === "NNS" && baseRelation(tree, headOf(tree, token)) === "root") return false;
  }
  return false;
}

function verbFrame(clause: Clause): SpeechFrame | null {
  const { tree, verb, speech } = clause;
  if (isReadOut(tree, verb) && isUnderSaying(clause)) return null;
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
  const content = found.content.map((range) => withoutSpeakers(withoutName(clause, range), speakers));
  return { cue: verb, kind: speech.kind, ...found, content, speakers, notSaid: whyNotSaid(tree, verb, speech), confidence };
}

/** True where the noun that the participle tells of hangs on a verb of saying. */
function isUnderSaying({ tree, verb, speechVerbs }: Clause): boolean {
  return speechVerbs.has(lowerOf(tree, headOf(tree, headOf(tree, verb))));
}

/** "called a report suggesting that … “outrageous”": the words said without the marked name at their end, which stands right behind a noun. */
function withoutName({ tree, verb, speechVerbs, stretchOf }: Clause, { firstToken, endToken }: TokenRange): TokenRange {
  let end = endToken;
  while (end > firstToken && tagOf(tree, end - 1) === "PUNCT" && (stretchOf[end - 1] ?? -1) < 0) end -= 1;
  const last = stretchOf[end - 1] ?? -1;
  if (last < 0 || !isOfNamedThing(tree, verb, speechVerbs)) return { firstToken, endToken };
  while (end > firstToken && stretchOf[end - 1] === last) end -= 1;
  return ["NOUN", "PROPN", "PRON"].includes(tagOf(tree, end - 1)) ? { firstToken, endToken: end } : { firstToken, endToken };
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
  if (hasNegation(tree, verb) || subjectsOf(tree, verb).some((subject) => isNobody(tree, subject))) return true;
  return baseRelation(tree, verb) === "xcomp" && refusals.has(lowerOf(tree, headOf(tree, verb)));
}

/** "Neither Lee nor Ray", "No one". */
function isNobody(tree: SyntaxTree, subject: number): boolean {
  const { firstToken } = speakerPhraseOf(tree, subject);
  const first = lowerOf(tree, firstToken);
  return first === "neither" || lowerOf(tree, firstToken - 1) === "neither" || (first === "no" && firstToken < subject);
}

const refusals = new Set("decline declines declined declining refuse refuses refused refusing fail fails failed".split(" "));
