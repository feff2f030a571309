/** As many invented articles as a benchmark asks for: names with the frequencies of news, meetings, and every tenth a copy. */
import type { AnnotatedArticle } from "../domain/annotation.ts";
import type { Modality } from "../domain/meeting.ts";
import { annotated, type GivenMeeting } from "./annotated-article.fixture.ts";

const given = "Anna Boris Carla David Elena Felix Greta Hugo Irene Jonas Karim Laila Mario Nadia Omar Petra Quentin Rosa Samir Tania".split(
  " ",
);
const families =
  "Abara Bellini Castellan Drobny Eriksen Fontaine Grabowski Haddad Ivanov Jansen Kowalski Lindqvist Moreau Novak Okafor Petrov Quist Rahman Silva Tanaka".split(
    " ",
  );
const heads = ["Ministry", "Institute", "Council", "Movement", "Bank", "Agency", "Union", "Front"];
const cities =
  "Arlen Borsk Calder Dunmore Elsin Farrow Gresk Holm Istra Jarrow Kesten Lorn Marsk Nevin Orlo Pella Quay Rostan Selby Torva".split(" ");
const modalities: readonly Modality[] = ["held", "held", "held", "planned", "cancelled", "ongoing"];

/** A sequence of numbers in [0, 1), the same every time (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `count` articles of about 400 words with about ten names each. */
export function inventArticles(count: number): AnnotatedArticle[] {
  const next = numbers(7);
  const below = (limit: number): number => Math.floor(next() * limit);
  // few are in the news every day, most once
  const skewed = (limit: number): number => Math.floor(limit * next() ** 3);
  const personName = (index: number): string => {
    const suffix = index < 400 ? "" : String.fromCharCode(97 + (Math.floor(index / 400) % 26), 97 + (Math.floor(index / 10_400) % 26));
    return `${given[index % 20] ?? ""} ${families[Math.floor(index / 20) % 20] ?? ""}${suffix}`;
  };
  const articles: AnnotatedArticle[] = [];
  for (let number = 0; number < count; number += 1) {
    const id = `s${String(number).padStart(6, "0")}`;
    const day = new Date(Date.UTC(2024, 0, 1 + below(600))).toISOString().slice(0, 10);
    const earlier = articles[below(articles.length)];
    if (number % 10 === 9 && earlier) {
      articles.push({ ...earlier, annotation: { ...earlier.annotation, id, publishedAt: day, outlet: `Paper ${below(40)}` } });
      continue;
    }
    const people = Array.from({ length: 4 }, () => personName(skewed(6000)));
    const bodies = Array.from({ length: 3 }, () => `${cities[below(20)] ?? ""} ${heads[skewed(8)] ?? ""} ${skewed(60)}`);
    const places = Array.from({ length: 3 }, () => `${cities[skewed(20)] ?? ""} ${skewed(25) || ""}`.trim());
    const names = [
      ...people.map((name, index) => `[${index === 3 ? (name.split(" ")[1] ?? name) : name}|p${index}]`),
      ...bodies.map((name, index) => `[${name}|o${index}]`),
      ...places.map((name, index) => `[${name}|l${index}]`),
    ];
    const words = Array.from({ length: 400 }, (_, index) => (index % 40 === 0 ? (names[index / 40] ?? "and") : `w${skewed(30_000)}`));
    const meetings = Array.from(
      { length: below(3) },
      (): GivenMeeting => ({
        parties: [`p${below(2)}`, next() < 0.5 ? "p2" : "officials@o0"],
        modality: modalities[below(6)] ?? "held",
        ...(next() < 0.6 ? { place: "l0" } : {}),
        ...(next() < 0.5 ? { date: [day, day] as const } : {}),
      }),
    );
    articles.push(annotated(id, `${words.join(" ")}.`, { publishedAt: day, outlet: `Paper ${below(40)}`, meetings }));
  }
  return articles;
}
