import { describe, expect, it } from "vitest";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

const inPerson = ["held in-person: Ann Lee + Tom Ray"];

describe("sides that stand in a list, behind a time spent, or in the sentence before", () => {
  it.each<[string, readonly string[]]>([
    [`Among those ${lee} met was ${ray}.`, inPerson],
    [`Among those whom ${lee} met were ${ray} and ${holm}.`, ["held in-person: Ann Lee + Tom Ray + Eva Holm"]],
    [`Among the officials she met in [Oslo|PLACE] was Minister ${ray}.`, ["held in-person: she + Tom Ray @ Oslo"]],
    [`The leaders whom ${lee} will meet include ${ray}.`, ["planned in-person: Ann Lee + Tom Ray"]],
    [`The goals that ${lee} met included growth.`, []],
    [`${lee} spent an hour meeting ${ray}.`, inPerson],
    [`${lee} spent the day meeting ministers in [Oslo|PLACE].`, ["held in-person: Ann Lee + ministers @ Oslo"]],
    [`${lee} spent an hour meeting deadlines.`, []],
    // "Whom" behind a name; the description of somebody by name.
    [`“I owe it to him,” ${lee} said of ${ray}, whom she met in [Oslo|PLACE].`, ["held in-person: she + Tom Ray @ Oslo"]],
    [`${lee}, the foreign minister, who met ${ray} on Monday, is ill.`, ["held in-person: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    // The time spent tells when it was.
    [`${lee} left after spending an hour talking with ${ray}.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} will spend an hour talking with ${ray}.`, ["planned talks: Ann Lee + Tom Ray"]],
    [`${lee} refused to spend another hour talking to ${ray}.`, ["refused talks: Ann Lee + Tom Ray"]],
    [`${lee} is spending the week talking with ${ray}.`, ["ongoing talks: Ann Lee + Tom Ray"]],
    [`${lee} wasted a year talking to the rebels.`, ["held talks: Ann Lee + rebels"]],
    // Pictures.
    [`Photographs showed ${lee} at dinner with ${ray}.`, inPerson],
    [`${lee} has shown no interest at dinner.`, []],
    // Chats of two, days in a row, and a host in a relative clause.
    [
      `${lee} told the Echo she and ${ray}, managing director of [Halden Homes|ORG], had "an informal chat" on Tuesday.`,
      ["held talks: she + Tom Ray (Tuesday → 2025-11-11)"],
    ],
    [`${lee} had an informal chat on Tuesday.`, []],
    [`${lee} spent Sunday and Monday in talks with ${ray}.`, ["held talks: Ann Lee + Tom Ray (Sunday and Monday → 2025-11-09)"]],
    [`${ray} comes at the invitation of ${lee}, who will receive him at the palace.`, ["planned in-person: Ann Lee + him"]],
    [
      `Negotiators for [Halden|ORG] and the rail union [TDU|ORG] spent nine hours with officials from [Acas|ORG] on Tuesday.`,
      ["held in-person: Negotiators for Halden + TDU + officials from Acas (Tuesday → 2025-11-11)"],
    ],
    // Who is named as not having been there.
    [`${lee} met ${ray}, not ${holm}.`, inPerson],
    [`${lee} met with ${ray} but not with ${holm}.`, inPerson],
    [`${lee}, not ${holm}, met ${ray}.`, inPerson],
    [`It was ${lee} and not ${holm} who met ${ray}.`, inPerson],
    [`It was not ${holm} but ${lee} who met ${ray}.`, inPerson],
    [`${lee} met not only ${ray} but also ${holm}.`, ["held in-person: Ann Lee + Tom Ray + Eva Holm"]],
    [`“[Peru|PLACE] negotiates with [Chile|PLACE], not with rebels,” ${ray} said.`, ["held talks: Peru + Chile"]],
    // Bodies by what they are and their names.
    [
      `The rail union [TDU|ORG] and the train operator [NorthLine|ORG] met on Monday.`,
      ["held in-person: TDU + NorthLine (Monday → 2025-11-10)"],
    ],
    // Sides joined by other words than "and".
    [
      `Envoys from the four permanent members of the [Rhine Council|ORG] plus [Peru|PLACE] will meet in [Oslo|PLACE].`,
      ["planned in-person: Envoys from the four permanent members of the Rhine Council + Peru @ Oslo"],
    ],
    [`The bishop as well as the head of the army met President ${ray}.`, ["held in-person: bishop + head of the army + Tom Ray"]],
    // Who somebody is, told by a title of two parts, in a long sentence.
    [
      `President ${holm} met last month with the country's ruler, Lieutenant-General ${ray}, and asked about the poet ${lee}, who has been in jail since 2003.`,
      ["held in-person: Eva Holm + Tom Ray (last month → 2025-10-01)"],
    ],
    [`${holm} met the country's ruler, Brigadier-General ${ray}, and the mayor.`, ["held in-person: Eva Holm + Tom Ray + mayor"]],
    [`${lee} talks to the union boss, the welder, the school nurse.`, ["held talks: Ann Lee + union boss + welder + school nurse"]],
    [`${lee} spoke with the premier, the leader of the party, the man who lost.`, ["held talks: Ann Lee + premier"]],
    // What they agreed on, told without "that".
    [
      `The dam is one of the plans Peruvian and Chilean ministers agreed to at a summit in [Oslo|PLACE].`,
      ["held in-person: Peruvian + Chilean ministers @ Oslo"],
    ],
    [`Nobody keeps the truce ${lee} and ${ray} agreed on at talks in [Oslo|PLACE].`, ["held talks: Ann Lee + Tom Ray @ Oslo"]],
    // The two of a relation between them; those of a gap are no less two, but debate.
    [`Relations between Premier ${lee} and President ${ray} are cool. The two met in [Oslo|PLACE].`, ["held in-person: two + two @ Oslo"]],
    [`Relations between Premier ${lee} and the press are cool. The two met in [Oslo|PLACE].`, []],
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });
});
