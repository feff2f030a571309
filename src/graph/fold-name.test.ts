import { describe, expect, it } from "vitest";
import { tidyName } from "./fold-name.ts";

describe("tidyName", () => {
  it.each([
    ["Ada\n  Lovelace ", "Ada Lovelace"],
    ["\u202egro.live", "gro.live"],
    ["\u2067Ada\u2069 \u202aLovelace\u202c", "Ada Lovelace"],
    // A mark that only says where its own place is turns nothing round.
    ["ليلى\u200f حداد", "ليلى\u200f حداد"],
  ])("of %j is %j", (text, name) => {
    expect(tidyName(text)).toBe(name);
  });
});
