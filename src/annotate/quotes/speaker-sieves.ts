/**
 * Who speaks a marked stretch: ordered rules, surest first, in the manner of Muzny et al. 2017 ("A two-stage sieve approach for
 * quote attribution"). The first that answers wins and leaves its name. How often each decides, and how often it is right, stands
 * in docs/quotes.md; the confidences are those shares.
 */
import {
  accordingTo,
  cueAfter,
  cueAfterQuestion,
  cueBefore,
  fragmentCueBefore,
  fragmentPossessor,
  possessor,
  reportedClause,
  sentenceSubject,
  verbAfter,
  withTheWords,
} from "./sentence-sieves.ts";
import type { Sieve } from "./sieve-parts.ts";
import {
  actorBefore,
  colon,
  continuation,
  introduced,
  joined,
  nextParagraph,
  paragraphContinuation,
  reportBefore,
  sameSentence,
  signature,
} from "./surrounding-sieves.ts";

/** Surest first. */
export const speakerSieves: readonly Sieve[] = [
  joined,
  reportedClause,
  withTheWords,
  fragmentCueBefore,
  fragmentPossessor,
  cueAfter,
  verbAfter,
  nextParagraph,
  cueAfterQuestion,
  cueBefore,
  accordingTo,
  sameSentence,
  possessor,
  reportBefore,
  continuation,
  colon,
  signature,
  actorBefore,
  paragraphContinuation,
  introduced,
  sentenceSubject,
];
