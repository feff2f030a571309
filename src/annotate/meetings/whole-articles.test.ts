import { describe, expect, it } from "vitest";
import { holm, lee, met, ray } from "./met-rows.fixture.ts";

describe("what is said of people whom nobody meets", () => {
  it.each<[string, readonly string[]]>([
    [`We had the luck to see the late ${ray} of the Harbour Choir sing a song to sailors.`, []],
    [`I had the chance to see the late ${ray} of Mister Ray's Garden deliver a speech to the school.`, []],
    [`Voters may live to see ${ray} putting the plan into practice.`, []],
    [`${lee} is due to see ${ray} to discuss the plan.`, ["planned in-person: Ann Lee + Tom Ray"]],
    [`${lee} is due to see ${ray} and visit a farm.`, ["planned in-person: Ann Lee + Tom Ray"]],
    [`${lee} said calling [Ray|PERSON], also known as the Fox, by another name would change nothing.`, []],
    [`The support from farmers that ${lee} received in 1992 was small.`, []],
    [`${lee} thanked the farmers whom she received at her office on Monday.`, ["held in-person: she + farmers (Monday → 2025-11-10)"]],
    [`The “[Border Initiative|ORG]” was called by the [Harvest Party|ORG] to force a vote.`, []],
    [`${lee} was called by ${ray} on Monday.`, ["held call: Tom Ray + Ann Lee (Monday → 2025-11-10)"]],
    [`“It is hard,” said the voter ${lee} before the fair, a supper hosted by ${ray}.`, []],
    [`She remembers the night when ${ray} hosted and ${lee} sang.`, []],
    [`He married a woman whom he met on a trip to [Chad|PLACE].`, ["held in-person: he + woman"]],
    [`Speaking to [Channel News|ORG]'s Morning [Joe|PERSON] on Monday, ${lee} praised the plan.`, []],
  ])("%s", (text, rows) => {
    expect(met(text)).toEqual(rows);
  });
});

describe("matches in a story of sport", () => {
  const story = "The striker missed a penalty in the league match. The goalkeeper saved the final.";
  it.each<[string, readonly string[]]>([
    [`${lee} could meet her old team-mates in April at the earliest in the second round.`, []],
    [`${lee} met her agents in Lima in a round of talks.`, ["held in-person: Ann Lee + her agents"]],
  ])("%s", (text, rows) => {
    expect(met(`${story} ${text}`)).toEqual(rows);
  });
});

describe("questions", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} met ${ray} in Lima. What did they talk about?`, ["held in-person: Ann Lee + Tom Ray", "held talks: they + they"]],
    [`When did ${lee} meet ${holm}?`, ["held in-person: Ann Lee + Eva Holm"]],
    [`When could ${lee} meet ${holm}?`, ["hypothetical in-person: Ann Lee + Eva Holm"]],
    [`Why did ${lee} not meet ${holm}?`, ["hypothetical in-person: Ann Lee + Eva Holm"]],
  ])("%s", (text, rows) => {
    expect(met(text)).toEqual(rows);
  });
});

describe("demands", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} is demanding that the minister meet her tonight.`, ["hypothetical in-person: minister + her (tonight → 2025-11-14)"]],
    [`${lee} said that the ministers meet her tonight.`, ["planned in-person: ministers + her (tonight → 2025-11-14)"]],
  ])("%s", (text, rows) => {
    expect(met(text)).toEqual(rows);
  });
});

describe("introductions, months and denials", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} and ${ray} were introduced to each other in 2018 by a friend.`, ["held in-person: Ann Lee + Tom Ray (2018 → 2018-01-01)"]],
    [`${lee} was introduced to ${ray} by ${holm}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`Last May ${lee} met ${ray}.`, ["held in-person: Ann Lee + Tom Ray (May → 2025-05-01)"]],
    [`${lee} may meet ${ray} in May.`, ["hypothetical in-person: Ann Lee + Tom Ray (May → 2026-05-01)"]],
    [`The ministry denied that any envoy had met ${ray}.`, ["denied in-person: envoy + Tom Ray"]],
    [`The ministry said that any envoy had met ${ray}.`, []],
    [`${lee} went to see ${ray} when she took office.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} went to see ${ray} play when she was young.`, []],
  ])("%s", (text, rows) => {
    expect(met(text)).toEqual(rows);
  });
});

describe("what lives and careers tell", () => {
  it.each<[string, readonly string[]]>([
    [`${lee} has received three [Grammy Awards|ORG] and a series of awards.`, []],
    [`${lee} received a bachelor of arts degree from the [University of Lima|ORG] in 1942.`, []],
    [`In 1893 ${lee} received the [Royal Society|ORG]'s Copley Medal.`, []],
    [`${lee} received commissions from the [Harbour Theatre|ORG].`, []],
    [`${lee} received the mission of teaching the sailors.`, []],
    [`${lee} received the mission from [Chad|PLACE] on Monday.`, ["held in-person: Ann Lee + mission from Chad (Monday → 2025-11-10)"]],
    [
      `${lee} received a master sergeant and ${ray} on Monday.`,
      ["held in-person: Ann Lee + master sergeant + Tom Ray (Monday → 2025-11-10)"],
    ],
    [`${lee} was visiting professor at Ghent.`, []],
    [`${lee} visited the local schools.`, []],
    [`${lee} formed a choir, later called the [Harbour Choir|ORG].`, []],
    [`These changes, as ${lee} calls them, came late.`, []],
    [`${lee} was called up by ${ray} for the squad.`, []],
    [`General ${lee} met ${ray} in battle near Lima.`, []],
    [`${lee} and ${ray} are in talks to star in the film.`, []],
    [`${lee} and ${ray} are in talks to end the strike.`, ["ongoing talks: Ann Lee + Tom Ray"]],
  ])("%s", (text, rows) => {
    expect(met(text)).toEqual(rows);
  });
});

describe("who is told between commas, and what is shown", () => {
  it.each<[string, readonly string[]]>([
    [`The president of their union, ${ray}, met ${lee} on Monday.`, ["held in-person: Tom Ray + Ann Lee (Monday → 2025-11-10)"]],
    [`The show, an exhibition in which ${lee} meets ${ray}, opens on Monday.`, []],
    [`In a video ${holm} calls the rector, Sir ${ray}, “a landlord with a library”.`, []],
    [`${lee} did see President ${ray} on Monday.`, ["held in-person: Ann Lee + Tom Ray (Monday → 2025-11-10)"]],
  ])("%s", (text, rows) => {
    expect(met(text)).toEqual(rows);
  });
});

describe("who stands behind the words", () => {
  it.each<[string, readonly string[]]>([
    [
      "The rail union [Norvik|ORG] and the operator [Halden|ORG] will meet on Monday.",
      ["planned in-person: Norvik + Halden (Monday → 2025-11-17)"],
    ],
    ["Talks between the rebel groups [Norvik|ORG] and [Halden|ORG] began.", ["held talks: Norvik + Halden"]],
    [`Presidents ${lee} and ${ray} met in [Lima|PLACE].`, ["held in-person: Ann Lee + Tom Ray @ Lima"]],
    [
      `After a summit last Thursday, ${lee} and the leaders of [Chad|PLACE] and [Mali|PLACE] issued a statement.`,
      ["held in-person: Ann Lee + leaders of Chad + Mali (last Thursday → 2025-11-13)"],
    ],
    [
      `President ${lee} left on Monday. Her [Oslo|PLACE] talks with ${ray} are expected to last a day.`,
      ["planned talks: Her + Tom Ray @ Oslo"],
    ],
    [`Critics questioned ${lee}'s reasons for meeting ${ray}.`, ["held in-person: Ann Lee + Tom Ray"]],
    [`${lee} voiced hope that talks between [Chad|PLACE] and [Mali|PLACE] can end the war.`, ["hypothetical talks: Chad + Mali"]],
    [`“${ray} promised to meet with us face to face,” ${lee} said.`, ["planned in-person: Tom Ray + us"]],
    [
      `Secretary of State ${lee} and [United Nations|ORG] Secretary-General ${ray} met in [Lima|PLACE].`,
      ["held in-person: Ann Lee + Tom Ray @ Lima"],
    ],
    [
      "The talks brought together three nations bordering [Peru|PLACE] -- [Chad|PLACE], [Mali|PLACE] and [Kenya|PLACE].",
      ["held talks: Chad + Mali + Kenya"],
    ],
    [`${lee} praised ${ray}, whom she met in [Lima|PLACE] in 1974.`, ["held in-person: she + Tom Ray @ Lima (1974 → 1974-01-01)"]],
    [`${lee} praised ${ray} in [Lima|PLACE] and asked whom he had met.`, []],
    [
      `${lee}, the Chilean trade minister, who had lunch with ${ray} yesterday, will see ${holm} on Monday.`,
      ["held in-person: Ann Lee + Tom Ray (yesterday → 2025-11-13)", "planned in-person: Ann Lee + Eva Holm (Monday → 2025-11-17)"],
    ],
    [`${lee} and ${ray} are shooting a film in [Lima|PLACE]. They had lunch with ${holm}.`, ["held in-person: They + They + Eva Holm"]],
    [`${lee} is shooting a film with ${ray} in [Lima|PLACE]. They had lunch with ${holm}.`, ["held in-person: They + Eva Holm"]],
  ])("%s", (text, rows) => {
    expect(met(text)).toEqual(rows);
  });
});
