/**
 * Article → paragraphs, sentences, tokens. The only importer of wink-nlp (https://winkjs.org/wink-nlp/), whose tokens are exact
 * substrings of what it reads; offsets are recovered by walking the text beside them. Its sentence bounds are repaired where news
 * trips them: abbreviations before names ("Gen. Mark Milley"), initials ("J. D. Vance"), closing marks after a full stop.
 */
import winkModel from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";
import type { Article } from "../domain/article.ts";
import type { Document, Paragraph, Sentence, Token } from "../domain/document.ts";
import { findBlocks } from "./find-blocks.ts";
import { foldCase } from "./fold-case.ts";
import { repairTokens } from "./repair-tokens.ts";

export type Segmenter = (article: Article) => Document<"paragraphs" | "sentences" | "tokens">;

/** Abbreviations that stand before a name or a number and so never end a sentence. */
const beforeName = new Set(
  (
    "mr mrs ms dr prof gen lt col sgt maj capt cmdr adm brig sen rep gov rev fr hon pres st ft mt no nos vs v jan feb mar apr jun jul aug sep sept oct nov dec " +
    "mon tue tues wed thu thurs fri sat sun supt det insp amb sec atty drs messrs sens reps gens govs profs revs sgts capts lts cols"
  ).split(" "),
);
/** Abbreviations that end a sentence only when the next word cannot follow them ("U.S." before a verb or a lower-case word goes on). */
const initial = /^\p{Lu}\.$/u;
const acronym = /^(?:\p{Lu}\.){2,}$|^\p{Lu}{2,}$/u;
const closingMarks = new Set(['"', "”", "’", "'", "»", "''", ")", "]"]);

interface DraftToken {
  start: number;
  end: number;
  text: string;
  pos: string;
}

/** Builds the segmenter; the model loads once, in about 150 ms. */
export function loadSegmenter(): Segmenter {
  const nlp = winkNlp(winkModel, ["sbd", "pos"]);
  const { its } = nlp;
  return (article) => {
    const paragraphs: Paragraph[] = [];
    const sentences: Sentence[] = [];
    const tokens: Token[] = [];
    for (const block of findBlocks(article)) {
      const source = article.text.slice(block.start, block.end);
      const firstToken = tokens.length;
      const readable = readableText(source);
      const wink = nlp.readDoc(readable);
      const texts = wink.tokens().out();
      const tags = wink.tokens().out(its.pos) as unknown as string[];
      const lengths: number[] = [];
      wink.sentences().each((sentence: { tokens(): { length(): number } }) => {
        lengths.push(sentence.tokens().length());
      });
      const drafts = locateTokens(source, readable, block.start, texts, tags);
      for (const [from, to] of repairBounds(drafts, lengths)) {
        const first = drafts[from];
        const last = drafts[to - 1];
        if (!first || !last) continue;
        const sentenceIndex = sentences.length;
        const sentenceFirst = tokens.length;
        // Written out, for a spread would take a third of the time that segmenting takes.
        for (const { start, end, text, pos } of repairTokens(drafts.slice(from, to)))
          tokens.push({ start, end, text, lower: foldCase(text), pos, sentenceIndex });
        sentences.push({
          start: first.start,
          end: last.end,
          firstToken: sentenceFirst,
          endToken: tokens.length,
          paragraphIndex: paragraphs.length,
        });
      }
      paragraphs.push({ start: block.start, end: block.end, kind: block.kind, firstToken, endToken: tokens.length });
    }
    return { article, paragraphs, sentences, tokens };
  };
}

/**
 * What wink reads for a block, of the same length: spaces for line breaks, at which it would end a sentence, another adverb for one
 * that it takes for a measure, and one double mark and a space for a mark that is typed as two apostrophes or backticks, which it would
 * tear apart.
 */
function readableText(source: string): string {
  // wink takes the adverb of "He let her in. Nobody …" for inches, and reads on.
  const line = source.replace(/[^\S ]/gu, " ");
  const adverbs = line.includes(" in.") ? line.replace(/(?<=\p{L} )in\.(?= |$)/gu, "on.") : line;
  // "she wrote on X. Nobody …": the platform; a letter of another script is no initial to wink.
  const spaced = adverbs.includes(" X. ") ? adverbs.replace(/(?<= (?:on|to|via) )X(?=\. )/gu, "Ж") : adverbs;
  if (!spaced.includes("''") && !spaced.includes("``")) return spaced;
  return spaced.replace(/'{2,3}|`{2,3}/gu, (run, at: number) => {
    const isOpening = at === 0 || /[\s([{—–-]/u.test(spaced.charAt(at - 1));
    // Of three, one is a single mark, on the inner side.
    const single = run.slice(2);
    return isOpening ? ` "${single}` : `${single}" `;
  });
}

function locateTokens(source: string, readable: string, offset: number, texts: readonly string[], tags: readonly string[]): DraftToken[] {
  const drafts: DraftToken[] = [];
  let cursor = 0;
  for (const [index, text] of texts.entries()) {
    const start = readable.indexOf(text, cursor);
    if (start < 0) throw new Error(`token ${JSON.stringify(text)} is not in the text after offset ${offset + cursor}`);
    cursor = start + text.length;
    if (isBlank(text)) continue;
    if (text === '"' && source.charAt(start) !== '"') {
      // A mark of two characters, of which wink saw the first or the last.
      const first = start > 0 && readable.charAt(start - 1) === " " && /['`]/u.test(source.charAt(start - 1)) ? start - 1 : start;
      drafts.push({ start: offset + first, end: offset + first + 2, text: source.slice(first, first + 2), pos: "PUNCT" });
      cursor = first + 2;
      continue;
    }
    drafts.push({
      start: offset + start,
      end: offset + cursor,
      // wink's own string where it can be had: its hash is known, which every later look-up of the word needs.
      text: source.startsWith(text, start) ? text : source.slice(start, cursor),
      pos: repairTag(text, tags[index] ?? "X"),
    });
  }
  return drafts;
}

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // Nothing between the space and the first character beyond ASCII is white space.
  return !(first > 32 && first < 127) && text.trim() === "";
}

/** wink tags "U.S." NUM and some initials PUNCT. */
function repairTag(text: string, tag: string): string {
  if (!text.endsWith(".")) return tag;
  if ((initial.test(text) || /^(?:\p{Lu}\.){2,}$/u.test(text)) && tag !== "PRON") return "PROPN";
  return tag;
}

/** Sentence bounds as half-open token ranges, after joining what an abbreviation or a closing mark tore apart. */
function repairBounds(drafts: readonly DraftToken[], lengths: readonly number[]): [number, number][] {
  const bounds: [number, number][] = [];
  let start = 0;
  let next = 0;
  for (const length of lengths) {
    next += length;
    const end = Math.min(next, drafts.length);
    const previous = bounds.at(-1);
    // "stop.⏐.. and", "no!!⏐! Yes": a run of marks ends the sentence as a whole.
    while (previous && start < end && runsOn(drafts[start - 1], drafts[start])) {
      start += 1;
      previous[1] = start;
    }
    if (previous && start < end && isTorn(drafts, start)) previous[1] = end;
    else if (start < end) bounds.push([start, end]);
    start = end;
  }
  if (start < drafts.length) bounds.push([start, drafts.length]);
  const [first] = bounds;
  const clock = first ? endOfClock(drafts, first[1]) : 0;
  if (first && clock > 0) bounds.splice(0, 1, [0, clock], [clock, first[1]]);
  return bounds;
}

/** "14:40 GMT - The chancellor and …": the end of the hour that opens an entry of a live report, before a sentence of its own; else 0. */
function endOfClock(drafts: readonly DraftToken[], end: number): number {
  if (!/^(?:[01]?\d|2[0-3])[:.][0-5]\d(?:am|pm)?$/u.test(drafts[0]?.text ?? "")) return 0;
  let at = 1;
  while (
    at < 4 &&
    /^(?:am|pm|a\.m\.|p\.m\.|GMT|BST|CET|CEST|EST|EDT|ET|PT|IST|AEST|AEDT|EAT|WAT|UTC|[-–—:|•])$/u.test(drafts[at]?.text ?? "")
  )
    at += 1;
  const next = drafts[at];
  // "14:40 BREAKING: …": the label goes with the hour.
  if (/^\p{Lu}{2,}$/u.test(next?.text ?? "") && [drafts[at + 1]?.text, drafts[at + 2]?.text].includes(":")) return 0;
  // "14:40 The": a gap, and a capital that opens more than a note.
  return next && end - at > 3 && next.start > (drafts[at - 1]?.end ?? 0) && /^\p{Lu}/u.test(next.text) ? at : 0;
}

const endMarks = /^[.!?]+$/u;

function runsOn(last: DraftToken | undefined, first: DraftToken | undefined): boolean {
  return last !== undefined && first !== undefined && last.end === first.start && endMarks.test(last.text) && endMarks.test(first.text);
}

function isTorn(drafts: readonly DraftToken[], start: number): boolean {
  const last = drafts[start - 1];
  const first = drafts[start];
  if (!last || !first) return false;
  const previous = drafts[start - 2];
  if (/^\p{Ll}/u.test(first.text) && last.text !== "!" && last.text !== "?") return true;
  // `… people.” Israel denied`: the mark belongs to the sentence before it.
  if (closingMarks.has(first.text) && first.start === last.end && drafts.length === start + 1) return true;
  // "D-N.⏐Y., and": an acronym in two.
  const endsInLetter = last.text === "." ? /^\p{Lu}$/u.test(previous?.text ?? "") : initial.test(last.text);
  if (endsInLetter && first.start === last.end && /^(?:\p{Lu}\.)+$/u.test(first.text)) return true;
  if (initial.test(last.text)) return /^\p{Lu}/u.test(first.text) && (!previous || previous.pos === "PROPN" || initial.test(previous.text));
  const word = last.text === "." && previous && previous.end === last.start ? previous.text : last.text.replace(/\.$/u, "");
  if (last.text !== "." && !last.text.endsWith(".")) return false;
  // "He said no.⏐The sun.⏐They sat.": words as well as abbreviations.
  if (/^nos?$/iu.test(word)) return /^\d/u.test(first.text);
  if (/^(?:sun|sat|wed|mar|fri|mon|rev)$/u.test(word)) return false;
  // "Lind et al.⏐(2010) found"
  if (word === "al" && first.text === "(") return true;
  if (beforeName.has(word.toLowerCase())) return /^[\p{Lu}\d]/u.test(first.text);
  // "with U.S.⏐Under Secretary of State Ann Lee".
  const next = drafts[start + 1]?.text === "-" ? drafts[start + 2] : drafts[start + 1];
  if (acronym.test(last.text) && first.text === "Under" && /^Secretary$/iu.test(next?.text ?? "")) return true;
  return acronym.test(last.text) && first.pos === "PROPN" && titleAfterAcronym.has(first.text.toLowerCase());
}

/** "… said U.S. ⏐ President Joe Biden": words that go on after an abbreviated country. */
const titleAfterAcronym = new Set(
  "president secretary undersecretary deputy assistant vice ambassador envoy senator representative congress congressman army navy marine air special state supreme attorney capitol embassy treasury defense defence house senate security general diplomat officials official".split(
    " ",
  ),
);
