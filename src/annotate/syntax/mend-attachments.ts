/**
 * Attachments that news decides and treebanks leave open: titles and what stands before them, the infinitive behind a journey, names
 * that are nobody's vocative in a report, "visiting" before a guest, and verbs that were read as adjectives ("A and B renewed talks").
 */
import { allHangOn, type DraftTree, farthest, handsOn, hanger, hangsOn } from "./draft-tree.ts";
import { beforeGuests, callings, daysInFront } from "./mend-words.ts";

/** "with Foreign Minister Ann Lee": where the preposition hangs on the title, it moves to the name that the title hangs on. In place. */
export function mendTitleMarks({ heads, relations, relationNames }: DraftTree): void {
  const [mark, title] = [relationNames.indexOf("case"), relationNames.indexOf("nmod:desc")];
  if (mark < 0 || title < 0) return;
  for (let token = 0; token < heads.length; token += 1) {
    if (relations[token] !== mark) continue;
    const head = heads[token] ?? -1;
    if (head <= token || relations[head] !== title) continue;
    const name = heads[head] ?? -1;
    if (name > head) heads[token] = name;
  }
}

const journeys =
  /^(?:fl(?:y|ew|ies|ying|own)|travel(?:s|ed|led|ing|ling)?|go(?:es|ing|ne)?|went|com(?:e|es|ing)|came|return(?:s|ed|ing)?|head(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|journey(?:s|ed|ing)?|gather(?:s|ed|ing)?)$/u;
/**
 * "plans for the king [obl of cancel] to meet [advcl of cancel]", "time for both sides to talk": who stands between "for" and an infinitive is its
 * subject. In place.
 */
export function mendForTo(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [mark, oblique, modifier] = ["case", "obl", "nmod"].map((name) => relationNames.indexOf(name));
  const hang = hanger(tree);
  for (let verb = 3; verb < heads.length; verb += 1) {
    if (pennTag(verb) !== "VB" || forms[verb - 1] !== "to") continue;
    // The noun right before "to", or the one whose phrase ends there.
    let noun = verb - 2;
    for (
      let steps = 0;
      steps < 4 && (heads[noun] ?? -1) >= 0 && (relations[noun] ?? -1) !== oblique && relations[noun] !== modifier;
      steps += 1
    )
      noun = heads[noun] ?? -1;
    const governor = heads[noun] ?? -1;
    if (noun < 1 || noun > verb - 2 || governor < 0 || governor > noun || !/^(?:NN|PRP$)/u.test(pennTag(noun))) continue;
    if (relations[noun] !== oblique && relations[noun] !== modifier) continue;
    const above = heads[verb] ?? -1;
    if (above !== noun && above !== governor) continue;
    let preposition = noun - 1;
    while (preposition > Math.max(governor, noun - farthest) && !(heads[preposition] === noun && relations[preposition] === mark))
      preposition -= 1;
    if (forms[preposition]?.toLowerCase() !== "for" || heads[preposition] !== noun) continue;
    const isBehindNoun = pennTag(preposition - 1).startsWith("NN");
    hang(verb, isBehindNoun ? preposition - 1 : governor, isBehindNoun ? "acl" : "advcl");
    hang(noun, verb, "nsubj");
    hang(preposition, verb, "mark");
  }
}

const visits = /^(?:visit|trip|tour|stop|journey)$/u;
const taking = /^(?:ma(?:ke|kes|de|king)|pa(?:y|ys|id|ying)|beg[aiu]n|begins|start(?:s|ed)?|took|take[ns]?|taking)$/u;

/**
 * "flew to the province's capital to meet the rebels", "made a visit to Oslo to meet the king": the infinitive hangs on the verb,
 * whose subject is its subject, not on the place or the visit. In place.
 */
export function mendPurposes(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [adverbial, clause] = [relationNames.indexOf("advcl"), relationNames.indexOf("acl")];
  const oblique = relationNames.indexOf("obl");
  const object = relationNames.indexOf("obj");
  const opened = relationNames.indexOf("xcomp");
  if (adverbial < 0 || clause < 0) return;
  for (let verb = 2; verb < heads.length; verb += 1) {
    if (pennTag(verb) !== "VB" || forms[verb - 1] !== "to") continue;
    // "visited Chile [obj] to talk [xcomp of visited]": nobody is made to talk; it is what the visit was for.
    const visiting = relations[verb] === opened ? (heads[verb] ?? -1) : -1;
    if (visiting >= 0 && visiting < verb && /^visit(?:s|ed|ing)?$/u.test(forms[visiting] ?? "")) relations[verb] = adverbial;
    if (relations[verb] !== clause) continue;
    const noun = heads[verb] ?? -1;
    const governor = heads[noun] ?? -1;
    if (noun < 0 || governor < 0 || noun > verb || governor > noun) continue;
    const word = forms[governor]?.toLowerCase() ?? "";
    const isGoal = relations[noun] === oblique && journeys.test(word);
    const isVisit = relations[noun] === object && visits.test(forms[noun]?.toLowerCase() ?? "") && taking.test(word);
    if (!isGoal && !isVisit) continue;
    heads[verb] = governor;
    relations[verb] = adverbial;
  }
}

/**
 * "President Ann Lee and Premier Bob Day [vocative] met", "the head of the party, Ann Lee [vocative], met": who stands between a
 * subject and its verb belongs to the subject. In place.
 */
export function mendVocatives(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [vocative, subject, joiner] = ["vocative", "nsubj", "cc"].map((name) => relationNames.indexOf(name));
  if (vocative === undefined || vocative < 0) return;
  const hang = hanger(tree);
  for (let name = 1; name < heads.length; name += 1) {
    const verb = heads[name] ?? -1;
    if (relations[name] !== vocative || verb < name || !pennTag(name).startsWith("NNP")) continue;
    let before = name - 1;
    while (before >= Math.max(0, name - farthest) && !(relations[before] === subject && heads[before] === verb)) before -= 1;
    if (before < Math.max(0, name - farthest) || !/^NN/u.test(pennTag(before))) continue;
    let first = name;
    while (first > before + 1 && hangsOn(heads, first - 1, name, 6)) first -= 1;
    const isJoined = forms.slice(first, name).some((_, index) => relations[first + index] === joiner);
    if (isJoined) hang(name, before, "conj");
    else if (forms[first] === "," || forms[first - 1] === ",") hang(name, before, "appos");
  }
}

const meeting = /^(?:meet(?:s|ing)?|met|visit(?:s|ed|ing)?|host(?:s|ed|ing)?|welcom(?:e|es|ed|ing)|receiv(?:e|es|ed|ing))$/u;

/** "a delegation visiting mainland Chad [nsubj of visiting] has left": what stands behind a participle that a noun bears is its object. In place. */
export function mendObjectsOfParticiples(tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let noun = 2; noun < heads.length; noun += 1) {
    const verb = heads[noun] ?? -1;
    if (relationOf(noun) !== "nsubj" || verb < 0 || verb > noun || noun - verb > farthest) continue;
    if (pennTag(verb) !== "VBG" || relationOf(verb) !== "acl" || (heads[verb] ?? -1) > verb) continue;
    if (childOf(verb, verb + 1, noun, /^(?:obj|obl|ccomp|xcomp|advcl)$/u) < 0) hang(noun, verb, "obj");
  }
}

/**
 * "A and B held face-to-face talks [obl]": a common noun behind an active verb that has no preposition and tells no time is its object,
 * where it has no other. In place.
 */
export function mendObjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [oblique, object, mark, passive, predicate] = ["obl", "obj", "case", "aux:pass", "xcomp"].map((name) =>
    relationNames.indexOf(name),
  );
  const { hang, childOf } = handsOn(tree);
  for (let noun = 1; noun < heads.length; noun += 1) {
    const verb = heads[noun] ?? -1;
    // "will meet Ann [xcomp] Lee", "met Halden's chief executive [xcomp]": no predicate behind a verb of meeting.
    const isMet = relations[noun] === predicate && meeting.test(forms[verb] ?? "");
    const isPredicated =
      isMet && ((noun === verb + 1 && pennTag(noun) === "NNP") || childOf(noun, verb + 1, noun, /^(?:nmod:poss|det)$/u) >= 0);
    if ((relations[noun] !== oblique && !isPredicated) || verb < 0 || verb > noun || noun - verb > farthest) continue;
    if ((!isPredicated && !/^NNS?$/u.test(pennTag(noun))) || !/^VB/u.test(pennTag(verb))) continue;
    let isOther = false;
    for (let child = verb + 1; child < Math.min(heads.length, verb + farthest) && !isOther; child += 1) {
      isOther =
        (heads[child] === noun && relations[child] === mark) || (heads[child] === verb && child !== noun && relations[child] === object);
    }
    for (let child = Math.max(0, verb - farthest); child < verb && !isOther; child += 1) {
      isOther = heads[child] === verb && relations[child] === passive;
    }
    if (!isOther) hang(noun, verb, "obj");
  }
}

/**
 * "Prime Minister Ann Lee and President Bob Day held [acl, flat] talks": a sentence whose root is a name has a past form with an object
 * hung on a name as if it were a participle or a part of it. A participle that tells who somebody is takes no object: it is the verb. In
 * place.
 */
export function mendNominalRoots(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const root = heads.indexOf(-1);
  if (root < 0 || !/^(?:NN|PRP$)/u.test(pennTag(root))) return;
  const { hang, relationOf } = handsOn(tree);
  const end = Math.min(heads.length, root + farthest);
  for (let child = Math.max(0, root - farthest); child < root; child += 1) {
    if (heads[child] === root && /^(?:nsubj|cop)/u.test(relationOf(child))) return;
  }
  for (let verb = root + 1; verb < end; verb += 1) {
    const head = heads[verb] ?? -1;
    if (!strayVerbs.has(relationOf(verb)) || head < root || head > verb || forms[verb - 1] === ",") continue;
    if (!/^VB[DN]$/u.test(pennTag(verb)) || !/^NNP/u.test(pennTag(head)) || !hangsOn(heads, head, root, 6)) continue;
    let hasObject = false;
    let hasOwn = false;
    for (let child = root + 1; child < end; child += 1) {
      if (heads[child] !== verb) continue;
      if (relationOf(child) === "obj" && child > verb) hasObject = true;
      if (/^(?:nsubj|mark$|aux)/u.test(relationOf(child))) hasOwn = true;
    }
    // "Ann Lee called [acl] on the president on Tuesday.": a sentence that ends in a stop has a verb.
    const isWhole =
      forms[heads.length - 1] === "." && hangsOn(heads, verb - 1, root, 6) && !forms.includes("by") && pennTag(root) === "NNP";
    if ((!hasObject && !isWhole) || hasOwn) continue;
    hang(verb, -1, "root");
    hang(root, verb, "nsubj");
    for (let child = verb + 1; child < heads.length; child += 1) if (heads[child] === root || heads[child] === head) heads[child] = verb;
    return;
  }
}

const strayVerbs = new Set(["acl", "acl:relcl", "flat", "compound", "dep", "appos", "parataxis"]);

/** "when Ann Lee [compound of talks] held talks": a word cannot hang on the object across the verb; it is the subject. In place. */
export function mendCrossings(tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [object, mark, compound] = ["obj", "case", "compound"].map((name) => relationNames.indexOf(name));
  const hang = hanger(tree);
  for (let token = 0; token < heads.length; token += 1) {
    const noun = heads[token] ?? -1;
    const verb = noun > token ? (heads[noun] ?? -1) : -1;
    if (verb <= token || verb >= noun || relations[noun] !== object) continue;
    // A common noun right before the verb is the subject too: "the police chief met leaders".
    const isName =
      pennTag(token).startsWith("NNP") || (token === verb - 1 && /^NNS?$/u.test(pennTag(token)) && /^VB[DPZ]$/u.test(pennTag(verb)));
    if (relations[token] === compound && isName) hang(token, verb, "nsubj");
    else if (relations[token] === mark) hang(token, verb, "mark");
  }
}

/**
 * "A and B renewed [amod] talks", "A are mediating [amod] talks": a noun with a subject but no copula, and between them a past form, or a
 * participle behind an auxiliary, that can be its verb; the subject may hang on it already. In place.
 */
export function mendVerbless(tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [subject, copula, modifier, auxiliary] = ["nsubj", "cop", "amod", "aux"].map((name) => relationNames.indexOf(name));
  const hang = hanger(tree);
  for (let verb = 1; verb < heads.length; verb += 1) {
    const noun = heads[verb] ?? -1;
    if (relations[verb] !== modifier || noun < verb || !/^VB[DNG]$/u.test(pennTag(verb))) continue;
    const relation = relationNames[relations[noun] ?? 0] ?? "root";
    let who = -1;
    let hasCopula = false;
    let hasAuxiliary = false;
    for (let child = Math.max(0, noun - farthest); child < noun; child += 1) {
      const isOwn = heads[child] === verb;
      if (isOwn && relations[child] === subject && !relation.startsWith("nsubj")) who = child;
      if ((isOwn || heads[child] === noun) && relations[child] === auxiliary) hasAuxiliary = true;
      if (heads[child] !== noun) continue;
      if (relations[child] === copula) hasCopula = true;
      if (relations[child] === subject && child < verb) who = child;
    }
    if (pennTag(verb) === "VBG" && !hasAuxiliary) continue;
    if (who < 0 || hasCopula || !/^(?:NN|PRP$|WP$)/u.test(pennTag(who))) continue;
    hang(verb, heads[noun] ?? -1, relation);
    hang(noun, verb, "obj");
    for (let child = Math.max(0, noun - farthest); child < verb; child += 1) if (heads[child] === noun) heads[child] = verb;
  }
}

const managed = /^(?:directors?|editors?|partners?)$/u;

const takingPeople =
  /^(?:met|told|tells?|ask(?:s|ed)?|urge[sd]?|hosts?|hosted|receive[sd]?|welcome[sd]?|assure[sd]?|reassured|thank(?:s|ed)?|greet(?:s|ed)?|brief(?:s|ed)?|inform(?:s|ed)?|warn(?:s|ed)?|sees?|saw|joined|joins)$/u;

/** How a guest hangs, by how the clause hung that "visiting" was taken for. */
const ofGuest: ReadonlyMap<string, string> = new Map([
  ["xcomp", "obj"],
  ["ccomp", "obj"],
  ["acl", "nmod"],
  ["advcl", "obl"],
]);

/** "met Jordan's visiting king", "the visiting minister": before a noun it tells which one; it takes no object. In place. */
export function mendVisiting(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [object, indirect, joined, flat, open] = ["obj", "iobj", "conj", "flat", "xcomp"].map((name) => relationNames.indexOf(name));
  const hang = hanger(tree);
  for (let verb = 1; verb < heads.length; verb += 1) {
    if (pennTag(verb) !== "VBG" || !beforeGuests.has(forms[verb] ?? "")) continue;
    const before = pennTag(verb - 1);
    // "talks between Ann and visiting King Olav": joined to somebody, not to what somebody does.
    const isJoined =
      before === "CC" &&
      relations[verb] === joined &&
      /^(?:NN|VB[DNZP]$)/u.test(pennTag(heads[verb] ?? -1)) &&
      /^NN/u.test(pennTag(verb - 2)) &&
      /^(?:NN|JJ)/u.test(pennTag(verb + 1));
    // "and managing director Ann Lee": always the office.
    const isOffice = forms[verb] === "managing" && managed.test(forms[verb + 1] ?? "");
    // "told visiting [xcomp] King Olav": verbs that are followed by whom, not by what somebody does.
    const isTold =
      forms[verb] === "visiting" && heads[verb] === verb - 1 && relations[verb] === open && takingPeople.test(forms[verb - 1] ?? "");
    // "met his counterpart, visiting Foreign Minister Ann Lee": says who the counterpart is.
    const isAside = before === "," && forms[verb] === "visiting" && /^(?:counterpart|guest)$/u.test(forms[verb - 2] ?? "");
    if (before !== "POS" && before !== "DT" && before !== "PRP$" && !isJoined && !isOffice && !isTold && !isAside) continue;
    let noun = verb + 1;
    const end = Math.min(heads.length, verb + farthest);
    while (noun < end && !(heads[noun] === verb && (relations[noun] === object || relations[noun] === indirect))) noun += 1;
    if (noun >= end) continue;
    const relation = relationNames[relations[verb] ?? 0] ?? "";
    let above = heads[verb] ?? -1;
    if (isAside) above = verb - 2;
    if (isJoined) for (above = verb - 2; relations[above] === flat && (heads[above] ?? -1) >= 0; ) above = heads[above] ?? -1;
    hang(noun, above, isAside ? "appos" : (ofGuest.get(relation) ?? relation));
    for (let child = Math.max(0, verb - farthest); child < end; child += 1) {
      if (heads[child] !== verb || child === noun) continue;
      // "told visiting envoys on Monday that …": what stands behind the guest belongs to the telling.
      heads[child] = isTold && child > noun ? above : noun;
      const name = relationNames[relations[child] ?? 0];
      if (child < verb && name === "mark") hang(child, noun, "case");
      if (child < verb && name === "nsubj") hang(child, noun, "nmod:poss");
    }
    hang(verb, noun, "amod");
  }
}

/** "Speaking in Lima, visiting [advcl of Speaking] Minister Ann Lee [nsubj of said] said": without an object it tells which minister. In place. */
export function mendVisitingSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let verb = 0; verb + 2 < heads.length; verb += 1) {
    if (!/^[Vv]isiting$/u.test(forms[verb] ?? "") || !/^(?:advcl|acl|xcomp|ccomp|parataxis)$/u.test(relationOf(verb))) continue;
    let guest = verb + 1;
    while (guest < verb + 10 && !/^nsubj/u.test(relationOf(guest)) && (heads[guest] ?? -1) > guest) guest = heads[guest] ?? -1;
    if (!/^nsubj/u.test(relationOf(guest)) || !pennTag(guest).startsWith("NNP") || (heads[guest] ?? -1) < guest) continue;
    // What the guest does may hang on the word itself.
    if (hangsOn(heads, guest, verb, farthest)) continue;
    const isWhole = heads.subarray(verb + 1, guest).every((_, word) => hangsOn(heads, verb + 1 + word, guest, 6));
    if (isWhole && guest > verb + 1 && childOf(verb, verb + 1, verb + 10, /^(?:obj|obl)$/u) < 0) hang(verb, guest, "amod");
  }
}

/**
 * "President Ann Lee [root] and Premier Bob Day held [conj] talks", "… were due [conj] to talk": nothing joins the predicate to the names,
 * so they are its subject. In place.
 */
export function mendJoinedRoots(tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [joined, joiner, copula, subject] = ["conj", "cc", "cop", "nsubj"].map((name) => relationNames.indexOf(name));
  const hang = hanger(tree);
  for (let verb = 1; verb < heads.length; verb += 1) {
    const name = heads[verb] ?? -1;
    if (relations[verb] !== joined || name < 0 || name > verb || (heads[name] ?? -1) >= 0 || verb - name > farthest) continue;
    if (!/^NN/u.test(pennTag(name))) continue;
    let isPredicate = /^VB[DZP]$/u.test(pennTag(verb));
    let isSentence = true;
    for (let child = name; child < Math.min(heads.length, verb + farthest); child += 1) {
      const joins = heads[child] === verb && relations[child] === joiner;
      if (joins || (heads[child] === name && relations[child] === copula)) isSentence = false;
      if (heads[child] === verb && child < verb && relations[child] === copula && /^VB[DZP]$/u.test(pennTag(child))) isPredicate = true;
    }
    if (!isSentence || !isPredicate) continue;
    heads[verb] = -1;
    relations[verb] = relations[name] ?? 0;
    hang(name, verb, "nsubj");
    // "… and the minister [nsubj of talk] were due to talk": who stands before the predicate belongs to its subject.
    for (let last = name + 1; last < verb; last += 1)
      if ((heads[last] ?? -1) > verb && relations[last] === subject) hang(last, name, "conj");
    for (let child = verb + 1; child < Math.min(heads.length, verb + farthest); child += 1) if (heads[child] === name) heads[child] = verb;
  }
}

/** "Saturday, a senior official, Ann Lee, met": what the parser set beside the day is the subject of a verb that has none. In place. */
export function mendSubjectsBesideDays(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [beside, subject, passive] = ["appos", "nsubj", "nsubj:pass"].map((name) => relationNames.indexOf(name));
  const hang = hanger(tree);
  for (let noun = 1; noun < heads.length; noun += 1) {
    const day = heads[noun] ?? -1;
    const verb = day < 0 || relations[noun] !== beside || day > noun ? -1 : (heads[day] ?? -1);
    if (verb < noun || verb - day > farthest || !/^VB[DZP]$/u.test(pennTag(verb)) || !daysInFront.has(forms[day] ?? "")) continue;
    let hasSubject = false;
    for (let child = Math.max(0, verb - farthest); child < verb; child += 1)
      if (heads[child] === verb && (relations[child] === subject || relations[child] === passive)) hasSubject = true;
    if (!hasSubject) hang(noun, verb, "nsubj");
  }
}

/**
 * "visit Kenya as well as [Congo and Chad:obl]", "envoys [obj of met] from Kenya plus Chad [nsubj of met] met": what "as well as" or "plus" joins is
 * joined to the nearest phrase before it; what "plus" adds, to the number that it makes larger. In place.
 */
export function mendAsWellAs(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf, join } = handsOn(tree);
  const isNominal = (word: number): boolean => /^NN|^PRP/u.test(pennTag(word));
  for (let joiner = 1; joiner + 1 < heads.length; joiner += 1) {
    const isPlus = forms[joiner] === "plus";
    const isAsWellAs = forms[joiner] === "as" && forms[joiner + 1] === "well" && forms[joiner + 2] === "as";
    let phrase = heads[joiner] ?? -1;
    // "The king as well as [advmod of met] the queen met", but not "Ann sings as well as Bob".
    const isJoiner = relationOf(joiner) === "cc" || (relationOf(joiner) === "advmod" && phrase > joiner + 2);
    if ((!isPlus && !isAsWellAs) || !isJoiner) continue;
    if (phrase > joiner && pennTag(phrase).startsWith("VB") && phrase - joiner < farthest / 4)
      phrase = childOf(phrase, joiner + 1, phrase, /^(?:nsubj|nsubj:pass|obl)$/u);
    if (phrase < joiner || !isNominal(phrase) || childOf(phrase, joiner + 1, phrase, /^case$/u) >= 0) continue;
    if (relationOf(phrase) === "conj") {
      const counted = isPlus ? countedAbove(tree, heads[phrase] ?? -1) : -1;
      if (counted >= 0) hang(phrase, counted, "conj");
      continue;
    }
    // The widest phrase that ends before the joiner, below the verb that the joined phrase was hung on.
    let before = forms[joiner - 1] === "," ? joiner - 2 : joiner - 1;
    const last = before;
    const above = heads[phrase] ?? -1;
    for (let steps = 0; steps < 8 && before >= 0 && heads[before] !== above; steps += 1) before = heads[before] ?? -1;
    if (before < 0 || before >= joiner || heads[before] !== above || !isNominal(before)) continue;
    if (above > phrase && childOf(before, before - farthest / 4, before, /^case$/u) < 0)
      hang(before, above, childOf(above, phrase, above, /^aux:pass$/u) < 0 ? "nsubj" : "nsubj:pass");
    const counted = isPlus ? countedAbove(tree, last) : -1;
    join(counted >= 0 ? counted : before, joiner, phrase);
  }
}

/** "the five members of the council": the nearest noun outwards that has a number; or -1. */
function countedAbove(tree: DraftTree, from: number): number {
  const { relationOf, childOf } = handsOn(tree);
  let noun = from;
  for (let steps = 0; steps < 6 && noun >= 0; steps += 1) {
    if (tree.pennTag(noun).startsWith("NN") && childOf(noun, noun - 6, noun, /^nummod$/u) >= 0) return noun;
    if (!/^(?:nmod|flat|compound|appos)$/u.test(relationOf(noun))) return -1;
    noun = tree.heads[noun] ?? -1;
  }
  return -1;
}

const givers =
  /^(?:g[ai]v|grant|award|offer|s[eo]nt|send|t[eo]ll?|told|show|teach|taught|ow[ei]|pa[iy]|promis|hand|lend|lent|bring|brought|den[iy]|wish|cost|sell|sold|buy|bought|w[io]n|earn|ask|ca[ul]|nam|elect|appoint|charg|f(?:ine|ed)|serv|pass|throw|thr[eo]w|writ|wrote|allow|assur|guarantee|leave|left|mak|made|bet|spare|deal|loan|find|found|get|got|sav|do|dub|crown|declar|deem|consider)/u;

/** "met Acme [iobj] director Ann Lee [obj]": who is met, but not given anything, is one, and the body belongs to the title. In place. */
export function mendIndirectObjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, relations, relationNames, pennTag } = tree;
  const [indirect, object, title] = ["iobj", "obj", "nmod:desc"].map((name) => relationNames.indexOf(name));
  if (indirect === undefined || indirect < 0) return;
  const hang = hanger(tree);
  for (let body = 1; body + 1 < heads.length; body += 1) {
    const verb = heads[body] ?? -1;
    if (relations[body] !== indirect || verb < 0 || verb > body || !pennTag(body).startsWith("NNP")) continue;
    if (givers.test(forms[verb]?.toLowerCase() ?? "")) continue;
    let name = body + 1;
    const end = Math.min(heads.length, body + 8);
    while (name < end && !(heads[name] === verb && relations[name] === object)) name += 1;
    // "met EU [iobj] trade chief [obj] Ann [appos of chief]": the body belongs to the title all the same.
    const isTitle = name < end && callings.has(forms[name] ?? "") && heads[name + 1] === name && pennTag(name + 1).startsWith("NNP");
    if (isTitle && relationNames[relations[name + 1] ?? 0] === "appos" && heads.subarray(body + 1, name).every((head) => head > body)) {
      hang(body, name, "compound");
      continue;
    }
    if (name >= end || !pennTag(name).startsWith("NNP")) continue;
    let role = body + 1;
    while (role < name && !(heads[role] === name && relations[role] === title)) role += 1;
    if (role < name && allHangOn(heads, { from: body + 1, to: name, head: name, steps: 6 })) hang(body, role, "compound");
  }
}
