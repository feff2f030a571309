import { describe, expect, it } from "vitest";
import { met } from "./met-rows.fixture.ts";

describe("tours", () => {
  const president = "President [Ann Lee|PERSON]";

  it.each([
    [
      `${president} flew home after a tour that took her to [Chad|PLACE], [Mali|PLACE] and [Peru|PLACE].`,
      ["held visit: Ann Lee + Chad @ Chad", "held visit: Ann Lee + Mali @ Mali", "held visit: Ann Lee + Peru @ Peru"],
    ],
    [`${president} ended a two-day tour of [Chad|PLACE].`, ["held visit: Ann Lee + Chad @ Chad"]],
    [
      `${president} will begin a tour of [Chad|PLACE] and [Mali|PLACE].`,
      ["planned visit: Ann Lee + Chad @ Chad", "planned visit: Ann Lee + Mali @ Mali"],
    ],
    [`${president} has cancelled a tour of [Chad|PLACE].`, ["cancelled visit: Ann Lee + Chad @ Chad"]],
    [`${president} spoke in [Oslo|PLACE]. Her tour included stops in [Chad|PLACE].`, ["held visit: Her + Chad @ Chad"]],
    [`[Chad|PLACE] is the third stop on ${president}'s tour.`, ["ongoing visit: Ann Lee + Chad @ Chad"]],
  ])("%s", (sentence, rows) => expect(met(sentence)).toEqual(rows));

  it.each([
    "The singer [Ann Lee|PERSON] will begin a tour of [Chad|PLACE] and [Mali|PLACE].",
    "[Ann Lee|PERSON] was taken on a tour of [Chad|PLACE].",
    `${president} went on a tour of the plant.`,
    `${president} is on a five-nation tour of the region.`,
    "[Halden|ORG] cancelled its tour of [Chad|PLACE].",
    "Military leaders were taken on tours of [Chad|PLACE].",
  ])("claims nothing: %s", (sentence) => expect(met(sentence)).toEqual([]));

  it("takes who travels somewhere to discuss something for the guest of the country", () => {
    expect(met(`Defence Secretary [Tom Ray|PERSON] is to travel to [Chad|PLACE] to discuss arms sales.`)).toEqual([
      "planned talks: Tom Ray + Chad @ Chad",
    ]);
  });
});
