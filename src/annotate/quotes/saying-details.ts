/** What a frame of speech tells besides the words: to whom they were said, by what means, and for which body somebody spoke. */
import type { Document, Sentence } from "../../domain/document.ts";
import type { Entity } from "../../domain/entity.ts";
import type { TokenRange } from "../../domain/mention.ts";
import type { Channel, Quote, Speaker } from "../../domain/quote.ts";
import { firstFrom, type Span } from "../../domain/span.ts";
import { baseRelation, childBy, childrenBy, headOf, lowerOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { timeWords } from "./frame-parts.ts";
import type { SieveContext } from "./quoted-stretch.ts";
import { type MentionLookup, mentionsIn, speakerPhraseOf, speakersOfPhrases } from "./speaker-phrases.ts";

type Input = Document<"sentences" | "tokens" | "mentions" | "entities">;

const channelWords = new Map<string, Channel>(
  (
    [
      [
        "post",
        "tweet tweets tweeted post posts posted twitter facebook instagram telegram weibo truth tiktok youtube reddit retweeted blog blogged",
      ],
      ["statement", "statement statements communique communiqué release declaration"],
      ["interview", "interview interviews podcast"],
      ["speech", "speech address remarks rally sermon speeches"],
      ["briefing", "briefing conference reporters"],
      ["letter", "letter letters memo email e-mail emails emailed message note text"],
      ["article", "article column op-ed editorial book essay report"],
      ["testimony", "testimony testified hearing affidavit deposition court lawsuit filing complaint indictment"],
      ["broadcast", "television tv radio broadcast broadcaster video"],
      ["call", "phone telephone call"],
    ] as const
  ).flatMap(([channel, words]) => words.split(" ").map((word): [string, Channel] => [word, channel])),
);

/** Verbs that tell the means themselves: not "called" or "reports". */
const channelVerbs = new Set("tweet tweets tweeted posted retweeted blogged emailed testified".split(" "));

/** How far from the word of saying the means may stand, in tokens. */
const reach = 12;

/** How it was said: "in a statement", "on Twitter", "told CBS in an interview"; null where the text does not tell. Marked words do not count. */
export function channelOf(tree: SyntaxTree, cue: number, sentence: TokenRange, isSaid: (token: number) => boolean): Channel | null {
  if (cue < 0) return null;
  const own = channelVerbs.has(lowerOf(tree, cue)) ? channelWords.get(lowerOf(tree, cue)) : undefined;
  if (own) return own;
  const from = Math.max(sentence.firstToken, cue - reach);
  const to = Math.min(sentence.endToken, cue + reach);
  let briefing = false;
  for (let token = from; token < to; token += 1) {
    // "wrote on X".
    const isX = /^X\.?$/u.test(tree.tokens[token]?.text ?? "") && lowerOf(tree, token - 1) === "on";
    const channel = isSaid(token) || token === cue ? undefined : isX ? "post" : channelWords.get(lowerOf(tree, token));
    if (channel === undefined) continue;
    // "told reporters in an interview": the more exact word wins.
    if (channel === "briefing") briefing ||= lowerOf(tree, token) !== "conference" || pressWords.has(lowerOf(tree, token - 1));
    else if (isX || isMeans(tree, token, cue)) return channel;
  }
  return briefing ? "briefing" : null;
}

/** What makes a conference one for reporters: not "the Harbour Security Conference". */
const pressWords = new Set("news press media video telephone phone joint".split(" "));

/** True where the noun hangs on the saying by "in", "on", "by", "during" …, or is what was issued ("issued a statement saying"). */
function isMeans(tree: SyntaxTree, noun: number, cue: number): boolean {
  const preposition = lowerOf(tree, childBy(tree, noun, "case"));
  if (["in", "on", "by", "during", "via", "through", "at", "over", "to"].includes(preposition)) return true;
  if (headOf(tree, cue) === noun) return true;
  return ["nsubj", "obj"].includes(baseRelation(tree, noun)) && (headOf(tree, noun) === cue || headOf(tree, noun) === headOf(tree, cue));
}

/** To whom it was said: "told Reuters", "said to the crowd", "in an interview with CNN"; null where the text names nobody. */
export function addresseeOf(tree: SyntaxTree, cue: number, lookup: MentionLookup, isSaid: (token: number) => boolean): Speaker | null {
  if (cue < 0) return null;
  const told = childrenBy(tree, cue, "iobj", "obj").find(
    (child) => child > cue && !isSaid(child) && takesAddressee.has(lowerOf(tree, cue)) && !timeWords.has(lowerOf(tree, child)),
  );
  const heads = told === undefined ? [] : [told];
  for (const oblique of heads.length > 0 ? [] : childrenBy(tree, cue, "obl", "nmod")) {
    if (isSaid(oblique)) continue;
    const preposition = lowerOf(tree, childBy(tree, oblique, "case"));
    if (preposition === "to" || (preposition === "with" && channelWords.has(lowerOf(tree, oblique)))) heads.push(oblique);
    else if (channelWords.get(lowerOf(tree, oblique)) === "interview") {
      const partner = childrenBy(tree, oblique, "nmod").find((child) =>
        ["with", "to"].includes(lowerOf(tree, childBy(tree, child, "case"))),
      );
      if (partner !== undefined) heads.push(partner);
    }
  }
  for (const aside of heads.length > 0 ? [] : childrenBy(tree, cue, "advcl")) {
    // "Speaking to Sky News, Ann Lee said".
    if (!["speaking", "talking"].includes(lowerOf(tree, aside))) continue;
    heads.push(...childrenBy(tree, aside, "obl").filter((child) => ["to", "with"].includes(lowerOf(tree, childBy(tree, child, "case")))));
  }
  const [head] = heads;
  if (head === undefined) return told === undefined ? nameTold(tree, cue, lookup) : null;
  if (noises.has(lowerOf(tree, head))) return null;
  const { firstToken, endToken } = speakerPhraseOf(tree, head);
  // "told the court that he had …": the parser may hang the words said on the court.
  let end = head + 1;
  while (end < endToken && !["that", "whether", "if", "to", "how", "why"].includes(lowerOf(tree, end))) end += 1;
  return speakersOfPhrases(tree, [{ head, firstToken, endToken: end }], lookup)[0] ?? null;
}

/** "told the Guardian the wall had …" where the parser took the name for a part of the clause. */
function nameTold(tree: SyntaxTree, cue: number, lookup: MentionLookup): Speaker | null {
  if (!takesAddressee.has(lowerOf(tree, cue))) return null;
  const first = lowerOf(tree, cue + 1) === "the" ? cue + 2 : cue + 1;
  const name = mentionsIn(lookup, { firstToken: first, endToken: first + 6 }).find(
    ({ form, firstToken }) => form === "name" && firstToken === first,
  );
  return name ? { start: name.start, end: name.end, entityIndex: name.entityIndex } : null;
}

/** "…, she said to cheers". */
const noises = new Set("cheers applause laughter jeers boos gasps whistles".split(" "));

const takesAddressee = new Set(
  "tell tells told telling ask asks asked asking inform informs informed informing remind reminds reminded reminding assure assures assured assuring warn warns warned warning urge urges urged urging advise advises advised advising implore implored brief briefed notify notified promise promised beg begged".split(
    " ",
  ),
);

/** Those who speak for one person or body by trade. */
const spokesTitles =
  /(?:^|\s)(?:lawyer|attorney|solicitor|barrister|counsel|publicist)s?$|spokes(?:man|woman|person|people)|press secretary|speaking for|communications (?:director|chief)|press officer/iu;

/** The body that a spokesperson or an unnamed member speaks for, as an entity index; null where the speaker speaks for himself. */
export function onBehalfOf(
  tree: SyntaxTree,
  speaker: Speaker,
  entities: readonly Entity[],
  lookup: MentionLookup,
  phrase: TokenRange | null,
): number | null {
  const entity = speaker.entityIndex === null ? undefined : entities[speaker.entityIndex];
  if (entity) {
    const role = entity.roles.find(({ title, ofEntityIndex, former }) => !former && ofEntityIndex !== null && spokesTitles.test(title));
    return role?.ofEntityIndex ?? null;
  }
  if (!phrase) return null;
  const words = wordsOf(tree, phrase);
  if (words.some((word) => bystanders.has(word))) return null;
  // "Ann Lee's lawyer", "her lawyer": who speaks for a person by trade.
  const isAgent = words.some((word) => spokesTitles.test(word));
  const inside = mentionsIn(lookup, phrase).filter(
    ({ type, form, firstToken }) => (isAgent || (type !== "PERSON" && form !== "pronoun")) && !isBehindBy(tree, firstToken),
  );
  const bodies = inside.filter(({ type }) => type === "ORGANIZATION");
  // "The ministers of France and Italy" speak for no single one.
  const found = new Set((bodies.length > 0 ? bodies : inside).map(({ entityIndex }) => entityIndex));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** People beside a body who do not speak for it: "Rovers fans". */
const bystanders = new Set(
  "fans supporters critics opponents rivals residents neighbours neighbors patients customers passengers voters students viewers readers prisoners hostages refugees protesters victims".split(
    " ",
  ),
);

function wordsOf(tree: SyntaxTree, { firstToken, endToken }: TokenRange): string[] {
  return Array.from({ length: endToken - firstToken }, (_, index) => lowerOf(tree, firstToken + index));
}

/** "emails reviewed by the Courier". */
function isBehindBy(tree: SyntaxTree, token: number): boolean {
  return lowerOf(tree, token - 1) === "by" || (lowerOf(tree, token - 1) === "the" && lowerOf(tree, token - 2) === "by");
}

type Details = Pick<Quote, "cue" | "cueKind" | "speaker" | "jointSpeakers" | "onBehalfOf" | "addressee" | "channel">;

/** Everything that a quote tells of its saying, given who says it and by which word (-1: none). `content` is what was said. */
export function detailsOf(
  { doc, context }: { readonly doc: Input; readonly context: SieveContext },
  speakers: readonly Speaker[],
  cue: number,
  { firstToken, endToken }: Sentence,
  content: readonly TokenRange[] = [],
): Details {
  const { tree, lookup, lexicon, stretchOf } = context;
  const isSaid = (token: number): boolean =>
    (stretchOf[token] ?? -1) >= 0 || content.some((range) => token >= range.firstToken && token < range.endToken);
  const cueToken = doc.tokens[cue];
  const [first] = speakers;
  const last = speakers.at(-1);
  const isJoint = speakers.length > 1 && first !== undefined && last !== undefined;
  const speaker = isJoint
    ? { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end), entityIndex: null }
    : (first ?? null);
  const cueSentence =
    cueToken === undefined ? { firstToken, endToken } : (doc.sentences[cueToken.sentenceIndex] ?? { firstToken, endToken });
  return {
    cue: cueToken ? { start: cueToken.start, end: cueToken.end } : null,
    cueKind: cueToken ? (lexicon.speechVerbs.get(cueToken.lower)?.kind ?? "said") : null,
    speaker: speaker && { start: speaker.start, end: speaker.end, entityIndex: speaker.entityIndex },
    jointSpeakers: isJoint ? speakers.map(({ start, end, entityIndex }) => ({ start, end, entityIndex })) : [],
    onBehalfOf: speaker && !isJoint ? onBehalfOf(tree, speaker, doc.entities, lookup, tokensOf(doc, cueSentence, speaker)) : null,
    addressee: addresseeOf(tree, cue, lookup, isSaid),
    channel: channelOf(tree, cue, cueSentence, isSaid),
  };
}

/** The tokens of a span inside a sentence, or null where it lies elsewhere. */
function tokensOf({ tokens }: Input, { firstToken, endToken }: TokenRange, { start, end }: Span): TokenRange | null {
  const first = firstFrom(tokens, start, firstToken, endToken);
  let after = first;
  while (after < endToken && (tokens[after]?.end ?? Number.POSITIVE_INFINITY) <= end) after += 1;
  return after > first ? { firstToken: first, endToken: after } : null;
}
