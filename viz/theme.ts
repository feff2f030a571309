/** Light or dark: as the system says until the reader chooses otherwise, which this browser remembers. */

export type Theme = "light" | "dark";

const storageKey = "whomet-theme";
const darkness = matchMedia("(prefers-color-scheme: dark)");

/** The theme that is shown now. */
export function currentTheme(): Theme {
  return chosenTheme() ?? systemTheme();
}

/** Gives the page its theme, now and whenever the system or `toggle` changes it; `onChange` hears of every change. */
export function setUpTheme(toggle: HTMLElement, onChange: (theme: Theme) => void): void {
  const show = (): void => {
    const theme = currentTheme();
    showTheme();
    toggle.setAttribute("aria-pressed", String(theme === "dark"));
    onChange(theme);
  };
  darkness.addEventListener("change", show);
  toggle.addEventListener("click", () => {
    choose(currentTheme() === "dark" ? "light" : "dark");
    show();
  });
  toggle.setAttribute("aria-pressed", String(currentTheme() === "dark"));
}

/** Lets the styles know what was chosen. */
export function showTheme(): void {
  document.documentElement.dataset.theme = currentTheme();
}

function systemTheme(): Theme {
  return darkness.matches ? "dark" : "light";
}

let chosen: Theme | null | undefined;

function chosenTheme(): Theme | null {
  if (chosen !== undefined) return chosen;
  try {
    const kept = localStorage.getItem(storageKey);
    chosen = kept === "light" || kept === "dark" ? kept : null;
  } catch {
    chosen = null;
  }
  return chosen;
}

/** What the system says as well is not kept: the page then follows it again. */
function choose(theme: Theme): void {
  chosen = theme === systemTheme() ? null : theme;
  try {
    if (chosen === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, chosen);
  } catch {
    // Where nothing can be kept, the choice lasts as long as the page.
  }
}
