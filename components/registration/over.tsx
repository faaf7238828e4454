import { ButtonLink } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { type EventView, permits } from "#domain/event.ts";
import { allows, type Status } from "#domain/registration.ts";
import { status as words } from "#messages/en/status.ts";
import styles from "./status.module.css";

/** How it ended, and the way back where there is one. */
export function Over({
  event,
  status,
}: {
  event: EventView;
  status: Exclude<Status, "waiting" | "offered" | "confirmed">;
}) {
  const { over, again: back } = words;
  const again = allows("register", status) && permits(event.phase, "register");
  return (
    <>
      <Heading title={words.titles[status]}>{over[status]}</Heading>
      {again ? (
        <div className={styles.acts}>
          <p>{back.what}</p>
          <ButtonLink href={`/e/${event.slug}/register`} wide>
            {back.button}
          </ButtonLink>
        </div>
      ) : null}
    </>
  );
}
