/**
 * War names and nicknames in quotation marks, which a tagger takes for titles of works: 'Ana Ruiz, the rebel leader known as "Red Fern"',
 * 'Ana Ruiz, nicknamed "Fern"'.
 */
import type { Token } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";

const openers = /^["“‘'«„]$/u;
const closers = /^["”’'»“]$/u;
const capital = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
const particles = new Set("al bin da de del der di do dos du el la le van von".split(" "));
/** Words of an alias at most, and tokens between the name and it. */
const longest = 4;
const reach = 14;
/** How sure an alias is that only the words before it give. */
const byWords = 0.7;

/** What announces another name of a person, right before the marks. */
const announced =
  /(?:known (?:as|by)(?: (?:his|her|the) (?:nom de guerre|alias|nickname|stage name|war name|code name|pseudonym))?|nicknamed|alias|aka|a\.k\.a\.|nom de guerre(?: (?:is|was|of))?|pseudonym(?: (?:is|was|of))?|codenamed|goes by(?: the (?:name|alias|nom de guerre)(?: of)?)?),?$/u;

/** The aliases that no name holds yet, each in the sentence of a person's name before it. */
export function quotedAliases(tokens: readonly Token[], names: readonly NameMention[]): NameMention[] {
  const found: NameMention[] = [];
  names.forEach((name, index) => {
    if (name.type !== "PERSON") return;
    const floor = names[index + 1]?.firstToken ?? tokens.length;
    const sentence = tokens[name.firstToken]?.sentenceIndex;
    const limit = Math.min(name.endToken + reach, floor);
    for (let open = name.endToken + 1; open < limit && tokens[open]?.sentenceIndex === sentence; open += 1) {
      if (!openers.test(tokens[open]?.text ?? "")) continue;
      const before = tokens.slice(name.endToken, open).map(({ lower }) => lower);
      const first = open + 1;
      const end = endOfAlias(tokens, first);
      const [start, last] = [tokens[first], tokens[end - 1]];
      if (end > first && end <= floor && start && last && announced.test(before.join(" ")) && speaksOfOne(before)) {
        const place = { start: start.start, end: last.end, firstToken: first, endToken: end };
        found.push({ ...place, type: "PERSON", confidence: byWords, decidedBy: "alias" });
      }
      break;
    }
  });
  return found;
}

/** Behind the last capitalised word before the closing marks; `first` where something else stands there. */
function endOfAlias(tokens: readonly Token[], first: number): number {
  let end = first;
  while (end < first + longest && (capital.test(tokens[end]?.text ?? "") || (end > first && particles.has(tokens[end]?.lower ?? ""))))
    end += 1;
  const comma = tokens[end]?.text === "," ? end + 1 : end;
  return closers.test(tokens[comma]?.text ?? "") ? end : first;
}

/** "Ana Ruiz met a man known as …": behind a verb of hers it is somebody else who is known so. */
function speaksOfOne(before: readonly string[]): boolean {
  if (before[0] === "," || before[0] === "(") return !before.slice(1).some((word) => word === "," || word === "with" || word === "of");
  return /^(?:alias|aka|a\.k\.a\.|nicknamed|known|is|was)$/u.test(before[0] ?? "");
}
