/** What to train the name tagger on, and how: read from a JSON file, checked once. */
import { readFileSync } from "node:fs";
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
  /** How much the linear and the recurrent half count where there are both. */
  readonly shares: readonly [number, number];
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
  const source = data;
  const number = (field: string): number => {
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
  return {
    corpora,
    minCount: number("minCount"),
    epochs: number("epochs"),
    rate: number("rate"),
    dropout: number("dropout"),
    decay: number("decay"),
    doubt: number("doubt"),
    seed: number("seed"),
    shares: [number("linearShare"), number("recurrentShare")],
  };
}
