/**
 * People whom the tagger knows in part or not at all: names that go on behind "bin" and "binti", a first word that it left to the title
 * before it, teknonyms taken for places ("Umm Hassan"), and unknown names that a description stands beside.
 */
import type { Document, Token } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";
import { beginsCapital, beginsSmall } from "../../text/capital.ts";
import { isDemonym, type Lexicon } from "../../text/lexicon.ts";
import { foldedWords } from "../folded-words.ts";

type Segmented = Document<"paragraphs" | "sentences" | "tokens">;

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** "son of", "daughter of" in Malay, Arabic, Kalenjin and Somali names, between two names of one person. */
const descents = wordSet("bin binti binte bint ibn arap ould");
/** Words of a name at most on one side of "bin". */
const longestPart = 4;

/** "Aminah Zahra" + "binti" + "Syed Omar" is one person. */
export function joinDescents(tokens: readonly Token[], names: readonly NameMention[]): NameMention[] {
  const joined: NameMention[] = [];
  for (const name of names) {
    const previous = joined.at(-1);
    if (previous && name.firstToken < previous.endToken) {
      // The part behind "bin" went to the name before it.
      if (name.endToken <= previous.endToken) continue;
      joined.push(name);
      continue;
    }
    const end = name.type === "PERSON" ? endOfDescent(tokens, name) : name.endToken;
    if (end === name.endToken) joined.push(name);
    else joined.push({ ...name, endToken: end, end: tokens[end - 1]?.end ?? name.end, decidedBy: "descent" });
  }
  return joined;
}

function endOfDescent(tokens: readonly Token[], { endToken }: NameMention): number {
  let end = endToken;
  while (descents.has(tokens[end]?.lower ?? "") && isNameWord(tokens[end + 1])) {
    end += 2;
    for (let words = 1; words < longestPart && isNameWord(tokens[end]); words += 1) end += 1;
  }
  return end;
}

function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{L}*[\p{Ll}.’'-]/u.test(token.text);
}

/** Titles right before a name; a word between one of them and a name belongs to the name. */
const officeWords = wordSet("minister speaker senator judge justice governor mayor ambassador president premier");
const titleTails = wordSet("emeritus emerita elect designate general advocate pro tem laureate plenipotentiary");

/** "Speaker Om [Birla]": the word between the title and the rest of the name. */
export function withFirstWord(doc: Segmented, name: NameMention, isTaken: (token: number) => boolean, lexicon: Lexicon): NameMention {
  const { tokens } = doc;
  const word = tokens[name.firstToken - 1];
  const title = tokens[name.firstToken - 2];
  if (name.type !== "PERSON" || !word || !title || !officeWords.has(title.lower) || !beginsCapital(title.text)) return name;
  if (!/^\p{Lu}\p{Ll}+$/u.test(word.text) || isTaken(name.firstToken - 1) || title.sentenceIndex !== word.sentenceIndex) return name;
  const { lower } = word;
  if (lexicon.roleNouns.has(lower) || lexicon.titles.has(lower) || titleTails.has(lower) || isDemonym(lexicon, lower)) return name;
  const kind = doc.paragraphs[doc.sentences[word.sentenceIndex]?.paragraphIndex ?? -1]?.kind;
  if (kind === "headline") return name;
  return { ...name, start: word.start, firstToken: name.firstToken - 1, decidedBy: "title" };
}

/** Places that begin like names after a child. */
const placesLikeKunyas = wordSet("dhabi ghraib simbel musa qasr dis kamal al-quwain al-fahm al");

/** "Umm Hassan", "Abu Omar": mother and father of; somebody's name unless it is one of the towns that begin so. */
export function asKunya(tokens: readonly Token[], name: NameMention, lexicon: Lexicon): NameMention {
  const [first, second] = [tokens[name.firstToken], tokens[name.firstToken + 1]];
  if (name.type !== "PLACE" || name.endToken - name.firstToken !== 2 || !first || !second) return name;
  if (!/^(?:abu|umm|um)$/u.test(first.lower) || placesLikeKunyas.has(second.lower)) return name;
  const follows = tokens[name.endToken]?.lower ?? "";
  const before = tokens[name.firstToken - 1]?.lower ?? "";
  const isPlaceLike = locatives.has(before) || lexicon.places.has(`${first.lower} ${second.lower}`);
  if (isPlaceLike || (!lexicon.speechVerbs.has(follows) && !isDescribedBehind(tokens, name.endToken, lexicon))) return name;
  return { ...name, type: "PERSON", decidedBy: "kunya" };
}

/** "The body of [Ana Ruiz Sol], a climber": nobody describes a place so. */
export function asDescribed(tokens: readonly Token[], name: NameMention, lexicon: Lexicon): NameMention {
  if (name.type !== "PLACE" || name.endToken - name.firstToken < 2) return name;
  const first = (tokens[name.firstToken]?.lower ?? "").normalize("NFD").replace(/\p{M}/gu, "");
  if (!lexicon.givenNames.has(first)) return name;
  if (!isDescribedBehind(tokens, name.endToken, lexicon) && !isSpeakerAside(tokens, name, lexicon)) return name;
  return { ...name, type: "PERSON", decidedBy: "description" };
}

/** "A café owner on the Esplanade, [Ana Ruiz], said she had …": who says it, and is a she. */
function isSpeakerAside(tokens: readonly Token[], { firstToken, endToken }: NameMention, lexicon: Lexicon): boolean {
  if (tokens[firstToken - 1]?.text !== "," || tokens[endToken]?.text !== ",") return false;
  if (lexicon.places.has(foldedWords(tokens, firstToken, endToken)) || !lexicon.speechVerbs.has(tokens[endToken + 1]?.lower ?? ""))
    return false;
  return /^(?:he|she|his|her)$/u.test(tokens[endToken + 2]?.lower ?? "");
}

const locatives = wordSet("in at near from to around outside of into toward towards through");

/** How many words of a description stand before the noun that says what somebody is. */
const describedWithin = 4;

/** True where ", a retired nurse", ", the director of", ", 47," begins at `comma`. */
function isDescribedBehind(tokens: readonly Token[], comma: number, lexicon: Lexicon): boolean {
  if (tokens[comma]?.text !== ",") return false;
  const first = tokens[comma + 1];
  if (/^[1-9]\d$/u.test(first?.text ?? "") && /^[,.]$/u.test(tokens[comma + 2]?.text ?? "")) return true;
  if (!/^(?:a|an|the|his|her|its|their)$/u.test(first?.lower ?? "")) return false;
  for (let index = comma + 2; index < comma + 2 + describedWithin; index += 1) {
    const token = tokens[index];
    if (!token || firmsToo.has(token.lower) || !/^\p{L}[\p{L}’'-]*$/u.test(token.text) || stops.has(token.lower)) return false;
    if (beginsSmall(token.text) && (lexicon.roleNouns.has(token.lower) || lexicon.personNouns.has(token.lower))) {
      // "a company spokesman": the last noun says what it is; "a doctor turned …" is fine as well.
      const next = tokens[index + 1];
      return next === undefined || !/^\p{Ll}/u.test(next.text) || stops.has(next.lower) || lexicon.personNouns.has(next.lower);
    }
  }
  return false;
}

/** What firms and things are called like people. */
const firmsToo = wordSet(
  "maker producer provider distributor supplier manufacturer retailer operator publisher broadcaster developer competitor rival partner carrier lender insurer member owner leader winner favourite favorite champion follower builder holder seller importer exporter giant star hit",
);
const stops = wordSet("of for at in on from to by with who whose which that and or was is had has as");
const nobodysWords = wordSet(
  "the a an this that these those its his her their our my your and but or in at on of for from by with as if when while after before since " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
    "company group inc ltd corp bank university college school club party union association council court police army ministry department agency " +
    "committee commission institute foundation church hospital hotel street road park river island lake bay mount valley fc united city town north south east west",
);
/** How sure a name is that only its description gives. */
const byDescription = 0.6;

/** "Aketch Were-Odongo, the director of …": two capitalised words or three that nothing else claims, beside what somebody is. */
export function describedPeople(doc: Segmented, taken: Uint8Array, lexicon: Lexicon): NameMention[] {
  const { tokens } = doc;
  const found: NameMention[] = [];
  for (let comma = 2; comma < tokens.length; comma += 1) {
    if (tokens[comma]?.text !== "," || taken[comma - 1] === 1 || !isNameWord(tokens[comma - 1])) continue;
    const first = runBefore(tokens, comma, taken, lexicon);
    const [start, last] = [tokens[first], tokens[comma - 1]];
    if (!start || !last || first === comma || !isDescribedBehind(tokens, comma, lexicon)) continue;
    const kind = doc.paragraphs[doc.sentences[last.sentenceIndex]?.paragraphIndex ?? -1]?.kind;
    if (kind === "headline" || kind === "header" || kind === "credit") continue;
    const place = { start: start.start, end: last.end, firstToken: first, endToken: comma };
    found.push({ ...place, type: "PERSON", confidence: byDescription, decidedBy: "description" });
  }
  return found;
}

/** Where the run of name words begins that ends before `end`; `end` where it has fewer than two, or more than a person's name. */
function runBefore(tokens: readonly Token[], end: number, taken: Uint8Array, lexicon: Lexicon): number {
  const sentence = tokens[end]?.sentenceIndex;
  let first = end;
  let words = 0;
  while (first > 0 && tokens[first - 1]?.sentenceIndex === sentence) {
    const token = tokens[first - 1];
    if (!token || taken[first - 1] === 1) return end;
    const isHyphen = token.text === "-" && words > 0 && isNameWord(tokens[first - 2]);
    if (!isHyphen && (!beginsCapital(token.text) || nobodysWords.has(token.lower))) break;
    if (!isHyphen) {
      if (!isNameWord(token) || lexicon.roleNouns.has(token.lower) || lexicon.titles.has(token.lower)) return end;
      if (isDemonym(lexicon, token.lower) || lexicon.places.has(token.lower)) return end;
      words += 1;
    }
    first -= 1;
  }
  const isCut = /^[-–&/’'"“”]$/u.test(tokens[first - 1]?.text ?? "") || joiners.has(tokens[first - 1]?.lower ?? "");
  return words < 2 || words > 3 + (end - first > 3 ? 1 : 0) || isCut ? end : first;
}

/** "the Battle of Ana Sol, …" */
const joiners = wordSet("of and the");
