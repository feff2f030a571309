/** Two people of one surname, told apart by the office before it: "Cllr Pell", "Judge Pell". */
import type { NameMention } from "../../domain/mention.ts";

/** Offices before a surname, with the words by which others tell that somebody holds them. */
const offices: ReadonlyMap<string, RegExp> = new Map([
  ["president", /\b(?:president|head of state)\b/iu],
  ["cllr", /\bcouncil/iu],
  ["councillor", /\bcouncil/iu],
  ["sen", /\b(?:senator|sen\b)/iu],
  ["senator", /\b(?:senator|sen\b)/iu],
  ["gov", /\bgov(?:ernor)?\b/iu],
  ["governor", /\bgov(?:ernor)?\b/iu],
  ["rep", /\b(?:rep|representative|congress(?:wo)?man)\b/iu],
  ["mayor", /\bmayor\b/iu],
  ["minister", /\bminister\b/iu],
  ["judge", /\bjudge\b/iu],
  ["justice", /\bjustice\b/iu],
  ["dr", /\b(?:dr|doctor|physician|surgeon|consultant)\b/iu],
  ["prof", /\bprof(?:essor)?\b/iu],
  ["king", /\bking\b/iu],
  ["queen", /\bqueen\b/iu],
  ["prince", /\bprince\b/iu],
  ["princess", /\bprincess\b/iu],
]);
/** How far before and behind a name in full the words stand that tell an office. */
const officeBefore = 45;
const officeBehind = 60;

/** Who may be meant, with the first name in full. */
interface Namesake {
  readonly firstFull: NameMention | null;
}

/** Of the namesakes those whom an office before the surname fits: "Cllr Pell" is the council leader Ada Pell, not the banker. All where it fits none. */
export function namesakesInOffice<C extends Namesake>(text: string, found: readonly C[], { start }: NameMention): readonly C[] {
  const word = /(\p{L}+)\.?\s+$/u.exec(text.slice(Math.max(0, start - 14), start))?.[1]?.toLowerCase() ?? "";
  const told = offices.get(word);
  if (!told) return found;
  const holding = found.filter(({ firstFull }) => {
    if (!firstFull) return false;
    const before =
      text
        .slice(Math.max(0, firstFull.start - officeBefore), firstFull.start)
        .split(/[.!?;\n]/u)
        .at(-1) ?? "";
    const behind = /^,[^.!?;\n]*/u.exec(text.slice(firstFull.end, firstFull.end + officeBehind))?.[0] ?? "";
    return told.test(before) || told.test(behind);
  });
  return holding.length === 1 ? holding : found;
}
