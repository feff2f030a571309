/** Who was there besides: "A, accompanied by B, met C", "A met C, flanked by B", "A, along with B, met C", "in the presence of B". */
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, tagOf } from "../syntax/syntax-tree.ts";
import { outermostNoun } from "./outermost-noun.ts";
import { isPress, type Party, type PartyContext } from "./party-context.ts";
import { agentParties, partiesBehind, partiesOf } from "./phrase-sides.ts";
import { withWord } from "./prepositions.ts";

/** What company does; a participle, or passive in a relative clause. */
const accompanying = /^(?:accompanied|flanked|joined)$/u;

/** The people by name whom the sentence sets beside the sides of the contact at `cue`, in the role of the side they are with. */
export function companionsOf(context: PartyContext, cue: number, sides: readonly Party[]): Party[] {
  const found: Party[] = [];
  const add = (parties: readonly Party[], beside: Party | undefined): void => {
    for (const party of parties) {
      const isKnown = [...sides, ...found].some(
        (other) =>
          (other.start < party.end && party.start < other.end) || (other.entityIndex !== null && other.entityIndex === party.entityIndex),
      );
      if (party.kind !== "person" || !(party.named || isSpouse(context, party)) || isKnown || isPress(context, party)) continue;
      found.push(beside?.role ? { ...party, role: beside.role } : party);
    }
  };
  for (const side of sides)
    for (const node of nodesOf(context, side)) add([...accompanied(context, node), ...alongside(context, node)], side);
  const clause = clauseOf(context, cue);
  const host = sides.find(({ role }) => role === "host");
  for (const node of new Set([cue, clause])) {
    const [first] = sides;
    add(accompanied(context, node), first);
    add(alongside(context, node), first);
    add([...whoseOwn(context, node, "in", "presence"), ...attending(context, node)], undefined);
    add(whoseOwn(context, node, "at", "invitation"), host);
  }
  add(dealtWithThere(context, cue, sides), host);
  return found;
}

/** "his wife": as good as a name. */
function isSpouse({ tree }: PartyContext, { head }: Party): boolean {
  return /^(?:wife|husband)$/u.test(lowerOf(tree, head)) && childBy(tree, head, "nmod:poss") >= 0;
}

/** How far behind a word for a visit the clause begins that tells what the guest did there. */
const clauseReach = 14;

/** "visited Chad, where she signed a treaty with B", "a visit by A, who urged B to resign": with whom the guest deals there. */
function dealtWithThere(context: PartyContext, cue: number, sides: readonly Party[]): Party[] {
  const { tree } = context;
  if (!/^(?:visit(?:s|ed|ing)?|trips?)$/u.test(lowerOf(tree, cue))) return [];
  for (let at = cue + 1; at < cue + clauseReach; at += 1) {
    const word = lowerOf(tree, at);
    if (/^[.;]$/u.test(word)) return [];
    if ((word !== "where" && word !== "who") || tree.tokens[at - 1]?.text !== ",") continue;
    const verb = headOf(tree, at);
    if (verb <= at || pennTagOf(tree, verb) !== "VBD" || childBy(tree, verb, "aux", "aux:pass") >= 0) return [];
    const comma = tree.tokens[at - 2]?.end ?? -1;
    const isGuest =
      word === "where"
        ? /^(?:he|she|they)$/u.test(lowerOf(tree, at + 1))
        : sides.some(({ role, end }) => role === "visitor" && end === comma);
    if (!isGuest) return [];
    const objects = childrenBy(tree, verb, "obj");
    if (dealing.test(lowerOf(tree, verb))) return [verb, ...objects].flatMap((node) => partiesBehind(context, node, withWord));
    return pressing.test(lowerOf(tree, verb)) ? partiesOf(context, objects) : [];
  }
  return [];
}

const dealing = /^(?:signed|agreed|concluded|discussed|reviewed|dined|opened|inaugurated)$/u;
const pressing = /^(?:urged|pressed|asked|told|assured|thanked|warned|congratulated|briefed|presented|handed|invited)$/u;

/** The verb that the contact hangs on: the cue itself or the verb whose object or subject a noun of meeting is. */
function clauseOf({ tree }: PartyContext, cue: number): number {
  if (tagOf(tree, cue) === "VERB") return cue;
  const outer = outermostNoun(tree, cue);
  return ["obj", "nsubj"].includes(baseRelation(tree, outer)) ? headOf(tree, outer) : cue;
}

/** The head of a side, and the noun that its name stands beside ("the minister, Ann Lee, accompanied by B"). */
function nodesOf({ tree }: PartyContext, { head }: Party): number[] {
  const above = ["appos", "flat"].includes(baseRelation(tree, head)) ? headOf(tree, head) : -1;
  const beside = childrenBy(tree, head, "appos");
  return above >= 0 ? [head, above, ...beside] : [head, ...beside];
}

function accompanied(context: PartyContext, node: number): Party[] {
  const { tree } = context;
  return childrenBy(tree, node, "acl", "advcl", "xcomp").flatMap((clause) => {
    const isCompany = accompanying.test(lowerOf(tree, clause)) && pennTagOf(tree, clause) === "VBN" && childBy(tree, clause, "obj") < 0;
    return isCompany ? agentParties(context, clause) : [];
  });
}

/** "along with B", "together with B", "alongside B". */
function alongside(context: PartyContext, node: number): Party[] {
  const { tree } = context;
  const phrases = [node, ...childrenBy(tree, node, "advmod").filter((child) => lowerOf(tree, child) === "together")].flatMap((at) =>
    childrenBy(tree, at, "obl", "nmod"),
  );
  return phrases.flatMap((phrase) => {
    const isBeside = childrenBy(tree, phrase, "case").some((mark) => {
      const word = lowerOf(tree, mark);
      return mark < phrase && (word === "alongside" || (word === "with" && /^(?:along|together)$/u.test(lowerOf(tree, mark - 1))));
    });
    return isBeside ? partiesOf(context, [phrase]) : [];
  });
}

/** "in the presence of B", "at B's invitation": whose presence or invitation it is. */
function whoseOwn(context: PartyContext, node: number, preposition: string, noun: string): Party[] {
  const { tree } = context;
  return childrenBy(tree, node, "obl", "nmod").flatMap((phrase) => {
    if (lowerOf(tree, phrase) !== noun || lowerOf(tree, childBy(tree, phrase, "case")) !== preposition) return [];
    const of = childrenBy(tree, phrase, "nmod").filter((child) => lowerOf(tree, childBy(tree, child, "case")) === "of");
    return partiesOf(context, [...of, ...childrenBy(tree, phrase, "nmod:poss")]);
  });
}

/** "with B also present", "The meeting between A and C was also attended by B". */
function attending(context: PartyContext, node: number): Party[] {
  const { tree } = context;
  if (lowerOf(tree, node) === "attended" && childBy(tree, node, "aux:pass") >= 0) return agentParties(context, node);
  return childrenBy(tree, node, "advcl")
    .filter((clause) => clause > node && /^(?:present|attending|participating)$/u.test(lowerOf(tree, clause)))
    .flatMap((clause) =>
      childrenBy(tree, clause, "nsubj").filter((child) => lowerOf(tree, childBy(tree, child, "case", "mark")) === "with"),
    )
    .flatMap((person) => partiesOf(context, [person]));
}
