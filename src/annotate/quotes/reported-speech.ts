/**
 * Speech reported without quotation marks: "Leavitt told reporters that …", "…, two sources briefed on the talks said",
 * "according to …, …". The span is what was said, without the frame.
 */
import type { Document, Sentence } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { Quote, Speaker } from "../../domain/quote.ts";
import type { Span } from "../../domain/span.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { type Grammar, isAuxiliary, nounPhraseStartingAt, subjectOf } from "../clauses.ts";
import { partyNouns } from "../meetings/meeting-cues.ts";
import { coreOf, type MentionLookup, speakerOf } from "./speaker-phrases.ts";

/** Verbs that report a statement when a clause follows without "that". */
const bareVerbs = new Set("say tell add state announce warn claim insist explain acknowledge confirm reveal believe".split(" "));
/** Verbs that report a statement when "that" follows. */
const thatVerbs = new Set(
  "say tell add state declare announce warn note claim argue insist stress emphasize explain admit acknowledge confirm deny suggest vow pledge promise reply report recall remark observe conclude caution complain predict reiterate reveal concede contend assert allege maintain testify estimate believe indicate signal".split(
    " ",
  ),
);

type Input = Document<"sentences" | "tokens" | "mentions">;

export interface ReportedContext {
  readonly grammar: Grammar;
  readonly lexicon: Lexicon;
  readonly lookup: MentionLookup;
}

/** The indirect quotes of one sentence that holds no quotation marks. */
export function findReportedSpeech(doc: Input, sentence: Sentence, context: ReportedContext): Quote[] {
  return accordingTo(doc, sentence, context) ?? trailingFrame(doc, sentence, context) ?? leadingFrame(doc, sentence, context) ?? [];
}

function quoteOf(
  doc: Input,
  content: TokenRange,
  cue: number,
  speaker: Speaker | null,
  confidence: number,
  decidedBy: string,
): Quote[] | null {
  const { tokens } = doc;
  const first = tokens[content.firstToken];
  const cueToken = tokens[cue];
  let end = content.endToken;
  while (end > content.firstToken && /^[.,;:!?]$/u.test(tokens[end - 1]?.text ?? "")) end -= 1;
  const last = tokens[end - 1];
  if (!first || !last || !cueToken || end - content.firstToken < 3) return null;
  const span: Span = { start: cueToken.start, end: cueToken.end };
  return [{ start: first.start, end: last.end, kind: "indirect", cue: span, speaker, confidence, decidedBy }];
}

/** "According to X, …" and "…, according to X". */
function accordingTo(doc: Input, sentence: Sentence, context: ReportedContext): Quote[] | null {
  const { tokens } = doc;
  for (let index = sentence.firstToken; index + 2 < sentence.endToken; index += 1) {
    if (tokens[index]?.lower !== "according" || tokens[index + 1]?.lower !== "to") continue;
    const phrase = nounPhraseStartingAt(context.grammar, index + 2, sentence.endToken);
    if (!phrase) return null;
    const whole = withAttached(context.grammar, phrase, sentence.endToken);
    const speaker = speakerOf(tokens, whole, context.lookup);
    const content =
      index === sentence.firstToken
        ? { firstToken: afterComma(doc, whole.endToken, sentence.endToken), endToken: sentence.endToken }
        : { firstToken: sentence.firstToken, endToken: index };
    return quoteOf(doc, content, index, speaker, 0.85, "according-to");
  }
  return null;
}

function afterComma(doc: Input, index: number, ceiling: number): number {
  for (let at = index; at < Math.min(ceiling, index + 12); at += 1) if (doc.tokens[at]?.text === ",") return at + 1;
  return index;
}

/** "officials of the ministry", "sources familiar with the matter": the phrase with what hangs on it. */
function withAttached(grammar: Grammar, phrase: TokenRange, ceiling: number): TokenRange {
  let { endToken } = phrase;
  for (let steps = 0; steps < 3; steps += 1) {
    const word = grammar.tokens[endToken]?.lower ?? "";
    if (!["of", "in", "at", "from", "for", "with"].includes(word)) break;
    const next = nounPhraseStartingAt(grammar, endToken + 1, ceiling);
    if (!next) break;
    endToken = next.endToken;
  }
  return { firstToken: phrase.firstToken, endToken };
}

/** "…, two sources briefed on the negotiations said." The frame closes the sentence. */
function trailingFrame(doc: Input, sentence: Sentence, context: ReportedContext): Quote[] | null {
  const { tokens } = doc;
  let end = sentence.endToken;
  while (end > sentence.firstToken && /^[.!?"”]$/u.test(tokens[end - 1]?.text ?? "")) end -= 1;
  // The cue is among the last words: "said", "told Reuters", "said on Monday", "told reporters in Doha".
  for (let index = end - 1; index > sentence.firstToken + 3 && end - index < 9; index -= 1) {
    const token = tokens[index];
    if (!token || token.text === ",") return null;
    const base = context.lexicon.reportingVerbs.get(token.lower);
    if (!base || !bareVerbs.has(base) || token.pos === "NOUN" || /ing$/u.test(token.lower)) continue;
    if (tokens[index + 1]?.lower === "that" || hasClause(doc, index + 1, end)) return null;
    for (let comma = index - 1; comma > sentence.firstToken + 2 && index - comma < 25; comma -= 1) {
      if (tokens[comma]?.text !== ",") continue;
      const phrases = subjectOf(context.grammar, index, { firstToken: comma + 1, endToken: sentence.endToken });
      const [phrase] = phrases;
      if (!phrase || phrase.firstToken > comma + 3) continue;
      const speaker = speakerOf(tokens, { firstToken: phrase.firstToken, endToken: index }, context.lookup) ?? null;
      const exact = speakerOf(tokens, phrase, context.lookup);
      return quoteOf(
        doc,
        { firstToken: sentence.firstToken, endToken: comma },
        index,
        exact?.entityIndex == null ? trimmed(doc, speaker, index) : exact,
        0.85,
        "trailing-frame",
      );
    }
    return null;
  }
  return null;
}

/** An unnamed speaker with the words between the phrase and the cue, without "have" and "also". */
function trimmed(doc: Input, speaker: Speaker | null, cue: number): Speaker | null {
  let at = cue - 1;
  while (isAuxiliary(doc.tokens[at]) || doc.tokens[at]?.pos === "ADV") at -= 1;
  const last = doc.tokens[at];
  return speaker && last ? { ...speaker, end: last.end } : speaker;
}

/** True when a finite verb stands in the stretch, so that it is the content rather than an addressee or a date. */
function hasClause(doc: Input, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const pos = doc.tokens[index]?.pos;
    if (pos === "VERB" || pos === "AUX") return true;
  }
  return false;
}

/** "X said [that] …", "X told Y that …". */
function leadingFrame(doc: Input, sentence: Sentence, context: ReportedContext): Quote[] | null {
  const { tokens } = doc;
  for (let index = sentence.firstToken + 1; index < sentence.endToken - 3; index += 1) {
    const token = tokens[index];
    if (!token || context.grammar.isName[index] || token.pos === "NOUN") continue;
    const base = context.lexicon.reportingVerbs.get(token.lower);
    if (!base || !thatVerbs.has(base)) continue;
    let start = index + 1;
    // "told reporters", "said on Tuesday": step over addressee and time before "that".
    let that = -1;
    for (let at = start; at < Math.min(sentence.endToken, index + 9); at += 1) {
      const word = tokens[at];
      if (!word || word.pos === "VERB" || word.pos === "AUX" || word.text === ",") break;
      if (word.lower === "that") {
        that = at;
        break;
      }
    }
    if (that >= 0) start = that + 1;
    else if (!bareVerbs.has(base) || base === "tell" || !hasClause(doc, start, sentence.endToken)) continue;
    else if (asides.has(tokens[start]?.lower ?? "")) {
      const found = frameInside(doc, sentence, index, context);
      if (found) return found;
      continue;
    } else if (["in", "on", "at", "by", "of", "about", "to", "during", "after", "before", ","].includes(tokens[start]?.lower ?? ""))
      continue;
    const [phrase, ...more] = subjectOf(context.grammar, index, sentence);
    if (!phrase || more.length > 0) continue;
    const speaker = speakerOf(tokens, phrase, context.lookup);
    if (!speaker || !canSpeak(doc, phrase, speaker, context)) continue;
    return quoteOf(doc, { firstToken: start, endToken: sentence.endToken }, index, speaker, that >= 0 ? 0.85 : 0.75, "leading-frame");
  }
  return null;
}

/** Words that open an aside of the frame: "…, the White House said when asked about it". */
const asides = new Set(["when", "as", "while", "after", "before", "adding"]);

/** "CONTENT, X said when asked": the frame stands behind its content and something follows it. */
function frameInside(doc: Input, sentence: Sentence, cue: number, context: ReportedContext): Quote[] | null {
  const [phrase] = subjectOf(context.grammar, cue, sentence);
  if (!phrase || doc.tokens[phrase.firstToken - 1]?.text !== ",") return null;
  const speaker = speakerOf(doc.tokens, phrase, context.lookup);
  if (!speaker || !canSpeak(doc, phrase, speaker, context)) return null;
  return quoteOf(doc, { firstToken: sentence.firstToken, endToken: phrase.firstToken - 1 }, cue, speaker, 0.75, "frame-inside");
}

const speakingNouns = new Set(
  (
    "source sources one report reports statement statements study studies poll polls survey police witness witnesses analyst analysts expert experts document documents newspaper agency agencies " +
    "spokesperson spokespeople critics others many some statement memo letter lawsuit complaint indictment insider insiders doctors scientists researchers company data authors historians observers " +
    "neighbors officials he she they it i we who court ministry department"
  ).split(" "),
);

/** True for phrases that can say something: people, bodies, governments, sources, documents. */
function canSpeak(doc: Input, phrase: TokenRange, speaker: Speaker, context: ReportedContext): boolean {
  if (speaker.entityIndex !== null) return true;
  const core = coreOf(doc.tokens, phrase, context.lookup);
  const head = doc.tokens[core.endToken - 1]?.lower ?? "";
  return speakingNouns.has(head) || partyNouns.has(head);
}
