"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import {
  begunOf,
  type KeptIn,
  keep,
  putBack,
  readKept,
  sameValues,
  valuesOf,
  withoutRow,
} from "./kept-fields.ts";
import styles from "./unsaved.module.css";

/** What somebody reads when they come back, and when they are about to leave. */
export type UnsavedWords = {
  restored: string;
  partly: string;
  discard: string;
  overtaken: string;
  leave: { title: string; body: string; stay: string; go: string };
};

/** What was kept is back, is back but for rows that have no fields now, or is of a page that has changed since. */
type Found = "restored" | "partly" | "overtaken" | null;

type UnsavedProps = {
  /** Which form of its page it is in; what is typed is kept under the page and this. */
  name: string;
  /** The form came back from the server with what was typed, and nothing is saved. */
  returned?: boolean;
  /** The form is empty again because what was typed has arrived. */
  arrived?: boolean;
  /** Where it is kept: in this tab unless told otherwise. */
  place?: KeptIn;
  words: UnsavedWords;
};

/**
 * Inside a form it guards what is typed: a link asks first, the browser asks on closing, and this tab keeps it until it
 * is saved. Without JavaScript it does nothing.
 */
export function Unsaved({ name, returned = false, arrived = false, place = "tab", words }: UnsavedProps) {
  const anchor = useRef<HTMLDivElement>(null);
  const [note, setNote] = useState<Found>(null);
  const [leaving, setLeaving] = useState<HTMLAnchorElement | null>(null);
  const guard = useRef<ReturnType<typeof watch>>(null);
  useEffect(() => {
    const form = anchor.current?.closest("form");
    if (!form) return;
    const key = `unsaved ${location.pathname} ${name}`;
    if (arrived && readKept(key, place)?.sent) keep(key, null, place);
    const watching = watch(form, { key, place }, returned, setLeaving);
    guard.current = watching;
    setNote(watching.found);
    return watching.end;
  }, [name, returned, arrived, place]);
  return (
    <div ref={anchor}>
      {note ? (
        <p className={styles.note} role="status">
          {words[note]}{" "}
          {note !== "overtaken" ? (
            <button
              type="button"
              className={styles.discard}
              onClick={() => {
                guard.current?.discard();
                setNote(null);
              }}
            >
              {words.discard}
            </button>
          ) : null}
        </p>
      ) : null}
      <Dialog
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        title={words.leave.title}
        closeLabel={words.leave.stay}
        actions={
          <Button
            kind="quiet"
            onClick={() => {
              leavingAnyway = true;
              leaving?.click();
              setLeaving(null);
            }}
          >
            {words.leave.go}
          </Button>
        }
      >
        <p>{words.leave.body}</p>
      </Dialog>
    </div>
  );
}

/** Somebody chose to leave: no form of this page asks again, nor does the browser. */
let leavingAnyway = false;

/** @returns what was found from before, and the ways to end it */
function watch(
  form: HTMLFormElement,
  { key, place }: { key: string; place: KeptIn },
  returned: boolean,
  onLeave: (link: HTMLAnchorElement) => void,
) {
  leavingAnyway = false;
  const before = readKept(key, place);
  const began = returned ? (before?.began ?? {}) : begunOf(form);
  // What was typed before hydration is newer than what this tab kept.
  const early = !returned && !sameValues(valuesOf(form), began);
  let changed = returned || early;
  /** The address the form was sent from: another one afterwards means that it arrived. */
  let sentFrom: string | null = null;

  const restorable = !changed && before && !sameValues(before.typed, began);
  const current = before && sameValues(before.began, began);
  let lost = restorable && current ? withoutRow(before.typed, began) : {};
  const back = Object.keys(lost).length > 0 ? "partly" : "restored";
  const found: Found = !restorable ? null : current ? back : before.sent ? null : "overtaken";
  if (restorable && current) {
    putBack(form, before.typed);
    changed = true;
  } else keep(key, changed ? { began, typed: valuesOf(form), sent: false } : null, place);

  const type = () => {
    const typed = valuesOf(form);
    changed = !sameValues(typed, began);
    sentFrom = null;
    // What has no field stays kept, so that a second return does not claim that all is back.
    keep(key, changed ? { began, typed: { ...lost, ...typed }, sent: false } : null, place);
  };
  const send = () => {
    keep(key, { began, typed: valuesOf(form), sent: true }, place);
    changed = false;
    sentFrom = location.href;
  };
  const close = (event: BeforeUnloadEvent) => {
    if (changed && !leavingAnyway) event.preventDefault();
  };
  const follow = (event: MouseEvent) => {
    const link = changed && !leavingAnyway ? linkOf(event) : null;
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    onLeave(link);
  };
  form.addEventListener("input", type);
  form.addEventListener("change", type);
  form.addEventListener("submit", send);
  window.addEventListener("beforeunload", close);
  document.addEventListener("click", follow, true);
  return {
    found,
    discard: () => {
      putBack(form, began);
      changed = false;
      lost = {};
      keep(key, null, place);
    },
    end: () => {
      form.removeEventListener("input", type);
      form.removeEventListener("change", type);
      form.removeEventListener("submit", send);
      window.removeEventListener("beforeunload", close);
      document.removeEventListener("click", follow, true);
      const from = sentFrom;
      const arrive = () => {
        if (from && location.href !== from && readKept(key, place)?.sent) keep(key, null, place);
      };
      // At once where the new page is here already, and later where its address is still to come.
      arrive();
      setTimeout(arrive);
    },
  };
}

/** The link a click would follow away from this page, in this tab. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element).closest?.("a");
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return null;
  const to = new URL(link.href);
  if (to.origin !== location.origin) return null;
  return to.pathname === location.pathname && to.search === location.search ? null : link;
}
