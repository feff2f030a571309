/**
 * Mends tokens that the tokenizer cut wrongly: runs of one mark in pieces ("!", "!", "?"), words torn at a letter beyond ASCII
 * ("Ł", "ód", "ź"), clitics left on their word ("I'm"), single marks left on theirs ("'A"), sites ("Booking|.|com"), the last full stop cut off "U.S.". wink-nlp remembers words from one text to
 * the next and cuts some of these now one way and now the other; mended, the tokens of an article are always the same.
 */

export interface TokenPiece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly pos: string;
}

/** Marks that run together when they stand together: of these classes, only members of the same one join. */
const runs = [/^[!?]+$/u, /^\.+$/u, /^[=*~_+#]+$/u, /^-+$/u];
const capital = /^\p{Lu}$/u;
const acronym = /^(?:\p{Lu}\.)+$/u;
/** "U.S" before its last full stop. */
const openAcronym = /^(?:\p{Lu}\.)+\p{Lu}$/u;
/** Titles, ranks and American states as agencies shorten them, which the tokenizer takes for words; at the end of a sentence they may be. */
const abbreviations = new Set(
  "rev supt insp atty maj cpl dept msgr fr cmdr adm brig pvt assn messrs ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn miss mont neb nev okla ore pa tenn va vt wash wis wyo".split(
    " ",
  ),
);
/** The ends of names of sites and files: "Booking.com", "terms.pdf". */
const domains = /^(?:com|org|net|gov|edu|mil|int|info|biz|io|tv|uk|eu|html?|pdf|docx?)$/u;
const domainStart = /^[\p{L}\p{N}-]+$/u;
const letters = /^[\p{L}\p{M}]+$/u;
const beyondAscii = /\P{ASCII}/u;
/** An article behind an opening single mark: "'A bit tough'", but not "'All". */
const markedArticle = /^(['’‘])(a)$/iu;
const apostrophe = /['’‘]/u;
const clitic = /^(\p{L}+)(['’](?:s|m|re|ve|ll|d))$/iu;

/** The tokens of one sentence, mended; offsets stay exact and in order, and the characters covered stay the same. */
export function repairTokens(tokens: readonly TokenPiece[]): TokenPiece[] {
  const mended: TokenPiece[] = [];
  for (const [index, token] of tokens.entries()) {
    const last = mended.at(-1);
    if (last && last.end === token.start && belongTogether(last.text, token, tokens[index + 1])) {
      mended[mended.length - 1] = {
        start: last.start,
        end: token.end,
        text: last.text + token.text,
        pos: last.text.length >= token.text.length ? last.pos : token.pos,
      };
      continue;
    }
    // Most tokens hold no apostrophe, and are done with.
    if (!apostrophe.test(token.text)) {
      mended.push(token);
      continue;
    }
    const [, word, ending] = clitic.exec(token.text) ?? [];
    if (word !== undefined && ending !== undefined) {
      const middle = token.start + word.length;
      mended.push({ start: token.start, end: middle, text: word, pos: token.pos === "AUX" ? "PRON" : token.pos });
      mended.push({ start: middle, end: token.end, text: ending, pos: /s$/iu.test(ending) ? "PART" : "AUX" });
    } else if (markedArticle.test(token.text)) {
      const middle = token.start + 1;
      mended.push({ start: token.start, end: middle, text: token.text.slice(0, 1), pos: "PUNCT" });
      mended.push({ start: middle, end: token.end, text: token.text.slice(1), pos: "DET" });
    } else mended.push(token);
  }
  return mended;
}

function belongTogether(left: string, { text: right, end }: TokenPiece, next: TokenPiece | undefined): boolean {
  // The mark that most often stands at a word, and belongs to none.
  if (right === ",") return false;
  if (right === "." && openAcronym.test(left)) return true;
  // "D-N|.|Y.": an acronym in pieces.
  if (right === "." && capital.test(left) && next?.start === end && acronym.test(next.text)) return true;
  if (acronym.test(left) && acronym.test(right)) return true;
  if (right === "." && next?.start === end && domains.test(next.text) && domainStart.test(left)) return true;
  if (domains.test(right) && left.length > 1 && left.endsWith(".") && domainStart.test(left.slice(0, -1))) return true;
  if (right === "." && next && abbreviations.has(left.toLowerCase()) && /^\p{Lu}/u.test(left)) return true;
  if (runs.some((run) => run.test(left) && run.test(right))) return true;
  if (!letters.test(left) || !letters.test(right)) return false;
  // "Dvo|ř|ák": cut at a letter that English lacks, never between two plain ones ("can|not").
  return beyondAscii.test(left.slice(-1)) || beyondAscii.test(right.slice(0, 1));
}
