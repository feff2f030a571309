/**
 * Names that what stands beside them gives away: companies by their legal form ("Harvik A/S"), people by a title before an unknown name
 * ("Sir Hector Dunmore"), places of a dateline, and words that the article uses as one name all the time and the tagger passed over once.
 */
import type { Document, Token } from "../../domain/document.ts";
import type { EntityType, NameMention } from "../../domain/mention.ts";
import { beginsCapital, beginsSmall } from "../../text/capital.ts";
import { isDemonym, type Lexicon } from "../../text/lexicon.ts";
import { endOfField } from "../office-fields.ts";

type Segmented = Document<"paragraphs" | "sentences" | "tokens">;

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** As they are written: "SA" and "AG" are legal forms, "Sa" and "ag" are not. */
const legalForms = wordSet(
  "plc PLC Plc Ltd Ltd. LTD Limited LLC L.L.C. LLP GmbH KGaA AG ApS ASA AB Oyj S.A. SA S.A.S. SAS S.p.A. SpA N.V. NV B.V. BV Bhd Pty Inc Inc. Corp Corp.",
);
const functionWords = wordSet(
  "the a an this that these those its his her their our my your and but or in at on of for from by with as if when while",
);
/** How sure a name is that its surroundings give: less than what the tagger finds. */
const byContext = 0.7;
const longestRun = 6;

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && beginsCapital(token.text);
}

function isShouted(text: string): boolean {
  return /^\p{Lu}{2,}$/u.test(text);
}

/** The index behind a legal form that begins here, or -1. "A/S" is three tokens. */
function endOfLegalForm(tokens: readonly Token[], index: number): number {
  const text = tokens[index]?.text ?? "";
  if (!beginsCapital(text) && text !== "plc") return -1;
  if (legalForms.has(text)) return legalForms.has(tokens[index + 1]?.text ?? "") ? index + 2 : index + 1;
  if (text === "A" && tokens[index + 1]?.text === "/" && tokens[index + 2]?.text === "S") return index + 3;
  // "Rothwell & Co.": the ampersand tells the company's from the other short forms.
  return /^Co\.?$/u.test(text) && tokens[index - 1]?.text === "&" ? index + 1 : -1;
}

/** Companies whole: the capitalised words before a legal form with it, whatever the tagger made of them. */
export function withLegalForms(doc: Segmented, names: readonly NameMention[], lexicon: Lexicon): NameMention[] {
  const { tokens } = doc;
  const nameAt = namesByToken(tokens.length, names);
  const replaced = new Set<number>();
  const added: NameMention[] = [];
  for (let index = 1; index < tokens.length; index += 1) {
    const end = endOfLegalForm(tokens, index);
    if (end < 0) continue;
    const first = companyStart(doc, names, nameAt, index, lexicon);
    const last = tokens[end - 1];
    const start = tokens[first]?.start;
    if (first >= index || !last || start === undefined) continue;
    for (let at = first; at < end; at += 1) {
      const name = names[nameAt[at] ?? -1];
      if (!name || replaced.has(nameAt[at] ?? -1)) continue;
      replaced.add(nameAt[at] ?? -1);
      if (name.endToken > end) added.push(...behind(tokens, name, end, lexicon));
    }
    const place = { start, end: last.end, firstToken: first, endToken: end };
    added.push({ ...place, type: "ORGANIZATION", confidence: 0.9, decidedBy: "legal-form" });
    index = end;
  }
  if (added.length === 0) return [...names];
  return [...names.filter((_, index) => !replaced.has(index)), ...added].sort((a, b) => a.start - b.start);
}

/** Where the company's name begins that a legal form at `index` ends; `index` itself where none stands before it. */
function companyStart(doc: Segmented, names: readonly NameMention[], nameAt: Int32Array, index: number, lexicon: Lexicon): number {
  const { tokens } = doc;
  const sentence = tokens[index]?.sentenceIndex;
  const known = names[nameAt[index - 1] ?? -1];
  // In a headline every word is capitalised: there the tagger says where a name begins.
  const kind = doc.paragraphs[doc.sentences[sentence ?? -1]?.paragraphIndex ?? -1]?.kind;
  let first = index;
  while (kind !== "headline" && index - first < longestRun) {
    const before = tokens[first - 1];
    if (!before || before.sentenceIndex !== sentence || functionWords.has(before.lower)) break;
    // "Ada Lind Harvik Power Source, Inc.": a signature runs into the firm's name.
    const other = names[nameAt[first - 1] ?? -1];
    if (known && other && other !== known && other.type === "PERSON" && other.endToken - other.firstToken > 1) break;
    const isJoint = (before.text === "&" || before.text === "-") && isCapital(tokens[first - 2]);
    if (!isJoint && !isCapital(before)) break;
    first -= 1;
  }
  // "Danish Harvik A/S"
  while (first + 1 < index && isDemonym(lexicon, tokens[first]?.lower ?? "")) first += 1;
  return known?.type === "ORGANIZATION" || kind === "headline" ? Math.min(first, known?.firstToken ?? first) : first;
}

/** What is left of a name that went on behind the legal form: "… S.A. of [Poland]", "… & Co. [Goldman Sachs]". */
function behind(tokens: readonly Token[], name: NameMention, from: number, lexicon: Lexicon): NameMention[] {
  const isOf = tokens[from]?.lower === "of" || tokens[from]?.text === ",";
  const first = isOf ? from + 1 : from;
  const token = tokens[first];
  if (!token || first >= name.endToken || !isCapital(token)) return [];
  const isPlace = lexicon.countryByName.has(token.lower) || lexicon.places.has(token.lower);
  if (isOf && !isPlace) return [];
  return [{ ...name, start: token.start, firstToken: first, type: isOf ? "PLACE" : name.type }];
}

/** Titles that nobody is called by and that only a name follows. */
const titles = wordSet(
  "mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady baroness cllr cllr. councillor councilwoman councilman sen sen. rep rep. gov gov. col col. gen gen. lt lt. sgt sgt. maj maj. capt capt. cmdr insp insp. prof prof. rev rev. judge justice senator " +
    "datuk dato datin tun shri smt smt. mzee alhaji hajia haji hajji maulana ustaz ustad engr engr. brig brig. brigadier canon revd ayatollah",
);
const particles = wordSet("bin ibn al el van von der den de del di da la le du dos ter");

/** People whom the tagger does not know, behind a title: two capitalised words or more, so that "Lord Mayor" is none. */
export function afterTitles(doc: Segmented, names: readonly NameMention[], lexicon: Lexicon): NameMention[] {
  const { tokens } = doc;
  const taken = takenTokens(tokens.length, names);
  const found: NameMention[] = [];
  tokens.forEach((title, index) => {
    const from = titles.has(title.lower) ? index + 1 : behindField(tokens, index, lexicon);
    const first = tokens[from];
    if (!isCapital(title) || from < 0 || taken[index] === 1 || !isProse(doc, title.sentenceIndex)) return;
    let end = from;
    let words = 0;
    while (end - from < longestRun && tokens[end]?.sentenceIndex === title.sentenceIndex && taken[end] === 0) {
      const { text = "", lower = "" } = tokens[end] ?? {};
      const isParticle = words > 0 && particles.has(lower) && (isCapital(tokens[end + 1]) || particles.has(tokens[end + 1]?.lower ?? ""));
      const isHyphen = text === "-" && words > 0 && isCapital(tokens[end + 1]);
      if (!isParticle && !isHyphen && (!/^\p{Lu}\p{L}*[\p{Ll}.]/u.test(text) || lexicon.roleNouns.has(lower))) break;
      if (!isParticle && !isHyphen) words += 1;
      end += 1;
    }
    const last = tokens[end - 1];
    if (!first || !last || words < 2 || taken[end] === 1) return;
    found.push({
      start: first.start,
      end: last.end,
      firstToken: from,
      endToken: end,
      type: "PERSON",
      confidence: byContext,
      decidedBy: "title",
    });
  });
  return found;
}

/** "Minister of Trade and Industry Ann Lee": index of the given name behind the field of an office, or -1. */
function behindField(tokens: readonly Token[], role: number, { givenNames }: Lexicon): number {
  if (!/^(?:minister|secretary)$/u.test(tokens[role]?.lower ?? "") || tokens[role + 1]?.text !== "of") return -1;
  const end = endOfField((at) => tokens[at]?.text, role);
  return end > role + 1 && givenNames.has(tokens[end]?.lower ?? "") ? end : -1;
}

/** "PORT ELSE, Montavia (AP) —": the shouted words that open a dateline. */
export function datelinePlaces(doc: Segmented, names: readonly NameMention[]): NameMention[] {
  const { tokens } = doc;
  return doc.paragraphs.flatMap((paragraph): NameMention[] => {
    if (paragraph.kind !== "dateline") return [];
    const first = tokens[paragraph.firstToken];
    let end = paragraph.firstToken;
    while (end < paragraph.endToken && isShouted(tokens[end]?.text ?? "")) end += 1;
    const last = tokens[end - 1];
    const isKnown = names.some(({ firstToken, endToken }) => firstToken < end && endToken > paragraph.firstToken);
    if (!first || !last || end === paragraph.firstToken || isKnown || !/^[,(—–-]$/u.test(tokens[end]?.text ?? "—")) return [];
    return [
      {
        start: first.start,
        end: last.end,
        firstToken: paragraph.firstToken,
        endToken: end,
        type: "PLACE",
        confidence: byContext,
        decidedBy: "dateline",
      },
    ];
  });
}

const mastheads = wordSet(
  "gazette herald tribune chronicle courier sentinel examiner dispatch inquirer telegraph bulletin mercury argus advertiser observer ledger",
);

/** "the Wendale Gazette", which no list knows: one or two capitalised words before what newspapers are called. */
export function newspapers(doc: Segmented, names: readonly NameMention[]): NameMention[] {
  const { tokens } = doc;
  const taken = takenTokens(tokens.length, names);
  const found: NameMention[] = [];
  for (const [index, head] of tokens.entries()) {
    if (!isCapital(head) || !mastheads.has(head.lower) || !isProse(doc, head.sentenceIndex)) continue;
    let first = index;
    while (index - first < 3 && isCapital(tokens[first - 1]) && tokens[first - 1]?.lower !== "the") first -= 1;
    const start = tokens[first]?.start;
    const isFree = !taken.subarray(first, index + 1).includes(1) && !isCapital(tokens[index + 1]);
    if (start === undefined || first === index || !isFree || tokens[first - 1]?.lower !== "the") continue;
    const place = { start, end: head.end, firstToken: first, endToken: index + 1 };
    found.push({ ...place, type: "ORGANIZATION", confidence: byContext, decidedBy: "masthead" });
  }
  return found;
}

/** Firms that are called by somebody's name with its mark. */
const ownNames = wordSet(
  "moody mcdonald macy sotheby christie sainsbury lloyd kohl domino wendy denny kellogg levi lowe bonham walker hardee carl arby chili applebee",
);
const schools = wordSet("school college university hospital academy");

/** What the words of a name say of its type: schools and hospitals act, "Moody's" is no Moody's, an agency stands in a dateline's brackets. */
export function withOwnType(doc: Segmented, names: readonly NameMention[]): NameMention[] {
  const { tokens } = doc;
  const people = new Set(
    names.flatMap(({ type, firstToken, endToken }) =>
      type === "PERSON" && endToken - firstToken > 1 ? [tokens[endToken - 1]?.lower] : [],
    ),
  );
  /** Words in the brackets of datelines, lower-case: "(Lenta)". */
  const agencies = new Set<string>();
  return names.flatMap((name): NameMention[] => {
    const { firstToken, endToken } = name;
    const last = tokens[endToken - 1];
    const next = tokens[endToken];
    const isOne = endToken - firstToken === 1;
    const kind = doc.paragraphs[doc.sentences[last?.sentenceIndex ?? -1]?.paragraphIndex ?? -1]?.kind;
    const body = { ...name, type: "ORGANIZATION" as const };
    if (isOne && next?.lower === "'s" && ownNames.has(last?.lower ?? "") && !people.has(last?.lower)) {
      return [{ ...body, endToken: endToken + 1, end: next.end, decidedBy: "own-name" }];
    }
    // "Former Council Leader Jailed": in a headline every noun looks like a name.
    if (isOne && (kind === "headline" || kind === "credit") && genericBodies.has(last?.lower ?? "")) return [];
    if (name.type === "PLACE" && !isOne && schools.has(last?.lower ?? "")) return [{ ...body, decidedBy: "school" }];
    if (kind === "dateline" && tokens[firstToken - 1]?.text === "(" && next?.text === ")") {
      if (isOne) agencies.add(last?.lower ?? "");
      return [{ ...body, decidedBy: "dateline" }];
    }
    // "told Lenta by phone": the agency whose report it is.
    if (isOne && agencies.has(last?.lower ?? "")) return [{ ...body, decidedBy: "dateline" }];
    return [name];
  });
}

const genericBodies = wordSet("council court club police board school hospital army church team city town");

/** Words that the article uses twice or more as one name, and nowhere else, where the tagger passed over them. */
export function repeatedNames(doc: Segmented, names: readonly NameMention[], lexicon: Lexicon): NameMention[] {
  const { tokens } = doc;
  const typeOf = new Map<string, { readonly type: EntityType; readonly count: number } | null>();
  for (const { type, firstToken, endToken } of names) {
    const text = tokens[firstToken]?.text ?? "";
    if (endToken - firstToken !== 1 || !/^\p{Lu}\p{L}*\p{Ll}/u.test(text) || isDemonym(lexicon, text.toLowerCase())) continue;
    const known = typeOf.get(text);
    if (known === undefined) typeOf.set(text, { type, count: 1 });
    else typeOf.set(text, known?.type === type ? { type, count: known.count + 1 } : null);
  }
  for (const [text, known] of typeOf) if (known === null || known.count < 2) typeOf.delete(text);
  if (typeOf.size === 0) return [];
  /** The forms as they would be written if they were words. */
  const capitalOf = new Map(Array.from(typeOf.keys(), (text) => [text.charAt(0).toLowerCase() + text.slice(1), text]));
  for (const { text } of tokens) if (beginsSmall(text)) typeOf.delete(capitalOf.get(text) ?? "");
  if (typeOf.size === 0) return [];
  const taken = takenTokens(tokens.length, names);
  const found: NameMention[] = [];
  for (const [index, token] of tokens.entries()) {
    const known = isCapital(token) ? typeOf.get(token.text) : undefined;
    if (!known || taken[index] === 1 || !standsAlone(tokens, index) || !isProse(doc, token.sentenceIndex)) continue;
    const place = { start: token.start, end: token.end, firstToken: index, endToken: index + 1 };
    found.push({ ...place, type: known.type, confidence: byContext, decidedBy: "repeated" });
  }
  return found;
}

/** True where no capitalised word or hyphen beside it could make it a part of another name. */
function standsAlone(tokens: readonly Token[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const sentence = tokens[index]?.sentenceIndex;
  const isPart = (token: Token | undefined): boolean =>
    token?.sentenceIndex === sentence && (isCapital(token) || /^[-–/&]$/u.test(token?.text ?? ""));
  // "the Battle of Warsaw"
  if (/^(?:of|and|for)$/u.test(before?.lower ?? "") && isCapital(tokens[index - 2])) return false;
  const beforeIsFirst = before !== undefined && tokens[index - 2]?.sentenceIndex !== sentence && functionWords.has(before.lower);
  return !isPart(after) && (beforeIsFirst || !isPart(before));
}

function isProse(doc: Segmented, sentenceIndex: number): boolean {
  const kind = doc.paragraphs[doc.sentences[sentenceIndex]?.paragraphIndex ?? -1]?.kind;
  return kind !== "headline" && kind !== "header" && kind !== "credit";
}

/** For each of `count` tokens the index of the name that covers it, or -1. */
export function namesByToken(count: number, names: readonly NameMention[]): Int32Array {
  const nameAt = new Int32Array(count).fill(-1);
  names.forEach(({ firstToken, endToken }, index) => {
    nameAt.fill(index, firstToken, endToken);
  });
  return nameAt;
}

/** A capitalised word with small letters at its end, as surnames and given names are written. */
export function endsLikeName(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}[\p{L}’'-]*\p{Ll}$/u.test(token.text);
}

/** 1 for each of `count` tokens that some name covers. */
export function takenTokens(count: number, names: readonly NameMention[]): Uint8Array {
  const taken = new Uint8Array(count);
  for (const { firstToken, endToken } of names) taken.fill(1, firstToken, endToken);
  return taken;
}
