/**
 * A made-up press to measure linking on: a world of people, bodies and places with known identities, and articles that name them as
 * newspapers do – each outlet with its own romanisation, with middle initials, short forms, bare surnames, acronyms, and with
 * namesakes about. Deterministic. What it cannot show is how good linking is on real news; it shows speed, and what a rule
 * costs and brings.
 */
import type { AnnotatedArticle, AnnotatedEntity, AnnotatedMention } from "../domain/annotation.ts";
import type { EntityType } from "../domain/mention.ts";

export interface InventedNews {
  readonly articles: readonly AnnotatedArticle[];
  /** `article id|local id` → who it is. */
  readonly truth: ReadonlyMap<string, string>;
}

/** "Xiaowei/Xiao-wei …" for every two of these syllables. */
function twoSyllables(syllables: string): string {
  const parts = syllables.split(" ");
  return parts.flatMap((one) => parts.map((other) => `${one}${other.toLowerCase()}/${one}-${other.toLowerCase()}`)).join(" ");
}

/** Names that one romanisation writes so and another otherwise; `given/given family/family`, short forms after a colon. */
const cultures: readonly { readonly countries: string; readonly given: string; readonly families: string }[] = [
  {
    countries: "United States,United Kingdom,Canada,Australia,Ireland",
    given:
      "William:Bill Robert:Bob James:Jim Thomas:Tom Michael:Mike Christopher:Chris Daniel:Dan Edward:Ted Elizabeth:Liz Katherine:Kate Margaret:Meg " +
      "Susan Patricia Karen Laura Emma Grace Helen George Peter Andrew:Andy Matthew:Matt Samuel:Sam Stephen/Steven:Steve Catherine/Kathryn Philip/Phillip",
    families:
      "Walker Turner Hughes Parker Bennett Collins Murphy Foster Graham Hayes Lawson Palmer Reynolds Spencer Thornton Vaughan Whitaker Barlow Crane Doyle " +
      "Ellison Fletcher Garrison Holloway Irving Jarvis Keating Lockhart Merritt Norwood Osborne Prescott Quinlan Ramsey Sheridan Tilden Underhill Wexler Yardley Ashford",
  },
  {
    countries: "Egypt,Jordan,Lebanon,Iraq,Syria,Libya,Qatar,Saudi Arabia",
    given:
      "Mohammed/Muhammad/Mohamed Ahmed/Ahmad Mahmoud/Mahmud Hussein/Husayn/Hussain Khaled/Khalid Youssef/Yusuf/Yousef Omar/Umar Tariq/Tarek Nabil/Nabeel " +
      "Samir/Sameer Marwan/Merwan Ziad/Ziyad Bashir/Basheer Fouad/Fuad Jamal/Gamal Wael/Wail Ghassan/Gassan Rania/Raniya Samira/Sameera Nadia/Nadya",
    families:
      "al-Hariri/Hariri/el-Hariri al-Masri/Masri/el-Masry Khoury/Khouri/Khuri Ghannouchi/Ghannoushi Mikati/Miqati Barghouti/Barghouthi al-Qassim/Kassem Jumblatt/Joumblatt " +
      "Sabri/Sabry Shukri/Shoukry Nasrawi/Nasraoui Hammoud/Hamoud Qabbani/Kabbani Tamimi/al-Tamimi Zahar/al-Zahar/Zahhar Darwish/Darwiche Abboud/Aboud Siniora/Sanioura " +
      "Haddad/Hadad Younis/Yunis Baghdadi/al-Baghdadi Najjar/al-Najjar Hamdan/Hamdane Shahin/Shaheen Issawi/al-Issawi",
  },
  {
    countries: "Russia,Ukraine,Belarus",
    given:
      "Alexander/Aleksandr/Oleksandr Sergei/Sergey/Serhiy Dmitry/Dmitri/Dmytro Vladimir/Volodymyr Nikolai/Nikolay/Mykola Yuri/Yury/Yuriy Andrei/Andrey/Andriy Mikhail/Mykhailo " +
      "Yevgeny/Evgeny/Yevhen Alexei/Aleksey/Oleksiy Yulia/Iuliia/Julia Tatiana/Tatyana Natalia/Nataliya Olga/Olha Viktor/Victor Igor/Ihor Pavel/Pavlo",
    families:
      "Yanukovych/Yanukovich Lukashenko/Lukashenka Medvedchuk/Medvedchouk Tymoshenko/Timoshenko Kuleba/Kouleba Yermak/Ermak Reznikov/Reznikow Zaluzhny/Zaluzhnyi/Zaluzhnyy " +
      "Kolesnikov Shoigu/Shoygu Gerasimov/Guerasimov Nebenzya/Nebenzia Ryabkov/Riabkov Ushakov/Oushakov Belousov/Byelousov Malyarenko/Maliarenko " +
      "Petrovsky/Petrovskiy/Petrovskyi Kovalchuk/Kovalchouk Stefanchuk/Stephanchuk Grigoriev/Grigoryev/Hryhoriev Solovyov/Soloviev Zhukov/Joukov Chernyshenko/Tchernychenko",
  },
  {
    countries: "Israel",
    given:
      "Yitzhak/Itzhak/Yitzchak Yaakov/Yaacov Moshe Avraham/Abraham Haim/Chaim Tzipi/Tsipi Ehud Naftali/Naphtali Eliezer/Eliezar Shaul/Saul Rivka/Rebecca Miriam/Miryam",
    families:
      "Eisenkot/Eizenkot Lieberman/Liberman Katz/Kats Smotrich/Smotritch Barak Steinitz/Shteinitz Gallant/Galant Kochavi/Kohavi Levy/Levi Shaked/Shakked Sa'ar/Saar Ya'alon/Yaalon " +
      "Edelstein/Edelshtein Zamir Halevi/Halevy Hacohen/HaCohen Peretz/Perets Regev Dichter/Dikhter",
  },
  {
    countries: "China,Taiwan,South Korea,Vietnam",
    given: twoSyllables("Xiao Wei Jian Li Guo Min Jun Yan Ping Feng Hong Tae Seung Hye Jae"),
    families: "+Wang +Zhang +Chen +Liu +Zhao +Huang +Park/Pak +Kim +Lee/Yi +Choi/Choe +Jung/Jeong +Kang +Nguyen +Tran",
  },
  {
    countries: "Spain,Mexico,Argentina,Colombia,Brazil,Portugal",
    given:
      "José/Jose María/Maria Andrés/Andres Raúl/Raul Inés/Ines Joaquín/Joaquin Sofía/Sofia Ramón/Ramon Lucía/Lucia Tomás/Tomas Héctor/Hector João/Joao Javier Carmen Pablo",
    families:
      "Álvarez/Alvarez Muñoz/Munoz Núñez/Nunez Rodríguez/Rodriguez Gutiérrez/Gutierrez Peña/Pena Ibáñez/Ibanez Sánchez/Sanchez Domínguez/Dominguez Castaño/Castano Vázquez/Vazquez Carvalho " +
      "Bianchi Fonseca Morales Quintero Salgado Urrutia Villanueva Zapatero",
  },
  {
    countries: "Germany,France,Netherlands,Sweden,Poland,Czech Republic,Hungary,Turkey,Iran",
    given:
      "Jürgen/Juergen/Jurgen François/Francois Hélène/Helene Björn/Bjorn Łukasz/Lukasz Zdeněk/Zdenek Ágnes/Agnes Günther/Guenther Recep Hossein/Hussein Mehdi/Mahdi Soleiman/Suleyman Käthe/Kaethe Émile/Emile",
    families:
      "Müller/Mueller/Muller Schröder/Schroeder/Schroder Lefèvre/Lefevre Bergström/Bergstrom Kowalczyk Dvořák/Dvorak Szabó/Szabo Yıldırım/Yildirim Özdemir/Ozdemir Rafsanjani/Rafsandjani " +
      "Zarifian/Zareefian Velayati/Velayaty van+der+Berg de+Vries Großmann/Grossmann Jørgensen/Joergensen Çelik/Celik Güneş/Gunes Kovács/Kovacs Němec/Nemec",
  },
];

const domains: readonly { readonly titles: string; readonly bodies: string }[] = [
  { titles: "minister,lawmaker,spokesman,envoy,senator,mayor", bodies: "Ministry,Party,Assembly,Council" },
  { titles: "professor,researcher,economist,historian", bodies: "University,Institute" },
  { titles: "striker,goalkeeper,coach,midfielder", bodies: "United,Rovers" },
  { titles: "chief executive,founder,chairman,investor", bodies: "Bank,Energy,Motors" },
  { titles: "general,colonel,commander", bodies: "Brigade,Command" },
  { titles: "actor,singer,director,novelist", bodies: "Theatre,Studios" },
];
const bodyWords =
  "Northern Coastal Labour Liberty Harbour Unity Central Pioneer Justice Green Royal Metropolitan Eastern Civic Progress Heritage Summit Delta Frontier Continental Workers Farmers Reform Falcon".split(
    " ",
  );

interface Person {
  readonly id: string;
  readonly given: readonly string[];
  readonly short: string | null;
  readonly family: readonly string[];
  readonly isFamilyFirst: boolean;
  readonly initial: string | null;
  readonly isWoman: boolean | null;
  readonly title: string;
  readonly body: Body;
  readonly community: number;
}

interface Body {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
}

interface Random {
  /** 0 ≤ x < limit, an integer. */
  below(limit: number): number;
  /** The same, small numbers more often: few are in the news every day, most once. */
  skewed(limit: number): number;
  chance(share: number): boolean;
}

/** A linear congruential generator: the same sequence everywhere. */
function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    skewed: (limit) => Math.floor(limit * next() ** 2.5),
    chance: (share) => next() < share,
  };
}

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

interface World {
  readonly people: readonly (readonly Person[])[];
  readonly bodies: readonly (readonly Body[])[];
  readonly countries: readonly string[];
}

/** People and bodies by community: a country and a walk of life. */
function inventWorld(communities: number, random: Random): World {
  const people: Person[][] = [];
  const bodies: Body[][] = [];
  const countries: string[] = [];
  const taken = new Set<string>();
  for (let community = 0; community < communities; community += 1) {
    const culture = pick(cultures, random);
    const country = pick(culture.countries.split(","), random);
    const domain = pick(domains, random);
    const own = Array.from({ length: 4 }, (_, index): Body => {
      let name = "";
      while (name === "" || taken.has(name)) {
        name = `${pick(bodyWords, random)} ${pick(bodyWords, random)} ${pick(domain.bodies.split(","), random)}`;
      }
      taken.add(name);
      const acronym = name
        .split(" ")
        .map((word) => word[0])
        .join("");
      return { id: `body-${community}-${index}-${name}`, name, acronym: random.chance(0.5) ? acronym : null };
    });
    const members = Array.from({ length: 12 }, (_, index): Person => {
      const namesake = people.length > 0 && random.chance(0.02) ? pick(pick(people, random), random) : null;
      const [forms = "", short] = pick(culture.given.split(" "), random).split(":");
      let family = pick(culture.families.split(" "), random);
      // two people share a name where that is meant, and nowhere else
      for (let tries = 0; taken.has(`${forms} ${family}`); tries += 1) {
        const families = culture.families.split(" ");
        family = tries < 20 ? pick(families, random) : `${pick(families, random)}-${pick(families, random)}`.replaceAll(/\/[^-]*/gu, "");
      }
      taken.add(`${forms} ${family}`);
      return {
        id: `person-${community}-${index}`,
        given: namesake?.given ?? forms.split("/"),
        short: namesake ? namesake.short : (short ?? null),
        family: namesake?.family ?? family.replace(/^\+/u, "").replaceAll("+", " ").split("/"),
        isFamilyFirst: namesake?.isFamilyFirst ?? family.startsWith("+"),
        initial: namesake === null && random.chance(0.2) ? (pick([..."ABCDEFGHJKLMNPRSTW"], random) ?? null) : null,
        isWoman: random.chance(0.5) ? random.chance(0.5) : null,
        title: pick(domain.titles.split(","), random),
        body: pick(own, random),
        community,
      };
    });
    people.push(members);
    bodies.push(own);
    countries.push(country);
  }
  return { people, bodies, countries };
}

/** Articles of ten entities each, with one to three mentions by name of each. */
export function inventNews(count: number, seed = 11): InventedNews {
  const random = seeded(seed);
  const world = inventWorld(Math.max(4, Math.ceil(count / 40)), random);
  const truth = new Map<string, string>();
  const articles = Array.from({ length: count }, (_, index): AnnotatedArticle => {
    const id = `news-${String(index).padStart(6, "0")}`;
    const article = new Draft(id, truth);
    const outlet = random.below(40);
    const home = random.skewed(world.people.length);
    const cast = new Map<string, Person>();
    while (cast.size < 5) {
      const community = random.chance(0.85) ? home : random.below(world.people.length);
      const members = world.people[community] ?? [];
      const person = members[random.skewed(members.length)];
      // one article that names two namesakes tells them apart; that is not this test
      if (person && ![...cast.values()].some((other) => other.family[0] === person.family[0])) cast.set(person.id, person);
    }
    const bodies = new Map([...cast.values()].map(({ body }) => [body.id, body]));
    for (const body of world.bodies[home] ?? []) if (bodies.size < 3) bodies.set(body.id, body);
    const localBodies = new Map<string, string>();
    for (const body of [...bodies.values()].slice(0, 3)) {
      const isShort = body.acronym !== null && random.chance(0.15);
      const names = isShort ? [body.acronym ?? ""] : [body.name, ...(body.acronym !== null && random.chance(0.4) ? [body.acronym] : [])];
      localBodies.set(body.id, article.add("ORGANIZATION", body.id, names));
    }
    for (const person of cast.values()) addPerson(article, person, outlet, localBodies.get(person.body.id) ?? null, random);
    const country = world.countries[home] ?? "France";
    article.add("PLACE", `place-${country}`, [country]);
    const other = pick(world.countries, random);
    if (other !== country) article.add("PLACE", `place-${other}`, [other]);
    return article.finish(`Paper ${outlet}`);
  });
  return { articles, truth };
}

/** Names a person in an outlet's spelling, more or less fully. */
function addPerson(article: Draft, person: Person, outlet: number, body: string | null, random: Random): void {
  const spelt = (forms: readonly string[]): string => forms[(outlet + forms.length) % forms.length] ?? forms[0] ?? "";
  const given = spelt(person.given);
  const family = spelt(person.family);
  const joined = (first: string): string => (person.isFamilyFirst ? `${family} ${first}` : `${first} ${family}`);
  const form = random.below(100);
  const full =
    form < 8
      ? family
      : form < 11 && !person.isFamilyFirst
        ? `${given[0]}. ${family}`
        : form < 18 && person.short !== null
          ? joined(person.short)
          : person.initial !== null && !person.isFamilyFirst && outlet % 2 === 0
            ? `${given} ${person.initial}. ${family}`
            : joined(given);
  const names = full === family ? [family] : random.chance(0.6) ? [full, family] : [full];
  const roles = random.chance(0.4) ? [{ title: person.title, of: body, former: false }] : [];
  const pronoun = person.isWoman !== null && random.chance(0.3) ? (person.isWoman ? "she" : "he") : null;
  article.add("PERSON", person.id, names, { roles, pronoun });
}

/** An article as it grows: text, mentions and entities. */
class Draft {
  readonly #id: string;
  readonly #truth: Map<string, string>;
  #text = "";
  readonly #mentions: AnnotatedMention[] = [];
  readonly #entities: AnnotatedEntity[] = [];

  constructor(id: string, truth: Map<string, string>) {
    this.#id = id;
    this.#truth = truth;
  }

  /** Adds an entity with its names, the fullest first; returns its local id. */
  add(
    type: EntityType,
    identity: string,
    names: readonly string[],
    { roles = [], pronoun = null }: { readonly roles?: AnnotatedEntity["roles"]; readonly pronoun?: string | null } = {},
  ): string {
    const entity = `e${this.#entities.length + 1}`;
    const [name = "", ...aliases] = names;
    this.#entities.push({ id: entity, type, name, aliases, roles });
    this.#truth.set(`${this.#id}|${entity}`, identity);
    for (const text of names) this.#mention(text, type, entity, "name");
    if (pronoun !== null) this.#mention(pronoun, type, entity, "pronoun");
    return entity;
  }

  #mention(text: string, type: EntityType, entity: string, form: AnnotatedMention["form"]): void {
    const start = this.#text.length;
    this.#mentions.push({ start, end: start + text.length, text, type, form, entity, confidence: 1 });
    this.#text += `${text} was there. `;
  }

  finish(outlet: string): AnnotatedArticle {
    const annotation = {
      id: this.#id,
      file: null,
      title: null,
      publishedAt: null,
      outlet,
      url: null,
      mentions: this.#mentions,
      entities: this.#entities,
      quotes: [],
      meetings: [],
      skipped: [],
    };
    return { annotation, text: this.#text, path: null };
  }
}
