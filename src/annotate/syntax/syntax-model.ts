/** The learnt network with its vocabulary and names, and its form as a file (data/models/syntax.bin; its card stands beside it). */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { UserError } from "../../domain/errors.ts";
import { decodeWeights, encodeWeights, quantize8, quantize16 } from "../../learn/weights-file.ts";
import { affixRows, affixSize, affixTables, layOut, parameterNames, vectorSize, wordSize } from "./network-shape.ts";
import type { SyntaxNetwork } from "./parse-words.ts";

export interface SyntaxModel {
  readonly network: SyntaxNetwork;
  /** Tag classes, "UPOS XPOS". */
  readonly tagClasses: readonly string[];
  readonly relations: readonly string[];
}

interface Header {
  readonly tagClasses: readonly string[];
  readonly relations: readonly string[];
  /** How many networks vote. */
  readonly members: number;
  readonly steps: Readonly<Record<string, number>>;
}

export function encodeSyntaxModel(model: SyntaxModel): Uint8Array {
  const { network } = model;
  const { members, vocabulary, vectors } = network;
  const { parameters } = layOut(network.shape);
  const steps: Record<string, number> = { vectors: vectors.step };
  const blocks = new Map<string, Uint8Array>();
  blocks.set("vectorWords", Buffer.from([...vocabulary.vectorRows.keys()].join("\n")));
  blocks.set("words", Buffer.from([...vocabulary.wordRows.keys()].join("\n")));
  blocks.set("vectors", new Uint8Array(vectors.values.buffer, vectors.values.byteOffset, vectors.values.length));
  members.forEach((weights, member) => {
    for (const name of ["words", "affixes"] as const) {
      const { bytes, step } = quantize8(weights[name], largest(weights[name]));
      steps[`${name}Table${member}`] = step;
      blocks.set(`${name}Table${member}`, new Uint8Array(bytes.buffer));
    }
    for (const name of parameterNames) {
      const { at, rows, columns } = parameters[name];
      const { words, step } = quantize16(weights.dense.subarray(at, at + rows * columns));
      steps[`${name}${member}`] = step;
      blocks.set(`${name}${member}`, new Uint8Array(words.buffer));
    }
  });
  const header: Header = { tagClasses: model.tagClasses, relations: model.relations, members: members.length, steps };
  return encodeWeights({ header, blocks });
}

/** Reads a model from its bytes. Throws a `UserError` when they are no such model. */
export function decodeSyntaxModel(bytes: Uint8Array, source: string): SyntaxModel {
  const { header, blocks } = decodeWeights(bytes, source);
  if (!isHeader(header)) throw wrongModel(source);
  const block = (name: string, length?: number): Uint8Array => {
    const found = blocks.get(name);
    if (!found || (length !== undefined && found.length !== length)) throw wrongModel(source);
    return found;
  };
  const step = (name: string): number => header.steps[name] ?? 0;
  const lines = (name: string): string[] => Buffer.from(block(name)).toString("utf8").split("\n");
  const shape = { tagCount: header.tagClasses.length, relationCount: header.relations.length };
  const { parameters, total } = layOut(shape);
  const denseOf = (member: number): Float32Array => {
    const dense = new Float32Array(total);
    for (const name of parameterNames) {
      const { at, rows, columns } = parameters[name];
      const scale = step(`${name}${member}`);
      const words = new Int16Array(block(`${name}${member}`, rows * columns * 2).buffer);
      for (let index = 0; index < words.length; index += 1) dense[at + index] = (words[index] as number) * scale;
    }
    return dense;
  };
  const vectorWords = lines("vectorWords");
  const words = lines("words");
  const table = (name: string, length: number): Float32Array => {
    const scale = step(name);
    const bytes = new Int8Array(block(name, length).buffer);
    const values = new Float32Array(length);
    for (let index = 0; index < length; index += 1) values[index] = (bytes[index] as number) * scale;
    return values;
  };
  return {
    tagClasses: header.tagClasses,
    relations: header.relations,
    network: {
      shape,
      members: Array.from({ length: header.members }, (_, member) => ({
        dense: denseOf(member),
        words: table(`wordsTable${member}`, (words.length + 1) * wordSize),
        affixes: table(`affixesTable${member}`, affixTables * affixRows * affixSize),
      })),
      vocabulary: {
        vectorRows: new Map(vectorWords.map((word, index) => [word, index])),
        wordRows: new Map(words.map((word, index) => [word, index + 1])),
      },
      vectors: { values: new Int8Array(block("vectors", vectorWords.length * vectorSize).buffer), step: step("vectors") },
      tagClasses: header.tagClasses,
      relations: header.relations,
    },
  };
}

/** Reads the model from a file. Throws a `UserError` when it is absent or damaged. */
export function loadSyntaxModel(path: string): SyntaxModel {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new UserError("data-missing", `cannot read the syntax model ${path}`, "reinstall Whomet, or learn the model anew", { cause });
  }
  return decodeSyntaxModel(bytes, path);
}

/** The model that Whomet ships. Throws as `loadSyntaxModel` does. */
export function loadShippedSyntax(): SyntaxModel {
  return loadSyntaxModel(fileURLToPath(new URL("../../../data/models/syntax.bin", import.meta.url)));
}

function largest(values: Float32Array): number {
  let limit = 1e-9;
  for (const value of values) limit = Math.max(limit, Math.abs(value));
  return limit;
}

function isHeader(value: unknown): value is Header {
  return (
    typeof value === "object" && value !== null && "tagClasses" in value && "relations" in value && "members" in value && "steps" in value
  );
}

function wrongModel(source: string): UserError {
  return new UserError("data-missing", `${source} is not a syntax model of this version`, "reinstall Whomet, or learn the model anew");
}
