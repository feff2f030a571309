import { describe, expect, it } from "vitest";
import { initialFilters } from "./filters.ts";
import { addressOf, initialState, stateOf, type ViewState } from "./state.ts";

const states: readonly [string, Partial<ViewState>][] = [
  ["how the page starts", {}],
  ["a name with an odd id", { subject: { kind: "entity", id: "person:a&b=c#<img src=x>%" } }],
  ["a line in the matrix", { view: "matrix", subject: { kind: "pair", a: "person:عمر", b: "place:são-tomé" } }],
  ["a question", { subject: { kind: "ask", text: "who met “A & B” in C?" } }],
  ["a chain", { subject: { kind: "path", a: "A", b: "B" } }],
  ["a group", { subject: { kind: "group", number: 3 }, groups: "hidden" }],
  ["an open article", { subject: { kind: "meeting", id: "m" }, reading: { article: "a-1-2", start: 3, end: 99 } }],
  [
    "surroundings and camera",
    { around: { ids: ["person:x-1", "place:y 0-z"], steps: 2 }, camera: { x: 0.25, y: 0.75, ratio: 0.5 }, part: 40 },
  ],
  [
    "every filter",
    {
      filters: {
        types: new Set(["PLACE"]),
        modalities: new Set(["denied", "planned"]),
        relations: new Set(["role", "met"]),
        from: "2031-01-02",
        to: "2031-03-04",
        outlets: new Set(["A, B", "C&D"]),
        place: "place:oslo",
        sources: 2,
        confidence: 0.35,
        loners: "shown",
      },
    },
  ],
];

describe("addressOf and stateOf", () => {
  it.each(states)("carry %s there and back", (_, change) => {
    const state: ViewState = { ...initialState, ...change };
    expect(stateOf(`#${addressOf(state)}`)).toEqual(state);
  });

  it("need nothing for how the page starts", () => {
    expect(addressOf(initialState)).toBe("");
  });

  it.each(["view=nonsense&lines=x&from=soon&around=9", "pair=[1,2]&camera=1,2", "pair=%5B&read=x", "camera=0,0,0"])(
    "leave out what they do not know: %s",
    (address) => {
      expect(stateOf(address)).toEqual({ ...initialState, filters: initialFilters });
    },
  );
});
