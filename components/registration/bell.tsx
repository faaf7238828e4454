"use client";

import { Fragment, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useNow } from "#components/event/clock.ts";
import { Button } from "#components/ui/button.tsx";
import type { Way } from "#domain/release.ts";
import { wordsOf } from "#messages/words.ts";
import { isWaitingFor, keepWaiting } from "./draft.ts";

const words = wordsOf("release").soon;

/** The release that opens registration. Instants are ISO 8601; `served` is when the page was rendered. */
export type Opens = { way: Way; opensAt: string; served: string };

/** Where everybody who presses in the first minute is alike, not all need press in the same instant: milliseconds. */
const SPREAD = 5_000;

export type Bell = {
  /** Keeps the form until registration opens. @returns whether it is kept: false once it is open */
  hold: () => boolean;
  held: boolean;
  letGo: () => void;
};

/** A form that is sent before registration opens waits for it, and is sent then by itself. */
export function useBell(slug: string, opens: Opens | null, form: RefObject<HTMLFormElement | null>): Bell {
  const [held, setHeld] = useState(false);
  const opensAt = opens?.opensAt ?? null;
  useEffect(() => {
    // A phone loads a page anew that was in the background.
    if (opensAt && isWaitingFor(slug, opensAt)) setHeld(true);
  }, [slug, opensAt]);
  const [part] = useState(Math.random);
  const rung = useRef(false);
  const now = useNow(opens?.served ?? new Date(0).toISOString(), 1_000);
  const left = opens ? Date.parse(opens.opensAt) - now : 0;
  const mine = left + (opens?.way === "first_come" ? 0 : part * SPREAD);
  useEffect(() => {
    // A timer this far away would be set anew by then; a browser takes none of more than 24 days.
    if (!held || mine > 2_000) return;
    const timer = setTimeout(
      () => {
        rung.current = true;
        setHeld(false);
        form.current?.requestSubmit();
      },
      Math.max(0, mine),
    );
    return () => clearTimeout(timer);
  }, [held, mine, form]);
  return {
    held,
    hold: () => {
      if (left <= 0 || rung.current) return false;
      keepWaiting(slug, opensAt);
      setHeld(true);
      return true;
    },
    letGo: () => {
      keepWaiting(slug, null);
      setHeld(false);
    },
  };
}

/** The button that sends; while the form waits, what it waits for and a way to stop that. */
export function SendAtBell({ bell, children }: { bell: Bell; children: ReactNode }) {
  return (
    <>
      <div role="status">{bell.held ? <p>{words.waits}</p> : null}</div>
      {/* Two buttons, by their keys: one that became the other under the finger would send the form after all. */}
      {bell.held ? (
        <Button key="stop" type="button" kind="quiet" wide onClick={bell.letGo}>
          {words.stop}
        </Button>
      ) : (
        <Fragment key="send">{children}</Fragment>
      )}
    </>
  );
}
