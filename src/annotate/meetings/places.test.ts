import { describe, expect, it } from "vitest";
import { met } from "./met-rows.fixture.ts";

const lee = "President [Ann Lee|PERSON]";
const ray = "[Tom Ray|PERSON]";

describe("where they met", () => {
  it.each([
    [`${ray} left [Chad|PLACE] on Monday following talks with ${lee}.`, "Chad"],
    [`${ray} has left [Chad|PLACE]'s capital, [N'Djamena|PLACE], following talks with ${lee}.`, "N'Djamena"],
    [`${ray} left [Chad|PLACE] after meeting ${lee} in [Lima|PLACE].`, "Lima"],
    [`Before leaving [Chad|PLACE], ${ray} is expected to meet ${lee}.`, "Chad"],
    [`After leaving [Chad|PLACE], ${ray} met ${lee}.`, undefined],
    [`${ray} spoke a day after meeting the founder [Ann Lee|PERSON] in [Lima|PLACE].`, "Lima"],
    [`${ray} met ${lee} in [Chad|PLACE]'s capital, [N'Djamena|PLACE].`, "N'Djamena"],
    [`${ray} met ${lee} at a villa outside [Lima|PLACE] in [Callao|PLACE].`, "Callao"],
    [`${ray} will attend a summit with ${lee}, being held in [Lima|PLACE].`, "Lima"],
    [`${lee} visited soldiers stationed around [Gao|PLACE].`, "Gao"],
  ])("%s", (sentence, place) => {
    const rows = met(sentence);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.split(" @ ")[1]).toBe(place);
  });
});
