import { describe, expect, it } from "vitest";
import { refined } from "./refined-names.fixture.ts";

describe("names in letters and mails", () => {
  it.each([
    ['"Lindqvist, Ada" <ada@harvik.example>\nIt is done.', ["P Lindqvist, Ada"]],
    ['"Lindqvist, [Ada|P]" <ada@harvik.example>\nIt is done.', ["P Lindqvist, Ada"]],
    ["From: Lindqvist, Ada B.\nSubject: Lamps", ["P Lindqvist, Ada B."]],
    ['Cc: "Lindqvist, Ada" <ada@harvik.example>', ["P Lindqvist, Ada"]],
    ["Lindqvist, Ada <ada@harvik.example>", ["P Lindqvist, Ada"]],
    ["He met Lindqvist, Ada and others.", []],
    ["From: Paris, which is far.", []],
    ["Best regards,\nHalvard 55512", ["P Halvard"]],
    ["Many thanks\nTavi", ["P Tavi"]],
    ["Thank you,\n[Ada Lindqvist Harvik Power|O], Oslo", ["P Ada Lindqvist", "O Harvik Power"]],
    ["Regards,\n[Ada B. Lindqvist Senior|P] of sales", ["P Ada B. Lindqvist"]],
    ["Regards,\n[Ana Ruiz Sol|P] of sales", ["P Ana Ruiz Sol"]],
    ["[Ana Ruiz|P] wrote this.\n\nRegards,\n[Ana Ruiz Harvik|P] of sales", ["P Ana Ruiz", "P Ana Ruiz"]],
    ["Thanks\n[Harvik|O]", ["O Harvik"]],
    ["He sends his regards.\nHalvard is a town.", []],
    ["Regards,\nThe team of the shop", []],
  ])("%s", (text, names) => {
    expect(refined(text)).toEqual(names);
  });

  it.each([
    ["Coaches: [Ada Lind - Analyst|P], [Bo Sol|P] - Associate, Davor Okrim - Director", ["P Ada Lind", "P Bo Sol", "P Davor Okrim"]],
    ["[Harvik Bank|O] - Director", ["O Harvik Bank"]],
    ["He saw Harvik Street - it was long.", []],
  ])("with an office behind a dash: %s", (text, names) => {
    expect(refined(text)).toEqual(names);
  });
});
