/**
 * Measures the viewer against plain Sigma on the same graph, in the same browser, one after the other: the first picture, frames while
 * panning, search, memory. Prints a table; `npm run bench` runs it. It says so and stops where there is no Chromium.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { startServer } from "../../src/app/server.ts";
import { readAssets } from "../../src/app/server-assets.ts";
import type { GraphStore } from "../../src/store/graph-store.ts";
import { inventColumns, plainGraph } from "./bench-graph.ts";
import { findChromium, launchChromium } from "./chromium.ts";

const sizes = [
  { names: 10_000, meetings: 50_000 },
  { names: 100_000, meetings: 400_000 },
] as const;
const rounds = Number(process.env.WHOMET_BENCH_ROUNDS ?? "2");
const panMs = 3000;

interface Figures {
  /** From the start of the navigation to the first frame with the graph. */
  readonly firstMs: number;
  readonly framesPerSecond: number;
  /** From the end of the movement until the picture is drawn in full. */
  readonly fullMs: number;
  readonly heapMegabytes: number;
}

async function measure(browser: Browser, url: string, target: string, whenDone: string): Promise<Figures & { searchMs: number | null }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  // tsx names functions with a helper of its own, which the page does not have.
  await page.addInitScript({ content: "globalThis.__name = (named) => named" });
  await page.addInitScript(() => {
    const look = (): void => {
      const drawn = document.querySelector<HTMLElement>("#graph")?.dataset.camera !== undefined;
      if (drawn) Object.assign(window, { firstMs: performance.now() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url, { timeout: 180_000, waitUntil: "commit" });
  await page.waitForFunction(() => "firstMs" in window, undefined, { timeout: 180_000 });
  const firstMs = await page.evaluate(() => Number(Object.getOwnPropertyDescriptor(window, "firstMs")?.value));
  await page.locator(whenDone).waitFor({ timeout: 180_000, state: "attached" });
  await page.waitForTimeout(1000);
  const { framesPerSecond, fullMs } = await pan(page, target);
  const searchMs = target === "#graph .sigma-mouse" && url.includes("bench=ours") ? await searchTime(page) : null;
  const session = await context.newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await context.close();
  return { firstMs, framesPerSecond, fullMs, heapMegabytes: usedSize / 2 ** 20, searchMs };
}

/** Frames per second while the picture is dragged to and fro, and how long it takes until it is drawn in full again. */
function pan(page: Page, target: string): Promise<Pick<Figures, "framesPerSecond" | "fullMs">> {
  return page.evaluate(
    ({ target, panMs }) =>
      new Promise<{ framesPerSecond: number; fullMs: number }>((resolve) => {
        const element = document.querySelector(target);
        if (!element) throw new Error(`no ${target}`);
        const send = (type: string, where: EventTarget, x: number): boolean =>
          where.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: x, clientY: 400, button: 0, buttons: 1 }));
        send("mousedown", element, 600);
        const start = performance.now();
        let frames = 0;
        const step = (): void => {
          const elapsed = performance.now() - start;
          if (elapsed > panMs) {
            send("mouseup", document, 600);
            const framesPerSecond = (frames * 1000) / elapsed;
            const end = performance.now();
            // Plain Sigma says nothing of its pictures: there the next frame is a full one.
            const look = (): void => {
              if (document.querySelector<HTMLElement>("#graph")?.dataset.picture === "moved") requestAnimationFrame(look);
              else requestAnimationFrame(() => setTimeout(() => resolve({ framesPerSecond, fullMs: performance.now() - end }), 0));
            };
            requestAnimationFrame(look);
            return;
          }
          frames += 1;
          send("mousemove", document, 600 + 120 * Math.sin(elapsed / 250));
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    { target, panMs },
  );
}

/** From a keystroke to the suggestions, the slowest of several words. */
function searchTime(page: Page): Promise<number> {
  return page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("#search");
    if (!field) throw new Error("no search field");
    let slowest = 0;
    // The first search folds the names; it belongs to the measurement.
    for (const words of ["name 77", "of 4711", "na", "zzz", "name 1"]) {
      field.value = words;
      const start = performance.now();
      field.dispatchEvent(new Event("input"));
      slowest = Math.max(slowest, performance.now() - start);
    }
    return slowest;
  });
}

const unused = () => Promise.reject(new Error("the measurement asks the store nothing"));
const store: GraphStore = {
  dialect: "ladybug",
  readGraph: unused,
  storedArticles: unused,
  load: unused,
  update: unused,
  loads: unused,
  // Titles and quotes are looked up here while names are found in the page: there are none.
  query: () => Promise.resolve({ columns: [], rows: [], truncated: false }),
  close: () => Promise.resolve(),
};

async function run(): Promise<void> {
  const chromium = findChromium();
  if (chromium === null) {
    console.log("viewer: not measured, no Chromium found (set CHROMIUM_PATH)");
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), "whomet-bench-"));
  await build({
    root: "test/page/plain-sigma",
    base: "./",
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true, target: "es2022" },
  });
  const plainAssets = await readAssets(folder);
  const browser = await launchChromium(chromium);
  const rows: string[][] = [];
  for (const { names, meetings } of sizes) {
    const columns = inventColumns(names, meetings);
    const body = JSON.stringify(plainGraph(columns));
    const plainApp = new Hono()
      .get("/graph.json", (context) => context.body(body, 200, { "Content-Type": "application/json" }))
      .get("*", (context) => {
        const asset = plainAssets.get(context.req.path);
        return asset ? context.body(asset.body, 200, { "Content-Type": asset.type }) : context.notFound();
      });
    const { plainServer, port } = await new Promise<{ plainServer: ReturnType<typeof serve>; port: number }>((resolve) => {
      const started = serve({ fetch: plainApp.fetch, port: 0, hostname: "127.0.0.1" }, (info) =>
        resolve({ plainServer: started, port: info.port }),
      );
    });
    const ours = await startServer({ store, port: 0, host: "127.0.0.1", assets: "dist/viz", network: () => Promise.resolve(columns) });
    const best: Record<string, Figures & { searchMs: number | null }> = {};
    for (let round = 0; round < rounds; round += 1) {
      const cases = [
        ["plain Sigma", `http://127.0.0.1:${port}/`, "body"],
        ["Whomet", `${ours.url}/?bench=ours`, "body[data-complete=yes]"],
        ["Whomet, all lines", `${ours.url}/?bench=ours#lines=${meetings}`, "body[data-complete=yes]"],
      ] as const;
      for (const [name, url, whenDone] of cases) {
        const found = await measure(browser, url, "#graph .sigma-mouse", whenDone);
        console.error(`${name}, ${names} names: ${Math.round(found.firstMs)} ms, ${found.framesPerSecond.toFixed(1)} frames/s`);
        const known = best[name];
        best[name] = known
          ? {
              firstMs: Math.min(known.firstMs, found.firstMs),
              framesPerSecond: Math.max(known.framesPerSecond, found.framesPerSecond),
              fullMs: Math.min(known.fullMs, found.fullMs),
              heapMegabytes: Math.min(known.heapMegabytes, found.heapMegabytes),
              searchMs: found.searchMs === null || known.searchMs === null ? found.searchMs : Math.min(known.searchMs, found.searchMs),
            }
          : found;
      }
    }
    for (const [name, figures] of Object.entries(best)) {
      rows.push([
        `${names.toLocaleString("en")} / ${meetings.toLocaleString("en")}`,
        name,
        `${Math.round(figures.firstMs)} ms`,
        figures.framesPerSecond.toFixed(1),
        `${Math.round(figures.fullMs)} ms`,
        figures.searchMs === null ? "–" : `${figures.searchMs.toFixed(0)} ms`,
        `${Math.round(figures.heapMegabytes)} MB`,
      ]);
    }
    await ours.close();
    plainServer.close();
  }
  await browser.close();
  await rm(folder, { recursive: true, force: true });
  const head = ["names / lines", "viewer", "first picture", "frames/s panning", "in full after", "search", "heap"];
  console.log(`\nviewer in headless Chromium without a graphics card, best of ${rounds}`);
  for (const row of [head, ...rows]) console.log(row.map((cell, index) => cell.padEnd([20, 20, 15, 18, 15, 8, 8][index] ?? 0)).join(" "));
}

await run();
