/** What is folded on the screen is printed in full. */

/** Unfolds the rest of each list and the versions of each saying before the browser prints. */
export function setUpPrint(panel: HTMLElement): void {
  window.addEventListener("beforeprint", () => {
    for (const rest of panel.querySelectorAll<HTMLElement>("[data-rest]")) rest.click();
    for (const versions of panel.querySelectorAll<HTMLDetailsElement>("details.versions")) versions.open = true;
  });
}
