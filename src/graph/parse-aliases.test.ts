import { describe, expect, it } from "vitest";
import { annotated, tables } from "./annotated-article.fixture.ts";
import { linkEntities } from "./link-entities.ts";
import { withAliases } from "./name-tables.ts";
import { parseAliases } from "./parse-aliases.ts";

describe("an alias file", () => {
  it("is a table with a header, its columns in any order", () => {
    const { aliases, problems } = parseAliases(
      "# ours\ntype\tname\talias\tidentifier\nPERSON\tLena Holm\tThe Fox\tQ42\r\n\nplace\tOslo\tTiger City\norganisation\tHolm Bank\t\tQ7\n",
    );
    expect(problems).toEqual([]);
    expect(aliases).toEqual([
      { type: "PERSON", name: "Lena Holm", alias: "The Fox", identifier: "Q42" },
      { type: "PLACE", name: "Oslo", alias: "Tiger City", identifier: null },
      { type: "ORGANIZATION", name: "Holm Bank", alias: null, identifier: "Q7" },
    ]);
  });

  it("may be JSON Lines", () => {
    expect(parseAliases('{"name":"Lena Holm","alias":"The Fox","type":"person"}\n').aliases).toEqual([
      { type: "PERSON", name: "Lena Holm", alias: "The Fox", identifier: null },
    ]);
    expect(parseAliases("").aliases).toEqual([]);
  });

  it.each([
    ["\tThe Fox\tperson\tQ1", "the name is missing"],
    ["Lena Holm\tThe Fox\tanimal\tQ1", 'not "animal"'],
    ["Lena Holm\tThe Fox\tperson\t42", "no identifier of Wikidata"],
    ["Lena Holm\t\tperson\t", "neither an alias nor an identifier"],
    ["Lena Holm\tThe Fox\tperson\tQ1\tmore", "5 cells under 4 columns"],
  ])("reports the line %j and reads the others", (line, reason) => {
    const { aliases, problems } = parseAliases(`name\talias\ttype\tidentifier\n${line}\nOslo\tTiger City\tplace\t`);
    expect(problems).toEqual([{ line: 2, reason: expect.stringContaining(reason) }]);
    expect(aliases).toHaveLength(1);
  });

  it("reports a header without columns, and lines that are no JSON objects", () => {
    expect(parseAliases("Lena Holm\tThe Fox\n").problems).toEqual([{ line: 1, reason: expect.stringContaining("must name the columns") }]);
    const { problems } = parseAliases('{"name":"x","alias":"y","type":"place"}\n{\n[]\n{"name":7,"alias":"y","type":"place"}');
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});

describe("aliases when linking", () => {
  const own = withAliases(tables, [
    { type: "PERSON", name: "Lena Holm", alias: "The Red Fox", identifier: "Q42" },
    { type: "PERSON", name: "Lena Holm", alias: "Leni", identifier: null },
    { type: "ORGANIZATION", name: "Holm Bank", alias: "Nordic Lenders", identifier: null },
    { type: "PLACE", name: "Oslo", alias: "Tiger City", identifier: "Q585" },
  ]);

  it.each([
    ["p", "Lena Holm", "The Red Fox"],
    ["p", "Lena Holm", "Leni"],
    ["o", "Holm Bank", "Nordic Lenders"],
    ["l", "Oslo", "Tiger City"],
  ])("make one of %s %s and %s", (letter, one, other) => {
    const articles = [annotated("a1", `[${one}|${letter}1] was there.`), annotated("a2", `[${other}|${letter}1] was there.`)];
    expect(linkEntities(articles, { tables }).entities).toHaveLength(2);
    expect(linkEntities(articles, { tables: own }).entities).toHaveLength(1);
  });

  it("give way to a judgement", () => {
    const articles = [annotated("a1", "[Lena Holm|p1] spoke."), annotated("a2", "[Leni|p1] spoke.")];
    const anchors = {
      a: [{ article: "a1", start: 0, end: 9, text: "Lena Holm" }],
      b: [{ article: "a2", start: 0, end: 4, text: "Leni" }],
    };
    const judgement = {
      a: "person:lena-holm",
      b: "person:lena-holm",
      verdict: "different",
      by: null,
      at: null,
      why: null,
      anchors,
    } as const;
    expect(linkEntities(articles, { tables: own, judgements: [{ line: 1, judgement }] }).entities).toHaveLength(2);
  });
});

describe("identifiers", () => {
  function identifiers(...marked: string[]): Record<string, string | null> {
    const { entities } = linkEntities(
      marked.map((text, index) => annotated(`a${index + 1}`, text)),
      { tables },
    );
    return Object.fromEntries(entities.map(({ id, wikidata }) => [id, wikidata]));
  }

  it("are given to countries under any name, to capitals, and to people in their full name", () => {
    expect(identifiers("The [U.S.|l1], [Britain|l2], [Kiev|l3] and [Emmanuel Macron|p1]")).toEqual({
      "place:united-states": "Q30",
      "place:united-kingdom": "Q145",
      "place:kiev": "Q1899",
      "person:emmanuel-macron": "Q3052772",
    });
  });

  it("are not given to a surname, an unknown name, or another type of the same name", () => {
    expect(identifiers("[Macron|p1], [Lena Holm|p2], [Jordan|p3] and the [Paris|o1]")).toEqual({
      "person:macron": null,
      "person:lena-holm": null,
      "person:jordan": null,
      "organization:paris": null,
    });
  });

  it("are given to the better known of two namesakes, and to neither of two that are equally known", () => {
    expect(identifiers("in [Paris|l1], [France|l2]", "in [Paris|l1]", "in [Paris|l1], [Texas|l2]")).toMatchObject({
      "place:paris": "Q90",
      "place:paris-2": null,
    });
    expect(identifiers("in [Paris|l1], [France|l2]", "in [Paris|l1], [Texas|l2]")).toMatchObject({
      "place:paris": null,
      "place:paris-2": null,
    });
  });
});
