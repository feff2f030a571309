/**
 * One article uses one name in one sense: a doubtful mention takes the type that the others of its form, and the longer names it is short for,
 * speak for ("Kakao" beside "Kakao Corp."; the tagger's article features lean that way, and may lose to what stands around a word).
 */
import type { Token } from "../../domain/document.ts";
import type { EntityType, NameMention } from "../../domain/mention.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { foldedWords } from "../folded-words.ts";
import { firmEndings } from "./mend-bodies.ts";

/** Surer mentions keep their type whatever the others say. */
const surest = 0.93;
/** How many times what speaks for the own type must speak for another. */
const majority = 1.5;

const companySuffixes = new Set(
  "inc inc. corp corp. co co. ltd ltd. llc llp plc ag sa s.a. nv n.v. b.v. gmbh aps asa oyj spa s.p.a. group holdings corporation company limited".split(
    " ",
  ),
);
/** What only a company has: "[Kestrel] founder Ada Lind", "[Kestrel]'s shareholders". */
const companyFollowers = new Set("founder founders co-founder co-founders ceo cfo shareholders investors shares".split(" "));
/** What is called by a name right behind it, and is nobody: "the trade union Kestrel". */
const bodyNouns = new Set(
  "union firm company newspaper broadcaster charity airline retailer contractor startup start-up carmaker automaker brewer publisher bank lender insurer nonprofit".split(
    " ",
  ),
);
const held = new Set(["shares", "stake", "stakes"]);
/** Who works at a firm that is named behind "at": "analysts at Harvik". */
const staff = new Set(
  "analyst analysts economist economists strategist strategists trader traders engineer engineers executive executives employee employees workers researcher researchers scientist scientists".split(
    " ",
  ),
);
/** What firms say of prices: "Harvik lowered its price target". */
const ratings = new Set(["target", "rating", "forecast", "guidance", "outlook", "dividend"]);

/** True where the words around a name are said of companies and other bodies only. */
function isSaidOfBodies(tokens: readonly Token[], { firstToken, endToken }: NameMention): boolean {
  const at = (index: number): string => tokens[index]?.lower ?? "";
  const next = at(endToken) === "'s" ? endToken + 1 : endToken;
  if (
    companyFollowers.has(at(next)) ||
    (at(next) === "chief" && /^(?:executive|financial|operating|technology|marketing)$/u.test(at(next + 1)))
  )
    return true;
  if (at(next) === "finance" && /^(?:chief|director)$/u.test(at(next + 1))) return true;
  if (at(firstToken - 1) === "at" && staff.has(at(firstToken - 2))) return true;
  // "[Harvik] cut its full-year forecast": nobody has an "its".
  const its = at(next + 1) === "its" ? next + 1 : at(next + 2) === "its" ? next + 2 : -1;
  if (its > 0) for (let index = its + 1; index < its + 5; index += 1) if (ratings.has(at(index))) return true;
  return bodyNouns.has(at(firstToken - 1)) || (at(firstToken - 1) === "in" && held.has(at(firstToken - 2)));
}

type Evidence = Record<EntityType, number>;

/** The names, doubtful ones of one word with the type that the article speaks for. */
export function agreeOnTypes(tokens: readonly Token[], names: readonly NameMention[], lexicon: Lexicon): NameMention[] {
  const byForm = collectEvidence(tokens, names);
  const companies = shortCompanies(tokens, names);
  const firms = firstWordsOfFirms(tokens, names, lexicon);
  const surnames = titledSurnames(tokens, names, lexicon);
  return names.map((name) => {
    // "Zambia's [Mulambo Haimbe]" beside "Mr Haimbe"
    if (name.type === "PLACE" && name.confidence < surest && isOfSurname(tokens, name, surnames))
      return { ...name, type: "PERSON", decidedBy: "article" };
    // "Shares in [Harvik Stahl]" beside "Harvik Stahl AG"
    if (
      name.type !== "ORGANIZATION" &&
      name.endToken - name.firstToken > 1 &&
      companies.has(foldedWords(tokens, name.firstToken, name.endToken))
    )
      return { ...name, type: "ORGANIZATION", decidedBy: "article" };
    const token = tokens[name.firstToken];
    // "the U.N. mission": where a country could stand as well
    if (name.type !== "PERSON" && token && isKnownBody(tokens, name, lexicon))
      return name.type === "ORGANIZATION" ? name : { ...name, type: "ORGANIZATION", decidedBy: "known-body" };
    if (name.type === "PERSON" && name.endToken - name.firstToken > 1 && isListedBody(tokens, name, lexicon))
      return { ...name, type: "ORGANIZATION", decidedBy: "known-body" };
    // "the law firm Harvik Lind"
    if (name.type === "PERSON" && name.confidence < surest && bodyNouns.has(tokens[name.firstToken - 1]?.lower ?? ""))
      return { ...name, type: "ORGANIZATION", decidedBy: "kind-before" };
    // "[Jama'at Nusrat] (JN)": nobody is followed by the letters of his name in brackets
    if (name.type === "PERSON" && isBoxedShort(tokens, name)) return { ...name, type: "ORGANIZATION", decidedBy: "letters" };
    // "[Velkar] has until May" beside "Velkar Partners", where nobody is called so in full
    if (
      token &&
      name.type !== "ORGANIZATION" &&
      name.endToken - name.firstToken === 1 &&
      firms.has(token.lower) &&
      !isOther(tokens, name, lexicon)
    )
      return { ...name, type: "ORGANIZATION", decidedBy: "article" };
    if (!token || name.endToken - name.firstToken > 1 || name.confidence >= surest) return name;
    const evidence = byForm.get(token.lower);
    if (!evidence) return name;
    // "[Harvik]'s finance chief" of Harvik & Lind plc, whoever Knut Harvik was
    if (name.type === "PERSON" && evidence.bodiesThatBeginSo > 0 && isSaidOfBodies(tokens, name))
      return { ...name, type: "ORGANIZATION", decidedBy: "article" };
    const isListedPlace = name.type === "PLACE" && (lexicon.places.has(token.lower) || lexicon.countryByName.has(token.lower));
    // "Kestrel" beside "Kestrel A/S", or whose shares fell, where nobody is called so in full
    if (evidence.longer.ORGANIZATION > 0 && evidence.longer.PERSON === 0 && !isListedPlace)
      return name.type === "ORGANIZATION" ? name : { ...name, type: "ORGANIZATION", decidedBy: "article" };
    const told = { ...evidence.alone };
    for (const type of types) told[type] += evidence.longer[type];
    // "the Ledger" after "Bramford Ledger": nobody is called "the" anything.
    if (tokens[name.firstToken - 1]?.lower === "the") told.ORGANIZATION += 2 * evidence.bodiesThatEndSo;
    let best = mostTold(told, name.type);
    // "Kestrel" beside "Kestrel Brothers Bank", whom nobody is called after
    if ((best === "PERSON" || name.type !== "PLACE") && told.PERSON <= evidence.alone.PERSON) {
      told.ORGANIZATION += evidence.bodiesThatBeginSo;
      best = mostTold(told, name.type);
    }
    if (best === name.type || isListedPlace || told[best] < majority * told[name.type]) return name;
    return { ...name, type: best, decidedBy: "article" };
  });
}

/** Three letters and more in brackets behind a name of as many words, the first of each. */
function isBoxedShort(tokens: readonly Token[], { firstToken, endToken }: NameMention): boolean {
  const letters = tokens[endToken + 1]?.text ?? "";
  if (tokens[endToken]?.text !== "(" || tokens[endToken + 2]?.text !== ")" || !/^\p{Lu}{3,6}$/u.test(letters)) return false;
  let initials = "";
  for (let index = firstToken; index < endToken; index += 1) {
    const { text = "", start = 0 } = tokens[index] ?? {};
    const isInner = tokens[index - 1]?.end === start && /^['’]$/u.test(tokens[index - 1]?.text ?? "");
    // "al-Islam", "wal-Muslimin": the word behind the article counts.
    if (/^\p{Lu}/u.test(text) && !isInner) initials += text.slice(0, 1);
  }
  return initials === letters;
}

/** "velkar" of "Velkar Partners": first words of firms that are no place, and no part of anybody's name of more than one word. */
function firstWordsOfFirms(tokens: readonly Token[], names: readonly NameMention[], lexicon: Lexicon): ReadonlySet<string> {
  const firms = new Set<string>();
  for (const { type, firstToken, endToken } of names) {
    const first = tokens[firstToken]?.lower ?? "";
    if (type !== "ORGANIZATION" || endToken - firstToken < 2 || !firmEndings.has(tokens[endToken - 1]?.lower ?? "")) continue;
    if (!lexicon.places.has(first) && !lexicon.cities.has(first) && !lexicon.givenNames.has(first)) firms.add(first);
  }
  if (firms.size === 0) return firms;
  for (const { type, firstToken, endToken } of names)
    if (type === "PERSON" && endToken - firstToken > 1)
      for (let index = firstToken; index < endToken; index += 1) firms.delete(tokens[index]?.lower ?? "");
  return firms;
}

/** "Mr Velkar", "Velkar, 61,", "the Southwest": somebody or somewhere, whatever firm is called so. */
function isOther(tokens: readonly Token[], { firstToken, endToken }: NameMention, lexicon: Lexicon): boolean {
  const [before, behind] = [tokens[firstToken - 1], tokens[endToken]];
  if (before && /^\p{Lu}/u.test(before.text) && lexicon.titles.has(before.lower)) return true;
  // "much of the Southwest" beside "Southwest Airlines"
  if (before?.lower === "the") return true;
  return behind?.text === "," && /^\d\d$/u.test(tokens[endToken + 1]?.text ?? "");
}

/** People of one word behind a title ("Mr Haimbe"), lower-case. */
function titledSurnames(tokens: readonly Token[], names: readonly NameMention[], lexicon: Lexicon): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (const { type, firstToken, endToken } of names) {
    if (type !== "PERSON" || endToken - firstToken !== 1) continue;
    const before = tokens[firstToken - 1];
    if (before && /^\p{Lu}/u.test(before.text) && lexicon.titles.has(before.lower)) surnames.add(tokens[firstToken]?.lower ?? "");
  }
  return surnames;
}

/** What names of places begin with. */
const placeOpenings =
  /^(?:al|bay|camp|cape|east|el|fort|great|gulf|la|lake|las|le|los|mount|mt|new|north|port|river|saint|san|santa|south|st|upper|west)\.?$/u;

/** True for two or three words that end with one of the surnames and begin like no place. */
function isOfSurname(tokens: readonly Token[], { firstToken, endToken }: NameMention, surnames: ReadonlySet<string>): boolean {
  const length = endToken - firstToken;
  if (length < 2 || length > 3 || !surnames.has(tokens[endToken - 1]?.lower ?? "")) return false;
  return !placeOpenings.test(tokens[firstToken]?.lower ?? "");
}

/** The companies of two words and more without their legal forms, lower-case. */
function shortCompanies(tokens: readonly Token[], names: readonly NameMention[]): ReadonlySet<string> {
  const short = new Set<string>();
  for (const { type, firstToken, endToken } of names) {
    if (type !== "ORGANIZATION" || endToken - firstToken < 3 || !companySuffixes.has(tokens[endToken - 1]?.lower ?? "")) continue;
    short.add(foldedWords(tokens, firstToken, endToken - 1));
  }
  return short;
}

function isListedBody(tokens: readonly Token[], { firstToken, endToken }: NameMention, lexicon: Lexicon): boolean {
  return lexicon.organizations.has(foldedWords(tokens, firstToken, endToken));
}

function isKnownBody(tokens: readonly Token[], { firstToken, endToken }: NameMention, lexicon: Lexicon): boolean {
  const form = foldedWords(tokens, firstToken, endToken);
  return lexicon.usualNames.has(`ORGANIZATION|${form}`) && !lexicon.usualNames.has(`PLACE|${form}`) && !lexicon.places.has(form);
}

/** The type that most speaks for; the mention's own of several. */
function mostTold(told: Evidence, own: EntityType): EntityType {
  return types.reduce((most, type) => (told[type] > told[most] ? type : most), own);
}

const types: readonly EntityType[] = ["PERSON", "ORGANIZATION", "PLACE"];

interface FormEvidence {
  readonly alone: Evidence;
  readonly longer: Evidence;
  bodiesThatEndSo: number;
  bodiesThatBeginSo: number;
}

const nothing = (): Evidence => ({ PERSON: 0, ORGANIZATION: 0, PLACE: 0 });

/** What speaks for the types of each word, lower-case: confidences of the names that it is, and of those that it is short for. */
function collectEvidence(tokens: readonly Token[], names: readonly NameMention[]): ReadonlyMap<string, FormEvidence> {
  const byForm = new Map<string, FormEvidence>();
  const of = (token: Token | undefined): FormEvidence => {
    const form = token?.lower ?? "";
    let evidence = byForm.get(form);
    if (!evidence) {
      evidence = { alone: nothing(), longer: nothing(), bodiesThatEndSo: 0, bodiesThatBeginSo: 0 };
      byForm.set(form, evidence);
    }
    return evidence;
  };
  for (const name of names) {
    const { type, firstToken, endToken, confidence } = name;
    const first = tokens[firstToken];
    const last = tokens[endToken - 1];
    if (endToken - firstToken === 1) {
      of(first).alone[type] += confidence;
      if (isSaidOfBodies(tokens, name)) of(first).longer.ORGANIZATION += 1;
      continue;
    }
    if (type === "PERSON") of(last).longer.PERSON += confidence;
    if (type !== "ORGANIZATION") continue;
    of(last).bodiesThatEndSo += confidence;
    of(first).bodiesThatBeginSo += confidence;
    // "Bramford" of "Bramford Borough Council" is a town.
    if (companySuffixes.has(last?.lower ?? "") || tokens[endToken - 2]?.text === "/") of(first).longer.ORGANIZATION += confidence;
  }
  return byForm;
}

const bodies =
  "ministry department office secretariat agency commission committee bureau authority centre center institute council board".split(" ");
const bodyHeads = new Set(bodies);
const prepositions = new Set(["of", "for", "on"]);

/**
 * Names of authorities that list what they are for, whole: "Ministry of Trade, Industry and Energy", "Office for the Coordination of …". Of the
 * parts only the first is sure to be labelled; places and people are parts of none.
 */
export function joinBodies(tokens: readonly Token[], names: readonly NameMention[]): NameMention[] {
  const joined: NameMention[] = [];
  const typeAt = new Map(names.flatMap((name) => (name.type === "ORGANIZATION" ? [] : [[name.firstToken, name.type] as const])));
  const bodyAt = new Map(names.flatMap((name) => (name.type === "ORGANIZATION" ? [[name.firstToken, name] as const] : [])));
  for (const name of names) {
    const previous = joined.at(-1);
    if (previous && name.firstToken < previous.endToken) continue;
    const end = name.type === "ORGANIZATION" ? endOfBody(tokens, name, typeAt, bodyAt) : name.endToken;
    const whole = name.type === "ORGANIZATION" ? startOfBody(tokens, name, previous?.endToken ?? 0) : name.firstToken;
    if (whole < name.firstToken) {
      joined.push({ ...name, firstToken: whole, start: tokens[whole]?.start ?? name.start, decidedBy: "long-body" });
      continue;
    }
    joined.push(end > name.endToken ? { ...name, endToken: end, end: tokens[end - 1]?.end ?? name.end, decidedBy: "long-body" } : name);
  }
  return joined;
}

const nationwide = new Set("national federal international regional central royal european african asian".split(" "));

/** "the National Flood Relief and [Management Council]": where the capitalised words begin that "and" joins to a body, if nothing else claims them. */
function startOfBody(tokens: readonly Token[], { firstToken, endToken }: NameMention, floor: number): number {
  if (tokens[firstToken - 1]?.lower !== "and" || !bodyHeads.has(tokens[endToken - 1]?.lower ?? "")) return firstToken;
  let first = firstToken - 1;
  while (
    first > floor &&
    firstToken - first < 8 &&
    /^\p{Lu}\p{Ll}/u.test(tokens[first - 1]?.text ?? "") &&
    tokens[first - 1]?.lower !== "the"
  )
    first -= 1;
  return first < firstToken - 1 && nationwide.has(tokens[first]?.lower ?? "") ? first : firstToken;
}

function endOfBody(
  tokens: readonly Token[],
  { firstToken, endToken }: NameMention,
  typeAt: ReadonlyMap<number, EntityType>,
  bodyAt: ReadonlyMap<number, NameMention>,
): number {
  let end = endToken;
  // "U.N. Office" + "for the" + "Coordination of …"
  if (
    bodyHeads.has(tokens[end - 1]?.lower ?? "") &&
    /^\p{Lu}/u.test(tokens[end - 1]?.text ?? "") &&
    prepositions.has(tokens[end]?.lower ?? "")
  ) {
    const next = bodyAt.get(tokens[end + 1]?.lower === "the" ? end + 2 : end + 1);
    if (next) end = next.endToken;
  }
  const head = tokens
    .slice(firstToken, end)
    .findIndex((token, index) => bodyHeads.has(token.lower) && prepositions.has(tokens[firstToken + index + 1]?.lower ?? ""));
  if (head < 0) return end;
  const isWord = (index: number): boolean => /^\p{Lu}\p{Ll}/u.test(tokens[index]?.text ?? "") && !typeAt.has(index);
  /** The end of a run of capitalised words, or -1 where a place or a person begins. */
  const run = (from: number): number => {
    let at = from;
    while (isWord(at)) at += 1;
    return at === from || typeAt.has(at) ? -1 : at;
  };
  let at = end;
  let commas = 0;
  while (tokens[at]?.text === "," && run(at + 1) > 0) {
    at = run(at + 1);
    commas += 1;
  }
  if (tokens[at]?.text === ",") at += 1;
  const isList = commas > 0 || tokens[end]?.text === "," || tokens[end]?.lower === "and";
  if (!isList || tokens[at]?.lower !== "and") return end;
  const last = run(at + 1);
  // "the Ministry of Health and Ann Lee", "… and Parliament said": without a comma only another field of the same sort goes on.
  return last > 0 && commas > 0 ? last : end;
}
