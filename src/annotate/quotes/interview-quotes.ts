/** The answers of an interview in print without labels, each paragraph a quote of the person interviewed. */
import type { Document } from "../../domain/document.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { Quote } from "../../domain/quote.ts";
import { findInterview } from "../coreference/find-interview.ts";

type Input = Document<"paragraphs" | "tokens" | "mentions" | "entities">;

const confidences = {
  /** The paragraph right behind a question. */
  answer: 0.85,
  /** One that goes on with it. */
  goesOn: 0.65,
};
const selves = /^(?:i|me|my|mine|myself|we|us|our)$/u;
const openingMark = /^["“„«‘'—–―-]/u;

/** The quotes, in the order of the text; `nextSaying` gives each answer its number. Empty for an article that is no interview. */
export function interviewQuotes(doc: Input, nextSaying: () => number): Quote[] {
  const interview = findInterview(doc);
  if (!interview) return [];
  const { interviewee, questions, answers } = interview;
  const speaker = doc.mentions.find(({ form, entityIndex }) => form === "name" && entityIndex === interviewee);
  const lastQuestion = questions.at(-1)?.endToken ?? 0;
  const asked = new Set(questions.map(({ endToken }) => endToken));
  /** Where names and descriptions of who is interviewed begin: only the reporter uses them. */
  const told = doc.mentions.flatMap((mention) =>
    mention.entityIndex === interviewee && mention.form !== "pronoun" ? [mention.firstToken] : [],
  );
  let next = 0;
  const quotes: Quote[] = [];
  let saying = -1;
  for (const answer of answers) {
    const { firstToken, endToken } = answer;
    const isFirst = asked.has(firstToken);
    while (next < told.length && (told[next] ?? 0) < firstToken) next += 1;
    const isSpoken = (told[next] ?? endToken) >= endToken && !openingMark.test(doc.tokens[firstToken]?.text ?? "");
    if (isFirst) saying = isSpoken ? nextSaying() : -1;
    const [first, last] = [doc.tokens[firstToken], doc.tokens[endToken - 1]];
    if (!isSpoken || saying < 0 || !speaker || !first || !last) {
      // Behind the last answer the reporter has the word.
      if (firstToken > lastQuestion) saying = -1;
      continue;
    }
    // Nothing but its own voice tells that a paragraph behind the last answer still is one.
    if (!isFirst && firstToken > lastQuestion && !hasVoice(doc, answer)) {
      saying = -1;
      continue;
    }
    quotes.push({
      start: first.start,
      end: last.end,
      kind: "direct",
      cue: null,
      cueKind: null,
      speaker: { start: speaker.start, end: speaker.end, entityIndex: interviewee },
      jointSpeakers: [],
      onBehalfOf: null,
      addressee: null,
      channel: "interview",
      saying,
      confidence: isFirst ? confidences.answer : confidences.goesOn,
      decidedBy: "interview",
    });
  }
  return quotes;
}

function hasVoice({ tokens }: Input, { firstToken, endToken }: TokenRange): boolean {
  for (let index = firstToken; index < endToken; index += 1) if (selves.test(tokens[index]?.lower ?? "")) return true;
  return false;
}
