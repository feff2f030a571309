/** Puts words on the clipboard, and says so where the reader looks. */
import { element } from "./elements.ts";

/** How long a word about something that is done stays. */
const staysMs = 4000;

/** Copies the text; `said` then tells `done`, or holds the text ready to be copied by hand where the browser gives no leave. */
export async function copyText(text: string, done: string, said: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    said.replaceChildren(done);
  } catch {
    const field = element("input", { class: "field", readonly: "", value: text, "aria-label": "To be copied" });
    said.replaceChildren(field);
    field.select();
  }
}

/** The same, with a toast that goes away by itself once nothing has to be done any more. */
export async function copyWithToast(text: string, done: string, toast: HTMLElement): Promise<void> {
  toast.hidden = false;
  await copyText(text, done, toast);
  setTimeout(() => {
    if (toast.textContent === done) toast.hidden = true;
  }, staysMs);
}
