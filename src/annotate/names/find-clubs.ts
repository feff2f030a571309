/**
 * Clubs that are called by their towns: "Harborough beat Wendale 2-1", "Wendale signed the striker". A town that plays is its club, in the
 * whole article where no word of place stands before it. Countries that play stay countries.
 */
import type { Document, Token } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";
import type { Lexicon } from "../../text/lexicon.ts";

type Segmented = Document<"paragraphs" | "sentences" | "tokens">;

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** What matches are told in. Several of them make an article one of sports. */
const sports = wordSet(
  "league cup goal goals striker midfielder goalkeeper defender winger quarterback pitcher touchdown innings playoff playoffs half-time halftime penalty penalties semifinal semifinals semi-final quarterfinal quarterfinals quarter-final final fixture kick-off match matches scored scoring coach season defeat victory club clubs relegation premiership football soccer rugby hockey basketball baseball cricket",
);
const minSports = 3;
const plays = wordSet(
  "beat beats defeat defeats defeated face faces faced thrash thrashed edge edged trounced host hosts visit visits trail trails trailed draw drew play plays played meet meets",
);
const trades = wordSet("sign signs signed signing sell sells sold loaned");
/** What stands before the one that lost. */
const rivals = wordSet("against beating over defeating facing versus vs vs.");
const places = wordSet("in at near from to around across outside of into toward towards through visiting");

/** The names with towns that play as clubs; "Wendale of Norway" in two where it plays. */
export function withClubs({ tokens }: Segmented, names: readonly NameMention[], lexicon: Lexicon): readonly NameMention[] {
  if (!isAboutSports(tokens)) return names;
  const split = names.flatMap((name) => withoutCountry(tokens, name, lexicon));
  const clubs = new Set<string>();
  split.forEach((name, index) => {
    if (isTown(tokens, name, lexicon) && playsHere(tokens, split, index, lexicon)) clubs.add(formOf(tokens, name));
  });
  if (clubs.size === 0) return split;
  return split.map((name) => {
    if (!isTown(tokens, name, lexicon) || !clubs.has(formOf(tokens, name)) || places.has(tokens[name.firstToken - 1]?.lower ?? ""))
      return name;
    return { ...name, type: "ORGANIZATION", decidedBy: "club" };
  });
}

function isAboutSports(tokens: readonly Token[]): boolean {
  let found = 0;
  for (const { lower } of tokens) {
    if (sports.has(lower)) found += 1;
    if (found === minSports) return true;
  }
  return false;
}

function formOf(tokens: readonly Token[], { firstToken, endToken }: NameMention): string {
  return tokens
    .slice(firstToken, endToken)
    .map(({ lower }) => lower)
    .join(" ");
}

/** A place of one or two words that is no country. */
function isTown(tokens: readonly Token[], name: NameMention, lexicon: Lexicon): boolean {
  return name.type === "PLACE" && name.endToken - name.firstToken <= 2 && !lexicon.countryByName.has(formOf(tokens, name));
}

/** True for one side of a match, or who trades a player: a result or a verb stands between it and another that could be a side. */
function playsHere(tokens: readonly Token[], names: readonly NameMention[], index: number, lexicon: Lexicon): boolean {
  const name = names[index];
  if (!name) return false;
  const { firstToken, endToken } = name;
  const at = (token: number): string => tokens[token]?.lower ?? "";
  if (places.has(at(firstToken - 1))) return false;
  const isSide = (other: NameMention | undefined): other is NameMention =>
    other !== undefined &&
    tokens[other.firstToken]?.sentenceIndex === tokens[firstToken]?.sentenceIndex &&
    (other.type === "ORGANIZATION" || isTown(tokens, other, lexicon));
  const [before, after] = [names[index - 1], names[index + 1]];
  // "Harborough 2-1 Wendale"
  if (isSide(after) && after.firstToken === endToken + 1 && isResult(at(endToken))) return true;
  if (isSide(before) && firstToken === before.endToken + 1 && isResult(at(before.endToken))) return true;
  // "Harborough beat Wendale", "Harborough face a trip …" is none
  if (isSide(after) && plays.has(at(endToken)) && after.firstToken - endToken <= 3) return true;
  if (isSide(before) && plays.has(at(before.endToken)) && firstToken - before.endToken <= 3) return true;
  if (isSide(before) && rivals.has(at(firstToken - 1))) return true;
  // "Wendale signed the Chilean midfielder …"
  if (!trades.has(at(endToken))) return false;
  const player = names[index + 1];
  return player?.type === "PERSON" && player.firstToken - endToken <= 8;
}

/** "2-1", "4–0". */
function isResult(lower: string): boolean {
  return /^\d{1,3}[-–]\d{1,3}$/u.test(lower);
}

/** "[Wendale] of [Norway]": a town's club and its country, where the whole is no name of its own. */
function withoutCountry(tokens: readonly Token[], name: NameMention, lexicon: Lexicon): NameMention[] {
  const { firstToken, endToken } = name;
  const of = firstToken + 1;
  const [town, country] = [tokens[firstToken], tokens[endToken - 1]];
  if (name.type === "PERSON" || endToken - firstToken !== 3 || tokens[of]?.lower !== "of" || !town || !country) return [name];
  if (!lexicon.countryByName.has(country.lower) || !lexicon.places.has(town.lower)) return [name];
  return [
    { ...name, end: town.end, endToken: of, type: "ORGANIZATION", decidedBy: "club" },
    { ...name, start: country.start, firstToken: endToken - 1, type: "PLACE", decidedBy: "club" },
  ];
}
