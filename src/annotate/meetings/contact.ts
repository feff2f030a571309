/** One cue of a sentence, read: what find-meetings makes a meeting of, or reports as skipped. */
import type { Manner, Modality, Participant } from "../../domain/meeting.ts";
import type { Span } from "../../domain/span.ts";
import type { Party } from "./party-context.ts";

export interface Contact {
  readonly participants: readonly Participant[];
  readonly parties: readonly Party[];
  readonly modality: Modality;
  readonly manner: Manner;
  readonly mediated: boolean;
  readonly trigger: Span;
  readonly triggerToken: number;
  /** "the talks": words that take up a meeting mentioned before, whose sides may stand there. */
  readonly definite: boolean;
  readonly confidence: number;
  readonly decidedBy: string;
}
