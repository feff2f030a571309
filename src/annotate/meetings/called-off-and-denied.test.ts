import { describe, expect, it } from "vitest";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

describe("what the words around a meeting say of it", () => {
  it.each<[string, readonly string[]]>([
    // Who tells it stands behind; of two that "between" wants, the second is no subject.
    [
      `Sunday's dinner between the mayor, ${lee}, and the governor has been cancelled, aides said.`,
      ["cancelled in-person: Ann Lee + governor (Sunday → 2025-11-16)"],
    ],
    [
      `A planned meeting between the minister, ${lee}, and bankers was put off until May, officials said.`,
      ["cancelled in-person: Ann Lee + bankers"],
    ],
    [
      `Monday's meeting between the league's ${lee} and ${ray} has been scrapped, sources on both sides told the paper on Sunday.`,
      ["cancelled in-person: Ann Lee + Tom Ray (Monday → 2025-11-17)"],
    ],
    [
      `${lee} and ${ray} will meet in [Oslo|PLACE], the foreign ministries in [Lima|PLACE] and [Quito|PLACE] announced.`,
      ["planned in-person: Ann Lee + Tom Ray @ Oslo"],
    ],
    // Denied in front of the auxiliary.
    [`At no time did ${lee} meet ${ray}.`, ["denied in-person: Ann Lee + Tom Ray"]],
    [`Under no circumstances will ${lee} meet ${ray}.`, ["refused in-person: Ann Lee + Tom Ray"]],
    [`Never did ${lee} speak to ${ray}.`, ["denied talks: Ann Lee + Tom Ray"]],
    [`Nor did ${lee} meet ${ray}.`, ["denied in-person: Ann Lee + Tom Ray"]],
    [`Not only did ${lee} meet ${ray}, she hugged him.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`At one time ${lee} met ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    // What is seen took place.
    [`${lee} could be seen talking to ${ray} in the lobby.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} could not be seen talking to ${ray}.`, ["hypothetical talks: Ann Lee + Tom Ray"]],
    // Guests, and the telephone.
    [`${lee} was to have been the guest of ${ray} at the palace.`, ["cancelled in-person: Ann Lee + Tom Ray"]],
    [`${lee} is in [Oslo|PLACE] as a guest of ${ray}.`, ["ongoing in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} was on the phone with the head of the bank within minutes.`, ["held call: Ann Lee + head of the bank"]],
    [`${lee} spent an hour on the phone with ${holm}.`, ["held call: Ann Lee + Eva Holm"]],
    [`${lee} was on the phone with a friend when the roof fell in.`, []],
  ])("%s", (marked, rows) => {
    expect(met(marked)).toEqual(rows);
  });
});
