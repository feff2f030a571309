/**
 * Who speaks a marked stretch: ordered rules, surest first, in the manner of Muzny et al. 2017 ("A two-stage sieve approach for
 * quote attribution"). The first that answers wins and leaves its name. How often each decides, and how often it is right, stands
 * in docs/quotes.md; the confidences are those shares.
 */
import type { Mention, TokenRange } from "../../domain/mention.ts";
import type { Speaker } from "../../domain/quote.ts";
import { isNominal, nounPhraseStartingAt, subjectOf, type Tokens } from "../clauses.ts";
import { agentsOf, subjectsOf } from "../syntax/clause-subjects.ts";
import { baseRelation, headOf, lowerOf, pennTagOf, relationOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { isFiniteVerb, isReadOut, type SpeechFrame } from "./frame-parts.ts";
import { sayersOf } from "./frame-speakers.ts";
import { isWordOfSaying } from "./noun-frames.ts";
import { type Attributed, isFragment, isWithTheWords, type QuotedStretch, type SieveContext, standsAlone } from "./quoted-stretch.ts";
import { mentionsIn, nameInAside, speakerOf, speakersOfHeads, speakersOfPhrases } from "./speaker-phrases.ts";

export interface Sieve {
  readonly name: string;
  /** How often it is right when it decides, 0 to 1. */
  readonly confidence: number;
  readonly decide: (stretch: QuotedStretch, context: SieveContext) => Attributed | null;
}

/** A verb of saying, outside names and marks. */
function isCue(context: SieveContext, index: number): boolean {
  const { grammar, lexicon, stretchOf } = context;
  const token = grammar.tokens[index];
  if (!token || grammar.isName[index] || (stretchOf[index] ?? -1) >= 0) return false;
  // "She went on: …".
  if (token.lower === "went" || token.lower === "goes") return grammar.tokens[index + 1]?.lower === "on";
  return (
    token.pos === "VERB" &&
    !isReadOut(context.tree, index) &&
    !isSufferedBy(context.tree, index) &&
    lexicon.speechVerbs.has(token.lower) &&
    !isAttributive(context, index)
  );
}

/** "a clerk accused of …": whom the noun names, says nothing by it. */
function isSufferedBy(tree: SyntaxTree, index: number): boolean {
  return relationOf(tree, index) === "acl" && pennTagOf(tree, index) === "VBN" && agentsOf(tree, index).length === 0;
}

/** "an emailed statement". */
function isAttributive({ tree }: SieveContext, index: number): boolean {
  const before = tagOf(tree, index - 1);
  return baseRelation(tree, index) === "amod" && headOf(tree, index) === index + 1 && (before === "DET" || before === "ADJ");
}

/** The subject of a cue: by the tree, else by position. Never words in marks. */
function subjectSpeakers(context: SieveContext, cue: number, range: TokenRange): Speaker[] {
  const { tree, lookup, stretchOf, grammar } = context;
  const isOutside = (head: number): boolean => (stretchOf[head] ?? -1) < 0 && head >= range.firstToken && head < range.endToken;
  const heads = sayersOf(tree, cue).filter(isOutside);
  if (heads.length > 0) return speakersOfHeads(tree, heads, lookup, cue);
  const beside = nameInAside(grammar.tokens, cue, lookup);
  if (beside && beside.firstToken >= range.firstToken) return [beside];
  return subjectOf(grammar, cue, range)
    .filter(({ endToken }) => isOutside(endToken - 1))
    .flatMap((phrase) => speakerOf(grammar.tokens, phrase, lookup) ?? []);
}

function attributedTo(speakers: readonly Speaker[], cue: number): Attributed | null {
  return speakers.length > 0 ? { speakers, cue } : null;
}

/** The words stand in what a frame of speech reports: `she said the plan was "a farce"` · `"…," said Ann Lee, the mayor`. */
const reportedClause: Sieve = {
  name: "reported-clause",
  confidence: 0.96,
  decide: (stretch, context) => {
    const { tree, lookup, stretchOf } = context;
    let best: SpeechFrame | null = null;
    let bestSize = Number.POSITIVE_INFINITY;
    for (const frame of stretch.frames) {
      if (frame.speakers.length === 0 || frame.notSaid !== null || frame.speakers.some(({ head }) => (stretchOf[head] ?? -1) >= 0))
        continue;
      let inside = 0;
      let size = 0;
      for (const { firstToken, endToken } of frame.content) {
        inside += Math.max(0, Math.min(endToken, stretch.endToken) - Math.max(firstToken, stretch.firstToken));
        size += endToken - firstToken;
      }
      const isHeld = inside >= 0.5 * (stretch.endToken - stretch.firstToken) || inside >= 0.5 * size;
      // The innermost frame speaks: `he said that she had called it "a farce"`.
      if (inside > 0 && isHeld && size < bestSize) {
        best = frame;
        bestSize = size;
      }
    }
    // `…, sources said, while Trump warned of "hell to pay"`: a nearer word of saying inside the report has these words.
    if (best && isFragment(stretch, context) && hasNearerCue(stretch, context, best)) return null;
    return best && attributedTo(speakersOfPhrases(tree, best.speakers, lookup, best.cue), best.cue);
  },
};

function hasNearerCue(stretch: QuotedStretch, context: SieveContext, { cue, content }: SpeechFrame): boolean {
  for (let index = stretch.firstToken - 1; index > stretch.firstToken - 4; index -= 1) {
    if (index === cue) return false;
    // "said he would recommend leaving “unless …”": what he would say, he has not said yet.
    if (
      isCue(context, index) &&
      pennTagOf(context.tree, index) !== "VB" &&
      content.some(({ firstToken, endToken }) => index >= firstToken && index < endToken)
    )
      return true;
  }
  return false;
}

const opensOtherClause = new Set(
  "which who that where when because after before while if although though but and or so since unless until whether".split(" "),
);

/** `"…," she said` · `"…," said Panikoff` · `"…," Ms. Lopez told Reuters`. */
const cueAfter: Sieve = {
  name: "cue-after",
  confidence: 0.96,
  decide: (stretch, context) => {
    const { tokens } = context.grammar;
    const end = Math.min(stretch.lastSentence.endToken, stretch.nextToken);
    let from = stretch.endToken;
    while (from < end && /^[,–—]$/u.test(tokens[from]?.text ?? "")) from += 1;
    // `"pre-agreement" because some governments did not agree`: another clause, which speaks of something else.
    if (opensOtherClause.has(tokens[from]?.lower ?? "")) return null;
    for (let index = from; index < end && index - from < 22; index += 1) {
      const token = tokens[index];
      if (!token || token.text === ";" || token.text === ":") break;
      if (!isCue(context, index)) {
        // A clause with a verb of its own stands between, unless it says who speaks: `"…," a woman who was there said`.
        if (isFragment(stretch, context) && isFiniteVerb(context.tree, index) && !isInRelativeClause(context.tree, index, from))
          return null;
        continue;
      }
      if (/ing$/u.test(token.lower)) {
        // `"a single page" confirming its claims`: a clause that hangs on the words.
        if (index === from) return null;
        continue;
      }
      if (index === from) return invertedSpeaker(context, index, end);
      return attributedTo(subjectSpeakers(context, index, { firstToken: from, endToken: end }), index);
    }
    return null;
  },
};

function isInRelativeClause(tree: SyntaxTree, verb: number, from: number): boolean {
  for (let token = verb - 1; token >= from; token -= 1) if (["who", "which", "that", "whose"].includes(lowerOf(tree, token))) return true;
  return false;
}

/** `said Ann Lee, the mayor`. */
function invertedSpeaker({ grammar, lookup }: SieveContext, cue: number, end: number): Attributed | null {
  const phrase = nounPhraseStartingAt(grammar, cue + 1, end);
  const speaker = phrase && speakerOf(grammar.tokens, phrase, lookup);
  if (!phrase || !speaker) return null;
  // `said the delegate, Mette Friis`.
  const isParted = speaker.entityIndex === null && grammar.tokens[phrase.endToken]?.text === ",";
  const named = isParted ? mentionsIn(lookup, { firstToken: phrase.endToken + 1, endToken: end }).find(isPersonName) : undefined;
  return { speakers: [named?.firstToken === phrase.endToken + 1 ? named : speaker], cue };
}

function isPersonName({ form, type }: Mention): boolean {
  return form === "name" && type === "PERSON";
}

/** `"Why are you still here?" Ms. Lopez asked.`: a question mark ends the sentence before the frame begins. */
const cueAfterQuestion: Sieve = {
  name: "cue-after-question",
  confidence: 0.88,
  decide: (stretch, context) => {
    const { tokens } = context.grammar;
    const { nextSentence } = stretch;
    const mark = tokens[stretch.endToken - 2]?.text;
    if (!nextSentence || stretch.endToken !== stretch.lastSentence.endToken || (mark !== "?" && mark !== "!")) return null;
    const end = Math.min(nextSentence.endToken, stretch.nextToken);
    // `Ann Lee, a retired teacher, said.`, but not `On Monday, she said …`.
    const opensWithName = mentionsIn(context.lookup, nextSentence).some(
      ({ form, type, endToken }) =>
        form === "name" && type === "PERSON" && tokens[endToken]?.text === "," && endToken < nextSentence.firstToken + 6,
    );
    // "She said the plan would not work" reports something else.
    for (let index = nextSentence.firstToken; index < end && index - nextSentence.firstToken < 16; index += 1) {
      if (tokens[index]?.text === "," && !opensWithName) return null;
      if (!isCue(context, index)) continue;
      if (stretch.framesAfter.some(({ cue }) => cue === index)) return null;
      const inverted = index === nextSentence.firstToken ? invertedSpeaker(context, index, end) : null;
      return inverted ?? attributedTo(subjectSpeakers(context, index, { firstToken: nextSentence.firstToken, endToken: end }), index);
    }
    return null;
  },
};

/** `Taher Al-Nono, Hamas political adviser, told Reuters: "…"` · `saying it showed "…"`. */
const cueBefore: Sieve = {
  name: "cue-before",
  confidence: 0.8,
  decide: (stretch, context) => {
    const { tokens } = context.grammar;
    const floor = stretch.firstSentence.firstToken;
    const stop = stretch.previous && stretch.previous.endToken > floor ? stretch.previous.endToken : floor;
    for (let index = stretch.firstToken - 1; index >= stop && stretch.firstToken - index < 25; index -= 1) {
      if (!isCue(context, index)) continue;
      const participle = /ing$/u.test(tokens[index]?.lower ?? "");
      // `needled the "reporter," saying, "…"`: a participle reaches back over an earlier stretch for its subject.
      const range = { firstToken: participle ? floor : stop, endToken: stretch.firstSentence.endToken };
      const speakers = subjectSpeakers(context, index, range);
      if (speakers.length > 0 && !(participle && speakers.every(({ entityIndex }) => entityIndex === null)))
        return { speakers, cue: index };
      if (stop !== floor) continue;
      // `The crowd marched on Monday, chanting "…"`: who does what the sentence tells of.
      const subject = mainSubject(context, stretch.firstSentence);
      if (participle && subject && subject.end <= (tokens[index]?.start ?? 0)) return { speakers: [subject], cue: index, confidence: 0.7 };
      const inside = mentionsIn(context.lookup, { firstToken: floor, endToken: index });
      const nearest =
        inside.findLast((mention) => mention.type === "PERSON") ??
        inside.findLast((mention) => mention.type === "ORGANIZATION" && tokens[mention.endToken]?.lower !== "'s");
      if (nearest) return { speakers: [nearest], cue: index, confidence: 0.5 };
    }
    return null;
  },
};

/** `Daron Shaw: "…"` · `The minister had a message for them: "…"`. */
const colon: Sieve = {
  name: "colon",
  confidence: 0.9,
  decide: (stretch, context) => {
    const { tokens } = context.grammar;
    const introduction = introductionOf(stretch);
    const mark = stretch.firstToken - 1;
    const glued = tokens[mark]?.text === "):";
    if (!introduction || mark <= introduction.firstToken || !(glued || tokens[mark]?.text === ":")) return null;
    const { firstToken } = introduction;
    const before = mentionsIn(context.lookup, { firstToken, endToken: mark });
    // `Mayor Ann Lee tweets: "…"`: a verb of saying that was taken for a noun.
    const last = context.lexicon.speechVerbs.has(tokens[mark - 1]?.lower ?? "") ? mark - 1 : -1;
    // `Rep. Ann Lee (R-Ohio): "…"`.
    const bracket = glued ? mark : mark - 1;
    const nameEnd = glued || tokens[bracket]?.text === ")" ? openingBracket(tokens, bracket, firstToken) : last >= 0 ? last : mark;
    const named = before.find(
      ({ form, endToken: end, firstToken: first }) => form === "name" && end === nameEnd && first <= firstToken + 4,
    );
    if (named) return { speakers: [named], cue: last };
    const subject = mainSubject(context, introduction);
    if (subject && subject.entityIndex !== null) return { speakers: [subject], cue: last };
    const nearest =
      before.findLast((mention) => mention.type === "PERSON" && mention.endToken === mark) ?? before.find(({ type }) => type !== "PLACE");
    if (nearest) return { speakers: [nearest], cue: last, confidence: 0.5 };
    return subject && speaksOfSaying(context, introduction) ? { speakers: [subject], cue: -1, confidence: 0.5 } : null;
  },
};

/** What stands before the colon: the sentence's own beginning, or the sentence before it. */
function introductionOf({ firstToken, firstSentence, sentenceBefore }: QuotedStretch): TokenRange | null {
  if (firstToken > firstSentence.firstToken) return firstSentence;
  return sentenceBefore;
}

function openingBracket(tokens: Tokens, closing: number, floor: number): number {
  let at = closing - 1;
  while (at > floor && tokens[at]?.text !== "(") at -= 1;
  return at;
}

/** The subject of the sentence's main verb. */
export function mainSubject(context: SieveContext, sentence: TokenRange): Speaker | null {
  const { tree, lookup, stretchOf } = context;
  for (let token = sentence.firstToken; token < sentence.endToken; token += 1) {
    if (headOf(tree, token) >= 0 || (stretchOf[token] ?? -1) >= 0) continue;
    const heads = subjectsOf(tree, token).filter((head) => (stretchOf[head] ?? -1) < 0);
    const [speaker] = speakersOfHeads(tree, heads, lookup, token);
    return speaker ?? null;
  }
  return null;
}

/** `"…"` and below it `– Ann Lee, Geneva`. */
const signature: Sieve = {
  name: "signature",
  confidence: 0.8,
  decide: (stretch, context) => {
    const { sentenceAfter } = stretch;
    if (!sentenceAfter || stretch.endToken < stretch.lastSentence.endToken) return null;
    const { tokens } = context.grammar;
    if (!/^[-–—]{1,2}$/u.test(tokens[sentenceAfter.firstToken]?.text ?? "")) return null;
    const [name] = mentionsIn(context.lookup, {
      firstToken: sentenceAfter.firstToken + 1,
      endToken: Math.min(sentenceAfter.firstToken + 5, sentenceAfter.endToken),
    });
    return name && name.form === "name" && name.type !== "PLACE" ? { speakers: [name], cue: -1 } : null;
  },
};

/** A paragraph of nothing but words in marks: a dialogue's other voice after two voices or a question, else the speaker before it. */
const paragraphContinuation: Sieve = {
  name: "paragraph-continuation",
  confidence: 0.65,
  decide: (stretch) => {
    const { paragraphBefore, twoParagraphsBefore } = stretch;
    if (!standsAlone(stretch) || !opensParagraph(stretch) || !paragraphBefore) return null;
    const isDialogue = twoParagraphsBefore !== null && !sameSpeakers(twoParagraphsBefore, paragraphBefore.attributed);
    if (isDialogue) return { speakers: twoParagraphsBefore.speakers, cue: -1, confidence: 0.6 };
    return paragraphBefore.asks ? null : { ...paragraphBefore.attributed, continues: true };
  },
};

function opensParagraph({ sentenceBefore, paragraphIndex }: QuotedStretch): boolean {
  return sentenceBefore?.paragraphIndex !== paragraphIndex;
}

function sameSpeakers(a: Attributed, b: Attributed): boolean {
  const [one] = a.speakers;
  const [other] = b.speakers;
  if (!one || !other) return false;
  return one.entityIndex === null || other.entityIndex === null ? one.start === other.start : one.entityIndex === other.entityIndex;
}

/** `The committee issued a statement apologising to him.` / `"We are sorry."` */
const introduced: Sieve = {
  name: "introduced",
  confidence: 0.8,
  decide: (stretch, context) => {
    const { sentenceBefore } = stretch;
    if (!standsAlone(stretch) || !sentenceBefore || !speaksOfSaying(context, sentenceBefore)) return null;
    const speaker = mainSubject(context, sentenceBefore) ?? patternSubject(context, sentenceBefore, sentenceBefore.endToken);
    return speaker?.entityIndex == null ? null : { speakers: [speaker], cue: -1 };
  },
};

/** `Ann Lee shook her head.` `"It cannot go on."`: who acts in the sentence before, in the same paragraph. */
const actorBefore: Sieve = {
  name: "actor-before",
  confidence: 0.6,
  decide: (stretch, context) => {
    const { sentenceBefore, firstSentence, firstToken } = stretch;
    if (!standsAlone(stretch) || firstToken !== firstSentence.firstToken) return null;
    if (!sentenceBefore || sentenceBefore.paragraphIndex !== stretch.paragraphIndex) return null;
    const subject = mainSubject(context, sentenceBefore);
    if (!subject || (subject.entityIndex === null && !isPersonalPronoun(context, sentenceBefore, subject))) return null;
    return { speakers: [subject], cue: -1 };
  },
};

/** "She laughed. “…”": a person, whoever it is. */
function isPersonalPronoun({ grammar }: SieveContext, { firstToken, endToken }: TokenRange, { start }: Speaker): boolean {
  for (let index = firstToken; index < endToken; index += 1) {
    const token = grammar.tokens[index];
    if (token?.start === start) return token.lower === "he" || token.lower === "she";
  }
  return false;
}

/** True where the sentence has a word of saying, or names what is said ("a statement", "a message for them"). */
function speaksOfSaying(context: SieveContext, sentence: TokenRange): boolean {
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1)
    if (isCue(context, index) || isWordOfSaying(context.tree, index)) return true;
  return false;
}

/** The subject of the first verb in a stretch of tokens, by position. */
function patternSubject({ grammar, lookup }: SieveContext, range: TokenRange, end: number): Speaker | null {
  for (let index = range.firstToken + 1; index < end; index += 1) {
    const token = grammar.tokens[index];
    if (!token || grammar.isName[index] || token.pos !== "VERB" || isNominal(grammar, index)) continue;
    const [phrase] = subjectOf(grammar, index, range);
    return phrase ? speakerOf(grammar.tokens, phrase, lookup) : null;
  }
  return null;
}

/** `"…," according to Gaza health officials`. */
const accordingTo: Sieve = {
  name: "according-to",
  confidence: 0.85,
  decide: (stretch, { grammar, lookup }) => {
    const { tokens } = grammar;
    for (let index = stretch.firstSentence.firstToken; index + 2 < stretch.lastSentence.endToken; index += 1) {
      if (tokens[index]?.lower !== "according" || tokens[index + 1]?.lower !== "to") continue;
      const phrase = nounPhraseStartingAt(grammar, index + 2, stretch.lastSentence.endToken);
      const speaker = phrase && speakerOf(tokens, phrase, lookup);
      if (speaker) return { speakers: [speaker], cue: index };
    }
    return null;
  },
};

const possessives = new Set(["his", "her", "their", "its"]);

/** `Trump's "good faith effort"` · `his "hell to pay" threat`. */
const possessor: Sieve = {
  name: "possessor",
  confidence: 0.65,
  decide: (stretch, { grammar, lookup }) => {
    const { tokens } = grammar;
    const floor = stretch.firstSentence.firstToken;
    const before = tokens[stretch.firstToken - 1];
    if (!before || stretch.firstToken - 1 < floor) return null;
    const owner = before.lower === "'s" || before.lower === "'" ? stretch.firstToken - 2 : stretch.firstToken - 1;
    if (owner === stretch.firstToken - 1 && !possessives.has(before.lower)) return null;
    const mention = mentionsIn(lookup, { firstToken: Math.max(floor, owner - 5), endToken: owner + 1 }).at(-1);
    return mention && mention.endToken === owner + 1 ? { speakers: [mention], cue: -1 } : null;
  },
};

/** A fragment leans on what stands before it rather than on a frame at the end of the sentence. */
const fragmentCueBefore: Sieve = {
  name: "fragment-cue-before",
  confidence: 0.78,
  decide: (stretch, context) => (isFragment(stretch, context) ? cueBefore.decide(stretch, context) : null),
};

const fragmentPossessor: Sieve = {
  name: "fragment-possessor",
  confidence: 0.65,
  decide: (stretch, context) => (isFragment(stretch, context) ? possessor.decide(stretch, context) : null),
};

/** `"…," she said, "…"` and a second stretch of the same sentence. */
const sameSentence: Sieve = {
  name: "same-sentence",
  confidence: 0.7,
  decide: ({ previous, firstSentence }) => {
    if (!previous?.attributed || previous.endToken <= firstSentence.firstToken) return null;
    return { ...previous.attributed, continues: true };
  },
};

/** `"…," said Ann Lee. Tom Ray said the plan was bad. "It will fail."`: marked words go on with the report before them. */
const reportBefore: Sieve = {
  name: "report-before",
  confidence: 0.85,
  decide: ({ firstToken, firstSentence, framesBefore }, { tree, lookup }) => {
    if (firstToken !== firstSentence.firstToken) return null;
    const isInside = (cue: number, { content }: SpeechFrame): boolean =>
      content.some((range) => cue >= range.firstToken && cue < range.endToken);
    const frame = framesBefore.findLast(
      ({ cue, kind, speakers, notSaid }) =>
        speakers.length > 0 && notSaid === null && kind !== "shown" && !framesBefore.some((other) => isInside(cue, other)),
    );
    return frame ? attributedTo(speakersOfPhrases(tree, frame.speakers, lookup, frame.cue), frame.cue) : null;
  },
};

/** `"…," beamed Ann Lee` · `"…," Ann Lee beamed` · `"…," a voice-over states`: any verb beside words that a comma ends is one of saying. */
const verbAfter: Sieve = {
  name: "verb-after",
  confidence: 0.8,
  decide: (stretch, context) => {
    const { grammar, lexicon, lookup, tree } = context;
    const { tokens } = grammar;
    const end = Math.min(stretch.lastSentence.endToken, stretch.nextToken);
    const first = stretch.endToken;
    if (stretch.firstToken !== stretch.firstSentence.firstToken || first >= end || !/^[,?!]$/u.test(tokens[first - 2]?.text ?? ""))
      return null;
    if (isPastOrPresent(tree, first)) {
      const phrase = nounPhraseStartingAt(grammar, first + 1, end);
      const after = tokens[phrase?.endToken ?? end]?.text ?? ".";
      if (!phrase || !/^[.,;]$/u.test(after)) return null;
      const speaker = speakerOf(tokens, phrase, lookup);
      return speaker && isSomebody(context, speaker, phrase) ? { speakers: [speaker], cue: first } : null;
    }
    const phrase = nounPhraseStartingAt(grammar, first, end);
    if (!phrase) return null;
    let last = end - 1;
    while (last > first && /^[.,;]$/u.test(tokens[last]?.text ?? "")) last -= 1;
    const atEnd = lexicon.speechVerbs.has(tokens[last]?.lower ?? "") && last - first < 12 ? last : -1;
    const verb = isPastOrPresent(tree, phrase.endToken) ? phrase.endToken : atEnd;
    if (verb <= first) return null;
    const speaker = speakerOf(tokens, { firstToken: first, endToken: verb }, lookup);
    return speaker && (verb === atEnd || isSomebody(context, speaker, phrase)) ? { speakers: [speaker], cue: verb } : null;
  },
};

/** A full verb in the past or present tense. */
function isPastOrPresent(tree: SyntaxTree, token: number): boolean {
  return tagOf(tree, token) === "VERB" && ["VBD", "VBZ", "VBP"].includes(pennTagOf(tree, token));
}

/** True for a known person or body and for nouns that name a person. */
function isSomebody({ grammar, lexicon }: SieveContext, { entityIndex }: Speaker, { endToken }: TokenRange): boolean {
  return entityIndex !== null || lexicon.personNouns.has(grammar.tokens[endToken - 1]?.lower ?? "");
}

/** `"…," she said. "There are American lives at stake."` */
const continuation: Sieve = {
  name: "continuation",
  confidence: 0.96,
  decide: (stretch) => {
    const { previous } = stretch;
    if (!previous?.attributed || stretch.firstToken !== stretch.firstSentence.firstToken) return null;
    return { ...previous.attributed, continues: true };
  },
};

/** A quotation that runs over several paragraphs. */
const nextParagraph: Sieve = {
  name: "next-paragraph",
  confidence: 0.8,
  decide: ({ continued }) => continued && { ...continued, continues: true },
};

/** The subject of the sentence that holds the stretch: `The minister's plan was a "historic mistake" for …`. */
const sentenceSubject: Sieve = {
  name: "sentence-subject",
  confidence: 0.6,
  decide: (stretch, context) => {
    const { firstToken } = stretch;
    if (firstToken === stretch.firstSentence.firstToken) return null;
    // Words in the middle of a phrase ("the so-called “closed” ballots") are the reporter's own distance.
    if (isFragment(stretch, context) && !/^(?:that|,|:|–|—|--)$/u.test(context.grammar.tokens[firstToken - 1]?.lower ?? "")) return null;
    const speaker = patternSubject(context, stretch.firstSentence, stretch.firstToken);
    return speaker?.entityIndex == null ? null : { speakers: [speaker], cue: -1 };
  },
};

/** `Ann Lee greeted her with the words "…"` · `He ended with the phrase: "…"`. */
const withTheWords: Sieve = {
  name: "with-the-words",
  confidence: 0.8,
  decide: (stretch, context) => {
    const speaker = isWithTheWords(context.grammar.tokens, stretch) ? mainSubject(context, stretch.firstSentence) : null;
    return speaker && { speakers: [speaker], cue: -1 };
  },
};

/** Surest first. */
export const speakerSieves: readonly Sieve[] = [
  reportedClause,
  withTheWords,
  fragmentCueBefore,
  fragmentPossessor,
  cueAfter,
  verbAfter,
  nextParagraph,
  cueAfterQuestion,
  cueBefore,
  accordingTo,
  sameSentence,
  possessor,
  reportBefore,
  continuation,
  colon,
  signature,
  actorBefore,
  paragraphContinuation,
  introduced,
  sentenceSubject,
];
