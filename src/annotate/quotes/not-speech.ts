/** Marked words that nobody is reported to have said: titles, nicknames, shouted subheads, names of things, words held at arm's length. */
import type { Document } from "../../domain/document.ts";
import type { Attributed, QuotedStretch } from "./quoted-stretch.ts";
import { standsAlone } from "./quoted-stretch.ts";
import type { MentionLookup } from "./speaker-phrases.ts";

type Input = Document<"paragraphs" | "tokens">;

const smallWords = new Set("a an the of and or in on at to for by with from as is vs".split(" "));
const titleVerbs = new Set(
  "wrote write published directed produced starred hosted hosts host sang released recorded titled entitled called named dubbed known".split(
    " ",
  ),
);
const distancing = new Set([
  "so-called",
  "called",
  "dubbed",
  "nicknamed",
  "known",
  "titled",
  "entitled",
  "named",
  "labeled",
  "labelled",
  "termed",
]);

/** Why a marked stretch is no speech by its form alone, or null when it may be. */
export function notSpeechByForm(doc: Input, quoted: QuotedStretch, lookup: MentionLookup): string | null {
  const kind = doc.paragraphs[quoted.paragraphIndex]?.kind;
  if (kind !== "prose") return `marked words in a ${kind ?? "heading"}`;
  const { tokens } = doc;
  const text = doc.article.text.slice(quoted.span.start + 1, quoted.span.end - 1).trim();
  const words = wordsOf(doc, quoted);
  if (words.length === 0) return "no words between the marks";
  const before = tokens[quoted.firstToken - 1];
  const after = tokens[quoted.endToken];
  const ends = /[.!?…;:]$/u.test(text);
  if (standsAlone(quoted) && !ends && isShouted(text)) return "a heading in capitals";
  if (isInsideName(lookup, quoted)) return "part of a name";
  if (words.length <= 2 && before?.pos === "PROPN" && after?.pos === "PROPN" && before.sentenceIndex === after.sentenceIndex)
    return "a nickname";
  const isTitled = words.length >= 2 && words.length <= 10 && isTitleCase(words);
  const isNamed =
    before !== undefined &&
    before.sentenceIndex === tokens[quoted.firstToken]?.sentenceIndex &&
    (/^(?:'s|the|on|in|of|for|film|movie|book|novel|song|show|series|episode|album|play)$/u.test(before.lower) ||
      titleVerbs.has(before.lower));
  if (isTitled && !ends && ((!/,$/u.test(text) && before?.text !== "," && before?.text !== ":") || isNamed))
    return "capitalised like the title of a work";
  if (isByline(doc, quoted, after?.lower)) return "a headline or excerpt beside its author";
  if (/[=(]$/u.test(before?.text ?? "") && words.length <= 4) return "a value or an aside";
  return null;
}

/** Why a marked stretch for which a speaker was or was not found is better not taken for speech, or null. */
export function notSpeechByContext(doc: Input, quoted: QuotedStretch, attributed: Attributed | null): string | null {
  const { tokens } = doc;
  const words = wordsOf(doc, quoted);
  const before = tokens[quoted.firstToken - 1];
  const hasCue = attributed !== null && attributed.cue >= 0;
  if (words.length <= 4 && before && distancing.has(before.lower) && before.lower !== "called" && before.lower !== "labeled")
    return "words held at arm's length";
  if (attributed === null) {
    const isFramed = before?.text === ":" && words.length >= 5;
    return isFramed ? null : "marked words without a speaker near them";
  }
  if (words.length <= 2 && !hasCue) return "single marked words without a word of saying";
  return null;
}

function isInsideName({ covering, mentions }: MentionLookup, { firstToken, endToken }: QuotedStretch): boolean {
  return (covering.get(firstToken) ?? []).some((index) => {
    const mention = mentions[index];
    return mention?.form === "name" && mention.firstToken < firstToken && mention.endToken >= endToken;
  });
}

function wordsOf(doc: Input, quoted: QuotedStretch): string[] {
  const words: string[] = [];
  for (let index = quoted.firstToken; index < quoted.endToken; index += 1) {
    const text = doc.tokens[index]?.text ?? "";
    if (/\p{L}/u.test(text)) words.push(text);
  }
  return words;
}

function isShouted(text: string): boolean {
  return /\p{L}{2}/u.test(text) && text === text.toUpperCase();
}

function isTitleCase(words: readonly string[]): boolean {
  return words.every((word) => /^\p{Lu}/u.test(word) || smallWords.has(word.toLowerCase())) && /^\p{Lu}/u.test(words[0] ?? "");
}

/** `"Gallery to close in May," by the Courier's Ann Lee: "The gallery …"`: neither the headline nor the excerpt was said. */
function isByline(doc: Input, quoted: QuotedStretch, after: string | undefined): boolean {
  const { tokens } = doc;
  const next = tokens[quoted.endToken + 1];
  if (after === "by" && next && (/^\p{Lu}/u.test(next.text) || next.lower === "the")) {
    const first = tokens[quoted.firstToken + 1];
    return first !== undefined && /^[\p{Lu}‘']/u.test(first.text);
  }
  if (tokens[quoted.firstToken - 1]?.text !== ":") return false;
  for (let index = quoted.firstToken - 2; index >= quoted.firstSentence.firstToken && quoted.firstToken - index < 10; index -= 1) {
    const token = tokens[index];
    if (token?.lower === "by") return true;
    if (!token || (!/^\p{Lu}/u.test(token.text) && !/^(?:'s|'|the|of|,|\.)$/u.test(token.lower))) return false;
  }
  return false;
}
