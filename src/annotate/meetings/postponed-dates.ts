/** When a meeting that is put off is to be held instead: "postponed until Monday", "put off to 3 December". */
import type { Sentence } from "../../domain/document.ts";
import type { DateExpression } from "../../domain/meeting.ts";
import { hasNegation } from "../syntax/verb-groups.ts";
import { findDates } from "./find-dates.ts";
import { tokenFrom } from "./meeting-date.ts";
import type { PartyContext } from "./party-context.ts";

/** How many tokens stand between the verb and the new date at most: "postponed their talks in Oslo from Monday to Friday". */
const reach = 14;
/** How many tokens a date has at most, as far as it matters. */
const longestDate = 6;

const putting =
  /^(?:postpon|defer|delay|reschedul|adjourn)(?:e|es|ed|ing|red|rred|rring|s|led|uled|uling)?$|^(?:put|puts|putting|pushed|pushes|held)$/u;
const particles = /^(?:off|back|over)$/u;

/** The day that the words name for a meeting which the sentence puts off, nearest behind the verb that does so; null where they name none. */
export function postponedTo({ tree }: PartyContext, sentence: Sentence, publishedAt: string | null): DateExpression | null {
  const { tokens } = tree;
  for (let verb = sentence.firstToken; verb < sentence.endToken; verb += 1) {
    const word = tokens[verb]?.lower ?? "";
    if (!putting.test(word) || hasNegation(tree, verb)) continue;
    if (/^(?:put|push|held)/u.test(word) && !tokens.slice(verb + 1, verb + reach).some(({ lower }) => particles.test(lower))) continue;
    const end = Math.min(sentence.endToken, verb + reach);
    for (const date of findDates(tokens, verb, Math.min(sentence.endToken, end + longestDate), { publishedAt, future: true })) {
      const first = tokenFrom(tokens, sentence, date.start);
      const before = tokens[first - 1]?.lower ?? "";
      const mark = before === "the" ? (tokens[first - 2]?.lower ?? "") : before;
      if (first < end && /^(?:to|until|till|for)$/u.test(mark)) return date;
    }
  }
  return null;
}
