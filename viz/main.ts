/** Starts the page: reads the graph, draws it, and joins search, legend, panel and reader. */
import type { Span } from "../src/domain/span.ts";
import { ApiError, api, type Graph } from "./api-client.ts";
import { showArticle, showArticleNote } from "./article-reader.ts";
import { entityCard, type Links, statementCard } from "./card.ts";
import { byId } from "./elements.ts";
import { evidencePanel } from "./evidence-panel.ts";
import { countsOf, initialFilters, revealing, visibleParts } from "./filters.ts";
import { type Attention, drawGraph, type GraphView } from "./graph-view.ts";
import { hoverWords } from "./hover-words.ts";
import { showLegend } from "./legend.ts";
import { palettes } from "./look.ts";
import { sharePalette } from "./marks.ts";
import { showTable } from "./meetings-table.ts";
import { meetingOf, type Network, nameOf, networkOf } from "./network.ts";
import { overview } from "./overview.ts";
import { failure, makePanel } from "./panel.ts";
import { setUpSearch } from "./search.ts";

const darkness = matchMedia("(prefers-color-scheme: dark)");
const container = byId("graph", HTMLElement);
const notice = byId("notice", HTMLElement);

function currentPalette() {
  return palettes[darkness.matches ? "dark" : "light"];
}

async function start(): Promise<void> {
  document.body.dataset.ready = "loading";
  notice.replaceChildren("Reading the graph…");
  sharePalette(currentPalette(), document.documentElement.style);
  try {
    const graph = await api.graph();
    notice.replaceChildren();
    if (graph.entities.length === 0) {
      notice.replaceChildren("This store is empty. Fill it with `whomet build PATH`, then serve it again.");
    } else run(graph);
    document.body.dataset.ready = "yes";
  } catch (error) {
    notice.replaceChildren(...failure(error, () => void start()));
    document.body.dataset.ready = "failed";
  }
}

/** Joins the parts of the page over one graph. */
function run(graph: Graph): void {
  const network = networkOf(graph);
  let visible = visibleParts(network, initialFilters);
  let attention: Attention = null;
  /** What the reader asked for is drawn, whatever the filters say. */
  const showParts = (): void => view?.show(attention && "node" in attention ? revealing(network, visible, attention.node) : visible);

  const links: Links = {
    openEntity: (id) => open({ node: id }, "centre"),
    openMeeting: (id) => open({ node: id }, "centre"),
    openArticle: (id, stretch) => void readArticle(id, stretch),
  };
  const hint = byId("hint", HTMLElement);
  const view = tryToDraw(network, visible, {
    onPick: (picked) => (picked === null ? panel.close() : open(picked, "still")),
    onHover: (hovered) => {
      hint.hidden = hovered === null;
      hint.textContent = hovered === null ? "" : hoverWords(network, hovered);
    },
  });
  const panel = makePanel(
    byId("panel", HTMLElement),
    () => overview(graph, network, links),
    (key) => {
      attention = attentionOf(network, key);
      showParts();
      view?.select(attention);
    },
  );
  const open = (picked: Attention, camera: "centre" | "still"): void => {
    if (picked === null) return;
    const subject = subjectOf(network, picked, links);
    panel.open(subject.key, subject.load);
    if (camera === "centre" && "node" in picked) view?.centre(picked.node);
  };

  const table = byId("table", HTMLElement);
  const showAs = (kind: "graph" | "table"): void => {
    table.hidden = kind === "graph";
    document.body.dataset.view = kind;
    byId("view-graph", HTMLElement).setAttribute("aria-pressed", String(kind === "graph"));
    byId("view-table", HTMLElement).setAttribute("aria-pressed", String(kind === "table"));
    if (kind === "table") showTable(table, network, visible, links.openMeeting);
  };
  byId("view-graph", HTMLButtonElement).disabled = view === null;
  byId("view-graph", HTMLElement).addEventListener("click", () => showAs("graph"));
  byId("view-table", HTMLElement).addEventListener("click", () => showAs("table"));
  showAs(view === null ? "table" : "graph");

  showLegend(byId("legend", HTMLElement), countsOf(network), initialFilters, (filters) => {
    visible = visibleParts(network, filters);
    showParts();
    if (!table.hidden) showTable(table, network, visible, links.openMeeting);
  });
  setUpSearch(
    { field: byId("search", HTMLInputElement), list: byId("suggestions", HTMLElement), status: byId("search-status", HTMLElement) },
    links,
  );
  if (view) setUpZoom(view);
  setUpKeys(() => panel.close());
}

/** The drawing, or null with a word about it where the browser cannot draw. */
function tryToDraw(network: Network, visible: ReturnType<typeof visibleParts>, events: Parameters<typeof drawGraph>[3]): GraphView | null {
  try {
    const view = drawGraph(network, { container, onTop: byId("zoom", HTMLElement) }, { palette: currentPalette(), visible }, events);
    darkness.addEventListener("change", () => {
      sharePalette(currentPalette(), document.documentElement.style);
      view.setPalette(currentPalette());
    });
    return view;
  } catch (error) {
    notice.replaceChildren(`This browser cannot draw the graph (${String(error)}). The table shows the same meetings.`);
    return null;
  }
}

/** What the panel shows for what was picked. */
function subjectOf(
  network: Network,
  picked: { node: string } | { edge: string },
  links: Links,
): { key: string; load: () => Promise<readonly Node[]> } {
  if ("node" in picked) {
    const isMeeting = network.hasNode(picked.node) && network.getNodeAttributes(picked.node).kind === "meeting";
    const load = isMeeting
      ? async () => evidencePanel(await api.meeting(picked.node), links)
      : async () => entityCard(await api.entity(picked.node), links);
    return { key: `node ${picked.node}`, load };
  }
  const meeting = meetingOf(network, picked.edge);
  if (meeting !== null) return subjectOf(network, { node: meeting }, links);
  const edge = network.getEdgeAttributes(picked.edge);
  const [from, to] = network.extremities(picked.edge);
  if (edge.kind !== "statement") return subjectOf(network, { node: from }, links);
  const about = nameOf(network.getNodeAttributes(to));
  return { key: `edge ${picked.edge}`, load: async () => statementCard(await api.entity(from), about, edge.quotes, links) };
}

/** What stays bright while the panel shows the subject with this key. */
function attentionOf(network: Network, key: string | null): Attention {
  const id = key?.slice(5) ?? "";
  if (key?.startsWith("edge ")) return { edge: id };
  return network.hasNode(id) ? { node: id } : null;
}

async function readArticle(id: string, stretch: Span | null): Promise<void> {
  const dialog = byId("article", HTMLDialogElement);
  showArticleNote(dialog, "One moment", "Reading the article…");
  try {
    showArticle(dialog, await api.article(id), stretch);
  } catch (error) {
    const { message, hint } = error instanceof ApiError ? error : { message: String(error), hint: "" };
    showArticleNote(dialog, "The article cannot be shown", `${message} ${hint}`);
  }
}

function setUpZoom(view: GraphView): void {
  byId("zoom-in", HTMLElement).addEventListener("click", () => view.zoom("in"));
  byId("zoom-out", HTMLElement).addEventListener("click", () => view.zoom("out"));
  byId("zoom-all", HTMLElement).addEventListener("click", () => view.showAll());
  const step = 0.15;
  const actions: Readonly<Record<string, () => void>> = {
    "+": () => view.zoom("in"),
    "=": () => view.zoom("in"),
    "-": () => view.zoom("out"),
    "0": () => view.showAll(),
    ArrowLeft: () => view.pan(-step, 0),
    ArrowRight: () => view.pan(step, 0),
    ArrowUp: () => view.pan(0, -step),
    ArrowDown: () => view.pan(0, step),
  };
  container.tabIndex = 0;
  container.addEventListener("keydown", (event) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
    if (!action) return;
    action();
    event.preventDefault();
  });
}

/** `/` goes to the search field, Escape closes the card. The dialog and the field handle their own Escape. */
function setUpKeys(closePanel: () => void): void {
  document.addEventListener("keydown", (event) => {
    if (byId("article", HTMLDialogElement).open) return;
    const field = byId("search", HTMLInputElement);
    if (event.key === "/" && document.activeElement !== field && !event.ctrlKey && !event.metaKey && !event.altKey) {
      field.focus();
      field.select();
      event.preventDefault();
    } else if (event.key === "Escape") closePanel();
  });
}

await start();
