/**
 * What has been typed, kept by this tab until it is sent, so that a reload or Back loses nothing. The form's id is kept
 * with it, so that sending the same form twice is recognised. It never leaves the browser by itself.
 */
import { uuidv7 } from "#domain/id.ts";
import { formKey, waitKey } from "#domain/sent-form.ts";
import type { Answers } from "./answers.tsx";

/** Unticked boxes are left out. */
export function answersOf(form: HTMLFormElement): Answers {
  const entries = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(entries);
}

/** A browser that refuses to store (private mode, full) keeps nothing, which is no fault. */
export function keepDraft(slug: string, answers: Answers): void {
  try {
    sessionStorage.setItem(formKey(slug), JSON.stringify(answers));
  } catch {
    // The form itself still holds everything.
  }
}

/** Whether somebody has begun to type: also before the page's scripts had arrived. */
export function isBegun(form: HTMLFormElement): boolean {
  const { name, email } = answersOf(form);
  return Boolean(name || email);
}

/** Fills the form with what this tab kept, unless the person has begun to type again. */
export function restoreDraft(slug: string, form: HTMLFormElement): void {
  const kept = readDraft(slug);
  if (!kept || isBegun(form)) return;
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")) {
      field.checked = kept[field.name] === field.value;
    } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.value = kept[field.name] ?? field.value;
    }
  }
}

/** Everybody is given the same page, so a form gets its id in the browser: that of its draft, where it has one. */
export function formIdOf(slug: string): string {
  return readDraft(slug)?.id || uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** Keeps that the form waits for registration to open, so that a page which is loaded anew waits on. @param opensAt null when it waits no more */
export function keepWaiting(slug: string, opensAt: string | null): void {
  try {
    if (opensAt) sessionStorage.setItem(waitKey(slug), opensAt);
    else sessionStorage.removeItem(waitKey(slug));
  } catch {
    // It waits as long as the page is open.
  }
}

/** Whether the form waited for this opening. */
export function isWaitingFor(slug: string, opensAt: string): boolean {
  try {
    return sessionStorage.getItem(waitKey(slug)) === opensAt;
  } catch {
    return false;
  }
}

export function forgetDraft(slug: string): void {
  try {
    sessionStorage.removeItem(formKey(slug));
    sessionStorage.removeItem(waitKey(slug));
  } catch {
    // It was never kept.
  }
}

function readDraft(slug: string): Answers | null {
  try {
    return JSON.parse(sessionStorage.getItem(formKey(slug)) ?? "null");
  } catch {
    return null;
  }
}
