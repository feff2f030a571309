/** What words of time say of a clause: that it is to come, is a programme, happens again and again, or has not happened since. */
import { baseRelation, childBy, childrenBy, childrenOf, lowerOf, pennTagOf, type SyntaxTree } from "../syntax/syntax-tree.ts";
import { futureTimes } from "./modality-words.ts";

/** "since the war", "for three years", "in months": how long something has not happened. */
export function tellsSinceWhen(tree: SyntaxTree, verb: number): boolean {
  const phrases = childrenBy(tree, verb, "obl", "advcl", "obj");
  return [...phrases, ...phrases.flatMap((phrase) => childrenBy(tree, phrase, "nmod"))].some((phrase) => {
    const mark = lowerOf(tree, childBy(tree, phrase, "case", "mark"));
    return mark === "since" || ((mark === "for" || mark === "in" || mark === "about") && spans.test(lowerOf(tree, phrase)));
  });
}

const spans = /^(?:days|weeks|months|years?|decades?|centur(?:y|ies)|month|week|decade|while|long)$/u;

/** "They meet, they shake hands, they go home": of nobody in particular, at no time. */
export function isSaying(tree: SyntaxTree, verb: number): boolean {
  const subject = childBy(tree, verb, "nsubj");
  if (!["they", "we", "you", "people"].includes(lowerOf(tree, subject)) || childBy(tree, verb, "mark") >= 0) return false;
  return childBy(tree, verb, "obj", "obl", "advmod") < 0;
}

/** "meets people all the time", "meets him every week", "meet on the first Sunday of each month": what happens again and again. */
export function isRepeated(tree: SyntaxTree, verb: number): boolean {
  // "calls B whenever markets wobble".
  const isWhenever = (child: number): boolean => lowerOf(tree, child) === "whenever";
  if (childrenBy(tree, verb, "advcl").some((clause) => childrenBy(tree, clause, "advmod", "mark").some(isWhenever))) return true;
  const phrases = childrenBy(tree, verb, "obl", "obj");
  return [...phrases, ...phrases.flatMap((phrase) => childrenBy(tree, phrase, "nmod"))].some((time) => {
    if (!timeNouns.has(lowerOf(tree, time)) && !/^(?:times?|mornings?|evenings?|spring|summer|autumn|winter)$/u.test(lowerOf(tree, time)))
      return false;
    // "Every spring the bishop meets the mayors", "meets them most weeks".
    const words = time < verb ? ["every", "each"] : ["every", "each", "all", "most"];
    return childrenBy(tree, time, "det", "det:predet").some((child) => words.includes(lowerOf(tree, child)));
  });
}

/** "meets this week with B", "meets B on Monday": a main clause in the present tense with a day of its own is a programme. */
export function isProgramme(tree: SyntaxTree, verb: number): boolean {
  return childrenBy(tree, verb, "obl").some((time) => {
    if (time < verb) return false;
    const word = lowerOf(tree, time);
    // "reflects our call earlier this week": that lies behind.
    const isEarlier = lowerOf(tree, time - 2) === "earlier";
    return currentTimes.has(word) || (timeNouns.has(word) && lowerOf(tree, childBy(tree, time, "det")) === "this" && !isEarlier);
  });
}

const currentTimes = new Set("monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow".split(" "));

/** A word for the future that hangs on the verb or noun, or on what hangs on it: "next week", "on Monday later this month". */
export function hasFutureTime(tree: SyntaxTree, token: number): boolean {
  for (const child of childrenOf(tree, token)) {
    if (!timeRelations.has(baseRelation(tree, child))) continue;
    const word = lowerOf(tree, child);
    if (
      futureTimes.has(word) &&
      !(word === "later" && baseRelation(tree, child) === "advmod" && tree.tokens[child + 1]?.lower !== "this" && child < token)
    ) {
      if (word !== "later" || ["this", "in", "today"].includes(lowerOf(tree, child + 1))) return true;
    }
    if (timeNouns.has(word)) {
      for (const grandchild of childrenOf(tree, child)) if (futureTimes.has(lowerOf(tree, grandchild))) return true;
      if (lowerOf(tree, child - 1) === "later" || lowerOf(tree, child - 2) === "later") return true;
    }
  }
  return false;
}

const timeRelations = new Set(["obl", "nmod", "advmod", "amod", "compound"]);

const timeNouns = new Set(
  "day week month year weekend monday tuesday wednesday thursday friday saturday sunday days weeks months january february march april may june july august september october november december".split(
    " ",
  ),
);

/** A day by its name, or tomorrow. */
export function isDay(tree: SyntaxTree, token: number): boolean {
  return /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow)$/u.test(lowerOf(tree, token));
}

/** "opened talks Monday", "launched an effort on Saturday between A and B": a day that hangs on the verb or on its object. */
export function hasOwnDay(tree: SyntaxTree, verb: number): boolean {
  const object = childBy(tree, verb, "obj");
  return [...childrenBy(tree, verb, "obl", "advmod"), ...childrenBy(tree, object, "nmod")].some(
    (time) => time > verb && (isDay(tree, time) || lowerOf(tree, time) === "yesterday"),
  );
}

/** "a two-day visit", "three days of talks". */
export function lastsDays(tree: SyntaxTree, noun: number): boolean {
  for (let at = noun - 1; at > noun - 7; at -= 1) {
    if (/^(?:days?|weeks?)$/u.test(lowerOf(tree, at))) return true;
    if (pennTagOf(tree, at).startsWith("VB")) return false;
  }
  return false;
}
