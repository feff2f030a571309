import { describe, expect, it } from "vitest";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

describe("meetings in the sentences of news agencies", () => {
  it.each<[string, readonly string[]]>([
    // Modality.
    [`Talks with the creditors will resume, Prime Minister ${lee} said.`, ["planned talks: Ann Lee + creditors"]],
    // Sides.
    [`On a visit to [Lima|PLACE], ${lee} discussed trade with [Peru|PLACE]'s premier.`, ["held talks: Ann Lee + Peru's premier @ Lima"]],
    [
      `The presidents of [Chad|PLACE] and [Peru|PLACE], ${lee} and ${ray}, will meet in [Lima|PLACE].`,
      ["planned in-person: Ann Lee + Tom Ray @ Lima"],
    ],
    [
      "[Chad|PLACE] and [Niger|PLACE], the lake's two largest neighbours, held talks with [Mali|PLACE].",
      ["held talks: Chad + Niger + Mali"],
    ],
    [
      "The UN has sponsored talks between representatives of the Government of [Norway|PLACE] and the [Polisario Front|ORG].",
      ["held talks: representatives of the Government of Norway + Polisario Front"],
    ],
    [
      `The vote follows a meeting on Monday between Vice Premier and [Labour Party|ORG] leader ${lee} and union chief ${ray}.`,
      ["held in-person: Ann Lee + Tom Ray (Monday → 2025-11-10)"],
    ],
    [`Lawyers say prison officials have not allowed them to meet with ${ray}.`, ["refused in-person: Lawyers + Tom Ray"]],
    [`The blast occurred as President ${lee}'s motorcade was headed to a meeting with ${ray}.`, ["planned in-person: Ann Lee + Tom Ray"]],
    ["Prisoners escaped after government talks with the inmates broke down.", ["held talks: government + inmates"]],
    [`The ruling prompted ${lee} to meet ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} and ${ray} will discuss an exchange of prisoners with [Chile|PLACE].`, ["planned talks: Ann Lee + Tom Ray"]],
    [`${lee} met ${ray} ahead of talks with ${holm}.`, ["held in-person: Ann Lee + Tom Ray", "planned talks: Ann Lee + Eva Holm"]],
    [
      "The team plans to visit stations and meet with Kenyan and Ugandan officials.",
      ["planned in-person: team + Kenyan + Ugandan officials"],
    ],
    [
      `The accords were signed following a meeting between Premier ${lee} and visiting Saudi King ${ray} in [Delhi|PLACE].`,
      ["held in-person: Ann Lee + Tom Ray @ Delhi"],
    ],
    ["The paper reports [Halden|ORG] is also in talks with other automakers.", ["ongoing talks: Halden + other automakers"]],
    [`${lee} praised the deal in a phone call she made to ${ray}.`, ["held call: she + Tom Ray"]],
    [`${holm} says she and ${ray} spoke by telephone.`, ["held call: she + Tom Ray"]],
    ["The union went on strike after negotiations broke down with the operator.", ["held talks: union + operator"]],
    [
      `${lee} visited [Lima|PLACE], touring flooded villages and meeting with ${ray}.`,
      ["held visit: Ann Lee + Lima @ Lima", "held in-person: Ann Lee + Tom Ray @ Lima"],
    ],
    [`${lee} greeted ${ray} at the airport.`, ["held in-person: Ann Lee + Tom Ray"]],
    ["The [United States|PLACE] rejected a suggestion by [Kenya|PLACE] to hold talks.", ["refused talks: United States + Kenya"]],
    [`[Norway|PLACE] has dismissed ${ray}'s offer to resume talks.`, ["refused talks: Norway + Tom Ray"]],
    [
      `Prosecutor ${lee} has refused to meet [Elena Drozd|PERSON], the sister of the jailed banker [Pavel Drozd|PERSON], his office said.`,
      ["refused in-person: Ann Lee + Elena Drozd"],
    ],
    [
      "Union leader [Daniel Okafor|PERSON] and employers' chief [Pieter Claes|PERSON] met.",
      ["held in-person: Daniel Okafor + Pieter Claes"],
    ],
    [
      "Wednesday's meeting between [Ann Lee|PERSON] and Rovers owner [Omar Haddad|PERSON] was cancelled hours before it was due to begin.",
      ["cancelled in-person: Ann Lee + Omar Haddad (Wednesday → 2025-11-12)"],
    ],
    // One meeting, one row.
    [
      `${lee} and ${ray} met in [Oslo|PLACE] on the sidelines of the climate talks hosted by [Norway|PLACE].`,
      ["held in-person: Ann Lee + Tom Ray @ Oslo"],
    ],
    [`${lee} and ${ray} will meet next week to resume talks.`, ["planned in-person: Ann Lee + Tom Ray (next week → 2025-11-17)"]],
    [
      `${lee} met the Chilean and Kenyan leaders in [Lima|PLACE] and [Quito|PLACE] this week.`,
      ["held in-person: Ann Lee + Chilean + Kenyan leaders @ Lima (this week → 2025-11-10)"],
    ],
    // Modality.
    [`The ministers broke off talks with ${ray}.`, ["held talks: ministers + Tom Ray"]],
    [`${lee} threatened to break off talks with ${ray}.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} was the last journalist to meet ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} will be the first to meet ${ray}.`, ["planned in-person: Ann Lee + Tom Ray"]],
    [`${lee} was barred from contacting ${ray}.`, ["refused unknown: Ann Lee + Tom Ray"]],
    [`${lee} has to discuss the matter with ${ray}.`, ["hypothetical talks: Ann Lee + Tom Ray"]],
    [`${lee} had to discuss the matter with ${ray}.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} is on her way to [Lima|PLACE] to meet ${ray}.`, ["planned in-person: her + Tom Ray @ Lima"]],
    [`${lee} denied reports that her meeting with ${ray} was called off.`, ["planned in-person: her + Tom Ray"]],
    ["The first round of talks between [Norway|PLACE] and [Chile|PLACE] is under way.", ["ongoing talks: Norway + Chile"]],
    [`An envoy has held what he called "encouraging" talks with ${lee}.`, ["held talks: envoy + Ann Lee"]],
    [`${lee} warned reporters not to expect a breakthrough during her talks with ${ray}.`, ["held talks: her + Tom Ray"]],
    [`${lee} asked visiting envoy ${ray} for help.`, ["held visit: Ann Lee + Tom Ray"]],
    [`${lee} was caught on video meeting with ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    // When.
    [`${lee} is meeting ${ray} on Thursday.`, ["planned in-person: Ann Lee + Tom Ray (Thursday → 2025-11-20)"]],
    [`${lee} is meeting ${ray} on Friday.`, ["ongoing in-person: Ann Lee + Tom Ray (Friday → 2025-11-14)"]],
    [`${lee} met ${ray} ahead of Sunday's vote.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} will meet ${ray} ahead of a vote on Thursday.`, ["planned in-person: Ann Lee + Tom Ray"]],
    [`${lee} met ${ray} as the country prepares for elections next month.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} met ${ray} while he was in town on Monday.`, ["held in-person: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    [`${lee} and ${ray} held talks on a rise that is due in December 2025.`, ["held talks: Ann Lee + Tom Ray"]],
    [`${lee} invited ${ray} on Monday to visit [Norway|PLACE].`, ["planned visit: Tom Ray + Norway @ Norway"]],
    [
      `${ray} has called off his meeting with ${lee}, which had been planned for Monday.`,
      ["cancelled in-person: his + Ann Lee (Monday → 2025-11-10)"],
    ],
    [
      `${lee} has postponed her meeting with ${ray} from Thursday to January 9.`,
      ["cancelled in-person: her + Tom Ray (Thursday → 2025-11-13)", "planned in-person: her + Tom Ray (January 9 → 2026-01-09)"],
    ],
    [
      `The meeting between ${lee} and ${ray} was put off until Monday.`,
      ["cancelled in-person: Ann Lee + Tom Ray", "planned in-person: Ann Lee + Tom Ray (Monday → 2025-11-17)"],
    ],
    [
      `${lee} was to meet ${ray}. The meeting has been postponed to January 9.`,
      [
        "planned in-person: Ann Lee + Tom Ray",
        "cancelled in-person: Ann Lee + Tom Ray",
        "planned in-person: Ann Lee + Tom Ray (January 9 → 2026-01-09)",
      ],
    ],
    [`The meeting between ${lee} and ${ray} was postponed until further notice.`, ["cancelled in-person: Ann Lee + Tom Ray"]],
    [`${lee} postponed a meeting with ${ray} to attend a funeral on Monday.`, ["cancelled in-person: Ann Lee + Tom Ray"]],
    // Where.
    [`On Monday in [Lima|PLACE], ${lee} met ${ray}.`, ["held in-person: Ann Lee + Tom Ray @ Lima (Monday → 2025-11-10)"]],
    [`${lee} will hold talks with ${ray} on security in [Kenya|PLACE].`, ["planned talks: Ann Lee + Tom Ray"]],
    [`${lee} will meet ${ray} on the sidelines of a summit in [Kenya|PLACE].`, ["planned in-person: Ann Lee + Tom Ray @ Kenya"]],
    [
      `${lee} invited ${ray} to [Lima|PLACE], and told him that she was ready to receive ${holm} there.`,
      ["hypothetical in-person: she + Eva Holm @ Lima"],
    ],
    [
      `${lee} will host ${ray} at a summit in [Lima|PLACE] on Sunday.`,
      ["planned in-person: Ann Lee + Tom Ray @ Lima (Sunday → 2025-11-16)"],
    ],
    // By telephone, or not.
    [`${lee} met ${ray} and spoke by telephone to ${holm}.`, ["held in-person: Ann Lee + Tom Ray", "held call: Ann Lee + Eva Holm"]],
    [`${lee} called the bank chiefs to the palace for talks.`, ["planned talks: Ann Lee + bank chiefs"]],
    [`${lee} called ${ray}.`, ["held call: Ann Lee + Tom Ray"]],
    // Mediation.
    [
      "The government of [Chad|PLACE] has accepted Norwegian mediation in its conflict with the rebels.",
      ["planned talks: Norwegian + government of Chad + rebels"],
    ],
    [
      "[Peru|PLACE] turned down an offer by [Chile|PLACE] to mediate in its dispute with [Ghana|PLACE].",
      ["refused talks: Chile + Peru + Ghana"],
    ],
    [
      `Cardinal ${lee} has offered to mediate in talks between the government and the opposition.`,
      ["hypothetical talks: Ann Lee + government + opposition"],
    ],
    ["[Peru|PLACE] asked [Chile|PLACE] to mediate in talks with the rebels.", ["hypothetical talks: Chile + Peru + rebels"]],
    [
      "[Peru|PLACE] has asked for [Chile|PLACE]'s mediation in its dispute with [Ghana|PLACE].",
      ["hypothetical talks: Chile + Peru + Ghana"],
    ],
    ["[Norway|PLACE] ended its mediation between the church and the rebels.", ["held talks: Norway + church + rebels"]],
    ["[Peru|PLACE] and [Chile|PLACE] held talks under Kenyan mediation.", ["held talks: Peru + Chile + Kenyan"]],
    [`${lee} and ${ray} shook hands after talks brokered by ${holm}.`, ["held talks: Ann Lee + Tom Ray + Eva Holm"]],
    [
      "[Norway|PLACE] has been mediating in the conflict between [Chad|PLACE] and the rebels for years.",
      ["ongoing talks: Norway + Chad + rebels"],
    ],
    ["Swedish envoys are mediating talks between the government and the rebels.", ["ongoing talks: Swedish envoys + government + rebels"]],
    ["[Oman|PLACE] has been brokering talks between [Peru|PLACE] and [Chad|PLACE].", ["ongoing talks: Oman + Peru + Chad"]],
    [`${lee}, who is mediating talks among the four factions, is in [Cairo|PLACE].`, ["ongoing talks: Ann Lee + four factions"]],
    [
      "Kenyan envoys who are brokering talks among warring parties in [Sudan|PLACE] have set a deadline.",
      ["ongoing talks: Kenyan envoys + warring parties @ Sudan"],
    ],
    ["Talks brokered by [Oman|PLACE] between [Peru|PLACE] and [Chad|PLACE] collapsed.", ["held talks: Peru + Chad + Oman"]],
    ["Talks between the rebels and the government are being facilitated by [Oman|PLACE].", ["ongoing talks: rebels + government + Oman"]],
    ["African leaders are converging on [Chad|PLACE] to mediate.", ["planned talks: African leaders + Chad"]],
    ["African leaders are converging on [Chad|PLACE] to mediate between the two camps.", ["planned talks: African leaders + two camps"]],
    ["A delegation of bishops travelled to [Chad|PLACE] to mediate in the crisis.", ["planned talks: delegation of bishops + Chad @ Chad"]],
    [`${lee} flew to [Cairo|PLACE] to mediate between [Peru|PLACE] and [Chad|PLACE].`, ["planned talks: Ann Lee + Peru + Chad @ Cairo"]],
    ["Pilgrims are converging on [Chad|PLACE] to pray.", []],
    [`${lee} was appointed to mediate.`, []],
    ["Talks among lawmakers continued on Monday.", []],
    ["[Oman|PLACE] is brokering the sale of a port between the two firms.", []],
    // Broken off, put off, threatened.
    ["[Chad|PLACE] called off peace talks with [Peru|PLACE] that were due to open in [Oslo|PLACE].", ["cancelled talks: Chad + Peru"]],
    ["The government halted talks with the union after the strike.", ["cancelled talks: government + union"]],
    ["[Chad|PLACE] threatened to pull out of talks with the [African Union|ORG].", ["ongoing talks: Chad + African Union"]],
    ["The union threatened to boycott talks with the government.", ["planned talks: union + government"]],
    ["[Chad|PLACE]'s opposition boycotted talks with the president.", ["refused talks: Chad's opposition + president"]],
    ["[Chad|PLACE] said it would no longer negotiate with the rebels.", ["refused talks: it + rebels"]],
    [`The palace said a meeting between ${lee} and ${ray} was not on the agenda.`, ["refused in-person: Ann Lee + Tom Ray"]],
    [`${lee}'s meeting with ${ray} has been rescheduled for Friday.`, ["planned in-person: Ann Lee + Tom Ray (Friday → 2025-11-14)"]],
    ["Officials denied having negotiated with the jihadists.", ["denied talks: Officials + jihadists"]],
    ["[Chad|PLACE] dismissed a Kenyan call for a meeting between the two presidents.", ["refused in-person: Chad + Kenyan"]],
    ["[Chad|PLACE] rejected a proposal by the rebels for talks in [Oslo|PLACE].", ["refused talks: Chad + rebels @ Oslo"]],
    ["The rebels have turned down an invitation from the president to peace talks.", ["refused talks: rebels + president"]],
    // Who, and when.
    ["The leader of the rebels, who has met the envoy twice, is ready for peace.", ["held in-person: leader of the rebels + envoy"]],
    ["The prime minister has so far refused to negotiate with the strikers.", ["refused talks: prime minister + strikers"]],
    ["Talks between the government and the rebels began on Monday.", ["held talks: government + rebels (Monday → 2025-11-10)"]],
    [`The talks resumed on Tuesday, with ${lee} and ${ray} attending.`, ["held talks: Ann Lee + Tom Ray (Tuesday → 2025-11-11)"]],
    [
      `${lee} made a visit to [Chile|PLACE], where he was received by ${ray}.`,
      ["held visit: Ann Lee + Chile @ Chile", "held in-person: Tom Ray + he @ Chile"],
    ],
    [`${lee} was in [Lima|PLACE] on Thursday to meet ${ray}.`, ["planned in-person: Ann Lee + Tom Ray @ Lima (Thursday → 2025-11-13)"]],
    [`Minister ${lee} arrived in [Chile|PLACE] for a five-day visit.`, ["ongoing visit: Ann Lee + Chile @ Chile"]],
    ["The police chief met community leaders.", ["held in-person: police chief + community leaders"]],
    ["The rebels returned to the negotiating table with the government.", ["held talks: rebels + government"]],
    [`${lee} gave an audience to Premier ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    ["The government and the bishops have begun a dialogue.", ["ongoing talks: government + bishops"]],
    [
      "Ministers from [Chad|PLACE], [Peru|PLACE] and [Ghana|PLACE] failed to agree at talks in [Oslo|PLACE].",
      ["held talks: Ministers from Chad + Peru + Ghana @ Oslo"],
    ],
    [`${lee} and ${ray} will hold talks by video link.`, ["planned call: Ann Lee + Tom Ray"]],
    [`${lee} spoke with ${ray} in a conference call.`, ["held call: Ann Lee + Tom Ray"]],
    ["[Norway|PLACE] urged [Chad|PLACE] and [Peru|PLACE] to talk to each other.", ["hypothetical talks: Chad + Peru"]],
    [
      `${lee} was in [Chile|PLACE] for talks with ${ray} to discuss efforts for peace with [Peru|PLACE].`,
      ["held talks: Ann Lee + Tom Ray @ Chile"],
    ],
    // The clause around it.
    [`${lee} met [Halden|ORG]'s chief executive, ${ray}, on Monday.`, ["held in-person: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    [
      `[Chad|PLACE]'s water minister, ${lee}, met [Peru|PLACE]'s ${ray} in [Lima|PLACE], a Kenyan official told the [Standard|ORG].`,
      ["held in-person: Ann Lee + Tom Ray @ Lima"],
    ],
    [
      `After his meeting with ${lee}, ${ray} flew to [Lima|PLACE], where he is to meet ${holm} on Friday.`,
      ["held in-person: his + Ann Lee", "planned in-person: he + Eva Holm @ Lima (Friday → 2025-11-14)"],
    ],
    [`It is the second time in a month that ${lee} and ${ray} have met.`, ["held in-person: Ann Lee + Tom Ray"]],
    [
      "[Halden|ORG] has called off Wednesday's meeting with the [Staff Union|ORG].",
      ["cancelled in-person: Halden + Staff Union (Wednesday → 2025-11-19)"],
    ],
    [`${lee} and ${ray} met on Monday, officials said.`, ["held in-person: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    [`Chancellor ${lee} and ${ray} met on Monday, officials said.`, ["held in-person: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
    [
      `Correction: An earlier version of this article said that ${lee} and ${ray} met in [Oslo|PLACE].`,
      ["denied in-person: Ann Lee + Tom Ray @ Oslo"],
    ],
    [
      `A meeting between council leader ${lee} and owner ${ray} has been moved from Wednesday to Friday, the council said.`,
      ["planned in-person: Ann Lee + Tom Ray (Friday → 2025-11-14)"],
    ],
    [`${lee} met the lawyer of the accused banker ${ray}.`, ["held in-person: Ann Lee + lawyer of the accused banker Tom Ray"]],
    [
      `${lee} and managing director ${ray} were due to meet on Wednesday.`,
      ["planned in-person: Ann Lee + Tom Ray (Wednesday → 2025-11-19)"],
    ],
    [`${lee} set out her plans to council leader ${ray} on Friday, when the two met.`, ["held in-person: two + two (Friday → 2025-11-14)"]],
    [`"I met him once," the banker said of ${lee}.`, ["held in-person: I + him"]],
  ])("reads “%s”", (marked, expected) => {
    expect(met(marked)).toEqual(expected);
  });

  it.each([
    "[Norway|PLACE] and [Chile|PLACE] have not met since the war.",
    "[Norway|PLACE] and [Chile|PLACE] have not held talks for three years.",
    `Danish Prime Minister ${lee} paid a visit to western [Denmark|PLACE].`,
    "The presidents of [Chile|PLACE], [Peru|PLACE] and [Ghana|PLACE] chose not to attend the summit.",
    "[Lima|PLACE] is hosting world leaders and tourists this week.",
    `${lee} called one of the officers lazy.`,
    `${lee} calls the agency's first flight to the moon "a great success".`,
    `The ministry, which ${lee} called the "dead house", must close.`,
    "The ministers called the meeting after the vote.",
    `${lee} spoke to a congressional committee.`,
    `${ray} had just completed a trip to help local farmers.`,
    "The pirates spoke by phone to news agencies.",
    `President ${lee} laments hosting the growing number of migrants.`,
    `Cheering crowds greeted ${lee}.`,
    `${lee} greeted the news with joy.`,
    `${lee} spent Friday evening at home with her family.`,
    "The members agreed to hold talks among themselves.",
  ])("finds no meeting in “%s”", (marked) => {
    expect(met(marked)).toEqual([]);
  });

  it("takes a denial of a claim for one of the meeting only where somebody claimed that", () => {
    const plain = `${lee} of [Norway|PLACE] and ${ray} of [Chile|PLACE] met on Monday. Doctors denied the claim.`;
    expect(met(plain)).toEqual(["held in-person: Ann Lee + Tom Ray (Monday → 2025-11-10)"]);
    const claimed = `${lee} met ${ray} on Monday, the [Herald|ORG] reported. Her office denied the claim.`;
    expect(met(claimed).map((row) => row.split(" ")[0])).toEqual(["held", "denied"]);
  });
});
