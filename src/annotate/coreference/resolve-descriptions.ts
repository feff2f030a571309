/** "the group", "the company", "the envoy" → the organisation or person they describe, where one is clearly nearest. */
import type { Token } from "../../domain/document.ts";
import { foldCase } from "../../text/fold-case.ts";

/** What a noun can describe: words that an organisation's name must, or must not, contain. */
const groupNouns = new Set("group organization organisation movement faction militia militants network".split(" "));
const companyNouns = new Set("company firm corporation automaker carmaker airline bank retailer manufacturer startup".split(" "));
const bodyNouns = new Set("agency ministry department committee council commission party union university court bloc alliance".split(" "));

const governmentWords =
  /\b(?:department|ministry|house|office|congress|senate|parliament|council|kremlin|pentagon|court|commission|treasury|government|embassy)\b/u;
const media =
  /^(?:reuters|ap|afp|axios|cnn|bbc|nbc|abc|cbs|npr|politico|bloomberg|associated press|agence france-presse|fox news|al jazeera|xinhua|tass|interfax|haaretz|.* (?:times|post|journal|news|tribune|herald|guardian))$/u;

/** Which kind of description a noun is, or null when it describes no organisation. */
export function descriptionKind(noun: string): "group" | "company" | "body" | null {
  if (groupNouns.has(noun)) return "group";
  if (companyNouns.has(noun)) return "company";
  return bodyNouns.has(noun) ? "body" : null;
}

/** True when an organisation of this name can be called `the ${noun}`. */
export function canDescribe(kind: "group" | "company" | "body", noun: string, name: string): boolean {
  const folded = foldCase(name);
  if (media.test(folded)) return false;
  if (kind === "body")
    return folded.includes(noun) || (noun === "bloc" && folded.includes("union")) || (noun === "alliance" && folded === "nato");
  return !governmentWords.test(folded);
}

/** "the militant group", "the Palestinian group": an adjective, or a word of origin that is tagged as a name. */
function isModifier(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token !== undefined && (token.pos === "ADJ" || token.text === "-" || (token.pos === "PROPN" && tokens[index + 1]?.pos === "NOUN"));
}

/** The noun of "the [adjective …] NOUN" that starts at `determiner`, as token index, or -1. Compounds ("the group leader") do not count. */
export function describedNoun(tokens: readonly Token[], determiner: number, ceiling: number): number {
  let index = determiner + 1;
  while (index < ceiling && index - determiner < 4 && isModifier(tokens, index)) index += 1;
  const noun = tokens[index];
  if (!noun || index >= ceiling || noun.pos !== "NOUN") return -1;
  const next = tokens[index + 1];
  if (next && index + 1 < ceiling && (next.pos === "NOUN" || next.pos === "PROPN" || next.lower === "of" || next.text === "-")) return -1;
  return index;
}
