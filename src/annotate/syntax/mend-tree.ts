/** What the parser gets wrong in news and grammar decides, mended in this order: names and titles first, then subjects and objects, then clauses. */

import type { DraftTree } from "./draft-tree.ts";
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
  mendVocatives,
} from "./mend-attachments.ts";
import { mendBetween } from "./mend-between.ts";
import { mendBeforeThat, mendEvents, mendOpenedClauses, mendOpenedPredicates, mendWithSubjects } from "./mend-clauses.ts";
import { mendDueTo } from "./mend-due-to.ts";
import {
  mendBodiesOfPeople,
  mendFarPrepositions,
  mendJoinedCompounds,
  mendJoinedNames,
  mendJoinedObjects,
  mendJoinedRoles,
  mendJoinedTitles,
  mendMeals,
  mendPartsOfNames,
  mendRunOnNames,
  mendSplitNames,
  mendSubjectsBehind,
} from "./mend-names.ts";
import {
  mendAsideRoots,
  mendAttributedRoots,
  mendGerundObjects,
  mendHeldTalks,
  mendJoinedGerunds,
  mendJoinedSubjects,
  mendNominalClauses,
  mendOffers,
  mendOpenedSubjects,
  mendRelativeRoots,
  mendReportedClauses,
  mendReportedSubjects,
  mendSaidAfterwards,
  mendSaidBehind,
  mendSubjectsAcross,
  mendTitles,
} from "./mend-predicates.ts";

import {
  mendByMeeting,
  mendDayBehindName,
  mendDayTalks,
  mendHas,
  mendOff,
  mendPlans,
  mendRelativeNumbers,
  mendToOpen,
} from "./mend-readings.ts";

/** Mends the tree of one sentence in place; linear in its length. */
export function mendTree(forms: readonly string[], draft: DraftTree): void {
  mendDueTo(forms, draft);
  mendPlans(forms, draft);
  mendDayTalks(forms, draft);
  mendByMeeting(forms, draft);
  mendToOpen(forms, draft);
  mendOff(forms, draft);
  mendHas(forms, draft);
  mendRelativeNumbers(forms, draft);
  mendDayBehindName(forms, draft);
  mendTitleMarks(draft);
  mendBodiesOfPeople(forms, draft);
  mendJoinedTitles(draft);
  mendJoinedRoles(forms, draft);
  mendJoinedCompounds(draft);
  mendJoinedObjects(draft);
  mendSplitNames(forms, draft);
  mendSubjectsBehind(forms, draft);
  mendJoinedNames(draft);
  mendPartsOfNames(draft);
  mendRunOnNames(draft);
  mendFarPrepositions(draft);
  mendBetween(forms, draft);
  mendMeals(forms, draft);
  mendVocatives(forms, draft);
  mendObjects(forms, draft);
  mendTitles(forms, draft);
  mendIndirectObjects(forms, draft);
  mendNominalRoots(forms, draft);
  mendCrossings(draft);
  mendJoinedRoots(draft);
  mendAsWellAs(forms, draft);
  mendSubjectsBesideDays(forms, draft);
  mendVerbless(draft);
  mendHeldTalks(forms, draft);
  mendSaidBehind(forms, draft);
  mendSaidAfterwards(forms, draft);
  mendNominalClauses(draft);
  mendSubjectsAcross(draft);
  mendGerundObjects(draft);
  mendJoinedGerunds(draft);
  mendReportedClauses(draft);
  mendReportedSubjects(forms, draft);
  mendJoinedSubjects(draft);
  mendRelativeRoots(forms, draft);
  mendAsideRoots(forms, draft);
  mendAttributedRoots(draft);
  mendVisiting(forms, draft);
  mendPurposes(forms, draft);
  mendOffers(forms, draft);
  mendForTo(forms, draft);
  mendOpenedClauses(forms, draft);
  mendOpenedSubjects(forms, draft);
  mendOpenedPredicates(forms, draft);
  mendEvents(forms, draft);
  mendBeforeThat(forms, draft);
  mendWithSubjects(forms, draft);
}
