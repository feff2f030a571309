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

describe("stops on tours", () => {
  it("takes whoever the tour takes there for the visitor", () => {
    expect(
      met(
        "[Lima|PLACE] is the first stop on a three-nation tour that will also take President [Tom Ray|PERSON] to [Chad|PLACE] and [Mali|PLACE].",
      ),
    ).toEqual(["planned visit: Tom Ray + Chad @ Chad", "planned visit: Tom Ray + Mali @ Mali"]);
  });

  const lee = "Foreign Minister [Ann Lee|PERSON]";

  it.each([
    [
      `The two nations on ${lee}'s tour include [Chad|PLACE] and [Mali|PLACE].`,
      ["ongoing visit: Ann Lee + Chad @ Chad", "ongoing visit: Ann Lee + Mali @ Mali"],
    ],
    [
      `The two countries on ${lee}'s tour were [Chad|PLACE] and [Mali|PLACE].`,
      ["held visit: Ann Lee + Chad @ Chad", "held visit: Ann Lee + Mali @ Mali"],
    ],
    [`${lee} arrived in [Chad|PLACE] - the last stop on her African tour - from [Mali|PLACE].`, ["ongoing visit: Ann Lee + Chad @ Chad"]],
    [`Ms. [Ann Lee|PERSON] arrived in [Chad|PLACE], the last stop on her tour.`, ["ongoing visit: Ann Lee + Chad @ Chad"]],
    ["The premier is in [Chad|PLACE] as part of an African tour.", ["ongoing visit: premier + Chad @ Chad"]],
    [`${lee} flew to [Chad|PLACE] at the start of a four-nation tour.`, ["held visit: Ann Lee + Chad @ Chad"]],
    [`${lee} will leave for a tour of three African nations.`, ["planned visit: Ann Lee + three African nations"]],
    [`Mr. [Tom Ray|PERSON]'s five-nation tour takes him to [Chad|PLACE].`, ["ongoing visit: Tom Ray + Chad @ Chad"]],
    [
      `[Chad|PLACE] is the third stop in Mr. [Tom Ray|PERSON]'s five-nation tour of [Africa|PLACE].`,
      ["ongoing visit: Tom Ray + Chad @ Chad"],
    ],
  ])("%s", (sentence, rows) => expect(met(sentence)).toEqual(rows));

  it.each([
    `The singer [Ann Lee|PERSON] is in [Chad|PLACE] as part of an African tour.`,
    `The band arrived in [Chad|PLACE], the last stop on its tour.`,
    `Former President [Ann Lee|PERSON] is in [Chad|PLACE] on a tour of Africa.`,
  ])("claims nothing: %s", (sentence) => expect(met(sentence)).toEqual([]));
});

describe("stops on trips", () => {
  const ray = "Secretary of State [Tom Ray|PERSON]";
  const visits = (...countries: string[]): string[] => countries.map((country) => `planned visit: Tom Ray + ${country} @ ${country}`);

  it.each([
    [
      `${ray} will begin a visit to the region soon. The five-day visit will include stops in [Chad|PLACE] and [Mali|PLACE].`,
      visits("Chad", "Mali"),
    ],
    [`${ray} left for Africa. The trip will include stops in [Chad|PLACE], [Mali|PLACE] and [Peru|PLACE].`, visits("Chad", "Mali", "Peru")],
    [`${ray} will make stops in [Chad|PLACE] and [Mali|PLACE].`, visits("Chad", "Mali")],
    [`${ray} left on a trip that includes stops in [Chad|PLACE].`, ["ongoing visit: Tom Ray + Chad @ Chad"]],
    [`${ray} spoke in [Oslo|PLACE]. His trip included a stop in [Chad|PLACE].`, ["held visit: His + Chad @ Chad"]],
  ])("%s", (article, rows) => expect(met(article)).toEqual(rows));

  it.each([
    "The singer [Ann Lee|PERSON] left for Africa. The trip will include stops in [Chad|PLACE].",
    "The bus company said its trips include stops in [Chad|PLACE].",
    "Ministers spoke about the plan. The trip will include stops in [Chad|PLACE].",
    "[Ann Lee|PERSON] made a stop in [Oslo|PLACE] to see a doctor.",
    "[Ann Lee|PERSON] ended her trip with a stop in [Oslo|PLACE].",
  ])("claims nothing: %s", (article) => expect(met(article)).toEqual([]));

  it.each([
    [
      "President [Ann Lee|PERSON] winds up her U.S. trip with a stop in [Detroit|PLACE] for a meeting with Cuban-American community leaders.",
      "planned in-person: Ann Lee + Cuban-American community leaders @ Detroit",
    ],
    [
      "President [Ann Lee|PERSON] ended her trip with a stop in [Oslo|PLACE] for talks with [Tom Ray|PERSON].",
      "held talks: Ann Lee + Tom Ray @ Oslo",
    ],
  ])("reads whom the traveller stops for: %s", (sentence, row) => expect(met(sentence)).toEqual([row]));
});
