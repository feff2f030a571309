import { describe, expect, it } from "vitest";
import { lee, met, ray } from "./met-rows.fixture.ts";

const inPerson = ["held in-person: Ann Lee + Tom Ray"];

describe("sides that meals, thanks, audiences and counts of meetings name", () => {
  it.each<[string, readonly string[]]>([
    // Meals: whom one takes along, over which two agree, who attends them.
    [`${lee} took ${ray} for a curry and talked him out of it.`, inPerson],
    [`${lee} and ${ray} sealed the merger over a pint.`, inPerson],
    [`${lee} sealed the deal with ${ray} over dinner.`, inPerson],
    [`Over lunch, ${lee} told ${ray} that she would resign.`, inPerson],
    [`Over lunch, ${lee} told reporters that she would resign.`, []],
    [`The dinner was attended by ${lee} and ${ray}.`, inPerson],
    [`The charity dinner was attended by ${lee} and ${ray}.`, []],
    [`${lee} took her dog for a drink.`, []],
    [`${lee} ate a meal with chopsticks.`, []],
    // Parties given for somebody, not for an occasion.
    [`King ${ray} held a lunch party for General ${lee} and his delegation.`, ["held in-person: Tom Ray + Ann Lee + his delegation"]],
    [`The queen will throw a reception for Prime Minister ${lee}.`, ["planned in-person: queen + Ann Lee"]],
    [`The ambassador laid on a luncheon for Senator ${lee}.`, ["held in-person: ambassador + Ann Lee"]],
    [`A garden party was given for President ${lee} by the governor.`, ["held in-person: governor + Ann Lee"]],
    [`The king gave a banquet in honour of President ${lee}.`, ["held in-person: king + Ann Lee"]],
    [`President ${ray} hosted a reception for the Chinese delegation.`, ["held in-person: Tom Ray + Chinese delegation"]],
    [`${ray} threw a farewell party for ${lee}.`, []],
    [`${ray} threw a party for his supporters.`, []],
    [`${ray} threw a party for Christmas.`, []],
    [`${ray} held a reception for ${lee}'s book.`, []],
    [`The president threw the party for a loop.`, []],
    [`A state banquet was held for King ${ray} at the palace.`, []],
    // Thanks.
    [`${lee} thanked ${ray} for the meeting.`, inPerson],
    [`${lee} thanked the volunteers for the meeting.`, []],
    [`At their meeting in [Oslo|PLACE], ${lee} handed ${ray} a list of wishes.`, ["held in-person: their + Tom Ray @ Oslo"]],
    // Audiences.
    [`${lee} was granted an audience by King ${ray}.`, inPerson],
    [`King ${ray} granted ${lee} an audience.`, ["held in-person: Tom Ray + Ann Lee"]],
    [`King ${ray} granted ${lee} asylum.`, []],
    // Counts of meetings.
    [`The meeting was ${lee}'s first with ${ray}.`, inPerson],
    [`The meeting was the first between ${lee} and ${ray} since May.`, inPerson],
    [`The meeting was the first of its kind.`, []],
    [`The meeting, the first between ${lee} and ${ray}, lasted an hour.`, inPerson],
    [`The meeting, ${lee}'s first with ${ray}, lasted an hour.`, inPerson],
    [`The meeting, the first of its kind, lasted an hour.`, []],
    // Their meeting: of the subject with whom it does something.
    [`${lee} raised the case with ${ray} at their meeting in [Oslo|PLACE].`, ["held in-person: their + Tom Ray @ Oslo"]],
    [`Standing beside ${ray} after their talks, ${lee} said the deal was done.`, ["held talks: their + Tom Ray"]],
    [`${lee} raised the case with ${ray} in their report.`, []],
    [`In a call on Friday, ${lee} pressed ${ray} on trade.`, ["held call: Ann Lee + Tom Ray (Friday → 2025-11-14)"]],
    [`In a book on trade, ${lee} pressed ${ray} on trade.`, []],
    [`${lee} told ${ray} face to face that he must go.`, inPerson],
    [`${lee} told ${ray} that he must go.`, []],
    [`${lee} shared a meal with ${ray}.`, inPerson],
    [`${lee} shared a prize with ${ray}.`, []],
    // What is wound up; greetings that are spoken; whom one will be seeing or visits with.
    [`Minister ${lee} wound up three days of talks with Governor ${ray}.`, ["held talks: Ann Lee + Tom Ray"]],
    [`Premier ${lee} exchanged greetings with Governor ${ray} by telephone.`, ["held call: Ann Lee + Tom Ray"]],
    [`${lee} exchanged greetings with ${ray} on the anniversary.`, []],
    [`${lee} will be seeing ${ray} on Monday.`, ["planned in-person: Ann Lee + Tom Ray (Monday → 2025-11-17)"]],
    [`${lee} will be seeing changes on Monday.`, []],
    [`${lee} visited with the miners in [Oslo|PLACE].`, ["held visit: Ann Lee + miners @ Oslo"]],
    [`${lee} visited with her dog.`, []],
    // Who is won over or asked in it.
    [`${lee} made the case to ${ray} over dinner.`, inPerson],
    [`${lee} made the case to voters over dinner.`, []],
    [`${lee} confronted ${ray} in a closed-door meeting.`, inPerson],
    [`${lee} confronted ${ray} in a letter.`, []],
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });
});
