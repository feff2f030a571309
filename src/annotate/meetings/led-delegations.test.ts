import { describe, expect, it } from "vitest";
import { met } from "./met-rows.fixture.ts";

describe("delegations that somebody leads", () => {
  const ray = "Trade Minister [Tom Ray|PERSON]";

  it.each([
    [`${ray} led a delegation of officials on a visit to [Chad|PLACE].`, ["held visit: Tom Ray + delegation of officials + Chad @ Chad"]],
    [`${ray} led a trade delegation to [Chad|PLACE].`, ["held visit: Tom Ray + trade delegation + Chad @ Chad"]],
    [`${ray} took a delegation of exporters to [Peru|PLACE].`, ["held visit: Tom Ray + delegation of exporters + Peru @ Peru"]],
    [`${ray} will lead a delegation to [Chad|PLACE].`, ["planned visit: Tom Ray + delegation + Chad @ Chad"]],
    [
      `${ray} arrived in [Peru|PLACE] at the head of a delegation of exporters.`,
      ["held visit: Tom Ray + delegation of exporters + Peru @ Peru"],
    ],
    [
      "A delegation of [Chad|PLACE]'s main opposition party visiting mainland [China|PLACE] has paid tribute to the founder.",
      ["ongoing visit: delegation of Chad's main opposition party + China @ China"],
    ],
  ])("%s", (sentence, rows) => expect(met(sentence)).toEqual(rows));

  it.each([
    `${ray} led a delegation to the fair.`,
    `${ray} heads the delegation to [Chad|PLACE].`,
    `${ray} of [Peru|PLACE] took a delegation home to [Peru|PLACE].`,
    `${ray} led his country to victory in [China|PLACE].`,
    `${ray} led a delegation to [China|PLACE] to attend a concert.`,
    "Tourists visiting mainland [China|PLACE] have paid tribute to the founder of the republic.",
  ])("claims nothing: %s", (sentence) => expect(met(sentence)).toEqual([]));
});
