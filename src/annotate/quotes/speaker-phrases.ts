/** A noun phrase that says who speaks → the exact mention in it, or the words themselves where nobody named is meant. */
import type { Token } from "../../domain/document.ts";
import type { Mention, TokenRange } from "../../domain/mention.ts";
import type { Speaker } from "../../domain/quote.ts";
import type { Span } from "../../domain/span.ts";
import type { Tokens } from "../clauses.ts";
import type { NounPhrase } from "../syntax/noun-phrases.ts";
import { baseRelation, childrenOf, headOf, lowerOf, rangeUnder, relationOf, type SyntaxTree, tagOf } from "../syntax/syntax-tree.ts";

/** For each token the index of the innermost mention that ends with it, or -1, and for each the mention that covers it. */
export interface MentionLookup {
  readonly mentions: readonly Mention[];
  /** Token index → indexes of the mentions that cover it. */
  readonly covering: ReadonlyMap<number, readonly number[]>;
  /** Last word of a person's name → the person's entity index; -1 where several have it. */
  readonly surnames: ReadonlyMap<string, number>;
}

export function lookUpMentions(mentions: readonly Mention[], tokens: Tokens): MentionLookup {
  const surnames = new Map<string, number>();
  const covering = new Map<number, number[]>();
  mentions.forEach((mention, index) => {
    if (mention.form === "name" && mention.type === "PERSON") {
      const surname = tokens[mention.endToken - 1]?.text ?? "";
      surnames.set(surname, (surnames.get(surname) ?? mention.entityIndex) === mention.entityIndex ? mention.entityIndex : -1);
    }
    for (let token = mention.firstToken; token < mention.endToken; token += 1) {
      const list = covering.get(token);
      if (list) list.push(index);
      else covering.set(token, [index]);
    }
  });
  return { mentions, covering, surnames };
}

/** The mentions that lie inside a token range, in text order. */
export function mentionsIn(lookup: MentionLookup, range: TokenRange): Mention[] {
  const found: Mention[] = [];
  let last = -1;
  for (let token = range.firstToken; token < range.endToken; token += 1) {
    for (const index of lookup.covering.get(token) ?? []) {
      const mention = lookup.mentions[index];
      if (!mention || index <= last || mention.firstToken < range.firstToken || mention.endToken > range.endToken) continue;
      found.push(mention);
      last = index;
    }
  }
  return found;
}

const prepositions = new Set("of in at on for from with to against near between under by briefed familiar who which that".split(" "));
const groupHeads = new Set(
  "group organization organisation movement militia faction party company firm agency newspaper network department ministry union bank club charity trust council maker operator airline retailer broadcaster regulator supplier developer builder contractor insurer lender carrier producer manufacturer publisher".split(
    " ",
  ),
);

/** The part of a phrase before its first attached preposition: "the group" of "the group in Gaza". */
export function coreOf(tokens: Tokens, phrase: TokenRange, lookup: MentionLookup): TokenRange {
  for (let index = phrase.firstToken + 1; index < phrase.endToken; index += 1) {
    const token = tokens[index];
    if (token && prepositions.has(token.lower) && !lookup.covering.has(index)) return { firstToken: phrase.firstToken, endToken: index };
  }
  return phrase;
}

/** The mention that the phrase as a whole refers to, or null: in "Hamas officials" nobody, in "Prime Minister Narendra Modi" the person. */
export function headMention(tokens: Tokens, phrase: TokenRange, lookup: MentionLookup): Mention | null {
  const all = mentionsIn(lookup, phrase);
  // "U.S. presidential envoy for hostage affairs Adam Boehler": a title with a preposition in it, then the name.
  const closing = all.findLast((mention) => mention.type === "PERSON" && mention.endToken === phrase.endToken);
  if (closing && closing.form === "name" && isTitleEnd(tokens, phrase, closing) && !isOneOf(tokens, phrase, closing, lookup))
    return closing;
  const core = coreOf(tokens, phrase, lookup);
  const inside = all.filter((mention) => mention.endToken <= core.endToken);
  const [outermost] = inside.filter((mention) => mention.endToken === core.endToken);
  if (outermost) return outermost;
  const last = tokens[core.endToken - 1];
  const organization = inside.findLast((mention) => mention.type === "ORGANIZATION");
  // "The Palestinian Mujahideen military group": the noun only says what the name is.
  if (organization && last && groupHeads.has(last.lower)) return organization;
  return null;
}

/** "A spokesman for Prime Minister Ann Lee", "an aide to Mr. Ray": somebody whom the name does not name; not "a spokesman for the Harbour Authority Ann Lee". */
function isOneOf(tokens: Tokens, { firstToken }: TokenRange, name: Mention, { covering, mentions }: MentionLookup): boolean {
  if (!/^(?:an?|another|one)$/u.test(tokens[firstToken]?.lower ?? "")) return false;
  if ((covering.get(name.firstToken - 1) ?? []).some((index) => mentions[index]?.type === "ORGANIZATION")) return false;
  for (let index = firstToken + 1; index < name.firstToken; index += 1) {
    if (tokens[index]?.text === ",") return false;
    if (/^(?:for|to|of|with)$/u.test(tokens[index]?.lower ?? "")) return true;
  }
  return false;
}

/** True when the token before the name is a noun of its title or a comma rather than a preposition or a conjunction. */
function isTitleEnd(tokens: Tokens, phrase: TokenRange, name: Mention): boolean {
  if (name.firstToken === phrase.firstToken) return true;
  const before = tokens[name.firstToken - 1];
  // "the Union's commissioner for aid, Ann Lee".
  if (before?.text === "," && tokens[phrase.firstToken]?.pos !== "NUM") return true;
  return before !== undefined && (before.pos === "NOUN" || before.pos === "PROPN" || before.pos === "ADJ");
}

/** The speaker that a phrase names: the mention where there is one, else the phrase's own words with no entity. */
export function speakerOf(tokens: Tokens, words: TokenRange, lookup: MentionLookup): Speaker | null {
  const phrase = withoutTime(tokens, words);
  const mention = headMention(tokens, phrase, lookup);
  if (mention) return { start: mention.start, end: mention.end, entityIndex: mention.entityIndex };
  // "17:20 The company said": the hour of a live blog.
  const isTimed = /^\d{1,2}[:.]\d\d$/u.test(tokens[phrase.firstToken]?.text ?? "") && phrase.endToken - phrase.firstToken > 1;
  const first = tokens[isTimed ? phrase.firstToken + 1 : wholeWordStart(tokens, afterThatOf(tokens, phrase))];
  const last = tokens[phrase.endToken - 1];
  if (!first || !last) return null;
  // A surname that the tagger missed where it stands alone: `…, said Brisk.`
  const known = first === last ? (lookup.surnames.get(last.text) ?? -1) : -1;
  return { start: first.start, end: last.end, entityIndex: known >= 0 ? known : null };
}

/** "Fact-checkers" where the parser took the last part alone: the first token of the word. */
function wholeWordStart(tokens: Tokens, first: number): number {
  let start = first;
  while (
    tokens[start - 1]?.text === "-" &&
    tokens[start - 1]?.end === tokens[start]?.start &&
    tokens[start - 2]?.end === tokens[start - 1]?.start
  )
    start -= 2;
  return start;
}

/** "more careful than that of her advisers, who said": who speaks are the advisers. */
function afterThatOf(tokens: Tokens, { firstToken, endToken }: TokenRange): number {
  const isThatOf = /^(?:that|those)$/u.test(tokens[firstToken]?.lower ?? "") && tokens[firstToken + 1]?.lower === "of";
  return isThatOf && firstToken + 2 < endToken ? firstToken + 2 : firstToken;
}

/** What hangs on a noun without saying which one is meant: asides, relative clauses, what is joined to it. */
const looseRelations = new Set([
  "appos",
  "conj",
  "cc",
  "parataxis",
  "punct",
  "ccomp",
  "advcl",
  "nsubj",
  "cop",
  "aux",
  "mark",
  "case",
  "dep",
]);

/** The words that a noun heads, with "briefed on the talks" but without relative clauses and asides. `verb` is the word of saying. */
export function speakerPhraseOf(tree: SyntaxTree, head: number, verb = -1): TokenRange {
  return beforeAside(
    tree,
    head,
    rangeUnder(tree, head, (child) => {
      // "a letter saying that …".
      if (child === verb) return true;
      const relation = baseRelation(tree, child);
      if (looseRelations.has(relation) || relationOf(tree, child) === "acl:relcl") return true;
      // "sources briefed on the talks", but "its posture – threatening them with war".
      if (relation === "acl" && isPunctuation(tree, rangeUnder(tree, child).firstToken)) return true;
      return relation === "advmod" && child > head;
    }),
  );
}

const weekdays = new Set("monday tuesday wednesday thursday friday saturday sunday".split(" "));
const opensAside = new Set("who which whose where in at on during speaking writing citing after before through via".split(" "));

/** "Secretary of State Ann Lee, who was there", "the fund, in a letter seen by the Courier,": the phrase without the clause, wherever the parser hangs it. */
function beforeAside({ tokens }: SyntaxTree, head: number, { firstToken, endToken }: TokenRange): TokenRange {
  for (let token = head + 1; token + 1 < endToken; token += 1) {
    if (tokens[token]?.text === "," && opensAside.has(tokens[token + 1]?.lower ?? "")) return { firstToken, endToken: token };
    // "A judge on Wednesday told", "a study published on Thursday said".
    if (tokens[token]?.lower === "on" && weekdays.has(tokens[token + 1]?.lower ?? ""))
      return { firstToken, endToken: beforeIssued(tokens, firstToken, token) };
  }
  return withoutTime(tokens, { firstToken, endToken });
}

/** "A spokesman Monday described", "A report issued late Monday said", "Earlier, the group said": the phrase without the time. */
function withoutTime(tokens: Tokens, { firstToken, endToken }: TokenRange): TokenRange {
  const last = tokens[endToken - 1];
  const isDay = last !== undefined && weekdays.has(last.lower) && /^\p{Lu}/u.test(last.text) && endToken - firstToken > 1;
  const isTimed = tokens[firstToken]?.pos === "ADV" && tokens[firstToken + 1]?.text === "," && endToken - firstToken > 2;
  const first = isTimed ? firstToken + 2 : firstToken;
  return { firstToken: first, endToken: isDay ? beforeIssued(tokens, first, endToken - 1) : endToken };
}

const issued = new Set("issued released published made posted reported aired broadcast".split(" "));

/** Where the phrase ends that a day follows: "a statement" of "a statement issued late". */
function beforeIssued(tokens: Tokens, firstToken: number, endToken: number): number {
  let end = endToken;
  if (/^(?:late|early|earlier|later)$/u.test(tokens[end - 1]?.lower ?? "")) end -= 1;
  if (!issued.has(tokens[end - 1]?.lower ?? "")) return endToken;
  end -= 1;
  if (tokens[end - 1]?.text === ",") end -= 1;
  // "figures her campaign released", "a report to be released": more than a participle.
  for (let index = firstToken + 1; index < end; index += 1)
    if (/^(?:DET|PRON|PART|AUX)$/u.test(tokens[index]?.pos ?? "") && tokens[index - 1]?.pos !== "ADP") return endToken;
  return end > firstToken ? end : endToken;
}

/** True where the token, or the one before it, is a mark of punctuation. */
function isPunctuation({ tokens }: SyntaxTree, token: number): boolean {
  return /^[,;:(–—-]+$/u.test(tokens[token]?.text ?? "") || /^[,;:(–—-]+$/u.test(tokens[token - 1]?.text ?? "");
}

/** The speakers that phrases stand for, first to last. `verb` is the word of saying, for the sake of its "who" and of a name right before it. */
export function speakersOfPhrases(tree: SyntaxTree, phrases: readonly NounPhrase[], lookup: MentionLookup, verb = -1): Speaker[] {
  const beside = phrases.length === 1 && (phrases[0]?.head ?? 0) < verb ? nameInAside(tree.tokens, verb, lookup) : null;
  if (beside && (phrases[0]?.head ?? 0) < beside.endToken + asideReach && nameAt(lookup, phrases[0]?.head ?? -1) === null)
    return [{ start: beside.start, end: beside.end, entityIndex: beside.entityIndex }];
  const who = relativeWho(tree, phrases, lookup, verb);
  if (who >= 0) {
    const head = antecedentOf(tree, who, lookup);
    if (head >= 0 && head !== phrases[0]?.head) return speakersOfPhrases(tree, [{ head, ...speakerPhraseOf(tree, head) }], lookup, verb);
  }
  const all = phrases.flatMap((phrase) => speakerOfPhrase(tree, phrase, lookup) ?? []);
  // "Green leader Ann Lee": the parser may join the title and the name as two, which are one speaker.
  const speakers = all.filter(({ start }, index) => all.findIndex((other) => other.start === start) === index);
  const relative = relativeSubject(tree, phrases[0]?.head ?? -1, verb);
  const [speaker] = speakers;
  if (relative === null || !speaker) return speakers;
  // "Ann Lee, who says": like any pronoun, with the entity behind it; "voters who say": the words up to the pronoun.
  return [{ start: speaker.entityIndex === null ? speaker.start : relative.start, end: relative.end, entityIndex: speaker.entityIndex }];
}

/** The speakers that the nouns of the tree stand for, each with the words under it. */
export function speakersOfHeads(tree: SyntaxTree, heads: readonly number[], lookup: MentionLookup, verb = -1): Speaker[] {
  return speakersOfPhrases(
    tree,
    heads.map((head) => ({ head, ...speakerPhraseOf(tree, head, verb) })),
    lookup,
    verb,
  );
}

/** The "who" of the verb, where the phrase that was taken for what it stands for is no person; else -1. */
function relativeWho(tree: SyntaxTree, phrases: readonly NounPhrase[], { covering, mentions }: MentionLookup, verb: number): number {
  const [phrase] = phrases;
  if (!phrase || phrases.length > 1 || verb < 0 || phrase.head > verb) return -1;
  const who = childrenOf(tree, verb).find(
    (child) => child < verb && baseRelation(tree, child) === "nsubj" && lowerOf(tree, child) === "who",
  );
  if (who === undefined || phrase.head > who) return -1;
  const types = (covering.get(phrase.head) ?? []).map((index) => mentions[index]?.type);
  return types.includes("PERSON") ? -1 : who;
}

/** The noun that a "who" stands for: in "the head of the Harbour Union, who" the head, since bodies are no "who"; -1 where there is none. */
function antecedentOf(tree: SyntaxTree, who: number, lookup: MentionLookup): number {
  let at = tree.tokens[who - 1]?.text === "," ? who - 2 : who - 1;
  if (at < 0 || !["NOUN", "PROPN"].includes(tagOf(tree, at))) return -1;
  for (let depth = 0; depth < 8 && nameAt(lookup, at) === null; depth += 1) {
    const head = headOf(tree, at);
    if (head < 0 || head > at || !["nmod", "flat", "compound", "appos"].includes(baseRelation(tree, at))) break;
    at = head;
  }
  return at;
}

/** The "who" that stands for the head as subject of the verb, or null. */
function relativeSubject(tree: SyntaxTree, head: number, verb: number): Span | null {
  for (const child of verb < 0 || head < 0 || verb < head ? [] : childrenOf(tree, verb)) {
    if (child > head && child < verb && baseRelation(tree, child) === "nsubj" && ["who", "which", "that"].includes(lowerOf(tree, child)))
      return tree.tokens[child] ?? null;
  }
  return null;
}

/** How many tokens the words between the commas of an aside may take besides the name. */
const asideReach = 8;
const attached = new Set(["of", "from", "at", "for", "with"]);

/**
 * The person named right before a verb and set off by commas: "Its chair, retired engineer Ann Lee, said", "whose coach, Ann Lee,
 * called", "Officer Ann Lee, of the Harbour Police, said"; null where none is. The parser often takes the words before the name, or
 * the body, for the subject.
 */
export function nameInAside(tokens: Tokens, verb: number, lookup: MentionLookup): Mention | null {
  if (/ing$/u.test(tokens[verb]?.lower ?? "")) return null;
  let comma = verb - 1;
  while (comma > 0 && comma > verb - 4 && ["AUX", "ADV", "PART"].includes(tokens[comma]?.pos ?? "")) comma -= 1;
  if (tokens[comma]?.text !== ",") return null;
  // "Ann Lee, 45, said".
  if (tokens[comma - 1]?.pos === "NUM" && tokens[comma - 2]?.text === ",") comma -= 2;
  const closing = personEndingAt(lookup, comma);
  if (closing) {
    for (let at = closing.firstToken - 1; at > 0 && at > closing.firstToken - asideReach; at -= 1) {
      const token = tokens[at];
      if (token?.text === ",") return isDescription(tokens[at - 1]) ? closing : null;
      if (!token || !isDescribing(token)) return null;
    }
    return null;
  }
  for (let at = comma - 1; at > 1 && at > comma - asideReach; at -= 1) {
    if (tokens[at]?.text !== ",") continue;
    return attached.has(tokens[at + 1]?.lower ?? "") ? personEndingAt(lookup, at) : personBeforeWhose(tokens, at, lookup);
  }
  return personBeforeWhose(tokens, comma - 1, lookup);
}

/** How far before the comma a "…, whose son was treated there," may begin, in tokens. */
const relativeReach = 20;

/** The person named before the "who" or "whose" of the clause that ends at the token, or null. */
function personBeforeWhose(tokens: Tokens, last: number, lookup: MentionLookup): Mention | null {
  for (let at = last; at > 1 && at > last - relativeReach; at -= 1)
    if (tokens[at]?.text === ",") return /^(?:who|whose|whom)$/u.test(tokens[at + 1]?.lower ?? "") ? personEndingAt(lookup, at) : null;
  return null;
}

const describing = new Set(["NOUN", "PROPN", "ADJ", "DET", "NUM", "PART"]);
const owners = new Set(["his", "her", "its", "their", "our", "my"]);

/** True for words before a name that say who it is: "retired engineer Dr", "her brother"; not for "who met". */
function isDescribing({ pos, lower }: Token): boolean {
  return describing.has(pos) || owners.has(lower) || (pos === "VERB" && lower.endsWith("ed"));
}

/** True for the last word of "the mayor", "the head of Spanwerk", "whose coach"; not for "said" or "On Monday". */
function isDescription(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === "NOUN" || token.pos === "PROPN");
}

function personEndingAt({ covering, mentions }: MentionLookup, end: number): Mention | null {
  for (const index of covering.get(end - 1) ?? []) {
    const mention = mentions[index];
    if (mention?.form === "name" && mention.type === "PERSON" && mention.endToken === end) return mention;
  }
  return null;
}

function speakerOfPhrase(tree: SyntaxTree, { head, ...phrase }: NounPhrase, lookup: MentionLookup): Speaker | null {
  const covering = (lookup.covering.get(head) ?? []).map((index) => lookup.mentions[index]);
  const own = covering.find((mention) => mention !== undefined && (mention.endToken === head + 1 || mention.form === "name"));
  // "Hamas officials": the name inside the phrase is not who speaks; "Adam Boehler": its head is.
  if (own && (own.form !== "name" || own.endToken >= phraseCoreEnd(tree, head)))
    return { start: own.start, end: own.end, entityIndex: own.entityIndex };
  // "the envoy, Adam Boehler, said", "the bridge company, Spanwerk, said": the name beside the description.
  const isBody = groupHeads.has(lowerOf(tree, head));
  for (const child of childrenOf(tree, head)) {
    const relation = baseRelation(tree, child);
    if (relation !== "appos" && relation !== "flat") continue;
    const name = (lookup.covering.get(child) ?? [])
      .map((index) => lookup.mentions[index])
      .find((mention) => mention?.form === "name" && (mention.type === "PERSON" || (mention.type === "ORGANIZATION" && isBody)));
    if (name) return { start: name.start, end: name.end, entityIndex: name.entityIndex };
  }
  // "Ann Lee, a teacher who was there, said": the description of a name is the name's.
  const described = baseRelation(tree, head) === "appos" ? nameAt(lookup, headOf(tree, head)) : null;
  if (described) return { start: described.start, end: described.end, entityIndex: described.entityIndex };
  // "The union FNM said".
  const body = isBody ? nameAt(lookup, head + 1, "ORGANIZATION") : null;
  if (body?.firstToken === head + 1) return { start: body.start, end: body.end, entityIndex: body.entityIndex };
  const titled = nameAfterTitle(tree, head, lookup);
  return titled ? { start: titled.start, end: titled.end, entityIndex: titled.entityIndex } : speakerOf(tree.tokens, phrase, lookup);
}

/** "Opposition leader Ann Lee accused …" where the parser took the title for the subject. */
function nameAfterTitle(tree: SyntaxTree, title: number, lookup: MentionLookup): Mention | null {
  if (!["NOUN", "PROPN"].includes(tagOf(tree, title)) || (lookup.covering.get(title)?.length ?? 0) > 0) return null;
  const name = nameAt(lookup, title + 1);
  return name?.firstToken === title + 1 ? name : null;
}

/** The name of a person, or of a body, that covers the token; null where none does. */
function nameAt({ covering, mentions }: MentionLookup, token: number, type: Mention["type"] = "PERSON"): Mention | null {
  for (const index of covering.get(token) ?? []) {
    const mention = mentions[index];
    if (mention?.form === "name" && mention.type === type) return mention;
  }
  return null;
}

/** Where the head's own noun group ends, before what is attached to it. */
function phraseCoreEnd(tree: SyntaxTree, head: number): number {
  let end = head + 1;
  for (const child of childrenOf(tree, head)) if (["flat", "compound"].includes(baseRelation(tree, child))) end = Math.max(end, child + 1);
  return end;
}
