/**
 * "face-to-face", "one-on-one", "commander-in-chief", "Tae-won", "president-elect": compounds that tokens cut at their hyphens. The preposition or the verb
 * inside leads the parser astray, so that such a compound is read as the one word it is and taken apart again afterwards, its head first.
 */
import type { Token } from "../../domain/document.ts";
import type { SentenceParse } from "./parse-words.ts";

const hyphen = /^[-‐‑]$/u;
const inner = new Set(["to", "on", "in", "by", "of", "for", "and", "at", "the", "up", "a"]);
const word = /^[\p{L}\p{N}]+$/u;

/** A sentence with its compounds joined. */
export interface JoinedSentence {
  readonly forms: readonly string[];
  /** For each form, its first token, counted from the start of the sentence. */
  readonly firstTokens: readonly number[];
  /** How many tokens the sentence has. */
  readonly length: number;
}

/** The words of a sentence with such compounds joined; null, and at once, where there are none. */
export function joinCompounds(tokens: readonly Token[], firstToken: number, endToken: number): JoinedSentence | null {
  let found = false;
  // Most sentences hold no hyphen that stands alone, which every compound has behind its first word.
  for (let at = firstToken; at + 2 < endToken && !found; at += 1)
    found = hyphen.test(tokens[at + 1]?.text ?? "") && compoundEnd(tokens, at, endToken) > at + 1;
  if (!found) return null;
  const forms: string[] = [];
  const firstTokens: number[] = [];
  for (let at = firstToken; at < endToken; ) {
    const end = compoundEnd(tokens, at, endToken);
    // The parser knows presidents, not presidents-elect.
    const seen = isOfficeToBe(tokens, at, endToken) ? at + 1 : end;
    forms.push(
      tokens
        .slice(at, seen)
        .map(({ text }) => text)
        .join(""),
    );
    firstTokens.push(at - firstToken);
    at = end;
  }
  return { forms, firstTokens, length: endToken - firstToken };
}

/** The token after the compound that starts here; `at + 1` for any other word. */
function compoundEnd(tokens: readonly Token[], at: number, endToken: number): number {
  let end = at + 1;
  if (isGivenName(tokens, at, endToken) || isOfficeToBe(tokens, at, endToken)) return at + 3;
  if (!hyphen.test(tokens[end]?.text ?? "") || !inner.has(tokens[end + 1]?.lower ?? "")) return end;
  while (end + 1 < endToken && isTied(tokens, end) && hyphen.test(tokens[end]?.text ?? "") && word.test(tokens[end + 1]?.text ?? ""))
    end += 2;
  return word.test(tokens[at]?.text ?? "") && end - at >= 5 ? end : at + 1;
}

/** "Chey [Tae-won] smiled", behind a name and in lower case after the hyphen: "won" is no verb. */
function isGivenName(tokens: readonly Token[], at: number, endToken: number): boolean {
  const [family, first, mark, second] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!family || !first || !mark || !second || at + 2 >= endToken || !hyphen.test(mark.text) || !isTied(tokens, at + 1)) return false;
  const isInside = tokens[at - 2]?.sentenceIndex === family.sentenceIndex;
  const isName = (family.pos === "PROPN" || isInside) && syllable.test(family.text) && syllable.test(first.text);
  return isName && /^\p{Ll}{1,5}$/u.test(second.text) && !endings.has(second.text);
}

/** "the president-elect", "prime minister-designate": "elect" is no verb. */
function isOfficeToBe(tokens: readonly Token[], at: number, endToken: number): boolean {
  if (at + 2 >= endToken || !hyphen.test(tokens[at + 1]?.text ?? "") || !isTied(tokens, at + 1)) return false;
  return /^(?:elect|designate)$/u.test(tokens[at + 2]?.lower ?? "") && /^\p{L}+$/u.test(tokens[at]?.text ?? "");
}

const syllable = /^\p{Lu}\p{Ll}{1,5}$/u;
/** "Prime Biden-era rules": what goes on behind a name that is no given name. */
const endings = new Set(
  "era led like born based style wide made only run bred held owned backed area level long old free type ready loyal".split(" "),
);

/** True for a hyphen that touches the words on both sides. */
function isTied(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.end === tokens[at]?.start && tokens[at]?.end === tokens[at + 1]?.start;
}

/** What the pieces of a compound become: indexes of tags and relations in the model. */
export interface PieceLabels {
  readonly noun: number;
  readonly preposition: number;
  readonly hyphen: number;
  readonly nmod: number;
  readonly flat: number;
  readonly case: number;
  readonly punct: number;
}

/** The parse of the joined words → a parse of the tokens, as the treebanks have it: "commander" and "Tae" are the heads, "chief" and "won" hang on them. */
export function splitCompounds(parse: SentenceParse, { firstTokens, length }: JoinedSentence, labels: PieceLabels): SentenceParse {
  const split: SentenceParse = { tags: new Uint8Array(length), heads: new Int32Array(length), relations: new Uint8Array(length) };
  const set = (token: number, head: number, tag: number, relation: number): void => {
    split.heads[token] = head;
    split.tags[token] = tag;
    split.relations[token] = relation;
  };
  firstTokens.forEach((first, index) => {
    const head = parse.heads[index] ?? -1;
    set(first, head < 0 ? -1 : (firstTokens[head] ?? -1), parse.tags[index] ?? 0, parse.relations[index] ?? 0);
    const last = (firstTokens[index + 1] ?? length) - 1;
    if (last === first) return;
    if (last - first === 2) {
      set(last, first, parse.tags[index] ?? 0, labels.flat);
      set(last - 1, last, labels.hyphen, labels.punct);
      return;
    }
    for (let piece = first + 1; piece < last; piece += 1) {
      if ((piece - first) % 2 === 1) set(piece, last, labels.hyphen, labels.punct);
      else set(piece, last, labels.preposition, labels.case);
    }
    set(last, first, labels.noun, labels.nmod);
  });
  return split;
}
