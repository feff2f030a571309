/**
 * Interviews in print, where no label says who speaks: the opening names who was interviewed, paragraphs that end in a question are asked,
 * and what stands between them is answered.
 */
import type { Document, Paragraph, Token } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";

type Input = Document<"paragraphs" | "tokens" | "mentions" | "entities">;

export interface Interview {
  /** Index of the entity of the one person who answers. */
  readonly interviewee: number;
  /** The paragraphs that ask, in the order of the text. */
  readonly questions: readonly TokenRange[];
  /** The paragraphs between and behind them, which answer unless they are the reporter's. */
  readonly answers: readonly TokenRange[];
}

/** So many paragraphs that ask make an interview; an article may hold a rhetorical question or two. */
const minQuestions = 3;
/** How often an interviewer says "you", and who answers "I". */
const minAddresses = 2;
const minSelves = 3;
/** The opening that says who is interviewed, and how far behind its cue the name may stand. */
const maxOpening = 8;
const nameReach = 16;
/** How many cues of a paragraph are looked at, so that one that repeats them costs no more than its length. */
const maxCues = 8;

const interviews = /^interview(?:s|ed|ing)?$/u;
/** "spoke to", "sat down with", "caught up with". */
const talks = /^(?:spoke|speaks|talked|talks|talking|chatted|chats|sat|sits|caught|catches|met|meets)$/u;
const selves = /^(?:i|me|my|mine|myself)$/u;
const addresses = /^(?:you|your|yours|yourself)$/u;

/** The interview that an article is; null for other articles, and where the opening names several or nobody. Linear in the article. */
export function findInterview(doc: Input): Interview | null {
  const { paragraphs, tokens } = doc;
  const prose = paragraphs.filter(({ kind }) => kind !== "dateline" && kind !== "credit");
  const first = prose.findIndex((paragraph) => isQuestion(tokens, paragraph));
  if (first < 0) return null;
  const questions: Paragraph[] = [];
  const answers: Paragraph[] = [];
  for (const paragraph of prose.slice(first)) {
    if (isQuestion(tokens, paragraph)) questions.push(paragraph);
    else if (paragraph.kind === "prose") answers.push(paragraph);
  }
  if (questions.length < minQuestions) return null;
  if (count(tokens, questions, addresses) < minAddresses || count(tokens, answers, selves) < minSelves) return null;
  const interviewee = intervieweeOf(doc, prose.slice(0, Math.min(first, maxOpening)));
  return interviewee === null ? null : { interviewee, questions, answers };
}

function isQuestion(tokens: readonly Token[], { kind, endToken }: Paragraph): boolean {
  return kind !== "header" && tokens[endToken - 1]?.text === "?";
}

function count(tokens: readonly Token[], ranges: readonly TokenRange[], wanted: RegExp): number {
  let found = 0;
  for (const { firstToken, endToken } of ranges)
    for (let index = firstToken; index < endToken; index += 1) if (wanted.test(tokens[index]?.lower ?? "")) found += 1;
  return found;
}

/** Whom the first paragraph that tells says was interviewed; null where it names several, or none does. */
function intervieweeOf({ tokens, mentions, entities }: Input, opening: readonly TokenRange[]): number | null {
  for (const { firstToken, endToken } of opening) {
    const people = mentions.filter(
      (mention) =>
        (mention.form === "name" ||
          (mention.form === "pronoun" && /^(?:he|him|she|her)$/u.test(tokens[mention.firstToken]?.lower ?? ""))) &&
        mention.firstToken >= firstToken &&
        mention.endToken <= endToken &&
        entities[mention.entityIndex]?.type === "PERSON",
    );
    const told = new Set<number>();
    let cues = 0;
    for (let index = firstToken; index < endToken; index += 1) {
      const lower = tokens[index]?.lower ?? "";
      const isTalk = talks.test(lower) && /^(?:to|with)$/u.test(wordAfterParticle(tokens, index));
      if (!interviews.test(lower) && !isTalk) continue;
      cues += 1;
      if (cues > maxCues) break;
      const isPassive = !isTalk && tokens[index + 1]?.lower === "by";
      const isTitle = !isTalk && /^(?:an|the)$/u.test(tokens[index - 1]?.lower ?? "") && tokens[index - 2]?.text === ":";
      // "Last month her book won a prize. I spoke to her at home.", "Ada Lind, founder of Harvik, interviewed by …", "Ada Lind: An Interview"
      const before = people.filter(({ endToken: end }) => end <= index && index - end < nameReach);
      const behind = people.filter(({ firstToken: start }) => start > index && start - index < nameReach);
      for (const { entityIndex, endToken: end } of isPassive || isTitle ? before.slice(0, 1) : behind.slice(0, 1)) {
        told.add(entityIndex);
        // "interviews Ada Lind and Tom Berg"
        const next = behind.find(({ firstToken: start }) => start === end + 1 && /^(?:and|&|,)$/u.test(tokens[end]?.lower ?? ""));
        if (next) told.add(next.entityIndex);
      }
    }
    const [only] = told;
    if (told.size > 1) return null;
    if (only !== undefined) return only;
  }
  return null;
}

/** The word behind a verb, or behind its particle: "with" of "sat down with". */
function wordAfterParticle(tokens: readonly Token[], verb: number): string {
  const next = tokens[verb + 1]?.lower ?? "";
  return next === "down" || next === "up" ? (tokens[verb + 2]?.lower ?? "") : next;
}
