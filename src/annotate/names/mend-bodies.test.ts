import { describe, expect, it } from "vitest";
import { refined } from "./refined-names.fixture.ts";

describe("bodies that the words around or within a name give away", () => {
  it.each([
    ["[Chipmaker Ventara|L] met the union.", ["O Ventara"]],
    ["Steelmaker Harvok met the union.", ["O Harvok"]],
    ["Train operator Harvok met the union.", ["O Harvok"]],
    ["Budget airline [Norjot|P] met the union.", ["O Norjot"]],
    ["Miner [Harvok|P] CEO [Ada Lind|P] spoke.", ["O Harvok", "P Ada Lind"]],
    ["Fighters of the [Sahel Brigade|L] fled.", ["O Sahel Brigade"]],
    ["[Kitui MCAs|P] spoke.", ["P Kitui"]],
    ["The boss of [Harvok Homes|L] spoke.", ["O Harvok Homes"]],
    ["Analysts at [Harvok Lind|L] spoke.", ["O Harvok Lind"]],
    ["Ada spoke for the [Harvok union|O].", ["O Harvok"]],
    ["The leaders of the [Harvok Alliance and Reform|O] spoke.", ["O Harvok Alliance", "O Reform"]],
    ["Talks between the [Harvok Party and Reform|O] broke down.", ["O Harvok Party", "O Reform"]],
  ])("%s", (marked, names) => {
    expect(refined(marked)).toEqual(names);
  });

  it.each([
    ["Developer [Tom Lind|P] spoke.", ["P Tom Lind"]],
    ["Developer Tom Lind spoke.", []],
    ["Lender of money Harvok spoke.", []],
    ["Lender [Harvok Bank|O] spoke.", ["O Harvok Bank"]],
    ["The Retailer Harvok spoke.", []],
    ["Fighters reached [Brigade Road|L].", ["P Brigade Road"]],
    ["[Labour MPs|O] spoke.", ["O Labour MPs"]],
    ["They lived in new homes in [Harvok Sound|L].", ["P Harvok Sound"]],
    ["Workers at [Harvok Point|L] spoke.", ["P Harvok Point"]],
    ["The [Harvok Credit Union|O] spoke.", ["O Harvok Credit Union"]],
    ["The leaders of the [Rail and Signal Union|O] spoke.", ["O Rail and Signal Union"]],
    ["A spokesman for the [Harvok Alliance and Reform|O] spoke.", ["O Harvok Alliance and Reform"]],
  ])("leaves %s", (marked, names) => {
    expect(refined(marked)).toEqual(names);
  });
});
