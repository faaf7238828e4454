"use client";

import { useActionState } from "react";
import { useSnapshot } from "#components/live/provider.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { permits } from "#domain/event.ts";
import { countsKept, handsOpen } from "#domain/voting.ts";
import { wordsOf } from "#messages/words.ts";
import type { Told } from "./act.tsx";
import styles from "./pitch.module.css";

const common = wordsOf("common");
const { hands: words } = wordsOf("pitchDesk");

/** Takes a form with `closed`. */
export type CloseHands = (told: Told, form: FormData) => Promise<Told>;

/** Whether hands are open, and the button that closes or opens them. @param action null for somebody who only looks */
export function HandsSwitch({ action }: { action: CloseHands | null }) {
  const { event } = useSnapshot();
  if (!permits(event.phase, "raiseHand")) return null;
  const open = handsOpen(event);
  const kept = countsKept(event);
  return (
    <section className={styles.head}>
      <p aria-live="polite">
        {open ? words.open : words.closed} {kept ? words.kept : null}
      </p>
      {action ? <SwitchForm action={action} open={open} /> : null}
    </section>
  );
}

function SwitchForm({ action, open }: { action: CloseHands; open: boolean }) {
  const [told, send] = useActionState(action, null);
  return (
    <form action={send}>
      <input type="hidden" name="closed" value={open ? "yes" : "no"} />
      <Submit kind="quiet" pendingWords={common.connection.connecting}>
        {open ? words.close : words.reopen}
      </Submit>
      {told ? (
        <p className={styles.told} role="alert">
          {told.what} {told.next}
        </p>
      ) : null}
    </form>
  );
}
