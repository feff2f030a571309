/**
 * Who speaks a marked stretch: ordered rules, surest first, in the manner of Muzny et al. 2017 ("A two-stage sieve approach for
 * quote attribution"). The first that answers wins and leaves its name.
 */
import type { Sentence } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { Speaker } from "../../domain/quote.ts";
import type { Span } from "../../domain/span.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { type Grammar, isNominal, nounPhraseStartingAt, subjectOf } from "../clauses.ts";
import { type MentionLookup, mentionsIn, speakerOf } from "./speaker-phrases.ts";

export interface Attributed {
  readonly speaker: Speaker;
  readonly cue: Span | null;
  readonly confidence: number;
}

/** A marked stretch among its tokens and sentences. */
export interface QuotedStretch extends TokenRange {
  readonly span: Span;
  readonly paragraphIndex: number;
  readonly firstSentence: Sentence;
  readonly lastSentence: Sentence;
  /** The stretch before it in the same paragraph, with what was decided for it. */
  readonly previous: { readonly endToken: number; readonly attributed: Attributed | null } | null;
  /** Where the next stretch of the paragraph starts, as a token index, or the end of the paragraph. */
  readonly nextToken: number;
  /** The sentence after the last one, where it stands in the same paragraph. */
  readonly nextSentence: Sentence | null;
  /** The sentence before the first one, in this paragraph or the one before. */
  readonly sentenceBefore: Sentence | null;
  /** What was decided for the last stretch of the paragraph before, when that paragraph ends with its frame or its words. */
  readonly paragraphBefore: Attributed | null;
  /** True when the paragraph before left its quotation open. */
  readonly continued: Attributed | null;
}

export interface SieveContext {
  readonly grammar: Grammar;
  readonly lexicon: Lexicon;
  readonly lookup: MentionLookup;
}

/** True for words quoted inside the reporter's sentence: `warned of "hell to pay" if …`. */
function isFragment(stretch: QuotedStretch, context: SieveContext): boolean {
  const last = context.grammar.tokens[stretch.endToken - 2];
  return last !== undefined && !/[,.!?…—–-]$/u.test(last.text) && context.grammar.tokens[stretch.endToken]?.text !== ",";
}

export interface Sieve {
  readonly name: string;
  readonly decide: (stretch: QuotedStretch, context: SieveContext) => Attributed | null;
}

function cueSpan(context: SieveContext, index: number): Span | null {
  const token = context.grammar.tokens[index];
  return token ? { start: token.start, end: token.end } : null;
}

function isCue(context: SieveContext, index: number): boolean {
  const token = context.grammar.tokens[index];
  if (!token || context.grammar.isName[index] || !context.lexicon.reportingVerbs.has(token.lower)) return false;
  // "the reports", "a demand": a noun after a determiner is no verb.
  const before = context.grammar.tokens[index - 1];
  return token.pos !== "NOUN" || before === undefined || (before.pos !== "DET" && before.pos !== "ADJ" && before.lower !== "'s");
}

function fromPhrases(context: SieveContext, phrases: readonly TokenRange[], cue: number, confidence: number): Attributed | null {
  const first = phrases[0];
  const last = phrases.at(-1);
  if (!first || !last) return null;
  const phrase = phrases.length === 1 ? first : { firstToken: first.firstToken, endToken: last.endToken };
  const speaker = phrases.length === 1 ? speakerOf(context.grammar.tokens, phrase, context.lookup) : wholePhrase(context, phrase);
  return speaker ? { speaker, cue: cueSpan(context, cue), confidence } : null;
}

/** A joint statement: the words for all speakers, no single entity. */
function wholePhrase(context: SieveContext, phrase: TokenRange): Speaker | null {
  const first = context.grammar.tokens[phrase.firstToken];
  const last = context.grammar.tokens[phrase.endToken - 1];
  return first && last ? { start: first.start, end: last.end, entityIndex: null } : null;
}

/** `"…," she said` · `"…," said Panikoff` · `"…," Ms. Lopez told Reuters`. */
const cueAfter: Sieve = {
  name: "cue-after",
  decide: (stretch, context) => {
    const { tokens } = context.grammar;
    const end = Math.min(stretch.lastSentence.endToken, stretch.nextToken);
    let from = stretch.endToken;
    while (from < end && (tokens[from]?.text === "," || tokens[from]?.text === "–" || tokens[from]?.text === "—")) from += 1;
    for (let index = from; index < end && index - from < 22; index += 1) {
      const token = tokens[index];
      if (!token || token.text === ";" || token.text === ":") break;
      if (!isCue(context, index)) continue;
      if (index === from) {
        const phrase = nounPhraseStartingAt(context.grammar, index + 1, end);
        return phrase ? fromPhrases(context, [phrase], index, 0.95) : null;
      }
      if (/ing$/u.test(token.lower)) continue;
      const phrases = subjectOf(context.grammar, index, { firstToken: from, endToken: end });
      return fromPhrases(context, phrases, index, index - from < 8 ? 0.95 : 0.85);
    }
    return null;
  },
};

/** `"Why are you still here?" Ms. Lopez asked.`: a question mark ends the sentence before the frame begins. */
const cueAfterQuestion: Sieve = {
  name: "cue-after-question",
  decide: (stretch, context) => {
    const { tokens } = context.grammar;
    const { nextSentence } = stretch;
    const mark = tokens[stretch.endToken - 2]?.text;
    if (!nextSentence || stretch.endToken !== stretch.lastSentence.endToken || (mark !== "?" && mark !== "!")) return null;
    const end = Math.min(nextSentence.endToken, stretch.nextToken);
    for (let index = nextSentence.firstToken; index < end && index - nextSentence.firstToken < 8; index += 1) {
      if (tokens[index]?.text === ",") return null;
      if (!isCue(context, index)) continue;
      const inverted = index === nextSentence.firstToken;
      const after = inverted ? nounPhraseStartingAt(context.grammar, index + 1, end) : null;
      const phrases = after ? [after] : subjectOf(context.grammar, index, { firstToken: nextSentence.firstToken, endToken: end });
      // A frame is short; "She said the plan …" reports something else.
      return end - index < 8 ? fromPhrases(context, phrases, index, 0.85) : null;
    }
    return null;
  },
};

/** `Daron Shaw: "…"`: whoever is named before the colon. */
const colon: Sieve = {
  name: "colon",
  decide: (stretch, context) => {
    const { tokens } = context.grammar;
    const { firstToken } = stretch.firstSentence;
    const mark = stretch.firstToken - 1;
    if (mark <= firstToken || tokens[mark]?.text !== ":") return null;
    const before = mentionsIn(context.lookup, { firstToken, endToken: mark });
    const last =
      before.findLast((mention) => mention.type === "PERSON" && mention.endToken === mark) ??
      before.find((mention) => mention.type !== "PLACE");
    return last ? { speaker: { start: last.start, end: last.end, entityIndex: last.entityIndex }, cue: null, confidence: 0.65 } : null;
  },
};

/** A paragraph of nothing but words in marks goes on with the speaker before it. */
const paragraphContinuation: Sieve = {
  name: "paragraph-continuation",
  decide: (stretch) => {
    if (!standsAlone(stretch) || !stretch.paragraphBefore) return null;
    return { ...stretch.paragraphBefore, confidence: stretch.paragraphBefore.confidence * 0.75 };
  },
};

/** `The committee issued a statement apologising to him.` / `"We are sorry."` */
const introduced: Sieve = {
  name: "introduced",
  decide: (stretch, context) => {
    const { sentenceBefore } = stretch;
    if (!standsAlone(stretch) || !sentenceBefore) return null;
    const { grammar } = context;
    for (let index = sentenceBefore.firstToken + 1; index < sentenceBefore.endToken; index += 1) {
      const token = grammar.tokens[index];
      if (!token || grammar.isName[index] || token.pos !== "VERB" || isNominal(grammar, index)) continue;
      const [phrase] = subjectOf(grammar, index, sentenceBefore);
      const speaker = phrase ? speakerOf(grammar.tokens, phrase, context.lookup) : null;
      if (speaker?.entityIndex == null) return null;
      return { speaker, cue: null, confidence: 0.5 };
    }
    return null;
  },
};

/** True when nothing but marked words stands in the stretch's sentences. */
function standsAlone(stretch: QuotedStretch): boolean {
  return (
    stretch.firstToken === stretch.firstSentence.firstToken &&
    stretch.endToken >= stretch.lastSentence.endToken &&
    stretch.previous === null
  );
}

/** `Taher Al-Nono, Hamas political adviser, told Reuters: "…"` · `saying it showed "…"`. */
const cueBefore: Sieve = {
  name: "cue-before",
  decide: (stretch, context) => {
    const { tokens } = context.grammar;
    const floor = stretch.firstSentence.firstToken;
    const stop = stretch.previous && stretch.previous.endToken > floor ? stretch.previous.endToken : floor;
    for (let index = stretch.firstToken - 1; index >= stop && stretch.firstToken - index < 25; index -= 1) {
      if (!isCue(context, index)) continue;
      const participle = /ing$/u.test(tokens[index]?.lower ?? "");
      // `needled the "reporter," saying, "…"`: a participle reaches back over an earlier stretch for its subject.
      const reach = participle ? floor : stop;
      const phrases = subjectOf(context.grammar, index, { firstToken: reach, endToken: stretch.firstSentence.endToken });
      const found = fromPhrases(context, phrases, index, stretch.firstToken - index < 6 ? 0.9 : 0.75);
      if (found && !(participle && found.speaker.entityIndex === null)) return found;
      if (stop === floor) {
        const inside = mentionsIn(context.lookup, { firstToken: floor, endToken: index });
        const nearest =
          inside.findLast((mention) => mention.type === "PERSON") ??
          inside.findLast((mention) => mention.type === "ORGANIZATION" && tokens[mention.endToken]?.lower !== "'s");
        if (nearest)
          return {
            speaker: { start: nearest.start, end: nearest.end, entityIndex: nearest.entityIndex },
            cue: cueSpan(context, index),
            confidence: 0.5,
          };
      }
    }
    return null;
  },
};

/** `"…," according to Gaza health officials`. */
const accordingTo: Sieve = {
  name: "according-to",
  decide: (stretch, context) => {
    const { tokens } = context.grammar;
    for (let index = stretch.firstSentence.firstToken; index + 2 < stretch.lastSentence.endToken; index += 1) {
      if (tokens[index]?.lower !== "according" || tokens[index + 1]?.lower !== "to") continue;
      const phrase = nounPhraseStartingAt(context.grammar, index + 2, stretch.lastSentence.endToken);
      if (phrase) return fromPhrases(context, [phrase], index, 0.85);
    }
    return null;
  },
};

/** `Trump's "good faith effort"` · `his "hell to pay" threat`. */
const possessor: Sieve = {
  name: "possessor",
  decide: (stretch, context) => {
    const { tokens } = context.grammar;
    const before = tokens[stretch.firstToken - 1];
    if (!before || stretch.firstToken - 1 < stretch.firstSentence.firstToken) return null;
    const owner = before.lower === "'s" || before.lower === "'" ? stretch.firstToken - 2 : stretch.firstToken - 1;
    if (owner === stretch.firstToken - 1 && !["his", "her", "their", "its"].includes(before.lower)) return null;
    const mention = mentionsIn(context.lookup, {
      firstToken: Math.max(stretch.firstSentence.firstToken, owner - 5),
      endToken: owner + 1,
    }).at(-1);
    if (!mention || mention.endToken !== owner + 1) return null;
    return { speaker: { start: mention.start, end: mention.end, entityIndex: mention.entityIndex }, cue: null, confidence: 0.75 };
  },
};

/** A fragment leans on what stands before it rather than on a frame at the end of the sentence. */
const fragmentCueBefore: Sieve = {
  name: "fragment-cue-before",
  decide: (stretch, context) => (isFragment(stretch, context) ? cueBefore.decide(stretch, context) : null),
};

const fragmentPossessor: Sieve = {
  name: "fragment-possessor",
  decide: (stretch, context) => (isFragment(stretch, context) ? possessor.decide(stretch, context) : null),
};

/** `"…," she said, "…"` and a second stretch of the same sentence. */
const sameSentence: Sieve = {
  name: "same-sentence",
  decide: (stretch) => {
    const { previous } = stretch;
    if (!previous?.attributed || previous.endToken <= stretch.firstSentence.firstToken) return null;
    return { ...previous.attributed, confidence: previous.attributed.confidence * 0.95 };
  },
};

/** `"…," she said. "There are American lives at stake."` */
const continuation: Sieve = {
  name: "continuation",
  decide: (stretch) => {
    const { previous } = stretch;
    if (!previous?.attributed || stretch.firstToken !== stretch.firstSentence.firstToken) return null;
    return { ...previous.attributed, confidence: previous.attributed.confidence * 0.9 };
  },
};

/** A quotation that runs over several paragraphs. */
const nextParagraph: Sieve = { name: "next-paragraph", decide: (stretch) => stretch.continued };

/** The subject of the sentence that holds the stretch: `The minister's plan was a "historic mistake" for …`. */
const sentenceSubject: Sieve = {
  name: "sentence-subject",
  decide: (stretch, context) => {
    const { firstToken } = stretch.firstSentence;
    if (stretch.firstToken === firstToken) return null;
    for (let index = firstToken + 1; index < stretch.firstToken; index += 1) {
      const token = context.grammar.tokens[index];
      if (!token || context.grammar.isName[index] || token.pos !== "VERB" || isNominal(context.grammar, index)) continue;
      const [phrase] = subjectOf(context.grammar, index, stretch.firstSentence);
      const speaker = phrase ? speakerOf(context.grammar.tokens, phrase, context.lookup) : null;
      if (speaker?.entityIndex == null) return null;
      return { speaker, cue: null, confidence: 0.45 };
    }
    return null;
  },
};

/** Surest first. */
export const speakerSieves: readonly Sieve[] = [
  nextParagraph,
  fragmentCueBefore,
  fragmentPossessor,
  cueAfter,
  cueAfterQuestion,
  cueBefore,
  accordingTo,
  sameSentence,
  possessor,
  continuation,
  colon,
  paragraphContinuation,
  introduced,
  sentenceSubject,
];
