/**
 * The same person across articles. First spellings of one full name ("Binyamin Netanyahu" is Benjamin), then full names that leave
 * something open ("J. Smith", "Bill Clinton"), then articles that use nothing but a surname. Homonyms whose roles and company have
 * nothing in common stay two.
 */

import { compareText } from "../fold-name.ts";
import { addTo, groupBy } from "../group-by.ts";
import { KeyRing, slug } from "../ids.ts";
import { attachSurnames } from "./attach-surnames.ts";
import type { Reference } from "./collect-references.ts";
import { givenBetween, partGiven, setsOf } from "./given-identity.ts";
import { closeOver, type Judgement, judge } from "./judgement.ts";
import { type LinkedGroups, partsOf } from "./link-places.ts";
import { compareAnyNames, looseKey, type NameComparison, type PersonName, parsePersonName, spellingKey } from "./person-name.ts";
import {
  compareCircumstances,
  makeProfile,
  mergeProfiles,
  type PersonEvidence,
  type PersonProfile,
  usualPersonName,
} from "./person-profile.ts";
import { findRoleConflict } from "./role-evidence.ts";
import { splitHomonyms } from "./split-homonyms.ts";
import { likeCompany, sureEnough, updated, weigh } from "./weigh.ts";

/** From this on two names are spellings of one, and are one name when others are compared with them. */
const oneName = 0.95;
/** Of two people that a name fits, the one has to be this many times as likely. */
const clearLead = 3;

/** Groups the references to persons. */
export function linkPersons(references: readonly Reference[], evidence: PersonEvidence): LinkedGroups {
  const ring = new KeyRing();
  const { named, familyOnly } = partByFullness(references);
  const { profiles, judgements } = collectProfiles(named, ring, evidence);

  const spellings = mergeStage(profiles, judgements, evidence, ({ score }) => score >= oneName);
  const people = mergeStage(spellings.profiles, spellings.judgements, evidence, () => true);
  const attached = attachSurnames(people.profiles, familyOnly, ring, evidence);
  return {
    groups: attached.groups,
    judgements: [...people.judgements, ...attached.judgements],
    parts: new Map([...partsOf([...profiles, ...people.profiles]), ...attached.parts]),
  };
}

/** "Trump" and "van der Leyen" are surnames. So is "Ben Gvir" where somebody has it behind a given name, else Ben is one. */
function partByFullness(references: readonly Reference[]): { named: Reference[]; familyOnly: Reference[] } {
  const endings = new Set(references.map(({ name }) => parsePersonName(name).words.slice(1).slice(-2).join(" ")));
  const named: Reference[] = [];
  const familyOnly: Reference[] = [];
  for (const reference of references) {
    const { words, isFamilyOnly } = parsePersonName(reference.name);
    const isGivenBen = words.length === 2 && words[0] === "ben" && !endings.has(words.join(" "));
    (isFamilyOnly && !isGivenBen ? familyOnly : named).push(reference);
  }
  return { named, familyOnly };
}

/**
 * One profile for each spelling of a full name; several where the bearers are plainly not one person. Who is who among namesakes is decided
 * over all spellings at once: an outlet's spelling says nothing about whom it means.
 */
function collectProfiles(
  references: readonly Reference[],
  ring: KeyRing,
  evidence: PersonEvidence,
): { profiles: PersonProfile[]; judgements: Judgement[] } {
  const profiles: PersonProfile[] = [];
  const judgements: Judgement[] = [];
  for (const alike of groupSpellings(references, evidence)) {
    const parts = partGiven(alike, evidence.given, closenessIn(evidence)).flatMap((part) => splitHomonyms(part, evidence));
    const namesakes = parts.map((part) =>
      [...groupBy(part, writtenName)]
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([name, bearers]) => makeProfile(ring.claim(`person:${slug(name)}`), bearers, evidence)),
    );
    profiles.push(...namesakes.flat());
    namesakes.forEach((people, index) => {
      for (const one of people) {
        for (const other of namesakes.slice(index + 1).flat()) {
          const reason = findRoleConflict(one.roles, other.roles, evidence.tables) ?? "nothing connects their roles";
          judgements.push(judge(one.key, other.key, { verdict: "different", score: 0, decidedBy: "other-roles", reason }));
        }
      }
    });
  }
  return { profiles, judgements };
}

/** The words of a name as the article wrote them, and its suffix. */
function writtenName({ name }: Reference): string {
  const { words, suffix } = parsePersonName(name);
  return [...words, ...(suffix ? [suffix] : [])].join(" ");
}

/** References whose names are spellings of one; where somebody judged some of them to differ, those of one spelling. */
function groupSpellings(references: readonly Reference[], { tables, given }: PersonEvidence): Reference[][] {
  const byName = [...groupBy(references, writtenName)].toSorted(([a], [b]) => compareText(a, b));
  // without spaces: "Jong Un" is Jongun
  const bySpelling = groupBy(byName, ([name]) =>
    name
      .split(" ")
      .map((word) => spellingKey(word, tables))
      .join(""),
  );
  return [...bySpelling.values()].flatMap((spellings) => {
    const alike = spellings.flatMap(([, bearers]) => bearers);
    return setsOf(alike, given).length > 1 ? spellings.map(([, bearers]) => bearers) : [alike];
  });
}

/** How well the company of two references agrees. */
function closenessIn({ context, contextKey }: PersonEvidence): (one: Reference, other: Reference) => number {
  return (one, other) =>
    context.likeness(new Set([one.articleIndex]), new Set([other.articleIndex]), new Set([contextKey(one), contextKey(other)]));
}

interface Stage {
  readonly profiles: PersonProfile[];
  /** Those that came in and those of this stage, between the keys that go out. */
  readonly judgements: Judgement[];
}

/** Compares the profiles that may be one by the names alone, and joins those that are. */
function mergeStage(
  profiles: readonly PersonProfile[],
  known: readonly Judgement[],
  evidence: PersonEvidence,
  isForNow: (compared: NameComparison) => boolean,
): Stage {
  const decided = new Map<string, Judgement | null>();
  for (const [one, other] of candidates(profiles, evidence)) {
    const pair = one.key < other.key ? `${one.key}\n${other.key}` : `${other.key}\n${one.key}`;
    if (decided.has(pair)) continue;
    const compared = compareAnyNames(one.names, other.names, evidence.tables);
    decided.set(pair, compared.verdict === "same" && isForNow(compared) ? judgePair(one, other, compared, evidence) : null);
  }
  for (const judgement of judgeAliases(profiles, evidence)) decided.set(`${judgement.a}\n${judgement.b}`, judgement);
  const profileOf = new Map(profiles.map((profile) => [profile.key, profile]));
  const objection = (a: string, b: string): string | null => {
    const [one, other] = [profileOf.get(a), profileOf.get(b)];
    if (one && other && decided.get(a < b ? `${a}\n${b}` : `${b}\n${a}`)?.decidedBy === "alias-file") return null;
    const compared = compareAnyNames(one?.names ?? [], other?.names ?? [], evidence.tables);
    return compared.verdict === "different" ? compared.decidedBy.replaceAll("-", " ") : null;
  };
  const judgements = [
    ...known,
    ...leaveOpenWhatFitsTwo(
      [...decided.values()].flatMap((judgement) => judgement ?? []),
      objection,
    ),
  ];
  const { groups, refused } = closeOver([...profileOf.keys()], judgements, {
    mayNotMerge: objection,
    given: givenBetween(profiles, evidence.given),
  });
  const keyOf = new Map<string, string>();
  const merged = groups.map((keys) => {
    const profile = mergeProfiles(
      keys.flatMap((key) => profileOf.get(key) ?? []),
      evidence,
    );
    for (const key of keys) keyOf.set(key, profile.key);
    return profile;
  });
  // decisions between people go on counting; those within one stay readable under their own keys
  const carried = [...judgements, ...refused].map((judgement): Judgement => {
    const [a, b] = [keyOf.get(judgement.a), keyOf.get(judgement.b)];
    return judgement.verdict === "different" && a !== undefined && b !== undefined && a !== b ? judge(a, b, judgement) : judgement;
  });
  return { profiles: merged, judgements: carried };
}

/** Pairs of profiles that share a family name in some spelling, or the same words in another order. */
function* candidates(
  profiles: readonly PersonProfile[],
  evidence: PersonEvidence,
): Generator<readonly [one: PersonProfile, other: PersonProfile]> {
  const blocks = new Map<string, PersonProfile[]>();
  for (const profile of profiles) {
    const keys = new Set(profile.names.flatMap((name) => blockKeys(name, evidence)));
    for (const key of keys) addTo(blocks, key, profile);
  }
  for (const block of blocks.values()) {
    for (const [index, one] of block.entries()) for (const other of block.slice(index + 1)) yield [one, other];
  }
}

function blockKeys({ words, families }: PersonName, { tables }: PersonEvidence): string[] {
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const [given, family] = [looseKey(first, "given"), looseKey(last, "family")];
  return [
    ...families.map((word) => spellingKey(word, tables)),
    words.toSorted().join(" "),
    words.join(""),
    // for "Mohammed bin Salman (Al Saud)": names that begin alike
    ...(words.length > 2 ? [words.slice(0, -1).join(" "), words.slice(0, 2).join(" ")] : [words.join(" ")]),
    // "Tariq Ghannouchi", "Tarek Ghannoushi"
    ...(family === null ? [] : [`~${spellingKey(first, tables)} ${family}`, ...(given === null ? [] : [`~${given} ${family}`])]),
  ];
}

/** People whom a user's alias file gives as one. */
function judgeAliases(profiles: readonly PersonProfile[], { tables }: PersonEvidence): Judgement[] {
  const known = groupBy(profiles, ({ references }) => usualPersonName(references, tables));
  return [...known].flatMap(([usual, [first, ...others]]) =>
    usual === null || !first
      ? []
      : others.map((other) =>
          judge(first.key, other.key, {
            verdict: "same",
            score: 0.99,
            decidedBy: "alias-file",
            reason: `the alias file says that both are names of ${usual}`,
          }),
        ),
  );
}

/** What the names and the evidence say together. */
function judgePair(one: PersonProfile, other: PersonProfile, compared: NameComparison, evidence: PersonEvidence): Judgement {
  const different = (decidedBy: string, reason: string): Judgement =>
    judge(one.key, other.key, { verdict: "different", score: 0, decidedBy, reason });
  if (one.gender !== null && other.gender !== null && one.gender !== other.gender) {
    return different("other-gender", "one is he, the other she");
  }
  if (compared.score < oneName && [...one.articles].some((article) => other.articles.has(article))) {
    return different("named-apart", "one article names both");
  }
  const circumstances = compareCircumstances(one, other, evidence);
  const isAlike = circumstances.likeness >= likeCompany;
  const conflict = isAlike ? null : findRoleConflict(one.roles, other.roles, evidence.tables);
  if (conflict !== null) return different("other-roles", conflict);
  const score = updated(compared.score, weigh(circumstances));
  const isSure = score >= sureEnough && (!compared.needsContext || isAlike || circumstances.sharesPost);
  const clues = [
    explanations[compared.decidedBy] ?? compared.decidedBy,
    ...(circumstances.sharesPost ? ["they hold the same post"] : []),
    ...(isAlike ? ["in like company"] : circumstances.isWellKnown ? ["in other company"] : []),
  ];
  return judge(one.key, other.key, {
    verdict: isSure ? "same" : "unsure",
    score,
    decidedBy: compared.decidedBy,
    reason: clues.join(", "),
  });
}

const explanations: Readonly<Record<string, string>> = {
  "same-name": "the names are equal",
  spacing: "the names differ only in spaces",
  "word-order": "the names have the same words",
  spelling: "the names are two spellings of one",
  "loose-spelling": "the names may be two spellings of one",
  nickname: "one given name is short for the other",
  initial: "one given name is the other's initial",
  "middle-name": "one name leaves out or shortens a middle name",
  "leading-initial-left-out": "one name leaves out the first initial",
  "longer-name": "one name goes on after the other ends",
  "suffix-left-out": "one name leaves out the suffix",
};

/** A name that fits two different people is left open unless one of them is clearly likelier. */
function leaveOpenWhatFitsTwo(judgements: readonly Judgement[], objection: (a: string, b: string) => string | null): Judgement[] {
  const partners = new Map<string, { readonly key: string; readonly odds: number }[]>();
  for (const { a, b, verdict, score } of judgements) {
    if (verdict !== "same") continue;
    const odds = score / (1 - Math.min(score, 0.999));
    addTo(partners, a, { key: b, odds });
    addTo(partners, b, { key: a, odds });
  }
  return judgements.map((judgement) => {
    const { a, b, verdict, score } = judgement;
    if (verdict !== "same") return judgement;
    const odds = score / (1 - Math.min(score, 0.999));
    const hasRival = (from: string, to: string): boolean =>
      (partners.get(from) ?? []).some((rival) => rival.key !== to && odds < clearLead * rival.odds && objection(rival.key, to) !== null);
    if (!hasRival(a, b) && !hasRival(b, a)) return judgement;
    return { ...judgement, verdict: "unsure", score: Math.min(score, 0.6), reason: `${judgement.reason}, but others fit as well` };
  });
}
