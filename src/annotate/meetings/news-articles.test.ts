import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

describe("meetings as whole stories tell of them", () => {
  it.each<[string, readonly string[]]>([
    // What is asked for and turned down, hoped for, unlikely.
    [`${lee} has knocked back a request from Premier ${ray} to sit down.`, ["refused in-person: Tom Ray + Ann Lee"]],
    [
      `${lee} had asked for a meeting with the developer, [Halden Homes|ORG], but the company turned her down.`,
      ["refused in-person: Ann Lee + Halden Homes"],
    ],
    [`${lee} looked forward to receiving ${ray} in the spring.`, ["hypothetical in-person: Ann Lee + Tom Ray"]],
    [`A meeting between Presidents ${lee} and ${ray} remains unlikely.`, ["hypothetical in-person: Ann Lee + Tom Ray"]],
    ["The [Port Union|ORG] said it remained available for talks with the operator.", ["hypothetical talks: it + operator"]],
    [`${lee} repeated her pledge to meet ${ray}.`, ["planned in-person: her + Tom Ray"]],
    [`${lee} repeated his refusal to meet ${ray}.`, ["refused in-person: Ann Lee + Tom Ray"]],
    // What came before it, and after it.
    [
      `${lee} kept the mayors waiting for four hours before receiving them on Tuesday.`,
      ["held in-person: Ann Lee + mayors (Tuesday → 2025-11-11)"],
    ],
    [`${lee} toured the plant before meeting ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} spoke to reporters before meeting ${ray}.`, ["planned in-person: Ann Lee + Tom Ray"]],
    [
      "Drivers will strike on Friday after talks between the [Port Union|ORG] and operator [Halden|ORG] broke down.",
      ["held talks: Port Union + Halden"],
    ],
    [
      `Minister ${lee} will hold talks with ${ray} in [Oslo|PLACE].\n\n14:40 Minister ${lee} and ${ray} are now meeting behind closed doors.\n\n15:55 The talks have ended.`,
      ["planned talks: Ann Lee + Tom Ray @ Oslo", "ongoing in-person: Ann Lee + Tom Ray", "held in-person: Ann Lee + Tom Ray"],
    ],
    // A verb in the plural makes no match of it.
    ["[UN|ORG] meet [Taliban|ORG] in [Doha|PLACE] on Sunday.", ["planned in-person: UN + Taliban @ Doha (Sunday → 2025-11-16)"]],
    ["[Norway|PLACE] meet [Chile|PLACE] on Sunday.", ["planned in-person: Norway + Chile (Sunday → 2025-11-16)"]],
    ["[Labour|ORG] meet [Unite|ORG] on Sunday.", ["planned in-person: Labour + Unite (Sunday → 2025-11-16)"]],
    // Who.
    [
      `Minister ${lee} met Minister ${ray} in [Oslo|PLACE]. The two ministers agreed to open the border, and they will meet again in [Lima|PLACE].`,
      ["held in-person: Ann Lee + Tom Ray @ Oslo", "planned in-person: they + they @ Lima"],
    ],
    [
      "[Norway|PLACE] and [Chile|PLACE] held talks in [Oslo|PLACE]. Ministers [Zeman|PERSON] and [Horvat|PERSON] spoke by phone. The two neighbours will hold more talks.",
      ["held talks: Norway + Chile @ Oslo", "held call: Zeman + Horvat", "planned talks: two neighbours + two neighbours"],
    ],
    [
      `${lee}, ${ray} and ${holm} met in [Oslo|PLACE]. The trio will meet President [Zeman|PERSON] on Friday.`,
      ["held in-person: Ann Lee + Tom Ray + Eva Holm @ Oslo", "planned in-person: trio + trio + trio + Zeman (Friday → 2025-11-14)"],
    ],
    [`He said the union had written to ${lee} and would not meet ${ray}.`, ["refused in-person: union + Tom Ray"]],
    [
      `Detectives questioned ${lee} on Monday. The 52-year-old has denied any contact with ${ray}.`,
      ["denied talks: The 52-year-old + Tom Ray"],
    ],
    [
      `${lee} on Thursday called on President ${ray} and discussed the fishermen.`,
      ["held visit: Ann Lee + Tom Ray (Thursday → 2025-11-13)"],
    ],
    [`${lee} will interact with business leaders in [Lima|PLACE].`, ["planned talks: Ann Lee + business leaders @ Lima"]],
    [
      `${lee} held a third day of talks with her Danish opposite number in [Oslo|PLACE].`,
      ["held talks: Ann Lee + her Danish opposite number @ Oslo"],
    ],
    [
      `${lee} met ${ray}. One of them, ${holm}, asked for a meeting with the owner.`,
      ["held in-person: Ann Lee + Tom Ray", "hypothetical in-person: Eva Holm + owner"],
    ],
    [
      `${lee} met leaders of the striking teachers on Sunday.`,
      ["held in-person: Ann Lee + leaders of the striking teachers (Sunday → 2025-11-09)"],
    ],
    [`${ray} confirmed he and two colleagues had met the treasurer.`, ["held in-person: he + two colleagues + treasurer"]],
    [`${lee} is the only commander who has met the envoys.`, ["held in-person: Ann Lee + envoys"]],
    [`${lee} is likely to call on Minister ${ray} during the day.`, ["hypothetical visit: Ann Lee + Tom Ray"]],
    [
      `${lee} met union leaders in [Oslo|PLACE]. They are to meet again on Monday.`,
      ["held in-person: Ann Lee + union leaders @ Oslo", "planned in-person: They + union leaders (Monday → 2025-11-17)"],
    ],
    [`The aide had driven ${lee} to a motel to meet ${ray}.`, ["planned in-person: Ann Lee + Tom Ray"]],
    // Taken back, and at another time.
    [`${lee} hosed down suggestions she discussed the vote with backbenchers.`, ["denied talks: she + backbenchers"]],
    [
      `${lee} has ruled out talks with the rebels, but her brother met ${ray} in August.`,
      ["refused talks: Ann Lee + rebels", "held in-person: her brother + Tom Ray (August → 2025-08-01)"],
    ],
    // With whom, by what is dealt in.
    ["[Halden|ORG] is in talks to buy [Solvik|ORG] for $4 billion.", ["ongoing talks: Halden + Solvik"]],
    ["[Halden|ORG] is in talks to merge with [Solvik|ORG].", ["ongoing talks: Halden + Solvik"]],
    ["[Halden|ORG] is in talks to buy a mine from [Solvik|ORG].", ["ongoing talks: Halden + Solvik"]],
    // Where.
    [
      `${lee} met ${ray} in [Lima|PLACE] on Friday and is to see the army chief on Monday.`,
      ["held in-person: Ann Lee + Tom Ray @ Lima (Friday → 2025-11-14)", "planned in-person: Ann Lee + army chief (Monday → 2025-11-17)"],
    ],
    [
      `[Norway|PLACE] and [Chile|PLACE] will open talks in [Lima|PLACE], Minister ${lee} said after speaking to ${ray}.`,
      ["planned talks: Norway + Chile @ Lima", "held talks: Ann Lee + Tom Ray"],
    ],
    // Seen, caught up with, in one room.
    [`${lee} did not see [Hamas|ORG] officials in [Oslo|PLACE].`, ["denied in-person: Ann Lee + Hamas officials @ Oslo"]],
    [`${lee}, who saw ${ray} in his camp on Tuesday, was calm.`, ["held in-person: Ann Lee + Tom Ray (Tuesday → 2025-11-11)"]],
    [`${lee} saw ${ray} privately.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} left the palace after seeing the prime minister.`, ["held in-person: Ann Lee + prime minister"]],
    [`${lee} caught up with ${ray} in [Oslo|PLACE] last week.`, ["held in-person: Ann Lee + Tom Ray @ Oslo (last week → 2025-11-03)"]],
    [`${lee} refused to sit in the same room as ${ray}.`, ["refused in-person: Ann Lee + Tom Ray"]],
    [`${lee} and ${ray} sat across from each other on Monday.`, ["held in-person: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    [`${lee} cancelled a sit-down with ${ray}.`, ["cancelled in-person: Ann Lee + Tom Ray"]],
    // Begun on a day, and not told when.
    [
      "[Norway|PLACE] and [Chile|PLACE] opened talks in [Oslo|PLACE] on Monday.",
      ["held talks: Norway + Chile @ Oslo (Monday → 2025-11-10)"],
    ],
    ["[Norway|PLACE] and [Chile|PLACE] opened talks in [Oslo|PLACE].", ["ongoing talks: Norway + Chile @ Oslo"]],
    [
      `${lee} launched a mediation effort on Saturday between the government and the rebels.`,
      ["held talks: Ann Lee + government + rebels (Saturday → 2025-11-08)"],
    ],
    [`${lee} began a two-day visit to [Chad|PLACE] on Monday.`, ["ongoing visit: Ann Lee + Chad @ Chad (Monday → 2025-11-10)"]],
    // Taken back.
    [
      `${lee} will meet ${ray} in [Oslo|PLACE]. We are being told that is no longer happening.`,
      ["planned in-person: Ann Lee + Tom Ray @ Oslo", "cancelled in-person: Ann Lee + Tom Ray @ Oslo"],
    ],
    [`${lee} will meet ${ray} in [Oslo|PLACE]. It is not going to be easy.`, ["planned in-person: Ann Lee + Tom Ray @ Oslo"]],
    [`${lee} debunked claims that she met ${ray}.`, ["denied in-person: she + Tom Ray"]],
    [`${lee} hit back at claims that she met ${ray}.`, ["denied in-person: she + Tom Ray"]],
    [`${lee} asked to meet ${ray}, but was told that he was busy.`, ["refused in-person: Ann Lee + Tom Ray"]],
    [`${lee} asked to meet ${ray}, but was told that he was ready.`, ["hypothetical in-person: Ann Lee + Tom Ray"]],
    [`${lee} had asked ${ray} for a meeting.`, ["hypothetical in-person: Ann Lee + Tom Ray"]],
    [
      `${lee} is to meet ${ray} and have lunch with ${holm}.`,
      ["planned in-person: Ann Lee + Tom Ray", "planned in-person: Ann Lee + Eva Holm"],
    ],
    [`${lee} is to say Mass in [Dolna|PLACE] and have lunch with ${holm}.`, ["planned in-person: Ann Lee + Eva Holm @ Dolna"]],
    [
      `${lee} came to meet ${ray} and had lunch with ${holm}.`,
      ["planned in-person: Ann Lee + Tom Ray", "held in-person: Ann Lee + Eva Holm"],
    ],
    [
      `${lee} was invited to a meeting at a hall on Tuesday, but has so far declined to meet ${ray}.`,
      ["refused in-person: Ann Lee + Tom Ray"],
    ],
    [
      `${lee} launched a mediation effort on Monday between the government and the [Sahel Brigade|ORG], a rebel group that holds three towns, officials said.`,
      ["held talks: Ann Lee + government + Sahel Brigade (Monday → 2025-11-10)"],
    ],
    [`${lee} is open to sitting down with ${ray}.`, ["hypothetical in-person: Ann Lee + Tom Ray"]],
    [`${lee} lashed out at reports that she secretly met ${ray}.`, ["denied in-person: she + Tom Ray"]],
    [`${lee} lashed out at a bank after she met ${ray}.`, ["held in-person: she + Tom Ray"]],
    [`${lee} said she remembers meeting ${ray}.`, ["held in-person: she + Tom Ray"]],
    [
      `${lee} and her Danish counterpart, ${ray}, announced a bid after meeting in [Oslo|PLACE].`,
      ["held in-person: Ann Lee + Tom Ray @ Oslo"],
    ],
    [`${lee} was offered a briefing with ${ray}.`, ["hypothetical talks: Ann Lee + Tom Ray"]],
    [`${lee} and ${ray} spoke at a wedding.`, ["held talks: Ann Lee + Tom Ray"]],
    ["[Halden|ORG] and its biggest union have broken off talks over the mine.", ["held talks: Halden + its biggest union"]],
    // Who sits for a place, and who leads a delegation.
    ["[Nakuru|PLACE] MCAs met Minister [Zeman|PERSON].", ["held in-person: Nakuru MCAs + Zeman"]],
    ["[Labour|ORG] MPs met Minister [Zeman|PERSON].", ["held in-person: Labour MPs + Zeman"]],
    [
      "[Norway|PLACE] and [Sweden|PLACE] meet in [Oslo|PLACE] on Sunday.",
      ["planned in-person: Norway + Sweden @ Oslo (Sunday → 2025-11-16)"],
    ],
  ])("reads “%s”", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });

  it.each([
    `${lee} never spoke to ${ray} again.`,
    `${lee} calls ${ray} whenever markets wobble.`,
    "[Halden|ORG] is in talks to buy a mine.",
    `${lee} saw ${ray} at the station on Monday.`,
    `${lee} said she does not remember meeting ${ray}.`,
    `${lee} and ${ray} spoke at a rally.`,
    `${lee} held a briefing with reporters.`,
    `${lee} left after the meeting in [Oslo|PLACE].`,
    `${lee} visited a specialist in [Lima|PLACE].`,
    `${lee} said she would consult her lawyers.`,
    `${lee} saw ${ray} play chess in the palace.`,
    `${lee} has not seen President ${ray} since March.`,
    "A witness did not see the minister.",
    `Police caught up with ${ray} in [Oslo|PLACE].`,
    `${lee} sat in the same room for an hour.`,
    "[Arsenal|ORG] meet [Chelsea|ORG] on Sunday. [Arsenal|ORG] last met [Chelsea|ORG] in May.",
  ])("finds no meeting in “%s”", (marked) => {
    expect(met(marked)).toEqual([]);
  });
});

describe("sides that hang on another side", () => {
  it("are not that side: a union is not the company whose it is", () => {
    const { meetings, entities } = annotateMarked("[Halden|ORG] and its biggest union have broken off talks over the mine.");
    const sides = meetings.flatMap(({ participants }) =>
      participants.map(({ entity }) => entities.find(({ id }) => id === entity)?.name ?? null),
    );
    expect(sides).toEqual(["Halden", null]);
  });
});
