/** Words around talks that the parser hangs wrongly: "face to face talks", "a round of coalition talks between A and B", "with her counterparts". */
import { type DraftTree, farthest, handsOn, withinPhrase } from "./draft-tree.ts";

/** "Face [subject] to face [clause of Face] talks [object] broke down": before a noun the three words say what kind it is. */
export function mendFaceToFace(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let face = 0; face + 3 < heads.length; face += 1) {
    if (!/^[Ff]ace$/u.test(forms[face] ?? "") || forms[face + 1] !== "to" || forms[face + 2] !== "face") continue;
    const noun = face + 3;
    // "began face [object] to face [clause of began] talks [object of face]".
    const isOwn = heads[face + 2] === face || heads[face + 2] === heads[face];
    if (!/^NNS?$/u.test(pennTag(noun)) || !isOwn || heads[noun] !== face + 2) continue;
    hang(noun, heads[face] ?? -1, relationOf(face));
    hang(face, noun, "compound");
    hang(face + 2, face, "nmod");
    hang(face + 1, face + 2, "case");
    retag(face + 2, "NOUN NN");
    retag(face + 1, "ADP IN");
    for (let word = Math.max(0, face - farthest); word < Math.min(heads.length, noun + farthest); word += 1)
      if (heads[word] === face && word !== face + 2) heads[word] = noun;
      else if (heads[word] === face + 2 && word > noun) heads[word] = heads[noun] ?? -1;
  }
}

/** "a round of coalition [nmod] talks [xcomp] between A and B": a noun behind the noun that "of" opens, as no verb can stand there. */
export function mendTalksBehindNouns(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let talks = 2; talks + 1 < heads.length; talks += 1) {
    if (forms[talks] !== "talks" || !/^(?:between|with)$/u.test(forms[talks + 1] ?? "")) continue;
    const kind = talks - 1;
    if (!/^(?:xcomp|ccomp|conj|advcl|parataxis|obl|root)$/u.test(relationOf(talks)) || !/^(?:NN|JJ)$/u.test(pennTag(kind))) continue;
    const mark = childOf(kind, kind - 3, kind, /^case$/u);
    const above = heads[kind] ?? -1;
    if (mark < 0 || forms[mark] !== "of" || above < 0 || above > mark) continue;
    hang(talks, above, "nmod");
    retag(talks, "NOUN NNS");
    hang(kind, talks, "compound");
    for (let word = mark; word < kind; word += 1) if (heads[word] === kind) heads[word] = talks;
    const side = heads[talks + 1] ?? -1;
    if (side > talks && heads[side] === talks) hang(side, talks, "nmod");
  }
}

const owning =
  /^(?:den(?:y|ies|ied|ying)|admit(?:s|ted|ting)?|recall(?:s|ed|ing)?|remember(?:s|ed)?|describ(?:e|es|ed|ing)|regret(?:s|ted)?|avoid(?:s|ed|ing)?|report(?:s|ed)|risk(?:s|ed))$/u;

/** "Ann Lee denied [flat of Ann] having met Bob": between a name and "having" it is the verb of the sentence. */
export function mendDeniedHaving(forms: readonly string[], tree: DraftTree): void {
  const { heads, retag } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let having = 2; having + 1 < heads.length; having += 1) {
    const verb = having - 1;
    const name = heads[verb] ?? -1;
    if (forms[having] !== "having" || !owning.test(forms[verb] ?? "") || relationOf(verb) !== "flat" || name < 0) continue;
    const done = heads[having] ?? -1;
    if (done < having || heads[name] !== done || !/^nsubj/u.test(relationOf(name))) continue;
    hang(verb, heads[done] ?? -1, relationOf(done));
    hang(name, verb, "nsubj");
    hang(done, verb, "xcomp");
    retag(verb, "VERB VBD");
  }
}

/** "denied meeting [object] Bob [appos of meeting]", "show Ann meeting Bob": a name right behind it is whom somebody met. */
export function mendOwnedGerunds(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let gerund = 1; gerund + 1 < heads.length; gerund += 1) {
    if (!/^(?:meeting|visiting|phoning|calling|hosting|receiving)$/u.test(forms[gerund] ?? "")) continue;
    const isOwned =
      heads[gerund] === gerund - 1 && owning.test(forms[gerund - 1] ?? "") && /^(?:obj|list|xcomp|advcl)$/u.test(relationOf(gerund));
    // "show Ann Lee meeting [xcomp] Bob", "shows Ann Lee [iobj] meeting [obj] Bob".
    const showing = heads[gerund] ?? -1;
    const isOfShow = relationOf(gerund) === "obj" && /^show/u.test(forms[showing] ?? "");
    const isShown = (relationOf(gerund) === "xcomp" || isOfShow) && pennTag(gerund - 1).startsWith("NNP");
    if (!isOwned && !isShown) continue;
    const name = gerund + 1;
    if (heads[name] !== gerund || !/^(?:appos|obj|flat)$/u.test(relationOf(name)) || !pennTag(name).startsWith("NNP")) continue;
    if (isOwned || isOfShow) hang(gerund, showing, "xcomp");
    const shown = isOfShow ? childOf(showing, showing, gerund, /^iobj$/u) : -1;
    if (shown >= 0) hang(shown, showing, "obj");
    hang(name, gerund, "obj");
    retag(gerund, "VERB VBG");
  }
}

const together = /^(?:discuss|talk|me|sp|confer|consult|negotiat|deba|review)/u;
const counterparts = /^counterparts?$/u;

/** "discuss ways to improve security with her counterparts [nmod of security]": it is discussed with them, not had or improved. */
export function mendCounterparts(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let noun = 2; noun < heads.length; noun += 1) {
    if (!counterparts.test(forms[noun] ?? "") || !/^(?:nmod|obl)$/u.test(relationOf(noun))) continue;
    const mark = childOf(noun, noun - 6, noun, /^case$/u);
    if (mark < 0 || forms[mark] !== "with" || childOf(noun, mark, noun, /^nmod:poss$/u) < 0) continue;
    let verb = heads[noun] ?? -1;
    for (let steps = 0; steps < 6 && verb >= 0 && !(pennTag(verb).startsWith("VB") && together.test(forms[verb] ?? "")); steps += 1)
      verb = heads[verb] ?? -1;
    // Another meeting in between ("discuss talks with her counterparts") keeps them.
    if (verb < 0 || verb > mark || /^(?:talks|meetings?|calls?|summits?)$/u.test(forms[heads[noun] ?? -1] ?? "")) continue;
    hang(noun, verb, "obl");
  }
}

/** "said talks [object of said] with Iran [subject of resume] would resume": what "with" opens is no subject; the talks are. */
export function mendTalksWith(forms: readonly string[], tree: DraftTree): void {
  const { heads, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let mark = 1; mark < heads.length; mark += 1) {
    if (!/^(?:with|between)$/u.test(forms[mark] ?? "") || relationOf(mark) !== "case") continue;
    const [talks, side] = [mark - 1, heads[mark] ?? -1];
    if (side < mark || !meetings.test(forms[talks] ?? "")) continue;
    const isSubject = /^nsubj/u.test(relationOf(side));
    if (isSubject && relationOf(talks) === "obj") {
      const verb = heads[side] ?? -1;
      if (verb < side || heads[verb] !== heads[talks] || relationOf(verb) !== "ccomp") continue;
      hang(talks, verb, relationOf(side));
      hang(side, talks, "nmod");
      continue;
    }
    // "said Friday [subject] that [subject of talks] talks [clause] with Iran will begin".
    const that = talks - 1;
    if (forms[that] !== "that" || heads[that] !== talks || heads[side] !== talks || relationOf(talks) !== "ccomp") continue;
    const saying = heads[talks] ?? -1;
    const verb = childOf(saying, side + 1, side + farthest / 2, /^ccomp$/u);
    if (verb < 0 || saying > that || childOf(verb, side, verb, /^(?:aux|nsubj)/u) < 0 || childOf(verb, side, verb, /^nsubj/u) >= 0)
      continue;
    const day = childOf(verb, saying + 1, that, /^nsubj/u);
    if (day >= 0) hang(day, saying, "obl:unmarked");
    retag(talks, "NOUN NNS");
    hang(that, verb, "mark");
    hang(talks, verb, "nsubj");
    hang(side, talks, "nmod");
  }
}

const meetings = /^(?:talks|meetings?|negotiations|discussions|consultations)$/u;

/** How far behind the talks their own verb may stand. */
const reach = 24;

/** "hope that talks [clause of hope] between Ann and Bob can end it": before "between" or "with" the talks are the subject of the verb behind. In place. */
export function mendTalksThat(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let talks = 1; talks + 2 < heads.length; talks += 1) {
    if (forms[talks] !== "talks" || forms[talks - 1] !== "that" || !/^(?:between|with)$/u.test(forms[talks + 1] ?? "")) continue;
    const governor = heads[talks] ?? -1;
    if (pennTag(talks) !== "VBZ" || governor < 0 || governor > talks) continue;
    for (let verb = talks + 3; verb < Math.min(heads.length, talks + reach); verb += 1) {
      const modal = childOf(verb, talks + 2, verb, /^aux$/u);
      if (modal < 0 || pennTag(modal) !== "MD" || childOf(verb, talks, verb, /^nsubj/u) >= 0) continue;
      retag(talks, "NOUN NNS");
      hang(verb, governor, pennTag(governor).startsWith("VB") ? "ccomp" : "acl");
      hang(talks, verb, "nsubj");
      hang(talks - 1, verb, "mark");
      for (let side = talks + 2; side < modal; side += 1)
        if (heads[side] === talks && relationOf(side) === "obl") hang(side, talks, "nmod");
      break;
    }
  }
}

/** "met with us [owner of face] face to face": whom one meets so. In place. */
export function mendWithFaceToFace(forms: readonly string[], tree: DraftTree): void {
  const { heads } = tree;
  const { hang, relationOf } = handsOn(tree);
  for (let face = 2; face + 2 < heads.length; face += 1) {
    if (forms[face] !== "face" || forms[face + 1] !== "to" || forms[face + 2] !== "face" || forms[face - 2] !== "with") continue;
    const whom = face - 1;
    const verb = heads[face] ?? -1;
    if (heads[whom] !== face || relationOf(whom) !== "nmod:poss" || heads[whom - 1] !== face || verb < 0) continue;
    hang(whom, verb, "obl");
    hang(whom - 1, whom, "case");
    hang(face, verb, "advmod");
  }
}

/** "Her New Delhi [subject of talks] talks [subject of are] with Ann are": a name between whose they are and the talks says where. In place. */
export function mendTalksOfPlaces(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let talks = 2; talks < heads.length; talks += 1) {
    if (forms[talks] !== "talks" || !/^nsubj/u.test(relationOf(talks))) continue;
    const place = talks - 1;
    if (heads[place] !== talks || relationOf(place) !== "nsubj" || !pennTag(place).startsWith("NNP")) continue;
    const owner = childOf(place, place - 4, place, /^nmod:poss$/u);
    if (owner < 0) continue;
    hang(owner, talks, "nmod:poss");
    hang(place, talks, "compound");
    for (let side = talks + 1; side < Math.min(heads.length, talks + reach); side += 1)
      if (heads[side] === talks && relationOf(side) === "obl") hang(side, talks, "nmod");
  }
}

/** "Her [poss of Lima] Lima [subject of talks] talks [subject] are to begin": what is a subject itself has none. */
export function mendTalksWithSubjects(forms: readonly string[], tree: DraftTree): void {
  const { heads, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let talks = 1; talks + 1 < heads.length; talks += 1) {
    const place = talks - 1;
    if (forms[talks] !== "talks" || !/^nsubj/u.test(relationOf(talks)) || heads[place] !== talks || relationOf(place) !== "nsubj") continue;
    if (childOf(talks, place, talks + 8, /^(?:aux|aux:pass|cop|obj|ccomp|mark)$/u) >= 0) continue;
    hang(place, talks, "compound");
    retag(talks, "NOUN NNS");
    for (let child = Math.max(0, talks - 8); child < Math.min(heads.length, talks + farthest / 4); child += 1) {
      if (heads[child] === place && /^(?:nmod:poss|det)$/u.test(relationOf(child))) hang(child, talks, relationOf(child));
      if (heads[child] === talks && relationOf(child) === "obl") hang(child, talks, "nmod");
    }
  }
}

/** "confirmed a meeting with envoys held [advcl of confirmed] on Monday": right behind the phrase it tells which meeting. */
export function mendMeetingsHeld(forms: readonly string[], tree: DraftTree): void {
  const { heads, pennTag, retag } = tree;
  const { hang, relationOf, childOf } = handsOn(tree);
  for (let held = 3; held < heads.length; held += 1) {
    if (!/^(?:held|scheduled|planned|arranged)$/u.test(forms[held] ?? "") || !/^(?:advcl|ccomp|conj|xcomp)$/u.test(relationOf(held)))
      continue;
    const verb = heads[held] ?? -1;
    const meeting = verb < 0 || verb > held ? -1 : childOf(verb, verb + 1, held, /^(?:obj|obl)$/u);
    if (meeting < 0 || held - meeting > 16 || !meetings.test(forms[meeting] ?? "") || !/^VB[DN]$/u.test(pennTag(held))) continue;
    if (childOf(held, verb, held + 4, /^(?:aux|nsubj|mark|cc|obj)/u) >= 0 || !withinPhrase(heads, meeting, held)) continue;
    if (/^[,;:]$/u.test(forms[held - 1] ?? "")) continue;
    hang(held, meeting, "acl");
    retag(held, "VERB VBN");
  }
}
