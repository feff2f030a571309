/** Names of agencies and outlets, from data/lexicon/news-outlets.tsv, and what an unlisted paper's name looks like. */
import { readFileSync } from "node:fs";
import { UserError } from "../domain/errors.ts";

export interface NewsOutlets {
  /** Any spelling, lower case → the one name. */
  readonly nameByForm: ReadonlyMap<string, string>;
  /** Regular-expression source that matches any listed spelling, longest first. */
  readonly pattern: string;
}

let loaded: NewsOutlets | null = null;

/** The listed outlets, read once. Throws UserError `data-missing` when the list is absent or malformed. */
export function loadNewsOutlets(): NewsOutlets {
  if (loaded) return loaded;
  const nameByForm = new Map<string, string>();
  const forms: string[] = [];
  for (const line of readList()) {
    const [kind, name, others] = line.split("\t");
    if ((kind !== "agency" && kind !== "outlet") || !name || others === undefined) {
      throw new UserError("data-missing", `data/lexicon/news-outlets.tsv: expected three columns, got "${line}"`, "Restore the file.");
    }
    for (const form of [name, ...others.split(",").filter((other) => other !== "")]) {
      nameByForm.set(form.toLowerCase(), name);
      forms.push(form, form.toUpperCase());
    }
  }
  const escaped = [...new Set(forms)].sort((a, b) => b.length - a.length).map((form) => form.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&"));
  loaded = { nameByForm, pattern: `(?:${escaped.join("|")})` };
  return loaded;
}

function readList(): string[] {
  try {
    const content = readFileSync(new URL("../../data/lexicon/news-outlets.tsv", import.meta.url), "utf8");
    return content.split(/\r?\n/u).filter((line) => line !== "" && !line.startsWith("#"));
  } catch (cause) {
    throw new UserError("data-missing", "the list data/lexicon/news-outlets.tsv cannot be read", "Reinstall Whomet, or restore the file.", {
      cause,
    });
  }
}

/** The one name of a listed agency or outlet ("Associated Press" for "AP"), or null when the words name none. */
export function listedOutlet(words: string): string | null {
  return loadNewsOutlets().nameByForm.get(words.trim().toLowerCase()) ?? null;
}

/** Words that papers, wires and stations carry in their names, mostly at the end. */
export const pressWord =
  "(?:Agency|Broadcasting|Bugle|Bulletin|Chronicle|Courier|Daily|Dispatch|Examiner|Express|Gazette|Globe|Guardian|Herald|Independent|Inquirer|Journal|Ledger|Magazine|Mail|Media|Mercury|Mirror|Monitor|News|Newspaper|Newswire|Observer|Post|Press|Radio|Record|Reporter|Register|Review|Sentinel|Standard|Star|Sun|Telegraph|Telegraphic|Television|Times|Today|Tribune|TV|Weekly|Wire)";

const unlisted = new RegExp(
  `^(?:The\\s+)?(?:\\p{Lu}[\\p{L}\\d.'’&-]*\\s+){1,4}${pressWord}(?:\\s+(?:of\\s+)?\\p{Lu}[\\p{L}.'’-]+){0,2}$|^(?:The\\s+)?${pressWord}\\s+of\\s+\\p{Lu}[\\p{L}.'’-]+$`,
  "u",
);

/** The outlet's name when the words are one: listed, or with a press word in it ("Gulf Courier", "The Times of Malta"); else null. */
export function outletName(words: string): string | null {
  const trimmed = words.trim();
  return listedOutlet(trimmed) ?? (unlisted.test(trimmed) ? trimmed : null);
}
