import { describe, expect, it } from "vitest";
import { lee, met, ray } from "./met-rows.fixture.ts";

describe("talks of bodies", () => {
  it.each<[string, readonly string[]]>([
    // Sides that a plural announces.
    ["Political rivals [Norvik|ORG] and [Halden|ORG] have called-off scheduled talks.", ["cancelled talks: Norvik + Halden"]],
    ["The rivals, [Norvik|ORG] and [Halden|ORG], met in [Cairo|PLACE].", ["held in-person: Norvik + Halden @ Cairo"]],
    ["The rebels, [Norvik|ORG] and [Halden|ORG] met in [Cairo|PLACE].", ["held in-person: rebels + Norvik + Halden @ Cairo"]],
    [
      "Delegations from [Kenya|PLACE]'s interim government and opposition groups are meeting in [Cairo|PLACE] for peace talks.",
      ["ongoing in-person: Delegations from Kenya's interim government + opposition groups @ Cairo"],
    ],
    // Whose talks they are.
    [`Chief negotiator ${lee} said talks with [Halden|ORG] will begin soon.`, ["planned talks: Ann Lee + Halden"]],
    [`Analyst ${lee} said talks with [Halden|ORG] will begin soon.`, []],
    ["The company said talks with the union had broken down.", ["held talks: company + union"]],
    ["The news agency said talks with the union had broken down.", []],
    ["[Chile|PLACE]'s government says negotiations with [Peru|PLACE] will resume.", ["planned talks: Chile's government + Peru"]],
    // Trees.
    [
      "Face to face talks between Kenyan officials and Ugandan rebels broke down after the raid.",
      ["held talks: Kenyan officials + Ugandan rebels"],
    ],
    [`The speech followed a third round of coalition talks between party leader ${lee} and ${ray}.`, ["held talks: Ann Lee + Tom Ray"]],
    [
      `There ${lee} will discuss ways to improve harbour security with her Kenyan counterpart.`,
      ["planned talks: Ann Lee + her Kenyan counterpart"],
    ],
    [
      "[Chile|PLACE]'s government and Kenyan rebels recently suspended talks after a raid.",
      ["cancelled talks: Chile's government + Kenyan rebels"],
    ],
    // Parts of a plan.
    [
      `${lee} plans to meet aides before heading for [Lima|PLACE], where she is meeting with ${ray}.`,
      ["planned in-person: Ann Lee + aides", "planned in-person: she + Tom Ray @ Lima"],
    ],
    [
      `${lee} will visit [Lima|PLACE], where ministers are meeting with ${ray}.`,
      ["planned visit: Ann Lee + Lima @ Lima", "ongoing in-person: ministers + Tom Ray @ Lima"],
    ],
    [`${lee} was due to call on Prime Minister ${ray}.`, ["planned visit: Ann Lee + Tom Ray"]],
    [`${lee} was due to call on Prime Minister ${ray} to resign.`, []],
  ])("%s", (text, rows) => {
    expect(met(text)).toEqual(rows);
  });
});
