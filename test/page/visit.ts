/** One visit to the viewer: a page that is watched, and ways to find things in its drawing. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export interface Visit {
  readonly page: Page;
  /** Errors of the page and its console, and whatever the Content-Security-Policy stopped. */
  readonly problems: string[];
  /** Hosts that the page asked for anything. */
  readonly hosts: Set<string>;
}

/** Opens the viewer and waits until it has drawn, or said why not. Motion is reduced, so that nothing is under way. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  const hosts = new Set<string>();
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`policy ${violatedDirective} stopped ${blockedURI}`);
    });
  });
  await page.goto(url);
  await page.locator("body[data-ready=yes], body[data-ready=failed]").waitFor();
  await nextPicture(page);
  return { page, problems, hosts };
}

/** Where a node is in the window, from the camera that the viewer writes to its container. */
export async function viewerPoint(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<{ x: number; y: number }> {
  const graph = page.locator("#graph");
  const [[originX = 0, originY = 0], [right = 0, up = 0]] = await Promise.all([
    numbersOf(page, "data-origin"),
    numbersOf(page, "data-scale"),
  ]);
  const box = await graph.boundingBox();
  return { x: (box?.x ?? 0) + originX + right * x, y: (box?.y ?? 0) + originY + up * y };
}

/** The numbers in an attribute of the drawing's container, once what was asked for is drawn. */
export async function numbersOf(page: Page, attribute: "data-camera" | "data-origin" | "data-scale"): Promise<readonly number[]> {
  await nextPicture(page);
  return ((await page.locator("#graph").getAttribute(attribute)) ?? "").split(" ").map(Number);
}

/** Two frames: what was asked for is drawn then. */
async function nextPicture(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/**
 * How many pixels of the drawing differ from its background: at all, or so much that they are more than dimmed ("faint").
 * What lies on top of the drawing is hidden from then on.
 */
export async function pixelsUnlike(page: Page, what: "background" | "faint"): Promise<number> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>(".zoom, .hint, .tour-offer, .toast")) element.style.opacity = "0";
  });
  await nextPicture(page);
  const picture = await page.locator("#graph").screenshot();
  // Decoded on a page of its own, for the viewer's policy lets no data: image in.
  const decoder = await page.context().newPage();
  const count = await decoder.evaluate(
    async ({ data, threshold }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(image, 0, 0);
      const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
      let unlike = 0;
      for (let index = 0; index < pixels.length; index += 4) {
        const distance = [0, 1, 2].reduce((sum, channel) => sum + Math.abs((pixels[index + channel] ?? 0) - (pixels[channel] ?? 0)), 0);
        if (distance > threshold) unlike += 1;
      }
      return unlike;
    },
    { data: picture.toString("base64"), threshold: what === "background" ? 12 : 160 },
  );
  await decoder.close();
  return count;
}
