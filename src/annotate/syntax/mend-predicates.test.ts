import { describe, expect, it } from "vitest";
import { mended, type Row } from "./drafts.fixture.ts";
import {
  mendAsideRoots,
  mendAttributedRoots,
  mendGerundObjects,
  mendHeldTalks,
  mendJoinedGerunds,
  mendJoinedSubjects,
  mendMarkedSubjects,
  mendOffers,
  mendOpenedSubjects,
  mendReachedSubjects,
  mendRelativeRoots,
  mendReportedClauses,
  mendSaidBehind,
  mendSaidOn,
  mendTitles,
} from "./mend-predicates.ts";

describe("mend-predicates", () => {
  it("makes the verb of “held” before talks that nothing joins", () => {
    const rows: Row[] = [
      ["Heads", "NNS", 0, "root"],
      ["of", "IN", 3, "case"],
      ["Acme", "NNP", 1, "nmod"],
      ["held", "VBN", 5, "amod"],
      ["talks", "NNS", 1, "conj"],
    ];
    expect(mended(rows, mendHeldTalks)).toEqual(["Heads nsubj 4", "of case 3", "Acme nmod 1", "held root 0", "talks obj 4"]);
    const joined: Row[] = [...rows.slice(0, 3), ["and", "CC", 6, "cc"], ["held", "VBN", 6, "amod"], ["talks", "NNS", 1, "conj"]];
    expect(mended(joined, mendHeldTalks)).toContain("held amod 6");
    const aside: Row[] = [
      ["Chad", "NNP", 0, "root"],
      [",", ",", 3, "punct"],
      ["neighbour", "NN", 1, "appos"],
      [",", ",", 5, "punct"],
      ["held", "VBN", 6, "amod"],
      ["talks", "NNS", 3, "conj"],
    ];
    expect(mended(aside, mendHeldTalks).filter((word) => !word.startsWith(","))).toEqual([
      "Chad nsubj 5",
      "neighbour appos 1",
      "held root 0",
      "talks obj 5",
    ]);
  });

  it("keeps what 'since' opens under a predicate that hangs on nothing", () => {
    const rows: Row[] = [
      ["It", "PRP", 3, "nsubj"],
      ["was", "VBD", 3, "cop"],
      ["news", "NN", 0, "root"],
      ["since", "IN", 5, "case"],
      ["talks", "NNS", 3, "nmod"],
      ["ended", "VBD", 3, "advcl"],
    ];
    expect(mended(rows, mendOpenedSubjects).slice(2)).toEqual(["news root 0", "since mark 6", "talks nsubj 6", "ended advcl 3"]);
  });

  it("gives what was said to the report behind it", () => {
    const rows: Row[] = [
      ["Envoys", "NNS", 5, "nsubj"],
      ["met", "VBD", 1, "conj"],
      ["in", "IN", 2, "obl"],
      ["people", "NNS", 5, "nsubj:outer"],
      ["said", "VBD", 0, "root"],
    ];
    expect(mended(rows, mendSaidBehind)).toEqual(["Envoys nsubj 2", "met ccomp 5", "in obl 2", "people nsubj 5", "said root 0"]);
  });

  it("gives a joined verb the name in front of it, where the joiner was the name's", () => {
    const rows: Row[] = [
      ["Ann", "NNP", 2, "nsubj"],
      ["phoned", "VBD", 0, "root"],
      ["Bob", "NNP", 2, "obj"],
      ["and", "CC", 5, "cc"],
      ["Cem", "NNP", 3, "conj"],
      ["phoned", "VBD", 2, "conj"],
      ["Dan", "NNP", 3, "conj"],
    ];
    const tree = mended(rows, (_, draft) => mendJoinedSubjects(draft));
    expect(tree.slice(3)).toEqual(["and cc 6", "Cem nsubj 6", "phoned conj 2", "Dan obj 6"]);
  });

  it("gives the verb behind a relative clause to the name before it", () => {
    const rows: Row[] = [
      ["Lee", "NNP", 5, "obl"],
      [",", ",", 5, "punct"],
      ["whose", "WP$", 4, "nmod:poss"],
      ["land", "NN", 5, "nsubj"],
      ["hosts", "VBZ", 0, "root"],
      ["them", "PRP", 5, "obj"],
      [",", ",", 8, "punct"],
      ["flew", "VBD", 5, "conj"],
    ];
    const tree = mended(rows, mendRelativeRoots);
    expect([tree[0], tree[4], tree[7]]).toEqual(["Lee nsubj 8", "hosts acl:relcl 1", "flew root 0"]);
  });

  it("makes a clause of what “after” opens, where a verb follows that nothing joins", () => {
    const rows: Row[] = [
      ["They", "PRP", 2, "nsubj"],
      ["stopped", "VBD", 0, "root"],
      ["after", "IN", 4, "case"],
      ["Lee", "NNP", 2, "obl"],
      ["invited", "VBD", 2, "advcl"],
      ["them", "PRP", 5, "obj"],
    ];
    expect(mended(rows, mendOpenedSubjects).slice(2, 5)).toEqual(["after mark 5", "Lee nsubj 5", "invited advcl 2"]);
  });

  it("gives a bare verb behind 'as' the joined nouns before it as its subject", () => {
    const rows: Row[] = [
      ["fell", "VBD", 0, "root"],
      ["as", "IN", 3, "case"],
      ["envoys", "NNS", 1, "obl"],
      ["from", "IN", 5, "case"],
      ["Peru", "NNP", 3, "nmod"],
      ["and", "CC", 7, "cc"],
      ["Chad", "NNP", 5, "conj"],
      ["held", "VBD", 1, "advcl"],
      ["talks", "NNS", 8, "obj"],
    ];
    expect(mended(rows, mendOpenedSubjects)).toEqual(expect.arrayContaining(["as mark 8", "envoys nsubj 8", "held advcl 1"]));
    const role: Row[] = [...rows.slice(0, 3), [",", ",", 5, "punct"], ["held", "VBD", 1, "conj"]];
    expect(mended(role, mendOpenedSubjects)).toContain("envoys obl 1");
  });

  it("makes the verb of a past form behind a name between commas, where a sentence has none", () => {
    const rows: Row[] = [
      ["Director", "NN", 0, "root"],
      [",", ",", 3, "punct"],
      ["Lee", "NNP", 1, "appos"],
      [",", ",", 5, "punct"],
      ["called", "VBD", 1, "acl"],
      ["him", "PRP", 5, "obj"],
    ];
    const tree = mended(rows, mendAsideRoots);
    expect([tree[0], tree[4]]).toEqual(["Director nsubj 5", "called root 0"]);
  });

  it("makes a past form before the only noun of a sentence its verb", () => {
    const rows: Row[] = [
      ["Council", "NNP", 2, "compound"],
      ["voiced", "VBD", 3, "amod"],
      ["doubts", "NNS", 0, "root"],
      ["after", "IN", 5, "case"],
      ["talks", "NNS", 3, "nmod"],
    ];
    const tree = mended(rows, (_, draft) => mendAttributedRoots(draft));
    expect(tree).toEqual(["Council nsubj 2", "voiced root 0", "doubts obj 2", "after case 5", "talks obl 2"]);
    const person: Row[] = [
      ["President", "NNP", 2, "nmod:desc"],
      ["Ann", "NNP", 5, "compound"],
      ["Lee", "NNP", 2, "flat"],
      ["hosted", "VBD", 5, "amod"],
      ["leaders", "NNS", 0, "root"],
    ];
    const hosted = mended(person, (_, draft) => mendAttributedRoots(draft));
    expect(hosted).toEqual(["President nmod:desc 2", "Ann nsubj 4", "Lee flat 2", "hosted root 0", "leaders obj 4"]);
  });

  it("gives a gerund its object and the gerund joined to it", () => {
    const rows: Row[] = [
      ["visited", "VBD", 0, "root"],
      ["Lima", "NNP", 1, "iobj"],
      [",", ",", 4, "punct"],
      ["touring", "VBG", 1, "advcl"],
      ["villages", "NNS", 1, "obj"],
      ["and", "CC", 7, "cc"],
      ["meeting", "VBG", 5, "conj"],
    ];
    const tree = mended(rows, (_, draft) => {
      mendGerundObjects(draft);
      mendJoinedGerunds(draft);
    });
    expect([tree[1], tree[4], tree[6]]).toEqual(["Lima obj 1", "villages obj 4", "meeting conj 4"]);
  });

  it("makes what a verb of saying reports a clause of its own", () => {
    const rows: Row[] = [
      ["Papers", "NNS", 2, "nsubj"],
      ["report", "VBP", 6, "nsubj"],
      ["Ann", "NNP", 2, "obj"],
      ["is", "VBZ", 6, "cop"],
      ["in", "IN", 6, "case"],
      ["talks", "NNS", 0, "root"],
    ];
    const tree = mended(rows, (_, draft) => mendReportedClauses(draft));
    expect([tree[1], tree[2], tree[5]]).toEqual(["report root 0", "Ann nsubj 6", "talks ccomp 2"]);
  });

  it("hangs what is suggested on the suggestion", () => {
    const rows: Row[] = [
      ["rejected", "VBD", 0, "root"],
      ["offer", "NN", 1, "obj"],
      ["by", "IN", 4, "case"],
      ["Chad", "NNP", 2, "nmod"],
      ["to", "TO", 6, "mark"],
      ["meet", "VB", 1, "advcl"],
    ];
    expect(mended(rows, mendOffers)[5]).toBe("meet acl 2");
  });

  it("gives the noun between a mark and its bare verb to the verb", () => {
    const rows: Row[] = [
      ["fled", "VBD", 0, "root"],
      ["after", "IN", 4, "mark"],
      ["gunmen", "NNS", 1, "obl"],
      ["fired", "VBD", 1, "advcl"],
    ];
    expect(mended(rows, (_, tree) => mendMarkedSubjects(tree))[2]).toBe("gunmen nsubj 4");
    const owned: Row[] = [...rows.slice(0, 3), ["they", "PRP", 5, "nsubj"], ["fired", "VBD", 1, "advcl"]];
    owned[1] = ["after", "IN", 5, "mark"];
    expect(mended(owned, (_, tree) => mendMarkedSubjects(tree))[2]).toBe("gunmen obl 1");
  });

  it("gives a title to the name behind it", () => {
    const rows: Row[] = [
      ["She", "PRP", 2, "nsubj"],
      ["met", "VBD", 0, "root"],
      ["Mr", "NNP", 2, "iobj"],
      ["Lee", "NNP", 2, "obj"],
    ];
    expect(mended(rows, mendTitles)[2]).toBe("Mr nmod:desc 4");
  });

  it("lets the one who denied speak on behind the comma", () => {
    const rows: Row[] = [
      ["Lee", "NNP", 2, "nsubj"],
      ["denied", "VBD", 0, "root"],
      ["it", "PRP", 4, "nsubj"],
      ["failed", "VBD", 2, "ccomp"],
      [",", ",", 7, "punct"],
      ["and", "CC", 7, "cc"],
      ["said", "VBD", 4, "conj"],
      ["no", "UH", 7, "obj"],
    ];
    expect(mended(rows, mendSaidOn)[6]).toBe("said conj 2");
    const ray: Row = ["Ray", "NNP", 4, "nsubj"];
    expect(mended([...rows.slice(0, 2), ray, ...rows.slice(3)], mendSaidOn)[6]).toBe("said conj 4");
  });

  it("makes the verb of what people who were reached said", () => {
    const rows: Row[] = [
      ["Residents", "NNS", 2, "nsubj:pass"],
      ["reached", "VBN", 0, "root"],
      ["by", "IN", 4, "case"],
      ["telephone", "NN", 2, "obl"],
      ["said", "VBD", 2, "advcl"],
      ["so", "RB", 5, "advmod"],
    ];
    expect(mended(rows, mendReachedSubjects)).toEqual([
      "Residents nsubj 5",
      "reached acl 1",
      "by case 4",
      "telephone obl 2",
      "said root 0",
      "so advmod 5",
    ]);
    const were: Row[] = [
      ["They", "PRP", 3, "nsubj:pass"],
      ["were", "VBD", 3, "aux:pass"],
      ["told", "VBN", 0, "root"],
      ["people", "NNS", 5, "nsubj"],
      ["said", "VBD", 3, "parataxis"],
    ];
    expect(mended(were, mendReachedSubjects)[2]).toBe("told root 0");
  });
});
