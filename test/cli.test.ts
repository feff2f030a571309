/** The command line as a user meets it: exit codes, streams, pipes, and the JSON that other programs rely on. */
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAnnotation } from "./cli/check-annotation.ts";
import { requireBuild, root, runCli, samples, startCli } from "./cli/run-cli.ts";

const story = "Foreign Minister Anna Berg met Hamas officials in Oslo on Monday. “We spoke for an hour,” Berg told reporters.";
const commands = ["annotate", "build", "remove", "met", "ask", "quotes", "query", "export", "train", "serve"];
let folder = "";

beforeAll(async () => {
  requireBuild();
  folder = await mkdtemp(join(tmpdir(), "whomet-cli-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, content);
  return path;
}

describe("help", () => {
  it("lists the commands, on standard output when asked for and on standard error when none is given", async () => {
    const asked = await runCli(["--help"]);
    const bare = await runCli([]);
    expect([asked.code, asked.stderr, bare.code, bare.stdout]).toEqual([0, "", 2, ""]);
    expect(bare.stderr).toBe(asked.stdout);
    for (const command of commands) expect(asked.stdout).toMatch(new RegExp(`^ {2}${command} `, "mu"));
  });

  it.each(commands)("of %s starts with its usage and names each of its options", async (command) => {
    const { code, stdout, stderr } = await runCli([command, "--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(new RegExp(`^Usage: whomet ${command}`, "u"));
    expect((await runCli(["help", command])).stdout).toBe(stdout);
  });

  it("gives the version of the package", async () => {
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
    expect(await runCli(["--version"])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });
});

describe("a request that is wrong", () => {
  it.each([
    [["anotate"], 'there is no command "anotate"', 'Did you mean "annotate"?'],
    [["dance"], 'there is no command "dance"', "whomet --help lists the commands."],
    [["annotate", "--jbos", "2", "x.txt"], "Unknown option '--jbos'", "Did you mean --jobs?"],
    [["annotate", "--jobs"], "--jobs", "whomet annotate --help"],
    [["annotate", "--jobs", "none", "x.txt"], '--jobs takes a whole number from 1 to 256, not "none"', ""],
    [["annotate", "--with", "weather", "x.txt"], 'annotate has no layer "weather"', "--with takes syntax."],
    [["annotate", "--format", "xml", "x.txt"], 'annotate has no format "xml"', "--format takes json or conllu."],
    [["annotate", "--format", "conllu", "x.txt"], "CoNLL-U holds trees and nothing else", "--with syntax --format conllu"],
    [["train"], "train needs the name of a model", "tagger, parser"],
    [["train", "praser", "x.conllu"], 'there is no model "praser" to train', 'Did you mean "parser"?'],
    [["train", "parser"], "train parser needs at least one file", ""],
    [["train", "parser", "x.conllu"], "the network needs word vectors", "--vectors"],
    [["annotate"], "annotate needs a file, a folder, or - for standard input", "whomet annotate news/"],
    [["build"], "build needs a file, a folder, or - for standard input", "whomet build news/"],
    [["met"], "met takes one or two names", 'whomet met "Adam Boehler"'],
    [["met", "a", "b", "c"], "met takes one or two names, not 3", ""],
    [["ask", "why?"], '"why?" is not a question that can be asked', "who met Adam Boehler in Doha?"],
    [["query", "a", "b"], "query takes one question", "--param name=value"],
    [["export"], "export needs a format", "gexf, graphml, json, csv"],
    [["export", "--format", "dot"], 'there is no export format "dot"', "gexf, graphml, json, csv"],
    [["serve", "--port", "99999"], "--port takes a number from 0 to 65535", ""],
    [["remove"], "remove needs the id of an article", ""],
  ])("%j says what is wrong and what to do, and ends with 2", async (args, message, hint) => {
    const { code, stdout, stderr } = await runCli(args, { cwd: folder });
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  it("shows a stack only with --debug", async () => {
    const { code, stderr } = await runCli(["annotate", "--jobs", "none", "x.txt", "--debug"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^\s+at /mu);
  });
});

describe("annotate", () => {
  it("writes one line per article in input order, in the format that others rely on, offsets exact", async () => {
    const { code, lines, stderr } = await runCli(["annotate", relative(folder, samples)], { cwd: folder });
    expect([code, stderr]).toEqual([0, ""]);
    const texts: { readonly file: string; readonly text: string; readonly id?: string }[] = [];
    for (const name of (await readdir(samples)).sort()) {
      const content = await readFile(join(samples, name), "utf8");
      const path = join(relative(folder, samples), name);
      if (!name.endsWith(".jsonl")) texts.push({ file: path, text: content });
      else
        for (const line of content.split("\n").filter(Boolean))
          texts.push({ file: path, ...(JSON.parse(line) as { id: string; text: string }) });
    }
    const annotations = lines.map((line) => JSON.parse(line) as { id: string; file: string });
    expect(annotations.map((annotation) => annotation.file)).toEqual(texts.map((text) => text.file));
    annotations.forEach((annotation, index) => {
      checkAnnotation(annotation, texts[index]?.text ?? "");
      if (texts[index]?.id !== undefined) expect(annotation.id).toBe(texts[index]?.id);
    });
  });

  it("says the same twice, with one job and with several", async () => {
    const many = `${JSON.stringify({ text: story.repeat(40) })}\n`
      .repeat(120)
      .replaceAll(/"text":"/gu, () => `"id":"${Math.random()}","text":"`);
    const path = await file("many.jsonl", many);
    const [one, several] = await Promise.all([runCli(["annotate", path, "--jobs", "1"]), runCli(["annotate", path, "--jobs", "2"])]);
    expect(several.code).toBe(0);
    expect(several.stdout).toBe(one.stdout);
    expect(several.lines).toHaveLength(120);
  });

  it("writes trees as CoNLL-U, a blank line after each sentence, and nothing for an article without any", async () => {
    const { code, stdout, stderr } = await runCli(["annotate", "-", "--with", "syntax", "--format", "conllu"], {
      input: '{"id":"a b","text":"Berg met them in Oslo. He left."}\n{"id":"c","text":"Talks ended."}\n',
    });
    expect([code, stderr]).toEqual([0, ""]);
    const blocks = stdout.trimEnd().split("\n\n");
    expect(blocks.map((block) => block.split("\n").find((line) => line.startsWith("# sent_id")))).toEqual([
      "# sent_id = a_b-1",
      "# sent_id = a_b-2",
      "# sent_id = c-1",
    ]);
    expect(stdout.endsWith("\n\n")).toBe(true);
    expect(blocks[0]).toContain("2\tmet\tmeet\tVERB\tVBD\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\t_");
  });

  it("reads standard input as one article, as JSON Lines, and as a page with its text in the answer", async () => {
    const plain = await runCli(["annotate", "-"], { input: story });
    checkAnnotation(JSON.parse(plain.stdout), story);
    expect(JSON.parse(plain.stdout)).toMatchObject({ file: null });
    expect(JSON.parse(plain.stdout)).not.toHaveProperty("text");

    const records = await runCli(["annotate", "-"], { input: `{"id":"a","text":"${story}"}\n{"id":"b","text":"Nothing happened."}\n` });
    expect(records.lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(["a", "b"]);

    const page = await runCli(["annotate", "-"], {
      input: `<!doctype html><html><body><nav>Home</nav><article><p>${story}</p></article></body></html>`,
    });
    const annotation = JSON.parse(page.stdout) as { text: string };
    expect(annotation.text).toContain(story);
    checkAnnotation(annotation, annotation.text);
  });

  it("names each input that fails on standard error, goes on with the rest, and ends with 1", async () => {
    await file("batch/1-good.txt", story);
    await file("batch/2-empty.txt", "");
    await file("batch/3-binary.txt", Buffer.from([0, 1, 2, 3]));
    await file("batch/4-records.jsonl", '{"text": "One."}\n{broken\n{"title": "No text."}\n{"text": "Two."}\n');
    await file("batch/5-latin.txt", Buffer.from("Caf\u00e9 talks went on.", "latin1"));
    await file("batch/6-huge.txt", Buffer.alloc(50_000_000, "The ministers spoke for an hour. "));
    await file("batch/7-good.txt", `${story} Again.`);
    await mkdir(join(folder, "bare"), { recursive: true });
    const { code, lines, stderr } = await runCli(["annotate", "batch", "bare", "missing.txt"], { cwd: folder });
    expect(code).toBe(1);
    expect(lines.map((line) => (JSON.parse(line) as { file: string }).file)).toEqual([
      "batch/1-good.txt",
      "batch/4-records.jsonl",
      "batch/4-records.jsonl",
      "batch/5-latin.txt",
      "batch/7-good.txt",
    ]);
    // Reading runs ahead of annotating, so warnings and failures may change places.
    expect(
      stderr
        .split("\n")
        .filter((line) => /^\S/u.test(line))
        .sort(),
    ).toEqual([
      "bare: the folder holds no article",
      "batch/2-empty.txt: the file is empty",
      "batch/3-binary.txt: this looks like binary data, not text",
      expect.stringMatching(/^batch\/4-records\.jsonl:2: this line is not JSON/u),
      'batch/4-records.jsonl:3: the record has no string "text" (it is missing)',
      "batch/5-latin.txt: not UTF-8; read as Windows-1252",
      "batch/6-huge.txt: it is larger than 20 MB, the limit for one article",
      "missing.txt: no such file or folder",
    ]);
  });

  it("lets no article and no file name steer the terminal", async () => {
    const path = await file("\u001b[2Jname.txt", "");
    const { stderr } = await runCli(["annotate", path]);
    expect(stderr).not.toContain("\u001b");
    expect(stderr).toContain("\ufffd[2Jname.txt: the file is empty");
  });

  it("ends quietly when its reader has seen enough", async () => {
    const path = await file(
      "pipe.jsonl",
      Array.from({ length: 300 }, (_, id) => JSON.stringify({ id, text: story.repeat(10) })).join("\n"),
    );
    const child = startCli(["annotate", path, "--jobs", "1"]);
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString("utf8");
    });
    const closed = once(child, "close");
    await once(child.stdout, "data");
    child.stdout.destroy();
    expect(await closed).toEqual([0, null]);
    expect(stderr).toBe("");
  });

  it("streams a thousand articles in input order", async () => {
    const records = Array.from({ length: 1000 }, (_, id) => JSON.stringify({ id: `n${id}`, text: `${story} This is report ${id}.` })).join(
      "\n",
    );
    const { code, lines } = await runCli(["annotate", "-"], { input: records });
    expect(code).toBe(0);
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(Array.from({ length: 1000 }, (_, id) => `n${id}`));
  });

  it.each(["1", "2"])("holds little in memory with %s jobs: an endless input waits while nobody reads the output", async (jobs) => {
    const child = startCli(["annotate", "-", "--jobs", jobs]);
    const record = (id: number): string => `${JSON.stringify({ id: `n${id}`, text: story.repeat(100) })}\n`;
    let written = 0;
    let id = 0;
    // Writes until the program has not taken anything for a while.
    const stalled = (async () => {
      for (;;) {
        if (written > 400_000_000) return;
        const line = record(id++);
        written += line.length;
        if (child.stdin.write(line)) continue;
        const drained = await Promise.race([
          once(child.stdin, "drain").then(() => true),
          new Promise<false>((resolve) => setTimeout(resolve, 4000, false)),
        ]);
        if (!drained) return;
      }
    })();
    await stalled;
    child.kill();
    await once(child, "close");
    expect(written).toBeLessThan(20_000_000);
  });
});
