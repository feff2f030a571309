import { describe, expect, it } from "vitest";
import { met } from "./met-rows.fixture.ts";

const lee = "President [Ann Lee|PERSON]";
const ray = "[Tom Ray|PERSON]";

describe("visits to capitals", () => {
  it.each([
    [`${lee} has arrived in [Lima|PLACE] on a surprise visit to show support for the troops.`, ["ongoing visit: Ann Lee + Lima @ Lima"]],
    [`Foreign Minister ${ray} landed in [Nairobi|PLACE] for a two-day visit.`, ["ongoing visit: Tom Ray + Nairobi @ Nairobi"]],
    [`${lee} is in [Lima|PLACE] on a two-day visit.`, ["ongoing visit: Ann Lee + Lima @ Lima"]],
    [`${lee} arrived in [Lima|PLACE] on a visit and met Premier ${ray}.`, ["held in-person: Ann Lee + Tom Ray @ Lima"]],
    [`Former President [Ann Lee|PERSON] arrived in [Lima|PLACE] on a two-day visit.`, []],
    [`The singer [Ann Lee|PERSON] arrived in [Lima|PLACE] on a two-day visit.`, []],
    [`${ray} returned to [Peru|PLACE] after a visit to [Chad|PLACE].`, []],
    [`${lee} returned to [Peru|PLACE] after a visit to [Chad|PLACE].`, ["held visit: Ann Lee + Chad @ Chad"]],
  ])("%s", (sentence, rows) => expect(met(sentence)).toEqual(rows));
});

describe("journeys with nobody as their host", () => {
  it.each([
    [`[Peru|PLACE] allowed Dr. [Ann Lee|PERSON] to visit [Chad|PLACE].`, []],
    [`[Peru|PLACE] gave Dr. [Ann Lee|PERSON] permission to visit [Chad|PLACE].`, []],
    [`Foreign Minister ${ray} asked permission to visit [Chad|PLACE].`, ["hypothetical visit: Tom Ray + Chad @ Chad"]],
    [`The premier's eldest son, ${ray}, visited [Chad|PLACE] last week.`, []],
    [`The king's brother, Foreign Minister ${ray}, visited [Chad|PLACE].`, ["held visit: Tom Ray + Chad @ Chad"]],
    ["The prince's 1985 visit with his first wife drew crowds.", []],
    ["The prisoner was allowed a visit with his wife.", ["held visit: prisoner + his wife"]],
    [`${lee} ended a two-day trip to [Lima|PLACE], which did not include a meeting with Premier ${ray}.`, []],
    [`${lee} visited [Chad|PLACE] to observe a naval exercise.`, []],
    [`${lee} visited [Chad|PLACE] to observe the peace process.`, ["held visit: Ann Lee + Chad @ Chad"]],
    ["The envoys will visit coastal villages to see the damage.", []],
    ["[Chad|PLACE] brought home its ambassador to [Peru|PLACE] for consultations.", []],
  ])("%s", (sentence, rows) => expect(met(sentence)).toEqual(rows));
});

describe("guests who speak where they are", () => {
  it.each([
    [
      `Speaking in [Lima|PLACE] on Monday, visiting Chadian President [Ann Lee|PERSON] said trade would grow.`,
      ["ongoing visit: Ann Lee + Lima @ Lima"],
    ],
    [
      `Visiting Chadian President [Ann Lee|PERSON] told reporters in [Peru|PLACE] that trade would grow.`,
      ["ongoing visit: Ann Lee + Peru @ Peru"],
    ],
    [
      `${ray}, the visiting Chadian premier, said in [Lima|PLACE] that trade with [Peru|PLACE] would grow.`,
      ["ongoing visit: Tom Ray + Lima @ Lima"],
    ],
    [
      `A Chilean official quoted [Chad|PLACE]'s visiting Premier ${ray} as saying that the plan was good.`,
      ["held visit: Chilean official + Tom Ray"],
    ],
    // At home, in a town that is no capital, of somebody without an office, by a paper.
    [`Visiting Chadian President [Ann Lee|PERSON] said in [Chad|PLACE] that trade would grow.`, []],
    [`Visiting Chadian President [Ann Lee|PERSON] said in [Geneva|PLACE] that trade would grow.`, []],
    [`The visiting singer [Ann Lee|PERSON] said in [Lima|PLACE] that she was glad.`, []],
    [`The [Herald|ORG] quoted visiting Premier ${ray} as saying that the plan was good.`, []],
  ])("%s", (sentence, rows) => expect(met(sentence)).toEqual(rows));
});

describe("countries named together before", () => {
  const both = ["planned visit: Ann Lee + countries @ Peru", "planned visit: Ann Lee + countries @ Chad"];

  it.each([
    [`Planes will guard the skies over [Peru|PLACE] and [Chad|PLACE] when ${lee} visits both countries.`, both],
    [`Trade is growing between [Peru|PLACE] and [Chad|PLACE]. ${lee} will visit both countries.`, both],
    [`${lee} will visit both countries to ease the tension between [Peru|PLACE] and [Chad|PLACE].`, both],
    [
      `Trade is growing in [Peru|PLACE], [Chad|PLACE] and [Mali|PLACE]. ${lee} will visit both countries.`,
      ["planned visit: Ann Lee + countries"],
    ],
    [
      `Trade is growing in [Peru|PLACE] and [Chad|PLACE]. The harbour is full. The weather is fine. ${lee} will visit both countries.`,
      ["planned visit: Ann Lee + countries"],
    ],
  ])("%s", (sentence, rows) => expect(met(sentence)).toEqual(rows));
});

describe("journeys from one host to the next", () => {
  const chad = "planned visit: Ann Lee + Chad @ Chad";
  const mali = "planned visit: Ann Lee + Mali @ Mali";

  it.each([
    [`After visiting [Chad|PLACE], ${lee} will travel to [Mali|PLACE].`, [chad, mali]],
    [`${lee} will visit [Chad|PLACE] before flying to [Mali|PLACE].`, [chad, mali]],
    [`${lee} will visit [Chad|PLACE] before flying home to [Mali|PLACE].`, [chad]],
    [`${lee} will visit [Chad|PLACE] and then travel to [Mali|PLACE] for a regional summit.`, [chad]],
    [
      `${lee} will visit [Chad|PLACE] next week before flying to [Mali|PLACE].`,
      ["planned visit: Ann Lee + Chad @ Chad (next week → 2025-11-17)"],
    ],
    [`President [Ann Lee|PERSON] of [Mali|PLACE] will visit [Chad|PLACE] before travelling to [Mali|PLACE].`, [chad]],
    [`The singer [Ann Lee|PERSON] will visit [Chad|PLACE] before flying to [Mali|PLACE].`, [chad]],
    [`${lee} will travel to [Mali|PLACE] after the storm.`, []],
    [`${lee} praised her [Chad|PLACE] visit.`, ["held visit: her + Chad @ Chad"]],
    [`${lee} is on a visit to [Chad|PLACE] and spoke as she met Premier ${ray}.`, ["held in-person: she + Tom Ray @ Chad"]],
  ])("%s", (sentence, rows) => expect(met(sentence)).toEqual(rows));
});
