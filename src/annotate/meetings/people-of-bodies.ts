/** People whom the words name by the body they belong to: "Treasury officials", "Department of Health Secretary Ann Lee". */
import type { Mention } from "../../domain/mention.ts";
import { headOf, relationOf, tagOf } from "../syntax/syntax-tree.ts";
import { canAct, type Party, type PartyContext, widestAt } from "./party-context.ts";
import { isPlural, partyKind } from "./party-nouns.ts";

/** "Department of Health Secretary Ann Lee", "National Army (NA) leader Tom Ray": whose name stands behind a body and a title; else null. */
export function holderBehind(context: PartyContext, mention: Mention): Mention | null {
  const { tree, lexicon } = context;
  if (mention.type === "PERSON" || mention.form !== "name") return null;
  let at = mention.endToken;
  if (tree.tokens[at]?.text === "(" && tree.tokens[at + 2]?.text === ")") at += 3;
  const first = at;
  const isTitle = (token: number): boolean =>
    ["NOUN", "PROPN", "ADJ"].includes(tagOf(tree, token)) && widestAt(context, token)?.type !== "PERSON";
  while (at < first + 3 && isTitle(at)) at += 1;
  const title = tree.tokens[at - 1]?.lower ?? "";
  if (at === first || partyKind(lexicon, title) !== "person" || isPlural(title)) return null;
  const name = widestAt(context, at);
  return name?.type === "PERSON" && name.form === "name" && name.firstToken === at ? name : null;
}

/** "met Ogamba and Treasury [conj] officials [hung elsewhere]": people of the body right in front of them. */
export function delegationBehind(context: PartyContext, mention: Mention): Party | null {
  const { tree, lexicon } = context;
  const people = mention.endToken;
  const token = tree.tokens[people];
  // "Nakuru MCAs": read as one name with the place they sit for.
  const isMembers = token !== undefined && members.test(token.text) && mention.type === "PLACE";
  if (!token || mention.type === "PERSON" || !(isMembers || tagOf(tree, people) === "NOUN") || !isPlural(token.lower)) return null;
  const isOwn = headOf(tree, people) >= mention.firstToken && headOf(tree, people) < people;
  if (partyKind(lexicon, token.lower) !== "person" || (isOwn && !isMembers)) return null;
  if (relationOf(tree, people).startsWith("nsubj") || !(isMembers || canAct(context, mention.entityIndex))) return null;
  return {
    start: mention.start,
    end: token.end,
    entityIndex: canAct(context, mention.entityIndex) && !isMembers ? mention.entityIndex : null,
    named: false,
    kind: "person",
    head: people,
    plural: true,
  };
}

/** Members of a parliament or an assembly, as news calls them. */
const members = /^(?:MPs|MCAs|MLAs|MEPs|MSPs|MNAs|TDs)$/u;
