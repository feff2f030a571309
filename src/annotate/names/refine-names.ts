/**
 * What a trained tagger gets wrong by rule rather than by chance: adjectives of origin taken for places ("Qatari mediators"), two
 * names joined by a hyphen ("U.S.-Hamas talks"), and organisations that their head gives away ("Palestinian Mujahideen").
 */
import type { Document, Token } from "../../domain/document.ts";
import type { EntityType, NameMention, TokenRange } from "../../domain/mention.ts";
import { beginsCapital, beginsSmall } from "../../text/capital.ts";
import { foldCase } from "../../text/fold-case.ts";
import { isDemonym, type Lexicon } from "../../text/lexicon.ts";
import { foldedWords } from "../folded-words.ts";
import { agreeOnTypes, joinBodies } from "./agree-names.ts";
import { quotedAliases } from "./alias-names.ts";
import { withCitedAuthors } from "./cited-authors.ts";
import { afterTitles, datelinePlaces, newspapers, repeatedNames, takenTokens, withLegalForms, withOwnType } from "./complete-names.ts";
import { withClubs } from "./find-clubs.ts";
import { findGroups } from "./find-groups.ts";
import { joinNicknames } from "./join-nicknames.ts";
import { withLetterNames } from "./letter-names.ts";
import { mendBodies } from "./mend-bodies.ts";
import { asDescribed, asKunya, describedPeople, joinDescents, withFirstWord } from "./mend-people.ts";
import type { NameTagger } from "./name-tagger.ts";
import { animalNames, asStreet, isAnimalName, isScripture, withByname } from "./namesakes.ts";

type Segmented = Document<"paragraphs" | "sentences" | "tokens">;

/** Wraps a tagger with the corrections. */
export function refineTagger(tagger: NameTagger, lexicon: Lexicon): NameTagger {
  return { tag: (doc) => refineNames(doc, tagger.tag(doc), lexicon) };
}

/** The corrected names, sorted and disjoint. */
export function refineNames(doc: Segmented, names: readonly NameMention[], lexicon: Lexicon): NameMention[] {
  const known = knownForms(doc, names);
  const surnames = surnamesOf(doc.tokens, names);
  const storms = stormsOf(doc.tokens, names);
  const doubles = doubleSurnames(doc.tokens, names);
  const people = peopleOfBody(doc, names);
  const animals = animalNames(doc.tokens, names);
  const tagged = takenTokens(doc.tokens.length, names);
  const kept = joinDescents(doc.tokens, joinNicknames(doc.tokens, joinBodies(doc.tokens, names)))
    .flatMap((name) => splitAtHyphen(doc.tokens, name, lexicon, known, surnames, doubles))
    .filter((name) => !isOrigin(doc.tokens, name, lexicon) && !isStorm(doc.tokens, name, storms) && !isShip(doc.tokens, name))
    .filter((name) => !isAnimalName(doc.tokens, name, animals) && !isScripture(doc.tokens, name))
    .map((name) => asClub(doc.tokens, name, lexicon))
    .map((name) => withLowerCaseEnd(doc.tokens, name))
    .map((name) => asFamily(doc.tokens, name, surnames))
    .map((name) => asTitled(doc.tokens, name))
    .map((name) => withByname(doc.tokens, asStreet(doc.tokens, name)))
    .map((name) => asKunya(doc.tokens, name, lexicon))
    .map((name) => asDescribed(doc.tokens, name, lexicon))
    .map((name) => withFirstWord(doc, name, (token) => tagged[token] === 1, lexicon))
    .map((name) => withoutHeadlineVerb(doc, name, people));
  kept.push(...missedFamilies(doc.tokens, kept, surnames));
  const taken = takenTokens(doc.tokens.length, kept);
  for (const found of findGroups(doc, lexicon)) if (!taken.subarray(found.firstToken, found.endToken).includes(1)) kept.push(found);
  kept.push(...afterTitles(doc, kept, lexicon), ...datelinePlaces(doc, kept), ...newspapers(doc, kept));
  kept.push(...describedPeople(doc, takenTokens(doc.tokens.length, kept), lexicon));
  kept.sort((a, b) => a.start - b.start);
  const aliases = quotedAliases(doc.tokens, kept);
  if (aliases.length > 0)
    kept.push(
      ...aliases.filter(({ firstToken, endToken }) => !takenTokens(doc.tokens.length, kept).subarray(firstToken, endToken).includes(1)),
    );
  if (aliases.length > 0) kept.sort((a, b) => a.start - b.start);
  const played = withClubs(doc, mendBodies(doc, joinRealms(doc.tokens, kept), lexicon), lexicon);
  const whole = withLegalForms(doc, withOwnType(doc, played), lexicon);
  const written = withCitedAuthors(doc, withLetterNames(doc, whole, lexicon), lexicon);
  const agreed = agreeOnTypes(doc.tokens, written, lexicon);
  const repeated = repeatedNames(doc, agreed, lexicon);
  return repeated.length === 0 ? agreed : [...agreed, ...repeated].sort((a, b) => a.start - b.start);
}

/** "Moon Jae" + "-in": Korean given names go on in lower case behind the hyphen. */
function withLowerCaseEnd(tokens: readonly Token[], name: NameMention): NameMention {
  const last = tokens[name.endToken - 1];
  const hyphen = tokens[name.endToken];
  const rest = tokens[name.endToken + 1];
  const isOne = last && hyphen && rest && hyphen.text === "-" && hyphen.start === last.end && rest.start === hyphen.end;
  if (name.type !== "PERSON" || !isOne || !/^\p{Ll}{1,5}$/u.test(rest.text) || name.endToken - name.firstToken < 2) return name;
  return { ...name, end: rest.end, endToken: name.endToken + 2 };
}

/** Last words of the people whom the article names in full. */
function surnamesOf(tokens: readonly Token[], names: readonly NameMention[]): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (const { type, endToken } of names) {
    const last = tokens[endToken - 1];
    if (type === "PERSON" && last && last.text.length > 2 && tokens[endToken - 2]?.text !== "-") surnames.add(last.lower);
  }
  return surnames;
}

interface BodyNames {
  /** Last words of the people whom the article names in full below its headline. */
  readonly surnames: ReadonlySet<string>;
  /** All words of people's names there, and the first ones of names in full. */
  readonly words: ReadonlySet<string>;
  readonly firsts: ReadonlySet<string>;
}

function peopleOfBody({ tokens, sentences }: Segmented, names: readonly NameMention[]): BodyNames {
  const [surnames, words, firsts] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { type, firstToken, endToken } of names) {
    const sentence = sentences[tokens[firstToken]?.sentenceIndex ?? -1];
    if (type !== "PERSON" || !sentence || sentence.paragraphIndex === 0) continue;
    for (let index = firstToken; index < endToken; index += 1) words.add(tokens[index]?.lower ?? "");
    if (endToken - firstToken === 1) continue;
    firsts.add(tokens[firstToken]?.lower ?? "");
    surnames.add(tokens[endToken - 1]?.lower ?? "");
  }
  return { surnames, words, firsts };
}

/** "Okoye Wades [In]" over a story on Ada Okoye: in a headline any word may be capitalised, and nobody below it is called so. */
function withoutHeadlineVerb({ tokens, sentences }: Segmented, name: NameMention, people: BodyNames): NameMention {
  const { type, firstToken, endToken } = name;
  const [first, second] = [tokens[firstToken], tokens[firstToken + 1]];
  if (type !== "PERSON" || endToken - firstToken !== 2 || !first || !second) return name;
  const sentence = sentences[first.sentenceIndex];
  if (sentence?.paragraphIndex !== 0 || !people.surnames.has(first.lower) || !isTitleCase(tokens, sentence)) return name;
  if (people.firsts.has(first.lower) || people.words.has(second.lower)) return name;
  return { ...name, endToken: firstToken + 1, end: first.end, decidedBy: "headline" };
}

/** Tokens of the longest headline. */
const longestHeadline = 40;

/** True for a line of a headline's length in which every word of four letters and more is capitalised. */
function isTitleCase(tokens: readonly Token[], { firstToken, endToken }: TokenRange): boolean {
  if (endToken - firstToken > longestHeadline) return false;
  for (let index = firstToken; index < endToken; index += 1) {
    const { text } = tokens[index] ?? { text: "" };
    if (text.length > 3 && beginsSmall(text)) return false;
  }
  return true;
}

/** "okoye-lindgren" of Ada Okoye-Lindgren: what a name in full joins by a hyphen is one person's. */
function doubleSurnames(tokens: readonly Token[], names: readonly NameMention[]): ReadonlySet<string> {
  const doubles = new Set<string>();
  for (const { type, firstToken, endToken } of names) {
    if (type !== "PERSON" || endToken - firstToken < 4 || tokens[endToken - 2]?.text !== "-") continue;
    doubles.add(`${tokens[endToken - 3]?.lower}-${tokens[endToken - 1]?.lower}`);
  }
  return doubles;
}

/** "storm" is one only when capitalised. */
const stormHeads = new Set(["hurricane", "typhoon", "cyclone"]);

/** Words that storms of the article are called by, and nobody who is named in full: "Typhoon Amparo". */
function stormsOf(tokens: readonly Token[], names: readonly NameMention[]): ReadonlySet<string> {
  const storms = new Set<string>();
  let head: Token | undefined;
  for (const token of tokens) {
    const isStorm = head && (stormHeads.has(head.lower) || head.text === "Storm") && /^\p{Lu}\p{Ll}+$/u.test(token.text);
    if (isStorm && head?.sentenceIndex === token.sentenceIndex) storms.add(token.lower);
    // "last week's typhoon, Amparo, …"
    if (token.text !== "," || !stormHeads.has(head?.lower ?? "")) head = token;
  }
  if (storms.size === 0) return storms;
  for (const { type, firstToken, endToken } of names)
    if (type === "PERSON" && endToken - firstToken > 1) storms.delete(tokens[endToken - 1]?.lower ?? "");
  return storms;
}

function isStorm(tokens: readonly Token[], { firstToken, endToken }: NameMention, storms: ReadonlySet<string>): boolean {
  return endToken - firstToken === 1 && storms.has(tokens[firstToken]?.lower ?? "");
}

const vessels = new Set(
  "cruiser frigate destroyer warship corvette ferry tanker trawler yacht submarine freighter steamer icebreaker ship vessel hms uss".split(
    " ",
  ),
);

/** "the ferry Northern Maid", "the missile cruiser Admiral Holm": a vessel, whoever it is named after. */
function isShip(tokens: readonly Token[], { firstToken }: NameMention): boolean {
  let before = firstToken - 1;
  while (before >= 0 && firstToken - before <= 3 && /^\p{Lu}\p{Ll}+$/u.test(tokens[before]?.text ?? "")) before -= 1;
  const noun = tokens[before];
  return noun !== undefined && noun.sentenceIndex === tokens[firstToken]?.sentenceIndex && vessels.has(noun.lower);
}

const players = new Set(
  "goalkeeper striker midfielder defender winger quarterback pitcher linebacker shortstop scrum-half fly-half".split(" "),
);

/** "Bolton goalkeeper Ada Lind" plays for the club of the town; "France striker" for the country. */
function asClub(tokens: readonly Token[], name: NameMention, lexicon: Lexicon): NameMention {
  if (name.type !== "PLACE" || !players.has(tokens[name.endToken]?.lower ?? "")) return name;
  return lexicon.countryByName.has(tokens[name.endToken - 1]?.lower ?? "") ? name : { ...name, type: "ORGANIZATION", decidedBy: "club" };
}

/** "[the] Okoyes": the plural of a surname of the article. */
function isFamily(tokens: readonly Token[], index: number, surnames: ReadonlySet<string>): boolean {
  const { text, lower } = tokens[index] ?? { text: "", lower: "" };
  if (tokens[index - 1]?.lower !== "the" || !/^\p{Lu}\p{L}+s$/u.test(text) || surnames.has(lower)) return false;
  return surnames.has(lower.slice(0, -1)) || (lower.endsWith("es") && surnames.has(lower.slice(0, -2)));
}

function asFamily(tokens: readonly Token[], name: NameMention, surnames: ReadonlySet<string>): NameMention {
  if (name.type === "PERSON" || name.endToken - name.firstToken > 1 || !isFamily(tokens, name.firstToken, surnames)) return name;
  return { ...name, type: "PERSON", decidedBy: "family" };
}

/** What only a person's name follows. */
const addressed = new Set(
  "mr mr. mrs mrs. ms ms. miss dr dr. colonel col. lieutenant lt. captain capt. sergeant sgt. private judge justice senator sen. congressman congresswoman professor sir dame".split(
    " ",
  ),
);

/** "Colonel Jordan", "Mr. London": nobody calls a place so. */
function asTitled(tokens: readonly Token[], name: NameMention): NameMention {
  const title = tokens[name.firstToken - 1];
  if (name.type !== "PLACE" || name.endToken - name.firstToken > 1 || !title || !beginsCapital(title.text)) return name;
  if (!addressed.has(title.lower) || title.sentenceIndex !== tokens[name.firstToken]?.sentenceIndex) return name;
  return { ...name, type: "PERSON", decidedBy: "title" };
}

const realms = new Set("kingdom republic commonwealth principality sultanate emirate federation province gulf strait bay".split(" "));

/** "[Kingdom] of the [Netherlands]" is one name. */
function joinRealms(tokens: readonly Token[], names: readonly NameMention[]): NameMention[] {
  const joined: NameMention[] = [];
  for (const name of names) {
    const realm = joined.at(-1);
    const isRealm = realm?.type === "PLACE" && realms.has(tokens[realm.firstToken]?.lower ?? "") && realm.endToken - realm.firstToken === 1;
    const of = realm?.endToken ?? -1;
    const isOf = tokens[of]?.lower === "of" && name.firstToken === (tokens[of + 1]?.lower === "the" ? of + 2 : of + 1);
    if (realm && isRealm && isOf && name.type === "PLACE")
      joined.splice(-1, 1, { ...realm, end: name.end, endToken: name.endToken, decidedBy: "realm" });
    else joined.push(name);
  }
  return joined;
}

/** How sure a plural is a family's name: less than what the tagger finds. */
const familyConfidence = 0.7;

function missedFamilies(tokens: readonly Token[], names: readonly NameMention[], surnames: ReadonlySet<string>): NameMention[] {
  const families: NameMention[] = [];
  if (surnames.size === 0) return families;
  const taken = takenTokens(tokens.length, names);
  for (const [index, token] of tokens.entries()) {
    if (!beginsCapital(token.text) || !isFamily(tokens, index, surnames)) continue;
    if (taken[index] === 1) continue;
    const place = { start: token.start, end: token.end, firstToken: index, endToken: index + 1 };
    families.push({ ...place, type: "PERSON", confidence: familyConfidence, decidedBy: "family" });
  }
  return families;
}

/** Folded form → type of the names that stand alone in the article. */
function knownForms(doc: Segmented, names: readonly NameMention[]): ReadonlyMap<string, EntityType> {
  return new Map(names.map((name) => [foldCase(doc.article.text.slice(name.start, name.end)), name.type]));
}

const compass = new Set(["north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"]);

function isOrigin(tokens: readonly Token[], name: NameMention, lexicon: Lexicon): boolean {
  const size = name.endToken - name.firstToken;
  const word = tokens[name.endToken - 1]?.lower ?? "";
  // "Sri Lankan", which no place is called
  if (size === 2 && isDemonym(lexicon, foldedWords(tokens, name.firstToken, name.endToken))) return true;
  if (!isDemonym(lexicon, word) || lexicon.organizations.has(word) || lexicon.places.has(word)) return false;
  // "South African" as "Qatari"
  return size === 1 || (size === 2 && name.type === "PLACE" && compass.has(tokens[name.firstToken]?.lower ?? ""));
}

/** "U.S.-Hamas" → two names, when each side is a name of its own. */
function splitAtHyphen(
  tokens: readonly Token[],
  name: NameMention,
  lexicon: Lexicon,
  known: ReadonlyMap<string, EntityType>,
  surnames: ReadonlySet<string>,
  doubles: ReadonlySet<string>,
): NameMention[] {
  for (let index = name.firstToken + 1; index + 1 < name.endToken; index += 1) {
    const text = tokens[index]?.text;
    if (text === undefined || !["-", "–", "—", "/"].includes(text)) continue;
    // "the Okoye-Lindgren debate": both are named apart in the article, so it is no double name.
    const isDouble = doubles.has(`${tokens[index - 1]?.lower}-${tokens[index + 1]?.lower}`);
    const two =
      !isDouble &&
      name.endToken - name.firstToken === 3 &&
      surnames.has(tokens[index - 1]?.lower ?? "") &&
      surnames.has(tokens[index + 1]?.lower ?? "");
    if (two && name.type === "PERSON") return [cut(tokens, name, name.firstToken, index), cut(tokens, name, index + 1, name.endToken)];
    const left = part(tokens, name, name.firstToken, index, lexicon, known);
    const right = part(tokens, name, index + 1, name.endToken, lexicon, known);
    if (left && right) return [left, right];
    // "World Headquarters – New York": a dash between spaces stands between names, never inside one. A plain hyphen may do so in text that
    // was cut into words and put together again ("Al - Qaeda").
    const spaced =
      (tokens[index - 1]?.end ?? 0) < (tokens[index]?.start ?? 0) && (tokens[index]?.end ?? 0) < (tokens[index + 1]?.start ?? 0);
    if (spaced && (text === "–" || text === "—"))
      return [cut(tokens, name, name.firstToken, index), right ?? cut(tokens, name, index + 1, name.endToken)];
  }
  return [name];
}

function cut(tokens: readonly Token[], name: NameMention, firstToken: number, endToken: number): NameMention {
  const start = tokens[firstToken]?.start ?? name.start;
  return { ...name, start, end: tokens[endToken - 1]?.end ?? name.end, firstToken, endToken };
}

/** One side of a hyphen as a name, or null when it is none on its own. */
function part(
  tokens: readonly Token[],
  name: NameMention,
  firstToken: number,
  endToken: number,
  lexicon: Lexicon,
  known: ReadonlyMap<string, EntityType>,
): NameMention | null {
  const first = tokens[firstToken];
  const last = tokens[endToken - 1];
  if (!first || !last) return null;
  const form = tokens
    .slice(firstToken, endToken)
    .map((token) => token.lower)
    .join(" ");
  const listed = lexicon.countryByName.has(form)
    ? "PLACE"
    : lexicon.organizations.has(form)
      ? "ORGANIZATION"
      : lexicon.places.has(form)
        ? "PLACE"
        : null;
  const type = listed ?? known.get(form) ?? (isDemonym(lexicon, form) ? name.type : null);
  if (!type || type === "PERSON") return null;
  return { start: first.start, end: last.end, firstToken, endToken, type, confidence: name.confidence, decidedBy: "hyphen" };
}
