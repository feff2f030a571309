import { describe, expect, it } from "vitest";
import { annotateMarked } from "../marked-names.fixture.ts";

/** "text → entity name" of every mention of the given form. */
function references(marked: string, form: "name" | "pronoun" | "description"): string[] {
  const { mentions, entities } = annotateMarked(marked);
  return mentions
    .filter((mention) => mention.form === form)
    .map((mention) => `${mention.text} → ${entities.find((entity) => entity.id === mention.entity)?.name}`);
}

function entityNames(marked: string): string[] {
  return annotateMarked(marked).entities.map((entity) => `${entity.type}: ${entity.name}`);
}

describe("find-entities", () => {
  it.each([
    ["a surname after the full name", "[Ana Ruiz|PERSON] spoke. [Ruiz|PERSON] left.", ["PERSON: Ana Ruiz"]],
    ["a surname in front of the full name", "[Ruiz|PERSON] spoke. [Ana Ruiz|PERSON] is a judge.", ["PERSON: Ana Ruiz"]],
    ["a hyphenated surname", "[Taher Al-Nono|PERSON] spoke. [Al-Nono|PERSON] left.", ["PERSON: Taher Al-Nono"]],
    ["a surname with particles", "[Mohammed bin Salman|PERSON] spoke. [bin Salman|PERSON] left.", ["PERSON: Mohammed bin Salman"]],
    ["the first word of an East Asian name", "[Xi Jinping|PERSON] spoke. [Xi|PERSON] left.", ["PERSON: Xi Jinping"]],
    ["a surname first", "[Lind, Ada|PERSON] wrote. [Ada Lind|PERSON] spoke. [Lind|PERSON] left.", ["PERSON: Ada Lind"]],
    ["a suffix behind a comma", "[Ada Lind, Jr.|PERSON] wrote.", ["PERSON: Ada Lind, Jr."]],
    ["a name with a byname", "[Ivan the Terrible|PERSON] spoke. [Ivan|PERSON] left.", ["PERSON: Ivan the Terrible"]],
    ["a middle initial", "[Donald Trump|PERSON] spoke. [Donald J. Trump|PERSON] left.", ["PERSON: Donald J. Trump"]],
    ["a short given name", "[Joe Biden|PERSON] spoke. [Joseph Biden|PERSON] left.", ["PERSON: Joseph Biden"]],
    ["a name spelt two ways", "[Yusuf Haddad|PERSON] spoke. [Yousef Haddad|PERSON] left.", ["PERSON: Yousef Haddad"]],
    [
      "a name and a war name",
      "[Omar Nasser|PERSON], also known as [Abu Karim Zaki|PERSON], spoke. [Nasser|PERSON] left. [Zaki|PERSON] stayed.",
      ["PERSON: Omar Nasser"],
    ],
    [
      "a war name and the real one",
      "[Abu Karim Zaki|PERSON], a rebel of [Doha|PLACE], left. The rebel, whose real name is [Omar Nasser|PERSON], spoke.",
      ["PERSON: Abu Karim Zaki", "PLACE: Doha"],
    ],
    [
      "a name and the alias of an aside",
      '[Omar Nasser|PERSON], the rebel leader known as "[Abu Zaki|PERSON]", spoke. [Zaki|PERSON] left.',
      ["PERSON: Omar Nasser"],
    ],
    ["a dame", "[Philippa Harrow-Lind|PERSON] spoke. [Dame Philippa|PERSON] left.", ["PERSON: Philippa Harrow-Lind"]],
    [
      "a body and what it is",
      "The [Harvik Players' Federation|ORG] spoke. The [Federation|ORG] left.",
      ["ORGANIZATION: Harvik Players' Federation"],
    ],
    [
      "a body whose spokesman speaks",
      "The [Harvik Commission|ORG] met. It was so, a [Commission|ORG] spokesman said.",
      ["ORGANIZATION: Harvik Commission"],
    ],
    ["a bank and what it is", "The [Bank of Harvik|ORG] spoke. The [Bank|ORG] left.", ["ORGANIZATION: Bank of Harvik"]],
    [
      "a body and the letters of its name in another language",
      "The [Harvik Patriotic Front|ORG] spoke. The [FPH|ORG] left.",
      ["ORGANIZATION: Harvik Patriotic Front"],
    ],
    ["a company and its legal form", "[Adler Stahl AG|ORG] sank. [Adler Stahl|ORG] fell.", ["ORGANIZATION: Adler Stahl AG"]],
    ["a first surname", "[Luis Paz Rojas|PERSON] spoke. [Paz|PERSON] left.", ["PERSON: Luis Paz Rojas"]],
    ["a name without the second surname", "[Luis Paz Rojas|PERSON] spoke. [Luis Paz|PERSON] left.", ["PERSON: Luis Paz Rojas"]],
    [
      "a name with the patronymic",
      "[Petro Ivanovych Sokol|PERSON] spoke. [Petro Ivanovych|PERSON] left.",
      ["PERSON: Petro Ivanovych Sokol"],
    ],
    ["a nickname", '[Rosa "Roz" Quist|PERSON] spoke. [Roz|PERSON] left. [Roz Quist|PERSON] won.', ["PERSON: Rosa Quist"]],
    ["a name at birth", "[Rosa Vane|PERSON] (born [Rosa Tilly Oak|PERSON] in 1950) writes. [Vane|PERSON] left.", ["PERSON: Rosa Vane"]],
    [
      "a name broken over two lines",
      "The talks of Prime Minister [Ann\nLee|PERSON] were long and she said so. [Lee|PERSON] left.",
      ["PERSON: Ann Lee"],
    ],
    ["country names", "The [U.S.|PLACE] agreed. The [United States|PLACE] signed. [US|PLACE] aides left.", ["PLACE: United States"]],
    [
      "an acronym in brackets",
      "The [Israel Defense Forces|ORG] ([IDF|ORG]) spoke. The [IDF|ORG] left.",
      ["ORGANIZATION: Israel Defense Forces"],
    ],
    [
      "the letters of another language's name",
      "The [Relief and Emergency Authority|ORG] ([AFAD|ORG]) spoke. [AFAD|ORG] left.",
      ["ORGANIZATION: Relief and Emergency Authority"],
    ],
    ["a team and the last word of its name", "[Harbour City Rovers|ORG] won. [Rovers|ORG] left.", ["ORGANIZATION: Harbour City Rovers"]],
    [
      "a newspaper and the last word of its name",
      "The [Bramford Ledger|ORG] asked. The [Ledger|ORG] told.",
      ["ORGANIZATION: Bramford Ledger"],
    ],
    ["two names of one body", "The [U.N.|ORG] spoke. The [United Nations|ORG] left.", ["ORGANIZATION: United Nations"]],
    [
      "a country before a department",
      "The [U.S. State Department|ORG] spoke. The [State Department|ORG] left.",
      ["ORGANIZATION: U.S. State Department"],
    ],
  ])("takes for one entity: %s", (_, marked, names) => {
    expect(entityNames(marked)).toEqual(names);
  });

  it.each([
    ["two people with one surname", "[Ann Lee|PERSON] met [Tom Lee|PERSON].", 2],
    ["a father and a son", "[Kim Lee|PERSON] met [Kim Lee Jr.|PERSON] there.", 2],
    ["people whose middle initials differ", "[George W. Hall|PERSON] met [George H. Hall|PERSON].", 2],
    ["a person and a place with one name", "[Washington|PERSON] spoke in [Washington|PLACE].", 2],
    ["a city and its country", "[Washington|PLACE] and the [United States|PLACE] are two names.", 2],
    ["two organisations that start alike", "The [National Bank|ORG] sued the [National Guard|ORG].", 2],
    ["a last word that two names share", "The [Bramford Ledger|ORG] sued the [Oakham Ledger|ORG]. The [Ledger|ORG] won.", 3],
    ["a given name and a middle name", "[Luis Maria Rojas|PERSON] met [Maria|PERSON].", 2],
    ["a surname and somebody else's first surname", "[Luis Paz Rojas|PERSON] met [Ana Paz|PERSON]. [Paz|PERSON] left.", 2],
    ["a first surname that two share", "[Luis Paz Rojas|PERSON] met [Eva Paz Sol|PERSON]. [Paz|PERSON] left.", 3],
    ["a body and what it is part of", "The [Ministry of Health|ORG] sued the [Board of Health|ORG].", 2],
    ["two bodies of one kind", "The [Harvik Bank|ORG] met the [Kestrel Bank|ORG]. The [Bank|ORG] left.", 3],
    ["a body of another kind", "The [Harvik Bank|ORG] spoke. The [Fund|ORG] left.", 2],
    ["a name without the article", "The [Kestrel Party|ORG] spoke. [Party|ORG] agreed.", 2],
    ["letters that begin otherwise", "The [Harvik Patriotic Front|ORG] spoke. The [PHF|ORG] left.", 2],
    ["letters that stand before the name", "The [FPH|ORG] left. The [Harvik Patriotic Front|ORG] spoke.", 2],
    ["whom somebody met", '[Ana Ruiz|PERSON] met a man known as "[Omar Zaki|PERSON]".', 2],
  ])("keeps apart: %s", (_, marked, count) => {
    expect(entityNames(marked)).toHaveLength(count);
  });

  it.each([
    [
      "whom the office fits, told before her name",
      "[Graham Lee|PERSON], a builder, spoke. [Graham Lee|PERSON] left. Council leader [Ada Lee|PERSON] stayed. Cllr [Lee|PERSON] wept.",
      "Ada Lee",
    ],
    [
      "whom the office fits, told behind his name",
      "[Ada Lee|PERSON] spoke. [Ada Lee|PERSON] left. [Tom Lee|PERSON], the governor of [Ohio|PLACE], stayed. Gov. [Lee|PERSON] spoke.",
      "Tom Lee",
    ],
    [
      "whom the article speaks of most, where the office fits neither",
      "[Ada Lee|PERSON] spoke. [Ada Lee|PERSON] left. [Tom Lee|PERSON] stayed. Gov. [Lee|PERSON] spoke.",
      "Ada Lee",
    ],
    ["whom the title fits", "[Ann Lee|PERSON] met [Tom Lee|PERSON]. Mr. [Lee|PERSON] spoke.", "Tom Lee"],
    [
      "whom the article speaks of most",
      "[Ann Lee|PERSON] spoke. [Lee|PERSON] then left. Her brother [Tom Lee|PERSON] stayed. [Lee|PERSON] flew home.",
      "Ann Lee",
    ],
  ])("gives a surname that two people share to the one %s", (_, marked, expected) => {
    const { mentions, entities } = annotateMarked(marked);
    const last = mentions.filter(({ text }) => text === "Lee").at(-1);
    expect(entities.find(({ id }) => id === last?.entity)?.name).toBe(expected);
  });

  it.each([
    ["the only person before it", "[Edan Alexander|PERSON] was freed. He flew home.", ["He → Edan Alexander"]],
    [
      "the one whose gender fits",
      "[Karoline Leavitt|PERSON] was asked about [Donald Trump|PERSON]. She declined.",
      ["She → Karoline Leavitt"],
    ],
    ["another than the subject of its own clause", "[Carlos Vega|PERSON] waited. [Peter Novak|PERSON] met him.", ["him → Carlos Vega"]],
    ["the company that acts", "[Acme Corp|ORG] sold its plant in [Ohio|PLACE].", ["its → Acme Corp"]],
    ["the subject of the sentence before", "[Carlos Vega|PERSON] thanked [Peter Novak|PERSON]. He then left.", ["He → Carlos Vega"]],
  ])("resolves a pronoun to %s", (_, marked, expected) => {
    expect(references(marked, "pronoun")).toEqual(expected);
  });

  it.each([
    ["someone unnamed is nearer", "[Carlos Vega|PERSON] hired a guard. The guard said he was tired."],
    ["it only announces a clause", "[Acme Corp|ORG] closed. It is clear that nobody minds."],
    ["several are meant", "[Ann Lee|PERSON] and [Tom Lee|PERSON] said they would leave."],
  ])("leaves a pronoun open where %s", (_, marked) => {
    expect(references(marked, "pronoun")).toEqual([]);
  });

  it.each([
    ["his brother", "[Okoye|PERSON] and [Haddad|PERSON] met. His brother [Tom Okoye|PERSON] waited. [Okoye|PERSON] left."],
    ["a surname's son", "[Okoye|PERSON] and [Haddad|PERSON] met. [Okoye|PERSON]'s eldest son, [Tom Okoye|PERSON], waited."],
    ["a relative behind the name", "[Okoye|PERSON] and [Haddad|PERSON] met. [Tom Okoye|PERSON], her younger cousin, waited."],
  ])("keeps a surname apart from the relative whom the text introduces later: %s", (_, marked) => {
    expect(entityNames(marked)).toEqual(["PERSON: Okoye", "PERSON: Haddad", "PERSON: Tom Okoye"]);
  });

  it("joins a surname to the full name behind it that is nobody's relative", () => {
    expect(entityNames("[Okoye|PERSON] and [Haddad|PERSON] met. The lawyer [Tom Okoye|PERSON] and his brother waited.")).toEqual([
      "PERSON: Tom Okoye",
      "PERSON: Haddad",
    ]);
  });

  it.each([
    ["who says it", "[Carlos Vega|PERSON] criticised [Okoye|PERSON]. [Okoye|PERSON] confirmed he had left.", "he → Okoye"],
    ["whose it is", "[Carlos Vega|PERSON] criticised the plan. [Okoye|PERSON] left his office.", "his → Okoye"],
  ])("takes the one subject of the sentence for %s, though only another's gender is known", (_, marked, expected) => {
    expect(references(marked, "pronoun")).toEqual([expected]);
  });

  it.each([
    ["the one person of the sentence before", "[Okoye|PERSON]'s remark came late. He left.", ["He → Okoye"]],
    ["nobody new where that sentence has two", "[Okoye|PERSON]'s remark hurt [Haddad|PERSON]. He left.", ["He → Carlos Vega"]],
  ])("takes who opens a sentence for %s, though only another's gender is known", (_, marked, expected) => {
    expect(references(`[Carlos Vega|PERSON] spoke. [Carlos Vega|PERSON] argued. ${marked}`, "pronoun")).toEqual(expected);
  });

  it("does not let one doubtful pronoun say what gender somebody has", () => {
    const marked = "[Okoye|PERSON] met a nurse and he wept. [Okoye|PERSON] said she was glad.";
    expect(references(marked, "pronoun")).toContain("she → Okoye");
  });

  it("leaves a pronoun open that no one before it fits", () => {
    expect(references("[Karoline Leavitt|PERSON] spoke. He left.", "pronoun")).toEqual([]);
  });

  it("does not resolve pronouns inside quotation marks, where another speaks", () => {
    expect(references('[Ann Lee|PERSON] said: "He knew she was right."', "pronoun")).toEqual([]);
  });

  it.each([
    ["the nearest group", "[Hamas|ORG] agreed. The group signed.", ["The group → Hamas"]],
    [
      "the subject rather than another group of its sentence",
      "The [Palestinian Mujahideen|ORG] condemned the deal with [Hamas|ORG]. The group said so.",
      ["The group → Palestinian Mujahideen"],
    ],
    [
      "no ministry and no newspaper",
      "[Hamas|ORG] told [Reuters|ORG] and the [State Department|ORG]. The group signed.",
      ["The group → Hamas"],
    ],
    [
      "the president of that country rather than the one named last",
      "Peruvian President [Ann Lee|PERSON] met President [Tom Ray|PERSON] of [Chad|PLACE]. The Peruvian president left.",
      ["The Peruvian president → Ann Lee"],
    ],
    ["what the article calls so", "The think tank [Delta Forum|ORG] wrote. The think tank closed.", ["The think tank → Delta Forum"]],
    [
      "the country though its court is nearer",
      "[Norway|PLACE] asked the country's [High Court|ORG] to rule. The [High Court|ORG] and the country's [Audit Office|ORG] did.",
      ["the country → Norway", "the country → Norway"],
    ],
    ["the nearest city", "They met in [Madrid|PLACE] in [Spain|PLACE]. The city was calm.", ["The city → Madrid"]],
    ["a title whose bearer is the subject before", "[Ann Lee|PERSON] flew in. The senator wrote a note.", ["The senator → Ann Lee"]],
    [
      "whose age it tells",
      "[Ann Lee|PERSON] saw [Tom Ray|PERSON]. It rained. The 54-year-old engineer left.",
      ["The 54-year-old engineer → Ann Lee"],
    ],
    [
      "whose age it is, whoever was named since",
      "[Ann Lee|PERSON], 61, was tried. Judge [Eva Holm|PERSON] spoke. The 61-year-old said nothing.",
      ["The 61-year-old → Ann Lee"],
    ],
    [
      "the company, not the nearest body",
      "[Harvik plc|ORG] sold its plant. The [Quillon Workers' Union|ORG] met. The company said so.",
      ["The company → Harvik plc"],
    ],
    [
      "the nearest of two companies",
      "[Harvik plc|ORG] grew. [Quillon Ltd|ORG] lost money. The company closed a plant.",
      ["The company → Quillon Ltd"],
    ],
    [
      "what its people are there",
      "[Quillon|ORG] chief executive [Ann Lee|PERSON] spoke. The [Harvik Museum|ORG] was sold. The company left.",
      ["The company → Quillon"],
    ],
    [
      "a word of its name, far behind it",
      `[Harvik District Council|ORG] met. ${"It rained all day. ".repeat(9)}The council left.`,
      ["The council → Harvik District Council"],
    ],
    ["a judge by the title", "Judge [Ann Lee|PERSON] spoke. [Tom Ray|PERSON] wept. The judge left.", ["The judge → Ann Lee"]],
    ["a barrister by the letters", "[Ann Lee|PERSON] KC spoke. [Tom Ray|PERSON] wept. The barrister left.", ["The barrister → Ann Lee"]],
    ["other words for a role", "Senator [Ann Lee|PERSON] spoke. [Tom Ray|PERSON] wept. The lawmaker left.", ["The lawmaker → Ann Lee"]],
    [
      "what an aside says of somebody",
      "Her agent, [Ann Lee|PERSON], spoke. [Tom Ray|PERSON] wept. The agent left.",
      ["The agent → Ann Lee"],
    ],
    ["one of whom an aside says more", "Senator [Ann Lee|PERSON] spoke. The senator, who came third, left.", ["The senator → Ann Lee"]],
    ["fighters by their group", "The militant group [Harvik Brigade|ORG] spoke. The militants left.", ["The militants → Harvik Brigade"]],
    [
      "a body by the country before its name",
      "Danish developer [Harvik A/S|ORG] grew. [Quillon Ltd|ORG] shrank. The Danish company left.",
      ["The Danish company → Harvik A/S"],
    ],
    ["a title between two people", "[Ann Lee|PERSON] saw [Tom Ray|PERSON]. The senator wrote a note.", []],
    [
      "the holder of a role",
      "The envoy for hostages, [Adam Boehler|PERSON], flew in. U.S. envoy [Adam Boehler|PERSON] spoke. The envoy left.",
      ["The envoy → Adam Boehler"],
    ],
    [
      "the bearer of a title in capitals",
      "Deputy Secretary [Ann Lee|PERSON] met Prime Minister [Tom Ray|PERSON]. The Deputy Secretary thanked the Prime Minister.",
      ["The Deputy Secretary → Ann Lee", "the Prime Minister → Tom Ray"],
    ],
    [
      "the one person of the sentence before, by the age",
      "Detectives questioned [Ann Lee|PERSON] for hours. The 52-year-old denies it.",
      ["The 52-year-old → Ann Lee"],
    ],
    [
      "no union where a company is meant",
      "[Ferrox|ORG] has opened talks with the [IG Stahl|ORG] union. He said the company was late.",
      ["the company → Ferrox"],
    ],
    [
      "the body whose name stands beside what it is",
      "[Wesley Chapel|ORG] was full. She met the developer, [Halden|ORG], but the company refused.",
      ["the company → Halden"],
    ],
    [
      "a secretary of state who is called a minister",
      "He met Foreign Secretary [Ann Lee|PERSON] on Tuesday. They thanked the minister.",
      ["the minister → Ann Lee"],
    ],
    [
      "the one who is accused of something",
      "Mayor [Ann Lee|PERSON] and Police Chief [Tom Ray|PERSON] met. [Lee|PERSON] accused the chief of lying.",
      ["the chief → Tom Ray"],
    ],
    [
      "the firm that somebody wrote to three times",
      "They met [Halden Ltd|ORG]. [Ann Lee|PERSON] had written to the firm three times.",
      ["the firm → Halden Ltd"],
    ],
  ])("resolves a description to %s", (_, marked, expected) => {
    expect(references(marked, "description")).toEqual(expected);
  });

  it.each([
    ["another body of that sort", "[Hamas|ORG] agreed. The Paralympic movement signed."],
    ["a noun that says more", "[Hamas|ORG] agreed. The group of nurses signed."],
    ["a university", "[Yale University|ORG] agreed. The group signed."],
    ["anybody", "[Ann Lee|PERSON] is a citizen. The citizen has rights."],
    ["a name that nobody knows", "[Hamas|ORG] agreed. Keep our Trees, the campaign group, signed."],
    ["one that has no name", "[Hamas|ORG] agreed. A campaign group in the town signed. The group left."],
    ["fighters whom nothing calls so", "[Acme Corp|ORG] agreed. The militia signed."],
    ["a body of another country", "The [European Space Agency|ORG] agreed. The U.S. space agency signed."],
    ["a body whose letters say nothing", "The [European Space Agency|ORG] agreed. [QXRA|ORG] said the agency signed."],
    ["a ministry of another country", "The [State Department|ORG] agreed. The Chinese foreign ministry signed."],
    ["the name behind it", "[Harvik Ltd|ORG] agreed. The company [Quillon ApS|ORG] signed."],
    ["one of two that are named together", "[Harvik Rovers|ORG] and [Quillon United|ORG] agreed. The club signed."],
    ["a minister of another kind", "Foreign minister [Ann Lee|PERSON] spoke. The prime minister left."],
    ["the president of another country", "Peruvian President [Ann Lee|PERSON] spoke. The U.S. president left."],
    ["somebody who is to come", "President [Ann Lee|PERSON] spoke. The incoming president left."],
    ["another than who does it", "Club president [Ann Lee|PERSON] spoke. [Lee|PERSON] is due to call on the president."],
    ["a private secretary for a minister", "He met Private Secretary [Ann Lee|PERSON] on Tuesday. They thanked the minister."],
    ["somebody without a name", "[Ann Lee|PERSON], an envoy, spoke. A diplomat waited. The diplomat left."],
    ["a noun of a name that says no kind", "[Harvik Meadows Matter|ORG] agreed. They looked into the matter."],
  ])("takes no description for a name where it means %s", (_, marked) => {
    expect(references(marked, "description")).toEqual([]);
  });

  it.each([
    ["the speaker of a quote", '"I agree," said [Ann Lee|PERSON].', ["I → Ann Lee"]],
    ["the body that speaks", '"We agree to the sale of the plant," [Acme Corp|ORG] said.', ["We → Acme Corp"]],
    ["nobody for we of one person", '"We agree," said [Ann Lee|PERSON].', []],
    ["nobody outside the marks", "I met [Ann Lee|PERSON].", []],
    [
      "who speaks and who is asked in an interview",
      "[Tom Ash|PERSON]: Do you agree?\n\n[Ann Lee|PERSON]: I do.\n\n[Tom Ash|PERSON]: Why?\n\n[Ann Lee|PERSON]: My father did.",
      ["you → Ann Lee", "I → Ann Lee", "My → Ann Lee"],
    ],
  ])("gives I, we and you to %s", (_, marked, expected) => {
    expect(references(marked, "pronoun")).toEqual(expected);
  });

  it("makes a leader's office an organisation of its own", () => {
    const { entities } = annotateMarked("Prime Minister [Benjamin Netanyahu|PERSON]'s office issued a statement.");
    expect(entities.map((entity) => `${entity.type}: ${entity.name}`)).toEqual([
      "PERSON: Benjamin Netanyahu",
      "ORGANIZATION: Benjamin Netanyahu's office",
    ]);
  });

  it.each([
    ["[White House|ORG] press secretary [Karoline Leavitt|PERSON] spoke.", { title: "press secretary", of: "White House", former: false }],
    ["[Taher Al-Nono|PERSON], [Hamas|ORG] political adviser, spoke.", { title: "political adviser", of: "Hamas", former: false }],
    [
      "[Israel|PLACE] waited. Israeli Prime Minister [Benjamin Netanyahu|PERSON] spoke.",
      { title: "prime minister", of: "Israel", former: false },
    ],
    [
      "[Jonathan Panikoff|PERSON], a former [U.S.|PLACE] deputy national intelligence officer on the [Middle East|PLACE], spoke.",
      { title: "deputy national intelligence officer", of: "United States", former: true },
    ],
    [
      "[Adam Boehler|PERSON], the [U.S.|PLACE] presidential envoy for hostage affairs, spoke.",
      { title: "presidential envoy for hostage affairs", of: "United States", former: false },
    ],
    ["[Qatar|PLACE]'s prime minister, [Mohammed Al Thani|PERSON], spoke.", { title: "prime minister", of: "Qatar", former: false }],
    ["French President [Emmanuel Macron|PERSON] left.", { title: "president", of: "France", former: false }],
    ["The chairman and chief executive [Ann Lee|PERSON] left.", { title: "chairman and chief executive", of: null, former: false }],
    ["[Ann Lee|PERSON], the group's deputy [Africa|PLACE] director, spoke.", { title: "deputy Africa director", of: null, former: false }],
    ["[Joe Biden|PERSON] left. The ex-senator [Joe Biden|PERSON] spoke.", { title: "senator", of: null, former: true }],
    ["Then-President [Joe Biden|PERSON] left.", { title: "president", of: null, former: true }],
    ["Army spokesman Gen. [Joe Biden|PERSON] left.", { title: "army spokesman", of: null, former: false }],
    ["South African President [Ann Lee|PERSON] left.", { title: "president", of: "South Africa", former: false }],
    ["Foreign Minister [Ann Lee|PERSON] of [Norway|PLACE] left.", { title: "foreign minister", of: "Norway", former: false }],
    ["[NASA|ORG] Administrator [Ann Lee|PERSON] left.", { title: "administrator", of: "NASA", former: false }],
    [
      "Her foreign minister and the [Tax Office|ORG] spokeswoman, [Ann Lee|PERSON], left.",
      { title: "spokeswoman", of: "Tax Office", former: false },
    ],
  ])("reads the role in: %s", (marked, expected) => {
    const { entities } = annotateMarked(marked);
    const person = entities.find((entity) => entity.type === "PERSON");
    const roles = person?.roles.map((role) => ({ ...role, of: entities.find((entity) => entity.id === role.of)?.name ?? null }));
    expect(roles).toContainEqual(expected);
  });

  it.each([
    ["two people joined by and", "He met [Ann Lee|PERSON] and Foreign Minister [Tom Ray|PERSON].", "Tom Ray", ["foreign minister"]],
    [
      "a list of people",
      "He met President [Ann Lee|PERSON], Prime Minister [Tom Ray|PERSON] and Speaker [Ida Fox|PERSON].",
      "Ida Fox",
      ["speaker"],
    ],
    ["the next of a list", "He met [Ann Lee|PERSON], Prime Minister [Tom Ray|PERSON] and others.", "Ann Lee", []],
    ["a speaker set off by commas", "Asked about [Ann Lee|PERSON], the press secretary, [Tom Ray|PERSON], shrugged.", "Ann Lee", []],
    ["the subject behind a phrase", "After talks with [Ann Lee|PERSON], the mayor said it was late.", "Ann Lee", []],
    ["an aside behind a phrase", "After talks with [Ann Lee|PERSON], the mayor, he said it was late.", "Ann Lee", ["mayor"]],
    ["the chief of an aide", "[Ann Lee|PERSON] met an aide to Russian President [Tom Ray|PERSON].", "Tom Ray", ["president"]],
    ["who acts on the person", "Judge orders ex-mayor [Ann Lee|PERSON] to pay.", "Ann Lee", ["mayor"]],
    ["who acts on the person, of whom no role is told", "Judge frees driver [Ann Lee|PERSON] at last.", "Ann Lee", []],
    ["whom somebody speaks for", "A spokeswoman for [Ann Lee|PERSON] left.", "Ann Lee", []],
    ["a time before the title", "Earlier in the week Dutch Prime Minister [Ann Lee|PERSON] left.", "Ann Lee", ["prime minister"]],
    [
      "the chief of an adviser",
      "He met President [Ann Lee|PERSON]'s economic adviser, [Tom Ray|PERSON], there.",
      "Tom Ray",
      ["economic adviser"],
    ],
  ])("gives nobody another's role: %s", (_, marked, name, titles) => {
    const person = annotateMarked(marked).entities.find((entity) => entity.name === name);
    expect(person?.roles.map(({ title }) => title)).toEqual(titles);
  });

  it.each([
    ["[BIDEN|PERSON] LEAVES\n\n[BIDEN|PERSON] left.", ["PERSON: Biden"]],
    ["[KIM JONG UN|PERSON] AND [O'NEILL|PERSON] MEET", ["PERSON: Kim Jong Un", "PERSON: O'Neill"]],
    ["[BEIRUT|PLACE] - He came to [Beirut|PLACE].", ["PLACE: Beirut"]],
    ["The [UAE|PLACE] and [NATO|ORG] met.", ["PLACE: United Arab Emirates", "ORGANIZATION: NATO"]],
  ])("shows shouted names as they are written elsewhere: %j", (marked, names) => {
    expect(entityNames(marked)).toEqual(names);
  });
});
