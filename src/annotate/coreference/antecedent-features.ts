/**
 * What speaks for and against a pronoun and an earlier expression being the same: the factors of Lappin and Leass (1994), Hobbs (1978)
 * and the mention rankers after them, as yes/no features. Each is found by its name in data/models/antecedents.json.
 */
import { headOf, lowerOf, relationOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import type { Expression } from "./referring-expressions.ts";

const names = [
  "bias",
  "same sentence",
  "one sentence before",
  "two sentences before",
  "three or more sentences before",
  "other paragraph",
  "nearest candidate",
  "second candidate",
  "third candidate",
  "fourth candidate or further",
  "nearest subject",
  "same sentence, subject",
  "same sentence, object",
  "same sentence, oblique",
  "same sentence, possessor",
  "same sentence, modifier",
  "same sentence, other role",
  "earlier sentence, subject",
  "earlier sentence, object",
  "earlier sentence, oblique",
  "earlier sentence, possessor",
  "earlier sentence, modifier",
  "earlier sentence, other role",
  "subject for subject, one sentence before",
  "object for object",
  "both main subjects",
  "subject of the same predicate",
  "subject of the predicate's own governor",
  "possessive of its subject",
  "reflexive of its subject",
  "name",
  "pronoun of the same group",
  "definite noun",
  "indefinite noun",
  "bare noun",
  "possessed noun",
  "joined by and",
  "gender known to agree",
  "gender unknown",
  "person",
  "group",
  "place",
  "thing",
  "plural",
  "singular",
  "mentioned once",
  "mentioned twice",
  "mentioned three or four times",
  "mentioned five times or more",
  "topic of the article",
  "most mentioned so far",
  "both in one quotation",
  "pronoun quoted, candidate not",
  "candidate quoted, pronoun not",
  "inside another noun phrase",
  "same governor word",
  "nobody: bias",
  "nobody: expletive",
  "nobody: it is … that or to",
  "nobody: object",
  "nobody: subject",
  "nobody: first sentence",
  "nobody: quoted",
  "nobody: no subject candidate",
] as const;

export type AntecedentFeature = (typeof names)[number];

/** The names of all features; a feature's number is its place here. */
export const antecedentFeatures: readonly AntecedentFeature[] = names;

const numbers = new Map<AntecedentFeature, number>(names.map((name, index) => [name, index]));

function number(name: AntecedentFeature): number {
  return numbers.get(name) ?? -1;
}

/** A candidate with what the article has said of it so far. */
export interface Candidate {
  readonly expression: Expression;
  readonly referent: number;
  /** How many of its expressions stand before the pronoun. */
  readonly mentions: number;
  readonly isMostMentioned: boolean;
  /** First mentioned in the headline or the first sentence of the prose. */
  readonly isTopic: boolean;
  readonly genderAgrees: "known" | "unknown" | "not asked";
  /** 0 for the referent that is nearest among those that agree, 1 for the next … */
  readonly rank: number;
  readonly isNearestSubject: boolean;
  readonly isOtherParagraph: boolean;
  readonly quotation: "both" | "pronoun" | "candidate" | "neither";
}

const distances = [
  "same sentence",
  "one sentence before",
  "two sentences before",
  "three or more sentences before",
] as const satisfies readonly AntecedentFeature[];
const ranks = ["nearest candidate", "second candidate", "third candidate", "fourth candidate or further"] as const;
const counts = [
  "mentioned once",
  "mentioned once",
  "mentioned twice",
  "mentioned three or four times",
  "mentioned three or four times",
  "mentioned five times or more",
] as const;

/** The features of a pronoun and one candidate, appended to `found`. */
export function addPairFeatures(tree: SyntaxTree, pronoun: Expression, candidate: Candidate, found: number[]): void {
  const { expression } = candidate;
  const distance = pronoun.sentenceIndex - expression.sentenceIndex;
  const add = (name: AntecedentFeature): void => {
    found.push(number(name));
  };
  add("bias");
  add(distances[Math.min(distance, 3)] ?? "same sentence");
  if (candidate.isOtherParagraph) add("other paragraph");
  add(ranks[Math.min(candidate.rank, 3)] ?? "nearest candidate");
  if (candidate.isNearestSubject) add("nearest subject");
  addRole(pronoun, expression, distance, add);
  addClause(tree, pronoun, expression, distance, add);
  addForm(expression, add);
  if (candidate.genderAgrees === "known") add("gender known to agree");
  if (candidate.genderAgrees === "unknown") add("gender unknown");
  add(expression.kind);
  add(expression.isPlural ? "plural" : "singular");
  add(counts[Math.min(candidate.mentions, 5)] ?? "mentioned once");
  if (candidate.isTopic) add("topic of the article");
  if (candidate.isMostMentioned) add("most mentioned so far");
  if (candidate.quotation === "both") add("both in one quotation");
  if (candidate.quotation === "pronoun") add("pronoun quoted, candidate not");
  if (candidate.quotation === "candidate") add("candidate quoted, pronoun not");
}

type Add = (name: AntecedentFeature) => void;

function addRole(pronoun: Expression, { role }: Expression, distance: number, add: Add): void {
  const near = distance === 0;
  switch (role) {
    case "subject":
      add(near ? "same sentence, subject" : "earlier sentence, subject");
      break;
    case "object":
      add(near ? "same sentence, object" : "earlier sentence, object");
      break;
    case "oblique":
      add(near ? "same sentence, oblique" : "earlier sentence, oblique");
      break;
    case "possessor":
      add(near ? "same sentence, possessor" : "earlier sentence, possessor");
      break;
    case "modifier":
      add(near ? "same sentence, modifier" : "earlier sentence, modifier");
      break;
    default:
      add(near ? "same sentence, other role" : "earlier sentence, other role");
  }
  if (role === "modifier" || role === "possessor") add("inside another noun phrase");
  if (distance === 1 && role === "subject" && pronoun.role === "subject") add("subject for subject, one sentence before");
  if (role === "object" && pronoun.role === "object") add("object for object");
}

function addClause(tree: SyntaxTree, pronoun: Expression, expression: Expression, distance: number, add: Add): void {
  const { governor } = pronoun;
  if (expression.role === "subject" && pronoun.role === "subject" && isMain(tree, governor) && isMain(tree, expression.governor)) {
    add("both main subjects");
  }
  if (governor >= 0 && lowerOf(tree, governor) !== "" && distance > 0 && lowerOf(tree, governor) === lowerOf(tree, expression.governor)) {
    add("same governor word");
  }
  if (distance > 0 || expression.role !== "subject") return;
  if (expression.governor === governor) {
    add("subject of the same predicate");
    if (pronoun.isPossessive) add("possessive of its subject");
    if (pronoun.isReflexive) add("reflexive of its subject");
    return;
  }
  // "Ruiz said that she would …": the predicate that the pronoun's clause hangs on, or one further out.
  for (let at = headOf(tree, governor), steps = 0; at >= 0 && steps < 6; at = headOf(tree, at), steps += 1) {
    if (at !== expression.governor) continue;
    add("subject of the predicate's own governor");
    return;
  }
}

function isMain(tree: SyntaxTree, governor: number): boolean {
  return governor >= 0 && headOf(tree, governor) < 0;
}

function addForm(expression: Expression, add: Add): void {
  if (expression.form === "name") add("name");
  else if (expression.form === "pronoun") add("pronoun of the same group");
  else if (expression.joinedWith >= 0) add("joined by and");
  else if (expression.determiner === "definite" || expression.determiner === "demonstrative") add("definite noun");
  else if (expression.determiner === "indefinite") add("indefinite noun");
  else if (expression.determiner === "possessive") add("possessed noun");
  else add("bare noun");
}

/** The features of a pronoun that speak for its standing for none of the candidates, appended to `found`. */
export function addNobodyFeatures(
  tree: SyntaxTree,
  pronoun: Expression,
  around: { readonly isQuoted: boolean; readonly hasSubjectCandidate: boolean },
  found: number[],
): void {
  const add: Add = (name) => {
    found.push(number(name));
  };
  add("nobody: bias");
  const relation = relationOf(tree, pronoun.head);
  if (relation === "expl") add("nobody: expletive");
  if (pronoun.pronoun === "it" && opensClause(tree, pronoun)) add("nobody: it is … that or to");
  if (pronoun.role === "subject") add("nobody: subject");
  if (pronoun.role === "object") add("nobody: object");
  if (pronoun.sentenceIndex === 0) add("nobody: first sentence");
  if (around.isQuoted) add("nobody: quoted");
  if (!around.hasSubjectCandidate) add("nobody: no subject candidate");
}

/** "It is clear that …", "it took hours to …": a clause follows that the pronoun only announces. */
function opensClause(tree: SyntaxTree, pronoun: Expression): boolean {
  const { governor } = pronoun;
  if (governor < 0 || pronoun.role !== "subject") return false;
  for (let token = governor + 1; token < Math.min(governor + 8, tree.tokens.length); token += 1) {
    const relation = relationOf(tree, token);
    if ((relation === "csubj" || relation === "ccomp" || relation === "csubj:pass") && headOf(tree, token) === governor) return true;
    if (
      relation === "mark" &&
      ["that", "to", "whether", "if"].includes(lowerOf(tree, token)) &&
      headOf(tree, headOf(tree, token)) === governor
    ) {
      return true;
    }
  }
  return false;
}
