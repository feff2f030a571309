/** Sieves that find who speaks in the sentence of the marked words: a frame of speech, a word of saying, a possessor, a subject. */
import type { Mention, TokenRange } from "../../domain/mention.ts";
import type { Speaker } from "../../domain/quote.ts";
import { nounPhraseStartingAt } from "../clauses.ts";
import { childBy, lowerOf, pennTagOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";
import { isFiniteVerb, isOfNamedThing, type SpeechFrame } from "./frame-parts.ts";
import { type Attributed, isFragment, isWithTheWords, type QuotedStretch, type SieveContext } from "./quoted-stretch.ts";
import { attributedTo, isCue, mainSubject, patternSubject, type Sieve, subjectSpeakers } from "./sieve-parts.ts";
import { mentionsIn, speakerOf, speakersOfHeads, speakersOfPhrases } from "./speaker-phrases.ts";

/** The words stand in what a frame of speech reports: `she said the plan was "a farce"` · `"…," said Ann Lee, the mayor`. */
export const reportedClause: Sieve = {
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
      isCue(context, index, stretch) &&
      pennTagOf(context.tree, index) !== "VB" &&
      content.some(({ firstToken, endToken }) => index >= firstToken && index < endToken)
    )
      return true;
  }
  return false;
}

const opensOtherClause = new Set(
  "which who that where when because after before while if although though but and or so since unless until whether whatever whichever".split(
    " ",
  ),
);

/** `"…," she said` · `"…," said Panikoff` · `"…," Ms. Lopez told Reuters`. */
export const cueAfter: Sieve = {
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
      if (!isCue(context, index, stretch)) {
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
      // `the "road map" plan, which calls for a halt`: the clause tells more of the words.
      if (isFragment(stretch, context) && isRelative(context.tree, index, from)) return null;
      return attributedTo(subjectSpeakers(context, index, { firstToken: from, endToken: end }), index);
    }
    return null;
  },
};

/** True for a verb whose subject is a "which" or "that" behind the token. */
function isRelative(tree: SyntaxTree, verb: number, from: number): boolean {
  const subject = childBy(tree, verb, "nsubj");
  return subject >= from && subject < verb && ["which", "that"].includes(lowerOf(tree, subject));
}

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
export const cueAfterQuestion: Sieve = {
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
      if (!isCue(context, index, stretch)) continue;
      if (stretch.framesAfter.some(({ cue }) => cue === index)) return null;
      const inverted = index === nextSentence.firstToken ? invertedSpeaker(context, index, end) : null;
      return inverted ?? attributedTo(subjectSpeakers(context, index, { firstToken: nextSentence.firstToken, endToken: end }), index);
    }
    return null;
  },
};

/** `Taher Al-Nono, Hamas political adviser, told Reuters: "…"` · `saying it showed "…"`. */
export const cueBefore: Sieve = {
  name: "cue-before",
  confidence: 0.8,
  decide: (stretch, context) => {
    const { tokens } = context.grammar;
    const floor = stretch.firstSentence.firstToken;
    const stop = stretch.previous && stretch.previous.endToken > floor ? stretch.previous.endToken : floor;
    for (let index = stretch.firstToken - 1; index >= stop && stretch.firstToken - index < 25; index -= 1) {
      if (!isCue(context, index, stretch)) continue;
      if (isFragment(stretch, context) && isOfNamedThing(context.tree, index, context.lexicon.speechVerbs)) continue;
      const participle = /ing$/u.test(tokens[index]?.lower ?? "");
      // `needled the "reporter," saying, "…"`: a participle reaches back over an earlier stretch for its subject.
      const range = { firstToken: participle ? floor : stop, endToken: stretch.firstSentence.endToken };
      const speakers = subjectSpeakers(context, index, range);
      if (speakers.length > 0 && !(participle && speakers.every(({ entityIndex }) => entityIndex === null)))
        return { speakers, cue: index };
      if (stop !== floor) continue;
      // `The crowd marched on Monday, chanting "…"`: who does what the sentence tells of.
      const crowd = participle ? shoutingCrowd(context, floor, index) : null;
      const subject = mainSubject(context, stretch.firstSentence);
      if (crowd && (!subject || subject.end < crowd.start)) return { speakers: [crowd], cue: index, confidence: 0.7 };
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

const crowds = new Set(
  "protesters protestors demonstrators marchers fans supporters crowd crowds students mourners activists strikers rioters spectators worshippers onlookers".split(
    " ",
  ),
);

/** `Police held forty protesters who had come to the square, shouting "…"`: the crowd named last before a participle of shouting, or null. */
function shoutingCrowd({ tree, lexicon, lookup }: SieveContext, floor: number, participle: number): Speaker | null {
  if (lexicon.speechVerbs.get(lowerOf(tree, participle))?.kind !== "exclaimed") return null;
  for (let token = participle - 1; token >= floor; token -= 1)
    if (crowds.has(lowerOf(tree, token))) return speakersOfHeads(tree, [token], lookup, participle)[0] ?? null;
  return null;
}

/** `"…," according to Gaza health officials`. */
export const accordingTo: Sieve = {
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
export const possessor: Sieve = {
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
export const fragmentCueBefore: Sieve = {
  name: "fragment-cue-before",
  confidence: 0.78,
  decide: (stretch, context) => (isFragment(stretch, context) ? cueBefore.decide(stretch, context) : null),
};

export const fragmentPossessor: Sieve = {
  name: "fragment-possessor",
  confidence: 0.65,
  decide: (stretch, context) => (isFragment(stretch, context) ? possessor.decide(stretch, context) : null),
};

/** `"…," beamed Ann Lee` · `"…," Ann Lee beamed` · `"…," a voice-over states`: any verb beside words that a comma ends is one of saying. */
export const verbAfter: Sieve = {
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

/** The subject of the sentence that holds the stretch: `The minister's plan was a "historic mistake" for …`. */
export const sentenceSubject: Sieve = {
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
export const withTheWords: Sieve = {
  name: "with-the-words",
  confidence: 0.8,
  decide: (stretch, context) => {
    const speaker = isWithTheWords(context.grammar.tokens, stretch) ? mainSubject(context, stretch.firstSentence) : null;
    return speaker && { speakers: [speaker], cue: -1 };
  },
};
