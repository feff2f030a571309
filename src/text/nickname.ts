/** The nickname in quotation marks inside a person's name: `Ricardo "Ricky" Delgado`. */

const quoted = /(?<=\p{L} )["“‘'«„]([^"“”‘’'«»„]+)["”’'»“] (?=\p{L})/u;

/** What stands in quotation marks inside the name, without the marks, or null. */
export function nicknameOf(name: string): string | null {
  return quoted.exec(name)?.[1] ?? null;
}

/** The name without its nickname; a name that has none comes back as it is. */
export function withoutNickname(name: string): string {
  return name.replace(quoted, "");
}
