/** A pitch half written, kept on this phone until it is sent. Without storage (private windows) it is just not kept. */

const keyOf = (slug: string) => `wallchart pitch ${slug}`;

/** Keeps what the form holds now, or forgets it. */
export function keepDraft(slug: string, form: HTMLFormElement | null): void {
  try {
    const typed = [...(form ? new FormData(form) : [])];
    const entries = typed.filter(([name]) => name !== "id" && !name.startsWith("$"));
    if (form) localStorage.setItem(keyOf(slug), JSON.stringify(entries));
    else localStorage.removeItem(keyOf(slug));
  } catch {
    // A full or forbidden storage must not stop anybody from typing.
  }
}

/** Puts a kept draft back into an empty form. What was typed before this page came alive is newer: it is kept. */
export function readDraft(slug: string, form: HTMLFormElement): void {
  const title = form.elements.namedItem("title");
  if (!(title instanceof HTMLInputElement)) return;
  if (title.value) {
    keepDraft(slug, form);
    return;
  }
  const kept = entriesOf(slug);
  for (const element of form.elements) {
    if (element instanceof HTMLTextAreaElement || element === title) {
      const [, value] = kept.find(([name]) => name === (element as HTMLInputElement).name) ?? [];
      if (value) (element as HTMLInputElement).value = value;
    } else if (kept.length > 0 && element instanceof HTMLInputElement && element.type !== "hidden") {
      element.checked = kept.some(([name, value]) => name === element.name && value === element.value);
    }
  }
}

function entriesOf(slug: string): [string, string][] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(slug)) ?? "[]");
  } catch {
    return [];
  }
}
