/** The names of one article → clusters, one for each person, organisation and place. Types never mix. */
import type { NameMention } from "../../domain/mention.ts";
import { foldCase } from "../../text/fold-case.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { isShortFormOf, nameWords, sameFullName } from "./person-name.ts";

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

/** Place names with several spellings that are not countries. */
const placeVariants: ReadonlyMap<string, string> = new Map([
  ["nyc", "New York City"],
  ["d.c.", "Washington"],
  ["washington, d.c.", "Washington"],
  ["washington d.c.", "Washington"],
  ["washington dc", "Washington"],
  ["washington, dc", "Washington"],
  ["kiev", "Kyiv"],
  ["the west bank", "West Bank"],
  ["the gaza strip", "Gaza Strip"],
]);

/** Organisations that are known by two names. */
const organizationVariants: ReadonlyMap<string, string> = new Map(
  Object.entries({
    un: "United Nations",
    "u.n.": "United Nations",
    eu: "European Union",
    "e.u.": "European Union",
    nato: "NATO",
    "north atlantic treaty organization": "NATO",
    idf: "Israel Defense Forces",
    ap: "Associated Press",
    fbi: "FBI",
    "federal bureau of investigation": "FBI",
    cia: "CIA",
    "central intelligence agency": "CIA",
    imf: "International Monetary Fund",
    iaea: "International Atomic Energy Agency",
    isis: "Islamic State",
    isil: "Islamic State",
    "al-qaeda": "al-Qaida",
  }),
);

/** A well-known canonical form of a place or organisation name, or null. */
function canonicalForm(type: NameMention["type"], form: string, lexicon: Lexicon): string | null {
  const folded = foldCase(form).replace(/^the /u, "");
  if (type === "PLACE") return lexicon.countryByName.get(folded)?.name ?? placeVariants.get(folded) ?? null;
  if (type === "ORGANIZATION") return organizationVariants.get(folded) ?? null;
  return null;
}

/** Clusters in order of first mention. */
export function clusterNames(text: string, names: readonly NameMention[], lexicon: Lexicon): Cluster[] {
  const forms = names.map((name) => surfaceForm(text.slice(name.start, name.end)));
  const clusters: Cluster[] = [];
  const clusterOf = new Map<number, Cluster>();
  // Full names first, so that a surname in the headline finds the full name in the text below it.
  const order = names.map((_, index) => index).sort((a, b) => wordCount(forms[b]) - wordCount(forms[a]) || a - b);
  for (const index of order) {
    const name = names[index];
    const form = forms[index];
    if (!name || form === undefined) continue;
    const found = clusters.filter((cluster) => cluster.type === name.type && belongs(cluster, form, lexicon, names, index, text));
    const cluster = nearest(found, names, name) ?? {
      type: name.type,
      nameIndexes: [],
      forms: [],
      name: canonicalForm(name.type, form, lexicon) ?? form,
    };
    if (cluster.nameIndexes.length === 0) clusters.push(cluster);
    cluster.nameIndexes.push(index);
    clusterOf.set(index, cluster);
  }
  for (const cluster of clusters) {
    cluster.nameIndexes.sort((a, b) => a - b);
    for (const index of cluster.nameIndexes) {
      const form = forms[index];
      if (form !== undefined && !cluster.forms.includes(form)) cluster.forms.push(form);
    }
    if (cluster.type === "PERSON") cluster.name = fullest(cluster.forms);
    if (cluster.type !== "ORGANIZATION" && isShouted(cluster.name)) {
      cluster.name = cluster.forms.find((form) => form !== cluster.name && form.toUpperCase() === cluster.name) ?? cluster.name;
      if (isShouted(cluster.name)) cluster.name = capitalized(cluster.name);
    }
  }
  return clusters.sort((a, b) => (a.nameIndexes[0] ?? 0) - (b.nameIndexes[0] ?? 0));
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

/** Of several candidates the one named last before this name, else the first of the article. */
function nearest(candidates: readonly Cluster[], names: readonly NameMention[], name: NameMention): Cluster | undefined {
  if (candidates.length < 2) return candidates[0];
  let best: Cluster | undefined;
  let bestStart = -1;
  for (const cluster of candidates) {
    for (const index of cluster.nameIndexes) {
      const start = names[index]?.start ?? -1;
      if (start < name.start && start > bestStart) {
        best = cluster;
        bestStart = start;
      }
    }
  }
  return best ?? candidates[0];
}

function belongs(cluster: Cluster, form: string, lexicon: Lexicon, names: readonly NameMention[], index: number, text: string): boolean {
  if (cluster.type === "PERSON") return isSamePerson(cluster, form);
  const canonical = canonicalForm(cluster.type, form, lexicon);
  if (canonical && cluster.name === canonical) return true;
  const key = organizationKey(form);
  const clusterForms = cluster.nameIndexes.map((other) => surfaceForm(text.slice(names[other]?.start, names[other]?.end)));
  if (clusterForms.some((other) => organizationKey(other) === key)) return true;
  if (cluster.type === "PLACE") return false;
  return clusterForms.some((other) => isShortOrganization(form, other, lexicon)) || isDefinedAcronym(cluster, names, index, text);
}

function isSamePerson(cluster: Cluster, form: string): boolean {
  const words = nameWords(form);
  const full = nameWords(cluster.name);
  if (words.join(" ") === full.join(" ")) return true;
  if (words.length > 1 && full.length > 1 && sameFullName(words, full)) return true;
  return isShortFormOf(words, full) !== null;
}

function organizationKey(form: string): string {
  return foldCase(form)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/^the /u, "")
    .replace(/[.,]/gu, "")
    .replace(/ (?:inc|corp|ltd|llc|plc|co|group)$/u, "");
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

const genericFirstWords = new Set(
  "national international united american european world global royal federal central first general new north south east west supreme state people's islamic palestinian".split(
    " ",
  ),
);

/** "Israel Defense Forces (IDF)": the name in brackets abbreviates the one before it; later uses match by form. */
function isDefinedAcronym(cluster: Cluster, names: readonly NameMention[], index: number, text: string): boolean {
  const name = names[index];
  if (!name) return false;
  const form = text.slice(name.start, name.end);
  if (!/^\p{Lu}[\p{Lu}.&-]{1,7}$/u.test(form)) return false;
  const letters = form.replace(/[.&-]/gu, "").toLowerCase();
  return cluster.forms.concat(cluster.name).some((full) => {
    const initials = full
      .split(/[\s-]+/u)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word.slice(0, 1).toLowerCase())
      .join("");
    return full.length > form.length && initials === letters && letters.length >= 2;
  });
}
