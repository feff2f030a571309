import { describe, expect, it } from "vitest";
import { UserError } from "../domain/errors.ts";
import { loadNameTables, type NameTableSources, parseNameTables } from "./name-tables.ts";

const sources: NameTableSources = {
  givenNameVariants: "# kind\tnames\nspelling\tVladimir,Volodymyr\nspelling\tVolodymyr,Wolodymyr\nnickname\tJoseph,Joe\n",
  otherNames: "PLACE\tKyiv\tKiev\n",
  roleDomains: "sport\tcoach\nmedia\teditor\nmix\tsport:media\n",
  wikidata: "# type\tname\tidentifier\nPLACE\tUnited States\tQ30\n",
  countries: [{ name: "United States", otherNames: ["U.S."], demonyms: ["American"], capital: "Washington" }],
  gazetteer: "# name\tlatitude\tlongitude\tcountries\nMbala\t1\t2\tPeru,Chile\nMbála\t3\t4\tPeru\nPeru\t5\t6\nGard\t7\t8\tGard\n",
};

describe("name tables", () => {
  it("join spelling groups that share a name", () => {
    const { spellings } = parseNameTables(sources);
    expect(new Set(["vladimir", "volodymyr", "wolodymyr"].map((name) => spellings.get(name))).size).toBe(1);
  });

  it("know countries by name without dots and by adjective, but not by capital", () => {
    const { countryByName, countryByAdjective } = parseNameTables(sources);
    expect(countryByName.get("us")).toBe("United States");
    expect(countryByAdjective.get("american")).toBe("United States");
    expect(countryByName.has("washington")).toBe(false);
  });

  it("know the countries that have a city of a name", () => {
    expect([...parseNameTables(sources).countriesByCity]).toEqual([["mbala", ["Peru", "Chile", "Peru"]]]);
  });

  it("mix domains both ways round", () => {
    expect(parseNameTables(sources).mixingDomains).toEqual(new Set(["sport|media", "media|sport"]));
  });

  it.each<[string, Partial<NameTableSources>, RegExp]>([
    ["a missing column", { otherNames: "# c\nPLACE\tKyiv\n" }, /other-names\.tsv, line 2: expected 3 columns/u],
    ["an unknown kind", { givenNameVariants: "guess\tAnn,Anne\n" }, /unknown kind "guess"/u],
  ])("refuse %s", (_, wrong, message) => {
    expect(() => parseNameTables({ ...sources, ...wrong })).toThrow(message);
    expect(() => parseNameTables({ ...sources, ...wrong })).toThrow(UserError);
  });

  it("of the project are complete", () => {
    const tables = loadNameTables();
    expect(tables.spellings.size).toBeGreaterThan(300);
    expect(tables.nicknames.size).toBeGreaterThan(200);
    expect(tables.countryByName.get("uk")).toBe("United Kingdom");
    for (const pair of tables.mixingDomains) {
      for (const domain of pair.split("|")) expect([...tables.domainByTitle.values()]).toContain(domain);
    }
  });
});
