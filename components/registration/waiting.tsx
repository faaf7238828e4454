import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { BigNumber, Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import type { EventView } from "#domain/event.ts";
import { decidedAmong } from "#domain/pool.ts";
import type { Chance } from "#domain/registration/chance.ts";
import type { LettingGo } from "#domain/registration/status.ts";
import type { PoolTurn, RegistrationView } from "#domain/registration.ts";
import { number } from "#messages/counts.ts";
import { time, weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Act, type Action } from "./act.tsx";
import styles from "./status.module.css";
import { Sure } from "./sure.tsx";

const words = wordsOf("status");
const pool = wordsOf("pool").turn;

type WaitingProps = {
  event: EventView;
  registration: RegistrationView;
  /** How many places have gone to people in this line so far. */
  moved: number;
  /** What past camps say; null where there is none to go by. */
  chance: Chance | null;
  /** Until when an offer made now would stand, milliseconds since 1970; null while none are made. */
  until: number | null;
  /** Whether places are free that anybody in the line could be offered. */
  free?: boolean;
  token: string;
  lettingGo: LettingGo;
  leave: Action;
  /** Asks for proof of the mailbox, where it is missing. */
  verify: ReactNode;
  /** How to pause, or end a pause. */
  pause: ReactNode;
};

/** Among whom their turn is decided; null for everybody in the line. */
function amongOf({ turn, sector }: RegistrationView): string | null {
  const among = turn && decidedAmong(turn.verdict);
  if (among === "sector") return sector;
  return among === "first_timers" ? pool.firstTimers : among === "organisation" ? pool.organisation : null;
}

/** Which they are in the whole line, and why that does not decide. */
function Turn({ registration, turn }: { registration: RegistrationView; turn: PoolTurn }) {
  const { position, waiting, sector } = registration;
  return (
    <>
      <p>{pool.why[turn.verdict](sector)}</p>
      {amongOf(registration) === null ? null : (
        <p>
          <Figures>{pool.whole(position ?? 0, waiting)}</Figures>
        </p>
      )}
    </>
  );
}

/** Of how many, whose turn comes before, and what is known about the chance. */
function Standing({
  event,
  registration,
  moved,
  chance,
}: Pick<WaitingProps, "event" | "registration" | "moved" | "chance">) {
  const { waiting } = words;
  const { position, turn } = registration;
  return (
    <>
      <BigNumber value={number(turn?.position ?? position ?? 0, readerLocale())}>
        <span className={styles.line}>
          {turn ? pool.inLine(turn.waiting, amongOf(registration)) : waiting.inLine(registration.waiting)}
        </span>
        <span className={styles.line}>{waiting.places(event.capacity)}</span>
      </BigNumber>
      <div className={styles.facts}>
        {turn ? <Turn registration={registration} turn={turn} /> : null}
        <p>
          <Figures>{waiting.moved(moved)}</Figures>
        </p>
        {turn ? null : <p>{waiting.order}</p>}
        <p>
          <Figures>{waiting.chance(chance)}</Figures>
        </p>
      </div>
    </>
  );
}

/** The place in the line. Not before the mailbox is proven: beside the public count it would tell who is registered. */
export function Waiting({
  event,
  registration,
  moved,
  chance,
  until,
  free = false,
  token,
  lettingGo,
  leave,
  verify,
  pause,
}: WaitingProps) {
  const { waiting } = words;
  const here = { locale: readerLocale(), zone: event.zone };
  const offers =
    until === null ? (
      waiting.offersOff
    ) : (
      <>
        {waiting.mail}{" "}
        <Figures>
          {waiting.until(`${time(new Date(until), here)}, ${weekday(new Date(until), here)}`)}
        </Figures>{" "}
        {waiting.night}
      </>
    );
  return (
    <>
      <Heading title={words.titles.waiting} />
      <Card>
        {registration.proven ? (
          <Standing {...{ event, registration, moved, chance }} />
        ) : (
          <>
            <p>{waiting.unproven}</p>
            {free && until !== null ? <p>{waiting.confirmFirst}</p> : null}
          </>
        )}
      </Card>
      {registration.lapsed ? <p>{waiting.lapsed}</p> : null}
      {verify}
      <div className={styles.prose}>
        {registration.pausedUntil === null ? <p>{offers}</p> : null}
        <p>{waiting.truth}</p>
      </div>
      {pause}
      <Sure label={waiting.leave} what={waiting.leaveWhat(lettingGo)}>
        <Act action={leave} token={token} kind="danger" wide>
          {waiting.leaveSure}
        </Act>
      </Sure>
    </>
  );
}
