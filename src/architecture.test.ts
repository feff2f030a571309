/** Holds the documentation, the Cypher files and the folders to the code: what is described exists, and what exists is described. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { nodeSchemas, relationshipSchemas } from "./graph/graph-schema.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Every file below a folder, as sorted paths from the project's root with forward slashes. */
function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      return statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

/** The sections of a Markdown page that start with a heading like "### `Name`" below the given "## …" heading. */
function namedSections(page: string, heading: string): Map<string, string> {
  const part = page.split(/^## /mu).find((candidate) => candidate.startsWith(`${heading}\n`)) ?? "";
  return new Map(
    part
      .split(/^### /mu)
      .slice(1)
      .flatMap((section) => {
        const name = /^`(\w+)`\n/u.exec(section)?.[1];
        return name ? [[name, section] as const] : [];
      }),
  );
}

/** Property and type of each row of a section's table, in order. */
function propertyRows(section: string): [string, string][] {
  return [...section.matchAll(/^\| `(\w+)` +\| ([\w[\]]+) +\| \S/gmu)].map(([, name = "", type = ""]) => [name, type]);
}

describe("the figures in README.md", () => {
  /** The scores that a row of its tables tells, in their order. */
  it.each([
    ["meetings with two sides", "samples", "meetings found", "meetings right, with modality"],
    ["meetings reported that", "samples", "meetings not in the gold, count"],
    ["reported as held or ongoing", "samples", "meetings wrongly held, count"],
    ["right place", "samples", "places right"],
    ["quotes in quotation marks", "samples", "marked quotes found", "marked quotes found, speaker right"],
    ["speech reported without marks", "samples", "indirect quotes found, speaker right"],
    ["names, exact span", "names", "mean F1"],
    ["tags and trees on web text", "syntax", "ewt.dev LAS"],
    ["who is who among names", "coreference", "CoNLL score"],
    ["pronouns resolved there", "coreference", "pronouns, precision", "pronouns, recall"],
    ["direct quotes of five words", "quotes", "direct, end-to-end F1"],
    ["reported speech of all kinds", "quotes", "speech, recall all", "speech, precision"],
    ["who met whom in single sentences", "meetings", "modality pair F1", "modality pair and modality F1"],
    ["reported as held there", "meetings", "modality wrongly held, count"],
  ])("tells the score of '%s' as the scoreboard has it", (row, section, ...scores) => {
    const scoreboard: Record<string, Record<string, number>> = JSON.parse(read("data/scoreboard.json"));
    const cell = new RegExp(`^\\| ${row}[^|]*\\|([^|]*)\\|`, "mu").exec(read("README.md"))?.[1] ?? "";
    const told = [...cell.replaceAll("F1", "").matchAll(/\d+(?:\.\d)?/gu)].slice(0, scores.length).map(([text]) => text);
    const digits = told[0]?.includes(".") ? 1 : 0;
    expect(told).toEqual(scores.map((score) => scoreboard[section]?.[score]?.toFixed(digits)));
  });
});

describe("docs/viewer.md", () => {
  it("names tests of the page that exist, and leaves none out", () => {
    const tests = [...read("test/page.test.ts").matchAll(/^ {2,4}(?:it|\] as const\))\(\s*"([^"]+)"/gmu)].map(([, name = ""]) => name);
    const named = [...read("docs/viewer.md").matchAll(/^\|[^|]+\|([^|]+)\|$/gmu)].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = ""]) => name),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !tests.some((test) => test.startsWith(name)))).toEqual([]);
    expect(tests.filter((test) => !test.startsWith("leads from") && !named.some((name) => test.startsWith(name)))).toEqual([]);
  });
});

describe("docs/graph-schema.md", () => {
  const page = read("docs/graph-schema.md");
  const labels = namedSections(page, "Labels");
  const relationships = namedSections(page, "Relationships");

  it("has a section for each label and for nothing else", () => {
    expect([...labels.keys()]).toEqual(nodeSchemas.map(({ label }) => label));
  });

  it("has a section for each relationship type and for nothing else", () => {
    expect([...relationships.keys()]).toEqual(relationshipSchemas.map(({ type }) => type));
  });

  it.each(nodeSchemas.map((schema) => [schema.label, schema] as const))("gives the properties of %s with their types", (label, schema) => {
    expect(Object.fromEntries(propertyRows(labels.get(label) ?? ""))).toEqual(schema.properties);
  });

  it.each(relationshipSchemas.map((schema) => [schema.type, schema] as const))("gives ends and properties of %s", (type, schema) => {
    const section = relationships.get(type) ?? "";
    expect(Object.fromEntries(propertyRows(section))).toEqual(schema.properties);
    const ends = [schema.from, schema.to].map((names) => names.map((name) => `\`${name}\``).join(", "));
    expect(section).toContain(`From ${ends[0]} to ${ends[1]}.`);
  });
});

describe("cypher/", () => {
  const files = filesBelow("cypher").filter((path) => path.endsWith(".cypher"));
  const questions = files.filter((path) => path.startsWith("cypher/questions/"));

  it("has questions", () => {
    expect(questions.length).toBeGreaterThanOrEqual(8);
  });

  it.each(files)("%s uses only labels and relationship types of the schema", (path) => {
    const known = new Set<string>([
      ...nodeSchemas.map(({ label }) => label),
      ...relationshipSchemas.map(({ type }) => type),
      "Entity",
      "WhometStore",
      "Load",
    ]);
    const code = read(path)
      .replaceAll(/\/\/.*$/gmu, "")
      .replaceAll(/'[^']*'|"[^"]*"/gu, "''");
    const used = [...code.matchAll(/:\s?([A-Z]\w*(?:\|:?[A-Z]\w*)*)/gu)].flatMap(([, names = ""]) => names.split(/\|:?/u));
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(questions)("%s opens with a title, the sentence it answers, and its parameters", (path) => {
    expect(read(path)).toMatch(/^\/\/ title: \S.*\n\/\/ asks: \S.*\n\/\/ params:/u);
  });

  it("pairs every variant for one engine with one for the other", () => {
    const variants = questions.flatMap((path) => /^(.*)\.(neo4j|ladybug)\.cypher$/u.exec(path)?.slice(1, 3).join(" ") ?? []);
    const names = [...new Set(variants.map((variant) => variant.split(" ")[0]))];
    expect(variants.sort()).toEqual(names.flatMap((name) => [`${name} ladybug`, `${name} neo4j`]).sort());
  });
});

describe("README.md", () => {
  const page = read("README.md");
  const commands = filesBelow("src/app/commands")
    .map((path) => basename(path))
    .filter((name) => /^[a-z]+\.ts$/u.test(name))
    .map((name) => name.replace(".ts", ""));
  const questions = new Set(filesBelow("cypher/questions").map((path) => basename(path).replace(/(\.neo4j|\.ladybug)?\.cypher$/u, "")));

  /** The first cells of the table whose first column has this heading, without "whomet" and arguments. */
  function rowsUnder(heading: string): string[] {
    const table = new RegExp(`^\\| ${heading} +\\|[\\s\\S]*?\\n\\n`, "mu").exec(page)?.[0] ?? "";
    return [...table.matchAll(/^\| `(?:whomet )?([\w-]+)/gmu)].map(([, name = ""]) => name).sort();
  }

  it("lists every command and no other", () => {
    expect(commands).toContain("build");
    expect(rowsUnder("command")).toEqual([...commands].sort());
  });

  it("lists every question and no other", () => {
    expect(questions.size).toBeGreaterThan(0);
    expect(rowsUnder("question")).toEqual([...questions].sort());
  });
});

describe("links between pages", () => {
  const pages = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "data/README.md",
    ...filesBelow("docs").filter((path) => path.endsWith(".md")),
  ];

  it.each(pages)("%s links only to files that exist", (path) => {
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
    const targets = [...read(path).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/gu)].map(([, target = ""]) => target);
    expect(targets.filter((target) => !/^https?:/u.test(target) && !existsSync(join(root, folder, target)))).toEqual([]);
  });
});

describe("data/README.md", () => {
  const page = read("data/README.md");
  const named = [...page.matchAll(/^\| `([^`]+)` +\|/gmu)].map(([, name]) => `data/${name}`);

  it("has a row for every file in data/, and for no other", () => {
    expect(named.sort()).toEqual(filesBelow("data").filter((path) => path !== "data/README.md"));
  });
});

describe("data/golden/samples.gold.json", () => {
  interface Stretch {
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }
  interface GoldArticle {
    readonly file: string;
    readonly record: string | null;
    readonly meetings: readonly {
      readonly participants: readonly Stretch[];
      readonly trigger: Stretch;
      readonly evidence: Stretch;
      readonly when: Stretch | null;
    }[];
    readonly quotes: readonly (Stretch & { readonly cue: Stretch | null })[];
  }
  const { articles } = JSON.parse(read("data/golden/samples.gold.json")) as { articles: readonly GoldArticle[] };

  function textOf({ file, record }: GoldArticle): string {
    const content = read(`data/samples/${file}`);
    if (record === null) return content;
    const records = content.split("\n").filter((line) => line !== "");
    return records.map((line) => JSON.parse(line) as { id: string; text: string }).find(({ id }) => id === record)?.text ?? "";
  }

  it("covers every sample", () => {
    expect([...new Set(articles.map(({ file }) => `data/samples/${file}`))].sort()).toEqual(filesBelow("data/samples"));
  });

  it.each(articles.map((article) => [article.record ?? article.file, article] as const))("quotes %s exactly", (_name, article) => {
    const text = textOf(article);
    const stretches = [
      ...article.quotes.flatMap((quote) => [quote, quote.cue]),
      ...article.meetings.flatMap((meeting) => [...meeting.participants, meeting.trigger, meeting.evidence, meeting.when]),
    ].filter((stretch) => stretch !== null);
    expect(stretches.length).toBeGreaterThan(0);
    expect(stretches.filter(({ start, end, text: words }) => text.slice(start, end) !== words)).toEqual([]);
  });
});
