/** The page over one graph: one state, which the address carries; every part of the page is told what the state says. */
import { parseQuestion } from "../src/app/question-grammar.ts";
import { answerCard, chainOf, namesOf, unaskableCard } from "./answer-card.ts";
import { type Answers, ApiError, type Asked } from "./api-client.ts";
import { attentionOf, wantedBy } from "./attention.ts";
import { setUpCamera } from "./camera-controls.ts";
import { type Card, entityCard, type Links } from "./card.ts";
import { citationOf } from "./citation.ts";
import { copyWithToast } from "./copy-text.ts";
import { type Dataset, type Entity, pairBetween } from "./dataset.ts";
import { findEditor } from "./editing.ts";
import { byId } from "./elements.ts";
import { makeNameFinder } from "./find-names.ts";
import { type Attention, drawGraph, type GraphView } from "./graph-view.ts";
import { groupCard } from "./group-card.ts";
import { showHelp } from "./help.ts";
import { hoverWords } from "./hover-words.ts";
import { setUpKeys } from "./keys.ts";
import { makeLegend } from "./legend.ts";
import { palettes } from "./look.ts";
import { makeMapView } from "./map-view.ts";
import { sharePalette } from "./marks.ts";
import { makeMatrixView } from "./matrix-view.ts";
import { meetingCard } from "./meeting-card.ts";
import { metForm, overview } from "./overview.ts";
import { pairCard } from "./pair-card.ts";
import { makePanel } from "./panel.ts";
import type { Extent } from "./picture.ts";
import { setUpPrint } from "./print.ts";
import { makeReader } from "./reading.ts";
import { refineLayout } from "./refine-layout.ts";
import { setUpSearch } from "./search.ts";
import { makeSelector, type Selection } from "./selection.ts";
import { setUpShare } from "./share-menu.ts";
import { addressOf, type Reading, type Subject, sameSubject, stateOf, type ViewName, type ViewState, views } from "./state.ts";
import { makeTableView } from "./table-view.ts";
import { currentTheme, setUpTheme } from "./theme.ts";
import { makeTimelineStrip } from "./timeline-strip.ts";
import { makeTimelineView } from "./timeline-view.ts";
import { isFirstVisit, offerTour, startTour } from "./tour.ts";
import type { View } from "./view-facts.ts";

export interface App {
  /** To be called when the dataset has grown. */
  grown(): void;
}

const currentPalette = () => palettes[currentTheme()];

/** Joins the parts of the page. Resolves when everything is in its place. */
export async function runApp(dataset: Dataset, answers: Answers, origin: "served" | "saved"): Promise<App> {
  const container = byId("graph", HTMLElement);
  const hint = byId("hint", HTMLElement);
  const selector = makeSelector(dataset);
  const finder = makeNameFinder(dataset.entities);
  const isEmbedded = document.body.classList.contains("embedded");
  // Nothing can be corrected in a frame, whatever the address says: the page around it could lead the reader's hand.
  const isFramed = window.top !== window.self;
  const editor =
    origin === "served" && !isEmbedded && !isFramed && dataset.totals.mayEdit
      ? await findEditor(dataset, finder, byId("toast", HTMLElement))
      : null;
  let state: ViewState = { ...stateOf(location.hash) };
  /** What is drawn whatever the filters say: what the reader asked for. */
  let wanted: readonly Entity[] = wantedBy(dataset, state.subject);
  let view: Extent | null = null;
  let selection: Selection = selector.select(state, view, wanted);
  let trail: readonly Reading[] = [];
  let stopRefining: (() => void) | null = null;
  let places: ReadonlyMap<string, { readonly x: number; readonly y: number }> = new Map();
  /** How many steps back stay on this page. */
  let depth = 0;

  /** The address as it was last written: what is only passed through on the way, as while brushing, is not. */
  let written = addressOf(state);
  // The state changes here and nowhere else.
  const go = (change: Partial<ViewState>, how: "push" | "replace" | "pass" = "push"): void => {
    const before = state;
    state = { ...state, ...change };
    const address = addressOf(state);
    if (address !== written && how !== "pass") {
      written = address;
      writeAddress(address, how);
    }
    apply(before);
  };
  const writeAddress = (address: string, how: "push" | "replace"): void => {
    const url = address === "" ? location.pathname + location.search : `#${address}`;
    if (how === "push") depth += 1;
    try {
      history[how === "push" ? "pushState" : "replaceState"]({ depth }, "", url);
    } catch {
      // A page saved as a file may not change its address in some browsers; it works without.
    }
  };
  window.addEventListener("popstate", (event) => {
    const before = state;
    const kept: unknown = event.state;
    depth = typeof kept === "object" && kept !== null && "depth" in kept && typeof kept.depth === "number" ? kept.depth : 0;
    state = stateOf(location.hash);
    written = addressOf(state);
    apply(before);
    if (state.camera) graph?.setCamera(state.camera);
    else if (before.camera && state.subject === null) graph?.showAll();
  });

  const close = (): void => go({ subject: null });
  const ask = (text: string): void => go({ subject: { kind: "ask", text } });
  const links: Links = {
    openEntity: (id) => go({ subject: { kind: "entity", id }, reading: null }),
    openMeeting: (id) => go({ subject: { kind: "meeting", id }, reading: null }),
    openPair: (a, b) => go({ subject: { kind: "pair", a, b }, reading: null }),
    openArticle: (article, stretch) => go({ reading: { article, start: stretch?.start ?? 0, end: stretch?.end ?? 0 } }),
    showOnly: (ids) => go({ around: { ids, steps: ids.length === 1 ? 1 : 0 }, camera: null }),
    cite: ({ article, text }) => void cite(article, text),
    askMet: (a, b) => go({ subject: { kind: "met", a, b } }),
    askPath: (a, b) => go({ subject: { kind: "path", a, b } }),
  };

  const cite = async (id: string, sentence: string): Promise<void> => {
    // Without the article's own record the sentence is still worth taking along.
    const unknown = { title: null, outlet: null, publishedAt: null, url: null };
    const source = await answers.article(id).catch(() => unknown);
    await copyWithToast(citationOf(sentence, source), "The sentence is copied with its source.", byId("toast", HTMLElement));
  };

  const graph = tryToDraw();
  const form = metForm(finder, links);
  const panel = makePanel(byId("panel", HTMLElement), () => overview(dataset, form, links, shownMeetings()), {
    back: () => (depth > 1 || (depth > 0 && state.subject !== null) ? () => history.back() : null),
    close,
  });
  const legend = makeLegend(byId("legend", HTMLElement), {
    onFilters: (filters) => go({ filters }),
    onPart: (part) => go({ part }, "replace"),
    onGroups: (groups) => go({ groups }),
    onGroup: (number) =>
      go({ subject: state.subject?.kind === "group" && state.subject.number === number ? null : { kind: "group", number } }),
    onRefine: graph && origin === "served" ? toggleRefining : null,
    onAround: (around) => go({ around, camera: null }),
  });
  const strip = makeTimelineStrip(byId("strip", HTMLElement), (from, to, how) =>
    go({ filters: { ...state.filters, from, to } }, how === "chosen" ? "push" : "pass"),
  );
  const map = makeMapView(byId("map", HTMLElement));
  const otherViews: Readonly<Record<Exclude<ViewName, "graph">, View>> = {
    table: makeTableView(byId("table", HTMLElement)),
    timeline: makeTimelineView(byId("timeline", HTMLElement)),
    map,
    matrix: makeMatrixView(byId("matrix", HTMLElement)),
  };

  function tryToDraw(): GraphView | null {
    try {
      const onTop = ["zoom", "hint", "budget"].map((id) => byId(id, HTMLElement));
      const made = drawGraph(
        container,
        onTop,
        { palette: currentPalette(), picture: selection.picture, filters: state.filters, passing: selection.passing },
        {
          onPick: (picked) => {
            if (picked === null) close();
            else
              go({
                subject:
                  "entity" in picked ? { kind: "entity", id: picked.entity } : { kind: "pair", a: picked.pair.a.id, b: picked.pair.b.id },
              });
          },
          onHover: (hovered) => {
            hint.hidden = hovered === null;
            hint.textContent = hovered === null ? "" : hoverWords(dataset, hovered, state.filters, selection.passing);
          },
          onRest: (camera, extent) => {
            const isWhole = camera.ratio === 1 && camera.x === 0.5 && camera.y === 0.5;
            const before = view;
            view = camera.ratio < 0.95 ? extent : null;
            go({ camera: isWhole ? null : { x: camera.x, y: camera.y, ratio: camera.ratio } }, "replace");
            // What is drawn depends on what is in view only where there is more than a screen holds.
            const isLeftOut = selection.picture.lines.length < selection.part;
            if (isLeftOut && (before !== null || view !== null)) redraw("keep");
          },
        },
      );
      return made;
    } catch (error) {
      byId("notice", HTMLElement).replaceChildren(
        `This browser cannot draw the graph (${String(error)}). The table shows the same meetings.`,
      );
      return null;
    }
  }

  function toggleRefining(): void {
    if (stopRefining) {
      stopRefining();
      stopRefining = null;
    } else {
      stopRefining = refineLayout(selection.picture, places, (next, isDone) => {
        places = next;
        graph?.move(next);
        if (!isDone) return;
        stopRefining = null;
        showLegend();
      });
    }
    showLegend();
  }

  const shownMeetings = () => dataset.meetings.filter(({ index }) => selection.passing.failed[index] === 0);
  const showLegend = (): void =>
    legend.show({
      dataset,
      state,
      passing: selection.passing,
      picture: selection.picture,
      part: selection.part,
      isRefining: stopRefining !== null,
    });
  /** Selects and draws anew; `frame` fits the camera's origin to what is drawn. */
  const redraw = (frame: "frame" | "keep"): void => {
    selection = selector.select(state, view, wanted);
    graph?.show(selection.picture, state.filters, selection.passing, frame);
    const left = selection.part - selection.picture.lines.length;
    const budget = byId("budget", HTMLElement);
    const isEmpty = selection.picture.entities.length === 0;
    budget.hidden = left <= 0 && !isEmpty;
    budget.textContent = isEmpty
      ? "Nothing passes the filters."
      : left > 0
        ? `${selection.picture.lines.length.toLocaleString("en")} of ${selection.part.toLocaleString("en")} lines drawn here; come closer for the rest`
        : "";
    showLegend();
    strip.show({ dataset, filters: state.filters, passing: selection.passing });
    showView();
  };
  const showView = (): void => {
    const name = graph === null && state.view === "graph" ? "table" : state.view;
    document.body.dataset.view = name;
    for (const other of views) {
      byId(`view-${other}`, HTMLElement).setAttribute("aria-pressed", String(other === name));
      if (other !== "graph") byId(other, HTMLElement).hidden = other !== name;
    }
    if (name === "graph") return;
    otherViews[name].show({
      dataset,
      state,
      filters: state.filters,
      passing: selection.passing,
      meetings: shownMeetings(),
      lines: selection.lines,
      links,
    });
  };

  /** Shows what the state says, where it differs from before. */
  const apply = (before: ViewState): void => {
    const isNewSubject = !sameSubject(before.subject, state.subject);
    if (isNewSubject) wanted = wantedBy(dataset, state.subject);
    const isNewAround = JSON.stringify(before.around) !== JSON.stringify(state.around);
    const isNewPicture = before.filters !== state.filters || before.part !== state.part || isNewAround;
    if (isNewPicture || (isNewSubject && (wanted.length > 0 || wantedBy(dataset, before.subject).length > 0))) {
      redraw(isNewAround ? "frame" : "keep");
      if (isNewAround) graph?.showAll();
    } else if (before.view !== state.view) showView();
    else if (before.groups !== state.groups) showLegend();
    if (before.groups !== state.groups) graph?.setGroups(state.groups === "shown");
    if (isNewSubject) void showSubject();
    else if (isNewPicture && state.subject === null) void panel.show(null);
    if (JSON.stringify(before.reading) !== JSON.stringify(state.reading)) void showReading();
  };

  const attend = (attention: Attention): void => graph?.select(attention);
  const showSubject = async (): Promise<void> => {
    const { subject } = state;
    if (subject?.kind === "group") showLegend();
    attend(attentionOf(dataset, subject));
    const card = await panel.show(subject === null ? null : () => loadCard(subject));
    if (!card) return;
    trail = card.trail;
    const centred = subject?.kind === "entity" ? dataset.entityById.get(subject.id) : undefined;
    if (centred && state.view === "graph") graph?.centre(centred);
  };
  const loadCard = async (subject: Subject): Promise<Card> => {
    switch (subject.kind) {
      case "entity": {
        const card = await answers.entity(subject.id);
        return entityCard(card, links, editor?.entityTools(card));
      }
      case "meeting": {
        const card = await answers.meeting(subject.id);
        return meetingCard(card, links, editor?.meetingTools(card));
      }
      case "pair": {
        const [card, theirs] = await Promise.all([answers.entity(subject.a), answers.entity(subject.b)]);
        return pairCard(card, theirs, pairBetween(dataset, subject.a, subject.b), links);
      }
      case "group":
        return groupCard(dataset, subject.number, links);
      case "ask":
        return parseQuestion(subject.text)
          ? loadAnswer(subject.text, { kind: "ask", text: subject.text })
          : unaskableCard(subject.text, ask);
      case "met":
        return loadAnswer(`Did ${subject.a} meet ${subject.b}?`, subject);
      case "path":
        return loadAnswer(`How are ${subject.a} and ${subject.b} connected?`, subject);
      case "review":
        if (!editor)
          throw new ApiError("There is nothing to review here.", "Serve the graph with --edit and open the address with its token.");
        return editor.reviewCard(links);
    }
  };
  const loadAnswer = async (words: string, asked: Asked): Promise<Card> => {
    const { subject } = state;
    const answer = await answers.ask(asked);
    // Who has gone on meanwhile is not called back.
    if (state.subject !== subject) return answerCard(words, answer, links);
    const chain = chainOf(answer);
    const names = chain.length > 0 ? chain : namesOf(answer);
    wanted = names.slice(0, 60).flatMap((id) => dataset.entityById.get(id) ?? []);
    redraw("keep");
    attend(names.length === 0 ? null : chain.length > 0 ? { path: chain } : { chain: names });
    return answerCard(words, answer, links);
  };

  const showReading = makeReader(byId("article", HTMLDialogElement), {
    answers,
    current: () => state.reading,
    trail: () => trail,
    open: (reading) => go({ reading }, reading === null ? "push" : "replace"),
    openEntity: links.openEntity,
  });

  setUpSearch(
    { field: byId("search", HTMLInputElement), list: byId("suggestions", HTMLElement), status: byId("search-status", HTMLElement) },
    answers,
    finder,
    { openEntity: links.openEntity, openArticle: links.openArticle, ask },
  );
  for (const name of views) byId(`view-${name}`, HTMLElement).addEventListener("click", () => go({ view: name }));
  byId("view-graph", HTMLButtonElement).disabled = graph === null;
  setUpShare(byId("share", HTMLDetailsElement), { address: () => location.href, view: graph, palette: currentPalette });
  const tour = (): void => {
    byId("tour-offer", HTMLElement).hidden = true;
    startTour(byId("tour", HTMLDialogElement));
  };
  const help = (): void => showHelp(byId("keys", HTMLDialogElement), tour);
  byId("help", HTMLElement).addEventListener("click", help);
  const review = byId("review", HTMLElement);
  review.hidden = editor === null;
  review.addEventListener("click", () => go({ subject: { kind: "review" } }));
  setUpCamera([container, byId("map", HTMLElement)], () => (state.view === "map" ? map : graph));
  setUpKeys({
    undo: () => {
      if (depth > 0) history.back();
    },
    close: () => {
      if (state.subject !== null) close();
    },
    help,
    leaf: (to) => {
      const next = to === "next" ? trail[0] : trail.at(-1);
      if (next) go({ reading: next });
      return next !== undefined;
    },
    show: (view) => go({ view }),
  });
  setUpTheme(byId("theme", HTMLElement), (theme) => {
    sharePalette(palettes[theme], document.documentElement.style);
    graph?.setPalette(palettes[theme]);
  });
  setUpPrint(byId("panel", HTMLElement));

  redraw("frame");
  if (graph) {
    graph.setGroups(state.groups === "shown");
    if (state.camera) graph.setCamera(state.camera);
  }
  const camera = state.camera;
  await showSubjectAtStart();
  if (state.reading) await showReading();
  if (isFirstVisit() && origin === "served" && location.hash === "" && !isEmbedded) offerTour(byId("tour-offer", HTMLElement), tour);

  async function showSubjectAtStart(): Promise<void> {
    attend(attentionOf(dataset, state.subject));
    const { subject } = state;
    const card = await panel.show(subject === null ? null : () => loadCard(subject));
    trail = card?.trail ?? [];
    const centred = subject?.kind === "entity" ? dataset.entityById.get(subject.id) : undefined;
    if (centred && !camera && !state.around) graph?.centre(centred);
  }

  const prepareSearch = (): void => {
    if (finder.prepare()) setTimeout(prepareSearch, 30);
  };
  setTimeout(prepareSearch, 300);

  return {
    grown() {
      prepareSearch();
      selector.reset();
      redraw("keep");
      if (state.subject === null) void panel.show(null);
      else wanted = wantedBy(dataset, state.subject);
    },
  };
}
