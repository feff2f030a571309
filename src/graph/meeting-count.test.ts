import { describe, expect, it } from "vitest";
import { countMeetings } from "./meeting-count.ts";

describe("how many meetings a word sums up", () => {
  it.each<[string, string, number | null]>([
    ["The two companies have held three rounds of talks since January.", "talks", 3],
    ["They held two\nrounds of secret talks.", "talks", 2],
    ["Ray and Lee have met twice.", "met", 2],
    ["Ray has met Ann Lee in Oslo three times this year.", "met", 3],
    ["Ray has twice met Lee.", "met", 2],
    ["After 12 meetings with Lee he gave up.", "meetings", 12],
    ["Four long meetings between Ray and Lee led nowhere.", "meetings", 4],
    ["Ray met Lee at three.", "met", null],
    ["The June 3 meetings of Ray and Lee were secret.", "meetings", null],
    ["Ray and Lee held two days of talks.", "talks", null],
    ["After three rounds of talks Ray met Lee on Monday.", "met", null],
    ["Ray met Lee, who has been to Oslo three times.", "met", null],
    ["The two met Lee.", "met", null],
    ["They sat (down three times.", "sat (down", 3],
    ["They got in touch - twice.", "in touch", 2],
    ["", "met", null],
  ])("%j, %s: %s", (sentence, trigger, count) => {
    expect(countMeetings(sentence, trigger)).toBe(count);
  });
});
