import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";

/** "modality manner: A + B @ place" of every meeting. */
function met(marked: string): string[] {
  const { meetings, entities } = annotateMarked(marked, { publishedAt: "2025-03-06" });
  return meetings.map((meeting) => {
    const sides = meeting.participants.map((participant) => participant.text).join(" + ");
    const place = entities.find((entity) => entity.id === meeting.place)?.name;
    return `${meeting.modality} ${meeting.manner}: ${sides}${place ? ` @ ${place}` : ""}`;
  });
}

describe("find-meetings", () => {
  it.each([
    ["[Ann Lee|PERSON] met [Tom Ray|PERSON] in [Oslo|PLACE].", "held in-person: Ann Lee + Tom Ray @ Oslo"],
    [
      "[Ann Lee|PERSON] denied a report in a newspaper that she had secretly met [Tom Ray|PERSON] in [Oslo|PLACE].",
      "denied in-person: she + Tom Ray @ Oslo",
    ],
    ["[Ann Lee|PERSON] dismissed claims that she had met [Tom Ray|PERSON].", "denied in-person: she + Tom Ray"],
    ["[Ann Lee|PERSON] said that she had yet to discuss it with [Tom Ray|PERSON].", "hypothetical talks: she + Tom Ray"],
    ["[Ann Lee|PERSON] has no plans to meet [Tom Ray|PERSON] again.", "refused in-person: Ann Lee + Tom Ray"],
    [
      "A meeting between [Ray|PERSON] and the Dutch economy minister, [Eva Holm|PERSON], that had been pencilled in for Saturday was put off.",
      "cancelled in-person: Ray + Eva Holm",
    ],
    [
      "The tape holds a phone call between [Ann Lee|PERSON] and [Tom Ray|PERSON], whose company, Ray & Sons, is bankrupt.",
      "held call: Ann Lee + Tom Ray",
    ],
    [
      "[Ann Lee|PERSON] held talks with a [Hamas|ORG] delegation headed by [Tom Ray|PERSON].",
      "held talks: Ann Lee + Hamas delegation + Tom Ray",
    ],
    [
      "[Ann Lee|PERSON] received a delegation of teachers led by [Tom Ray|PERSON].",
      "held in-person: Ann Lee + delegation of teachers + Tom Ray",
    ],
    ["[Ann Lee|PERSON] flew in from [Oslo|PLACE], where she had dinner with [Tom Ray|PERSON].", "held in-person: she + Tom Ray @ Oslo"],
    [
      "Prime Minister [Ann Lee|PERSON] and President [Tom Ray|PERSON] held face-to-face talks in [Oslo|PLACE] late Wednesday.",
      "held talks: Ann Lee + Tom Ray @ Oslo",
    ],
    ["[Ann Lee|PERSON] shelved a plan to visit [Tom Ray|PERSON] in [Oslo|PLACE].", "cancelled visit: Ann Lee + Tom Ray @ Oslo"],
    ["[Ann Lee|PERSON] dropped plans for talks with [Tom Ray|PERSON].", "cancelled talks: Ann Lee + Tom Ray"],
    ["The talks that [Ann Lee|PERSON] had planned with [Tom Ray|PERSON] were put on hold.", "cancelled talks: Ann Lee + Tom Ray"],
    ["Snow delayed plans for [Ann Lee|PERSON] to meet [Tom Ray|PERSON].", "cancelled in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] told reporters in [Oslo|PLACE] that she would meet [Tom Ray|PERSON].", "planned in-person: she + Tom Ray"],
    [
      "[Ann Lee|PERSON] and [Tom Ray|PERSON] will be among the leaders attending the summit on Saturday.",
      "planned in-person: Ann Lee + Tom Ray",
    ],
    ["[Norway|PLACE] has held months of negotiations with [Chad|PLACE].", "held talks: Norway + Chad"],
    ["President [Ann Lee|PERSON] will visit the [White House|ORG] on Friday.", "planned visit: Ann Lee + White House @ White House"],
    ["[Ann Lee|PERSON] met with [Tom Ray|PERSON] and [Eva Holm|PERSON].", "held in-person: Ann Lee + Tom Ray + Eva Holm"],
    ["[Ann Lee|PERSON] and [Hamas|ORG] officials met in [Doha|PLACE].", "held in-person: Ann Lee + Hamas officials @ Doha"],
    ["[Ann Lee|PERSON], the envoy, met Monday with [Tom Ray|PERSON].", "held in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] held talks with [Hamas|ORG] in [Doha|PLACE], [Qatar|PLACE].", "held talks: Ann Lee + Hamas @ Doha"],
    [
      "[Ann Lee|PERSON] held talks with representatives of the rebel group in [Doha|PLACE].",
      "held talks: Ann Lee + representatives of the rebel group @ Doha",
    ],
    ["Talks between [Israel|PLACE] and [Hamas|ORG] took place in [Cairo|PLACE].", "held talks: Israel + Hamas @ Cairo"],
    ["After meeting with hostages, [Tom Ray|PERSON] flew home.", "held in-person: Tom Ray + hostages"],
    ["In [Oslo|PLACE], [Ann Lee|PERSON] met her counterpart, [Eva Holm|PERSON].", "held in-person: Ann Lee + Eva Holm @ Oslo"],
    ["[Ann Lee|PERSON] is holding talks with [Tom Ray|PERSON].", "ongoing talks: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] will meet [Tom Ray|PERSON] in [Oslo|PLACE].", "planned in-person: Ann Lee + Tom Ray @ Oslo"],
    ["[Ann Lee|PERSON] is expected to meet [Tom Ray|PERSON].", "planned in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] refused to meet [Tom Ray|PERSON].", "refused in-person: Ann Lee + Tom Ray"],
    ["[Angela Lee|PERSON] has denied meeting [Tom Ray|PERSON].", "denied in-person: Angela Lee + Tom Ray"],
    ["[Iran|PLACE] denied that [Ann Lee|PERSON] had met [Tom Ray|PERSON].", "denied in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON], who had herself met [Tom Ray|PERSON], left.", "held in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] and [Tom Ray|PERSON] spoke by phone on Monday.", "held call: Ann Lee + Tom Ray"],
    [
      "[Ann Lee|PERSON] had planned to fly to [Doha|PLACE] to meet [Tom Ray|PERSON], but called the trip off on Tuesday.",
      "cancelled in-person: Ann Lee + Tom Ray @ Doha",
    ],
    ["[Ann Lee|PERSON] put off a visit to [China|PLACE].", "cancelled visit: Ann Lee + China @ China"],
    ["[Iran|PLACE] denied that its foreign minister, [Ann Lee|PERSON], had met [Tom Ray|PERSON].", "denied in-person: Ann Lee + Tom Ray"],
    [
      "[U.S.|PLACE] Secretary of State [Ann Lee|PERSON] flew in. The secretary met [Tom Ray|PERSON].",
      "held in-person: The secretary + Tom Ray",
    ],
    [
      "[Ann Lee|PERSON] met [Tom Ray|PERSON] and [Eva Holm|PERSON], [Radio One|ORG] and [Radio Two|ORG] reported on Monday.",
      "held in-person: Ann Lee + Tom Ray + Eva Holm",
    ],
    ["Would [Ann Lee|PERSON] meet [Tom Ray|PERSON] again?", "hypothetical in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] met [Tom Ray|PERSON], hours after media in [Israel|PLACE] spoke of it.", "held in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] on Friday put off a visit to [China|PLACE].", "cancelled visit: Ann Lee + China @ China"],
    ["[Ann Lee|PERSON] had been expected on Sunday for two days of talks with [Tom Ray|PERSON].", "planned talks: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] is unlikely to meet [Tom Ray|PERSON] next week.", "hypothetical in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] cancelled talks with [Tom Ray|PERSON].", "cancelled talks: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] postponed a meeting with [Tom Ray|PERSON].", "cancelled in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] wants to meet [Tom Ray|PERSON].", "hypothetical in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] could meet [Tom Ray|PERSON].", "hypothetical in-person: Ann Lee + Tom Ray"],
    ["If [Ann Lee|PERSON] meets [Tom Ray|PERSON], it will rain.", "hypothetical in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] spoke by phone with [Tom Ray|PERSON].", "held call: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] received [Tom Ray|PERSON] at the palace.", "held in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] secretly negotiated with [Hamas|ORG].", "held talks: Ann Lee + Hamas"],
    ["[Ann Lee|PERSON] is in talks with [Tom Ray|PERSON].", "ongoing talks: Ann Lee + Tom Ray"],
    ["[Angela Lee|PERSON] and [Tom Ray|PERSON] are to meet in [Oslo|PLACE] on Friday.", "planned in-person: Angela Lee + Tom Ray @ Oslo"],
    [
      "The presidents of [Latvia|PLACE], [Estonia|PLACE] and [Norway|PLACE] will meet in [Oslo|PLACE].",
      "planned in-person: presidents of Latvia + Estonia + Norway @ Oslo",
    ],
    ["Brazilian and Chilean officials held talks in [Lima|PLACE].", "held talks: Brazilian + Chilean officials @ Lima"],
    ["[Angela Lee|PERSON] was met by [Tom Ray|PERSON] in [Oslo|PLACE].", "held in-person: Tom Ray + Angela Lee @ Oslo"],
    [
      "[Angela Lee|PERSON] met three of the freed miners, and [Tom Ray|PERSON] slept.",
      "held in-person: Angela Lee + three of the freed miners",
    ],
    ["[Angela Lee|PERSON]'s meeting with [Tom Ray|PERSON] was postponed.", "cancelled in-person: Angela Lee + Tom Ray"],
    ["[Angela Lee|PERSON] expressed her willingness to meet [Tom Ray|PERSON].", "hypothetical in-person: her + Tom Ray"],
    ["[Angela Lee|PERSON] told [Tom Ray|PERSON] of the storm by telephone.", "held call: Angela Lee + Tom Ray"],
    ["[Angela Lee|PERSON] spent two hours with [Tom Ray|PERSON] in [Oslo|PLACE].", "held in-person: Angela Lee + Tom Ray @ Oslo"],
    ["[Angela Lee|PERSON] flew to [Oslo|PLACE] to meet [Tom Ray|PERSON].", "planned in-person: Angela Lee + Tom Ray @ Oslo"],
    ["An Israeli-Palestinian summit was held in [Egypt|PLACE].", "held in-person: Israeli + Palestinian @ Egypt"],
    ["[Ann Lee|PERSON] met the new envoy to [Oslo|PLACE], [Tom Ray|PERSON], on Monday.", "held in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] met with her friend and colleague, Premier [Tom Ray|PERSON].", "held in-person: Ann Lee + Tom Ray"],
    [
      "[Ann Lee|PERSON] will meet with the candidates [Tom Ray|PERSON] and [Eva Falk|PERSON].",
      "planned in-person: Ann Lee + Tom Ray + Eva Falk",
    ],
    [
      "Negotiators from the government and the rebels met in [Oslo|PLACE].",
      "held in-person: Negotiators from the government + rebels @ Oslo",
    ],
    ["[Ann Lee|PERSON] wants to continue talks about trade later today with [Tom Ray|PERSON].", "hypothetical talks: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] made a visit to [Norway|PLACE] to meet with [Tom Ray|PERSON].", "planned in-person: Ann Lee + Tom Ray @ Norway"],
    ["[Ann Lee|PERSON] met [Tom Ray|PERSON] during a visit to [Norway|PLACE].", "held in-person: Ann Lee + Tom Ray @ Norway"],
    ["[Ann Lee|PERSON] flew to [Oslo|PLACE], where she met [Tom Ray|PERSON].", "held in-person: she + Tom Ray @ Oslo"],
    ["[Norway|PLACE] rejected a rebel offer of talks.", "refused talks: Norway + rebel"],
    ["The United Nations called on [Norway|PLACE] and [Chad|PLACE] to resume talks.", "hypothetical talks: Norway + Chad"],
    ["[Ann Lee|PERSON] meets this week with [Tom Ray|PERSON].", "planned in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] was to have lunch with [Tom Ray|PERSON] on Friday, but canceled.", "cancelled in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] was to have met [Tom Ray|PERSON] in [Oslo|PLACE].", "cancelled in-person: Ann Lee + Tom Ray @ Oslo"],
    ["[Ann Lee|PERSON] said she would ask him when she sees [Tom Ray|PERSON] on Monday.", "planned in-person: she + Tom Ray"],
    ["[Ann Lee|PERSON] is due to brief officials on her talks with [Tom Ray|PERSON].", "held talks: her + Tom Ray"],
    ["[Ann Lee|PERSON] met [Tom Ray|PERSON] and toured a school in [Oslo|PLACE].", "held in-person: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] left for [Oslo|PLACE] on Monday, where she held talks with [Tom Ray|PERSON].", "held talks: she + Tom Ray @ Oslo"],
    ["[Ann Lee|PERSON] spoke by telephone with her landlord, [Fenwick Homes|ORG], on Monday.", "held call: Ann Lee + Fenwick Homes"],
    ["[Ann Lee|PERSON] was in talks with the critic [Tom Ray|PERSON] last year.", "held talks: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] met the rebel commander known as [Tom Ray|PERSON].", "held in-person: Ann Lee + Tom Ray"],
    [
      "[Fenwick Homes|ORG] opposes the fee and its lobbyist, [Tom Ray|PERSON], had lunch with [Ann Lee|PERSON].",
      "held in-person: Tom Ray + Ann Lee",
    ],
    ["[Ann Lee|PERSON] and [Tom Ray|PERSON] met each other in [Oslo|PLACE].", "held in-person: Ann Lee + Tom Ray @ Oslo"],
    ["[Ann Lee|PERSON] will see [Tom Ray|PERSON] in [Oslo|PLACE].", "planned in-person: Ann Lee + Tom Ray @ Oslo"],
    ["[Ann Lee|PERSON] ought to talk to [Tom Ray|PERSON].", "hypothetical talks: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] and [Tom Ray|PERSON] last spoke in June.", "held talks: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] discussed the plan with her driver, [Tom Ray|PERSON].", "held talks: Ann Lee + Tom Ray"],
    [
      "[Ann Lee|PERSON] dismissed a report that [Tom Ray|PERSON] had flown to [Oslo|PLACE] to meet [Eva Holm|PERSON].",
      "denied in-person: Tom Ray + Eva Holm @ Oslo",
    ],
    ["[Ann Lee|PERSON] was in [Oslo|PLACE] on Tuesday, where she met [Tom Ray|PERSON].", "held in-person: she + Tom Ray @ Oslo"],
    ["[Ann Lee|PERSON] will raise it with [Tom Ray|PERSON] when they meet on Tuesday.", "planned in-person: they + they"],
    ["[Norvia|ORG] denied that there were any talks with [Bayard|ORG].", "denied talks: Norvia + Bayard"],
    ["[Ann Lee|PERSON] paid a courtesy call on President [Tom Ray|PERSON].", "held visit: Ann Lee + Tom Ray"],
    ["[Ann Lee|PERSON] gave a dinner for [Tom Ray|PERSON] in [Oslo|PLACE].", "held in-person: Ann Lee + Tom Ray @ Oslo"],
    ["[Israel|PLACE] negotiated with [Hamas|ORG] through [Qatar|PLACE].", "held talks: Israel + Hamas + Qatar"],
  ])("%s", (marked, expected) => {
    expect(met(marked)).toEqual([expected]);
  });

  it.each([
    ["a deadline", "[Ann Lee|PERSON] met the deadline."],
    ["a demand", "[Hamas|ORG] has met the demands of [Israel|PLACE]."],
    ["opposition", "The plan of [Ann Lee|PERSON] was met with stiff opposition in [Oslo|PLACE]."],
    ["reporters", "[Ann Lee|PERSON] met with reporters."],
    ["a habit", "The [United States|PLACE] does not usually negotiate with [Hamas|ORG]."],
    ["any meeting", '[Ann Lee|PERSON] said: "Any meeting with [Tom Ray|PERSON] is useful."'],
    ["a visit to a museum", "[Ann Lee|PERSON] visited the museum."],
    ["votes received", "[Ann Lee|PERSON] received 17 votes in [Oslo|PLACE]."],
    ["a cabinet meeting", "[Ann Lee|PERSON] spoke at a cabinet meeting with [Tom Ray|PERSON]."],
    ["an authority", "[Angela Lee|PERSON] said the plant would meet the needs of [Oslo|PLACE]."],
    ["tourists by the million", "[Kenya|PLACE] received more than one million tourists."],
    ["a recalled envoy", "[Jordan|PLACE] called its ambassador to [Iraq|PLACE] home."],
    ["knowing of none", "[Angela Lee|PERSON] had no knowledge of any meeting with [Tom Ray|PERSON]."],
    ["a match", "[Norway|PLACE] will meet [Chad|PLACE] in the final on Saturday."],
    ["an interview", "[Ann Lee|PERSON] spoke with [CNN|ORG] on Tuesday."],
    ["a speech", "[Ann Lee|PERSON] spoke to students in [Oslo|PLACE]."],
    ["whoever it may be", "Every president has sat down with [Ann Lee|PERSON]."],
    ["a spokesman's own", '"There will be no meeting with [Ann Lee|PERSON]," said [Tom Ray|PERSON], an aide.'],
    ["a rivalry", "[Ann Lee|PERSON] and [Eva Holm|PERSON] have met nine times, with [Ann Lee|PERSON] leading 5-4."],
    ["a lost match", "When we met [Norway|PLACE] two years ago, we lost on penalties."],
    ["a film", "[Tom Ray|PERSON] stars in a film in which a spy meets a general in [Oslo|PLACE]."],
    ["a speech to a parliament", "[Ann Lee|PERSON] spoke in [Oslo|PLACE]."],
  ])("claims no meeting for %s", (_, marked) => {
    expect(met(marked)).toEqual([]);
  });

  it("turns a planned meeting into a cancelled one when the next sentence calls it off, with that sentence as proof", () => {
    const { meetings } = annotateMarked(
      "[Steve Witkoff|PERSON] had planned to meet [Qatar|PLACE]'s prime minister this week. However, he cancelled the trip on Tuesday.",
      { publishedAt: "2025-03-06" },
    );
    expect(meetings.map((meeting) => [meeting.modality, meeting.evidence.text])).toEqual([
      ["planned", "Steve Witkoff had planned to meet Qatar's prime minister this week."],
      ["cancelled", "However, he cancelled the trip on Tuesday."],
    ]);
  });

  it("takes “the two leaders” for the sides of the contact before", () => {
    const marked = "[Angela Lee|PERSON] met [Tom Ray|PERSON] in [Oslo|PLACE]. The two leaders had talked in [Lima|PLACE] before.";
    const { meetings, entities } = annotateMarked(marked);
    const sides = meetings[1]?.participants.map(({ entity }) => entities.find(({ id }) => id === entity)?.name);
    expect(sides).toEqual(["Angela Lee", "Tom Ray"]);
  });

  it.each([
    [
      "[Ann Lee|PERSON] met [Tom Ray|PERSON] in [Oslo|PLACE] on Monday and [Eva Holm|PERSON] in [Lima|PLACE] on Wednesday.",
      ["held in-person: Ann Lee + Tom Ray @ Oslo 2025-03-03", "held in-person: Ann Lee + Eva Holm @ Lima 2025-03-05"],
    ],
    [
      "[Ann Lee|PERSON] had lunch with [Tom Ray|PERSON] in [Oslo|PLACE] on Monday and met [Eva Holm|PERSON] in [Lima|PLACE] on Wednesday.",
      ["held in-person: Ann Lee + Tom Ray @ Oslo 2025-03-03", "held in-person: Ann Lee + Eva Holm @ Lima 2025-03-05"],
    ],
    [
      "[Ann Lee|PERSON] met [Tom Ray|PERSON] in [Oslo|PLACE] on Monday, and on Wednesday they said that it would rain.",
      ["held in-person: Ann Lee + Tom Ray @ Oslo 2025-03-03"],
    ],
    [
      "[Ann Lee|PERSON] will hold meetings with [Tom Ray|PERSON] on March 11 and with [Eva Holm|PERSON] the following day.",
      ["planned in-person: Ann Lee + Tom Ray 2025-03-11", "planned in-person: Ann Lee + Eva Holm 2025-03-12"],
    ],
    [
      "[Ann Lee|PERSON] held separate talks with [Tom Ray|PERSON] and [Eva Holm|PERSON].",
      ["held talks: Ann Lee + Tom Ray", "held talks: Ann Lee + Eva Holm"],
    ],
    [
      "[Ann Lee|PERSON] visited [Chad|PLACE] and [Mali|PLACE] on Monday.",
      ["held visit: Ann Lee + Chad @ Chad 2025-03-03", "held visit: Ann Lee + Mali @ Mali 2025-03-03"],
    ],
    ["[Ann Lee|PERSON] held the first of three meetings with [Tom Ray|PERSON].", ["held in-person: Ann Lee + Tom Ray"]],
    ["[Ann Lee|PERSON] came face to face with [Tom Ray|PERSON].", ["held in-person: Ann Lee + Tom Ray"]],
    ["[Ann Lee|PERSON] came to [Oslo|PLACE] with [Tom Ray|PERSON].", []],
    ["[Ann Lee|PERSON] phoned [Tom Ray|PERSON] and [Eva Holm|PERSON].", ["held call: Ann Lee + Tom Ray", "held call: Ann Lee + Eva Holm"]],
    [
      "[Ann Lee|PERSON] met [Tom Ray|PERSON] in [Oslo|PLACE] on 3 and 9 February.",
      ["held in-person: Ann Lee + Tom Ray @ Oslo 2025-02-03", "held in-person: Ann Lee + Tom Ray @ Oslo 2025-02-09"],
    ],
    [
      "[Ann Lee|PERSON] and [Tom Ray|PERSON] met twice last week, in [Oslo|PLACE] on Monday and in [Lima|PLACE] on Thursday.",
      ["held in-person: Ann Lee + Tom Ray @ Oslo 2025-02-24", "held in-person: Ann Lee + Tom Ray @ Lima 2025-02-27"],
    ],
    [
      "[Ann Lee|PERSON] met [Tom Ray|PERSON] in [Oslo|PLACE] and [Eva Holm|PERSON] said it would rain.",
      ["held in-person: Ann Lee + Tom Ray @ Oslo"],
    ],
  ])("keeps meetings apart that share one word: %s", (marked, expected) => {
    const { meetings } = annotateMarked(marked, { publishedAt: "2025-03-06" });
    const days = meetings.map(({ date }) => (date?.from ? ` ${date.from}` : ""));
    expect(met(marked).map((meeting, index) => meeting + (days[index] ?? ""))).toEqual(expected);
  });

  it.each([
    ["that it never took place", "[Ann Lee|PERSON] met [Tom Ray|PERSON] on Tuesday, an aide said. The meeting never took place.", "denied"],
    ["that it did not go ahead", "[Ann Lee|PERSON] is to meet [Tom Ray|PERSON]. The visit did not go ahead.", "cancelled"],
    [
      "that it is a lie",
      "[Eva Holm|PERSON] said that [Ann Lee|PERSON] had met [Tom Ray|PERSON]. [Ray|PERSON] called the claim a lie.",
      "denied",
    ],
    ["that it is denied", "[Eva Holm|PERSON] said that [Ann Lee|PERSON] had met [Tom Ray|PERSON]. [Ray|PERSON] denied it.", "denied"],
  ])("adds what the next sentence says of a meeting: %s", (_, marked, modality) => {
    const { meetings } = annotateMarked(marked);
    expect(meetings.map((meeting) => meeting.modality)).toEqual([expect.not.stringMatching(modality), modality]);
    expect(meetings[1]?.participants).toEqual(meetings[0]?.participants);
  });

  it.each([
    ["[Angela Lee|PERSON] hopes to be received by [Tom Ray|PERSON].", "hypothetical in-person: Tom Ray + Angela Lee"],
    ["[Angela Lee|PERSON] rebuffed an invitation to meet [Tom Ray|PERSON].", "refused in-person: Angela Lee + Tom Ray"],
    [
      "[Angela Lee|PERSON] asked three times to sit down with [Tom Ray|PERSON] and was turned away each time.",
      "refused in-person: Angela Lee + Tom Ray",
    ],
    ["[Angela Lee|PERSON] rejected an offer of talks from [Tom Ray|PERSON].", "refused talks: Angela Lee + Tom Ray"],
    ["“I would be delighted to meet [Tom Ray|PERSON],” [Angela Lee|PERSON] said.", "hypothetical in-person: I + Tom Ray"],
    ["[Angela Lee|PERSON] went to see [Tom Ray|PERSON] on Monday.", "held in-person: Angela Lee + Tom Ray"],
    [
      "[Angela Lee|PERSON] criticised the company for calling off a meeting with [Tom Ray|PERSON].",
      "cancelled in-person: company + Tom Ray",
    ],
    ["Instead of [Tom Ray|PERSON] they were met by his deputy, [Eva Holm|PERSON].", "held in-person: Eva Holm + they"],
    ["[Angela Lee|PERSON] and [Tom Ray|PERSON] had lunch in [Paris|PLACE].", "held in-person: Angela Lee + Tom Ray @ Paris"],
    ["[Angela Lee|PERSON] had tea with [Tom Ray|PERSON].", "held in-person: Angela Lee + Tom Ray"],
    ["[Angela Lee|PERSON] was introduced to [Tom Ray|PERSON] at a party in [Paris|PLACE].", "held in-person: Angela Lee + Tom Ray @ Paris"],
    [
      "[Angela Lee|PERSON] and [Tom Ray|PERSON] are expected to see each other in [Paris|PLACE].",
      "planned in-person: Angela Lee + Tom Ray @ Paris",
    ],
    [
      "Talks between their union, [Unite|ORG], and the operator, [Halden Coaches|ORG], ended without agreement.",
      "held talks: Unite + Halden Coaches",
    ],
    ["[Angela Lee|PERSON] told them of a meeting between the government and its critics.", "held in-person: government + its critics"],
    [
      "[Angela Lee|PERSON] said that she had spoken to neither [Tom Ray|PERSON] nor his lawyer.",
      "denied talks: she + Tom Ray + his lawyer",
    ],
    ["[Angela Lee|PERSON] invited [Tom Ray|PERSON] to dinner, but he turned her down.", "refused in-person: Angela Lee + Tom Ray"],
    ["The miners are to be received by [Tom Ray|PERSON].", "planned in-person: Tom Ray + miners"],
    ["The miners were met by police with tear gas.", undefined],
    ["[Angela Lee|PERSON] flew home after a meeting with [Tom Ray|PERSON] was called off.", "cancelled in-person: Angela Lee + Tom Ray"],
    [
      "The former chief executive of [Halden Council|ORG], [Angela Lee|PERSON], resigned after a meeting with [Tom Ray|PERSON].",
      "held in-person: Angela Lee + Tom Ray",
    ],
    ["[Angela Lee|PERSON] took [Tom Ray|PERSON] to lunch.", "held in-person: Angela Lee + Tom Ray"],
    ["[Angela Lee|PERSON] introduced [Tom Ray|PERSON] to the chancellor.", "held in-person: Tom Ray + chancellor"],
    ["“They meet, they shake hands, they go home,” said [Angela Lee|PERSON].", undefined],
    ["[Angela Lee|PERSON] meets people all the time.", undefined],
    ["[Angela Lee|PERSON] meets [Tom Ray|PERSON] every week.", undefined],
    ["[Acme|ORG] left the striker at home before the league season; [Acme|ORG] meet [Borg|ORG] on Saturday and need goals.", undefined],
  ])("reads what came of it: %s", (marked, expected) => {
    expect(met(marked)[0]).toBe(expected);
  });

  it.each([
    ["We met again.", "“We met [Tom Ray|PERSON] in May,” said [Angela Lee|PERSON]. “We met again in June.”", ["We", "Tom Ray"]],
    [
      "A second one",
      "[Angela Lee|PERSON] met [Tom Ray|PERSON] on Monday. A second meeting is planned for Friday.",
      ["Angela Lee", "Tom Ray"],
    ],
    [
      "Both men",
      "[Angela Lee|PERSON] has not met [Tom Ray|PERSON]. Aides to both leaders denied a report that they had met in May.",
      ["they", "they"],
    ],
  ])("takes the sides from the sentence before: %s", (_, marked, expected) => {
    expect(
      annotateMarked(marked)
        .meetings.at(-1)
        ?.participants.map(({ text }) => text),
    ).toEqual(expected);
  });

  it("adds the place and day that the next sentence gives to the meeting before", () => {
    const marked = "[Angela Lee|PERSON] met [Tom Ray|PERSON]. The meeting took place in [Oslo|PLACE] on Monday and lasted an hour.";
    const { meetings, entities } = annotateMarked(marked, { publishedAt: "2025-03-06" });
    const [meeting] = meetings;
    expect([meetings.length, entities.find(({ id }) => id === meeting?.place)?.name, meeting?.date?.from]).toEqual([
      1,
      "Oslo",
      "2025-03-03",
    ]);
  });

  it("dates a meeting that somebody came for by no day of the journey to come", () => {
    const marked = "[Angela Lee|PERSON] arrived in [Oslo|PLACE] on Tuesday for talks with [Tom Ray|PERSON].";
    expect(annotateMarked(marked, { publishedAt: "2025-03-06" }).meetings[0]?.date?.from).toBe("2025-03-04");
  });

  it("looks further back for “the two leaders” where the contact before was between others", () => {
    const marked =
      "[Angela Lee|PERSON] met [Tom Ray|PERSON] in [Oslo|PLACE]. Her spokesman telephoned the envoy, [Eva Holm|PERSON]. The two leaders will meet again in June.";
    const { meetings, entities } = annotateMarked(marked);
    const sides = meetings.at(-1)?.participants.map(({ entity }) => entities.find(({ id }) => id === entity)?.name);
    expect(sides).toEqual(["Angela Lee", "Tom Ray"]);
  });

  it("takes no day from a relative clause about something else, nor that of the hearing", () => {
    const aside = "[Ann Lee|PERSON], who arrived on Tuesday, is due to tell officials of her talks with [Tom Ray|PERSON].";
    const heard = "A jury heard on Wednesday how [Ann Lee|PERSON] met [Tom Ray|PERSON].";
    for (const marked of [aside, heard]) expect(annotateMarked(marked, { publishedAt: "2025-03-06" }).meetings[0]?.date).toBeNull();
  });

  it("does not date a meeting by the day on which it was called off", () => {
    const marked = "On Thursday [Angela Lee|PERSON] cancelled the summit with [Tom Ray|PERSON] that was planned for June.";
    const [meeting] = annotateMarked(marked, { publishedAt: "2025-03-06" }).meetings;
    expect([meeting?.modality, meeting?.date?.text]).toEqual(["cancelled", "June"]);
  });

  it("finds the other side of taken-up talks in the sentence before", () => {
    const marked =
      "The [United States|PLACE] has been engaging in talks with [Hamas|ORG]. The talks, led by envoy [Adam Boehler|PERSON], took place in [Doha|PLACE].";
    expect(met(marked).at(-1)).toBe("held talks: Adam Boehler + Hamas @ Doha");
  });

  it("does not take a place inside another clause for the place of the meeting", () => {
    expect(met("[Ann Lee|PERSON] met [Tom Ray|PERSON], who had been held in [Gaza|PLACE].")).toEqual(["held in-person: Ann Lee + Tom Ray"]);
  });

  it("keeps an unnamed delegation as an unnamed side of its body", () => {
    const { meetings, entities } = annotateMarked("[Ann Lee|PERSON] met [Hamas|ORG] officials.");
    const side = meetings[0]?.participants[1];
    expect(side?.named).toBe(false);
    expect(entities.find((entity) => entity.id === side?.entity)?.name).toBe("Hamas");
  });

  it("says according to whom", () => {
    const { meetings } = annotateMarked("[Ann Lee|PERSON] met [Tom Ray|PERSON] in [Oslo|PLACE], two sources briefed on the talks said.");
    expect(meetings[0]?.attribution.map((source) => source.text)).toEqual(["two sources briefed on the talks"]);
  });

  it("keeps the report's day out of the meeting's date", () => {
    const { meetings } = annotateMarked("[Ann Lee|PERSON] met [Tom Ray|PERSON], sources told [Reuters|ORG] on Wednesday.", {
      publishedAt: "2025-03-06",
    });
    expect(meetings[0]?.date).toBeNull();
  });

  it("lists a cue it could not settle", () => {
    const { skipped } = annotateMarked("[Ann Lee|PERSON] knew of no meetings with [Tom Ray|PERSON].");
    expect(skipped.length).toBeGreaterThan(0);
  });
});
