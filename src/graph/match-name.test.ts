import { describe, expect, it } from "vitest";
import { surest, type Way } from "./match-name.ts";

const match = (name: string, by: Way, type: "PERSON" | "PLACE" = "PERSON") => ({ name, by, type });
const names = (matches: Parameters<typeof surest>[0]): string[] => surest(matches).map(({ name }) => name);

describe("whom a name means", () => {
  it("is who goes by exactly that name", () => {
    expect(names([match("Ann Lee", "name"), match("Ann Lee Ray", "part")])).toEqual(["Ann Lee"]);
    expect(names([match("Washington", "name", "PLACE"), match("Ada Washington", "key")])).toEqual(["Washington"]);
  });

  it("is everybody of the surname where one is known by nothing else", () => {
    expect(names([match("Khumalo", "name"), match("Naledi Khumalo", "key"), match("Khumalo Bay", "part", "PLACE")])).toEqual([
      "Khumalo",
      "Naledi Khumalo",
    ]);
    expect(names([match("Khumalo", "name"), match("Khumalo Bay", "alias", "PLACE")])).toEqual(["Khumalo"]);
  });

  it("is who is called so elsewhere, where nobody goes by the name", () => {
    expect(names([match("Ann Lee", "key"), match("Lee Ray", "part")])).toEqual(["Ann Lee"]);
    expect(names([match("Lee Ray", "part")])).toEqual([]);
  });
});
