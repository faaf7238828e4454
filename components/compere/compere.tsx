"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { useNow } from "#components/event/clock.ts";
import { useConnection, useSnapshot } from "#components/live/provider.tsx";
import { keptSafe } from "#components/pitch/safe.ts";
import { useAlive } from "#components/ui/alive.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Link } from "#components/ui/link.tsx";
import { Phone } from "#components/ui/phone.tsx";
import { ConnectionState } from "#components/ui/status.tsx";
import { permits } from "#domain/event.ts";
import { lineToPitch } from "#domain/pitch/line.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { useAwake } from "./awake.ts";
import styles from "./compere.module.css";
import { NowAtTheFront } from "./front.tsx";
import { NO_STEP, notSent, type StepState, type TakeStep } from "./step.ts";
import { StepBar } from "./steps.tsx";
import { Turns } from "./turns.tsx";

const common = wordsOf("common");
const words = wordsOf("compere");

type CompereProps = {
  action: TakeStep;
  /** When the server rendered the page, ISO 8601. */
  served: string;
  /** What was searched for, where there is no script. */
  search: string;
  /** The form by which a pitch is added. */
  children: ReactNode;
};

/**
 * The phone of whoever runs the line to pitch. It holds nothing of its own: the line is the same on every such phone, and
 * each step says whom it saw at the front.
 */
export function Compere({ action, served, search, children }: CompereProps) {
  const { event, pitches, line, hands } = useSnapshot();
  const now = useNow(served, 1_000);
  const [alive, connection] = [useAlive(), useConnection()];
  const [state, send, pending] = useActionState(alive ? keptSafe(action, notSent) : action, NO_STEP);
  useFocusKept(state, pending);
  useTop(state);
  useAwake();
  const all = lineToPitch(pitches, line);
  const front = line.front?.id ?? null;
  const offline = alive && connection === "offline";
  const open = permits(event.phase, "call");
  return (
    <Phone
      camp={event.name}
      connection={
        <ConnectionState state={alive ? connection : null}>
          {alive ? common.connection[connection] : null}
        </ConnectionState>
      }
      action={open ? <StepBar {...{ state, send, pitches, line, offline }} /> : null}
    >
      {open ? null : <Banner title={words.closed} />}
      <NowAtTheFront line={all} hands={hands} now={now} />
      {line.last ? (
        <p className={styles.last}>{words.lastStep(line.last.by, ago(now - Date.parse(line.last.at)))}</p>
      ) : null}
      {open && pitches.length > 0 ? (
        // Who was searched for and called is found: the line is all there again.
        <Turns
          key={state.did?.step === "call" ? state.did.pitch : ""}
          {...{ pitches, front, send, search }}
          line={all}
          away={line.away}
        />
      ) : null}
      {children}
      <footer className={styles.section}>
        {open ? <p className={styles.quiet}>{words.how}</p> : null}
        <p className={styles.quiet}>{words.takeOver}</p>
        <p>
          <Link href={`/e/${event.slug}/desk/pitches`}>{words.desk}</Link>
        </p>
      </footer>
    </Phone>
  );
}

/** How long ago, in words. @param ms milliseconds */
function ago(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  if (seconds < 5) return words.now;
  if (seconds < 60) return count(seconds, words.secondsAgo, readerLocale());
  if (seconds < 3_600) return count(Math.floor(seconds / 60), words.minutesAgo, readerLocale());
  return words.longAgo;
}

/** Whoever took a step further down is shown whom it called. */
function useTop({ did }: StepState): void {
  useEffect(() => {
    if (did && did.step !== "move") window.scrollTo(0, 0);
  }, [did]);
}

/**
 * A row that was moved keeps the focus: on the button that was pressed, or on the row where that is gone. After another
 * step whose button is gone it is on who is at the front.
 */
function useFocusKept({ did }: StepState, pending: boolean): void {
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    if (pending) {
      const { activeElement: on, body } = document;
      // A thumb leaves the focus nowhere, and is led nowhere.
      pressed.current = on === null || on === body ? null : on.id;
      return;
    }
    const id = pressed.current;
    pressed.current = null;
    if (id === null || !did) return;
    const moved = did.step === "move" ? document.getElementById(`turn-${did.pitch}`) : null;
    if (moved) (document.getElementById(id) ?? moved).focus();
    else if (document.activeElement === document.body) headingOf()?.focus();
  }, [pending, did]);
}

function headingOf(): HTMLElement | null {
  const heading = document.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  return heading;
}
