/** What kind of thing a common noun names, whether it is one or many, and of which gender, from word lists and endings. */
import type { Lexicon } from "./lexicon.ts";

export type NounKind = "person" | "group" | "place" | "thing";
export type Gender = "female" | "male" | null;

const irregularPlurals: ReadonlyMap<string, string> = new Map([
  ["men", "man"],
  ["women", "woman"],
  ["children", "child"],
  ["people", "people"],
  ["wives", "wife"],
  ["thieves", "thief"],
  ["chiefs", "chief"],
  ["police", "police"],
]);

/** The singular of a lower-case noun: "ministries" → "ministry", "spokeswomen" → "spokeswoman". A guess for words no list knows. */
export function singularOf(noun: string): string {
  const irregular = irregularPlurals.get(noun);
  if (irregular !== undefined) return irregular;
  if (noun.endsWith("men") && noun.length > 4) return `${noun.slice(0, -3)}man`;
  if (noun.endsWith("ies") && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/u.test(noun)) return noun.slice(0, -2);
  return noun.endsWith("s") && !/(?:ss|us|is)$/u.test(noun) ? noun.slice(0, -1) : noun;
}

/** The kind of a lower-case noun in singular or plural. */
export function nounKind(noun: string, lexicon: Lexicon): NounKind {
  const { groupNouns, nounKinds, personNouns, roleNouns } = lexicon;
  const singular = singularOf(noun);
  if (roleNouns.has(singular) || personNouns.has(singular) || personNouns.has(noun)) return "person";
  const listed = nounKinds.get(noun) ?? nounKinds.get(singular);
  if (listed !== undefined) return listed;
  if (groupNouns.has(singular)) return "group";
  return /(?:woman|man|person)$/u.test(singular) ? "person" : "thing";
}

const femaleNouns =
  /^(?:woman|girl|lady|mother|mom|mum|grandmother|sister|daughter|granddaughter|wife|widow|aunt|niece|bride|girlfriend|queen|princess|duchess|empress|actress|waitress|hostess|stewardess|heroine|goddess|nun|baroness|countess|mistress|businesswoman|.+woman)$/u;
const maleNouns =
  /^(?:man|boy|guy|gentleman|father|dad|grandfather|brother|son|grandson|husband|widower|uncle|nephew|groom|boyfriend|king|prince|duke|emperor|pope|lord|baron|monk|priest|businessman|.+[^o]man)$/u;

/** The gender that a lower-case singular noun says, or null. */
export function nounGender(singular: string): Gender {
  if (femaleNouns.test(singular)) return "female";
  return maleNouns.test(singular) && singular !== "human" && singular !== "german" ? "male" : null;
}
