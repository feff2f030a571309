/**
 * Bodies that the words around or within a name give away: a firm behind its trade at the start of a sentence ("Chipmaker Vantera"), armed
 * bands by their last word ("the Sahel Brigade"), and members of a parliament, who are nobody by name ("Kitui MCAs").
 */
import type { Document, Token } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";
import { beginsCapital } from "../../text/capital.ts";
import type { Lexicon } from "../../text/lexicon.ts";

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
    return [name];
  });
  const firms = firmsByTrade(doc, mended, lexicon);
  if (firms.length === 0) return mended;
  const rest = mended.filter((name) => !firms.some((firm) => firm.firstToken < name.endToken && name.firstToken < firm.endToken));
  return [...rest, ...firms].sort((a, b) => a.start - b.start);
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
