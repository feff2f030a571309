/**
 * Evidence for and against two names being one, added up as log-odds. The weights are set by hand and were tried on the made-up press of
 * src/evaluate/invent-news.ts; the probabilities that come out order decisions and are not calibrated on real news.
 */

/** Company that is at least this much likelier (nats) counts as like company: one neighbour that few articles have. */
export const likeCompany = 1;
/** Two names are joined from this probability on. */
export const sureEnough = 0.75;

/** A nat of company counts for less than a nat: neighbours come in groups. */
const perNat = 0.4;
const forSamePost = 1.5;
const forOtherCompany = -1;

export interface Circumstances {
  /** From ContextIndex. */
  readonly likeness: number;
  readonly sharesPost: boolean;
  /** Both keep company enough that having none in common means something. */
  readonly isWellKnown: boolean;
}

/** What circumstances add to the log-odds. */
export function weigh({ likeness, sharesPost, isWellKnown }: Circumstances): number {
  const company = likeness < likeCompany / 2 && isWellKnown ? forOtherCompany : perNat * likeness;
  return company + (sharesPost ? forSamePost : 0);
}

/** The probability that `prior`, 0 to 1, becomes when log-odds are added. */
export function updated(prior: number, logOdds: number): number {
  const sum = Math.log(prior / (1 - prior)) + logOdds;
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}
