/** Starts the page: gets the graph, shows it, and fetches the rest of a large one while the reader looks. */
import { serverAnswers } from "./api-client.ts";
import { runApp } from "./app.ts";
import { addPage, type Dataset, datasetOf } from "./dataset.ts";
import { byId } from "./elements.ts";
import { palettes } from "./look.ts";
import { sharePalette } from "./marks.ts";
import { failure } from "./panel.ts";
import { readSaved, savedAnswers } from "./saved-answers.ts";
import { currentTheme, showTheme } from "./theme.ts";

const notice = byId("notice", HTMLElement);
const progress = byId("progress", HTMLProgressElement);
const saved = readSaved(document);
const answers = saved ? savedAnswers(saved) : serverAnswers;

async function start(): Promise<void> {
  document.body.dataset.ready = "loading";
  document.body.classList.toggle("embedded", new URLSearchParams(location.search).has("embed"));
  document.body.classList.toggle("saved", saved !== null);
  showTheme();
  sharePalette(palettes[currentTheme()], document.documentElement.style);
  notice.replaceChildren("Reading the graph…");
  try {
    const page = await answers.network(0);
    notice.replaceChildren();
    const dataset = datasetOf(page);
    if (dataset.totals.entities === 0) {
      notice.replaceChildren("This store is empty. Fill it with `whomet build PATH`, then serve it again.");
    } else {
      const app = await runApp(dataset, answers, saved ? "saved" : "served");
      if (page.next !== null) void readRest(dataset, page.next, app.grown);
    }
    document.body.dataset.ready = "yes";
  } catch (error) {
    notice.replaceChildren(...failure(error, () => void start()));
    document.body.dataset.ready = "failed";
  }
}

/** Fetches the other pages, one after the other; `onGrown` is called when the last has come. */
async function readRest(dataset: Dataset, from: number, onGrown: () => void): Promise<void> {
  progress.hidden = false;
  progress.max = Math.max(dataset.totals.meetings, dataset.totals.roles, dataset.totals.statements);
  try {
    for (let next: number | null = from; next !== null; ) {
      progress.value = next;
      const page = await answers.network(next);
      addPage(dataset, page);
      next = page.next;
      // The reader's clicks go before the next page.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    onGrown();
    document.body.dataset.complete = "yes";
  } catch (error) {
    notice.replaceChildren(...failure(error, () => void readRest(dataset, from, onGrown)));
  }
  progress.hidden = true;
}

await start();
