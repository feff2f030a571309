import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

describe("guests, and who does what", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} told a visiting Chilean delegation that the talks would resume.`, ["held visit: Ann Lee + visiting Chilean delegation"]],
    [`${lee} will urge visiting Foreign Minister ${ray} to resume the talks.`, ["planned visit: Ann Lee + Tom Ray"]],
    [`${lee} met visiting Foreign Minister ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} began visiting ${ray} in [Lima|PLACE].`, ["held visit: Ann Lee + Tom Ray @ Lima"]],
    [`${lee} told visiting tourists that the beach was closed.`, []],
    [`${holm} says he and Mayor ${ray} spoke by telephone.`, ["held call: he + Tom Ray"]],
    [
      "In [Cairo|PLACE], Kenyan officials and rebel leaders are discussing a truce.",
      ["ongoing talks: Kenyan officials + rebel leaders @ Cairo"],
    ],
    [
      "Leaders of rival factions [Norvik|ORG] and [Halden|ORG] have opened talks.",
      ["ongoing talks: Leaders of rival factions Norvik + Halden"],
    ],
    [
      `${lee} spoke after meeting in [Cairo|PLACE] on Tuesday with ${ray}.`,
      ["held in-person: Ann Lee + Tom Ray @ Cairo (Tuesday → 2025-11-11)"],
    ],
    [`${lee} and ${ray} both discussed the issue with ${holm}.`, ["held talks: Ann Lee + Tom Ray + Eva Holm"]],
    [`${lee} and ${ray} both discussed the dispute with [Chile|PLACE].`, ["held talks: Ann Lee + Tom Ray"]],
    [
      `${lee} met ${ray} in [Lima|PLACE] Wednesday to sign a treaty.`,
      ["held in-person: Ann Lee + Tom Ray @ Lima (Wednesday → 2025-11-12)"],
    ],
  ])("%s", (text, rows) => {
    expect(met(text)).toEqual(rows);
  });

  it("takes who speaks to a guest for the host", () => {
    const { meetings } = annotateMarked(`${lee} assured visiting Foreign Minister ${ray} that the talks would resume.`);
    expect(meetings.flatMap(({ participants }) => participants.map(({ role }) => role))).toEqual(["host", "visitor"]);
  });
});
