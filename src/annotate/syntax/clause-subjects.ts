/** Who does it: the subjects of a verb, also where the tree hangs them elsewhere: control, relatives, participles, joined verbs. */
import { conjunctsOf } from "./noun-phrases.ts";
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, relationOf, type SyntaxTree, tagOf } from "./syntax-tree.ts";

/** Verbs whose object is the subject of what follows ("asked Biden to meet"), unlike "promised Biden to meet". */
const subjectControl = new Set(
  "promise promised promises promising threaten threatened threatens threatening vow vowed vows vowing".split(" "),
);
const relativePronouns = new Set(["who", "which", "that", "whom", "whose"]);

/**
 * The heads of the phrases that are the verb's subject, as written (a passive's is who undergoes it), first to last; empty where
 * the sentence names none. "Boehler and Witkoff flew to Doha to meet Hamas" gives both for "flew" and for "meet".
 */
export function subjectsOf(tree: SyntaxTree, verb: number): number[] {
  const subject = subjectOf(tree, verb, 0);
  if (subject < 0) return [];
  // Only what is joined to the subject from it on: "the leaders of A and B" is one subject.
  return conjunctsOf(tree, subject).filter((token) => token >= subject);
}

function subjectOf(tree: SyntaxTree, verb: number, depth: number): number {
  if (verb < 0 || depth > 24) return -1;
  const own = ownSubject(tree, verb);
  const relation = relationOf(tree, verb);
  const head = headOf(tree, verb);
  if (own >= 0) {
    const isRelative = relation === "acl:relcl" || (baseRelation(tree, verb) === "conj" && relationOf(tree, head) === "acl:relcl");
    // "the envoy who met Hamas": the pronoun stands for the noun.
    if (isRelative && relativePronouns.has(lowerOf(tree, own))) return bearerOf(tree, relation === "acl:relcl" ? head : headOf(tree, head));
    return own;
  }
  switch (baseRelation(tree, verb)) {
    case "conj": {
      const stray = strayedSubject(tree, head, verb);
      return stray >= 0 ? stray : subjectOf(tree, head, depth + 1);
    }
    case "xcomp": {
      // "asked Biden to meet", "saw them meet": the object does it; "promised Biden to meet": the subject does.
      const object = childBy(tree, head, "obj", "iobj");
      // "spent Monday visiting troops": the day does nothing.
      const isSpell = /^spen[dt]/u.test(lowerOf(tree, head));
      if (object >= 0 && object < verb && !isSpell && !subjectControl.has(lowerOf(tree, head))) return object;
      return addressedOrSubject(tree, head, verb, depth);
    }
    case "advcl":
    case "parataxis":
      // "…, saying", "to meet Hamas": a clause without a subject borrows that of its governor.
      return isSubjectless(tree, verb) ? addressedOrSubject(tree, head, verb, depth) : -1;
    case "ccomp":
      return pennTagOf(tree, verb) === "VBG" || childBy(tree, verb, "mark") >= 0 ? passiveOrSubject(tree, head, depth) : -1;
    case "acl":
      // "officials meeting in Doha" → officials; "plans to meet" → whose plans they are.
      // "became the first premier to meet B".
      if (relationOf(tree, head) === "xcomp" && /^bec[ao]m/u.test(lowerOf(tree, headOf(tree, head))))
        return subjectOf(tree, headOf(tree, head), depth + 1);
      if (pennTagOf(tree, verb) === "VB") return ownerOf(tree, head, depth);
      // "a video shows Ann speaking [acl of shows] with Bob".
      if (tagOf(tree, head) === "VERB") return childBy(tree, head, "obj");
      // "Mr. Aziz is in Belgium, holding talks": what the place is said of does it.
      return childBy(tree, head, "cop") >= 0 && childBy(tree, head, "case") >= 0 ? childBy(tree, head, "nsubj") : head;
    default:
      if (pennTagOf(tree, verb) === "VBG" && ["obl", "nmod", "obj"].includes(baseRelation(tree, verb)))
        return passiveOrSubject(tree, head, depth);
      return -1;
  }
}

/** "Ann Lee, the minister [appos], who met B": the name that the noun is set beside; the noun itself where there is none. */
function bearerOf(tree: SyntaxTree, noun: number): number {
  const name = baseRelation(tree, noun) === "appos" && tagOf(tree, noun) === "NOUN" ? headOf(tree, noun) : -1;
  return name >= 0 && name < noun && tagOf(tree, name) === "PROPN" ? name : noun;
}

/**
 * "opposes the fee, and its lobbyist had lunch with B": the subject of a second clause that the parser joined to the first one's object.
 * No "and" stands before the verb itself, nor further on before a verb of the same list ("came, saw and left"). Else -1.
 */
function strayedSubject(tree: SyntaxTree, first: number, verb: number): number {
  if (tagOf(tree, verb) !== "VERB" || tagOf(tree, first) !== "VERB" || childBy(tree, verb, "cc", "mark") >= 0) return -1;
  if (!["VBD", "VBZ", "VBP"].includes(pennTagOf(tree, verb)) && childBy(tree, verb, "aux") < 0) return -1;
  if (childrenBy(tree, first, "conj").some((other) => other > verb && childBy(tree, other, "cc") >= 0)) return -1;
  for (const object of childrenBy(tree, first, "obj", "obl")) {
    const joined = conjunctsOf(tree, object).at(-1) ?? object;
    if (object < first || joined === object || joined > verb || childBy(tree, joined, "cc") < 0) continue;
    if (reachesUpTo(tree, joined, verb)) return joined;
  }
  return -1;
}

/** True when nothing but a comma, adverbs and auxiliaries stand between the phrase and the verb. */
function reachesUpTo(tree: SyntaxTree, phrase: number, verb: number): boolean {
  for (let at = verb - 1; at > phrase; at -= 1) {
    if (headOf(tree, at) === verb && ["AUX", "ADV", "PUNCT"].includes(tagOf(tree, at))) continue;
    let above = at;
    for (let steps = 0; above > phrase && steps < 8; steps += 1) above = headOf(tree, above);
    return above === phrase;
  }
  return phrase === verb - 1;
}

/** "In Peru, the last stop, he is to meet": of several that the parser took for the subject, the last before the verb, unless joined. */
function ownSubject(tree: SyntaxTree, verb: number): number {
  const first = childBy(tree, verb, "nsubj", "csubj");
  // "Sudan said it was ready to negotiate": who is ready is somebody.
  if (first < 0 && personalAdjectives.has(lowerOf(tree, verb))) return childBy(tree, verb, "expl");
  if (first < 0 || !childrenBy(tree, verb, "nsubj:outer").includes(first)) return first;
  const last = childrenBy(tree, verb, "nsubj").findLast((child) => child < verb) ?? first;
  return tagOf(tree, last) === "PRON" ? last : first;
}

const personalAdjectives = new Set("ready willing unwilling prepared able unable eager keen reluctant due set open".split(" "));

/** Verbs that name behind "on" or "to" who shall do it: "called on India to resume talks". */
const addressing = /^(?:call|appeal|plead|prevail|count|rel)(?:s|ed|ing|y|ies|ied)?$/u;

/** Verbs whose object does what their infinitive says: "allow the rebels to resume talks". */
const causing =
  /^(?:allow|enabl|forc|ask|urg|tell|told|order|invit|persuad|push|press|pressur|encourag|permit|requir|expect|help|want|caus|let|got|bring|sen[dt]|d[ei]spatch|deploy|assign|appoint|delegat|authori[sz]|instruct|direct|empower|prompt|driv|drov|lead|led|compel|compell|oblig|spurr?|convinc|nudg|induc|mov)(?:e|s|es|ed|en|ing|ted|ting)?$/u;

/** The one addressed between such a verb and its infinitive, or -1. */
function addressee(tree: SyntaxTree, governor: number, verb: number): number {
  if (causing.test(lowerOf(tree, governor)) && pennTagOf(tree, verb) === "VB") {
    const object = childBy(tree, governor, "obj", "iobj");
    if (object > governor && object < verb) return object;
  }
  if (!addressing.test(lowerOf(tree, governor)) || pennTagOf(tree, verb) !== "VB") return -1;
  const found = childrenBy(tree, governor, "obl").find(
    (child) => child > governor && child < verb && ["on", "upon", "to"].includes(lowerOf(tree, childBy(tree, child, "case"))),
  );
  return found ?? -1;
}

/** Verbs that say of their object what it did: "accused B of having met C". */
const accusing = /^(?:accus(?:e|es|ed|ing)|suspect(?:s|ed|ing)?|convict(?:s|ed|ing)?)$/u;

/** Who is accused of it or called on to do it, else the governor's subject. */
function addressedOrSubject(tree: SyntaxTree, governor: number, verb: number, depth: number): number {
  const accused =
    accusing.test(lowerOf(tree, governor)) && lowerOf(tree, childBy(tree, verb, "mark")) === "of"
      ? childBy(tree, governor, "obj", "nsubj:pass")
      : -1;
  if (accused >= 0) return accused;
  const addressed = addressee(tree, governor, verb);
  return addressed >= 0 ? addressed : passiveOrSubject(tree, governor, depth);
}

function passiveOrSubject(tree: SyntaxTree, governor: number, depth: number): number {
  return subjectOf(tree, governor, depth + 1);
}

function isSubjectless(tree: SyntaxTree, verb: number): boolean {
  const tag = pennTagOf(tree, verb);
  return tag === "VBG" || tag === "VBN" || (tag === "VB" && lowerOf(tree, childBy(tree, verb, "mark")) === "to");
}

/** "Israel's plans to meet", "plans by Israel to meet" → Israel; "Israel has plans to meet" → the subject of "has". */
function ownerOf(tree: SyntaxTree, noun: number, depth: number): number {
  const possessor = childBy(tree, noun, "nmod:poss");
  if (possessor >= 0) return possessor;
  const by = childrenBy(tree, noun, "nmod").find((child) => ["by", "of", "from"].includes(lowerOf(tree, childBy(tree, child, "case"))));
  if (by !== undefined) return by;
  const relation = baseRelation(tree, noun);
  // "President Bush plans to meet", with the verb read as a noun.
  if (relation === "root") return childrenBy(tree, noun, "compound", "nsubj").findLast((child) => tagOf(tree, child) === "PROPN") ?? -1;
  if (relation === "obj" || relation === "obl" || relation === "nsubj") return subjectOf(tree, headOf(tree, noun), depth + 1);
  // "is in Chile on a visit [nmod of Chile] to meet B".
  const place = headOf(tree, noun);
  if (relation === "nmod" && childBy(tree, place, "cop") >= 0) return childBy(tree, place, "nsubj");
  return -1;
}

/** The agent of a passive ("was met by Biden") with what is joined to it; empty where none is named. */
export function agentsOf(tree: SyntaxTree, verb: number): number[] {
  const agent = childBy(tree, verb, "obl:agent");
  if (agent >= 0) return conjunctsOf(tree, agent);
  const passive = childBy(tree, verb, "aux:pass", "nsubj:pass") >= 0;
  const by = passive ? childrenBy(tree, verb, "obl").find((child) => lowerOf(tree, childBy(tree, child, "case")) === "by") : undefined;
  return by === undefined || tagOf(tree, by) === "NUM" ? [] : conjunctsOf(tree, by);
}

/** The heads of the verb's objects with what is joined to them; in a relative clause the noun it describes, where that is the object. */
export function objectsOf(tree: SyntaxTree, verb: number): number[] {
  const objects = childrenBy(tree, verb, "obj", "iobj").map((object) => {
    const isRelative = relationOf(tree, verb) === "acl:relcl" && relativePronouns.has(lowerOf(tree, object)) && object < verb;
    return isRelative ? headOf(tree, verb) : object;
  });
  return objects.flatMap((object) => conjunctsOf(tree, object).filter((token) => token >= object)).sort((a, b) => a - b);
}
