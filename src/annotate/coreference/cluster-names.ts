/** The names of one article → clusters, one for each person, organisation and place. Types never mix. */
import type { NameMention } from "../../domain/mention.ts";
import { foldCase } from "../../text/fold-case.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { withoutNickname } from "../../text/nickname.ts";
import type { Gender } from "../../text/noun-kinds.ts";
import { namesakesInOffice } from "./namesakes-in-office.ts";
import { inSpokenOrder, nameWords, nicknameWords, type ShortForm, sameFullName, shortFormOf, withoutSuffix } from "./person-name.ts";

export interface Cluster {
  readonly type: NameMention["type"];
  /** Indexes into the names, ascending. */
  readonly nameIndexes: number[];
  /** Distinct surface forms (line breaks as spaces) in order of first use. */
  readonly forms: string[];
  /** The fullest form. */
  name: string;
}

/** One line, single spaces. */
export function surfaceForm(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** A well-known canonical form of a place or organisation name, or null. */
function canonicalForm(type: NameMention["type"], form: string, lexicon: Lexicon): string | null {
  const folded = foldCase(form).replace(/^the /u, "").replaceAll(",", "");
  const country = type === "PLACE" ? lexicon.countryByName.get(folded)?.name : undefined;
  return country ?? lexicon.usualNames.get(`${type}|${folded}`) ?? null;
}

/** A cluster while names are being added, with its forms made ready for comparing. */
interface Growing extends Cluster {
  /** The words of each distinct form. */
  readonly words: (readonly string[])[];
  /** What a title or the given name says. */
  gender: Gender;
  /** The first of its names of two words or more; full names are added before the others. */
  firstFull: NameMention | null;
  /** The titles before its names: "dr" of Dr. Ann Lee. */
  readonly titles: Set<string>;
}

/** Clusters in order of first mention. */
export function clusterNames(text: string, names: readonly NameMention[], lexicon: Lexicon): Cluster[] {
  const forms = names.map(({ type, start, end }) => {
    const form = surfaceForm(text.slice(start, end));
    return type === "PERSON" ? inSpokenOrder(form) : form;
  });
  const words = forms.map(nameWords);
  const clusters: Growing[] = [];
  // Clusters by what a name must share with one of theirs; so each name is compared with few.
  const blocks = new Map<string, Growing[]>();
  // Full names first, so that a surname in the headline finds the full name in the text below it.
  const order = names.map((_, index) => index).sort((a, b) => (words[b]?.length ?? 0) - (words[a]?.length ?? 0) || a - b);
  for (const index of order) {
    const name = names[index];
    const form = forms[index];
    const own = words[index];
    if (!name || form === undefined || !own) continue;
    const candidates = new Set(keysOf(name.type, form, own, lexicon).flatMap((key) => blocks.get(key) ?? []));
    const belonging = surest(
      [...candidates].filter((cluster) => belongs(cluster, form, own, lexicon)),
      own,
      lexicon,
    );
    const isOpen = belonging.length === 0 && name.type === "ORGANIZATION";
    const ending = isOpen ? [...candidates].filter((cluster) => endsIn(cluster, form) || isCalledByKind(text, cluster, form, name)) : [];
    if (isOpen && ending.length === 0) ending.push(...[...candidates].filter((cluster) => isTurnedAcronym(cluster, form, name)));
    const isBare = name.type === "PERSON" && own.length === 1;
    const found = ending.length === 1 ? ending : isBare ? belonging.filter((cluster) => !isLaterRelative(text, cluster, name)) : belonging;
    const title = name.type === "PERSON" ? titleBefore(text, name) : "";
    const gender = name.type === "PERSON" ? genderOf(title, own, lexicon) : null;
    const holders = isBare && found.length > 1 ? namesakesInOffice(text, found, name) : found;
    const cluster = mostLikely(holders, names, words, index, gender, title) ?? {
      type: name.type,
      nameIndexes: [],
      forms: [],
      words: [],
      name: canonicalForm(name.type, form, lexicon) ?? form,
      gender,
      firstFull: null,
      titles: new Set<string>(),
    };
    if (own.length > 1 && (!cluster.firstFull || name.start < cluster.firstFull.start)) cluster.firstFull = name;
    if (title !== "") cluster.titles.add(title);
    if (cluster.nameIndexes.length === 0) clusters.push(cluster);
    cluster.nameIndexes.push(index);
    cluster.gender ??= gender;
    if (cluster.forms.includes(form)) continue;
    cluster.forms.push(form);
    cluster.words.push(own);
    for (const key of keysOf(name.type, form, own, lexicon)) {
      const block = blocks.get(key);
      if (!block) blocks.set(key, [cluster]);
      else if (!block.includes(cluster)) block.push(cluster);
    }
  }
  for (const cluster of clusters) {
    cluster.nameIndexes.sort((a, b) => a - b);
    const inOrder = new Set(cluster.nameIndexes.map((index) => forms[index] ?? ""));
    cluster.forms.splice(0, cluster.forms.length, ...inOrder);
    if (cluster.type === "PERSON") cluster.name = withoutNickname(fullest(cluster.forms));
    if (cluster.type !== "ORGANIZATION" && isShouted(cluster.name)) {
      cluster.name = cluster.forms.find((form) => form !== cluster.name && form.toUpperCase() === cluster.name) ?? cluster.name;
      if (isShouted(cluster.name)) cluster.name = capitalized(cluster.name);
    }
  }
  return joinAliases(text, names, clusters).sort((a, b) => (a.nameIndexes[0] ?? 0) - (b.nameIndexes[0] ?? 0));
}

/** What two names of one entity have in common: a word for people, the name's key, its first word or its letters for the others. */
function keysOf(type: NameMention["type"], form: string, words: readonly string[], lexicon: Lexicon): string[] {
  if (type === "PERSON")
    return [...words, ...nicknameWords(form)].flatMap((word) => (/^(?:al|el)-/u.test(word) ? [word, word.slice(3)] : word));
  const key = organizationKey(form);
  const keys = [`${type} ${key}`];
  const canonical = canonicalForm(type, form, lexicon);
  if (canonical) keys.push(`canonical ${type} ${canonical}`);
  if (type === "PLACE") return keys;
  const parts = key.split(" ");
  if (parts.length > 1) keys.push(`${type} ${parts[0]}`, `${type} ${parts.slice(1).join(" ")}`, `${type} ${parts.at(-1)}`);
  const letters = acronymOf(form) ?? initialsOf(form);
  keys.push(`letters ${letters}`);
  if (letters.length > 2) keys.push(`turned ${turned(letters)}`);
  return keys;
}

const titles: ReadonlyMap<string, Gender> = new Map([
  ["mr", "male"],
  ["sir", "male"],
  ["mrs", "female"],
  ["ms", "female"],
  ["miss", "female"],
  ["dame", "female"],
]);

/** The forms of address of people who have one surname and not one title. */
const addresses = /^(?:mr|mrs|ms|miss|sir|dame|lord|lady|dr|prof|judge|sgt|col|gen|rev)$/u;
/** The title before a name, lower-case, without its full stop; "" where none stands. */
function titleBefore(text: string, name: NameMention): string {
  const before = /(\p{L}+)\.?\s+$/u.exec(text.slice(Math.max(0, name.start - 8), name.start))?.[1]?.toLowerCase() ?? "";
  return addresses.test(before) ? before : "";
}

/** The gender that the title before the name or its given name says, or null. */
function genderOf(title: string, words: readonly string[], lexicon: Lexicon): Gender {
  const listed = words.length > 1 ? lexicon.givenNames.get(words[0] ?? "") : undefined;
  return titles.get(title) ?? (listed === "f" ? "female" : listed === "m" ? "male" : null);
}

const kin =
  "brother|sister|son|daughter|father|mother|wife|husband|widow|widower|uncle|aunt|nephew|niece|cousin|grandson|granddaughter|grandfather|grandmother|stepson|stepdaughter|twin";
const kinBefore = new RegExp(`\\b(?:[Hh]is|[Hh]er|[Tt]heir|whose|['’]s)\\s+(?:\\p{Ll}+[\\s-]+){0,2}(?:${kin}),?\\s+$`, "u");
const kinBehind = new RegExp(`^,\\s+(?:his|her|their|whose)\\s+(?:\\p{Ll}+[\\s-]+){0,2}(?:${kin})\\b`, "u");
/** How far from a name the words reach that make somebody a relative. */
const kinReach = 60;

/**
 * "Okoye waited … his brother Tom Okoye": the bare surname that stands before all of somebody's names is another's, when the first of them
 * introduces a relative.
 */
function isLaterRelative(text: string, { firstFull }: Growing, bare: NameMention): boolean {
  if (!firstFull || bare.start > firstFull.start) return false;
  const before = text.slice(Math.max(0, firstFull.start - kinReach), firstFull.start);
  return kinBefore.test(before) || kinBehind.test(text.slice(firstFull.end, firstFull.end + kinReach));
}

/**
 * "Lee" of Ann Lee and Tom Lee: whom the title fits; of those named before it the one that the article speaks of most, for the other is
 * then called by the full or the given name.
 */
function mostLikely(
  found: readonly Growing[],
  names: readonly NameMention[],
  words: readonly (readonly string[])[],
  index: number,
  gender: Gender,
  title: string,
): Growing | undefined {
  if (found.length < 2) return found[0];
  const start = names[index]?.start ?? 0;
  const bare = words[index]?.at(-1) ?? "";
  // Of who is also called by another surname ("Ana Paz" of Ana Paz Rojas), only names with this one count.
  const weight = ({ nameIndexes, words: forms }: Growing): number => {
    const full = withoutSuffix(forms[0] ?? []);
    const counted = new Set([bare, full[0], full.at(-1)]);
    return nameIndexes.reduce((sum, other) => (counted.has(withoutSuffix(words[other] ?? []).at(-1)) ? sum + 1 : sum), 0);
  };
  const agreeing = found.filter((cluster) => !gender || !cluster.gender || cluster.gender === gender);
  // "Ms Lee" beside Dr. Tom Lee and Ann Lee is not the doctor.
  const addressed = title === "" ? [] : agreeing.filter(({ titles }) => titles.has(title));
  const untitled = title === "" ? [] : agreeing.filter(({ titles }) => titles.size === 0);
  const fitting = addressed.length > 0 ? addressed : untitled.length > 0 ? untitled : agreeing;
  const before = fitting.filter((cluster) => cluster.nameIndexes.some((other) => (names[other]?.start ?? 0) < start));
  const [first, ...others] = before.length > 0 ? before : fitting.length > 0 ? fitting : found;
  return others.reduce((best, cluster) => (best && weight(cluster) > weight(best) ? cluster : best), first);
}

/** What stands between two names of one person or body: "Ana Ruiz, also known as Ana Sol", "Ana Ruiz (born Ana Sol". */
const betweenAliases =
  /^(?:,? known as(?: the)?|,? nicknamed|, (?:the|an?) (?:[\p{L}-]+ ){0,5}?(?:who is |who was )?(?:also |better |now )?known (?:as|by)(?: (?:his|her|the) (?:alias|nickname|war name))?|[^.;!?\n]{0,40}\b(?:also|better|formerly|previously|widely|commonly|popularly) known (?:as|by)(?: (?:the|his|her)(?: (?:nom de guerre|stage name|pen name|alias|nickname|acronym|initials))?)?|[^.;!?\n]{0,60}\b(?:nom de guerre|stage name|pen name)(?: (?:is|was|of))?,?|[,\s(]*(?:a\.?k\.?a\.?|alias|née|nee)|\s*\([^.;!?()\n]{0,50}\bborn(?: as)?|, born(?: as)?)\s*["“”'‘’]?\s*$/u;

/** How far apart two names of one body or person stand that the text calls so. */
const aliasReach = 80;
/** "The commander, whose real name is": behind it the person named last before. */
const beforeRealName = /\b(?:real|birth|full|given) name (?:is|was),?\s+$/u;
const realNameReach = 300;

/** Joins clusters that the text says are one. */
function joinAliases(text: string, names: readonly NameMention[], clusters: readonly Growing[]): Cluster[] {
  const clusterOf = new Map<number, Growing>();
  for (const cluster of clusters) for (const index of cluster.nameIndexes) clusterOf.set(index, cluster);
  const joined = new Set<Growing>();
  const order = names.map((_, index) => index).sort((a, b) => (names[a]?.start ?? 0) - (names[b]?.start ?? 0));
  let lastPerson = -1;
  order.forEach((index, place) => {
    if (names[index]?.type === "PERSON") lastPerson = index;
    const next = order[place + 1] ?? -1;
    const right = names[next];
    if (!right) return;
    const isReal = right.type === "PERSON" && beforeRealName.test(text.slice(Math.max(0, right.start - aliasReach), right.start));
    const of = isReal ? lastPerson : index;
    const [left, one, other] = [names[of], clusterOf.get(of), clusterOf.get(next)];
    if (!one || !other || one === other || !left || left.type !== right.type || left.type === "PLACE") return;
    const isBoxed = left.type === "ORGANIZATION" && isBoxedAcronym(text, left, right);
    const isNear = right.start - left.end <= (isReal ? realNameReach : aliasReach);
    if (!isNear || (!isBoxed && !isReal && !betweenAliases.test(text.slice(left.end, right.start)))) return;
    one.nameIndexes.push(...other.nameIndexes);
    one.nameIndexes.sort((a, b) => a - b);
    one.forms.push(...other.forms.filter((form) => !one.forms.includes(form)));
    for (const moved of other.nameIndexes) clusterOf.set(moved, one);
    joined.add(other);
  });
  return clusters.filter((cluster) => !joined.has(cluster));
}

/** "Disaster and Emergency Authority (AFAD)": the letters of another language's name. */
function isBoxedAcronym(text: string, left: NameMention, right: NameMention): boolean {
  const [long, short] = [text.slice(left.start, left.end), text.slice(right.start, right.end)];
  return text.slice(left.end, right.start) === " (" && text[right.end] === ")" && long.includes(" ") && /^\p{Lu}[\p{Lu}\d-]+$/u.test(short);
}

/** "BEIRUT" of a dateline, "BIDEN" of a headline: nobody is called so. Three letters may be an acronym ("UAE"). */
function isShouted(name: string): boolean {
  return /\p{L}{4}/u.test(name) && name === name.toUpperCase() && name !== name.toLowerCase();
}

/** KIM JONG UN → Kim Jong Un, O'NEILL → O'Neill. */
function capitalized(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}|(?<=\b[od]['’])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** The form with the most words, then the longest, then the first. */
function fullest(forms: readonly string[]): string {
  return forms.reduce((best, form) => {
    const more = wordCount(form) - wordCount(best);
    return more > 0 || (more === 0 && form.length > best.length) ? form : best;
  }, forms[0] ?? "");
}

function wordCount(form: string | undefined): number {
  return form ? nameWords(form).length : 0;
}

function belongs(cluster: Growing, form: string, words: readonly string[], lexicon: Lexicon): boolean {
  if (cluster.type === "PERSON") {
    // Compared with the first form, which is the longest: names come in that order.
    const full = cluster.words[0] ?? [];
    if (isNickname(words, full, cluster.forms[0] ?? "")) return true;
    return (
      words.join(" ") === full.join(" ") || sameFullName(words, full, lexicon.givenNameGroups) || shortForm(words, full, lexicon) !== null
    );
  }
  const canonical = canonicalForm(cluster.type, form, lexicon);
  if (canonical && cluster.name === canonical) return true;
  const key = organizationKey(form);
  if (cluster.forms.some((other) => organizationKey(other) === key)) return true;
  if (cluster.type === "PLACE") return false;
  return cluster.forms.some((other) => isShortOrganization(form, other, lexicon)) || isAcronymOf(form, cluster);
}

function shortForm(words: readonly string[], full: readonly string[], { givenNames }: Lexicon): ShortForm | null {
  return shortFormOf(words, full, (word) => givenNames.has(word));
}

/** Without those whose first surname a word may be ("Paz" of Luis Paz Rojas) where it is anybody's last, or several people's first. */
function surest(belonging: readonly Growing[], words: readonly string[], lexicon: Lexicon): readonly Growing[] {
  const isFirstSurname = ({ type, words: forms }: Growing): boolean =>
    type === "PERSON" && shortForm(words, forms[0] ?? [], lexicon) === "middle";
  const doubtful = words.length === 1 ? belonging.filter(isFirstSurname) : [];
  if (doubtful.length === 0 || belonging.length === 1) return belonging;
  return belonging.filter((cluster) => !doubtful.includes(cluster));
}

/** "Ricky" and "Ricky Delgado" of `Ricardo "Ricky" Delgado`. */
function isNickname(words: readonly string[], full: readonly string[], fullForm: string): boolean {
  const nickname = nicknameWords(fullForm);
  if (nickname.length === 0) return false;
  return [nickname, [...nickname, ...full.slice(-1)]].some((form) => form.join(" ") === words.join(" "));
}

function organizationKey(form: string): string {
  return foldCase(form)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/^the /u, "")
    .replace(/[.,]/gu, "")
    .replace(/ (?:inc|corp|ltd|limited|llc|llp|plc|co|group|sa|ag|nv|bv|gmbh|spa|asa|oyj|ab|bhd)$/u, "");
}

/** "State Department" for "U.S. State Department", "Goldman" for "Goldman Sachs". */
function isShortOrganization(short: string, long: string, lexicon: Lexicon): boolean {
  const a = organizationKey(short).split(" ");
  const b = organizationKey(long).split(" ");
  if (a.length >= b.length) return false;
  const [first] = b;
  const countryFirst = first !== undefined && (lexicon.countryByName.has(first) || lexicon.countryByDemonym.has(first) || first === "us");
  if (countryFirst && a.join(" ") === b.slice(1).join(" ")) return true;
  const [only] = a;
  if (a.length > 1 || only === undefined || b.length > 3 || only.length < 4) return false;
  return only === first && !lexicon.places.has(only) && !genericFirstWords.has(only);
}

/** Newspapers and teams are called by the last word of their names. */
const lastWords = /^(?:times|post|herald|journal|tribune|gazette|ledger|guardian|telegraph|observer|chronicle|examiner|\p{L}{4,}s)$/u;
const commonLastWords = new Set(
  "forces services affairs news systems airlines industries states nations brothers sciences sports".split(" "),
);

/** "Rovers" of "Harbour City Rovers", "the Ledger" of the "Bramford Ledger". */
function endsIn({ type, forms }: Growing, form: string): boolean {
  const short = organizationKey(form);
  if (type !== "ORGANIZATION" || !lastWords.test(short) || commonLastWords.has(short)) return false;
  return forms.some((long) => organizationKey(long).endsWith(` ${short}`));
}

/** What bodies are called by alone, behind "the", once they were named in full: "the Alliance" of the "Social Democratic Alliance". */
const bodyKinds = new Set(
  (
    "agency alliance assembly association authority bank board bureau chamber coalition commission committee confederation congress council federation " +
    "foundation front fund guild institute league ministry movement organisation organization party society tribunal trust union"
  ).split(" "),
);

function isCalledByKind(text: string, { type, forms }: Growing, form: string, name: NameMention): boolean {
  const short = organizationKey(form);
  if (type !== "ORGANIZATION" || !bodyKinds.has(short)) return false;
  // "the Commission", "a Commission spokesman"
  const before = text.slice(Math.max(0, name.start - 5), name.start);
  if (!/\bthe\s$/iu.test(before) && !(/(?:^|\s)a\s$/iu.test(before) && /^\s\p{Ll}/u.test(text.slice(name.end, name.end + 2)))) return false;
  return forms.some((long) => {
    const key = organizationKey(long);
    return key.endsWith(` ${short}`) || key.startsWith(`${short} of `) || key.startsWith(`${short} for `);
  });
}

/** The letters in the order of the alphabet: "fip" of FPI and of the Ituri Patriotic Front. */
function turned(letters: string): string {
  return [...letters].sort().join("");
}

/**
 * "FPI" of the "Ituri Patriotic Front", named before: the letters of its name in another language, in which the word for what it is comes
 * first.
 */
function isTurnedAcronym({ type, firstFull, forms }: Growing, form: string, { start }: NameMention): boolean {
  const letters = acronymOf(form);
  if (type !== "ORGANIZATION" || letters === null || letters.length < 3 || !firstFull || firstFull.start > start) return false;
  return forms.some((full) => {
    const initials = initialsOf(full);
    const head = /\s(?:of|for)\s/u.test(full)
      ? (/(\p{Lu})\S*\s(?:of|for)\s/u.exec(full)?.[1] ?? "")
      : (full.split(/\s+/u).at(-1)?.slice(0, 1) ?? "");
    return full.length > form.length && turned(initials) === turned(letters) && letters.startsWith(head.toLowerCase());
  });
}

const genericFirstWords = new Set(
  "national international united american european world global royal federal central first general new north south east west supreme state people's islamic palestinian".split(
    " ",
  ),
);

/** "IDF" for "Israel Defense Forces". */
function isAcronymOf(form: string, { forms, name }: Cluster): boolean {
  const letters = acronymOf(form);
  return letters !== null && [name, ...forms].some((full) => full.length > form.length && initialsOf(full) === letters);
}

/** The letters of a form that is an acronym, lower-case, or null. */
function acronymOf(form: string): string | null {
  return /^\p{Lu}[\p{Lu}.&-]{1,7}$/u.test(form) ? form.replace(/[.&-]/gu, "").toLowerCase() : null;
}

/** The first letters of the capitalised words, lower-case. */
function initialsOf(form: string): string {
  return form
    .split(/[\s-]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.slice(0, 1).toLowerCase())
    .join("");
}
