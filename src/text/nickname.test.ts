import { describe, expect, it } from "vitest";
import { nicknameOf, withoutNickname } from "./nickname.ts";

describe("nicknameOf and withoutNickname", () => {
  it.each([
    ['Ricardo "Ricky" Delgado', "Ricky", "Ricardo Delgado"],
    ["Dwayne “The Rock” Johnson", "The Rock", "Dwayne Johnson"],
    ["Maria ‘Masha’ Ivanova", "Masha", "Maria Ivanova"],
    ["Sean O'Neill", null, "Sean O'Neill"],
    ["Ann Lee", null, "Ann Lee"],
  ])("reads %s", (name, nickname, rest) => {
    expect(nicknameOf(name)).toBe(nickname);
    expect(withoutNickname(name)).toBe(rest);
  });
});
