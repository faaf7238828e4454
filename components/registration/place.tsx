import type { ReactNode } from "react";
import { datesOf, doorTimesOf } from "#components/event/life.ts";
import { Card } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import type { EventView } from "#domain/event.ts";
import type { LettingGo } from "#domain/registration/status.ts";
import type { RegistrationView } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import { Act, type Action } from "./act.tsx";
import styles from "./status.module.css";
import { Sure } from "./sure.tsx";
import { Ticket } from "./ticket.tsx";

const words = wordsOf("status");

type PlaceProps = {
  event: EventView;
  registration: RegistrationView;
  /** The whole private address, for the QR code. */
  address: string;
  token: string;
  lettingGo: LettingGo;
  giveBack: Action;
  children: ReactNode;
  /** Asks for proof of the mailbox, where it is missing. */
  verify: ReactNode;
};

export function Place({
  event,
  registration,
  address,
  token,
  lettingGo,
  giveBack,
  children,
  verify,
}: PlaceProps) {
  const { place } = words;
  const remarks = [
    registration.name,
    registration.firstTime ? place.firstTime : null,
    registration.photos ? place.photos : place.noPhotos,
  ];
  const ticket = (
    <>
      <Ticket address={address} label={place.qr} />
      <p className={styles.who}>{remarks.filter(Boolean).join(" · ")}</p>
    </>
  );
  return (
    <>
      <Card tone="good">
        <h1 className={styles.title}>{words.titles.confirmed}</h1>
        <p>
          <Figures>{place.doors(datesOf(event), doorTimesOf(event))}</Figures>. {place.show}
        </p>
        <p>
          {/* A plain link: the router cannot fetch a file. */}
          <a href={`/e/${event.slug}/calendar`}>{place.calendar}</a>
        </p>
        {verify ? null : ticket}
      </Card>
      {verify}
      {verify ? <Card>{ticket}</Card> : null}
      {children}
      <section className={styles.part}>
        <h2>{place.cant}</h2>
        <p>
          <Figures>{place.wait(lettingGo)}</Figures>
        </p>
        <Sure label={place.giveBack} what={place.giveBackWhat(lettingGo, registration.waiting)}>
          <Act action={giveBack} token={token} kind="danger" wide>
            {place.giveBackSure}
          </Act>
        </Sure>
      </section>
    </>
  );
}
