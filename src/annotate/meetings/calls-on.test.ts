import { describe, expect, it } from "vitest";
import { lee, met, ray } from "./met-rows.fixture.ts";

const visit = ["held visit: Ann Lee + Tom Ray"];

describe("calling on somebody", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} called on ${ray}.`, visit],
    [`${lee} called on Governor ${ray} at his residence.`, visit],
    [
      `${lee} called on Governor ${ray} at Raj Bhavan on Wednesday to tender her resignation.`,
      ["held visit: Ann Lee + Tom Ray (Wednesday → 2025-11-12)"],
    ],
    [`${lee} called on Governor ${ray} to congratulate him.`, visit],
    [`${lee} called on Governor ${ray} to pay her respects.`, visit],
    [`The envoy called on Governor ${ray} here today.`, ["held visit: envoy + Tom Ray (today → 2025-11-14)"]],
    [`${ray} was received in private audience by the Pope.`, ["held in-person: Pope + Tom Ray"]],
    // Appeals.
    [`${lee} called on Governor ${ray} to resign.`, []],
    [`${lee} called on Governor ${ray} on Monday to lift the ban.`, []],
    [`${lee} called on members at the summit to lift the ban.`, []],
    [`${lee} called on ${ray} for help.`, []],
    [`${lee} called on the people.`, []],
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });

  it.each<[string, readonly string[]]>([
    [`${lee} briefed ${ray} on the flood.`, ["held talks: Ann Lee + Tom Ray"]],
    [`President ${lee} was briefed by General ${ray} on the flood.`, ["held talks: Tom Ray + Ann Lee"]],
    [`Aides briefed ${ray} on the flood.`, []],
    [`${lee} briefed reporters on the flood.`, []],
    [`${lee} met ${ray} and briefed him on the flood.`, ["held in-person: Ann Lee + Tom Ray"]],
  ])("briefing: %s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });
});
