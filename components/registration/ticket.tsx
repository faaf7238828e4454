import { encode } from "uqr";
import { Card } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import type { RegistrationView } from "#domain/registration.ts";
import { firstNameOf, saidCode, TICKET_QR } from "#domain/ticket.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./ticket.module.css";

const words = wordsOf("status").ticket;

type TicketProps = {
  registration: Pick<RegistrationView, "name" | "ticketCode" | "firstTime" | "photos" | "companions">;
  /** As `ticketAddress` makes it. */
  address: string;
  /** "Friday 14 July, doors 9am" */
  when: string;
};

/** What is shown at the entrance, on a phone or on paper: read from an arm's length, scanned, or said out loud. */
export function Ticket({ registration, address, when }: TicketProps) {
  const { name, ticketCode, firstTime, photos, companions } = registration;
  const first = firstNameOf(name);
  const remarks = [
    first === name ? null : name,
    companions > 0 ? words.companions(companions) : null,
    firstTime ? words.firstTime : null,
    photos ? words.photos : words.noPhotos,
  ];
  const code = saidCode(ticketCode);
  return (
    <Card tone="good" as="section">
      <h2 className="visually-hidden">{words.title}</h2>
      <p className={styles.first} data-long={longOf(first)}>
        {first}
      </p>
      <p className={styles.who}>{remarks.filter(Boolean).join(" · ")}</p>
      <QrCode address={address} />
      {code ? (
        <p className={styles.code}>
          <span className="visually-hidden">{words.code} </span>
          {code}
        </p>
      ) : null}
      <p className={styles.when}>
        <Figures>{when}</Figures>
      </p>
      <p className={styles.show}>{words.show}</p>
    </Card>
  );
}

/** In how many sizes less than the largest a name stands on one line. */
const longOf = (name: string) => [6, 9, 12].filter((most) => name.length > most).length;

/** Black on white in both themes, for scanners, with the light edge that they need. */
function QrCode({ address }: { address: string }) {
  const { data, size } = encode(address, TICKET_QR);
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
  return (
    <svg className={styles.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.qr}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" shapeRendering="crispEdges" d={squares.join("")} />
    </svg>
  );
}
