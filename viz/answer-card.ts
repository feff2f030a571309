/** The answer to a question as a card: the verdict, then a sentence for each part with what proves it. */

import type { AnswerItem, QuestionAnswer } from "../src/app/answer-question.ts";
import { examples } from "../src/app/question-grammar.ts";
import { type Card, deniedToo, evidenceEntry, type Links, onlyButton, section, trailOf } from "./card.ts";
import { button, element } from "./elements.ts";
import { modalityBadge } from "./marks.ts";
import { count, printedIn } from "./words.ts";

/** The names along a chain of steps, in order; empty for answers of other kinds. */
export function chainOf({ items }: QuestionAnswer): readonly string[] {
  const steps = items.flatMap((item) => (item.kind === "step" ? [item.row] : []));
  return [steps[0]?.from.id, ...steps.map(({ to }) => to.id)].filter((id) => id !== null && id !== undefined);
}

/** The names that an answer is about. */
export function namesOf({ items }: QuestionAnswer): readonly string[] {
  const ids = items.flatMap((item) => {
    if (item.kind === "meeting") return [item.row.a.id, item.row.b.id];
    if (item.kind === "quote") return [item.row.speaker.id];
    if (item.kind === "card") return [item.row.entity.id];
    return item.kind === "step" ? [item.row.from.id, item.row.to.id] : [];
  });
  return [...new Set(ids.filter((id) => id !== null))];
}

/** The card of an answer; `asked` is the question in words. */
export function answerCard(asked: string, answer: QuestionAnswer, links: Links): Card {
  const heading = [element("p", { class: "kicker" }, "Question"), element("h2", { class: "asked", tabindex: "-1", dir: "auto" }, asked)];
  const verdict = answer.verdict === null ? [] : [element("p", { class: "answer-verdict", role: "status" }, answer.verdict)];
  const items = answer.items.map((item) => element("li", { class: `answer-${item.kind}` }, ...itemContent(item, links)));
  const evidence = answer.items.flatMap((item) => {
    if (item.kind === "meeting" || item.kind === "step") return item.row.evidence;
    if (item.kind === "dispute") return item.row.statements;
    return item.kind === "quote" ? [item.row.evidence] : [];
  });
  const tag = answer.question.kind === "connected" ? "ol" : "ul";
  const only = onlyButton(namesOf(answer), "Show only these names", links);
  const tools = only === null ? [] : [element("p", { class: "card-tools" }, only)];
  return { content: [...heading, ...verdict, ...tools, element(tag, { class: "plain answer" }, ...items)], trail: trailOf(evidence) };
}

/** What stands in the place of an answer to a question that the grammar does not know: what can be asked, each a click away. */
export function unaskableCard(asked: string, ask: (text: string) => void): Card {
  const content = [
    element("p", { class: "kicker" }, "Question"),
    element("h2", { class: "asked", tabindex: "-1", dir: "auto" }, asked),
    element("p", { class: "answer-verdict", role: "status" }, "This cannot be asked here."),
    section({
      title: "What can be asked",
      items: examples,
      none: "",
      entry: (example) => button({ class: "entry asked-example" }, () => ask(example), example),
    }),
  ];
  return { content, trail: [] };
}

function itemContent(item: AnswerItem, links: Links): readonly Node[] {
  switch (item.kind) {
    case "heading":
      return [element("h3", {}, item.sentence)];
    case "meeting": {
      const { row } = item;
      const grounds = [deniedToo(row), count(row.independentSources, "independent source"), count(row.articles, "article")]
        .filter((fact) => fact !== null)
        .join(", ");
      return [
        button(
          { class: "entry" },
          () => links.openMeeting(row.meeting),
          element("span", { class: "entry-title", dir: "auto" }, item.sentence),
          element("span", { class: "entry-facts" }, modalityBadge(row.modality), grounds),
        ),
        ...row.evidence.map((proof) => evidenceEntry(proof, [[printedIn(proof)]], links)),
      ];
    }
    case "dispute": {
      const { row } = item;
      const [meeting] = row.meetings;
      return [
        button(
          { class: "entry" },
          () => (meeting === undefined ? undefined : links.openMeeting(meeting)),
          element("span", { class: "entry-title", dir: "auto" }, item.sentence.split("\n")[0] ?? row.title),
          element("span", { class: "entry-facts" }, modalityBadge(row.modality), count(row.statements.length, "report")),
        ),
        ...row.statements.map((proof) => {
          const said = row.kind === "place" && proof.place !== null ? `${proof.modality} in ${proof.place}` : proof.modality;
          return evidenceEntry(proof, [[said], [printedIn(proof)]], links);
        }),
      ];
    }
    case "quote":
      return [
        element("p", { class: "entry-title", dir: "auto" }, item.row.speaker.name),
        evidenceEntry(item.row.evidence, [[printedIn(item.row.evidence)]], links),
      ];
    case "step": {
      const { from, to, by, through, evidence } = item.row;
      return [
        button(
          { class: "entry" },
          () => (from.id !== null && to.id !== null ? links.openPair(from.id, to.id) : undefined),
          element("span", { class: "entry-title", dir: "auto" }, item.sentence),
          by === "meeting" ? element("span", { class: "entry-facts", dir: "auto" }, through) : null,
        ),
        // An article that names both proves it at two places; a meeting or role in its first sentence.
        ...(by === "article" ? evidence : evidence.slice(0, 1)).map((proof) => evidenceEntry(proof, [[printedIn(proof)]], links)),
      ];
    }
    case "card": {
      const { entity } = item.row;
      return [
        element("p", { class: "card-words", dir: "auto" }, item.sentence),
        ...(entity.id === null
          ? []
          : [button({ class: "chip" }, () => (entity.id === null ? undefined : links.openEntity(entity.id)), "Open the card")]),
      ];
    }
  }
}
