/**
 * The viewer as a person meets it: the built page, a real server over a real store, in a real Chromium. A browser takes long to open a
 * page, so each test is a whole errand: it does what somebody would do, and looks at what they would see.
 */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Download, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answerLines, answerQuestion } from "../src/app/answer-question.ts";
import type { GraphAnswer } from "../src/app/api-graph.ts";
import { htmlPage, readViewer, saveGraph } from "../src/app/export-html.ts";
import { parseQuestion } from "../src/app/question-grammar.ts";
import { type RunningServer, startServer } from "../src/app/server.ts";
import { UserError } from "../src/domain/errors.ts";
import { answersOf } from "../src/store/answers.ts";
import type { GraphStore } from "../src/store/graph-store.ts";
import { inventColumns } from "./page/bench-graph.ts";
import { findChromium, isRequired, launchChromium } from "./page/chromium.ts";
import { fixtureArticles } from "./page/fixture-articles.ts";
import { annotateFolder, type FixtureStore, makeFixtureStore } from "./page/fixture-store.ts";
import { hostileArticle, hostileName, hostilePlace, turnedName } from "./page/hostile-article.ts";
import { namesakeArticles, namesakes } from "./page/namesake-articles.ts";
import { otherRtlName, rtlArticle, rtlName } from "./page/rtl-article.ts";
import { summitArticles, summitHost, summitMediator, summitVisitor } from "./page/summit-articles.ts";
import { numbersOf, openPage, pixelsUnlike, type Visit, viewerPoint } from "./page/visit.ts";

const assets = "dist/viz";
const chromiumPath = findChromium();
const runs = chromiumPath !== null || isRequired("chromium");
if (!runs) console.warn("page tests skipped: no Chromium found; install one or set CHROMIUM_PATH");

const require = createRequire(import.meta.url);

describe.runIf(runs)("the viewer", () => {
  let browser: Browser;
  let fixture: FixtureStore;
  let server: RunningServer;
  let graph: GraphAnswer;
  let visits: Visit[] = [];

  beforeAll(async () => {
    if (chromiumPath === null) throw new Error("Chromium is required here, but none was found; set CHROMIUM_PATH");
    if (!existsSync(`${assets}/index.html`)) throw new Error("the viewer is not built: run `make build` first");
    fixture = await makeFixtureStore([...fixtureArticles(), ...summitArticles(), hostileArticle(), rtlArticle()]);
    server = await startServer({ store: fixture.store, port: 0, host: "127.0.0.1", assets });
    graph = (await (await fetch(`${server.url}/api/graph`)).json()) as GraphAnswer;
    browser = await launchChromium(chromiumPath);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await fixture?.remove();
  });

  /** Opens the viewer; whatever goes wrong on the page fails the test at its end. */
  async function visit(options: BrowserContextOptions = {}, url = server.url): Promise<Page> {
    const opened = await openPage(browser, url, options);
    visits.push(opened);
    return opened.page;
  }

  afterEach(async () => {
    const done = visits;
    visits = [];
    for (const { page, problems, hosts } of done) {
      await page.context().close();
      expect(problems).toEqual([]);
      expect([...hosts].filter((host) => host !== "" && !host.startsWith("127.0.0.1:"))).toEqual([]);
    }
  });

  const entityNamed = (name: string) => {
    const found = graph.entities.find((entity) => entity.name === name);
    if (!found) throw new Error(`the fixture has nobody called ${name}`);
    return found;
  };
  /** Two names that met more than once, whatever came of it. */
  const pairWithSeveral = (): readonly [string, string] => {
    const met = new Map<string, number>();
    for (const { id } of graph.meetings) {
      const present = graph.participants.filter(({ meeting }) => meeting === id).map(({ entity }) => entity);
      present.forEach((a, index) => {
        for (const b of present.slice(index + 1)) {
          const key = JSON.stringify([a, b].sort());
          met.set(key, (met.get(key) ?? 0) + 1);
        }
      });
    }
    for (const [key, times] of met) if (times > 1) return JSON.parse(key) as [string, string];
    throw new Error("nobody in the fixture met twice");
  };
  const idOf = (name: string): string => entityNamed(name).id;
  const search = async (page: Page, text: string): Promise<void> => {
    // Right after a reload the key may be pressed before the page listens.
    const hasFocus = () => page.locator("#search").evaluate((field) => field === document.activeElement);
    await expect
      .poll(async () => {
        if (!(await hasFocus())) await page.keyboard.press("/");
        return await hasFocus();
      })
      .toBe(true);
    await page.keyboard.type(text);
    await page.locator("#suggestions").getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
  };
  const heading = (page: Page) => page.locator("#panel h2");
  const article = (page: Page) => page.locator("#article");
  const legend = (page: Page, name: string | RegExp) => page.locator("#legend").getByRole("button", { name });
  /** What an element says, every space an ordinary one. */
  const textOf = async (page: Page, selector: string): Promise<string> =>
    ((await page.locator(selector).textContent()) ?? "").replaceAll("\u00a0", " ");
  const setRange = (page: Page, selector: string, value: string) =>
    page.locator(selector).evaluate((input, text) => {
      if (!(input instanceof HTMLInputElement)) throw new Error("no range");
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }, value);
  const saved = async (download: Promise<Download>): Promise<Buffer> => readFile((await (await download).path()) ?? "");
  /** The drawing as the SVG that a reader saves. */
  const drawingOf = async (page: Page): Promise<string> => {
    await page.locator("#share summary").click();
    const picture = page.waitForEvent("download");
    await page.locator("#save-svg").click();
    const drawing = (await saved(picture)).toString();
    await page.keyboard.press("Escape");
    return drawing;
  };
  const linesShown = async (page: Page): Promise<readonly number[]> =>
    ((await page.locator(".part .switch-count").first().textContent()) ?? "").split(" of ").map(Number);

  it("first look: draws the strongest part and the whole, hides what is switched off, fans a line out, refines the layout until stopped", async () => {
    const page = await visit();
    expect(await pixelsUnlike(page, "background")).toBeGreaterThan(5_000);
    const [shown = 0, all = 0] = await linesShown(page);
    expect(shown).toBe(all);
    await setRange(page, "#part", "0");
    expect((await linesShown(page))[0]).toBe(5);
    await setRange(page, "#part", "100");
    expect((await linesShown(page))[0]).toBe(all);

    // The legend names what each line and shape stands for, always.
    const words = await textOf(page, "#legend");
    for (const word of ["People", "Organisations", "Places", "Held", "Planned", "Cancelled", "Refused", "Roles", "Groups around"]) {
      expect(words).toContain(word);
    }

    // Several relations of the same two are one line, with a count; choosing it draws each, which the picture shows as curves.
    const [a, b] = pairWithSeveral();
    await page.goto(`${server.url}/#pair=${encodeURIComponent(JSON.stringify([a, b]))}`);
    await page.reload();
    await expect.poll(() => heading(page).textContent()).toContain(" – ");
    const curves = (await drawingOf(page)).match(/<path d="M[^"]*Q/g) ?? [];
    expect(curves.length).toBeGreaterThan(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => heading(page).textContent()).toBe("Who met whom");
    const before = await page.locator("#graph").getAttribute("data-scale");
    await page.locator("#refine").click();
    await page.getByText("Moving the names to better places").waitFor();
    await page.locator("#refine", { hasText: "Stop" }).click();
    await page.locator("#refine", { hasText: "Refine the layout" }).waitFor();
    expect(before).not.toBeNull();

    for (const name of ["People", "Organisations", "Places"]) await legend(page, name).click();
    expect(await pixelsUnlike(page, "background")).toBe(0);
    await legend(page, "People").click();
    expect(await pixelsUnlike(page, "background")).toBeGreaterThan(1_000);
  });

  it("ask: finds names, titles and quotes by keyboard, answers questions as the command line does, tells a path in sentences", async () => {
    const page = await visit();
    const field = page.locator("#search");
    await page.keyboard.press("/");
    await page.keyboard.type("ma");
    const options = page.locator("#suggestions").getByRole("option");
    await options.nth(1).waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await field.getAttribute("aria-activedescendant")).toBe(await options.nth(1).getAttribute("id"));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    // Titles and quotes come from the server, after the names: the last may change once.
    await expect.poll(async () => (await field.getAttribute("aria-activedescendant")) ?? "none").toMatch(/^suggestions-[1-9]/);
    await field.fill("");
    await page.keyboard.type("anselm");
    await page.keyboard.press("Enter");
    await expect.poll(() => heading(page).textContent()).toBe("Anselm Richter");
    const point = await viewerPoint(page, entityNamed("Anselm Richter"));
    const box = await page.locator("#graph").boundingBox();
    expect(Math.abs(point.x - (box?.x ?? 0) - (box?.width ?? 0) / 2)).toBeLessThan(2);

    await field.fill("zzzz");
    await page.locator("#suggestions", { hasText: "Nothing here holds “zzzz”." }).waitFor();
    await field.fill("ferries will run");
    await page.locator("#suggestions").getByRole("option", { name: "ferries" }).first().click();
    await article(page).locator("mark.evidence").waitFor();
    expect(await article(page).locator("mark.evidence").textContent()).toMatch(/^“The ferries will run again .*”$/);
    await page.keyboard.press("Escape");

    // A press that begins before the server's answer comes is a choice, although the answer draws the list anew.
    await page.getByRole("button", { name: "Close the card" }).click();
    const asked: Route[] = [];
    await page.route("**/api/search?*", (route) => {
      asked.push(route);
    });
    await field.fill("Rafael");
    await page.locator("#suggestions").getByRole("option", { name: "Rafael Duarte" }).hover();
    await expect.poll(() => asked.length).toBe(1);
    await page.mouse.down();
    const answered = page.waitForResponse((response) => response.url().includes("/api/search?"));
    await asked[0]?.continue();
    await (await answered).finished();
    await page.waitForTimeout(200);
    await page.mouse.up();
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte");

    // Who writes while a card is on its way keeps the field.
    const cards: Route[] = [];
    const isCard = (url: URL): boolean =>
      url.pathname.includes(idOf("Rafael Duarte")) || url.href.includes(encodeURIComponent(idOf("Rafael Duarte")));
    await page.route(isCard, (route) => {
      cards.push(route);
    });
    await page.reload();
    await expect.poll(() => cards.length).toBe(1);
    await field.focus();
    await cards[0]?.continue();
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte");
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.unroute(isCard);

    await field.fill("who met Rafael Duarte?");
    await page.locator("#suggestions").getByRole("option", { name: "who met Rafael Duarte?" }).click();
    await expect.poll(() => heading(page).textContent()).toBe("who met Rafael Duarte?");
    const question = parseQuestion("who met Rafael Duarte?");
    if (!question) throw new Error("the grammar knows this question");
    const answer = await answerQuestion(answersOf(fixture.store), question);
    expect(await page.locator("#panel .answer > li > .entry > .entry-title").allTextContents()).toEqual(
      answer.items.map(({ sentence }) => sentence),
    );
    expect(answerLines(answer).join("\n")).toContain(answer.items[0]?.sentence);

    // A question that nobody can answer says what can be asked.
    await page.goto(`${server.url}/#ask=why`);
    await page.locator("#panel .answer-verdict", { hasText: "cannot be asked" }).waitFor();
    expect(await page.locator("#panel .asked-example").count()).toBeGreaterThan(5);

    await page.getByRole("button", { name: "Close the card" }).click();
    await page.locator("#met-a").fill("Rafael Duarte");
    await page.locator("#met-b").fill("Yusuf Karam");
    // Enter takes the suggestion, and asks once it is taken.
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await textOf(page, "#panel .answer-verdict")).toMatch(/^(Yes\.|Reported)/);
    await page.getByRole("button", { name: "Close the card" }).click();
    await page.locator("#met-a").fill("Pilar Quintero");
    await page.locator("#met-b").fill("Yusuf Karam");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "How are they connected?" }).click();
    await page.locator("#panel ol.answer li").first().waitFor();
    const steps = await page.locator("#panel ol.answer .entry-title").allTextContents();
    expect(steps[0]).toMatch(/^Pilar Quintero and .+ are both named in “.+”\.$/);
    expect(steps.at(-1)).toMatch(/ and Yusuf Karam are both named in /);
    // An article that names both proves it at two places; where no line joins two, the drawing has a dotted one for the step.
    expect(await page.locator("#panel ol.answer .evidence").count()).toBe(2 * steps.length);
    expect(await page.locator("#panel ol.answer .evidence .sentence").first().textContent()).toBe("Pilar Quintero");
    const dotted = (await drawingOf(page)).match(/stroke-width="2" stroke-dasharray="2 4"/g) ?? [];
    expect(dotted.length).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Close the card" }).click();
    await page.locator("#met-a").fill("Rafael Duarte");
    await page.locator("#met-b").fill("Ruth Adeyemi");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "How are they connected?" }).click();
    const told = page.locator("#panel ol.answer .entry-title");
    await expect.poll(() => told.allTextContents()).toEqual(["Rafael Duarte met Mei-Lin Cho.", "Mei-Lin Cho met Ruth Adeyemi."]);
  });

  it("ask: which meetings are disputed, each with what every paper says became of it, and a click from its card", async () => {
    const page = await visit();
    await page.goto(`${server.url}/#ask=${encodeURIComponent("which meetings of Rafael Duarte are disputed?")}`);
    const dispute = page.locator("#panel .answer-dispute", { hasText: "Rafael Duarte – Yusuf Karam, Lisbon" });
    expect(await dispute.locator(".entry-title").textContent()).toContain("the news changed");
    expect(await dispute.locator(".entry .badge").textContent()).toBe("Held");
    const question = parseQuestion("which meetings of Rafael Duarte are disputed?");
    if (!question) throw new Error("the grammar knows this question");
    const { items } = await answerQuestion(answersOf(fixture.store), question);
    expect(await page.locator("#panel .answer-dispute").count()).toBe(items.length);
    const statements = items.flatMap((item) => (item.kind === "dispute" ? item.row.statements : []));
    expect(await page.locator("#panel .answer-dispute .sentence").allTextContents()).toEqual(statements.map(({ text }) => text));
    const facts = (await dispute.locator(".evidence").allTextContents()).join("\n");
    expect(facts).toContain("cancelled");
    expect(facts).toContain("held");
    await dispute.locator(".entry").first().click();
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte – Yusuf Karam, Lisbon");
    expect(await textOf(page, "#panel .remark")).toContain("The reports differ");
  });

  it("filters: each says what it hides, the period is brushed and played, and all are cleared at once", async () => {
    const page = await visit();
    const shown = async (): Promise<number> => Number(await page.locator("#legend").getAttribute("data-shown"));
    const all = graph.meetings.length;
    expect(await shown()).toBe(all);
    const planned = graph.meetings.filter(({ modality }) => modality === "planned").length;
    // What was typed elsewhere outlives a filter.
    await page.locator("#met-a").fill("Rafael");
    await legend(page, "Planned").click();
    expect(await shown()).toBe(all - planned);
    expect(await legend(page, "Planned").textContent()).toContain(`hides ${planned}`);
    await legend(page, "Planned").click();
    expect(await page.locator("#met-a").inputValue()).toBe("Rafael");
    await page.locator("#met-a").fill("");

    const few = graph.meetings.filter(({ independentSources }) => independentSources < 2).length;
    await setRange(page, "#filter-sources", "2");
    expect(await shown()).toBe(all - few);
    expect(await textOf(page, "#legend")).toContain(`hides ${few}`);
    await setRange(page, "#filter-sources", "0");

    await page.locator("#legend summary").click();
    await page.locator("#legend .check", { hasText: "The Tarsian" }).click();
    expect(await shown()).toBeLessThan(all);
    await page.locator("#filter-place").selectOption({ index: 1 });
    expect(await textOf(page, "#legend")).toContain("Clear 2 filters");
    await legend(page, "Clear 2 filters").click();
    expect(await shown()).toBe(all);

    const track = await page.locator(".strip-track").boundingBox();
    if (!track) throw new Error("no strip");
    await page.mouse.move(track.x + track.width * 0.3, track.y + 12);
    await page.mouse.down();
    await page.mouse.move(track.x + track.width * 0.7, track.y + 12, { steps: 4 });
    await page.mouse.up();
    expect(await shown()).toBeLessThan(all);
    expect(await textOf(page, ".strip-words")).toMatch(/hides \d+ meeting/);
    expect(page.url()).toMatch(/from=2031-\d\d-\d\d&to=2031-\d\d-\d\d/);
    // What was done can be undone.
    await page.locator("#graph").focus();
    await page.keyboard.press("Control+z");
    await expect.poll(shown).toBe(all);
    await page.getByRole("button", { name: "Play the period" }).click();
    await expect.poll(shown).toBeLessThan(all);
    await page.getByRole("button", { name: "Stop" }).click();
  });

  it("cards: a name with all that is reported of it, and a meeting with contradicting reports side by side", async () => {
    const page = await visit();
    await search(page, "Duarte");
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte");
    const card = await textOf(page, "#panel");
    // Why all of it is taken to be about one: the words that stand for him.
    expect(card).toMatch(/Named as\d+.*Duarte/);
    for (const part of [
      "Person",
      "prime minister, Tarsia",
      "Met",
      "with Nadia Ferreira",
      "Refused",
      "with Adela Marin",
      "Planned",
      "Vienna · 18 Mar 2031",
      "Quotes",
      "Articles",
    ]) {
      expect(card).toContain(part);
    }
    await page.locator("#panel .entry", { hasText: "with Yusuf Karam" }).first().click();
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte – Yusuf Karam, Lisbon");
    expect(await textOf(page, "#panel .remark")).toBe("The reports differ: cancelled in 2, held in 1.");
    const sides = page.locator("#panel .side");
    expect(await sides.count()).toBe(2);
    const [left, right] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(left?.y).toBe(right?.y);
    expect(right?.x ?? 0).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0) - 1);
    expect(await page.locator("#panel .evidence .sentence").count()).toBe(3);
    expect(await textOf(page, "#panel")).toMatch(/The Tarsian · \d+ Mar 2031/);
    await page.getByRole("button", { name: "Back" }).click();
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte");
    await page.keyboard.press("Escape");
    await expect.poll(() => heading(page).textContent()).toBe("Who met whom");

    // A group in the legend is a card as well.
    await page.locator(".group-switch").first().click();
    await expect.poll(() => heading(page).textContent()).toMatch(/^Around /);
  });

  it("cards: who was host, visitor and mediator, and a saying with the words that another paper printed instead", async () => {
    const page = await visit();
    await search(page, summitVisitor);
    await expect.poll(() => heading(page).textContent()).toBe(summitVisitor);
    const saying = page.locator("#panel .saying");
    expect(await saying.locator("summary").textContent()).toBe("2\u00a0versions");
    await saying.locator("summary").click();
    expect(await saying.locator("del").allTextContents()).toEqual(["medicine"]);
    expect(await saying.locator("ins").allTextContents()).toEqual(["fuel"]);
    expect(await saying.locator("ins").isVisible()).toBe(true);
    expect((await saying.locator(".entry-facts").allTextContents()).sort()).toEqual([
      "Fjord Messenger · 10\u00a0Mar\u00a02031",
      "Lowland Review · 11\u00a0Mar\u00a02031",
    ]);
    await page.locator("#panel .entry", { hasText: "with " }).filter({ hasText: summitHost }).click();
    await expect.poll(() => page.locator("#panel .kicker").textContent()).toBe("Meeting");
    const facts = page.locator("#panel .facts dd");
    expect((await facts.first().locator("li").allTextContents()).sort()).toEqual(
      [`${summitHost}, host`, `${summitMediator}, mediator`, `${summitVisitor}, visitor`].sort(),
    );
    expect(await facts.allTextContents()).toContain("talks · through mediators");
    expect(await page.locator("#panel").textContent()).toContain("(Fjord Messenger, Lowland Review)");
    // Each report names its paper; what it makes of the meeting stands above and is not said again.
    expect(await page.locator("#panel .evidence .badge").count()).toBe(0);
  });

  it("evidence: a line opens its sentences, a sentence its article at exactly these characters, and keys leaf on", async () => {
    const page = await visit({ viewport: { width: 1200, height: 560 }, permissions: ["clipboard-read", "clipboard-write"] });
    const before = await pixelsUnlike(page, "faint");
    const [from, to] = [await viewerPoint(page, entityNamed("Rafael Duarte")), await viewerPoint(page, entityNamed("Nadia Ferreira"))];
    const middle = [(from.x + to.x) / 2, (from.y + to.y) / 2] as const;
    await page.mouse.move(...middle);
    await page.locator("#hint:not([hidden])").waitFor();
    expect(await textOf(page, "#hint")).toMatch(/Ferreira.* · Refused · 1 meeting/);
    expect(await pixelsUnlike(page, "faint")).toBeLessThan(before / 2);
    await page.mouse.click(...middle);
    await expect.poll(() => heading(page).textContent()).toMatch(/Duarte – Nadia Ferreira|Ferreira – Rafael Duarte/);
    const evidence = page.locator("#panel .evidence").first();
    expect(await evidence.textContent()).toContain("refused to meet");
    const [id, start, end] = await Promise.all(["article", "start", "end"].map((name) => evidence.getAttribute(`data-${name}`)));
    await evidence.click();
    const mark = article(page).locator("mark.evidence");
    await mark.waitFor();
    const { text } = (await (await fetch(`${server.url}/api/articles/${encodeURIComponent(id ?? "")}`)).json()) as { text: string };
    expect(await mark.textContent()).toBe(text.slice(Number(start), Number(end)));
    expect(await article(page).locator(".article-text").textContent()).toBe(text);
    expect(await mark.locator(".mention").count()).toBeGreaterThan(1);
    const [inner, outer] = [await mark.boundingBox(), await article(page).locator(".article-text").boundingBox()];
    expect(inner?.y ?? 0).toBeGreaterThanOrEqual(outer?.y ?? Number.POSITIVE_INFINITY);
    expect((inner?.y ?? 0) + (inner?.height ?? 0)).toBeLessThanOrEqual((outer?.y ?? 0) + (outer?.height ?? 0));
    // A sentence is taken along with its source, from the article and from the card.
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await article(page).getByRole("button", { name: "Copy with its source" }).click();
    await article(page).getByText("Copied").waitFor();
    const citation = await copied();
    expect(citation).toContain(`“${text.slice(Number(start), Number(end))}” – `);
    expect(citation).toMatch(/, \d+ Mar 2031\. https:\/\/\S+$/);
    const original = article(page).locator("a");
    expect(citation.endsWith((await original.getAttribute("href")) ?? "none")).toBe(true);
    expect([await original.getAttribute("rel"), await original.getAttribute("target")]).toEqual(["noopener noreferrer", "_blank"]);
    await page.keyboard.press("Escape");
    await expect.poll(() => article(page).isVisible()).toBe(false);
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.getByRole("button", { name: "Copy the sentence with its source" }).first().click();
    await page.locator("#toast", { hasText: "copied" }).waitFor();
    expect(await copied()).toBe(citation);

    await search(page, "Rafael Duarte");
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte");
    await page.keyboard.press("Tab");
    await page.keyboard.press("n");
    await mark.waitFor();
    const first = await mark.textContent();
    expect(await textOf(page, ".leaf")).toContain("1 of ");
    await page.keyboard.press("n");
    await expect.poll(() => mark.textContent()).not.toBe(first);
    await page.keyboard.press("p");
    await expect.poll(() => mark.textContent()).toBe(first);
  });

  it("other views: table sorted and saved, timeline, map, matrix and surroundings of the same selection", async () => {
    const page = await visit({ acceptDownloads: true });
    await page.keyboard.press("2");
    const rows = page.locator("#table tbody tr");
    expect(await rows.count()).toBe(graph.meetings.length);
    await page.locator("#table").getByRole("button", { name: "Who" }).click();
    const names = await page.locator("#table tbody td:first-child").allTextContents();
    expect(names).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0)));
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as CSV" }).click();
    const csv = (await saved(download)).toString();
    expect(csv.split("\r\n")).toHaveLength(graph.meetings.length + 2);
    expect(csv).toMatch(/^Who,Status,When,Where,Sources,Articles,From,To,Confidence,Id\r\n/);
    expect(csv).toMatch(/18 Mar 2031,Vienna,\d+,\d+,2031-03-18,2031-03-18,/);
    // The table of lines says all that the drawing shows.
    await page.locator("[data-tab=lines]").click();
    expect(await page.locator("#table tbody tr").count()).toBe((await linesShown(page))[1]);

    await page.keyboard.press("3");
    const mark = page.locator("#timeline .meeting-mark").first();
    await mark.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#panel .kicker").textContent()).toBe("Meeting");

    await page.keyboard.press("4");
    const vienna = page.locator("#map .map-spot[aria-label^=Vienna]");
    await vienna.waitFor();
    expect(await page.locator("#map .land").getAttribute("d")).toMatch(/^M/);
    await vienna.click();
    await expect.poll(() => heading(page).textContent()).toBe("Vienna");

    await page.keyboard.press("5");
    const cell = page
      .locator("#matrix")
      .getByRole("button", { name: /Duarte – Yusuf Karam|Karam – Rafael Duarte/ })
      .first();
    const outcomes = (await cell.getAttribute("title")) ?? "";
    expect(outcomes).toMatch(/held/i);
    // What the filters hide is not counted.
    await legend(page, "Held").click();
    await expect
      .poll(async () => (await cell.count()) === 0 || !((await cell.getAttribute("title")) ?? "").toLowerCase().includes("held"))
      .toBe(true);
    await legend(page, "Held").click();
    await cell.click();
    await expect.poll(() => heading(page).textContent()).toMatch(/Karam/);
    expect(await page.locator("#panel .evidence .entry-facts").first().textContent()).toMatch(/\d+\u00a0Mar\u00a02031/);

    // Everything narrowed to two: drawing, table and the count of what that hides.
    await page.getByRole("button", { name: "Show only these two" }).click();
    const shown = Number(await page.locator("#legend").getAttribute("data-shown"));
    expect(await textOf(page, ".around-note")).toContain(`; hides ${graph.meetings.length - shown} meetings`);
    await page.keyboard.press("2");
    await page.locator("[data-tab=meetings]").click();
    const narrowed = await page.locator("#table tbody td:first-child").allTextContents();
    expect(narrowed).toHaveLength(shown);
    for (const who of narrowed) expect(who).toMatch(/Duarte.*Karam|Karam.*Duarte/);
    await page.keyboard.press("1");
    const drawn = await drawingOf(page);
    for (const name of ["Rafael Duarte", "Yusuf Karam"]) expect(drawn).toContain(`>${name}<`);
    expect(drawn).not.toContain("Nadia Ferreira");
    await legend(page, "Show all").click();

    const [before = 0] = await linesShown(page);
    await page.locator("#panel").getByRole("button", { name: "Rafael Duarte", exact: true }).click();
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte");
    await page.getByRole("button", { name: "Show only connections" }).click();
    expect((await linesShown(page))[0]).toBeLessThan(before);
    // Back is the browser's own; the address keeps it all.
    await page.goBack();
    await expect.poll(async () => (await linesShown(page))[0]).toBe(before);
    await page.goForward();
    await expect.poll(async () => (await linesShown(page))[0]).toBeLessThan(before);
    await legend(page, "Show all").click();
    expect((await linesShown(page))[0]).toBe(before);
  });

  it("correct: merges, parts, corrects and undoes, with the token only", async () => {
    const own = await makeFixtureStore([...fixtureArticles(), hostileArticle()], "write");
    const path = join(own.folder, "judgements.jsonl");
    const token = "a-token-for-this-test";
    const editing = await startServer({ store: own.store, port: 0, host: "127.0.0.1", assets, edit: { path, isNamed: true }, token });
    try {
      const refused = await fetch(`${editing.url}/api/judgements`, { method: "POST", body: "{}" });
      expect(refused.status).toBe(401);
      const reader = await visit({}, editing.url);
      await search(reader, "Duarte");
      await expect.poll(() => heading(reader).textContent()).toBe("Rafael Duarte");
      expect(await reader.getByText("Correct", { exact: true }).count()).toBe(0);

      const page = await visit({}, `${editing.url}/?token=${token}`);
      expect(page.url()).not.toContain(token);
      const modalityOf = async (): Promise<string | undefined> => {
        const now = (await (await fetch(`${editing.url}/api/graph`)).json()) as GraphAnswer;
        return now.meetings.find(({ title }) => title.includes("Duarte") && title.includes("Ferreira"))?.modality;
      };
      expect(await modalityOf()).toBe("refused");
      await search(page, "Duarte");
      await page.locator("#panel .entry", { hasText: "with Nadia Ferreira" }).click();
      await expect.poll(() => heading(page).textContent()).toContain("Nadia Ferreira");
      await page.getByText("Correct", { exact: true }).click();
      await page.locator("#correct-modality").selectOption("cancelled");
      await page.locator("#toast", { hasText: "cancelled" }).waitFor();
      expect(await modalityOf()).toBe("cancelled");
      expect(JSON.parse((await readFile(path, "utf8")).trim())).toMatchObject({ verdict: "cancelled" });
      await page.locator("#undo").click();
      await page.locator("#toast", { hasText: "Undone" }).waitFor();
      expect(await modalityOf()).toBe("refused");

      await search(page, "Ruth Adeyemi");
      await expect.poll(() => heading(page).textContent()).toBe("Ruth Adeyemi");
      await page.getByText("Correct", { exact: true }).click();
      await page.locator("#panel .edit input").fill("Dmitri Valen");
      await page.locator("#merge-list [role=option]").first().click();
      await page.getByRole("button", { name: "Merge with Dmitri Valen" }).click();
      await page.locator("#toast", { hasText: "are one" }).waitFor();
      // Whichever of the two names stays, its card is what is shown now.
      await expect.poll(() => heading(page).textContent()).toMatch(/^(Ruth Adeyemi|Dmitri Valen)$/);
      const people = async (): Promise<readonly string[]> =>
        ((await (await fetch(`${editing.url}/api/graph`)).json()) as GraphAnswer).entities.map(({ name }) => name);
      expect((await people()).filter((name) => name === "Ruth Adeyemi" || name === "Dmitri Valen")).toHaveLength(1);
      await page.locator("#undo").click();
      await page.locator("#toast", { hasText: "Undone" }).waitFor();
      expect((await people()).filter((name) => name === "Ruth Adeyemi" || name === "Dmitri Valen")).toHaveLength(2);
      await page.locator("#review").click();
      await expect.poll(() => heading(page).textContent()).toBe("Are these one?");
      // What the page still asks for is answered before the server goes.
      await page.waitForLoadState("networkidle");
    } finally {
      await editing.close();
      await own.remove();
    }
  });

  it("correct: parts a person, strikes a meeting that no article reports, and decides a pair of the review queue", async () => {
    const [astrid, viktor, surname] = namesakes;
    const own = await makeFixtureStore([...fixtureArticles(), ...namesakeArticles()], "write");
    const path = join(own.folder, "judgements.jsonl");
    const token = "a-token-for-this-test";
    const editing = await startServer({ store: own.store, port: 0, host: "127.0.0.1", assets, edit: { path, isNamed: true }, token });
    const now = async (): Promise<GraphAnswer> => (await (await fetch(`${editing.url}/api/graph`)).json()) as GraphAnswer;
    /** In how many articles each of the namesakes is. */
    const articles = async (): Promise<readonly (readonly [string, number])[]> =>
      (await now()).entities
        .filter(({ name }) => namesakes.some((other) => other === name))
        .map(({ name, articles: count }) => [name, count] as const)
        .sort();
    try {
      const page = await visit({}, `${editing.url}/?token=${token}`);
      const undo = async (): Promise<void> => {
        await page.locator("#undo").click();
        await page.locator("#toast", { hasText: "Undone" }).waitFor();
      };

      await page.locator("#review").click();
      await expect.poll(() => heading(page).textContent()).toBe("Are these one?");
      const pair = page.locator("#panel .review-pair");
      expect(await pair.count()).toBe(1);
      expect(await pair.textContent()).toContain("2 people of that surname fit");
      await pair.getByRole("button", { name: "The same" }).click();
      await page.locator("#toast", { hasText: `${astrid} and ${surname} are one` }).waitFor();
      const merged = [
        [astrid, 2],
        [viktor, 1],
      ];
      expect(await articles()).toEqual(merged);
      await page.locator("#review").click();
      await page.getByText("Nothing is left to decide.").waitFor();
      // What was decided stays in sight, and can be taken back at any time.
      await page.locator("#panel .decided", { hasText: astrid }).filter({ hasText: "same" }).waitFor();
      await page.locator("#undo-latest").click();
      await page.locator("#toast", { hasText: "Undone" }).waitFor();
      expect((await articles()).length).toBe(3);
      await pair.getByRole("button", { name: "The same" }).click();
      await page.locator("#toast", { hasText: `${astrid} and ${surname} are one` }).waitFor();
      expect(await articles()).toEqual(merged);

      // In one of the two articles it is not Astrid after all; then nobody but Viktor is left.
      await page.keyboard.press("Escape");
      await search(page, astrid);
      await expect.poll(() => heading(page).textContent()).toBe(astrid);
      expect(await textOf(page, "#panel")).toContain(`The day of ${surname}`);
      await page.getByText("Correct", { exact: true }).click();
      await page
        .locator("#panel .edit")
        .getByRole("button", { name: `The day of ${surname}` })
        .click();
      await page.locator("#toast", { hasText: "is somebody else" }).waitFor();
      expect(await articles()).toEqual([
        [astrid, 1],
        [viktor, 2],
      ]);
      await undo();
      expect(await articles()).toEqual(merged);

      const meetings = (await now()).meetings.length;
      await search(page, viktor);
      await page.locator("#panel .entry", { hasText: "with Timber Council" }).first().click();
      await expect.poll(() => page.locator("#panel .kicker").textContent()).toBe("Meeting");
      await page.getByText("Correct", { exact: true }).click();
      await page.getByRole("button", { name: "No article says so" }).click();
      await page.locator("#toast", { hasText: "no article says so" }).waitFor();
      expect((await now()).meetings).toHaveLength(meetings - 1);
      const verdicts = (await readFile(path, "utf8"))
        .trim()
        .split("\n")
        .map((line): unknown => JSON.parse(line));
      expect(verdicts.at(-1)).toMatchObject({ verdict: "wrong" });
      await undo();
      expect((await now()).meetings).toHaveLength(meetings);
      await page.waitForLoadState("networkidle");
    } finally {
      await editing.close();
      await own.remove();
    }
  });

  it("share: the address carries the whole state through a reload; pictures, a frame, and a page that works without a server", async () => {
    const page = await visit({ acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] });
    await legend(page, "Planned").click();
    await search(page, "Duarte");
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte");
    await page.locator("#graph").focus();
    await page.keyboard.press("+");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.url()).toContain("camera=");
    await page.waitForTimeout(300);
    const camera = await numbersOf(page, "data-camera");
    await page.locator("#share summary").click();
    await page.locator("#copy-link").click();
    await page.getByText("The link is copied.").waitFor();
    const address = await page.evaluate(() => navigator.clipboard.readText());
    expect(address).toBe(page.url());
    const png = page.waitForEvent("download");
    await page.locator("#save-png").click();
    expect((await saved(png)).subarray(1, 4).toString()).toBe("PNG");
    const picture = page.waitForEvent("download");
    await page.locator("#save-svg").click();
    const drawing = (await saved(picture)).toString();
    expect(drawing).toMatch(/^<svg [\s\S]*Rafael Duarte[\s\S]*<\/svg>$/);

    await page.reload();
    await page.locator("body[data-ready=yes]").waitFor();
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte");
    expect(await legend(page, "Planned").getAttribute("aria-pressed")).toBe("false");
    expect(await numbersOf(page, "data-camera")).toEqual(camera);
    await page.goto(`${server.url}/?embed=1#entity=${encodeURIComponent(idOf("Rafael Duarte"))}`);
    await page.locator("body[data-ready=yes]").waitFor();
    expect([await page.locator("#legend").isVisible(), await page.locator("#graph").isVisible()]).toEqual([false, true]);

    const file = join(fixture.folder, "whomet.html");
    await writeFile(file, htmlPage(await readViewer("dist/viz-file"), await saveGraph(fixture.store)));
    const offline = await visit({ offline: true }, pathToFileURL(file).href);
    expect(await pixelsUnlike(offline, "background")).toBeGreaterThan(5_000);
    await search(offline, "<img");
    await expect.poll(() => heading(offline).textContent()).toBe(hostileName);
    await offline.keyboard.press("4");
    await offline.locator("#map .map-spot").first().waitFor();
    await offline.keyboard.press("Escape");
    await offline.locator("#met-a").fill("Rafael Duarte");
    await offline.locator("#met-b").fill("Yusuf Karam");
    await offline.keyboard.press("Enter");
    await offline.locator(".met-form").getByRole("button", { name: "Did they meet?" }).click();
    await offline.locator("#panel .evidence").first().click();
    await article(offline).locator("mark.evidence").waitFor();
    expect(await offline.title()).toBe("Whomet");
    expect([...(visits.at(-1)?.hosts ?? [])].filter((host) => host !== "")).toEqual([]);
  });

  describe("safe", () => {
    const intact = async (page: Page): Promise<void> => {
      expect(await page.title()).toBe("Whomet");
      expect(
        await page.locator("img, b, s, iframe, body script:not([type='application/json'], [type=module]), svg[onload], a").count(),
      ).toBe(0);
    };
    /** Goes through everything that shows names, titles or texts. */
    const walk = async (page: Page): Promise<void> => {
      await search(page, "<img");
      await expect.poll(() => heading(page).textContent()).toBe(hostileName);
      expect(await page.locator("#panel").textContent()).toContain("<s>struck</s>");
      const { x, y } = await viewerPoint(page, entityNamed(hostileName));
      await page.mouse.move(x, y);
      await expect.poll(() => page.locator("#hint").textContent()).toContain(hostileName);
      for (const key of ["1", "3", "4", "5", "2"]) {
        await page.keyboard.press(key);
        await intact(page);
      }
      // The place is a choice of the filter, and nothing that could be followed.
      expect(await page.locator("#filter-place option").allTextContents()).toContain(`${hostilePlace} (1)`);
      const csv = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save as CSV" }).click();
      expect((await saved(csv)).toString()).toContain(`"${hostileName.replaceAll('"', '""')}`);
      await page.locator("#table").getByRole("button", { name: "<img" }).click();
      await expect.poll(() => heading(page).textContent()).toContain(hostileName);
      // A name that would turn the words after it round does not.
      expect(await page.locator("#panel").getByRole("button", { name: turnedName, exact: true }).count()).toBe(1);
      await page.locator("#panel .evidence").first().click();
      await article(page).locator("mark.evidence").waitFor();
      expect(await article(page).locator("h2").textContent()).toBe('"><svg onload="document.title=`ran`">');
      expect(await article(page).locator(".article-text").textContent()).toContain("<script>document.title=`ran`</script>");
      await intact(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("1");
      await page.getByRole("button", { name: "Close the card" }).click();
      await page.locator("#met-a").fill(hostileName);
      await page.locator("#met-b").fill("<b>Bold</b> Harbour");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "How are they connected?" }).click();
      await page.locator("#panel ol.answer", { hasText: `${hostileName} met <b>Bold</b> Harbour.` }).waitFor();
      await intact(page);
    };

    it("safe: hostile names, titles and texts are shown as the characters they are, in every view of the server's page", async () => {
      const page = await visit();
      await walk(page);
      await page.goto(`${server.url}/#met=${encodeURIComponent(JSON.stringify([hostileName, "<b>Bold</b> Harbour"]))}`);
      await page.reload();
      await page.locator("#panel .answer-verdict").waitFor();
      await intact(page);
    });

    it("safe: and of the page that was saved as a file, and in a saved drawing", async () => {
      const file = join(fixture.folder, "hostile.html");
      await writeFile(file, htmlPage(await readViewer("dist/viz-file"), await saveGraph(fixture.store)));
      const page = await visit({ offline: true }, pathToFileURL(file).href);
      await walk(page);
      await page.getByRole("button", { name: "Close the card" }).click();
      await search(page, "<img");
      const picture = join(fixture.folder, "hostile.svg");
      await writeFile(picture, await drawingOf(page));
      // Opened as a page of its own, where nothing would keep a script from running.
      await page.goto(pathToFileURL(picture).href);
      const read = await page.evaluate(() => {
        const all = [...document.querySelectorAll("*")];
        return {
          kinds: [...new Set(all.map(({ localName }) => localName))].sort(),
          handlers: all.flatMap((element) => element.getAttributeNames().filter((name) => /^on|href/.test(name))),
          texts: all.filter(({ localName }) => localName === "text").map(({ textContent }) => textContent),
        };
      });
      expect(read.kinds).toEqual(["circle", "path", "rect", "svg", "text"]);
      expect(read.handlers).toEqual([]);
      expect(read.texts.some((text) => text?.startsWith("<img src=x"))).toBe(true);
    });

    it("safe: a page of this machine may frame the embedded viewer, which cannot edit, and nothing else of it", async () => {
      const own = await makeFixtureStore([hostileArticle()], "write");
      const edit = { path: join(own.folder, "judgements.jsonl"), isNamed: true };
      const token = "a-token-for-this-test";
      const editing = await startServer({ store: own.store, port: 0, host: "127.0.0.1", assets, edit, token });
      const around = createServer((_, response) => {
        response.setHeader("Content-Type", "text/html");
        response.end(`<iframe id="open" src="${editing.url}/?embed=1"></iframe><iframe id="shut" src="${editing.url}/"></iframe>`);
      });
      await new Promise<void>((resolve) => around.listen(0, "127.0.0.1", resolve));
      const address = around.address();
      try {
        // Whoever may edit may not do so through a frame.
        const page = await visit({}, `${editing.url}/?token=${token}`);
        expect(await page.locator("#review").isVisible()).toBe(true);
        await page.goto(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`);
        const framed = page.frameLocator("#open");
        await framed.locator("body[data-ready=yes]").waitFor();
        expect(await framed.locator("#graph").isVisible()).toBe(true);
        expect(await framed.locator("#review").isVisible()).toBe(false);
        const shut = await (await page.locator("#shut").elementHandle())?.contentFrame();
        expect(shut?.url()).toMatch(/^chrome-error:/);
        // The browser says that it refused: the point of this test.
        expect(visits.at(-1)?.problems.splice(0).join()).toMatch(/frame-ancestors|Refused to frame|X-Frame/i);
      } finally {
        await new Promise((resolve) => around.close(resolve));
        await editing.close();
        await own.remove();
      }
    });
  });

  it.each([
    ["wide and light", { viewport: { width: 1280, height: 800 }, colorScheme: "light" }, "rgb(246, 247, 249)"],
    ["wide and dark", { viewport: { width: 1280, height: 800 }, colorScheme: "dark" }, "rgb(18, 22, 28)"],
    ["narrow and light", { viewport: { width: 390, height: 844 }, colorScheme: "light" }, "rgb(246, 247, 249)"],
    ["narrow and dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }, "rgb(18, 22, 28)"],
  ] as const)("manners: axe finds nothing to complain about, and everything fits a window that is %s", async (_, options, background) => {
    const page = await visit({ ...options, bypassCSP: true });
    const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
    await page.evaluate(axe);
    const violations = async (): Promise<readonly string[]> =>
      page.evaluate(async () => {
        const found = await (
          globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
        ).axe.run();
        return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`.slice(0, 400));
      });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport.width);
    expect(await page.locator(".stage").evaluate((stage) => getComputedStyle(stage).backgroundColor)).toBe(background);
    expect(await legend(page, "People").isVisible()).toBe(true);
    for (const view of ["graph", "table", "timeline", "map", "matrix"]) {
      await page.locator(`#view-${view}`).click();
      expect([view, await violations()]).toEqual([view, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(options.viewport.width);
    }
    await page.locator("#view-graph").click();
    await search(page, rtlName);
    await expect.poll(() => heading(page).textContent()).toBe(rtlName);
    expect(await heading(page).evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
    expect(await page.locator("#panel").textContent()).toContain(otherRtlName);
    expect(await violations()).toEqual([]);
    await page.locator("#panel .entry", { hasText: otherRtlName }).last().click();
    await page.locator("#panel .evidence").first().click();
    await article(page).locator("mark.evidence").waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("#share summary").click();
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type("who met Rafael Duarte?");
    await page.locator("#suggestions").getByRole("option").first().waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press("Enter");
    await expect.poll(() => heading(page).textContent()).toBe("who met Rafael Duarte?");
    expect(await violations()).toEqual([]);
    await page.locator("#graph").focus();
    await page.keyboard.press("?");
    await page.locator("#keys").waitFor();
    expect(await violations()).toEqual([]);
    await page.locator("#start-tour").click();
    await page.locator("#tour").waitFor();
    expect(await violations()).toEqual([]);
  });

  it("manners: every control is reached by the keyboard, nothing jumps while the page opens, and a tour shows around", async () => {
    const page = await visit();
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += "value" in entry && typeof entry.value === "number" ? entry.value : 0;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 100);
        }),
    );
    expect(shift).toBeLessThan(0.1);
    const reached = new Set<string>();
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      reached.add(await page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute("data-key") || ""));
    }
    for (const id of ["search", "view-table", "help", "part", "PERSON", "graph", "zoom-in", "met-a"]) {
      expect([...reached]).toContain(id);
    }
    const camera = () => numbersOf(page, "data-camera");
    const [, , start = 0] = await camera();
    await page.locator("#graph").focus();
    await page.keyboard.press("+");
    expect((await camera())[2]).toBeLessThan(start);
    await page.keyboard.press("ArrowRight");
    expect((await camera())[0]).toBeGreaterThan(0.5);
    await page.keyboard.press("0");
    expect(await camera()).toEqual([0.5, 0.5, 1]);
    await page.keyboard.press("?");
    await page.locator("#keys").getByText("next and previous sentence").waitFor();
    await page.keyboard.press("Enter");
    const tour = page.locator("#tour");
    for (const part of ["1 of 3", "2 of 3", "3 of 3"]) {
      expect(await tour.textContent()).toContain(part);
      await page.keyboard.press("Enter");
    }
    await expect.poll(() => tour.isVisible()).toBe(false);
  });

  it("manners: light or dark is remembered, and a card is printed in full and alone", async () => {
    const page = await visit({ colorScheme: "light" });
    const ground = () => page.locator(".panel").evaluate((panel) => getComputedStyle(panel).backgroundColor);
    const light = await ground();
    await page.getByRole("button", { name: "Dark colours" }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    await page.locator("body[data-ready=yes]").waitFor();
    expect(await ground()).toBe(dark);
    expect(await page.getByRole("button", { name: "Dark colours" }).getAttribute("aria-pressed")).toBe("true");

    await search(page, "Duarte");
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte");
    expect(await page.locator("#panel [data-rest]").count()).toBeGreaterThan(0);
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    expect(await page.locator("#panel [data-rest]").count()).toBe(0);
    await page.emulateMedia({ media: "print" });
    // On white paper, whatever the screen was.
    expect(await ground()).toBe(light);
    for (const part of [".bar", "#legend", ".stage", "#strip", ".panel .cite >> nth=0"])
      expect(await page.locator(part).isVisible()).toBe(false);
    expect(await page.locator("#panel").evaluate((panel) => panel.scrollHeight <= panel.clientHeight + 1)).toBe(true);
  });

  describe("over another store", () => {
    const withStore = async (store: GraphStore, look: (page: Page) => Promise<void>): Promise<void> => {
      const other = await startServer({ store, port: 0, host: "127.0.0.1", assets });
      try {
        await look(await visit({}, other.url));
      } finally {
        await other.close();
      }
    };

    it("leads from a name in the sample articles to the sentence that says whom they met", async () => {
      const samples = await makeFixtureStore(await annotateFolder("data/samples"));
      await withStore(samples.store, async (page) => {
        await search(page, "Boehler");
        await expect.poll(() => heading(page).textContent()).toBe("Adam Boehler");
        await page.locator("#panel .entry", { hasText: "Hamas" }).filter({ hasText: "Held" }).first().click();
        await page.locator("#panel .evidence", { hasText: "met Hamas officials" }).first().click();
        await article(page).locator("mark.evidence").waitFor();
        expect(await article(page).locator("mark.evidence").textContent()).toMatch(/Boehler.*met Hamas officials/);

        // The same with three keys beside the question itself, and no pointer.
        await page.keyboard.press("Escape");
        await page.locator("#graph").focus();
        await page.keyboard.press("/");
        await page.keyboard.type("who met Adam Boehler?");
        await page.keyboard.press("Enter");
        await expect.poll(() => heading(page).textContent()).toBe("who met Adam Boehler?");
        await page.keyboard.press("n");
        await expect.poll(() => article(page).locator("mark.evidence").textContent()).toMatch(/Boehler.*met Hamas officials/);
      });
      await samples.remove();
    });

    it("first look: of a large graph no more is drawn than a screen holds, the rest is counted, and a movement ends in the whole picture", async () => {
      const columns = inventColumns(4000, 20_000);
      const large = await startServer({
        store: fixture.store,
        port: 0,
        host: "127.0.0.1",
        assets,
        network: () => Promise.resolve(columns),
      });
      try {
        const page = await visit({}, large.url);
        await page.locator("body[data-complete=yes]").waitFor({ state: "attached" });
        const [first = 0] = await linesShown(page);
        expect(first).toBe(250);
        await setRange(page, "#part", "100");
        await page.locator("#budget", { hasText: /^12,000 of 1\d,\d{3} lines drawn here; come closer for the rest$/ }).waitFor();
        const before = await numbersOf(page, "data-camera");
        const box = await page.locator("#graph").boundingBox();
        if (!box) throw new Error("no graph");
        await page.mouse.move(box.x + 300, box.y + 300);
        await page.mouse.down();
        for (const step of [10, 20, 30, 40]) await page.mouse.move(box.x + 300 + step, box.y + 300);
        await page.mouse.up();
        await expect.poll(() => page.locator("#graph").getAttribute("data-picture")).toBe("drawn");
        expect((await numbersOf(page, "data-camera"))[0]).toBeLessThan(before[0] ?? 0);
        expect(await pixelsUnlike(page, "background")).toBeGreaterThan(20_000);
        // However many there are, the best match comes first, and at once.
        await page.keyboard.press("/");
        await page.keyboard.type("of 4");
        await page
          .locator("#suggestions")
          .getByRole("option", { name: / of 4\b/ })
          .first()
          .waitFor();
      } finally {
        await large.close();
      }
    });

    it("says that the store is empty, and how to fill it", async () => {
      const empty = await makeFixtureStore([]);
      await withStore(empty.store, async (page) => {
        expect(await page.locator("#notice").textContent()).toMatch(/empty.*whomet build/);
      });
      await empty.remove();
    });

    it("says what went wrong, and tries again", async () => {
      let failures = 1;
      const readGraph: GraphStore["readGraph"] = () => {
        failures -= 1;
        if (failures >= 0) return Promise.reject(new UserError("store-unreachable", "the store is away", "wait a moment"));
        return fixture.store.readGraph();
      };
      const flaky: GraphStore = {
        ...{ dialect: fixture.store.dialect, readGraph, storedArticles: () => fixture.store.storedArticles() },
        load: (given) => fixture.store.load(given),
        update: (make) => fixture.store.update(make),
        loads: () => fixture.store.loads(),
        query: (...given) => fixture.store.query(...given),
        close: () => Promise.resolve(),
      };
      await withStore(flaky, async (page) => {
        expect(await page.locator("#notice").textContent()).toMatch(/the store is away[\s\S]*wait a moment/);
        // The browser itself reports the failed request; it is the point of this test.
        visits.at(-1)?.problems.splice(0);
        await page.getByRole("button", { name: "Try again" }).click();
        await expect.poll(() => heading(page).textContent()).toBe("Who met whom");
        expect(await page.locator("#notice").textContent()).toBe("");
      });
    });
  });
});
