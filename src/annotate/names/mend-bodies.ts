/**
 * Bodies that the words around or within a name give away: a firm behind its trade at the start of a sentence ("Chipmaker Vantera"), armed
 * bands by their last word ("the Sahel Brigade"), and members of a parliament, who are nobody by name ("Kitui MCAs").
 */
import type { Document, Token } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";
import { beginsCapital } from "../../text/capital.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { foldedWords } from "../folded-words.ts";

type Segmented = Document<"paragraphs" | "sentences" | "tokens">;

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** What a firm is called by its trade. */
const trades = wordSet(
  "airline airlines automaker brewer broadcaster carmaker carrier chipmaker conglomerate contractor developer distiller drugmaker giant grocer haulier " +
    "housebuilder insurer lender maker manufacturer miner operator planemaker producer publisher refiner retailer shipbuilder start-up startup " +
    "steelmaker supermarket telecoms toymaker truckmaker utility",
);
/** Where these words end a name, it acts. */
const bands = wordSet("brigade brigades battalion militia regiment ministry commission committee council");
/** What ends the names of firms, and of few places and nobody's: "TransNorth Rail", "Pellworth Homes". */
export const firmEndings = wordSet(
  "airlines airways biotech capital energy foods holdings homes industries investments logistics media motors partners pharma pharmaceuticals rail " +
    "railways robotics securities semiconductors software solutions steel studios systems technologies telecom ventures",
);
/** Who works for firms that are named behind "at": "analysts at Peel Holm". */
const researchers = wordSet("analyst analysts economist economists strategist strategists traders broker brokers");
/** Of whom "the leaders of" two bodies are. */
const plurals = wordSet("leaders heads chiefs chairmen bosses representatives delegations negotiators officials members supporters");
/** Where a name may end that "and" goes on with another: "the Social Alliance and Reform". */
const wholeBodies = wordSet("alliance party union front league federation movement coalition congress");
const members = /^(?:MPs|MCAs|MLAs|MEPs|MSPs|MNAs|TDs|CEOs|NGOs)$/u;
/** Words of a firm's name at most. */
const longest = 3;
/** How sure a name is that only its trade gives. */
const byTrade = 0.95;

/** The names with these bodies mended, sorted. */
export function mendBodies(doc: Segmented, names: readonly NameMention[], lexicon: Lexicon): NameMention[] {
  const { tokens } = doc;
  const mended = names.flatMap((name): NameMention[] => {
    const { firstToken, endToken, type } = name;
    const last = tokens[endToken - 1];
    if (!last || endToken - firstToken < 2) return [name];
    if (members.test(last.text)) {
      const before = tokens[endToken - 2];
      if (!before || type === "ORGANIZATION") return [name];
      return [{ ...name, endToken: endToken - 1, end: before.end, type: "PLACE", decidedBy: "members" }];
    }
    if (type !== "ORGANIZATION" && bands.has(last.lower)) return [{ ...name, type: "ORGANIZATION", decidedBy: "body" }];
    if (type !== "ORGANIZATION" && beginsCapital(last.text) && firmEndings.has(last.lower))
      return [{ ...name, type: "ORGANIZATION", decidedBy: "firm" }];
    if (type === "PLACE" && isAtWork(tokens, name) && !lexicon.places.has(foldedWords(tokens, firstToken, endToken)))
      return [{ ...name, type: "ORGANIZATION", decidedBy: "staff" }];
    if (type === "ORGANIZATION") return partsOfTwo(tokens, withoutKind(tokens, name));
    return [name];
  });
  const firms = firmsByTrade(doc, mended, lexicon);
  if (firms.length === 0) return mended;
  const rest = mended.filter((name) => !firms.some((firm) => firm.firstToken < name.endToken && name.firstToken < firm.endToken));
  return [...rest, ...firms].sort((a, b) => a.start - b.start);
}

/** "analysts at [Peel Holm]". */
function isAtWork(tokens: readonly Token[], { firstToken }: NameMention): boolean {
  return tokens[firstToken - 1]?.lower === "at" && researchers.has(tokens[firstToken - 2]?.lower ?? "");
}

/** "the [Unite] union": what it is, in small letters. */
function withoutKind(tokens: readonly Token[], name: NameMention): NameMention {
  const [last, before] = [tokens[name.endToken - 1], tokens[name.endToken - 2]];
  if (last?.text !== "union" || !before || !beginsCapital(before.text) || name.endToken - name.firstToken !== 2) return name;
  return { ...name, endToken: name.endToken - 1, end: before.end, decidedBy: "kind-behind" };
}

/** "the leaders of the [Social Alliance] and [Reform]", "between the [Social Alliance] and [Reform]": two bodies, as more than one is announced. */
function partsOfTwo(tokens: readonly Token[], name: NameMention): NameMention[] {
  const { firstToken, endToken } = name;
  const and = endToken - 2;
  if (tokens[and]?.lower !== "and" || and - firstToken < 2 || !beginsCapital(tokens[endToken - 1]?.text ?? "")) return [name];
  if (!wholeBodies.has(tokens[and - 1]?.lower ?? "")) return [name];
  let before = firstToken - 1;
  if (tokens[before]?.lower === "the") before -= 1;
  const isTwo =
    tokens[before]?.lower === "between" ||
    (/^(?:of|from)$/u.test(tokens[before]?.lower ?? "") && plurals.has(tokens[before - 1]?.lower ?? ""));
  const [last, next] = [tokens[and - 1], tokens[endToken - 1]];
  if (!isTwo || !last || !next) return [name];
  return [
    { ...name, endToken: and, end: last.end, decidedBy: "two-bodies" },
    { ...name, firstToken: and + 1, start: next.start, decidedBy: "two-bodies" },
  ];
}

/** "Chipmaker Vantera said", "Train operator FirstLine said": the capitalised words behind a trade that opens a sentence. */
function firmsByTrade(doc: Segmented, names: readonly NameMention[], lexicon: Lexicon): NameMention[] {
  const { tokens, sentences, paragraphs } = doc;
  const found: NameMention[] = [];
  for (const { firstToken, endToken, paragraphIndex } of sentences) {
    let trade = firstToken;
    while (trade < firstToken + 3 && trade < endToken && !trades.has(tokens[trade]?.lower ?? "")) trade += 1;
    // In the middle of a phrase the trade is in small letters: "Budget airline Norjet".
    if (!trades.has(tokens[trade]?.lower ?? "") || (trade > firstToken && beginsCapital(tokens[trade]?.text ?? ""))) continue;
    if (paragraphs[paragraphIndex]?.kind !== "prose") continue;
    const end = endOfFirm(tokens, trade + 1, endToken, lexicon);
    const [first, last] = [tokens[trade + 1], tokens[end - 1]];
    if (!first || !last || end === trade + 1 || isPerson(tokens, trade + 1, end, lexicon)) continue;
    const known = names.find((name) => name.firstToken < end && name.endToken > trade + 1);
    // What the tagger took for a body in these very words, or for more than them, stays.
    if (known && (known.endToken > end || (known.firstToken > trade && known.type === "ORGANIZATION"))) continue;
    const place = { start: first.start, end: last.end, firstToken: trade + 1, endToken: end };
    found.push({ ...place, type: "ORGANIZATION", confidence: byTrade, decidedBy: "trade" });
  }
  return found;
}

function endOfFirm(tokens: readonly Token[], first: number, sentenceEnd: number, lexicon: Lexicon): number {
  let end = first;
  while (end < sentenceEnd && end - first < longest) {
    const { text, lower } = tokens[end] ?? { text: "", lower: "" };
    if (!beginsCapital(text) || !/\p{L}{2}/u.test(text) || lexicon.titles.has(lower)) break;
    if (end > first && (lexicon.roleNouns.has(lower) || /^[A-Z]{3}$/u.test(text))) break;
    end += 1;
  }
  return end;
}

/** "Developer Tom Ray": a given name, then others. */
function isPerson(tokens: readonly Token[], first: number, end: number, lexicon: Lexicon): boolean {
  const word = (tokens[first]?.lower ?? "").normalize("NFD").replace(/\p{M}/gu, "");
  return end - first > 1 && lexicon.givenNames.has(word);
}
