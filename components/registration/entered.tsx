import type { ReactNode } from "react";
import { momentOf } from "#components/event/opening.tsx";
import { Card } from "#components/ui/card.tsx";
import { BigNumber, Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import type { EventView } from "#domain/event.ts";
import type { EntryView } from "#domain/release.ts";
import type { TicketsView } from "#domain/tickets.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Act, type Action } from "./act.tsx";
import styles from "./status.module.css";
import { Sure } from "./sure.tsx";

const words = wordsOf("release");

type EnteredProps = {
  event: EventView;
  tickets: TicketsView;
  /** Their own; null where they are not proven, since anybody may have typed the address. */
  entry: EntryView | null;
  token: string;
  leave: Action;
  /** Asks for proof of the mailbox, where it is missing. */
  verify: ReactNode;
  /** With whom they enter, while that can be changed. */
  together: ReactNode;
};

/** In a batch whose first minute is not over, or in a draw. */
export function Entered({ event, tickets, entry, token, leave, verify, together }: EnteredProps) {
  const { entered } = words;
  const { release } = tickets;
  if (release?.way !== "draw") {
    const when = release ? momentOf(release.closesAt, event) : "";
    return (
      <>
        <Heading title={entered.batch}>{entered.batchWhat}</Heading>
        <Card>
          <Count tickets={tickets} />
          <div className={styles.facts}>
            <p>
              <Figures>{entered.batchWhen(when)}</Figures> {entered.soonHere}
            </p>
          </div>
        </Card>
      </>
    );
  }
  const closed = tickets.next === "drawing";
  return (
    <>
      <Heading title={entered.draw}>
        <Figures>{entered.drawWhat(release.places)}</Figures>
      </Heading>
      <Card>
        <Count tickets={tickets} />
        <div className={styles.facts}>
          <p>
            <Figures>{closed ? entered.closed : entered.closes(momentOf(release.closesAt, event))}</Figures>
          </p>
          <p>
            {entered.source}: {release.source}
          </p>
        </div>
      </Card>
      {verify}
      {closed ? null : together}
      <OwnEntry slug={event.slug} entry={entry} />
      <Sure label={entered.leave} what={closed ? entered.leaveClosed : entered.leaveWhat}>
        <Act action={leave} token={token} kind="danger" wide>
          {entered.leaveSure}
        </Act>
      </Sure>
    </>
  );
}

function Count({ tickets: { entered, release } }: Pick<EnteredProps, "tickets">) {
  return (
    <BigNumber value={number(entered, readerLocale())}>
      <span className={styles.line}>{words.draw.so(entered)}</span>
      {release ? <span className={styles.line}>{words.draw.of(release.places)}</span> : null}
    </BigNumber>
  );
}

/** Where to find oneself in the public list of a draw, also when it has been made. */
export function OwnEntry({ slug, entry }: { slug: string; entry: EntryView | null }) {
  if (entry && entry.way !== "draw") return null;
  return (
    <section className={styles.part}>
      <p>
        {entry ? (
          <>
            {words.entered.own}: <code className={styles.entry}>{entry.id}</code>
          </>
        ) : (
          words.entered.ownLater
        )}
      </p>
      <p>
        <a href={`/e/${slug}/draw${entry ? `#${entry.id}` : ""}`}>{words.entered.check}</a>
      </p>
    </section>
  );
}
