import type { ReactNode } from "react";
import { datesOf, doorTimesOf } from "#components/event/life.ts";
import { Card } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import type { EventView } from "#domain/event.ts";
import type { LettingGo } from "#domain/registration/status.ts";
import type { RegistrationView } from "#domain/registration.ts";
import { time, weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Act, type Action } from "./act.tsx";
import styles from "./status.module.css";
import { Sure } from "./sure.tsx";

const words = wordsOf("status");
const { called } = wordsOf("standby");

type OfferProps = {
  event: EventView;
  registration: RegistrationView;
  now: Date;
  /** Whether they are called to the door just now. */
  onTheDay?: boolean;
  token: string;
  lettingGo: LettingGo;
  accept: Action;
  decline: Action;
  /** Asks for proof of the mailbox, where it is missing. */
  verify: ReactNode;
};

export function Offer({
  event,
  registration,
  now,
  onTheDay = false,
  token,
  lettingGo,
  accept,
  decline,
  verify,
}: OfferProps) {
  const { offered } = words;
  const here = { locale: readerLocale(), zone: event.zone };
  const until = registration.offeredUntil;
  const { remindAt } = registration;
  const left = until ? Math.max(0, Date.parse(until) - now.getTime()) : null;
  return (
    <>
      <Heading title={words.titles.offered}>
        <Figures>{offered.day(datesOf(event), doorTimesOf(event))}</Figures>
      </Heading>
      <Card
        tone="wait"
        title={
          until ? (
            <Figures>{offered.until(`${time(until, here)}, ${weekday(until, here)}`)}</Figures>
          ) : (
            offered.held(lettingGo)
          )
        }
      >
        <p>
          {left === null ? (
            offered.paused
          ) : (
            <>
              <strong>{offered.left(left)}</strong> {offered.held(lettingGo)}
              {remindAt ? (
                <> {offered.remind(`${time(remindAt, here)}, ${weekday(remindAt, here)}`)}</>
              ) : null}
            </>
          )}
        </p>
      </Card>
      <div className={styles.acts}>
        <Act action={accept} token={token} wide>
          {onTheDay ? called.coming : offered.accept}
        </Act>
        {onTheDay ? <p>{called.door}</p> : null}
      </div>
      <Sure label={offered.decline} what={offered.declineWhat(lettingGo, registration.waiting)}>
        <Act action={decline} token={token} kind="danger" wide>
          {offered.declineSure}
        </Act>
      </Sure>
      {verify}
    </>
  );
}
