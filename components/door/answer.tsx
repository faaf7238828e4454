"use client";

import { useId, useLayoutEffect, useRef } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Link } from "#components/ui/link.tsx";
import type { DoorAnswer, Guest } from "#domain/door/guest.ts";
import { firstNameOf, saidCode } from "#domain/ticket.ts";
import { type Place, time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./answer.module.css";

const words = wordsOf("door");

const ICONS = { welcome: "check", already: "clock", not_on_list: "warn" } as const;

type AnswerProps = {
  answer: DoorAnswer;
  /** Whether they are to be let in by a tap on this screen. */
  asks: boolean;
  /** Nobody is let in yet. */
  shut: boolean;
  /** No other page opens. */
  offline: boolean;
  here: Place;
  /** Where the desk has a page of each person, for whoever may see it. */
  people: string | null;
  /** Where single badges are printed. */
  badges: string;
  letIn: () => void;
  undo: () => void;
  leaves: (guest: Guest) => void;
  /** Where somebody whose place was passed on is let in after all. */
  back: (guest: Guest) => string;
  close: () => void;
};

/** One of three answers, over the whole screen: a colour, a word and a shape. */
export function Answer({
  answer,
  asks,
  shut,
  offline,
  here,
  people,
  badges,
  letIn,
  undo,
  leaves,
  back,
  close,
}: AnswerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    // So that the focus goes back to where it was.
    return () => element?.close();
  }, []);
  const { kind, guest } = answer;
  const tooEarly = shut && kind === "welcome";
  const asked = asks && kind === "welcome" && !tooEarly;
  // Whoever is called has a place, and a badge, once they are let in.
  const hasBadge = guest && (!guest.out || (guest.called !== undefined && kind !== "not_on_list" && !asked));
  return (
    <dialog
      className={styles.answer}
      data-kind={tooEarly ? "already" : kind}
      ref={dialog}
      aria-labelledby={heading}
      onClose={close}
    >
      <span className={styles.shape}>
        <Icon name={ICONS[tooEarly ? "already" : kind]} />
      </span>
      <h2 id={heading} className={styles.word}>
        {tooEarly ? words.shut.title : words.answer[kind]}
      </h2>
      {guest ? <Who guest={guest} isOut={kind === "not_on_list"} /> : null}
      {"code" in answer ? <p className={styles.first}>{saidCode(answer.code)}</p> : null}
      {tooEarly ? <p className={styles.note}>{words.shut.guest}</p> : <Why answer={answer} here={here} />}
      <div className={styles.acts}>
        {asked ? (
          <Button wide onClick={letIn}>
            {words.letIn}
          </Button>
        ) : (
          <Button wide onClick={() => dialog.current?.close()}>
            {words.next}
          </Button>
        )}
        {guest && kind === "already" ? (
          <Button wide kind="quiet" onClick={() => leaves(guest)}>
            {words.leaves}
          </Button>
        ) : null}
        {guest && kind === "not_on_list" && answer.why === "passed_on" && !offline ? (
          <ButtonLink wide href={back(guest)}>
            {words.letBack}
          </ButtonLink>
        ) : null}
        {kind === "already" ? (
          <Button wide kind="quiet" onClick={undo}>
            {words.undo}
          </Button>
        ) : null}
        {asked ? (
          <Button wide kind="quiet" onClick={() => dialog.current?.close()}>
            {words.close}
          </Button>
        ) : null}
      </div>
      {offline && (hasBadge || people) && guest ? <p>{words.offline.later}</p> : null}
      {hasBadge && !offline ? <Link href={`${badges}?who=${guest.id}`}>{words.badge.print}</Link> : null}
      {guest && people && !offline ? <Link href={`${people}/${guest.id}`}>{words.openPage}</Link> : null}
    </dialog>
  );
}

type WhoProps = {
  guest: Guest;
  /** Whether they are turned away: whoever is called is not, and has no place yet. */
  isOut: boolean;
};

function Who({ guest: { name, firstTime, photos, badge }, isOut }: WhoProps) {
  return (
    <>
      <p className={styles.first}>{firstNameOf(name)}</p>
      <p className={styles.name}>{name}</p>
      {isOut ? null : (
        <p className={styles.lanyard} data-photos={photos}>
          {photos ? words.lanyard.yes : words.lanyard.no}
        </p>
      )}
      {firstTime && !isOut ? <p className={styles.note}>{words.firstTime}</p> : null}
      {isOut ? null : <p className={styles.note}>{badge ? words.badge.printed : words.badge.none}</p>}
    </>
  );
}

function Why({ answer, here }: { answer: DoorAnswer; here: Place }) {
  if (answer.kind === "already") {
    const { at, door } = answer.here;
    return <p className={styles.note}>{words.since(time(new Date(at).toISOString(), here), door)}</p>;
  }
  if (answer.kind === "welcome")
    return answer.guest ? null : <p className={styles.note}>{words.unlisted.note}</p>;
  return (
    <>
      <p className={styles.note}>{words.why[answer.why]}</p>
      <p className={styles.note}>{words.what[answer.guest?.standsBy ? "standsBy" : answer.why]}</p>
    </>
  );
}
