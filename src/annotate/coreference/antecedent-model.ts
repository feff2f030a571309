/** The weights that choose antecedents: a log-linear ranker, one set of weights for each group of pronouns. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";
import { UserError } from "../../domain/errors.ts";
import { antecedentFeatures } from "./antecedent-features.ts";
import type { PronounGroup } from "./referring-expressions.ts";

/** Pronouns that share weights: "he" and "she" behave alike. */
export const weightGroups = ["he", "it", "they"] as const;
export type WeightGroup = (typeof weightGroups)[number];

export interface AntecedentModel {
  /** One weight for each feature, by the feature's number. */
  readonly weights: Readonly<Record<WeightGroup, Float64Array>>;
  /** The least probability with which a pronoun of the group is resolved; below, it stays open. */
  readonly thresholds: Readonly<Record<WeightGroup, number>>;
}

/** The weights that a third-person pronoun uses, or null for the others. */
export function weightGroupOf(pronoun: PronounGroup | null): WeightGroup | null {
  if (pronoun === "he" || pronoun === "she") return "he";
  return pronoun === "it" || pronoun === "they" ? pronoun : null;
}

/** The sum of the weights of the features. */
export function scoreOf(weights: Float64Array, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return sum;
}

/** The probabilities of the candidates, in their order, and last that of nobody. They add up to 1. */
export function probabilities(weights: Float64Array, pairs: readonly (readonly number[])[], nobody: readonly number[]): Float64Array {
  const scores = new Float64Array(pairs.length + 1);
  let highest = scoreOf(weights, nobody);
  scores[pairs.length] = highest;
  pairs.forEach((features, index) => {
    const score = scoreOf(weights, features);
    scores[index] = score;
    if (score > highest) highest = score;
  });
  let sum = 0;
  for (let index = 0; index < scores.length; index += 1) {
    const value = Math.exp((scores[index] ?? 0) - highest);
    scores[index] = value;
    sum += value;
  }
  for (let index = 0; index < scores.length; index += 1) scores[index] = (scores[index] ?? 0) / sum;
  return scores;
}

/** Reads a model's JSON. Throws UserError `data-missing` naming what is wrong with it; features that it leaves out weigh nothing, and a file without a checksum is not checked. */
export function parseAntecedentModel(json: string, path: string): AntecedentModel {
  const bad = (what: string): UserError => new UserError("data-missing", `${path}: ${what}`, "Reinstall Whomet, or restore the file.");
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (cause) {
    throw new UserError("data-missing", `${path} is not JSON`, "Reinstall Whomet, or restore the file.", { cause });
  }
  if (isRecord(data) && "checksum" in data) {
    const { checksum, ...groups } = data;
    if (checksum !== checksumOf(groups)) throw bad("is damaged: its checksum does not match");
  }
  const features: readonly string[] = antecedentFeatures;
  const read = (group: WeightGroup): { weights: Float64Array; threshold: number } => {
    const part: unknown = isRecord(data) ? data[group] : undefined;
    if (!isRecord(part) || typeof part.threshold !== "number" || !isRecord(part.weights)) throw bad(`no weights for "${group}"`);
    const weights = new Float64Array(antecedentFeatures.length);
    for (const [name, weight] of Object.entries(part.weights)) {
      const at = features.indexOf(name);
      if (at < 0 || typeof weight !== "number") throw bad(`no feature is called "${name}"`);
      weights[at] = weight;
    }
    return { weights, threshold: part.threshold };
  };
  const he = read("he");
  const it = read("it");
  const they = read("they");
  return {
    weights: { he: he.weights, it: it.weights, they: they.weights },
    thresholds: { he: he.threshold, it: it.threshold, they: they.threshold },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The model as the JSON that `parseAntecedentModel` reads: weights by name, rounded to four decimals. */
export function formatAntecedentModel(model: AntecedentModel): string {
  const groups = weightGroups.map((group) => {
    const weights = Object.fromEntries(
      antecedentFeatures
        .map((name, index) => [name, Math.round((model.weights[group][index] ?? 0) * 1e4) / 1e4] as const)
        .filter(([, w]) => w !== 0),
    );
    return [group, { threshold: model.thresholds[group], weights }];
  });
  const content = Object.fromEntries(groups);
  return `${JSON.stringify({ checksum: checksumOf(content), ...content }, null, 2)}\n`;
}

/** CRC-32 of what the file says, however it is laid out. */
function checksumOf(content: unknown): string {
  return crc32(JSON.stringify(content)).toString(16).padStart(8, "0");
}

let loaded: AntecedentModel | null = null;

/** The model that ships with the program, read once. Throws UserError `data-missing`. */
export function loadAntecedentModel(): AntecedentModel {
  if (loaded) return loaded;
  const path = fileURLToPath(new URL("../../../data/models/antecedents.json", import.meta.url));
  let json: string;
  try {
    json = readFileSync(path, "utf8");
  } catch (cause) {
    throw new UserError("data-missing", `the model ${path} cannot be read`, "Reinstall Whomet, or restore the file.", { cause });
  }
  loaded = parseAntecedentModel(json, path);
  return loaded;
}
