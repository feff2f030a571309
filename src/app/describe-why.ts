/** Why answers are as they are, in words. */
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { ExplainedEntity, ExplainedMeeting, ExplainedReport } from "../graph/explain.ts";
import type { OriginBasis } from "../graph/find-originators.ts";
import type { Objection } from "../graph/same-meeting.ts";
import { counted, describeInterval, publisher } from "./describe-answers.ts";

/** Article id → the article, for its outlet and day. */
export type ArticlesById = ReadonlyMap<string, Pick<AnnotatedArticle, "annotation">>;

const objections: Readonly<Record<Objection, string>> = {
  parties: "each names somebody whom the other does not",
  place: "other places",
  date: "other days, or published too far apart",
  history: "one is no news of the other: what was held is not what is planned",
  manner: "one is a call, the other is not",
  series: "one is a sum of several meetings",
  company: "smaller company, and neither day nor place in common",
};

/** The meeting, why these reports are one, whose reporting each is, and why others are not it. */
export function describeMeetingReasons(explained: ExplainedMeeting, articles: ArticlesById): string {
  const { title, from, to, modality, sources, reports, apart } = explained;
  const count = new Set(reports.map(({ article }) => article)).size;
  const lines = reports.map((report) =>
    [
      `    ${whoPrinted(report.article, articles)}: ${report.modality}: “${inOneLine(report.text)}”`,
      `      ${report.agrees === null ? "the most precise report" : `joined by: ${report.agrees.join(", ")}`}; ${describeSource(report, articles)}`,
    ].join("\n"),
  );
  const others = apart.map(
    (other) =>
      `    not ${other.title} (${other.meeting}): ${other.objections.map((objection) => objections[objection]).join("; ") || "each report fits the other better"}`,
  );
  const sum = `${counted(sources.length, "independent source")} for “${modality}”: ${sources.join(", ")}`;
  const when = describeInterval(from, to);
  const head = `${title}${when === "" ? "" : ` ${when}`}: ${counted(count, "article")}, ${sum}`;
  // what an article repeats word for word, as a headline above its text, stands once
  return [head, ...new Set(lines), ...others].join("\n");
}

/** "source: Axios, credited in the sentence", "source: Reuters or AFP, credited near the start of the article". */
function describeSource({ sources, basis, isHearsay }: ExplainedReport, articles: ArticlesById): string {
  if (isHearsay) return "hearsay, no source beside any other";
  const names = sources.length === 0 ? "unknown" : sources.join(basis.kind === "sentence" ? " and " : " or ");
  return `source: ${names}, ${describeBasis(basis, articles)}`;
}

function describeBasis({ kind, article }: OriginBasis, articles: ArticlesById): string {
  const model = article === null ? "another article" : whoPrinted(article, articles);
  switch (kind) {
    case "sentence":
      return "credited in the sentence";
    case "joint":
      return "credited together, for one report or one voice";
    case "byline":
      return "the agency in its dateline or closing credit";
    case "article":
      return "credited near the start of the article";
    case "copy":
      return `as it copies ${model}`;
    case "rewrite":
      return `as it shares sentences with ${model}`;
    case "own":
      return "its own reporting, as far as it shows";
  }
}

/** What somebody is called and why these names are one, then who they might have been. */
export function describeEntityReasons({ id, name, forms, decisions }: ExplainedEntity): string {
  const called = forms.map(({ form, articles }) => `“${form}” (${counted(articles.length, "article")})`).join(", ");
  const lines = decisions.map(({ verdict, names: [mine, other], with: bearer, reason, decidedBy, score }) => {
    const whom = bearer === null ? `“${mine}” and “${other}”` : `“${mine}” and “${other}” (${bearer})`;
    return `    ${whom}: ${verdict}, ${reason} (${decidedBy}, ${score.toFixed(2)})`;
  });
  return [`${name} (${id}): called ${called}`, ...lines].join("\n");
}

/** "the Daily Echo, 2025-03-05". */
function whoPrinted(id: string, articles: ArticlesById): string {
  const annotation = articles.get(id)?.annotation;
  if (!annotation) return id;
  const { outlet, title, file, publishedAt } = annotation;
  return [publisher({ outlet, title, file, article: id }), ...(publishedAt === null ? [] : [publishedAt])].join(", ");
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
