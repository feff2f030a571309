/** Builds the viewer into dist/viz: files of our own origin only, for a Content-Security-Policy without exceptions. */
import { defineConfig } from "vite";

export default defineConfig({
  root: "viz",
  base: "./",
  build: {
    outDir: "../dist/viz",
    emptyOutDir: true,
    target: "es2022",
    // Small files would become data: URLs, which the policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the licences of the bundled libraries ask for.
    license: { fileName: "licenses.md" },
  },
  // `npx vite` for work on the page, beside `whomet serve` for the answers.
  server: { proxy: { "/api": { target: "http://127.0.0.1:4173", changeOrigin: true } } },
});
