import { describe, expect, it } from "vitest";
import { lee, met, ray } from "./met-rows.fixture.ts";

describe("sides of talks on pay, in coalitions and in leagues", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} will not join coalition talks with ${ray}.`, ["refused talks: Ann Lee + Tom Ray"]],
    [`The party will hold coalition talks with ${ray} on Monday.`, ["planned talks: party + Tom Ray (Monday → 2025-11-17)"]],
    [`The union agreed to reopen pay talks with the airline.`, ["planned talks: union + airline"]],
    [`The union has turned down an offer by the airline to reopen pay talks before Easter.`, ["refused talks: union + airline"]],
    [`The writers and the studios go back to the table on Monday.`, ["planned talks: writers + studios (Monday → 2025-11-17)"]],
    [`The writers and the studios returned to the table on Monday.`, ["held talks: writers + studios (Monday → 2025-11-10)"]],
    [`The guests returned to the table on Monday.`, []],
    [`The writers and the studios sat around the table.`, []],
    [
      `The league's commissioner and players' union chief ${ray} will meet Monday.`,
      ["planned in-person: The league's commissioner + Tom Ray (Monday → 2025-11-17)"],
    ],
    [
      `${lee} spent Monday in separate talks with a team from [Chad|PLACE] and with envoys of the rebels.`,
      ["held talks: Ann Lee + team from Chad (Monday → 2025-11-10)", "held talks: Ann Lee + envoys of the rebels (Monday → 2025-11-10)"],
    ],
    [
      `"They were polite," ${lee} said of the envoys, with whom she and the governor had dinner.`,
      ["held in-person: she + the governor + envoys"],
    ],
    [`Its chief executive conferred with the minister.`, ["held talks: Its chief executive + minister"]],
    [`[Halden|ORG] rejected a report that its chief executive met ${ray}.`, ["denied in-person: its chief executive + Tom Ray"]],
    [
      `${lee} presented ${ray} with a model of a ship and a copy of a book when the two met in [Oslo|PLACE].`,
      ["held in-person: two + two @ Oslo"],
    ],
    [`The principal had tea with the school's patron, ${ray}.`, ["held in-person: principal + Tom Ray"]],
    [
      `It took months, but on Wednesday Serbian President ${lee} and ${ray} finally sat at the same table.`,
      ["held in-person: Ann Lee + Tom Ray (Wednesday → 2025-11-12)"],
    ],
    [
      `${lee} and ${ray}, whose meeting in May was abandoned amid a row, will now get together in [Oslo|PLACE].`,
      ["planned in-person: Ann Lee + Tom Ray @ Oslo"],
    ],
    [`The emir will be greeted by ${lee} at the airport.`, ["planned in-person: Ann Lee + emir"]],
    [`The emir was greeted by crowds at the airport.`, []],
    [`Talks between the city and the teachers' union collapsed.`, ["held talks: city + teachers' union"]],
    [`The county and the nurses will meet on Monday.`, ["planned in-person: county + nurses (Monday → 2025-11-17)"]],
    [`The city hosted ${lee} on Monday.`, []],
    [`${lee} visited the city of Lima.`, []],
    // "Monday's talks" are as known as "the talks".
    [
      `${lee} and ${ray} held talks on Monday. Governor [Ivo Berg|PERSON], who hosted Monday's talks at his villa, said they went well.`,
      ["held talks: Ann Lee + Tom Ray (Monday → 2025-11-10)", "held talks: Ivo Berg + Ann Lee + Tom Ray (Monday → 2025-11-10)"],
    ],
  ])("%s", (marked, rows) => {
    expect(met(marked)).toEqual(rows);
  });
});
