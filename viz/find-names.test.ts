import { expect, it } from "vitest";
import { smallPage } from "./dataset.fixture.ts";
import { datasetOf } from "./dataset.ts";
import { makeNameFinder } from "./find-names.ts";

const finder = makeNameFinder(datasetOf(smallPage).entities);

it.each([
  ["ada", ["Ada"]],
  ["workers", ["Union"]],
  ["KOHL", ["Çy Köhler"]],
  ["cy", ["Çy Köhler"]],
  ["o", ["Oslo", "Union", "Çy Köhler", "Doha"]],
  ["zz", []],
  ["  ", []],
])("finds for %j: %j", (text, names) => {
  expect(finder.find(text, 9).map(({ name }) => name)).toEqual(names);
});
