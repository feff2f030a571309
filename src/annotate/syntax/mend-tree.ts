/**
 * What the parser gets wrong in news and grammar decides, mended in this order: names and titles first, then subjects and objects,
 * then clauses. Most sentences have no word or relation that most mends wait for, so these are looked for first.
 */

import { fieldsOfOffice } from "../office-fields.ts";
import { type DraftTree, isTree } from "./draft-tree.ts";
import {
  mendAsWellAs,
  mendCrossings,
  mendForTo,
  mendIndirectObjects,
  mendJoinedRoots,
  mendNominalRoots,
  mendObjects,
  mendPurposes,
  mendSubjectsBesideDays,
  mendTitleMarks,
  mendVerbless,
  mendVisiting,
  mendVisitingSubjects,
  mendVocatives,
} from "./mend-attachments.ts";
import { mendBareSubjects } from "./mend-bare-subjects.ts";
import { mendBetween } from "./mend-between.ts";
import {
  mendBodiesOfCallings,
  mendCallingsBehind,
  mendDeputies,
  mendFieldsOfOffice,
  mendJoinedRoles,
  mendListedCallings,
  mendUnderSecretaries,
} from "./mend-callings.ts";
import {
  mendAsidePassives,
  mendBeforeThat,
  mendBehindAsides,
  mendEvents,
  mendOpenedClauses,
  mendOpenedPredicates,
  mendReducedRelatives,
  mendSubjectsOfObjects,
  mendToldSubjects,
  mendWithGerunds,
  mendWithSubjects,
} from "./mend-clauses.ts";
import {
  mendCallingsBefore,
  mendJoinedClauses,
  mendJoinedToParts,
  mendListedPeople,
  mendModifiedSeconds,
  mendNamedLast,
  mendPhraseBehindPreposition,
  mendSplitTitles,
  mendTwoSubjects,
} from "./mend-conjuncts.ts";
import { mendDaysBeforeNames, mendDaysBehindNouns, mendDaysOfTables } from "./mend-days.ts";
import { mendDueSomewhere, mendDueTo } from "./mend-due-to.ts";
import { mendFrontedSubjects, mendJoinedFirst } from "./mend-fronted-subjects.ts";
import { journeys, mendArticles, mendNeighbours, mendOpeningAdjectives, mendVisitsAsVerbs, neighbours } from "./mend-fronts.ts";
import { mendChiefsOfStaff, mendLateVerbs, mendOwnersJoined, mendPronounsJoined, mendRepeatedWith } from "./mend-joined-sides.ts";
import { mendChiefExecutives, mendKindsOfTalks, mendPayTalks, mendTalksAsVerbs } from "./mend-kinds-of-talks.ts";
import {
  mendAnnouncedNames,
  mendClosedLists,
  mendCountedLists,
  mendJoinedFields,
  mendJoinedPeople,
  mendListedSides,
  mendNamesBeside,
  mendOrigins,
  mendPossessives,
  mendRunOnLists,
} from "./mend-lists.ts";
import { mendMonths } from "./mend-months.ts";
import {
  mendBeforeNames,
  mendBodiesOfPeople,
  mendFarPrepositions,
  mendJoinedBearers,
  mendJoinedCompounds,
  mendJoinedNames,
  mendJoinedObjects,
  mendJoinedTitles,
  mendMeals,
  mendPartsOfNames,
  mendRunOnNames,
  mendSplitConjuncts,
  mendSplitNames,
  mendSubjectsBehind,
  mendTitledAfterPlaces,
} from "./mend-names.ts";
import {
  mendAsideRoots,
  mendAttributedRoots,
  mendGerundObjects,
  mendHeldTalks,
  mendJoinedGerunds,
  mendJoinedSubjects,
  mendMarkedSubjects,
  mendNominalClauses,
  mendOffers,
  mendOpenedSubjects,
  mendReachedSubjects,
  mendRelativeRoots,
  mendReportedClauses,
  mendReportedSubjects,
  mendSaidAfterwards,
  mendSaidBehind,
  mendSaidOn,
  mendSubjectsAcross,
  mendTitles,
} from "./mend-predicates.ts";
import {
  mendActingDays,
  mendBareVerbs,
  mendByMeeting,
  mendDayBehindName,
  mendDayInName,
  mendDayTalks,
  mendHas,
  mendJoinedAdjectives,
  mendJoinedInfinitives,
  mendNameBehindDay,
  mendOff,
  mendPlacesBeforeClauses,
  mendPlans,
  mendRelativeNumbers,
  mendRelativePeople,
  mendRelativeThings,
  mendTimes,
  mendToOpen,
  mendVisits,
} from "./mend-readings.ts";
import { mendWhenClauses, mendWhomClauses } from "./mend-relatives.ts";
import {
  mendGovernedSubjects,
  mendNominalReports,
  mendPassivesSaid,
  mendPolledSubjects,
  mendPrepositionMarks,
  mendReportedObjects,
  mendSpokenOn,
  mendThatClauses,
} from "./mend-reported.ts";
import {
  directions,
  mendGerundPartners,
  mendJointOpened,
  mendListenersBefore,
  mendNamedGerunds,
  mendNamesBehindBodies,
  mendNamesBehindPlurals,
  mendOwnersOfVerbs,
  mendPronounSubjects,
  mendSidesBehindDates,
  mendSubjectsBehindClauses,
  mendSubjectsBehindPlaces,
  mendTwoWordOrigins,
  partners,
} from "./mend-subjects.ts";
import {
  mendCounterparts,
  mendDeniedHaving,
  mendFaceToFace,
  mendMeetingsHeld,
  mendOwnedGerunds,
  mendTalksBehindNouns,
  mendTalksOfPlaces,
  mendTalksThat,
  mendTalksWith,
  mendTalksWithSubjects,
  mendWithFaceToFace,
} from "./mend-talks.ts";
import { mendCrossedTellers, mendInvertedAuxiliaries, mendTellersBehind } from "./mend-tellers.ts";
import {
  beforeGuests,
  callings,
  clauseOpeners,
  daysInFront,
  dayTalks,
  deputies,
  eventPrepositions,
  havings,
  inAnyCase,
  mediations,
  offers,
  plans,
  predicateOpeners,
  reporting,
  subjectOpeners,
  weekdays,
} from "./mend-words.ts";

/** Mends the tree of one sentence in place; linear in its length. */
export type MendTree = (forms: readonly string[], draft: DraftTree) => void;

/** A mend, and what a sentence must have for it to find anything to do. */
export interface MendStep {
  readonly mend: MendTree;
  /** Relations that must all occur; where several stand together, one of them. */
  readonly relations?: readonly (string | readonly string[])[];
  /** Words of which one must occur, spelled like this. */
  readonly words?: Iterable<string>;
}

/** A mend that needs no forms. */
function byTree(mend: (draft: DraftTree) => void): MendTree {
  return (_forms, draft) => mend(draft);
}

/** All mends in their order. */
export const mendSteps: readonly MendStep[] = [
  { mend: mendDueTo, relations: ["fixed"] },
  { mend: mendDueSomewhere, words: ["due"] },
  { mend: mendPlans, words: plans },
  { mend: mendVisits, words: ["visits"], relations: ["nsubj", "obj"] },
  { mend: byTree(mendBareVerbs), relations: ["nsubj"] },
  { mend: mendDayTalks, words: dayTalks },
  { mend: mendFaceToFace, words: ["face"], relations: ["mark"] },
  { mend: mendTalksBehindNouns, words: ["talks"], relations: ["case"] },
  { mend: mendKindsOfTalks, words: ["talks"], relations: [["xcomp", "ccomp"]] },
  { mend: mendPayTalks, words: ["Pay"], relations: ["obj"] },
  { mend: mendTalksAsVerbs, words: ["talks"], relations: ["nsubj", ["advcl", "parataxis", "conj", "ccomp"]] },
  { mend: mendChiefExecutives, words: ["executive"] },
  { mend: mendRepeatedWith, words: ["with"], relations: ["conj", "nmod"] },
  {
    mend: mendPronounsJoined,
    words: ["and"],
    relations: [
      ["obl", "obj", "iobj"],
      ["nsubj", "nsubj:pass"],
    ],
  },
  { mend: mendByMeeting, words: ["by"], relations: ["acl", "mark"] },
  { mend: mendToOpen, words: ["open"] },
  { mend: mendOff, words: ["off"] },
  { mend: mendHas, words: havings, relations: ["advcl"] },
  { mend: mendRelativePeople, words: ["who"], relations: ["acl:relcl"] },
  { mend: mendRelativeNumbers, words: ["who"], relations: ["acl:relcl", "nmod"] },
  { mend: mendRelativeThings, words: ["which"], relations: ["acl:relcl", "nmod"] },
  { mend: byTree(mendJoinedAdjectives), relations: ["conj", ["det", "nmod:poss"]] },
  { mend: mendTimes, words: ["times", "occasions"], relations: ["compound", "nummod"] },
  { mend: mendJoinedInfinitives, words: ["to"], relations: ["conj", "mark"] },
  { mend: mendNameBehindDay, words: weekdays, relations: ["flat"] },
  { mend: mendDayBehindName, words: weekdays, relations: [["compound", "flat", "amod", "nmod"]] },
  { mend: mendDayInName, words: weekdays, relations: ["flat"] },
  { mend: mendDaysBehindNouns, words: weekdays, relations: [["case", "det", "nmod:poss"]] },
  { mend: mendDaysOfTables, words: ["table"], relations: ["nmod"] },
  { mend: byTree(mendBeforeNames), relations: ["flat"] },
  { mend: byTree(mendTitleMarks), relations: ["nmod:desc", "case"] },
  { mend: mendBodiesOfPeople, relations: ["flat"] },
  { mend: byTree(mendJoinedTitles), relations: ["conj", "nmod:desc"] },
  { mend: mendDeputies, words: deputies },
  { mend: mendJoinedRoles, words: callings, relations: ["cc"] },
  { mend: mendFieldsOfOffice, words: fieldsOfOffice },
  { mend: mendListedCallings, words: callings, relations: ["conj"] },
  { mend: mendCallingsBehind, words: callings, relations: ["conj", "cc"] },
  { mend: mendBodiesOfCallings, words: callings, relations: ["nmod:desc", ["nmod", "appos", "parataxis"]] },
  { mend: byTree(mendJoinedCompounds), relations: ["conj"] },
  { mend: byTree(mendJoinedObjects), relations: ["conj", "obj"] },
  { mend: mendSplitNames },
  { mend: mendSubjectsBehind, words: [","], relations: ["nsubj", "obj"] },
  { mend: byTree(mendJoinedNames), relations: ["flat"] },
  { mend: byTree(mendPartsOfNames), relations: ["conj", "flat", "cc"] },
  { mend: mendSplitConjuncts, words: ["and"], relations: ["conj", "cc"] },
  { mend: byTree(mendTitledAfterPlaces), relations: ["flat", ["amod", "nmod:desc"]] },
  { mend: mendJoinedBearers, words: ["of"], relations: ["conj", "nmod"] },
  { mend: byTree(mendRunOnNames), relations: ["cc", ["nmod:desc", "flat"]] },
  { mend: byTree(mendNamesBehindPlurals), relations: ["amod", "conj"] },
  { mend: mendNamesBehindBodies, relations: ["nsubj", ["nmod", "conj"]] },
  { mend: byTree(mendOwnersOfVerbs), relations: ["nmod:poss", ["nsubj", "nsubj:pass"]] },
  { mend: mendNamedGerunds, words: partners, relations: ["nmod"] },
  { mend: mendSidesBehindDates, words: ["with"], relations: ["case", "nmod"] },
  { mend: mendRunOnLists, words: [","], relations: ["conj", "cc", "flat", ["compound", "amod", "nmod:desc"]] },
  { mend: mendJoinedPeople, words: ["and"], relations: ["conj", "cc", "nmod"] },
  { mend: mendJoinedFields, words: ["and"], relations: ["conj", "cc"] },
  { mend: mendTwoWordOrigins, words: directions, relations: ["conj", ["amod", "compound"]] },
  { mend: byTree(mendFarPrepositions), relations: ["case"] },
  { mend: mendBetween, words: ["between", "Between"], relations: ["case"] },
  { mend: mendUnderSecretaries, words: ["Under"], relations: ["case"] },
  { mend: mendTalksWith, words: ["with", "between"], relations: ["ccomp"] },
  { mend: mendCounterparts, words: ["counterpart", "counterparts"], relations: [["nmod", "obl"], "nmod:poss"] },
  { mend: mendMeals, words: ["over"], relations: ["nmod"] },
  { mend: mendPossessives, words: ["'s", "’s", "'", "’"], relations: ["case", ["obj", "iobj", "obl", "nmod:poss"]] },
  { mend: mendClosedLists, words: ["the"], relations: ["conj", "cc"] },
  { mend: mendListedSides, words: [","], relations: ["appos", "conj"] },
  { mend: mendVocatives, relations: ["vocative"] },
  { mend: mendObjects, relations: [["obl", "xcomp"]] },
  { mend: mendTitles, relations: ["iobj"] },
  { mend: mendIndirectObjects, relations: ["iobj", "obj"] },
  { mend: mendNominalRoots },
  { mend: byTree(mendCrossings), relations: ["obj"] },
  { mend: byTree(mendJoinedRoots), relations: ["conj"] },
  { mend: mendAsWellAs, words: ["well"], relations: ["cc"] },
  { mend: mendSubjectsBesideDays, words: daysInFront, relations: ["appos"] },
  { mend: byTree(mendVerbless), relations: ["amod", "nsubj"] },
  { mend: mendHeldTalks, relations: ["amod", "conj"] },
  { mend: mendSaidBehind, relations: ["conj", ["nsubj", "nsubj:pass", "nsubj:outer"]] },
  { mend: mendAsidePassives, words: [","], relations: ["obl:agent", "conj"] },
  { mend: mendSaidOn, words: [","], relations: ["conj", "ccomp", "cc"] },
  { mend: mendReachedSubjects, words: ["said", "reported", "confirmed", "added"], relations: [["advcl", "ccomp", "conj", "parataxis"]] },
  { mend: mendSaidAfterwards, relations: ["appos", "nsubj"] },
  { mend: byTree(mendNominalClauses), relations: ["ccomp"] },
  { mend: byTree(mendSubjectsAcross), relations: [["parataxis", "ccomp"]] },
  { mend: mendCrossedTellers, words: [","], relations: ["advcl", ["nsubj", "nsubj:pass"]] },
  { mend: mendTellersBehind, words: ["announced", "confirmed", "said", "reported", "added", "stated", "disclosed"], relations: ["conj"] },
  { mend: mendInvertedAuxiliaries, words: ["did", "had", "has", "have", "does", "do"], relations: [["obj", "iobj"]] },
  { mend: mendToldSubjects, words: [","], relations: ["ccomp", ["aux", "aux:pass", "cop"]] },
  { mend: byTree(mendGerundObjects), relations: ["advcl", "obj"] },
  { mend: byTree(mendJoinedGerunds), relations: ["conj", "obj", "cc"] },
  { mend: byTree(mendReportedClauses), relations: ["nsubj", ["obj", "iobj"]] },
  { mend: mendReportedSubjects, relations: ["ccomp"] },
  { mend: mendMonths, words: ["May"], relations: ["aux"] },
  { mend: mendActingDays, words: weekdays, relations: [["obj", "nsubj"]] },
  { mend: byTree(mendPlacesBeforeClauses), relations: ["obl", "ccomp", "case"] },
  { mend: mendJointOpened, words: ["after", "before", "since", "until", "once"], relations: ["conj", "cc", "case"] },
  { mend: mendListenersBefore, words: ["he", "she", "they", "we", "I"], relations: [["obj", "iobj"], "ccomp", "conj"] },
  { mend: mendPronounSubjects, words: ["he", "she", "they", "we", "I"], relations: [["obj", "iobj"], "ccomp"] },
  { mend: mendSubjectsBehindPlaces, words: [","], relations: ["obl", ["conj", "appos", "nmod"]] },
  { mend: mendSubjectsBehindClauses, words: [","], relations: ["advcl", "obj", ["conj", "appos"]] },
  { mend: mendGerundPartners, words: ["with"], relations: ["advcl", "obl"] },
  { mend: byTree(mendJoinedSubjects), relations: ["conj"] },
  { mend: mendRelativeRoots, words: ["who", "whose"] },
  { mend: mendAsideRoots, relations: [["acl", "parataxis"]] },
  { mend: byTree(mendAttributedRoots), relations: ["amod", "compound"] },
  { mend: mendVisiting, words: beforeGuests },
  { mend: mendVisitingSubjects, words: ["visiting", "Visiting"], relations: [["nsubj", "nsubj:pass"]] },
  { mend: mendPurposes, words: ["to"], relations: [["acl", "xcomp"]] },
  { mend: mendOffers, words: offers },
  { mend: mendForTo, words: inAnyCase("for"), relations: ["case"] },
  { mend: mendOpenedClauses, words: clauseOpeners, relations: ["case", "obl"] },
  { mend: mendOpenedSubjects, words: subjectOpeners, relations: ["case"] },
  { mend: byTree(mendMarkedSubjects), relations: ["mark", ["obl", "nmod", "obj"]] },
  { mend: mendOpenedPredicates, words: predicateOpeners, relations: ["case", "obl", "advcl"] },
  { mend: mendEvents, words: eventPrepositions, relations: ["case", "nmod"] },
  { mend: mendReducedRelatives, words: ["met"], relations: [["ccomp", "parataxis"], "nsubj"] },
  { mend: mendAnnouncedNames, words: ["and"], relations: ["conj", "cc", ["appos", "nmod:desc", "obj"]] },
  { mend: mendNamesBeside, words: ["and"], relations: ["nmod", "cc"] },
  { mend: mendCountedLists, words: ["-", "--", "–", "—", ":"], relations: ["appos", "nummod"] },
  { mend: mendTalksOfPlaces, words: ["talks"], relations: ["nsubj", "nmod:poss"] },
  { mend: mendTalksThat, words: ["talks"], relations: ["aux"] },
  { mend: mendWithFaceToFace, words: ["face"], relations: ["nmod:poss"] },
  { mend: mendWhomClauses, words: ["whom"] },
  { mend: mendWhenClauses, words: ["when"], relations: [["acl", "acl:relcl"], "advmod"] },
  { mend: mendBeforeThat, words: ["that"], relations: ["mark", "ccomp"] },
  { mend: byTree(mendSubjectsOfObjects), relations: ["nsubj", "obj"] },
  { mend: mendWithGerunds, words: mediations },
  { mend: mendDeniedHaving, words: ["having"], relations: ["flat"] },
  {
    mend: mendOwnedGerunds,
    words: ["meeting", "visiting", "phoning", "calling", "hosting", "receiving"],
    relations: [["appos", "obj", "flat"]],
  },
  { mend: mendWithSubjects, words: ["with"], relations: ["mark"] },
  { mend: mendTalksWithSubjects, words: ["talks"], relations: ["nsubj"] },
  { mend: mendMeetingsHeld, words: ["held", "scheduled", "planned", "arranged"] },
  {
    mend: mendFrontedSubjects,
    relations: [
      ["obl", "obl:unmarked", "advcl"],
      ["appos", "conj", "nmod", "compound", "flat"],
    ],
  },
  {
    mend: mendJoinedFirst,
    words: ["and"],
    relations: [
      ["obl", "vocative"],
      ["nsubj", "nsubj:pass"],
    ],
  },
  { mend: mendVisitsAsVerbs, words: journeys, relations: ["mark"] },
  { mend: mendNeighbours, words: neighbours, relations: [["obj", "iobj"]] },
  {
    mend: mendOpeningAdjectives,
    relations: [
      ["obl", "obl:unmarked", "vocative"],
      ["nsubj", "nsubj:pass"],
    ],
  },
  { mend: mendJoinedToParts, words: [",", "and"], relations: [["conj", "appos"], "flat"] },
  { mend: mendListedPeople, words: [","], relations: ["appos", "conj", "nmod:desc"] },
  { mend: mendCallingsBefore, words: callings, relations: ["appos", "conj"] },
  { mend: mendPhraseBehindPreposition, words: ["with"], relations: ["conj", "nmod", "case"] },
  { mend: mendSplitTitles, words: callings, relations: ["conj"] },
  { mend: mendNamedLast, words: [","], relations: ["conj", "cc", ["det", "nmod:poss"]] },
  { mend: mendDaysBeforeNames, words: weekdays, relations: ["obl", "case"] },
  { mend: mendLateVerbs, words: ["last", "first", "finally", "also", "later"], relations: [["acl", "conj"]] },
  { mend: mendChiefsOfStaff, words: ["staff"], relations: ["nmod", ["acl", "acl:relcl", "appos"]] },
  { mend: mendOwnersJoined, words: ["'", "'s", "’", "’s"], relations: ["conj", ["appos", "conj"]] },
  { mend: mendTwoSubjects, words: ["and"], relations: [["nsubj", "nsubj:outer", "nsubj:pass"]] },
  { mend: mendOrigins, words: ["from"], relations: [["obl", "obj"], "case"] },
  { mend: mendModifiedSeconds, words: [","], relations: ["conj", "nmod", "cc"] },
  { mend: mendNominalReports, words: reporting, relations: ["ccomp"] },
  { mend: mendThatClauses, words: ["that"], relations: ["mark", "cc", ["obj", "iobj", "nsubj"]] },
  { mend: mendGovernedSubjects, words: reporting, relations: [["obj", "iobj"], "case", ["nsubj", "nsubj:pass"]] },
  {
    mend: mendReportedObjects,
    words: reporting,
    relations: [
      ["obj", "iobj"],
      ["advcl", "conj", "parataxis"],
    ],
  },
  { mend: mendBehindAsides, words: ["said", "says"], relations: ["parataxis", "conj", "cc"] },
  { mend: mendPassivesSaid, words: reporting, relations: ["aux:pass"] },
  { mend: mendPrepositionMarks, words: reporting, relations: ["mark", ["obj", "iobj"], ["nsubj", "nsubj:pass"]] },
  { mend: mendBareSubjects },
  { mend: mendArticles, relations: [["det", "nmod:poss"]] },
  {
    mend: mendPolledSubjects,
    words: reporting,
    relations: [
      ["ccomp", "parataxis"],
      ["nsubj", "nsubj:pass"],
    ],
  },
  { mend: mendSpokenOn, words: [","], relations: ["ccomp", "conj", "cc"] },
  { mend: mendJoinedClauses, relations: ["conj", "cc"] },
];

/** What mends trees whose relations have these names. */
export function makeMendTree(relationNames: readonly string[]): MendTree {
  /** For each word, the steps that wait for it. */
  const waiting = new Map<string, number[]>();
  mendSteps.forEach(({ words = [] }, step) => {
    for (const word of words) waiting.set(word, [...(waiting.get(word) ?? []), step]);
  });
  const compiled: readonly CompiledStep[] = mendSteps.map(({ mend, words, relations = [] }) => ({
    mend,
    waits: words !== undefined,
    relations: relations.map((names) => [names].flat().map((name) => relationNames.indexOf(name))),
  }));
  const hasWord = new Uint8Array(mendSteps.length);
  /** 1 for each relation that occurs in the tree. */
  const occurring = new Uint8Array(256);

  return (forms, draft) => {
    hasWord.fill(0);
    for (const form of forms) {
      const steps = waiting.get(form);
      if (steps !== undefined) for (const step of steps) hasWord[step] = 1;
    }
    markOccurring(occurring, draft.relations);
    const [heads, relations] = [draft.heads.slice(), draft.relations.slice()];
    for (let step = 0; step < compiled.length; step += 1) {
      const { mend, waits, relations: wanted } = compiled[step] as CompiledStep;
      if ((waits && hasWord[step] === 0) || !holdsAll(occurring, wanted)) continue;
      mend(forms, draft);
      // It may have brought relations in, or taken the last of one away.
      markOccurring(occurring, draft.relations);
    }
    // What two mends made of one sentence is no tree now and then; then the parser's own stands.
    if (isTree(draft.heads)) return;
    draft.heads.set(heads);
    draft.relations.set(relations);
  };
}

interface CompiledStep {
  readonly mend: MendTree;
  readonly waits: boolean;
  /** Of each list one relation must occur; a relation that the model lacks is -1. */
  readonly relations: readonly (readonly number[])[];
}

function markOccurring(occurring: Uint8Array, relations: Uint8Array): void {
  occurring.fill(0);
  for (let word = 0; word < relations.length; word += 1) occurring[relations[word] as number] = 1;
}

/** True when of each list one relation occurs. */
function holdsAll(occurring: Uint8Array, wanted: readonly (readonly number[])[]): boolean {
  for (let list = 0; list < wanted.length; list += 1) {
    const any = wanted[list] as readonly number[];
    let at = 0;
    while (at < any.length && occurring[any[at] as number] !== 1) at += 1;
    if (at === any.length) return false;
  }
  return true;
}
