/**
 * Mends the trees of news. Most sentences have no word or relation that most mends wait for, so these are looked for first; and what mends
 * made of a sentence stands only where it is a tree.
 */
import { isTree } from "./draft-tree.ts";
import { type MendTree, mendSteps } from "./mend-steps.ts";

/** What mends trees whose relations have these names. */
export function makeMendTree(relationNames: readonly string[]): MendTree {
  /** For each word, the steps that wait for it. */
  const waiting = new Map<string, number[]>();
  mendSteps.forEach(({ words = [] }, step) => {
    for (const word of words) waiting.set(word, [...(waiting.get(word) ?? []), step]);
  });
  const compiled: readonly CompiledStep[] = mendSteps.map(({ mend, words, relations = [] }) => ({
    mend,
    waits: words !== undefined,
    relations: relations.map((names) => [names].flat().map((name) => relationNames.indexOf(name))),
  }));
  const hasWord = new Uint8Array(mendSteps.length);
  /** 1 for each relation that occurs in the tree. */
  const occurring = new Uint8Array(256);

  return (forms, draft) => {
    hasWord.fill(0);
    for (const form of forms) {
      const steps = waiting.get(form);
      if (steps !== undefined) for (const step of steps) hasWord[step] = 1;
    }
    markOccurring(occurring, draft.relations);
    const [heads, relations] = [draft.heads.slice(), draft.relations.slice()];
    for (let step = 0; step < compiled.length; step += 1) {
      const { mend, waits, relations: wanted } = compiled[step] as CompiledStep;
      if ((waits && hasWord[step] === 0) || !holdsAll(occurring, wanted)) continue;
      mend(forms, draft);
      // It may have brought relations in, or taken the last of one away.
      markOccurring(occurring, draft.relations);
    }
    // What two mends made of one sentence is no tree now and then; then the parser's own stands.
    if (isTree(draft.heads)) return;
    draft.heads.set(heads);
    draft.relations.set(relations);
  };
}

interface CompiledStep {
  readonly mend: MendTree;
  readonly waits: boolean;
  /** Of each list one relation must occur; a relation that the model lacks is -1. */
  readonly relations: readonly (readonly number[])[];
}

function markOccurring(occurring: Uint8Array, relations: Uint8Array): void {
  occurring.fill(0);
  for (let word = 0; word < relations.length; word += 1) occurring[relations[word] as number] = 1;
}

/** True when of each list one relation occurs. */
function holdsAll(occurring: Uint8Array, wanted: readonly (readonly number[])[]): boolean {
  for (let list = 0; list < wanted.length; list += 1) {
    const any = wanted[list] as readonly number[];
    let at = 0;
    while (at < any.length && occurring[any[at] as number] !== 1) at += 1;
    if (at === any.length) return false;
  }
  return true;
}
