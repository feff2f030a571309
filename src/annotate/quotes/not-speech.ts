/**
 * Marked words that nobody is reported to have said: titles of works, nicknames, slogans on signs, shouted subheads, names of things,
 * words that are spoken of, words held at arm's length.
 */
import type { Document } from "../../domain/document.ts";
import { agentsOf } from "../syntax/clause-subjects.ts";
import { childBy, headOf, pennTagOf, relationOf } from "../syntax/syntax-tree.ts";
import { type Attributed, isFragment, isWithTheWords, type QuotedStretch, type SieveContext, standsAlone } from "./quoted-stretch.ts";
import type { MentionLookup } from "./speaker-phrases.ts";

type Input = Document<"paragraphs" | "tokens">;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

const smallWords = wordSet("a an the of and or in on at to for by with from as is vs");
const titleVerbs = wordSet("wrote write published directed produced starred hosted hosts host sang released recorded");
/** Nouns that say that the marked words beside them are the name of a work. */
const works = wordSet(
  "film movie book novel memoir autobiography song single album show series episode play musical opera program programme documentary podcast magazine newspaper column poem painting exhibition exhibit game sitcom drama comedy hit ballad hymn anthem ad advert commercial spot",
);
/** Nouns that say that the marked words after them are spoken of as words. */
const wordNouns = wordSet(
  "word words letter letters term terms phrase phrases name names nickname moniker codename code-name pseudonym title label acronym hashtag",
);
/** Things that carry writing, and how it is put on them. */
const signNouns = wordSet(
  "sign signs banner banners placard placards poster posters plaque sticker stickers t-shirt t-shirts shirt shirts hat hats graffiti caption inscription billboard billboards label slogan slogans motto mottos inscribed engraved emblazoned scrawled",
);
/** Participles that give a name to something; the last ones do so only where nobody is said to give it. */
const namings = wordSet(
  "so-called dubbed nicknamed titled entitled codenamed code-named known self-described self-styled self-proclaimed christened aka",
);
const passiveNamings = wordSet("called named labeled labelled termed billed branded styled");
/** What stands between a naming and the name: `known as the "…"`, `by the name of "…"`. */
const beforeNames = wordSet("a an the as by of itself themselves himself herself or also");
/** Nouns whose kind of thing goes by a name or a formula: `the "one land" policy`, `a "no" vote`. */
const namedKinds = wordSet(
  "plan plans policy policies principle doctrine strategy campaign campaigns movement program programme initiative project operation exercise exercises summit vote votes list status rule rules law laws act bill amendment clause theory treaty technique method model visa visas period list process category section tag button option brand logo label blueprint formula document roadmap peace party parties wing ticket ballot award prize tour festival concert series league cup derby trophy rating ratings grade",
);

/** Words that open a clause which tells more of a noun. */
const relatives = wordSet("who whose which where");

/** Why a marked stretch is no speech by its form alone, or null when it may be. */
export function notSpeechByForm(doc: Input, quoted: QuotedStretch, context: SieveContext): string | null {
  const kind = doc.paragraphs[quoted.paragraphIndex]?.kind;
  if (kind !== "prose") return `marked words in a ${kind ?? "heading"}`;
  const { tokens } = doc;
  const { lookup } = context;
  const text = doc.article.text.slice(quoted.span.start + 1, quoted.span.end - 1).trim();
  const words = wordsOf(doc, quoted);
  if (words.length === 0) return "no words between the marks";
  const before = tokenBefore(doc, quoted);
  const after = tokens[quoted.endToken];
  const ends = /[.!?…;:]$/u.test(text);
  if (standsAlone(quoted) && !ends && isShouted(text)) return "a heading in capitals";
  if (standsAlone(quoted) && words.length <= 3 && text.endsWith(":")) return "a label";
  if (isInsideName(lookup, quoted)) return "part of a name";
  if (words.length <= 2 && before?.pos === "PROPN" && after?.pos === "PROPN" && before.sentenceIndex === after.sentenceIndex)
    return "a nickname";
  if (words.length <= longestTitle && isTitleCase(words) && isTitled(doc, quoted, context, text, words.length))
    return "capitalised like the title of a work";
  if (isByline(doc, quoted, after?.lower)) return "a headline or excerpt beside its author";
  if (/[=(]$/u.test(before?.text ?? "") && words.length <= 4) return "a value or an aside";
  return null;
}

/** Why a marked stretch for which a speaker was or was not found is better not taken for speech, or null. */
export function notSpeechByContext(doc: Input, quoted: QuotedStretch, attributed: Attributed | null, context: SieveContext): string | null {
  const { tokens } = doc;
  const words = wordsOf(doc, quoted);
  const before = tokens[quoted.firstToken - 1];
  const hasCue = attributed !== null && attributed.cue >= 0;
  const spokenOf = whySpokenOf(doc, quoted, context, words);
  if (spokenOf) return spokenOf;
  if (words.length <= 2 && isSubject(doc, quoted, context)) return "a word that is spoken of";
  if (attributed === null) {
    const isFramed = before?.text === ":" && words.length >= 5;
    return isFramed || isWholeSentence(doc, quoted, words.length) ? null : "marked words without a speaker near them";
  }
  if (words.length <= 2 && !hasCue) return "single marked words without a word of saying";
  return describesSpeaker(quoted, attributed, context) ? "words that tell who speaks" : null;
}

/** `"Engagement" has become a dirty word`: the words that open a sentence are what it is about. */
function isSubject({ tokens }: Input, { firstToken, endToken, firstSentence }: QuotedStretch, { tree }: SieveContext): boolean {
  if (firstToken !== firstSentence.firstToken || /^[,.!?…]$/u.test(tokens[endToken - 2]?.text ?? "")) return false;
  const above = headOf(tree, endToken - 2);
  return relationOf(tree, endToken - 2).startsWith("nsubj") && above >= endToken && above < firstSentence.endToken;
}

/** `"…," said Ann Lee, a nurse who had waited in a "long, winding line" outside`: the words behind an inverted frame are the reporter's. */
function describesSpeaker(quoted: QuotedStretch, { cue, speakers: [speaker] }: Attributed, context: SieveContext): boolean {
  const { tokens } = context.grammar;
  const { firstToken, previous, firstSentence } = quoted;
  if (cue < firstSentence.firstToken || cue >= firstToken || !previous || previous.endToken > cue || !isFragment(quoted, context))
    return false;
  if (!speaker || speaker.start < (tokens[cue]?.end ?? 0)) return false;
  for (let index = cue + 1; index < firstToken; index += 1) if (relatives.has(tokens[index]?.lower ?? "")) return true;
  return false;
}

/** A sentence of its own in marks was said by somebody, whether or not the text tells by whom. */
function isWholeSentence({ article, tokens }: Input, { span, firstToken, firstSentence }: QuotedStretch, wordCount: number): boolean {
  const opens = firstToken === firstSentence.firstToken && /^\p{Lu}/u.test(tokens[firstToken + 1]?.text ?? "");
  return wordCount >= 5 && opens && /[.!?…,][^\p{L}\p{N}]*$/u.test(article.text.slice(span.end - 4, span.end));
}

/** Titles with what stands behind their colon have at most so many words. */
const longestTitle = 16;

/** Names and words that are spoken of have at most so many words, and fewer where they are not written like titles. */
const longestName = 10;
const longestPhrase = 6;

/** Why a few words inside a sentence are a name or a word that is spoken of, or null. */
function whySpokenOf(doc: Input, quoted: QuotedStretch, context: SieveContext, words: readonly string[]): string | null {
  const { tokens } = doc;
  const before = tokenBefore(doc, quoted);
  if (!before || words.length > longestName) return null;
  const last = quoted.firstToken - 1;
  const floor = quoted.firstSentence.firstToken;
  let at = last;
  while (at > floor && last - at < 3 && (beforeNames.has(tokens[at]?.lower ?? "") || tokens[at]?.text === ",")) at -= 1;
  const naming = hyphenatedWord(doc, at);
  const isSelf = naming === "calling" && /^(?:itself|themselves|himself|herself)$/u.test(tokens[at + 1]?.lower ?? "");
  if (namings.has(naming) || isSelf || (passiveNamings.has(naming) && isPassive(context, at))) return "words held at arm's length";
  if (words.length > longestPhrase && !isTitleCase(words)) return null;
  if (isByname(doc, quoted, words)) return "a byname";
  if (wordNouns.has(before.lower) && !isWithTheWords(tokens, quoted)) return "a word that is spoken of";
  const isGloss = (before.lower === "or" && tokens[last - 1]?.text === ",") || /^(?:means|meaning)$/u.test(naming);
  if (isGloss && words.length <= 4) return "what another word means";
  if (isOnSign(doc, quoted, context)) return "words on a sign";
  return words.length <= 4 && namesItsNoun(doc, quoted, context) ? "the name of a thing" : null;
}

/** `whom friends call "the Fox"`, `alias "Fox"`: what somebody goes by, in capitals. */
function isByname({ tokens }: Input, { firstToken }: QuotedStretch, words: readonly string[]): boolean {
  const names = words[0] === "the" || words[0] === "The" ? words.slice(1) : words;
  if (names.length === 0 || names.length > 3 || !isTitleCase(names)) return false;
  const [before, earlier] = [tokens[firstToken - 1]?.lower ?? "", tokens[firstToken - 2]?.lower ?? ""];
  const isObject = /^(?:him|her|them|it)$/u.test(before);
  return /^(?:alias|aka)$/u.test(before) || /^calls?$/u.test(isObject ? earlier : before);
}

/** The word that ends with the token, with what hyphens join to it: "so-called". */
function hyphenatedWord({ tokens }: Input, last: number): string {
  const hyphen = tokens[last - 1];
  const first = tokens[last - 2];
  const word = tokens[last];
  const isJoined = hyphen?.text === "-" && first?.end === hyphen.start && hyphen.end === word?.start;
  return `${isJoined ? `${first?.lower}-` : ""}${word?.lower ?? ""}`;
}

/** "what was called a …", "a song called …", but not "what she has called …" and "called by its critics …". */
function isPassive({ tree }: SieveContext, verb: number): boolean {
  if (pennTagOf(tree, verb) !== "VBN" || agentsOf(tree, verb).length > 0) return false;
  return childBy(tree, verb, "aux:pass") >= 0 || (childBy(tree, verb, "nsubj", "aux") < 0 && relationOf(tree, verb).startsWith("acl"));
}

/** How many tokens before the marks a sign may be named. */
const signReach = 6;

/** `a banner reading "…"`; what people shout is theirs, whatever it is called. */
function isOnSign({ tokens }: Input, { firstToken, firstSentence }: QuotedStretch, { lexicon, stretchOf }: SieveContext): boolean {
  let sign = false;
  for (let index = firstToken - 1; index >= firstSentence.firstToken && firstToken - index <= 2 * signReach; index -= 1) {
    const token = tokens[index];
    if (!token || (stretchOf[index] ?? -1) >= 0) break;
    if (lexicon.speechVerbs.get(token.lower)?.kind === "exclaimed") return false;
    if (firstToken - index <= signReach && signNouns.has(token.lower)) sign = true;
  }
  return sign;
}

/** `the "one land" policy`, `a "no" vote`. */
function namesItsNoun({ tokens }: Input, { firstToken, endToken, firstSentence }: QuotedStretch, { lexicon }: SieveContext): boolean {
  const before = tokens[firstToken - 1];
  const after = tokens[endToken];
  const next = tokens[endToken + 1];
  if (!before || !after || after.sentenceIndex !== before.sentenceIndex) return false;
  const kind =
    namedKinds.has(after.lower) || (after.pos === "NOUN" && next?.sentenceIndex === after.sentenceIndex && namedKinds.has(next.lower));
  // `what she called the mayor's "warmongering" policies`.
  for (let index = firstToken - 1; index >= firstSentence.firstToken && firstToken - index < 8; index -= 1)
    if (/^(?:call|describ)/u.test(tokens[index]?.lower ?? "")) return false;
  return (
    kind &&
    (/^(?:DET|ADJ|NUM|PART|PRON|NOUN|PROPN)$/u.test(before.pos) || /^['’]s?$/u.test(before.text)) &&
    !lexicon.speechVerbs.has(before.lower)
  );
}

/** The token before a stretch, where it stands in the same sentence. */
function tokenBefore({ tokens }: Input, { firstToken, firstSentence }: QuotedStretch) {
  return firstToken > firstSentence.firstToken ? tokens[firstToken - 1] : undefined;
}

/** Full titles, and short ones that a noun, a verb of publishing or an outlet introduces. A stop inside the marks may be the reporter's. */
function isTitled(doc: Input, quoted: QuotedStretch, { lexicon, lookup }: SieveContext, text: string, wordCount: number): boolean {
  if (/[!?…;:]$/u.test(text)) return false;
  const before = tokenBefore(doc, quoted);
  const isFull = wordCount >= 2;
  if (before) {
    if (works.has(before.lower)) return true;
    // `in her memoir, "Low Tide," …`.
    if (before.text === "," && works.has(doc.tokens[quoted.firstToken - 2]?.lower ?? "")) return true;
    const owner = before.lower === "'s" ? lookup.covering.get(quoted.firstToken - 2)?.map((index) => lookup.mentions[index]) : undefined;
    if (owner?.some((mention) => mention?.type === "ORGANIZATION")) return true;
    if (isFull && (titleVerbs.has(before.lower) || /^(?:'s|the|on|in|of|for)$/u.test(before.lower))) return true;
    // `Demonstrators chanted "Death to …"`.
    if (lexicon.speechVerbs.has(before.lower) && !passiveNamings.has(before.lower)) return false;
  }
  return isFull && !/[.,]$/u.test(text) && before?.text !== "," && before?.text !== ":";
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
