/** The ten examples of docs/quotes.md, as the program reads them now. */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { loadAnnotator } from "../src/annotate/news-pipeline.ts";
import type { Annotation } from "../src/domain/annotation.ts";

const page = fileURLToPath(new URL("../docs/quotes.md", import.meta.url));
const marks = ["<!-- examples: `make docs` writes them -->", "<!-- end of examples -->"] as const;

const examples = [
  "“We will open the border at dawn,” said Mara Lindqvist, the minister. “Nobody will be turned away.”",
  "“The bridge,” Mayor Tomas Verhoeven said, “is safe to cross.”",
  "Mara Lindqvist came back on Monday. She described the plan as “a good first step” towards peace.",
  "The convoy was hit twice, two officials briefed on the attack told Reuters.",
  "“We will tell the public first,” Viktor Petrov, a spokesman for the Harbour Authority, told CNN in an interview.",
  "According to the Health Ministry, forty people were taken to hospital.",
  "The Harbour Authority issued a statement saying the port would stay open.",
  "Mara Lindqvist’s lawyer, Tomas Verhoeven, urged the judge to hear the case in May.",
  "Mara Lindqvist and Tomas Verhoeven said the ceasefire would hold.",
  "Viktor Petrov declined to say whether the port would close. The so-called “safe corridor” was shut.",
];

/** The page as it is, and as it is with the examples read anew. */
export async function quotesPage(): Promise<{ readonly written: string; readonly fresh: string }> {
  const written = await readFile(page, "utf8");
  const [open, close] = marks.map((mark) => written.indexOf(mark));
  if (open === undefined || close === undefined || open < 0 || close < open) throw new Error(`docs/quotes.md lacks ${marks.join(" or ")}`);
  return { written, fresh: `${written.slice(0, open + marks[0].length)}\n\n${table()}\n\n${written.slice(close)}` };
}

/** Writes the page with the examples read anew. */
export async function writeQuotesPage(): Promise<void> {
  await writeFile(page, (await quotesPage()).fresh);
}

function table(): string {
  const annotate = loadAnnotator();
  const rows = examples.map((text) => {
    const article = { id: "a", file: null, title: null, publishedAt: null, outlet: null, url: null, extracted: false, furniture: [], text };
    const annotation = annotate(article);
    const names = new Map(annotation.entities.map(({ id, name }) => [id, name]));
    const said = annotation.quotes.map((quote) => describe(quote, names));
    const skipped = annotation.skipped.map((part) => `skipped, ${part.reason}: ${part.text}`);
    return [text, speakersOf(annotation, names), [...said, ...skipped].join("<br>")];
  });
  return [["article", "speaker", "what comes out"], ["---", "---", "---"], ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function speakersOf({ quotes }: Annotation, names: ReadonlyMap<string, string>): string {
  const words = quotes.flatMap(({ speaker }) => {
    if (!speaker) return [];
    const name = speaker.entity === null ? undefined : names.get(speaker.entity);
    return name === undefined || name === speaker.text ? [speaker.text] : [`${speaker.text}, who is ${name}`];
  });
  return [...new Set(words)].join("; ") || "–";
}

function describe(quote: Annotation["quotes"][number], names: ReadonlyMap<string, string>): string {
  const behind = quote.onBehalfOf === null ? undefined : names.get(quote.onBehalfOf);
  const details = [
    `saying ${quote.saying}`,
    quote.cueKind,
    quote.addressee && `to ${quote.addressee.text}`,
    quote.channel,
    behind !== undefined && `on behalf of ${behind}`,
    quote.jointSpeakers?.map(({ text }) => text).join(" with "),
  ].filter((detail) => typeof detail === "string" && detail !== "");
  return `**${quote.kind}** ${quote.text} (${details.join(", ")}; \`${quote.decidedBy}\`)`;
}
