import { describe, expect, it } from "vitest";
import { lee, met, ray } from "./met-rows.fixture.ts";

describe("bargaining, and who is shut up with whom", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} haggled with ${ray} over the price of the farm.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} and ${ray} bargained until dawn.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} bargained for a better price.`, []],
    [`${lee} hammered out a deal with ${ray} in [Oslo|PLACE].`, ["held talks: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} and ${ray} ironed out their differences on Monday.`, ["held talks: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    [
      `${lee} is due in [Oslo|PLACE] on Monday to thrash out a fee with ${ray}.`,
      ["planned talks: Ann Lee + Tom Ray @ Oslo (Monday → 2025-11-17)"],
    ],
    [`${lee} hammered out a tune on the piano.`, []],
    [`${lee} ironed out the creases.`, []],
    // The meeting is told once.
    [`${lee} and ${ray} met on Monday to hammer out a deal.`, ["held in-person: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    [`${lee} sounded out ${ray} over a meal.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} sounded out voters about a run for office.`, []],
    [`${lee} sounded the alarm about ${ray}.`, []],
    [`${lee} and ${ray} faced each other across a table in [Oslo|PLACE].`, ["held in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} and ${ray} faced each other in the final.`, []],
    [`${lee} shuttled between ${ray} and the rebels in [Oslo|PLACE].`, ["held talks: Ann Lee + Tom Ray + rebels @ Oslo"]],
    [`${lee} shuttled between [Oslo|PLACE] and [Lima|PLACE].`, []],
    [`${lee} was still ensconced with the union leaders at noon.`, ["held talks: Ann Lee + union leaders"]],
    [`${lee} was holed up with ${ray} in a hotel.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} and her family were holed up in a hotel.`, []],
    [`The gunman was holed up with two hostages.`, []],
    [`${lee} and ${ray} spent the evening together in [Oslo|PLACE].`, ["held in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} and ${ray} spent the evening in [Oslo|PLACE].`, []],
    [`${lee} and ${ray} sat at the same table in [Oslo|PLACE].`, ["held in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} sat at the same table as ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} and ${ray} sat at a table.`, []],
    [`${lee} was lobbied in person by ${ray}.`, ["held in-person: Tom Ray + Ann Lee"]],
    [`${lee} told ${ray} in person that the bank would close.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} was lobbied by brewers.`, []],
    [`${lee} told ${ray} that the bank would close.`, []],
  ])("%s", (marked, rows) => {
    expect(met(marked)).toEqual(rows);
  });
});

describe("who listens in, and who rings in masses", () => {
  it.each<[string, readonly string[]]>([
    [`On a conference call with analysts, ${lee} said sales had fallen.`, []],
    [`${lee} told investors on a conference call that sales had fallen.`, []],
    [`${lee} told analysts by telephone that sales had fallen.`, []],
    [`${lee} spoke to ${ray} on a conference call.`, ["held call: Ann Lee + Tom Ray"]],
    [`${lee} held a conference call with ${ray}.`, ["held call: Ann Lee + Tom Ray"]],
    [`Customers phoned a branch.`, []],
    [`Neighbours rang ${lee} 40,000 times.`, []],
    [`Neighbours rang ${lee}.`, ["held call: Neighbours + Ann Lee"]],
    [`A reporter rang ${lee}.`, []],
    // Others' words for meeting.
    [`"We have met the union more than halfway," ${lee} said.`, []],
    [`${lee} met ${ray} halfway between [Oslo|PLACE] and [Lima|PLACE].`, ["held in-person: Ann Lee + Tom Ray"]],
    [`[Tromso|PLACE] meets [Antofagasta|PLACE] on Monday.`, []],
    [`[Peru|PLACE] meets [Chad|PLACE] on Monday.`, ["planned in-person: Peru + Chad (Monday → 2025-11-17)"]],
    [`${lee} drinks tea with generals.`, []],
    [`${lee} drank tea with two generals.`, ["held in-person: Ann Lee + two generals"]],
  ])("%s", (marked, rows) => {
    expect(met(marked)).toEqual(rows);
  });
});
