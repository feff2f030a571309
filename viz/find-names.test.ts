import { expect, it } from "vitest";
import { smallPage } from "./dataset.fixture.ts";
import { datasetOf, type Entity } from "./dataset.ts";
import { makeNameFinder } from "./find-names.ts";

const finder = makeNameFinder(datasetOf(smallPage).entities);

it.each([
  ["ada", ["Ada"]],
  ["workers", ["Union"]],
  ["KOHL", ["Çy Köhler"]],
  ["cy", ["Çy Köhler"]],
  ["o", ["Oslo", "Union", "Çy Köhler", "Doha"]],
  ["kohler cy", ["Çy Köhler"]],
  ["union ada", []],
  ["|", []],
  ["zz", []],
  ["  ", []],
])("finds for %j: %j", (text, names) => {
  expect(finder.find(text, 9).map(({ name }) => name)).toEqual(names);
});

it("puts whole names before beginnings, inner words and what lies within one, over many thousand names", () => {
  const named = (name: string, articles: number): Entity => ({
    ...{ index: 0, id: name, type: "PERSON", name, aliases: [], mentions: 1, articles, x: 0, y: 0, community: 0, where: null },
  });
  const crowd = Array.from({ length: 9000 }, (_, index) => named(`Somebody ${index}`, index));
  const many = makeNameFinder([
    ...crowd,
    named("Joanna Lee", 99_999),
    named("Ann Lee", 5),
    named("Lee Ann", 50),
    named("Ann", 1),
    ...crowd,
  ]);
  expect(many.find("ann", 4).map(({ name }) => name)).toEqual(["Ann", "Ann Lee", "Lee Ann", "Joanna Lee"]);
  expect(many.find("somebody", 2).map(({ name }) => name)).toEqual(["Somebody 8999", "Somebody 8999"]);
  expect(many.find("nobody", 2)).toEqual([]);
});
