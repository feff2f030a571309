/** The contract of a stage: a pure function that says which layers it reads and which it adds. */
import type { Document, LayerName, Layers } from "../domain/document.ts";

export interface Stage<Needs extends LayerName, Adds extends LayerName> {
  readonly name: string;
  readonly needs: readonly Needs[];
  readonly adds: readonly Adds[];
  /** Sees the layers in `needs`, returns exactly the layers in `adds`; no clock, network, file or unseeded random number. */
  readonly run: (doc: Document<Needs>) => Pick<Layers, Adds>;
}

/** Names a stage and holds it to its contract. */
export function defineStage<Needs extends LayerName, Adds extends LayerName>(stage: Stage<Needs, Adds>): Stage<Needs, Adds> {
  return stage;
}

/** A chain of stages. `add` compiles only when the layers that the next stage needs are there. */
export interface Pipeline<Start extends LayerName, Has extends LayerName> {
  readonly stages: readonly string[];
  add<Needs extends Has, Adds extends LayerName>(stage: Stage<Needs, Adds>): Pipeline<Start, Has | Adds>;
  run(doc: Document<Start>): Document<Has>;
}

/** Runs a stage and gives back what it returned: the place to measure stages from outside, since they know no clock. */
export type AroundStage = <Result>(stage: string, run: () => Result) => Result;

const runPlainly: AroundStage = (_stage, run) => run();

/** An empty pipeline that takes documents with the layers `L`. Every stage added runs inside `around`. */
export function pipeline<L extends LayerName>(around: AroundStage = runPlainly): Pipeline<L, L> {
  return chain<L, L>([], (doc) => doc, around);
}

function chain<Start extends LayerName, Has extends LayerName>(
  stages: readonly string[],
  run: (doc: Document<Start>) => Document<Has>,
  around: AroundStage,
): Pipeline<Start, Has> {
  return {
    stages,
    run,
    add<Needs extends Has, Adds extends LayerName>(stage: Stage<Needs, Adds>) {
      const runAll = (doc: Document<Start>): Document<Has | Adds> => {
        const before = run(doc);
        // A document with all layers of `Has` also has those of `Needs`; TypeScript cannot see through the two generics.
        const added = around(stage.name, () => stage.run(before as unknown as Document<Needs>));
        return { ...before, ...added } as Document<Has | Adds>;
      };
      return chain<Start, Has | Adds>([...stages, stage.name], runAll, around);
    },
  };
}
