/** What only looks like a meeting of those it names: a match between sides that play, a scene of a film or a novel, an outing. */
import type { Token } from "../../domain/document.ts";
import { foldCase } from "../../text/fold-case.ts";
import { baseRelation, childBy, childrenBy, headOf, lowerOf, pennTagOf, relationOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { isClientele, isCompromise, isManyTimes } from "./listeners.ts";
import { nounCues } from "./meeting-cues.ts";
import type { Party, PartyContext } from "./party-context.ts";
import { isCrowd } from "./party-phrases.ts";

/** Why the word at `cue` tells of no meeting, or null. */
export function looksLikeMeeting({ tree, isSport }: PartyContext, cue: number): string | null {
  if (isMatch(tree, cue) || (isSport && isRoundAhead(tree, cue))) return "a match, as the words around it say";
  if (isRecall(tree, cue)) return "an envoy called home, with no other side";
  if (
    /^(?:trip|visit)s?$/u.test(lowerOf(tree, cue)) &&
    childrenBy(tree, cue, "compound", "amod").some((child) => outings.test(lowerOf(tree, child)))
  )
    return "an outing, with nobody as its host";
  if (isWithoutMeeting(tree, cue)) return "a journey on which nobody was met";
  if (isBattle(tree, cue)) return "a battle";
  // "a visiting professor at Ghent": what somebody is.
  if (lowerOf(tree, cue) === "visiting" && teachers.test(lowerOf(tree, cue + 1))) return "a post at a school";
  if (isAboutJob(tree, cue)) return "what somebody may be hired for, with no other side";
  if (isWhereMet(tree, cue)) return "a journey on which somebody else was met";
  if (isHoliday(tree, cue)) return "travellers by the thousand, with nobody as their host";
  if (isRule(tree, cue)) return "a rule for whoever it may be";
  if (isCompromise(tree, cue)) return "a compromise";
  if (isAnybodys(tree, cue) || isManyTimes(tree, cue) || isClientele(tree, cue)) return "what people do, whoever they are";
  return isFiction(tree, cue) ? "a scene of a story, not an event" : null;
}

/** "people who meet her like her", "tourists visit Oslo": in general, in the present. */
function isAnybodys(tree: SyntaxTree, verb: number): boolean {
  if (!/^VB[ZP]$/u.test(pennTagOf(tree, verb)) || childBy(tree, verb, "aux") >= 0) return false;
  const who = relationOf(tree, verb) === "acl:relcl" ? headOf(tree, verb) : childBy(tree, verb, "nsubj");
  if (childBy(tree, who, "det", "nummod", "nmod:poss") >= 0) return false;
  const general = relationOf(tree, verb) === "acl:relcl" ? /^(?:people|those|anyone|anybody|everyone|everybody|whoever)$/u : visitorsAll;
  return general.test(lowerOf(tree, who));
}

/** "Two million people visited Oslo", "thousands of pilgrims visited the country". */
function isHoliday(tree: SyntaxTree, verb: number): boolean {
  if (!/^visit(?:s|ed|ing)?$/u.test(lowerOf(tree, verb))) return false;
  const who = childBy(tree, verb, "nsubj");
  return who >= 0 && (isCrowd(tree, who) || /^(?:thousands|millions|hundreds|tens|dozens|crowds)$/u.test(lowerOf(tree, who)));
}

/** "No member may meet an applicant": what nobody is allowed to do. */
function isRule(tree: SyntaxTree, verb: number): boolean {
  if (lowerOf(tree, childBy(tree, childBy(tree, verb, "nsubj"), "det")) !== "no") return false;
  return childrenBy(tree, verb, "aux").some((child) => /^(?:may|must|can|should|shall)$/u.test(lowerOf(tree, child)));
}

const visitorsAll = /^(?:people|tourists|visitors|holidaymakers|customers|pilgrims|travell?ers|anyone|everyone)$/u;

/** "recalled its ambassador for consultations". */
function isRecall(tree: SyntaxTree, noun: number): boolean {
  if (lowerOf(tree, noun) !== "consultations" || lowerOf(tree, childBy(tree, noun, "case")) !== "for") return false;
  const verb = headOf(tree, noun);
  // "brought home its ambassador for consultations".
  const isHome = childrenBy(tree, verb, "advmod", "compound:prt", "obj").some((child) => /^(?:home|back)$/u.test(lowerOf(tree, child)));
  const isSent = childrenBy(tree, verb, "obj").some((object) => envoys.test(lowerOf(tree, object)));
  return /^(?:recall|summon|withdr|call)/u.test(lowerOf(tree, verb)) || envoys.test(lowerOf(tree, verb)) || (isHome && isSent);
}

/** "a trip to London, which did not include a meeting with B". */
function isWithoutMeeting(tree: SyntaxTree, noun: number): boolean {
  if (!/^(?:trip|visit|tour)s?$/u.test(lowerOf(tree, noun))) return false;
  return childrenBy(tree, noun, "acl:relcl").some(
    (clause) =>
      /^(?:includ|involv|featur)/u.test(lowerOf(tree, clause)) &&
      childrenBy(tree, clause, "advmod").some((child) => /^(?:not|n't|n’t)$/u.test(lowerOf(tree, child))) &&
      childrenBy(tree, clause, "obj").some((object) => nounCues.has(lowerOf(tree, object))),
  );
}

const teachers =
  /^(?:(?:assistant|associate|research)?(?:professor|scholar|fellow|lecturer|researcher|student|teacher|artist)s?|professorship|assistant|associate)$/u;

/** "met them in battle". */
function isBattle(tree: SyntaxTree, verb: number): boolean {
  if (!/^(?:meet|met|meets|meeting)$/u.test(lowerOf(tree, verb))) return false;
  return childrenBy(tree, verb, "obl").some(
    (place) => /^(?:battle|combat|duel)$/u.test(lowerOf(tree, place)) && lowerOf(tree, childBy(tree, place, "case")) === "in",
  );
}

/** "Ann Lee and Tom Ray are in talks to star in the film": each with those who hire, not with one another. */
function isAboutJob(tree: SyntaxTree, noun: number): boolean {
  if (lowerOf(tree, noun) !== "talks" || lowerOf(tree, noun - 1) !== "in" || lowerOf(tree, noun + 1) !== "to") return false;
  return /^(?:join|star|play|appear|direct|write|produce|host|perform|headline|become|move)$/u.test(lowerOf(tree, noun + 2));
}

/** "the man she met on a trip to Chad": whom she met is the one she is with, not Chad. */
function isWhereMet(tree: SyntaxTree, noun: number): boolean {
  const verb = headOf(tree, noun);
  if (!/^(?:trip|visit)s?$/u.test(lowerOf(tree, noun)) || lowerOf(tree, childBy(tree, noun, "case")) !== "on") return false;
  return /^(?:met|meet|meets)$/u.test(lowerOf(tree, verb)) && relationOf(tree, verb) === "acl:relcl";
}

const envoys = /^(?:ambassador|envoy|diplomat|consul|chargé)s?$/u;

const outings =
  /^(?:campaign|shopping|fishing|hunting|camping|field|school|business|road|bus|boat|holiday|vacation|ski|skiing|honeymoon|scouting|sightseeing)$/u;

const matches =
  /^(?:finals?|semi-?finals?|quarter-?finals?|play-?offs?|round|matche?s?|games?|opener|friendly|qualifiers?|championships?|tournament|cup|league|derby|leg|play)$/u;
const playing = /^(?:beat|beats|beaten|defeat(?:s|ed)?|thrash(?:es|ed)?|edged|drew|won|lost|qualified|advanced|overcame)$/u;
const score = /^\d{1,2}[-–]\d{1,2}$/u;

/** "will meet Spain in the final", "beat Spain and will meet Chile", "have met nine times, with Spain leading 5-4": sides that play. */
function isMatch(tree: SyntaxTree, verb: number): boolean {
  if (!/^(?:meet|met|host|face)/u.test(lowerOf(tree, verb)) || childrenBy(tree, verb, "compound:prt").length > 0) return false;
  const isPlayed = (child: number): boolean =>
    child > verb && matches.test(lowerOf(tree, child)) && ["in", "at", "for"].includes(lowerOf(tree, caseOfRound(tree, child)));
  const phrases = childrenBy(tree, verb, "obl", "obj").flatMap((child) => [child, ...childrenBy(tree, child, "nmod")]);
  // "the latest round of talks" is none.
  const isTalk = (child: number): boolean => lowerOf(tree, child) === "round" && childrenBy(tree, child, "nmod").length > 0;
  if (phrases.some((child) => isPlayed(child) && !isTalk(child))) return true;
  if (countsVictories(tree, verb)) return true;
  const joined = [headOf(tree, verb), ...childrenBy(tree, verb, "conj", "advcl")];
  const isJoined = baseRelation(tree, verb) === "conj" || baseRelation(tree, verb) === "advcl" || joined.length > 1;
  return isJoined && joined.some((other) => playing.test(lowerOf(tree, other)));
}

/** The "in" of "in the quarter-final", which may hang on the "quarter"; else -1. */
function caseOfRound(tree: SyntaxTree, noun: number): number {
  const part = childrenBy(tree, noun, "obl", "compound", "nmod").find(
    (child) => child < noun && /^(?:quarter|semi)$/u.test(lowerOf(tree, child)),
  );
  return childBy(tree, noun, "case") >= 0 || part === undefined ? childBy(tree, noun, "case") : childBy(tree, part, "case");
}

/** How far behind its verb the round stands that a match belongs to. */
const roundReach = 18;

/** "could meet his old team-mates at the earliest in the knockout round": in a story of sport, whatever the round hangs on. */
function isRoundAhead(tree: SyntaxTree, verb: number): boolean {
  if (!/^(?:meet|met|face)/u.test(lowerOf(tree, verb))) return false;
  for (let at = verb + 1; at < verb + roundReach; at += 1) {
    const word = lowerOf(tree, at);
    if (word === "" || word === "." || word === ";") return false;
    const isPlayed = matches.test(word) && word !== "play" && baseRelation(tree, at) !== "obj" && lowerOf(tree, at + 1) !== "of";
    if (isPlayed && /^(?:in|at)$/u.test(lowerOf(tree, childBy(tree, at, "case")))) return true;
  }
  return false;
}

/** "met nine times, with Spain leading 5-4": a count, and a score behind it. */
function countsVictories(tree: SyntaxTree, verb: number): boolean {
  let counts = false;
  for (let at = verb + 1; at < verb + 16; at += 1) {
    const word = lowerOf(tree, at);
    if (word === "." || word === "") return false;
    if (word === "times" || word === "head-to-head") counts = true;
    const isScore =
      score.test(word) || (/^[-–]$/u.test(word) && /^\d{1,2}$/u.test(lowerOf(tree, at - 1)) && /^\d{1,2}$/u.test(lowerOf(tree, at + 1)));
    if (counts && isScore) return true;
  }
  return false;
}

const sportWords = new Set(
  (
    "striker strikers midfielder midfielders goalkeeper goalkeepers defender defenders winger kick-off semi-final semi-finals quarter-final " +
    "quarter-finals final finals fixture fixtures penalty goal goals league squad squads batsman bowler wicket innings quarterback touchdown " +
    "playoffs rebounds seed unseeded qualifier qualifiers friendly season coach unbeaten relegation scored match matches"
  ).split(" "),
);
/** As many different words of sport make an article about it. */
const sportMinimum = 4;

/** True when the article is about sport, by how many words of it it has. */
export function isAboutSport(tokens: readonly Token[]): boolean {
  const found = new Set<string>();
  for (const { lower } of tokens) if (sportWords.has(lower) && found.add(lower).size >= sportMinimum) return true;
  return false;
}

const stories =
  /^(?:films?|movies?|novels?|plays?|dramas?|comed(?:y|ies)|thrillers?|sitcoms?|operas?|musicals?|sequels?|episodes?|remake|biopic|exhibitions?|paintings?|murals?|tapestr(?:y|ies)|cartoons?)$/u;

function isScene(tree: SyntaxTree, noun: number): boolean {
  const word = lowerOf(tree, noun);
  return lowerOf(tree, childBy(tree, noun, "case")) === "in" && (stories.test(word) || /^(?:chapter|scene|tale|fable|ballet)$/u.test(word));
}

/** "a novel in which a spy meets a general", "plays a spy who meets a general": what a story tells. */
function isFiction(tree: SyntaxTree, cue: number): boolean {
  // "In the film a clerk meets Napoleon": stories are told in the present tense.
  if (/^VB[ZP]$/u.test(pennTagOf(tree, cue)) && childrenBy(tree, cue, "obl").some((child) => child < cue && isScene(tree, child)))
    return true;
  for (let at = cue, steps = 0; at >= 0 && steps < 8; steps += 1) {
    const head = headOf(tree, at);
    if (head < 0) return false;
    // "The film sees a clerk meet Napoleon", "the novel tells how they met".
    const isTold = /^(?:ccomp|xcomp|obj)$/u.test(baseRelation(tree, at)) && pennTagOf(tree, head) === "VBZ";
    if (isTold && stories.test(lowerOf(tree, childBy(tree, head, "nsubj")))) return true;
    // "Think “Pike Street” meets “The Long Tide”": what something is like.
    if (lowerOf(tree, head) === "think" && headOf(tree, head) < 0 && childBy(tree, head, "nsubj") < 0 && pennTagOf(tree, head) === "VB")
      return /^VB[ZP]$/u.test(pennTagOf(tree, cue));
    if (relationOf(tree, at) === "acl:relcl") {
      if (stories.test(lowerOf(tree, head))) return true;
      const verb = headOf(tree, head);
      if (/^(?:play(?:s|ed|ing)?|portray(?:s|ed|ing)?)$/u.test(lowerOf(tree, verb)) && baseRelation(tree, head) === "obj") return true;
    }
    if (baseRelation(tree, at) === "nmod" && stories.test(lowerOf(tree, head)) && lowerOf(tree, childBy(tree, at, "case")) === "about")
      return true;
    at = head;
  }
  return false;
}

/**
 * "Arsenal meet Chelsea on Sunday": a club is many when it plays, and it plays whom it meets without "with". So are governments and parties
 * in British headlines ("UN meet Taliban in Doha"): known bodies, acronyms and countries play only where the article is about sport.
 */
export function isFixture(context: PartyContext, verb: number, subjects: readonly Party[], counterparts: readonly Party[]): boolean {
  const { tree } = context;
  const [one, other] = [subjects[0], counterparts[0]];
  if (pennTagOf(tree, verb) !== "VBP" || lowerOf(tree, verb) !== "meet" || subjects.length !== 1 || counterparts.length !== 1) return false;
  if (!isClub(context, one) || !isClub(context, other) || one?.plural || childBy(tree, verb, "advcl", "xcomp") >= 0) return false;
  if (childrenBy(tree, verb, "obl").some((place) => lowerOf(tree, childBy(tree, place, "case")) === "in")) return false;
  return baseRelation(tree, other?.head ?? -1) === "obj" && !/s$/u.test(lowerOf(tree, one?.head ?? -1));
}

function isClub({ tree, entities, lexicon }: PartyContext, party: Party | undefined): boolean {
  if (party?.named !== true || party.kind !== "group" || /^\p{Lu}{2,}$/u.test(tree.tokens[party.head]?.text ?? "")) return false;
  const name = entities[party.entityIndex ?? -1]?.name ?? "";
  return !lexicon.organizations.has(foldCase(name)) && !lexicon.organizations.has(lowerOf(tree, party.head));
}
