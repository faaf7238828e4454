/**
 * A half-written pitch, kept on this phone until it is sent, for whoever wrote it: another owner's draft is deleted.
 * Without storage (private windows) it is not kept.
 */

const keyOf = (slug: string) => `wallchart pitch ${slug}`;

/** Keeps what the form holds, or deletes it (null). @param owner the registration this phone holds */
export function keepDraft(slug: string, owner: string | null, form: HTMLFormElement | null): void {
  try {
    const typed = [...(form ? new FormData(form) : [])];
    const entries = typed.filter(([name]) => name !== "id" && !name.startsWith("$"));
    if (form) localStorage.setItem(keyOf(slug), JSON.stringify({ owner, entries }));
    else localStorage.removeItem(keyOf(slug));
  } catch {
    // A full or forbidden storage must not stop anybody from typing.
  }
}

/** Restores a draft into an empty form. What was typed before hydration is newer, and is kept instead. */
export function readDraft(slug: string, owner: string | null, form: HTMLFormElement): void {
  const title = form.elements.namedItem("title");
  if (!(title instanceof HTMLInputElement)) return;
  if (title.value) {
    keepDraft(slug, owner, form);
    return;
  }
  const kept = entriesOf(slug, owner);
  for (const element of form.elements) {
    const typed = element instanceof HTMLInputElement && element.type === "text";
    if (element instanceof HTMLTextAreaElement || typed) {
      const [, value] = kept.find(([name]) => name === (element as HTMLInputElement).name) ?? [];
      if (value) (element as HTMLInputElement).value = value;
    } else if (kept.length > 0 && element instanceof HTMLInputElement && element.type !== "hidden") {
      element.checked = kept.some(([name, value]) => name === element.name && value === element.value);
    }
  }
}

type Typed = [name: string, value: string][];

function entriesOf(slug: string, owner: string | null): Typed {
  try {
    const kept: { owner: string | null; entries: Typed } | Typed | null = JSON.parse(
      localStorage.getItem(keyOf(slug)) ?? "null",
    );
    // An older page stored no owner.
    if (kept === null || Array.isArray(kept)) return kept ?? [];
    if (kept.owner === owner) return kept.entries;
    localStorage.removeItem(keyOf(slug));
    return [];
  } catch {
    return [];
  }
}
