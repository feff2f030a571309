/** `Ricardo "Ricky" Delgado`: a nickname in quotation marks inside a name, whose halves a tagger takes for two people. */
import type { Token } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";

const openers = /^["“‘'«„]$/u;
const closers = /^["”’'»“]$/u;
const capital = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
/** "The Rock", "El Chapo"; given names before it, a surname with a particle behind it. */
const longest = 3;
const particles = new Set("al bin bint da de del della der di do dos du el la le van von".split(" "));
/** Capitalised words behind closing marks that are no surname: `called Lee "Magic" Monday`. */
const calendar =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$/u;

/** The names, sorted and disjoint as they were, with those around a nickname joined to one person. */
export function joinNicknames(tokens: readonly Token[], names: readonly NameMention[]): NameMention[] {
  const joined: NameMention[] = [];
  for (const name of names) {
    const previous = joined.at(-1);
    if (previous && name.firstToken < previous.endToken) continue;
    const whole = name.type === "PERSON" || name.endToken - name.firstToken === 1 ? aroundNickname(tokens, name) : null;
    if (!whole) {
      joined.push(name);
      continue;
    }
    const { firstToken, endToken } = whole;
    while ((joined.at(-1)?.endToken ?? 0) > firstToken) joined.pop();
    const [start, end] = [tokens[firstToken]?.start ?? name.start, tokens[endToken - 1]?.end ?? name.end];
    joined.push({ ...name, start, end, firstToken, endToken, type: "PERSON", decidedBy: "nickname" });
  }
  return joined;
}

/** The tokens of the whole name when `name` is or holds what stands before a nickname, or null. */
function aroundNickname(tokens: readonly Token[], name: NameMention): Pick<NameMention, "firstToken" | "endToken"> | null {
  let open = name.firstToken + 1;
  while (open <= name.endToken && !openers.test(tokens[open]?.text ?? "")) open += 1;
  if (open > name.endToken || !capital.test(tokens[open - 1]?.text ?? "") || tokens[open - 1]?.end === tokens[open]?.start) return null;
  let close = open + 1;
  while (close <= open + longest && capital.test(tokens[close]?.text ?? "")) close += 1;
  if (close === open + 1 || !closers.test(tokens[close]?.text ?? "") || tokens[close]?.end === tokens[close + 1]?.start) return null;
  let end = close + 1;
  while (end <= close + longest && particles.has(tokens[end]?.lower ?? "")) end += 1;
  if (!capital.test(tokens[end]?.text ?? "") || calendar.test(tokens[end]?.lower ?? "")) return null;
  return { firstToken: name.firstToken, endToken: Math.max(end + 1, name.endToken) };
}
