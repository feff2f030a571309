/**
 * Words of news that the parser takes for another part of speech: "plans" behind a name, "talks" behind a day, "meeting" behind "by". Each
 * is given the tag it has there, and its neighbours hang on it anew.
 */
import { type DraftTree, farthest, firstOfName, handsOn, hanger, withinPhrase } from "./draft-tree.ts";
import { clauseOpeners, dayTalks, havings, plans, reporting, weekdays } from "./mend-words.ts";

const strayed = new Set(["flat", "conj", "appos", "root", "dep", "list", "compound"]);

/** "said Ann Lee plans [flat of Ann] to visit Oslo": behind a name and before an infinitive it is a verb. In place. */
export function mendPlans(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag, retag } = tree;
  const compound = relationNames.indexOf("compound");
  const hang = hanger(tree);
  for (let plan = 1; plan + 2 < heads.length; plan += 1) {
    if (!plans.has(forms[plan] ?? "") || !pennTag(plan).startsWith("NN") || forms[plan + 1] !== "to" || pennTag(plan + 2) !== "VB")
      continue;
    const relation = relationNames[relations[plan] ?? 0] ?? "";
    // "The team [compound of plans] plans [root] to visit Oslo", in a sentence without a verb.
    const isBare = pennTag(plan - 1) === "NN" && heads[plan - 1] === plan && relation === "root" && relations[plan - 1] === compound;
    // "says Chad [compound of plans] plans [obj of says] to vote".
    const isReported = relation === "obj" && heads[plan - 1] === plan && reporting.has(forms[heads[plan] ?? -1] ?? "");
    if (!(pennTag(plan - 1).startsWith("NNP") || isBare) || !(strayed.has(relation) || isReported) || heads[plan + 2] !== plan) continue;
    const subject = isBare ? plan - 1 : topBefore(tree, plan);
    if (isBare) for (let word = Math.max(0, plan - 6); word < subject; word += 1) if (heads[word] === plan) heads[word] = subject;
    if (subject < 0 || !pennTag(subject).startsWith("NN")) continue;
    const above = heads[subject] === plan ? (heads[plan] ?? -1) : (heads[subject] ?? -1);
    const inner = relationNames[relations[subject] ?? 0] ?? "";
    const isAboveVerb = above >= 0 && above < subject && /^VB/u.test(pennTag(above));
    if (above >= 0 && !isAboveVerb) continue;
    hang(plan, above, above < 0 ? "root" : inner === "nsubj" ? relation : "ccomp");
    retag(plan, forms[plan]?.endsWith("s") ? "VERB VBZ" : "VERB VBP");
    hang(subject, plan, "nsubj");
    hang(plan + 2, plan, "xcomp");
    // What opened the clause, or stood before it, hung on the infinitive or on the name.
    for (let before = Math.max(0, subject - farthest); before < subject; before += 1) {
      const name = relationNames[relations[before] ?? 0];
      if (heads[before] === plan + 2 || (heads[before] === subject && name === "mark")) heads[before] = plan;
    }
  }
}

/** "when Ann Lee [nsubj] visits [NNS, flat of what stands in front] Oslo [obj]": with a subject and an object it is a verb, and its clause tells when. In place. */
export function mendVisits(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let visits = 2; visits + 1 < heads.length; visits += 1) {
    if (forms[visits] !== "visits" || !/^(?:NNS|VBZ)$/u.test(pennTag(visits))) continue;
    const subject = childOf(visits, visits - farthest, visits, /^nsubj$/u);
    if (subject < 0 || childOf(visits, visits + 1, visits + farthest, /^obj$/u) < 0) continue;
    if (childOf(visits, visits - farthest, visits, /^(?:det|case|cop|amod|nmod:poss|nummod)$/u) >= 0) continue;
    retag(visits, "VERB VBZ");
    const opens = childOf(visits, visits - farthest, subject, /^(?:mark|advmod)$/u);
    if (opens < 0 || !/^(?:when|as|before|after|while|if)$/u.test(forms[opens] ?? "") || !strayed.has(relationOf(visits))) continue;
    let verb = heads[visits] ?? -1;
    for (let steps = 0; steps < 4 && verb >= 0 && !/^VB/u.test(pennTag(verb)); steps += 1) verb = heads[verb] ?? -1;
    if (verb >= 0 && verb < opens && /^VB/u.test(pennTag(verb))) hang(visits, verb, "advcl");
  }
}

/**
 * "Talks [nsubj] resume [NN, root] after a pause [nmod]": right behind a plural that is its subject, without copula or article, it is the verb,
 * and what hangs on it says when and where it does so. In place.
 */
export function mendBareVerbs(tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 1; verb < heads.length; verb += 1) {
    if (pennTag(verb) !== "NN" || pennTag(verb - 1) !== "NNS" || heads[verb - 1] !== verb || relationOf(verb - 1) !== "nsubj") continue;
    if (!/^(?:root|ccomp|advcl)$/u.test(relationOf(verb)) || childOf(verb, verb - farthest, verb + farthest, /^(?:cop|det)$/u) >= 0)
      continue;
    retag(verb, "VERB VBP");
    const end = Math.min(heads.length, verb + farthest);
    for (let child = verb + 1; child < end; child += 1) {
      if (heads[child] !== verb) continue;
      const isClause = /^VB/u.test(pennTag(child));
      if (relationOf(child) === "nmod") hang(child, verb, isClause ? "advcl" : "obl");
      else if (relationOf(child) === "acl" && isClause) hang(child, verb, "advcl");
    }
  }
}

/** The head of the noun phrase that ends right before `token`: "A and B" under A. */
function topBefore({ heads, pennTag }: DraftTree, token: number): number {
  let at = token - 1;
  for (let steps = 0; steps < 8; steps += 1) {
    const head = heads[at] ?? -1;
    if (head < 0 || head >= token || token - head > farthest || !pennTag(head).startsWith("NN")) return at;
    // A name's parts hang backwards on its first word, a title forwards on the name.
    if (head < at && !withinPhrase(heads, head, token)) return at;
    at = head;
  }
  return at;
}

/** "the Monday talks [VBZ] between A and B focused [ccomp] on": behind a day and an article, or another noun, it is a noun itself, the subject of the verb behind. In place. */
export function mendDayTalks(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag, retag } = tree;
  const subject = relationNames.indexOf("nsubj");
  const oblique = relationNames.indexOf("obl");
  const hang = hanger(tree);
  for (let talks = 2; talks < heads.length; talks += 1) {
    if (!dayTalks.has(forms[talks] ?? "") || pennTag(talks) !== "VBZ") continue;
    const isDayTalk = weekdays.has(forms[talks - 1] ?? "") && heads[talks - 1] === talks && pennTag(talks - 2) === "DT";
    // "after government talks [VBZ] with the inmates broke [advcl] down".
    const isModified = pennTag(talks - 1) === "NN" && heads[talks - 1] === talks && clauseOpeners.has(forms[talks - 2] ?? "");
    if (!isDayTalk && !isModified) continue;
    const above = heads[talks] ?? -1;
    let verb = talks + 1;
    const end = Math.min(heads.length, talks + farthest);
    while (verb < end && !(/^VB[DZPN]$/u.test(pennTag(verb)) && (heads[verb] === above || heads[verb] === talks))) verb += 1;
    if (verb >= end || heads.subarray(0, verb).some((head, child) => head === verb && relations[child] === subject)) continue;
    hang(verb, above, relationNames[relations[talks] ?? 0] ?? "ccomp");
    hang(talks, verb, "nsubj");
    retag(talks, "NOUN NNS");
    hang(talks - 1, talks, "compound");
    if (isModified) hang(talks - 2, verb, "mark");
    else heads[talks - 2] = talks;
    for (let child = talks + 1; child < verb; child += 1)
      if (heads[child] === talks && relations[child] === oblique) hang(child, talks, "nmod");
    if (pennTag(verb) === "VBN") retag(verb, "VERB VBD");
  }
}

/** "ended his trip by meeting [NN, acl of trip] with B": behind "by" without an article it is what the verb's subject did. In place. */
export function mendByMeeting(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag, retag } = tree;
  const [clause, mark, object] = ["acl", "mark", "obj"].map((name) => relationNames.indexOf(name));
  const hang = hanger(tree);
  for (let verb = 2; verb < heads.length; verb += 1) {
    if (!/ing$/u.test(forms[verb] ?? "") || relations[verb] !== clause || heads[verb - 1] !== verb || relations[verb - 1] !== mark)
      continue;
    if (forms[verb - 1] !== "by" || !/^(?:NN|VBG)$/u.test(pennTag(verb))) continue;
    const noun = heads[verb] ?? -1;
    const governor = noun < 0 ? -1 : (heads[noun] ?? -1);
    if (noun > verb || governor < 0 || governor > noun || relations[noun] !== object || !/^VB/u.test(pennTag(governor))) continue;
    hang(verb, governor, "advcl");
    retag(verb, "VERB VBG");
  }
}

/** "met with Ann Lee [compound of Wednesday] Wednesday": the day tells when, and the name takes its place. In place. */
export function mendDayBehindName(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const hang = hanger(tree);
  for (let day = 2; day < heads.length; day += 1) {
    // "with Ann Lee [compound of Friday] next Friday".
    const end = /^(?:next|last|this|late|early)$/u.test(forms[day - 1] ?? "") && heads[day - 1] === day ? day - 2 : day - 1;
    const name = firstOfName(tree, end);
    const above = heads[day] ?? -1;
    // "met in Lima Wednesday [subject of sign] to sign it": before an infinitive they tell where and when the verb above was done.
    const isBeforeInfinitive = above === day + 2 && forms[day + 1] === "to" && pennTag(above) === "VB";
    const verb = isBeforeInfinitive ? (heads[above] ?? -1) : above;
    if (!weekdays.has(forms[day] ?? "") || verb < 0 || verb > name || !/^(?:NN|JJ)/u.test(pennTag(name))) continue;
    // "held a conference [compound of Thursday] Thursday [obj of held]": what is held is the conference.
    const isThing = /^NNS?$/u.test(pennTag(name)) && relationNames[relations[day] ?? 0] === "obj" && heads[name] === day;
    if ((!isThing && !/^\p{Lu}/u.test(forms[name] ?? "")) || namedAfterDays.has(forms[name] ?? "")) continue;
    const relation = relationNames[relations[name] ?? 0];
    // "his visit to [case of Monday] Peru [nmod of visit] Monday": the preposition is the name's.
    const mark = heads[name] === verb && relation === "nmod" ? name - 1 : -1;
    if (mark >= 0 && heads[mark] === day && relationNames[relations[mark] ?? 0] === "case") {
      heads[mark] = name;
      hang(day, verb, /^VB/u.test(pennTag(verb)) ? "obl:unmarked" : "nmod:unmarked");
      continue;
    }
    if (heads[name] !== day) continue;
    const own = relationNames[relations[day] ?? 0] ?? "";
    if (!/^(?:compound|flat|amod)$/u.test(relation ?? "") || !/^(?:obl|obj|nmod|nsubj)$/u.test(own)) continue;
    hang(name, verb, isBeforeInfinitive ? "obl" : own);
    for (let child = Math.max(0, day - farthest); child < name; child += 1) if (heads[child] === day) heads[child] = name;
    hang(day, verb, /^VB/u.test(pennTag(verb)) ? "obl:unmarked" : "nmod:unmarked");
  }
}

/** "gathered in Peru [obl of gathered] Monday [flat of Peru]": no place is called after a day; it tells when what the name hangs on happened. In place. */
export function mendDayInName(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let day = 1; day < heads.length; day += 1) {
    const name = heads[day] ?? -1;
    if (!weekdays.has(forms[day] ?? "") || relationOf(day) !== "flat" || name < 0 || name > day || namedAfterDays.has(forms[day - 1] ?? ""))
      continue;
    if (childOf(day, day - farthest, day + farthest, /^case$/u) >= 0 || forms[day + 1] === "'s") continue;
    // The day hangs on the noun of what happened, or on the verb above.
    let above = heads[name] ?? -1;
    for (let steps = 0; steps < 6 && above >= 0 && !/^VB/u.test(pennTag(above)) && !events.test(forms[above] ?? ""); steps += 1)
      above = heads[above] ?? -1;
    // "A and B Monday have discussed": right before a finite verb the day is its own.
    const next = /^(?:VB[DPZ]|MD)$/u.test(pennTag(day + 1)) ? day + 1 : -1;
    if (next >= 0) above = /^aux/u.test(relationOf(next)) ? (heads[next] ?? -1) : next;
    if (above >= 0) hang(day, above, /^VB/u.test(pennTag(above)) ? "obl:unmarked" : "nmod:unmarked");
  }
}

const events = /^(?:visit|trip|tour|journey|meeting|talks|summit|conference|session|attack|rally|vote|election)s?$/u;

/** "Bloody Sunday", "Ash Wednesday". */
const namedAfterDays = new Set(
  "Good Holy Easter Palm Ash Maundy Whit Bloody Black Super Cyber Giving Shrove Happy Blue Joe Girl".split(" "),
);

/** "is [cop] to [case] open [amod of talks] talks": behind "to" it is an infinitive, and the talks its object. In place. */
export function mendToOpen(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 2; verb + 1 < heads.length; verb += 1) {
    const noun = heads[verb] ?? -1;
    if (forms[verb] !== "open" || forms[verb - 1] !== "to" || relationOf(verb) !== "amod" || noun < verb || noun - verb > 4) continue;
    if (heads[verb - 1] !== noun || !/^NN/u.test(pennTag(noun)) || childOf(noun, verb - 8, verb, /^cop$/u) < 0) continue;
    hang(verb, heads[noun] ?? -1, relationOf(noun));
    for (let child = Math.max(0, verb - farthest); child < Math.min(heads.length, noun + farthest); child += 1) {
      if (heads[child] !== noun || child === verb || (child > verb && child < noun)) continue;
      if (child < verb) heads[child] = verb;
      if (relationOf(child) === "cop") hang(child, verb, "aux");
    }
    hang(verb - 1, verb, "mark");
    hang(noun, verb, "obj");
    retag(verb, "VERB VB");
  }
}

const undoing = /^(?:call|calls|called|calling|put|puts|putting|break|breaks|broke|broken|breaking)$/iu;

/** "called off [case of talks] peace talks [obl of called]": the particle belongs to the verb, and what is called off is its object. In place. */
export function mendOff(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let off = 1; off < heads.length; off += 1) {
    if (forms[off] !== "off" || relationOf(off) !== "case" || !undoing.test(forms[off - 1] ?? "")) continue;
    const [verb, what] = [off - 1, heads[off] ?? -1];
    if (what < off || heads[what] !== verb || relationOf(what) !== "obl" || /^(?:coast|shore|road)$/u.test(forms[what] ?? "")) continue;
    if (childOf(verb, verb - farthest, verb + farthest, /^obj$/u) >= 0) continue;
    hang(off, verb, "compound:prt");
    hang(what, verb, "obj");
  }
}

/** "has [advcl of refused] so far refused": before adverbs and a participle it is the auxiliary, and its subject the participle's. In place. */
export function mendHas(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let has = 1; has + 1 < heads.length; has += 1) {
    const participle = heads[has] ?? -1;
    if (!havings.has(forms[has] ?? "") || relationOf(has) !== "advcl" || participle < has || participle - has > 5) continue;
    if (!/^VB[ND]$/u.test(pennTag(participle))) continue;
    let at = has + 1;
    while (at < participle && /^RB/u.test(pennTag(at))) at += 1;
    if (at < participle) continue;
    for (let child = Math.max(0, has - farthest); child < has; child += 1) if (heads[child] === has) heads[child] = participle;
    hang(has, participle, "aux");
    retag(has, `AUX ${pennTag(has)}`);
  }
}

const singular = /^(?:has|is|was|does)$/u;

/** "the leader of the rebels, who has met [acl:relcl of rebels] B": one person did so, not the many. In place. */
export function mendRelativeNumbers(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 3; verb < heads.length; verb += 1) {
    if (relationOf(verb) !== "acl:relcl") continue;
    const many = heads[verb] ?? -1;
    const one = heads[many] ?? -1;
    if (many < 0 || one < 0 || verb - many > farthest || pennTag(many) !== "NNS" || relationOf(many) !== "nmod") continue;
    if (!/^NNP?$/u.test(pennTag(one)) || forms[many + 1] !== "," || forms[many + 2] !== "who") continue;
    const auxiliary = childOf(verb, many, verb, /^(?:aux|cop)/u);
    const isOne = auxiliary >= 0 ? singular.test(forms[auxiliary] ?? "") : pennTag(verb) === "VBZ";
    if (isOne) hang(verb, one, "acl:relcl");
  }
}

/**
 * "people outside the government [nmod] who met [acl:relcl of government] B", "the plan of Mr. Lee, who met [acl:relcl of plan] B": "who"
 * is somebody, not a body or a thing. In place.
 */
export function mendRelativePeople(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let who = 2; who < heads.length; who += 1) {
    if (forms[who] !== "who") continue;
    let verb = heads[who] ?? -1;
    for (let steps = 0; steps < 3 && verb >= 0 && relationOf(verb) !== "acl:relcl"; steps += 1) verb = heads[verb] ?? -1;
    if (verb < who || relationOf(verb) !== "acl:relcl") continue;
    const body = heads[verb] ?? -1;
    const people = heads[body] ?? -1;
    if (body === who - 1 && bodiesNoOneIs.test(forms[body] ?? "") && relationOf(body) === "nmod") {
      if (people >= 0 && people < body && /^NNS?$/u.test(pennTag(people))) hang(verb, people, "acl:relcl");
      continue;
    }
    // The name right in front, where a title says that it is somebody's, or what it hangs on is nobody.
    if (forms[who - 1] !== "," || !pennTag(who - 2).startsWith("NNP") || body < 0 || body > who - 3 || pennTag(body) !== "NN") continue;
    const name = firstOfName(tree, who - 2);
    const title = childOf(name, name - 3, name, /^(?:nmod:desc|compound|flat)$/u);
    if (heads[name] !== body) continue;
    if (/^(?:Mr|Mrs|Ms|Dr)\.?$/u.test(forms[title] ?? "") || deedsOfPeople.test(forms[body] ?? "")) hang(verb, name, "acl:relcl");
  }
}

/** What somebody does, has or undergoes. */
const deedsOfPeople =
  /^(?:invitation|request|behest|visit|trip|arrival|return|speech|letter|message|decision|proposal|plan|offer|death|killing|murder|arrest|release|trial|resignation|appointment|election|victory|defeat|leadership|presence|absence|support|help|backing|office|home|house|residence)$/u;

const bodiesNoOneIs =
  /^(?:government|administration|party|company|firm|industry|country|city|state|ministry|department|agency|military|army|capital)$/u;

/** "talks on Chad, which is [acl:relcl of talks] to join": of one, so it is what stands before the comma. In place. */
export function mendRelativeThings(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let which = 3; which + 1 < heads.length; which += 1) {
    if (forms[which] !== "which" || forms[which - 1] !== "," || !/^nsubj/u.test(relationOf(which))) continue;
    const verb = heads[which] ?? -1;
    const many = verb < 0 ? -1 : (heads[verb] ?? -1);
    if (relationOf(verb) !== "acl:relcl" || many < 0 || many > which - 3 || which - many > farthest || pennTag(many) !== "NNS") continue;
    const auxiliary = childOf(verb, which, verb, /^(?:aux|cop)/u);
    if (auxiliary >= 0 ? !singular.test(forms[auxiliary] ?? "") : pennTag(verb) !== "VBZ") continue;
    const name = firstOfName(tree, which - 2);
    if (name > many && pennTag(name) === "NNP" && heads[name] === many && relationOf(name) === "nmod") hang(verb, name, "acl:relcl");
  }
}

/** "is to say [VB] Mass and have [VBP] lunch": joined to an infinitive under one in the singular or the past, it is one, too. In place. */
export function mendJoinedInfinitives(_forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { relationOf, childOf } = handsOn(tree);
  for (let verb = 3; verb < heads.length; verb += 1) {
    const first = heads[verb] ?? -1;
    if (pennTag(verb) !== "VBP" || relationOf(verb) !== "conj" || first < 0 || first > verb || pennTag(first) !== "VB") continue;
    if (childOf(verb, first, verb, /^(?:[nc]subj|aux|mark|expl|cop)/u) >= 0 || childOf(first, first - 4, first, /^mark$/u) < 0) continue;
    const finite = childOf(first, first - 6, first, /^(?:cop|aux)/u);
    const above = finite >= 0 ? finite : (heads[first] ?? -1);
    if (above >= 0 && /^VB[ZDN]$/u.test(pennTag(above))) retag(verb, "VERB VB");
  }
}

/** "wrote to the firm [compound of times] three times [obl]": no noun stands before a number in a compound; how often is told apart. In place. */
export function mendTimes(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let times = 3; times < heads.length; times += 1) {
    if (!frequencies.has(forms[times] ?? "")) continue;
    const governor = heads[times] ?? -1;
    const noun = childOf(times, times - 4, times, /^compound$/u);
    if (noun < 1 || governor < 0 || governor > noun || !/^VB/u.test(pennTag(governor))) continue;
    if (childOf(times, noun, times, /^nummod$/u) < 0 || childOf(times, noun - 4, noun, /^(?:det|nmod:poss)$/u) < 0) continue;
    hang(noun, governor, relationOf(times));
    hang(times, governor, "obl:unmarked");
    for (let child = Math.max(0, noun - farthest); child < noun; child += 1) if (heads[child] === times) heads[child] = noun;
  }
}

const frequencies = new Set(["times", "occasions"]);

/** "On Friday Ann [flat of Friday] Lee is to open a mine": a name behind the day of a clause without a subject is its subject. In place. */
export function mendNameBehindDay(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let name = 1; name < heads.length; name += 1) {
    const day = name - 1;
    if (heads[name] !== day || relationOf(name) !== "flat" || !weekdays.has(forms[day] ?? "") || !pennTag(name).startsWith("NNP")) continue;
    const above = heads[day] ?? -1;
    // "said Thursday [iobj of said] Chad [flat] and Mali [conj] will vote [ccomp of said]".
    const isSaid = above >= 0 && above < day && reporting.has(forms[above] ?? "");
    const verb = isSaid ? childOf(above, name + 1, name + farthest, /^ccomp$/u) : above;
    if (verb < name || verb - name > farthest || childOf(verb, name, verb, /^(?:[nc]subj|expl|mark)/u) >= 0) continue;
    if (!(isSaid ? /^(?:iobj|obj|obl)/u : /^obl/u).test(relationOf(day))) continue;
    if (!/^VB[DZP]$/u.test(pennTag(verb)) && childOf(verb, name, verb, /^(?:aux|cop)/u) < 0) continue;
    hang(name, verb, "nsubj");
    if (!isSaid) continue;
    hang(day, above, "obl:unmarked");
    for (let child = name + 1; child < verb; child += 1)
      if (heads[child] === day && /^(?:conj|flat)$/u.test(relationOf(child))) heads[child] = name;
  }
}

/** "the minister and her Swedish [conj of minister] counterpart [conj of minister]": between an owner and its noun stands what the noun is like. In place. */
export function mendJoinedAdjectives(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let word = 2; word + 1 < heads.length; word += 1) {
    if (relationOf(word) !== "conj" || pennTag(word) !== "JJ") continue;
    let noun = word + 1;
    while (noun < heads.length && noun - word < 4 && heads[noun] !== heads[word]) noun += 1;
    if (heads[noun] !== heads[word] || relationOf(noun) !== "conj" || !/^NN/u.test(pennTag(noun))) continue;
    if (childOf(noun, word - 2, word, /^(?:det|nmod:poss)$/u) === word - 1) hang(word, noun, "amod");
  }
}

/**
 * "said Saturday [subject of meet] Mr. Lee [iobj of said] and Bob will meet", "met the king [iobj] Thursday [obj] in Lima": a day does nothing
 * and nobody is given one; it tells when. In place.
 */
export function mendActingDays(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let day = 1; day < heads.length; day += 1) {
    if (!weekdays.has(forms[day] ?? "") || forms[day + 1] === "'s") continue;
    const verb = heads[day] ?? -1;
    if (verb < 0 || !/^VB/u.test(pennTag(verb)) || childOf(day, day - 3, day, /^(?:det|case|amod|nmod:poss)$/u) >= 0) continue;
    // "spent Sunday with the king": what is spent.
    if (/^sp(?:en[dt]|ends|ending)$/u.test(forms[verb] ?? "")) continue;
    if (relationOf(day) === "obj" && verb < day) {
      const whom = childOf(verb, verb + 1, day, /^iobj$/u);
      if (whom >= 0) hang(whom, verb, "obj");
      hang(day, verb, "obl:unmarked");
    } else if (relationOf(day) === "nsubj" && heads[verb] === day - 1 && relationOf(verb) === "ccomp") {
      const saying = day - 1;
      hang(day, saying, "obl:unmarked");
      const subject = childOf(saying, day + 1, verb, /^i?obj$/u);
      if (subject >= 0 && childOf(verb, day, verb, /^(?:nsubj|csubj|expl)/u) < 0) hang(subject, verb, "nsubj");
    }
  }
}

/** "told them Tuesday in Lima [obl of inform] he will inform the king": where stands before the clause's subject, where it was told. In place. */
export function mendPlacesBeforeClauses(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let place = 2; place + 2 < heads.length; place += 1) {
    const verb = heads[place] ?? -1;
    const saying = verb > place && relationOf(place) === "obl" && relationOf(verb) === "ccomp" ? (heads[verb] ?? -1) : -1;
    if (saying < 0 || saying > place || verb - saying > farthest || !/^VB/u.test(pennTag(saying)) || !pennTag(place).startsWith("NNP"))
      continue;
    const mark = childOf(place, place - 3, place, /^case$/u);
    if (mark < 0 || childOf(verb, saying, mark, /^(?:mark|nsubj|punct|cc|advmod)/u) >= 0) continue;
    if (childOf(verb, place, verb, /^nsubj/u) === place + 1 && pennTag(place + 1) === "PRP") hang(place, saying, "obl");
  }
}
