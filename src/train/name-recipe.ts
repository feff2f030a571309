/** What to train the name tagger on, and how: read from a JSON file, checked once. */
import { readFileSync } from "node:fs";
import type { NetworkShape } from "../annotate/names/network-shape.ts";
import { UserError } from "../domain/errors.ts";

export interface RecipeCorpus {
  /** Relative to the folder of the data. */
  readonly file: string;
  /** gold teaches everything; silver only where a model trained on gold does not strongly disagree; held-out only scores. */
  readonly trust: "gold" | "silver" | "held-out";
  /** False when the annotation has no MISC, so that its unmarked words may be MISC. */
  readonly marksMisc: boolean;
  /** Every so-manieth article, counted from the last of the first so many, is held back for scoring. */
  readonly holdOutEvery: number | null;
}

export interface NameRecipe {
  readonly corpora: readonly RecipeCorpus[];
  /** Features seen less often are left out. */
  readonly minCount: number;
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  readonly decay: number;
  /** A silver label that gold gives a smaller probability is left open. */
  readonly doubt: number;
  readonly seed: number;
  /** How much the scores of the linear half and the mean of the networks' count. */
  readonly shares: readonly [number, number];
  readonly network: NetworkRecipe;
}

export interface NetworkRecipe {
  readonly shape: NetworkShape;
  /** Networks that vote; they differ by their seeds. */
  readonly members: number;
  readonly epochs: number;
  readonly batchWords: number;
  readonly learningRate: number;
  /** Part of the last layer's inputs left out; of the layers' before it, half as many. */
  readonly dropout: number;
  /** Part of a word's attributes left out. */
  readonly attributeDropout: number;
  /** Part of the sentences that do not say which corpus they are from; 1 never says. */
  readonly sourceDropout: number;
  /** Attributes and features seen less often are left out. */
  readonly minCount: number;
  /** How much a silver sentence counts. */
  readonly silverShare: number;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads a recipe. Throws UserError naming the field that is wrong. */
export function readNameRecipe(path: string): NameRecipe {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UserError("bad-json", `cannot read the recipe ${path}`, "It is a JSON file; data/models/names.recipe.json is an example.", {
      cause: error,
    });
  }
  const bad = (field: string): never => {
    throw new UserError(
      "bad-record",
      `${path}: ${field} is missing or not what it should be`,
      "data/models/names.recipe.json is an example.",
    );
  };
  if (!isObject(data) || !Array.isArray(data.corpora)) return bad("corpora");
  const number = (source: Record<string, unknown>, field: string): number => {
    const value = source[field];
    return typeof value === "number" && Number.isFinite(value) ? value : bad(field);
  };
  const corpora = data.corpora.map((entry: unknown, index: number): RecipeCorpus => {
    if (!isObject(entry) || typeof entry.file !== "string") return bad(`corpora[${index}].file`);
    const trust = entry.trust;
    if (trust !== "gold" && trust !== "silver" && trust !== "held-out") return bad(`corpora[${index}].trust`);
    const every = entry.holdOutEvery;
    return { file: entry.file, trust, marksMisc: entry.marksMisc !== false, holdOutEvery: typeof every === "number" ? every : null };
  });
  const { network } = data;
  if (!isObject(network)) return bad("network");
  const units = (field: string): number => {
    const value = number(network, field);
    return Number.isInteger(value) && value > 0 && value % 8 === 0 ? value : bad(`network.${field}`);
  };
  return {
    corpora,
    minCount: number(data, "minCount"),
    epochs: number(data, "epochs"),
    rate: number(data, "rate"),
    dropout: number(data, "dropout"),
    decay: number(data, "decay"),
    doubt: number(data, "doubt"),
    seed: number(data, "seed"),
    shares: [number(data, "linearShare"), number(data, "networkShare")],
    network: {
      shape: { embed: units("embed"), hidden1: units("hidden1"), hidden2: units("hidden2") },
      members: number(network, "members"),
      epochs: number(network, "epochs"),
      batchWords: number(network, "batchWords"),
      learningRate: number(network, "learningRate"),
      dropout: number(network, "dropout"),
      attributeDropout: number(network, "attributeDropout"),
      sourceDropout: number(network, "sourceDropout"),
      minCount: number(network, "minCount"),
      silverShare: number(network, "silverShare"),
    },
  };
}
