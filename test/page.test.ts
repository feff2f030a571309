/** The viewer as a person meets it: the built page, a real server over a real store, in a real Chromium. */
import { existsSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { GraphAnswer } from "../src/app/api-graph.ts";
import { type RunningServer, startServer } from "../src/app/server.ts";
import { UserError } from "../src/domain/errors.ts";
import type { GraphStore } from "../src/store/graph-store.ts";
import { findChromium, isRequired, launchChromium } from "./page/chromium.ts";
import { fixtureArticles } from "./page/fixture-articles.ts";
import { annotateFolder, type FixtureStore, makeFixtureStore } from "./page/fixture-store.ts";
import { hostileArticle, hostileName } from "./page/hostile-article.ts";
import { numbersOf, openPage, pixelsUnlike, type Visit, viewerPoint } from "./page/visit.ts";

const assets = "dist/viz";
const chromiumPath = findChromium();
const runs = chromiumPath !== null || isRequired("chromium");
if (!runs) console.warn("page tests skipped: no Chromium found; install one or set CHROMIUM_PATH");

describe.runIf(runs)("the viewer", () => {
  let browser: Browser;
  let fixture: FixtureStore;
  let server: RunningServer;
  let graph: GraphAnswer;
  let visits: Visit[] = [];

  beforeAll(async () => {
    if (chromiumPath === null) throw new Error("Chromium is required here, but none was found; set CHROMIUM_PATH");
    if (!existsSync(`${assets}/index.html`)) throw new Error("the viewer is not built: run `make build` first");
    fixture = await makeFixtureStore([...fixtureArticles(), hostileArticle()]);
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
      expect([...hosts].filter((host) => !host.startsWith("127.0.0.1:"))).toEqual([]);
    }
  });

  const meetingNamed = (...names: readonly string[]) => {
    const found = graph.meetings.find(({ title }) => names.every((name) => title.includes(name)));
    if (!found) throw new Error(`the fixture has no meeting of ${names.join(" and ")}`);
    return found;
  };
  const entityNamed = (name: string) => {
    const found = graph.entities.find((entity) => entity.name === name);
    if (!found) throw new Error(`the fixture has nobody called ${name}`);
    return found;
  };
  const search = async (page: Page, text: string): Promise<void> => {
    await page.keyboard.press("/");
    await page.keyboard.type(text);
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
  };
  const heading = (page: Page) => page.locator("#panel h2");
  /** What an element says, every space an ordinary one. */
  const textOf = async (page: Page, selector: string): Promise<string> =>
    ((await page.locator(selector).textContent()) ?? "").replaceAll("\u00a0", " ");

  it("draws the graph, and what is switched off disappears", async () => {
    const page = await visit();
    expect(await pixelsUnlike(page, "background")).toBeGreaterThan(5_000);
    for (const name of ["People", "Organisations", "Places"]) await page.getByRole("button", { name }).click();
    expect(await pixelsUnlike(page, "background")).toBe(0);
    await page.getByRole("button", { name: "People" }).click();
    expect(await pixelsUnlike(page, "background")).toBeGreaterThan(1_000);
  });

  it("jumps to what was searched for, by keyboard alone", async () => {
    const page = await visit();
    const before = await page.locator("#graph").getAttribute("data-camera");
    await page.keyboard.press("/");
    await page.keyboard.type("ma");
    const field = page.getByRole("combobox");
    const options = page.getByRole("option");
    await options.nth(1).waitFor();
    const second = await options.nth(1).textContent();
    await page.keyboard.press("ArrowDown");
    expect(await field.getAttribute("aria-activedescendant")).toBe(await options.nth(1).getAttribute("id"));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await field.getAttribute("aria-activedescendant")).toBe(await options.last().getAttribute("id"));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");

    await expect.poll(() => heading(page).textContent()).not.toBe("Who met whom");
    const name = (await heading(page).textContent()) ?? "";
    expect(second).toContain(name);
    expect(await page.locator("#graph").getAttribute("data-camera")).not.toBe(before);
    const point = await viewerPoint(page, entityNamed(name));
    const box = await page.locator("#graph").boundingBox();
    expect(Math.abs(point.x - (box?.x ?? 0) - (box?.width ?? 0) / 2)).toBeLessThan(2);
    expect(Math.abs(point.y - (box?.y ?? 0) - (box?.height ?? 0) / 2)).toBeLessThan(2);
  });

  it("draws what was searched for even where the filters hide it, and hides it again", async () => {
    const page = await visit();
    for (const name of ["People", "Organisations", "Places"]) await page.getByRole("button", { name }).click();
    await search(page, "Duarte");
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte");
    expect(await pixelsUnlike(page, "background")).toBeGreaterThan(100);
    await page.keyboard.press("Escape");
    await expect.poll(() => heading(page).textContent()).toBe("Who met whom");
    expect(await pixelsUnlike(page, "background")).toBe(0);
  });

  it("finds words that were said, and opens the article where they stand", async () => {
    const page = await visit();
    await page.keyboard.press("/");
    await page.keyboard.type("ferries will run");
    await page.getByRole("option", { name: "ferries" }).first().click();
    await page.locator("dialog mark.evidence").waitFor();
    expect(await page.locator("dialog mark.evidence").textContent()).toMatch(/^“The ferries will run again .*”$/);
  });

  it("answers the words that stand in the field, however fast Enter follows them", async () => {
    const page = await visit();
    await page.keyboard.press("/");
    await page.keyboard.type("a");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.insertText("nselm");
    await page.keyboard.press("Enter");
    await expect.poll(() => heading(page).textContent()).toBe("Anselm Richter");
  });

  it("says so when nothing holds the words", async () => {
    const page = await visit();
    await page.keyboard.press("/");
    await page.keyboard.type("zzzz");
    await page.getByText("Nothing here holds “zzzz”.").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.locator("#suggestions").isHidden()).toBe(true);
  });

  it("shows the card of a name that is clicked: roles, meetings in words, quotes, articles", async () => {
    const page = await visit();
    const { x, y } = await viewerPoint(page, entityNamed("Rafael Duarte"));
    await page.mouse.click(x, y);
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte");
    const card = await textOf(page, "#panel");
    expect(card).toContain("Person");
    expect(card).toContain("prime minister, Tarsia");
    for (const part of ["with Nadia Ferreira", "Refused", "with Adela Marin", "Planned", "Vienna · 18 Mar 2031", "Quotes", "Articles"]) {
      expect(card).toContain(part);
    }
  });

  it("shows the sentences behind a meeting that is clicked, and where reports differ", async () => {
    const page = await visit();
    const meeting = meetingNamed("Rafael Duarte", "Yusuf Karam");
    const { x, y } = await viewerPoint(page, meeting);
    await page.mouse.click(x, y);
    await expect.poll(() => heading(page).textContent()).toBe(meeting.title);
    const sentences = await page.locator("#panel .evidence .sentence").allTextContents();
    expect(sentences).toHaveLength(3);
    for (const sentence of sentences) expect(sentence).toMatch(/Duarte.*Lisbon|Lisbon.*Duarte/);
    const panel = await textOf(page, "#panel");
    expect(panel).toContain("The reports differ: cancelled in 2, held in 1.");
    expect(panel).toMatch(/The Tarsian · \d+ Mar 2031/);
  });

  it("shows the same sentences when a line of the meeting is clicked", async () => {
    const page = await visit();
    const meeting = meetingNamed("Nadia Ferreira", "Rafael Duarte");
    const [from, to] = [await viewerPoint(page, entityNamed("Rafael Duarte")), await viewerPoint(page, meeting)];
    await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2);
    await expect.poll(() => heading(page).textContent()).toBe(meeting.title);
    expect(await page.locator("#panel .evidence .sentence").first().textContent()).toContain("refused to meet");
  });

  it("opens the article with exactly the stretch highlighted and in view", async () => {
    const page = await visit({ viewport: { width: 1000, height: 420 } });
    await search(page, "Duarte");
    await page.locator("#panel .entry", { hasText: "with Nadia Ferreira" }).click();
    const evidence = page.locator("#panel .evidence").last();
    const [article, start, end] = await Promise.all(["article", "start", "end"].map((name) => evidence.getAttribute(`data-${name}`)));
    await evidence.click();
    const mark = page.locator("dialog mark.evidence");
    await mark.waitFor();

    const { text } = (await (await fetch(`${server.url}/api/articles/${encodeURIComponent(article ?? "")}`)).json()) as { text: string };
    expect(await mark.textContent()).toBe(text.slice(Number(start), Number(end)));
    expect(await page.locator("dialog .article-text").textContent()).toBe(text);
    expect(await page.locator("dialog mark.evidence .mention").count()).toBeGreaterThan(1);
    const [inner, outer] = [await mark.boundingBox(), await page.locator("dialog .article-text").boundingBox()];
    expect(inner?.y ?? 0).toBeGreaterThanOrEqual(outer?.y ?? Number.POSITIVE_INFINITY);
    expect((inner?.y ?? 0) + (inner?.height ?? 0)).toBeLessThanOrEqual((outer?.y ?? 0) + (outer?.height ?? 0));
  });

  it("closes the article and then the card with Escape, and goes back step by step", async () => {
    const page = await visit();
    await search(page, "Duarte");
    await page.locator("#panel .entry", { hasText: "with Nadia Ferreira" }).click();
    await page.locator("#panel .evidence").first().click();
    await page.locator("dialog mark.evidence").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("dialog").isVisible()).toBe(false);
    expect(await heading(page).textContent()).toContain("Ferreira");
    await page.getByRole("button", { name: "Back" }).click();
    await expect.poll(() => heading(page).textContent()).toBe("Rafael Duarte");
    await page.keyboard.press("Escape");
    await expect.poll(() => heading(page).textContent()).toBe("Who met whom");
  });

  it("says in words what the pointer is on, and dims the rest", async () => {
    const page = await visit();
    const before = await pixelsUnlike(page, "faint");
    const { x, y } = await viewerPoint(page, meetingNamed("Nadia Ferreira", "Rafael Duarte"));
    await page.mouse.move(x, y);
    await page.locator("#hint").waitFor();
    expect(await textOf(page, "#hint")).toContain("Refused · 16 Feb 2031 · ");
    expect(await pixelsUnlike(page, "faint")).toBeLessThan(before / 2);
    await page.mouse.move(x, 20);
    await page.locator("#hint").waitFor({ state: "hidden" });
  });

  it("moves and zooms the drawing by button and by key", async () => {
    const page = await visit();
    const camera = () => numbersOf(page, "data-camera");
    const [, , start = 0] = await camera();
    await page.getByRole("button", { name: "Zoom in" }).click();
    expect((await camera())[2]).toBeLessThan(start);
    await page.locator("#graph").focus();
    await page.keyboard.press("-");
    await page.keyboard.press("-");
    expect((await camera())[2]).toBeGreaterThan(start);
    await page.keyboard.press("ArrowRight");
    expect((await camera())[0]).toBeGreaterThan(0.5);
    await page.keyboard.press("0");
    expect(await camera()).toEqual([0.5, 0.5, 1]);
  });

  it("offers the same meetings as a table", async () => {
    const page = await visit();
    await page.getByRole("button", { name: "Table" }).click();
    expect(await page.locator("#table tbody tr").count()).toBe(graph.meetings.length);
    await page.locator("#legend").getByRole("button", { name: "Planned" }).click();
    expect(await page.locator("#table tbody tr").count()).toBe(graph.meetings.filter(({ modality }) => modality !== "planned").length);
    await page.locator("#table").getByRole("button", { name: "Pilar Quintero" }).click();
    await expect.poll(() => heading(page).textContent()).toContain("Pilar Quintero");
  });

  it("shows hostile names, titles and texts as the characters they are", async () => {
    const page = await visit();
    await search(page, "<img");
    await expect.poll(() => heading(page).textContent()).toBe(hostileName);
    expect(await page.locator("#panel").textContent()).toContain("<s>struck</s>");
    const { x, y } = await viewerPoint(page, entityNamed(hostileName));
    await page.mouse.move(x, y);
    await expect.poll(() => page.locator("#hint").textContent()).toContain(hostileName);
    await page.getByRole("button", { name: "Table" }).click();
    await page.locator("#table").getByRole("button", { name: "<img" }).click();
    await expect.poll(() => heading(page).textContent()).toContain(hostileName);
    await page.locator("#panel .evidence").first().click();
    await page.locator("dialog mark.evidence").waitFor();
    expect(await page.locator("dialog h2").textContent()).toBe('"><svg onload="document.title=`ran`">');
    expect(await page.locator("dialog .article-text").textContent()).toContain("<script>document.title=`ran`</script>");
    expect(await page.title()).toBe("Whomet");
    expect(await page.locator("img, b, s, body script, svg[onload], a").count()).toBe(0);
  });

  it.each([
    ["wide and light", { viewport: { width: 1280, height: 800 }, colorScheme: "light" }, "rgb(246, 247, 249)"],
    ["wide and dark", { viewport: { width: 1280, height: 800 }, colorScheme: "dark" }, "rgb(18, 22, 28)"],
    ["narrow", { viewport: { width: 390, height: 844 }, colorScheme: "light" }, "rgb(246, 247, 249)"],
  ] as const)("fits a window that is %s", async (_, options, background) => {
    const page = await visit(options);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(options.viewport.width);
    expect(await page.locator(".stage").evaluate((stage) => getComputedStyle(stage).backgroundColor)).toBe(background);
    expect(await page.getByRole("button", { name: "People" }).isVisible()).toBe(true);
    await search(page, "Duarte");
    await expect.poll(() => heading(page).isVisible()).toBe(true);
    expect(await pixelsUnlike(page, "background")).toBeGreaterThan(1_000);
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
        await page.locator("dialog mark.evidence").waitFor();
        expect(await page.locator("dialog mark.evidence").textContent()).toMatch(/Boehler.*met Hamas officials/);
      });
      await samples.remove();
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
