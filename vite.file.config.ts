/** Builds the viewer as one script and one style sheet into dist/viz-file, for `whomet export --format html`. */
import { defineConfig } from "vite";

export default defineConfig({
  root: "viz",
  base: "./",
  publicDir: false,
  build: {
    outDir: "../dist/viz-file",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
