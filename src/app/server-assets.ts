/** The viewer's files, read once when the server starts. A path that is not in this table does not exist: nothing can climb out of the folder. */
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { UserError } from "../domain/errors.ts";

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** True for files that carry a hash of their content in the name, so that browsers may keep them. */
  readonly immutable: boolean;
}

const typeOf: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/**
 * The files under `folder` by URL path (`/assets/main.js`); `/` is `index.html`. Links are not followed.
 * Throws UserError `data-missing` when there is no `index.html`.
 */
export async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const assets = new Map<string, Asset>();
  for (const entry of entries) {
    const type = typeOf[extname(entry.name).toLowerCase()];
    if (type === undefined || !entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const url = `/${relative(folder, file).split(sep).join("/")}`;
    assets.set(url, { body: Uint8Array.from(await readFile(file)), type, immutable: url.startsWith("/assets/") });
  }
  const index = assets.get("/index.html");
  if (!index) throw new UserError("data-missing", `the viewer is not built: ${folder} holds no index.html`, "run `npm run build:viz`");
  return assets.set("/", index);
}
