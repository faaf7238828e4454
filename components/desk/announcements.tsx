"use client";

import { placeOf } from "#components/event/place.ts";
import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { useSnapshot } from "#components/live/provider.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Words } from "#components/ui/words.tsx";
import { permits } from "#domain/event.ts";
import { LONGEST, RANGES } from "#domain/limits.ts";
import { number } from "#messages/counts.ts";
import { timeAway } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./announcements.module.css";

const words = wordsOf("announcementsDesk");

/** @param freshId of the next one, so that sending it twice says it once */
export function Announce({
  freshId,
  today,
  most,
  action,
}: {
  freshId: string;
  today: number;
  most: number;
  action: FormAction;
}) {
  const { event } = useSnapshot();
  if (!permits(event.phase, "announce")) return <p>{words.closed}</p>;
  return (
    <Form action={action} keep="announcement" facts={freshId}>
      {(fields) => (
        <>
          <input type="hidden" name="id" value={freshId} />
          <TextField
            label={words.text}
            hint={words.textHint}
            name="text"
            maxLength={LONGEST.announcement}
            autoComplete="off"
            defaultValue={fields.text("text")}
            error={fields.error("text")}
            required
          />
          <Submit pendingWords={words.pending}>{words.submit}</Submit>
          <p className={styles.left}>
            {words.left(number(today, readerLocale()), number(most, readerLocale()))}
          </p>
        </>
      )}
    </Form>
  );
}

/** @param now when the page was made, milliseconds since 1970 */
export function Announced({ now, takeBack }: { now: number; takeBack: FormAction }) {
  const { event, announcements } = useSnapshot();
  const place = placeOf(event);
  return (
    <section className={styles.part}>
      <h2>{words.shown}</h2>
      {announcements.length === 0 ? <p>{words.none}</p> : null}
      {announcements.map((one) => (
        <div key={one.id} className={styles.said}>
          <p className={styles.words}>
            <time dateTime={one.at}>{timeAway(one.at, now, place)}</time>
            <Words>{one.text}</Words>
          </p>
          <Form action={takeBack}>
            {() => (
              <>
                <input type="hidden" name="id" value={one.id} />
                <Submit kind="quiet" pendingWords={words.takingBack} aria-label={words.takeBackOf(one.text)}>
                  {words.takeBack}
                </Submit>
              </>
            )}
          </Form>
        </div>
      ))}
    </section>
  );
}

export function Most({ most, action }: { most: number; action: FormAction }) {
  const { min, max } = RANGES.announcements;
  return (
    <section className={`${styles.part} ${styles.most}`}>
      <Form action={action}>
        {(fields) => (
          <>
            <TextField
              label={words.most}
              hint={words.mostHint}
              name="most"
              type="number"
              inputMode="numeric"
              min={min}
              max={max}
              defaultValue={fields.text("most", String(most))}
              error={fields.error("most")}
              required
            />
            <Submit kind="quiet" pendingWords={words.saving}>
              {words.save}
            </Submit>
          </>
        )}
      </Form>
    </section>
  );
}
