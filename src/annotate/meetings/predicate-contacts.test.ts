import { describe, expect, it } from "vitest";
import { lee, met, ray } from "./met-rows.fixture.ts";

describe("what somebody is, on the phone or as a guest", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} was on the phone with ${ray} when the news broke.`, ["held call: Ann Lee + Tom Ray"]],
    [`${lee} spent an hour on the phone to ${ray}.`, ["held call: Ann Lee + Tom Ray"]],
    [`${lee} was on the phone for hours.`, []],
    [`${lee} read about ${ray} on her phone.`, []],
    [`${lee} was the guest of King ${ray} in [Oslo|PLACE].`, ["held in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} will be ${ray}'s guest on Friday.`, ["planned in-person: Ann Lee + Tom Ray (Friday → 2025-11-14)"]],
    [`${lee} was guest of honour at a banquet given by King ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} was a guest of the hotel.`, []],
    [`${lee} was the president's guest.`, []],
    [`${lee} was a guest on ${ray}'s show.`, []],
    [`${lee} is a guest lecturer of ${ray}.`, []],
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });
});
