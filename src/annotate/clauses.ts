/**
 * A light reading of grammar over part-of-speech tags: noun phrases and the subject of a verb. It knows commas around asides
 * ("Taher Al-Nono, Hamas political adviser, told"), attached prepositions ("the group in Gaza condemned"), relative pronouns,
 * participles ("…, saying") and coordination ("Boehler and Hamas officials met").
 */
import type { Sentence, Token } from "../domain/document.ts";
import type { NameMention, TokenRange } from "../domain/mention.ts";

export type Tokens = readonly Token[];

/** One bit a token: true where it lies inside a name, whose parts of speech are not to be trusted. */
export function nameFlags(tokenCount: number, names: readonly NameMention[]): Uint8Array {
  const flags = new Uint8Array(tokenCount);
  for (const name of names) flags.fill(1, name.firstToken, name.endToken);
  return flags;
}

/** Sentences as a grammar reads them: tokens, and which of them are names. */
export interface Grammar {
  readonly tokens: Tokens;
  readonly isName: Uint8Array;
}

const nominalTags = new Set(["NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM"]);
const possessivePronouns = new Set(["his", "her", "its", "their", "our", "my", "your"]);
const auxiliaries = new Set(
  "is are was were be been being am 's 're 'm has have had having 've 'd do does did will would wo shall should can could ca may might must 'll".split(
    " ",
  ),
);
const subjectPronouns = new Set("he she they it we i you who which that both neither".split(" "));
const relativePronouns = new Set(["who", "which", "that", "whom"]);

export function isAuxiliary(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === "AUX" || auxiliaries.has(token.lower));
}

export function isVerb(grammar: Grammar, index: number): boolean {
  const token = grammar.tokens[index];
  return token !== undefined && !grammar.isName[index] && (token.pos === "VERB" || token.pos === "AUX");
}

/** Days beside a noun phrase are no part of it: "met Mr. Chavez Monday". */
const timeWords = new Set("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split(" "));

function isPossessiveMark(token: Token | undefined): boolean {
  return token !== undefined && (token.lower === "'s" || token.lower === "'") && token.pos !== "AUX" && token.pos !== "VERB";
}

/** True for tokens that can stand inside a noun phrase without its prepositions. */
export function isNominal(grammar: Grammar, index: number): boolean {
  const token = grammar.tokens[index];
  if (!token) return false;
  if (grammar.isName[index]) return true;
  if (timeWords.has(token.lower)) return false;
  if (nominalTags.has(token.pos) || possessivePronouns.has(token.lower)) return true;
  if (isInnerAdverb(grammar, index) || isInnerAdverb(grammar, index - 1)) return true;
  if (isPossessiveMark(token)) return grammar.isName[index - 1] === 1 || grammar.tokens[index - 1]?.pos === "NOUN";
  if (token.text === "-" || token.text === "–") {
    const previous = grammar.tokens[index - 1];
    const next = grammar.tokens[index + 1];
    return previous?.end === token.start && next?.start === token.end;
  }
  return false;
}

/** "who had himself met": adds weight, is no subject. */
const reflexives = new Set(["himself", "herself", "itself", "themselves"]);
const innerAdverbs = new Set(["second", "third", "newly", "most", "recently", "democratically", "highly"]);

/** "Colombia's second largest group", "the newly elected leader": an adverb, and the participle it leads to, inside a noun phrase. */
function isInnerAdverb(grammar: Grammar, index: number): boolean {
  const token = grammar.tokens[index];
  const next = grammar.tokens[index + 1];
  if (!token || !next || token.pos !== "ADV" || !innerAdverbs.has(token.lower)) return false;
  return next.pos === "ADJ" || (next.pos === "VERB" && /ed$/u.test(next.lower));
}

const modalTokens = new Set("will would shall should can could may might must".split(" "));

function startsPhrase(grammar: Grammar, index: number): boolean {
  const token = grammar.tokens[index];
  return token !== undefined && (token.pos === "DET" || possessivePronouns.has(token.lower)) && !grammar.isName[index];
}

/** "Hamas representatives multiple times": an adjective or number behind a noun opens a phrase of its own. */
function isAfterthought(grammar: Grammar, index: number): boolean {
  const token = grammar.tokens[index];
  const before = grammar.tokens[index - 1];
  if (!token || !before || grammar.isName[index]) return false;
  if (["next", "last", "earlier", "later"].includes(token.lower)) return true;
  if (grammar.isName[index - 1]) return false;
  return (token.pos === "ADJ" || token.pos === "NUM") && before.pos === "NOUN" && token.start > before.end;
}

/** The noun phrase whose last token is `last`, or null. Never crosses `floor`. */
export function nounPhraseEndingAt(grammar: Grammar, last: number, floor: number): TokenRange | null {
  const token = grammar.tokens[last];
  if (!token) return null;
  if (subjectPronouns.has(token.lower) && !grammar.isName[last]) return { firstToken: last, endToken: last + 1 };
  if (!isNominal(grammar, last) || token.text === "-") return null;
  let first = last;
  while (first > floor && isNominal(grammar, first - 1) && !startsPhrase(grammar, first)) first -= 1;
  return { firstToken: first, endToken: last + 1 };
}

/** The noun phrase that starts at `first` (a determiner, adjective, noun, name or pronoun), or null. Never crosses `ceiling`. */
export function nounPhraseStartingAt(grammar: Grammar, first: number, ceiling: number): TokenRange | null {
  const token = grammar.tokens[first];
  if (!token || first >= ceiling) return null;
  if (["him", "her", "them", "us", "me", "he", "she", "they", "it"].includes(token.lower) && !isNominal(grammar, first + 1)) {
    return { firstToken: first, endToken: first + 1 };
  }
  if (!isNominal(grammar, first) || token.text === "-") return null;
  let end = first + 1;
  while (end < ceiling && isNominal(grammar, end) && !startsPhrase(grammar, end) && !isAfterthought(grammar, end)) end += 1;
  return { firstToken: first, endToken: end };
}

function isComma(token: Token | undefined): boolean {
  return token !== undefined && (token.text === "," || token.text === "–" || token.text === "—" || token.text === "--");
}

/** Words that govern "to meet" like verbs, whatever their tag. */
const governingAdjectives = new Set(
  "planned scheduled expected due set ready likely willing unwilling able slated supposed prepared eager refused agreed".split(" "),
);

/** The verb phrase before a participle or a coordinated verb that lends it its subject. */
function previousFiniteVerb(grammar: Grammar, index: number, floor: number): number {
  for (let at = index - 1; at >= floor; at -= 1) {
    const token = grammar.tokens[at];
    if (!isVerb(grammar, at) && !governingAdjectives.has(token?.lower ?? "")) continue;
    if (!token || /ing$/u.test(token.lower) || grammar.tokens[at - 1]?.lower === "to") continue;
    return at;
  }
  return -1;
}

/**
 * The noun phrases that are the subject of the verb at `verb`, leftmost first; several when they are coordinated. Empty when
 * the patterns do not settle it. A relative pronoun is replaced by what it refers to; personal pronouns are returned as they are.
 */
export function subjectOf(grammar: Grammar, verb: number, sentence: Pick<Sentence, "firstToken" | "endToken">, depth = 0): TokenRange[] {
  const { tokens } = grammar;
  const floor = sentence.firstToken;
  if (depth > 4) return [];
  let at = verb - 1;
  // Auxiliaries, adverbs and negation belong to the verb group.
  while (at >= floor) {
    const token = tokens[at];
    if (!token || grammar.isName[at]) break;
    if (isAuxiliary(token) && !isPossessiveMark(token)) at -= 1;
    // "Saudi Arabia on Monday denied": the day between subject and verb.
    else if (timeWords.has(token.lower)) at -= tokens[at - 1]?.lower === "on" ? 2 : 1;
    else if (
      token.pos === "ADV" ||
      reflexives.has(token.lower) ||
      token.lower === "not" ||
      token.lower === "n't" ||
      modalTokens.has(token.lower)
    )
      at -= 1;
    else if (token.lower === "to" && token.pos === "PART") {
      // "plans to meet", "is expected to meet": the governing verb's subject.
      const governor = previousFiniteVerb(grammar, at, floor);
      return governor >= floor ? subjectOf(grammar, governor, sentence, depth + 1) : [];
    } else break;
  }
  if (at < floor) return fronted(grammar, verb, sentence);
  const token = tokens[at];
  if (!token) return [];
  const isParticiple = /ing$/u.test(tokens[verb]?.lower ?? "") && at === verb - 1;
  if (isParticiple && (isComma(token) || token.pos === "ADP" || token.pos === "SCONJ" || token.pos === "NOUN" || token.pos === "VERB")) {
    const governor = previousFiniteVerb(grammar, at + (token.pos === "NOUN" || token.pos === "VERB" ? 1 : 0), floor);
    if (governor >= floor) return subjectOf(grammar, governor, sentence, depth + 1);
    return fronted(grammar, verb, sentence);
  }
  if (token.lower === "and" || token.lower === "or" || token.lower === "but") {
    const governor = previousFiniteVerb(grammar, at, floor);
    return governor >= floor ? subjectOf(grammar, governor, sentence, depth + 1) : [];
  }
  if (token.text === ")") {
    // "the European Union (EU) will not start".
    let open = at - 1;
    while (open > floor && tokens[open]?.text !== "(") open -= 1;
    return phrasesEndingAt(grammar, open - 1, floor, sentence, depth + 1);
  }
  if (isComma(token)) return acrossAside(grammar, at, floor, verb, sentence, depth);
  return phrasesEndingAt(grammar, at, floor, sentence, depth);
}

/** "After meeting with hostages, Trump took …": the subject stands behind the comma. */
function fronted(grammar: Grammar, verb: number, sentence: Pick<Sentence, "firstToken" | "endToken">): TokenRange[] {
  for (let at = verb + 1; at < sentence.endToken; at += 1) {
    if (!isComma(grammar.tokens[at])) continue;
    const phrase = nounPhraseStartingAt(grammar, at + 1, sentence.endToken);
    if (phrase) return [phrase];
  }
  return [];
}

/** "NAME, an aside, VERB": steps over the aside to the noun phrase before its first comma. */
function acrossAside(
  grammar: Grammar,
  comma: number,
  floor: number,
  verb: number,
  sentence: Pick<Sentence, "firstToken" | "endToken">,
  depth: number,
): TokenRange[] {
  const { tokens } = grammar;
  let open = comma - 1;
  let crossed = 0;
  while (open > floor) {
    if (isComma(tokens[open])) {
      crossed += 1;
      const before = open - 1;
      const starter = tokens[open + 1];
      const isAside =
        starter !== undefined &&
        (starter.pos === "DET" ||
          starter.pos === "ADJ" ||
          starter.pos === "NOUN" ||
          starter.pos === "ADV" ||
          starter.pos === "NUM" ||
          grammar.isName[open + 1] === 1 ||
          starter.pos === "PROPN" ||
          relativePronouns.has(starter.lower) ||
          starter.pos === "VERB");
      if (isAside && (isNominal(grammar, before) || grammar.isName[before] === 1)) {
        return phrasesEndingAt(grammar, before, floor, sentence, depth + 1);
      }
    }
    if (crossed > 3) break;
    open -= 1;
  }
  const governor = previousFiniteVerb(grammar, comma, floor);
  if (governor >= floor && governor !== verb) return subjectOf(grammar, governor, sentence, depth + 1);
  return [];
}

const attaching = new Set("of in at on for from with to on against near between under".split(" "));

function phrasesEndingAt(
  grammar: Grammar,
  last: number,
  floor: number,
  sentence: Pick<Sentence, "firstToken" | "endToken">,
  depth: number,
): TokenRange[] {
  const { tokens } = grammar;
  const word = tokens[last]?.lower ?? "";
  if (relativePronouns.has(word) && !grammar.isName[last]) {
    const before = isComma(tokens[last - 1]) ? last - 2 : last - 1;
    return before >= floor ? phrasesEndingAt(grammar, before, floor, sentence, depth + 1) : [];
  }
  const phrase = nounPhraseEndingAt(grammar, last, floor);
  if (!phrase) return [];
  let head = phrase;
  // "a group of hostages from Israel": the prepositions hang on the first phrase.
  for (let steps = 0; steps < 4; steps += 1) {
    const preposition = tokens[head.firstToken - 1];
    if (!preposition || head.firstToken - 1 <= floor || !attaching.has(preposition.lower)) break;
    const before = head.firstToken - 2;
    // "two sources briefed on the talks", "people familiar with the matter".
    const modifier = tokens[before];
    const reduced =
      modifier !== undefined &&
      !grammar.isName[before] &&
      (/ed$/u.test(modifier.lower) || modifier.lower === "familiar" || modifier.lower === "close");
    const outer = nounPhraseEndingAt(grammar, reduced ? before - 1 : before, floor);
    if (!outer) break;
    head = outer;
  }
  const found = [{ firstToken: head.firstToken, endToken: phrase.endToken }];
  return [...coordinatedBefore(grammar, head.firstToken, floor), ...found];
}

/** "A, B and" before a phrase that starts at `first`: the phrases coordinated with it, leftmost first. */
export function coordinatedBefore(grammar: Grammar, first: number, floor: number): TokenRange[] {
  const { tokens } = grammar;
  const conjunction = tokens[first - 1];
  if (conjunction?.lower !== "and") return [];
  const found: TokenRange[] = [];
  let last = isComma(tokens[first - 2]) ? first - 3 : first - 2;
  for (let steps = 0; steps < 5 && last >= floor; steps += 1) {
    const phrase = nounPhraseEndingAt(grammar, last, floor);
    if (!phrase) break;
    found.unshift(phrase);
    if (!isComma(tokens[phrase.firstToken - 1])) break;
    last = phrase.firstToken - 2;
  }
  return found;
}
