/** What somebody does at a body tells what she is there: "Ann Lee, who heads the Harvik Fund, said", "Ann Lee has led the Harvik Party since May". */
import type { Token } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";
import type { FoundRole } from "./find-roles.ts";

/** In the present; what somebody led may be over. */
const titles: ReadonlyMap<string, string> = new Map([
  ["heads", "head"],
  ["leads", "leader"],
  ["chairs", "chair"],
  ["runs", "head"],
]);
/** Behind "has". */
const perfect: ReadonlyMap<string, string> = new Map([
  ["headed", "head"],
  ["led", "leader"],
  ["chaired", "chair"],
  ["run", "head"],
]);
const passed = new Set(["also", "currently", "now", "still", "jointly"]);

/** The role of the one who does it, or null. The body is an organisation that is named right behind the verb. */
export function roleByVerb(
  tokens: readonly Token[],
  { names, nameAt }: { readonly names: readonly NameMention[]; readonly nameAt: Int32Array },
  { endToken }: NameMention,
  ceiling: number,
): FoundRole | null {
  const at = (index: number): string => (index < ceiling ? (tokens[index]?.lower ?? "") : "");
  let verb = at(endToken) === "," && at(endToken + 1) === "who" ? endToken + 2 : endToken;
  while (passed.has(at(verb))) verb += 1;
  const title = at(verb) === "has" ? perfect.get(at(verb + 1)) : titles.get(at(verb));
  if (title === undefined) return null;
  const behind = at(verb) === "has" ? verb + 2 : verb + 1;
  const body = nameAt[at(behind) === "the" ? behind + 1 : behind] ?? -1;
  const name = names[body];
  if (name?.type !== "ORGANIZATION" || name.firstToken < behind) return null;
  // "leads Harvik by two points", "leads the Harvik delegation": it is no office at Harvik.
  if (/^(?:by|in|to|at|on|['’]s?)$/u.test(at(name.endToken)) || /^\p{Ll}/u.test(nounBehind(tokens, name.endToken, ceiling))) return null;
  return { title, bodyNameIndex: body, country: null, former: false };
}

/** A noun that the name only stands before: "the Harvik delegation". */
function nounBehind(tokens: readonly Token[], index: number, ceiling: number): string {
  const token = tokens[index];
  return token && index < ceiling && token.pos === "NOUN" ? token.text : "";
}
