import type { ReactNode } from "react";
import { datesOf, doorTimesOf } from "#components/event/life.ts";
import { wayTo } from "#components/event/way.ts";
import { Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import type { EventView } from "#domain/event.ts";
import type { LettingGo } from "#domain/registration/status.ts";
import type { RegistrationView } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import { Act, type Action } from "./act.tsx";
import styles from "./status.module.css";
import { Sure } from "./sure.tsx";
import ticket from "./ticket.module.css";
import { Ticket } from "./ticket.tsx";

const words = wordsOf("status");

type PlaceProps = {
  event: EventView;
  registration: RegistrationView;
  /** For the QR code, as `ticketAddress` makes it. */
  address: string;
  token: string;
  lettingGo: LettingGo;
  giveBack: Action;
  /** They are in: then it is not given back. */
  isIn: boolean;
  /** What else can be done with the place: changing details, taking it to another phone. */
  children: ReactNode;
  /** Asks for proof of the mailbox, where it is missing. */
  verify: ReactNode;
};

/** The ticket first, then what helps, and at the end, quietly, how to give it back. */
export function Place(props: PlaceProps) {
  const { event, registration, address, token, lettingGo, giveBack, isIn, children, verify } = props;
  const { place } = words;
  return (
    <>
      <Heading title={words.titles.confirmed} />
      {verify}
      <Ticket
        registration={registration}
        address={address}
        when={place.doors(datesOf(event), doorTimesOf(event))}
      />
      <ul className={ticket.helps}>
        <li>
          {/* A plain link: the router cannot fetch a file. */}
          <a className={ticket.help} href={`/e/${event.slug}/calendar`}>
            {place.calendar}
          </a>
        </li>
        <li>
          <a className={ticket.help} href={wayTo(event.place)} rel="noreferrer">
            {place.way(event.place)}
          </a>
        </li>
      </ul>
      {children}
      {isIn ? null : (
        <section className={styles.part}>
          <h2>{place.cant}</h2>
          <p>
            <Figures>{place.wait(lettingGo)}</Figures>
          </p>
          <Sure quiet label={place.giveBack} what={place.giveBackWhat(lettingGo, registration.waiting)}>
            <Act action={giveBack} token={token} kind="danger" wide>
              {place.giveBackSure}
            </Act>
          </Sure>
        </section>
      )}
    </>
  );
}
