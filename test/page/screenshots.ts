/** Makes the README's pictures from the sample articles: `make screenshots`. Look at them before you commit them. */
import { mkdir } from "node:fs/promises";
import { startServer } from "../../src/app/server.ts";
import { findChromium, launchChromium } from "./chromium.ts";
import { annotateFolder, makeFixtureStore } from "./fixture-store.ts";
import { openPage } from "./visit.ts";

const folder = "docs/pictures";

const pictures = [
  { name: "graph-light", hash: "", width: 1280, height: 800, scheme: "light" },
  { name: "person-dark", hash: "entity=person%3Adonald-trump", width: 1280, height: 800, scheme: "dark" },
  { name: "question-light", hash: `met=${encodeURIComponent('["Adam Boehler","Hamas"]')}`, width: 1280, height: 800, scheme: "light" },
  { name: "timeline-light", hash: "view=timeline", width: 1280, height: 800, scheme: "light" },
  { name: "map-dark", hash: "view=map", width: 1280, height: 800, scheme: "dark" },
  { name: "matrix-light", hash: "view=matrix", width: 1280, height: 800, scheme: "light" },
  { name: "graph-narrow", hash: "", width: 390, height: 844, scheme: "light" },
  { name: "person-narrow", hash: "entity=person%3Adonald-trump", width: 390, height: 844, scheme: "dark" },
] as const;

async function run(): Promise<void> {
  const chromium = findChromium();
  if (chromium === null) throw new Error("no Chromium found; install one or set CHROMIUM_PATH");
  await mkdir(folder, { recursive: true });
  const samples = await makeFixtureStore(await annotateFolder("data/samples"));
  const server = await startServer({ store: samples.store, port: 0, host: "127.0.0.1", assets: "dist/viz" });
  const browser = await launchChromium(chromium);
  for (const { name, hash, width, height, scheme } of pictures) {
    const { page } = await openPage(browser, `${server.url}/#${hash}`, { viewport: { width, height }, colorScheme: scheme });
    // The offer of a tour is for people.
    await page.evaluate(() => document.querySelector("#tour-offer")?.setAttribute("hidden", ""));
    await page.waitForTimeout(600);
    await page.screenshot({ path: `${folder}/${name}.png` });
    await page.context().close();
    console.log(`wrote ${folder}/${name}.png`);
  }
  await browser.close();
  await server.close();
  await samples.remove();
}

await run();
