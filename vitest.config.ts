import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Where to write the results as JSON, beside what is printed; unset: nowhere. */
const report = process.env.WHOMET_TEST_REPORT;

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "viz/**/*.test.ts", "test/**/*.test.ts"],
    // Most of the long tests wait for another program: also with two processors, two at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // As patient as a person before a page; a busy machine takes longer than the usual second.
    expect: { poll: { timeout: 15_000 } },
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
  },
});
