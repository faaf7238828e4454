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
import { Sure } from "./sure.tsx";

const words = wordsOf("status");

type HeldProps = {
  event: EventView;
  registration: RegistrationView;
  now: Date;
  token: string;
  lettingGo: LettingGo;
  letGo: Action;
  verify: ReactNode;
};

/** A place held until its address is proven. */
export function Held({ event, registration, now, token, lettingGo, letGo, verify }: HeldProps) {
  const { held, offered } = words;
  const here = { locale: readerLocale(), zone: event.zone };
  const until = registration.heldUntil;
  const left = until ? Math.max(0, Date.parse(until) - now.getTime()) : null;
  return (
    <>
      <Heading title={words.titles.held}>
        <Figures>{offered.day(datesOf(event), doorTimesOf(event))}</Figures>
      </Heading>
      <Card
        tone="wait"
        title={
          until ? (
            <Figures>{held.until(`${time(until, here)}, ${weekday(until, here)}`)}</Figures>
          ) : (
            held.onItsWay
          )
        }
      >
        <p>
          {left === null ? (
            held.notYet
          ) : (
            <>
              <strong>{held.left(left)}</strong> {held.after}
            </>
          )}
        </p>
      </Card>
      {verify}
      <Sure label={held.letGo} what={held.letGoWhat(lettingGo, registration.waiting)}>
        <Act action={letGo} token={token} kind="danger" wide>
          {held.letGoSure}
        </Act>
      </Sure>
    </>
  );
}
