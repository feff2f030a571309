import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../text/lexicon.ts";
import { makeFindEntities } from "../coreference/find-entities.ts";
import { annotateMarked, namedDocument } from "../marked-names.fixture.ts";
import { makeFindQuotes } from "./find-quotes.ts";
import { pairQuoteMarks } from "./quote-marks.ts";

/** "speaker: words" for every quote of the given kinds. */
function said(marked: string, kinds: readonly string[] = ["direct", "mixed"]): string[] {
  return annotateMarked(marked)
    .quotes.filter((quote) => kinds.includes(quote.kind))
    .map((quote) => `${quote.speaker?.text ?? "?"}: ${quote.text}`);
}

describe("find-quotes", () => {
  it.each([
    ["a cue after the quote", '"We will go on," [Ann Lee|PERSON] said.', ['Ann Lee: "We will go on,"']],
    ["an inverted cue", '"We will go on," said [Ann Lee|PERSON], the mayor.', ['Ann Lee: "We will go on,"']],
    ["a cue before the quote", '[Ann Lee|PERSON] told [Reuters|ORG]: "We will go on."', ['Ann Lee: "We will go on."']],
    [
      "an aside between speaker and cue",
      '[Taher Al-Nono|PERSON], [Hamas|ORG] political adviser, told [Reuters|ORG]: "I know of no talks at all."',
      ['Taher Al-Nono: "I know of no talks at all."'],
    ],
    ["what is called so, in small letters", 'The plan is what [Ann Lee|PERSON] calls "a mess".', ['Ann Lee: "a mess"']],
    ["one word that opens the sentence", '"Sorry" was all [Ann Lee|PERSON] said.', ['Ann Lee: "Sorry"']],
    ["a pronoun", '[Ann Lee|PERSON] spoke to the press. "We will go on," she said.', ['she: "We will go on,"']],
    ["a split quote", '"We will," [Ann Lee|PERSON] said, "go on until June."', ['Ann Lee: "We will,"', 'Ann Lee: "go on until June."']],
    [
      "a quote that goes on after the frame",
      '"We will go on," [Ann Lee|PERSON] said. "There are lives at stake."',
      ['Ann Lee: "We will go on,"', 'Ann Lee: "There are lives at stake."'],
    ],
    [
      "a participle",
      '[Ann Lee|PERSON] praised [Tom Ray|PERSON], saying it was "the best of all answers."',
      ['Ann Lee: "the best of all answers."'],
    ],
    [
      "a participle after a longer clause",
      '[Ann Lee|PERSON] urged the voters to stand by [Tom Ray|PERSON], saying, "He has never lied to us."',
      ['Ann Lee: "He has never lied to us."'],
    ],
    [
      "a question with a description of who asks",
      '"Who is there?" [Ann Lee|PERSON], a retired teacher, asked.',
      ['Ann Lee: "Who is there?"'],
    ],
    ["a name with its party", '[Ann Lee|PERSON] (Labour): "I have never heard of it."', ['Ann Lee: "I have never heard of it."']],
    [
      "a name behind an inverted description",
      "»Perhaps in the autumn«, said the Danish delegate, [Ann Lee|PERSON], »when the votes are in.«",
      ["Ann Lee: »Perhaps in the autumn«", "Ann Lee: »when the votes are in.«"],
    ],
    ["a possessor", '[Tom Ray|PERSON]\'s "good faith effort" came to nothing.', ['Tom Ray: "good faith effort"']],
    ["according to", '"Nobody was hurt in it," according to [Ann Lee|PERSON].', ['Ann Lee: "Nobody was hurt in it,"']],
    [
      "unnamed sources",
      '"They met twice in May," two sources briefed on the talks said.',
      ['two sources briefed on the talks: "They met twice in May,"'],
    ],
    [
      "a mismatched closing mark",
      '[Ann Lee|PERSON] said: "It was a crime against our people.” [Israel|PLACE] denied it.',
      ['Ann Lee: "It was a crime against our people.”'],
    ],
    [
      "a report between two quotes",
      '"We will go on," said [Ann Lee|PERSON]. [Tom Ray|PERSON] said the plan was bad. "It will fail in May."',
      ['Ann Lee: "We will go on,"', 'Tom Ray: "It will fail in May."'],
    ],
    ["a verb that is none of saying", '"I have never been so glad," twinkled [Ann Lee|PERSON].', ['Ann Lee: "I have never been so glad,"']],
    [
      "a verb of saying that looks like a noun",
      '"They know who will pay for it," a narrator in the film states.',
      ['a narrator in the film: "They know who will pay for it,"'],
    ],
    ["a post before a colon", 'Mayor [Ann Lee|PERSON] tweets: "I am on my way."', ['Ann Lee: "I am on my way."']],
    [
      "words that a body will say later",
      'A spokeswoman for the ministry said it had the letter and would answer "in due course".',
      ['A spokeswoman for the ministry: "in due course"'],
    ],
    ["a party in brackets", 'Rep. [Ann Lee|PERSON] (R-Ohio):"I have not heard it before."', ['Ann Lee: "I have not heard it before."']],
    [
      "a participle after other people's names",
      'The union refused for weeks to meet [Tom Ray|PERSON], adding: "We will hear what he offers."',
      ['The union: "We will hear what he offers."'],
    ],
    [
      "what somebody says after an act of hers",
      'It rained. [Ann Lee|PERSON] shook her head. "Nobody told us about it."',
      ['Ann Lee: "Nobody told us about it."'],
    ],
    [
      "a spokesperson rather than the body",
      '"We are aware of it," a [State Department|ORG] spokesperson said.',
      ['a State Department spokesperson: "We are aware of it,"'],
    ],
    [
      "a name set off behind a description",
      'Its chair, retired engineer Dr [Ann Lee|PERSON], said: "The wall will not hold."',
      ['Ann Lee: "The wall will not hold."'],
    ],
    [
      "a name behind another body's coach",
      'The club beat the Rovers, whose coach, [Ann Lee|PERSON], called the decision "a disgrace".',
      ['Ann Lee: "a disgrace"'],
    ],
    [
      "an officer of a force",
      'Sergeant [Ann Lee|PERSON], of the [Harbour Police|ORG], described the girl as "a remarkable woman".',
      ['Ann Lee: "a remarkable woman"'],
    ],
    [
      "a letter to somebody described",
      'The firm sent a long letter to the council\'s head, [Ann Lee|PERSON], calling the report "a work of fiction".',
      ['The firm: "a work of fiction"'],
    ],
    [
      "somebody who is heard to say it",
      'Another remembered a foreman saying: "Who wants to close this place?"',
      ['a foreman: "Who wants to close this place?"'],
    ],
    [
      "an aside behind a clause of result",
      '[Ann Lee|PERSON] won in a race so close that it took two counts, telling her supporters that "the people have spoken at last."',
      ['Ann Lee: "the people have spoken at last."'],
    ],
    [
      "words as somebody put them",
      'The bridge is, as [Ann Lee|PERSON] put it, "a monument to nothing".',
      ['Ann Lee: "a monument to nothing"'],
    ],
    [
      "words behind those of a sign that nobody says",
      '"Nobody told me," said [Ann Lee|PERSON]. On the door stood this: "closed for the whole of the summer." "I had come all the way."',
      ['Ann Lee: "Nobody told me,"', '?: "closed for the whole of the summer."', 'Ann Lee: "I had come all the way."'],
    ],
    [
      "a nearer word of saying in a clause that tells more of somebody",
      'Norvania accuses the firms of paying the bank, which harbour officials call a "known offender" in the trade.',
      ['harbour officials: "known offender"'],
    ],
    [
      "words joined to those before",
      'Reports from the port say the crowd shouted "go home" and "never come back" in the rain.',
      ['the crowd: "go home"', 'the crowd: "never come back"'],
    ],
    [
      "a crowd that is held",
      'Police held forty protesters who had come to the hall on Monday, shouting slogans such as "Water for all of us."',
      ['forty protesters: "Water for all of us."'],
    ],
    [
      "a name given to a report of something else",
      '[Ann Lee|PERSON] called a report suggesting that she had taken gifts "outrageous".',
      ['Ann Lee: "outrageous"'],
    ],
    [
      "an aide who is not the name in the phrase",
      'An aide to Mayor [Ann Lee|PERSON] said the plan was "a farce" from the start.',
      ['An aide to Mayor Ann Lee: "a farce"'],
    ],
    ["a body behind the word for it", 'The union [FNM|ORG] said the plan was "a farce" from the start.', ['FNM: "a farce"']],
    ["a day behind the speaker", 'A spokesman Monday described the letter as "a work of fiction".', ['A spokesman: "a work of fiction"']],
    [
      "a statement issued on a day",
      'A statement released late Monday said the letter was "a work of fiction".',
      ['A statement: "a work of fiction"'],
    ],
    [
      "who sent the letter",
      '[Ann Lee|PERSON] has sent a letter to [Tom Ray|PERSON] saying the wall is "a danger to us all."',
      ['Ann Lee: "a danger to us all."'],
    ],
    [
      "an apology that is offered",
      'The council met on Monday, offering "a full apology" to [Ann Lee|PERSON].',
      ['The council: "a full apology"'],
    ],
    [
      "words promised behind a name",
      'Its president, [Ann Lee|PERSON], promised "the longest march this town has seen in thirty years".',
      ['Ann Lee: "the longest march this town has seen in thirty years"'],
    ],
    [
      "words after a laugh",
      '"We won it," said [Tom Ray|PERSON].\n\nThen she laughed. "The cup is not for us."',
      ['Tom Ray: "We won it,"', 'she: "The cup is not for us."'],
    ],
  ])("finds the speaker of %s", (_, marked, expected) => {
    expect(said(marked)).toEqual(expected);
  });

  it("carries a quotation over paragraphs that open again", () => {
    const text = '"We will go on," [Ann Lee|PERSON] said. "This is the first part.\n\n"And this is the second."';
    expect(said(text)).toEqual(['Ann Lee: "We will go on,"', 'Ann Lee: "This is the first part.', 'Ann Lee: "And this is the second."']);
  });

  it.each([
    ["a shouted subhead", "A first line stands here.\n\n‘LIVES ARE AT STAKE’ The sources said the talks went on."],
    ["the title of a work", 'He wrote "The Great Escape of Summer" in a year.'],
    ["what somebody is called, in capitals", '[Ann Lee|PERSON], whom diplomats call "the Fox", left.'],
    ["what somebody goes by", 'Police held [Ann Lee|PERSON], alias "Fox", they said.'],
    ["a word that the sentence is about", 'My critics disagree. "Trust" has become a dirty word, and [Ann Lee|PERSON] knows it.'],
    [
      "a long title with what stands behind its colon",
      '[Ann Lee|PERSON] is a co-author of "Those Men Had All the Fun: Inside the World of a Great Paper."',
    ],
    ["a nickname", '[Earvin "Magic" Johnson|PERSON] retired.'],
    ["scare quotes without a speaker", 'The so-called "safe zone" was hit.'],
    ["words held at arm's length inside a report", '[Ann Lee|PERSON] said the so-called "improvements" came too late.'],
    [
      "a name that nobody in the text gave",
      '[Ann Lee|PERSON] said the flood was followed by what has been called a "second spring" in the valley.',
    ],
    ["what a foreign word means", 'They marked the day of the hilma, or "great rain," of last year, [Ann Lee|PERSON] said.'],
    ["the name of a policy", '[Ann Lee|PERSON] said the council would keep its "one door" policy.'],
    ["a word that is spoken of", '[Ann Lee|PERSON] said the law does not use the word "border" at all.'],
    ["words on a sign", 'Men with placards reading "Water for all" stood there, [Ann Lee|PERSON] said.'],
    ["a programme of an outlet", '[Ann Lee|PERSON] spoke on [Radio Norvania|ORG]\'s "Morning Ferry." She left early.'],
    ["a title beside the word for it", '[Ann Lee|PERSON] wrote in her memoir, "Low Tide," that it had rained.'],
    [
      "words that tell who speaks",
      '"It was dark," said [Ann Lee|PERSON], a nurse who had waited in an "extraordinarily long and winding line" outside.',
    ],
    ["marked words of nobody", 'The "experts" have not come.'],
    ["one marked word of a possessor", '[Tom Ray|PERSON]\'s "success" came late.'],
    ["what the law is charged with", '[Tom Ray|PERSON] was charged with "endangering the harbour by neglect".'],
    ["what somebody is told to report", 'They were told to report any "odd movement" at once.'],
    ["a name that a group gives itself", 'The group, calling itself the "al-Norvania Army of the Old Wall and the Sea," left on Monday.'],
    ["a long name written like a title", 'They call it the so-called "Plan for the Peace of the Whole of Norvania", and laugh.'],
    ["words carved into a thing", 'Inscribed above the gate was: "This is the house of all."'],
    ["a verb that tells of a thing's beginning", 'Mining of "secondary salt" in the north of the island began in May.'],
    ["a verb that only begins something", 'The council has begun to build six "garden towns" in the valley.'],
    ["a plan that calls for something", 'It clashes with the "open gate" peace blueprint, which calls for a halt.'],
    ["a clause about somebody else", 'The ministry goes its way of "steady hands", whatever the critics say.'],
    ["a label over a link", '"Related:"\n\n[Ann Lee|PERSON] said the talks had failed.'],
  ])("takes for no speech: %s", (_, marked) => {
    expect(said(marked).filter((quote) => quote !== 'Ann Lee: "It was dark,"')).toEqual([]);
    expect(annotateMarked(marked).skipped).not.toEqual([]);
  });

  it.each([
    ["a name that somebody gives", '[Ann Lee|PERSON] denounced what she called the mayor\'s "reckless" plan.', ['she: "reckless"']],
    [
      "a shout that looks like a title",
      'Hundreds of demonstrators chanted "Water for All" in the rain.',
      ['Hundreds of demonstrators: "Water for All"'],
    ],
    [
      "a whole sentence that nobody near it says",
      'The rain went on.\n\n"Nobody knew where the children were."',
      ['?: "Nobody knew where the children were."'],
    ],
    [
      "words before another clause",
      '[Ann Lee|PERSON] blamed the fire on "careless guests," a phrase that [Tom Ray|PERSON] used as well.',
      ['Ann Lee: "careless guests,"'],
    ],
    [
      "what somebody herself has called it",
      'It was what [Ann Lee|PERSON] has called a "second spring" by then.',
      ['Ann Lee: "second spring"'],
    ],
    [
      "the words of a greeting",
      '[Ann Lee|PERSON] greeted her with the words "welcome to the harbour".',
      ['Ann Lee: "welcome to the harbour"'],
    ],
    ["a shout beside a banner", 'The crowd held up banners and chanted "never again".', ['The crowd: "never again"']],
    [
      "more words than a name has",
      '[Ann Lee|PERSON] spoke of a so-called "plan for a peace that nobody in the whole of this old valley wants".',
      ['Ann Lee: "plan for a peace that nobody in the whole of this old valley wants"'],
    ],
    [
      "more words than a term has",
      '[Ann Lee|PERSON] said the law has the words "nobody may ever sell the old wall" in it.',
      ['Ann Lee: "nobody may ever sell the old wall"'],
    ],
    [
      "a long phrase that is called a phrase",
      '[Ann Lee|PERSON] closed with the phrase "we will never sell the old wall to them".',
      ['Ann Lee: "we will never sell the old wall to them"'],
    ],
    [
      "words behind a colon that nobody says",
      'On the door stood this: "nobody comes in after ten at night"',
      ['?: "nobody comes in after ten at night"'],
    ],
    [
      "a nearer word of saying inside a report",
      'The port was shut, sources said, while [Tom Ray|PERSON] warned of "hell to pay" in May.',
      ['Tom Ray: "hell to pay"'],
    ],
  ])("takes for speech: %s", (_, marked, expected) => {
    expect(said(marked)).toEqual(expected);
  });

  it("reports a mark without a partner instead of swallowing the next paragraph", () => {
    const { quotes, skipped } = annotateMarked('He said "we will see.\n\nThe council met. [Ann Lee|PERSON] said: "It is over."');
    expect(quotes.filter((quote) => quote.kind === "direct").map((quote) => quote.text)).toEqual(['"It is over."']);
    expect(skipped.map((skip) => skip.reason)).toContain("quotation mark without a partner in its paragraph");
  });

  it.each([
    ["told … that", "[Ann Lee|PERSON] told reporters that the talks had failed.", ["Ann Lee: the talks had failed"]],
    ["said without that", "[Ann Lee|PERSON] said the talks had failed.", ["Ann Lee: the talks had failed"]],
    [
      "a frame at the end",
      "The talks had failed, two sources briefed on the matter said.",
      ["two sources briefed on the matter: The talks had failed"],
    ],
    [
      "a charge hung on the accused",
      "[Ann Lee|PERSON] accused the council of ignoring letters that others had sent.",
      ["Ann Lee: the council of ignoring letters that others had sent"],
    ],
    ["called on", "[Ann Lee|PERSON] called on both sides to show restraint.", ["Ann Lee: to show restraint"]],
    ["called for", "The union called for an independent inquiry into the crash.", ["The union: an independent inquiry into the crash"]],
    ["a clause behind a statement", "[Ann Lee|PERSON] said in an emailed statement that it was too late.", ["Ann Lee: it was too late"]],
    [
      "the reporter's aside",
      "[Ann Lee|PERSON] said the talks had failed, days after calling them a success.",
      ["Ann Lee: the talks had failed"],
    ],
    ["a title taken for the subject", "Harbour chief [Ann Lee|PERSON] promised a full inquiry.", ["Ann Lee: a full inquiry"]],
    [
      "a second clause with a subject of its own",
      "[Ann Lee|PERSON] said seventy were in hospital and two had died.",
      ["Ann Lee: seventy were in hospital and two had died"],
    ],
    [
      "what is added",
      "[Ann Lee|PERSON] said the club asked eleven people, adding nothing else.",
      ["Ann Lee: the club asked eleven people"],
    ],
    [
      "a verb that goes on with the clause above",
      "[Ann Lee|PERSON] denied that any prisoners were being mistreated and accused the council of spreading lies.",
      ["Ann Lee: any prisoners were being mistreated", "Ann Lee: the council of spreading lies"],
    ],
    [
      "a description before the verb",
      "The neighbours, who run the harbour, urged both sides to show restraint.",
      ["The neighbours: to show restraint"],
    ],
    [
      "a clause that tells when",
      "[Ann Lee|PERSON] apologised for the letters after they came out, saying they were old.",
      ["Ann Lee: they were old"],
    ],
    ["a gerund", "[Ann Lee|PERSON] denied throwing a pen at him.", ["Ann Lee: throwing a pen at him"]],
    [
      "the head of a body rather than the body",
      "The head of the [Harbour Union|ORG], who told [Reuters|ORG] that the cranes would stop, met [Tom Ray|PERSON].",
      ["The head of the Harbour Union, who: the cranes would stop"],
    ],
    ["the hour of a live blog", "17:20 The company says the bridge was checked in May.", ["The company: the bridge was checked in May"]],
    [
      "according to somebody described",
      "According to [Ann Lee|PERSON], the mayor, the talks had failed.",
      ["Ann Lee: the talks had failed"],
    ],
    [
      "what somebody told a paper",
      "A source told the [Courier|ORG] the wall had been checked in May.",
      ["A source: the wall had been checked in May"],
    ],
    ["a document", "A court filing shows that the records were kept at home.", ["A court filing: the records were kept at home"]],
    ["a poll", "An exit poll found that most voters named the economy.", ["An exit poll: most voters named the economy"]],
    [
      "whom a paper quotes",
      "[Tom Ray|PERSON] was quoted by the [Courier|ORG] as saying that the talks were over.",
      ["Tom Ray: the talks were over"],
    ],
    ["what somebody denies having done", "[Ann Lee|PERSON] denied having met the mayor.", ["Ann Lee: having met the mayor"]],
    [
      "an appeal",
      "[Ann Lee|PERSON] appealed for blankets and clean water for the valley.",
      ["Ann Lee: blankets and clean water for the valley"],
    ],
    [
      "what a court is told of somebody named",
      "[Ann Lee|PERSON] told the court [Tom Ray|PERSON] had spent the money on horses.",
      ["Ann Lee: Tom Ray had spent the money on horses"],
    ],
    [
      "a second verb behind a thing acknowledged",
      "[Ann Lee|PERSON] acknowledged the limits of the plan but said a second vote was set for May.",
      ["Ann Lee: a second vote was set for May"],
    ],
    [
      "somebody whose son is spoken of",
      "Speaking outside court, [Ann Lee|PERSON], whose son was treated at the hospital, said she felt no joy at it.",
      ["Ann Lee: she felt no joy at it"],
    ],
    [
      "what a report says that somebody names",
      "[Ann Lee|PERSON] called a report suggesting that she had taken gifts “outrageous”.",
      ["a report: she had taken gifts"],
    ],
    ["what researchers found", "Researchers found that the ice had melted in May.", ["Researchers: the ice had melted in May"]],
    [
      "what they found",
      "The researchers looked at forty lakes in the north. They found that the ice had melted in May.",
      ["They: the ice had melted in May"],
    ],
    [
      "what somebody called for at length",
      "[Tom Ray|PERSON] called for an inspector to oversee the sale of the ferry.",
      ["Tom Ray: an inspector to oversee the sale of the ferry"],
    ],
    [
      "an aside behind the word that opens the clause",
      "The paper reported that, according to a look at her diary, the talks were held at night.",
      ["The paper: according to a look at her diary, the talks were held at night", "a look at her diary: the talks were held at night"],
    ],
    ["a word with a hyphen", "Fact-checkers noted that the bridge was old.", ["Fact-checkers: the bridge was old"]],
    [
      "a second verb of saying behind a clause that says nothing",
      "[Ann Lee|PERSON] acknowledged that the mayor slipped but noted that the bridge was safe.",
      ["Ann Lee: the mayor slipped", "Ann Lee: the bridge was safe"],
    ],
    [
      "a relative clause in the middle of what was said",
      "[Ann Lee|PERSON] said the driver, who is in his fifties, had “taken a wrong turn” and was helping officers.",
      ["Ann Lee: the driver, who is in his fifties, had “taken a wrong turn” and was helping officers"],
    ],
    [
      "an order inside a relative clause",
      "[Ann Lee|PERSON], who taught children and once told a mayor to take his shoes off, died on Sunday.",
      ["Ann Lee: to take his shoes off"],
    ],
    [
      "a statement that is read out",
      "[Ann Lee|PERSON] said in a victim statement read to the jury that the family had “lost its heart”.",
      ["Ann Lee: the family had “lost its heart”"],
    ],
    [
      "what something else demands as well",
      "[Ann Lee|PERSON] said a vote would be held in May, as the law demands.",
      ["Ann Lee: a vote would be held in May, as the law demands"],
    ],
    [
      "somebody described between commas",
      "As [Ann Lee|PERSON], the economist, has argued, every pound cut from the lines costs three in roads.",
      ["Ann Lee: every pound cut from the lines costs three in roads"],
    ],
    [
      "a report inside a clause",
      "The fall came as a report said the supply of oil was the highest in years.",
      ["a report: the supply of oil was the highest in years"],
    ],
    [
      "whom the speaker blames besides",
      "[Ann Lee|PERSON] said it would shut two pits, blaming the price of power.",
      ["Ann Lee: it would shut two pits"],
    ],
    ["the day of the frame", "[Ann Lee|PERSON] said Sunday the town had lost a friend.", ["Ann Lee: the town had lost a friend"]],
    [
      "a day behind who speaks",
      "A judge on Wednesday told [Tom Ray|PERSON] that no one was above the law.",
      ["A judge: no one was above the law"],
    ],
    [
      "the hour and the label of a live blog",
      "12:44 BREAKING: Two men are missing, the coast guard confirms.",
      ["the coast guard: Two men are missing"],
    ],
    [
      "the hour and the time zone of a live blog",
      "14:10 GMT — Two men are missing, the coast guard says.",
      ["the coast guard: Two men are missing"],
    ],
    [
      "a subject that looks like an object",
      "Three witnesses say security forces killed eleven men.",
      ["Three witnesses: security forces killed eleven men"],
    ],
    ["a hope", "She expressed hope that the talks would go on.", ["She: the talks would go on"]],
    ["in somebody's words", "In his words, the council has shown them nothing at all.", ["his: the council has shown them nothing at all"]],
    [
      "as somebody noted, at the head of a paragraph",
      'He left. "It is late."\n\nAs [Ann Lee|PERSON] noted, the talks had failed.',
      ["Ann Lee: the talks had failed"],
    ],
    [
      "as an agency reports",
      "The talks had failed, as reported by the press service of the ministry.",
      ["the press service of the ministry: The talks had failed"],
    ],
    [
      "what the speaker rejects meanwhile",
      "[Tom Ray|PERSON] told reporters that he had no regrets, rejecting a claim by party leaders that he had been out of touch.",
      ["Tom Ray: he had no regrets"],
    ],
    [
      "a verb that goes on beside a predicate with an auxiliary",
      "[Ann Lee|PERSON] denied that her side had been lucky and insisted they would not be carried away.",
      ["Ann Lee: her side had been lucky", "Ann Lee: they would not be carried away"],
    ],
    [
      "a charge, and not what is said of it",
      "[Ann Lee|PERSON] accused the council of treason, a charge that she now calls silly.",
      ["Ann Lee: the council of treason"],
    ],
    ["according to at the front", "According to [Ann Lee|PERSON], the talks had failed.", ["Ann Lee: the talks had failed"]],
  ])("finds indirect speech: %s", (_, marked, expected) => {
    expect(said(marked, ["indirect"])).toEqual(expected);
  });

  it.each([
    ["a thing that is recalled", "One of them, who now lives in a village, recalled a warehouse and a smell of smoke."],
    ["a participle of the frame", '"I remember it," [Ann Lee|PERSON] said in a statement read to the court by her lawyer.'],
    ["a question put to who answers", "Asked whether the port would close, [Ann Lee|PERSON] answered in a low voice."],
    ["a juror sent home", "One juror was dismissed after reading about the case at home."],
    ["what others found", "The researchers left the hut. The children ran home. They found that the door was open."],
    ["a wish not to be named", "One of the envoys, who asked not to be named, left the room."],
  ])("takes for no indirect speech: %s", (_, marked) => {
    expect(said(marked, ["indirect"])).toEqual([]);
  });

  it("gives spans that slice to their text", () => {
    const marked = '[Ann Lee|PERSON] said: “We go.” "No," he said. According to her, it rained all day.';
    const { article } = namedDocument(marked);
    for (const quote of annotateMarked(marked).quotes) expect(article.text.slice(quote.start, quote.end)).toBe(quote.text);
  });
});

describe("what find-quotes adds to a quote", () => {
  it.each([
    ["the kind of the cue", '"It is safe," [Ann Lee|PERSON] insisted.', { cueKind: "claimed" }],
    ["the addressee", '[Ann Lee|PERSON] told [Reuters|ORG]: "I know of no talks at all."', { addressee: { text: "Reuters" } }],
    ["a post", '"We will leave in May," [Ann Lee|PERSON] tweeted.', { channel: "post" }],
    ["a post on X", '"We will leave in May," [Ann Lee|PERSON] wrote on X.', { channel: "post" }],
    ["no telephone behind a name given", '[Ann Lee|PERSON] called the plan "a long way from good".', { channel: null }],
    ["no article behind a verb", "[Ann Lee|PERSON] reports that the wall could fall.", { channel: null }],
    ["words in a list for direct", '- "The bridge was never safe," [Ann Lee|PERSON] said.', { kind: "direct" }],
    ["a statement", '"We will leave in May," [Ann Lee|PERSON] said in a statement.', { channel: "statement" }],
    [
      "joint speakers",
      "[Ann Lee|PERSON] and [Tom Ray|PERSON] said the ceasefire would hold.",
      { speaker: { text: "Ann Lee and Tom Ray", entity: null }, jointSpeakers: [{ text: "Ann Lee" }, { text: "Tom Ray" }] },
    ],
    ["the body behind an unnamed member", "[Hamas|ORG] officials said the talks had failed.", { onBehalfOf: "organization:hamas" }],
    [
      "an addressee without the words said to him",
      "[Ann Lee|PERSON] told the court that [Tom Ray|PERSON] had lied.",
      { addressee: { text: "the court" } },
    ],
    [
      "nobody in particular behind ministers of several countries",
      "The ministers of [France|PLACE] and [Italy|PLACE] said the talks must go on.",
      { onBehalfOf: null },
    ],
    [
      "a lawyer's client",
      "[Tom Ray|PERSON]'s lawyer, [Ann Lee|PERSON], said the warnings were never sent.",
      { onBehalfOf: "person:tom-ray" },
    ],
    ["an unnamed lawyer's client", "A lawyer for [Ann Lee|PERSON] said the warnings were never sent.", { onBehalfOf: "person:ann-lee" }],
    ["nobody behind fans", "[Harbour Rovers|ORG] fans said the game was lost in May.", { onBehalfOf: null }],
    ["nobody behind a reader", "Emails read by the [Courier|ORG] said the bridge was not safe.", { onBehalfOf: null }],
    [
      "to whom somebody speaks",
      'Speaking to [Radio Norvania|ORG], [Ann Lee|PERSON] said: "It came out of nowhere."',
      { addressee: { text: "Radio Norvania" } },
    ],
    ["a paper without the words told to it", "A source told the [Courier|ORG] the wall was gone.", { addressee: { text: "Courier" } }],
    ["whom somebody asks before a colon", 'Prosecutor [Ann Lee|PERSON] asked him: "Did you feel tired?"', { addressee: { text: "him" } }],
    ["no addressee in a day", "[Ann Lee|PERSON] warned Saturday that the wall could fall.", { addressee: null }],
    [
      "no briefing in the name of a conference",
      "Speaking at the Harbour Security Conference, [Ann Lee|PERSON] said the wall could fall.",
      { channel: null },
    ],
    ["no addressee in a noise", '"We will win in May," [Ann Lee|PERSON] said, to cheers from the hall.', { addressee: null }],
    ["a statement's issuer", "[Hamas|ORG] issued a statement saying the talks had failed.", { speaker: { text: "Hamas" } }],
  ])("says %s", (_, marked, expected) => {
    expect(annotateMarked(marked).quotes[0]).toMatchObject(expected);
  });

  it("gives the parts of a split quote, and a clause with its marked words, one saying", () => {
    const split = annotateMarked('"We will," [Ann Lee|PERSON] said, "go on." [Tom Ray|PERSON] said the plan was "a farce" from the start.');
    expect(split.quotes.map(({ kind, saying, text }) => `${saying} ${kind} ${text}`)).toEqual([
      '0 direct "We will,"',
      '0 direct "go on."',
      '1 indirect the plan was "a farce" from the start',
      '1 mixed "a farce"',
    ]);
  });

  it.each([
    ["the same paragraph", '[Ann Lee|PERSON] (Labour): "We will go on for years." "We will win in May."', [0, 0]],
    ["the next paragraph", '[Ann Lee|PERSON] (Labour): "We will go on for years.\n\n"We will win in May."', [0, 0]],
    ["one sentence", '[Tom Ray|PERSON]\'s "good faith effort" and "fair play at all times" came to nothing.', [0, 0]],
    ["another speaker", '[Ann Lee|PERSON] (Labour): "We will go on."\n\n[Tom Ray|PERSON] (Green): "We will win in May."', [0, 1]],
  ])("joins what goes on without a word of saying to one saying: %s", (_, marked, expected) => {
    expect(annotateMarked(marked).quotes.map(({ saying }) => saying)).toEqual(expected);
  });

  it("is not sure of words that a writer gives to the reader", () => {
    const [quote] = annotateMarked('"But why are we waiting for it?" you ask.').quotes;
    expect(quote?.confidence).toBeLessThan(0.5);
  });

  it("is less sure of a few words than of many", () => {
    const [few, many] = annotateMarked('"No," [Ann Lee|PERSON] said.\n\n"We will not go there now," [Tom Ray|PERSON] said.').quotes;
    expect(few?.confidence).toBeLessThan(many?.confidence ?? 0);
  });

  it.each([
    [
      "neither of two",
      "Neither [Ann Lee|PERSON] nor [Tom Ray|PERSON] would say how many would come.",
      "a clause that somebody did not say",
    ],
    ["a refusal", "[Ann Lee|PERSON] did not say whether the port would close.", "a clause that somebody did not say"],
    ["a possibility", "[Ann Lee|PERSON] may announce that the port will close.", "a clause that somebody may say"],
    ["a phrase", "It is safe to say that the port will close in May.", "a clause that somebody may say"],
  ])("skips a clause that nobody said: %s", (_, marked, reason) => {
    const { quotes, skipped } = annotateMarked(marked);
    expect(quotes).toEqual([]);
    expect(skipped.map((skip) => skip.reason)).toEqual([reason]);
  });

  it("gives what a survey counts little confidence", () => {
    const [quote] = annotateMarked("52 percent of voters say they want another council.").quotes;
    expect(quote?.confidence).toBeLessThan(0.5);
  });

  it("keeps what somebody did not say among what was skipped", () => {
    const { quotes, skipped } = annotateMarked("[Ann Lee|PERSON] declined to say whether the port would close.");
    expect(quotes).toEqual([]);
    expect(skipped.map(({ reason }) => reason)).toEqual(["a clause that somebody did not say"]);
  });
});

describe("find-quotes on hostile text", () => {
  const pieces = [
    '"',
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    " ",
    ",",
    ".",
    "?",
    "\n\n",
    " she said",
    " Ann Lee told Reuters that ",
    "the talks failed",
    "он",
    "–",
  ];

  it("nests spans, slices exactly and never crashes on any soup of marks", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (soup) => {
        const marked = soup.join("");
        const { quotes, skipped } = annotateMarked(marked);
        for (const { start, end, text } of [...quotes, ...skipped]) expect(marked.slice(start, end)).toBe(text);
        const starts = quotes.map(({ start }) => start);
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
        for (const [index, outer] of quotes.entries())
          for (const inner of quotes.slice(index + 1)) expect(inner.start >= outer.end || inner.end <= outer.end).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ["unclosed marks", 'He said "no '],
    ["quotes in one sentence", '"no," she said, and '],
    ["marks and nothing else", '"'],
    ["marked words of nobody in one sentence", 'the "old sea wall" and '],
    ["shouts of one crowd", 'they ran on chanting "never again" and '],
    ["colons without a speaker", ': "never again" '],
    ["frames in one sentence", "he said that it was so and "],
  ])("reads tokens in proportion to their number: %s", (_, piece) => {
    const readsOf = (times: number): number => {
      const named = namedDocument(piece.repeat(times));
      const marked = { ...named, ...pairQuoteMarks.run(named) };
      let reads = 0;
      const input = { ...marked, ...makeFindEntities(loadLexicon()).run(marked) };
      const tokens = new Proxy(input.tokens, {
        get: (target, key, receiver) => {
          reads += 1;
          return Reflect.get(target, key, receiver);
        },
      });
      makeFindQuotes(loadLexicon()).run({ ...input, tokens });
      return reads;
    };
    const few = readsOf(200);
    const many = readsOf(800);
    expect(many).toBeLessThan(6 * few + 1000);
  });
});
