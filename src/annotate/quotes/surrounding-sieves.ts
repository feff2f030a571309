/** Sieves that find who speaks in what surrounds the marked words: an introduction, the words said before them, another paragraph. */
import type { TokenRange } from "../../domain/mention.ts";
import type { Speaker } from "../../domain/quote.ts";
import type { Tokens } from "../clauses.ts";
import type { SpeechFrame } from "./frame-parts.ts";
import { type Attributed, isFragment, type QuotedStretch, type SieveContext, standsAlone } from "./quoted-stretch.ts";
import { attributedTo, mainSubject, patternSubject, type Sieve, speaksOfSaying } from "./sieve-parts.ts";
import { mentionsIn, speakersOfPhrases } from "./speaker-phrases.ts";

/** `Daron Shaw: "…"` · `The minister had a message for them: "…"`. */
export const colon: Sieve = {
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

/** `"…"` and below it `– Ann Lee, Geneva`. */
export const signature: Sieve = {
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
export const paragraphContinuation: Sieve = {
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
export const introduced: Sieve = {
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
export const actorBefore: Sieve = {
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

/** `"…," she said, "…"` and a second stretch of the same sentence. */
export const sameSentence: Sieve = {
  name: "same-sentence",
  confidence: 0.7,
  decide: ({ previous, firstSentence }) => {
    if (!previous?.attributed || previous.endToken <= firstSentence.firstToken) return null;
    return { ...previous.attributed, continues: true };
  },
};

const joining = new Set(["and", "or", "but", ","]);

/** `chanted "never again" and "go home"`: nothing but "and" parts the words from those before them. */
export const joined: Sieve = {
  name: "joined",
  confidence: 0.9,
  decide: (stretch, context) => {
    const { firstToken, previous } = stretch;
    if (!previous?.attributed || previous.attributed.cue < 0 || !isFragment(stretch, context)) return null;
    if (firstToken === previous.endToken || firstToken > previous.endToken + 2) return null;
    for (let index = previous.endToken; index < firstToken; index += 1)
      if (!joining.has(context.grammar.tokens[index]?.lower ?? "")) return null;
    return { ...previous.attributed, continues: true };
  },
};

/** `"…," said Ann Lee. Tom Ray said the plan was bad. "It will fail."`: marked words go on with the report before them. */
export const reportBefore: Sieve = {
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

/** `"…," she said. "There are American lives at stake."` */
export const continuation: Sieve = {
  name: "continuation",
  confidence: 0.96,
  decide: (stretch) => {
    const { previous } = stretch;
    if (!previous?.attributed || stretch.firstToken !== stretch.firstSentence.firstToken) return null;
    return { ...previous.attributed, continues: true };
  },
};

/** A quotation that runs over several paragraphs. */
export const nextParagraph: Sieve = {
  name: "next-paragraph",
  confidence: 0.8,
  decide: ({ continued }) => continued && { ...continued, continues: true },
};
