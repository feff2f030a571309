/** Finds and starts the Chromium that the page tests drive. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const usualPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser named by CHROMIUM_PATH, else one at a usual place, else null. */
export function findChromium(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : null;
  return usualPaths.find((path) => existsSync(path)) ?? null;
}

/** Whether WHOMET_REQUIRE (a comma list) says that the tests must not do without it. */
export function isRequired(what: string): boolean {
  return (process.env.WHOMET_REQUIRE ?? "").split(",").includes(what);
}

/** Starts it without a window, without a graphics card and without any talk of its own to the network. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
