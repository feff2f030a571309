/** What bears a person's name and is none: animals, streets, books of a scripture; and names in full that a byname ends. */
import type { Token } from "../../domain/document.ts";
import type { NameMention } from "../../domain/mention.ts";

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const animals = wordSet(
  "dog dogs cat cats kitten kittens puppy puppies pup horse horses mare stallion colt filly gelding pony ponies parrot hamster rabbit goat tortoise spaniel labrador terrier poodle bulldog greyhound retriever collie",
);
/** What stands between "cat" and what it is called. */
const namedSo = wordSet("'s s ' ’ name names is was are were named called nicknamed that who which ,");
const furthest = 5;

/** The names of animals, as they are written: "a cat named Tiberius", "her dog Biscuit", "my cat's name is Bruno"; nobody's who is named in full. */
export function animalNames(tokens: readonly Token[], names: readonly NameMention[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of names) if (name.type === "PERSON" && isAnimal(tokens, name.firstToken)) found.add(formOf(tokens, name));
  if (found.size === 0) return found;
  for (const { type, firstToken, endToken } of names)
    if (type === "PERSON" && endToken - firstToken > 1)
      for (let index = firstToken; index < endToken; index += 1) found.delete(tokens[index]?.text ?? "");
  return found;
}

/** True for a name that an animal of the article has. */
export function isAnimalName(tokens: readonly Token[], name: NameMention, found: ReadonlySet<string>): boolean {
  return found.size > 0 && found.has(formOf(tokens, name));
}

function isAnimal(tokens: readonly Token[], first: number): boolean {
  const sentence = tokens[first]?.sentenceIndex;
  for (let index = first - 1; index >= first - furthest && tokens[index]?.sentenceIndex === sentence; index -= 1) {
    const { lower, text } = tokens[index] ?? { lower: "", text: "" };
    // "the owner of the dog, Ann Lee": a comma alone says nothing.
    if (animals.has(text)) return tokens[first - 1]?.text !== ",";
    if (!namedSo.has(lower)) return false;
  }
  return false;
}

function formOf(tokens: readonly Token[], { firstToken, endToken }: NameMention): string {
  let form = tokens[firstToken]?.text ?? "";
  for (let index = firstToken + 1; index < endToken; index += 1) form += ` ${tokens[index]?.text}`;
  return form;
}

/** What streets and squares begin with where the person follows, as in Italian, Spanish, Portuguese and Malay. */
const streets = wordSet("Via Viale Piazza Piazzale Calle Avenida Paseo Plaza Praça Rua Jalan");

/** "Via [Nino Lind]": the street, with its first word. */
export function asStreet(tokens: readonly Token[], name: NameMention): NameMention {
  const head = tokens[name.firstToken - 1];
  if (name.type !== "PERSON" || !head || !streets.has(head.text) || head.sentenceIndex !== tokens[name.firstToken]?.sentenceIndex)
    return name;
  return { ...name, type: "PLACE", start: head.start, firstToken: name.firstToken - 1, decidedBy: "street" };
}

/** "the Book of [Joshua]", "Gospel of [Mark]": what is read, not who wrote it. */
export function isScripture(tokens: readonly Token[], { type, firstToken, endToken }: NameMention): boolean {
  if (type !== "PERSON" || endToken - firstToken > 1 || tokens[firstToken - 1]?.lower !== "of") return false;
  return /^(?:Book|Gospel|Epistle)$/u.test(tokens[firstToken - 2]?.text ?? "");
}

const bynames = wordSet(
  "Great Terrible Conqueror Magnificent Bold Pious Wise Lionheart Lionhearted Confessor Impaler Younger Elder Good Bald Cruel Just Baptist Apostle Evangelist Navigator Unready Hun",
);

/** "[Ivan] the Terrible", "the [Prophet Muhammad]", "the [Dalai Lama]": the words that tell him from others of his name. */
export function withByname(tokens: readonly Token[], name: NameMention): NameMention {
  const { firstToken, endToken } = name;
  const last = tokens[endToken - 1];
  const prophet = tokens[firstToken]?.text === "Prophet" ? tokens[firstToken] : tokens[firstToken - 1];
  if (prophet?.text === "Prophet" && /^m[uo]ham+[ae]d$/u.test(last?.lower ?? "") && prophet === tokens[endToken - 2])
    return { ...name, type: "PERSON", start: prophet.start, firstToken: endToken - 2, decidedBy: "byname" };
  // "the Dalai Lama": a rank, by which he alone is called.
  const isRank = last?.text === "Lama" && endToken - firstToken === 2 && /^(?:Dalai|Panchen)$/u.test(tokens[firstToken]?.text ?? "");
  if (isRank && name.type !== "PERSON") return { ...name, type: "PERSON", decidedBy: "byname" };
  const [the, byname, behind] = [tokens[endToken], tokens[endToken + 1], tokens[endToken + 2]];
  if (name.type !== "PERSON" || the?.text !== "the" || !byname || !bynames.has(byname.text)) return name;
  if (the.sentenceIndex !== last?.sentenceIndex || /^\p{Lu}/u.test(behind?.text ?? "")) return name;
  return { ...name, end: byname.end, endToken: endToken + 2, decidedBy: "byname" };
}
