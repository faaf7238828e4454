"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { useSnapshot } from "#components/live/provider.tsx";
import { Card } from "#components/ui/card.tsx";
import { Submit } from "#components/ui/submit.tsx";
import type { ChecklistItem, OrdinaryKey } from "#domain/checklist.ts";
import { weekday } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./today.module.css";

const words = wordsOf("checklist");

type ThingProps = {
  item: ChecklistItem;
  /** The page it stands on, below the desk: what is pressed there is answered there. */
  from: "" | "/checklist";
  tick: FormAction;
  /** Takes what the crew added off the list. */
  remove?: FormAction;
};

/** Where it is done, under the camp's address. */
const WHERE: Partial<Record<OrdinaryKey, string>> = {
  crew: "/desk/crew",
  conduct: "/desk/pages/conduct",
  rooms: "/desk/settings/rooms",
  needs: "/desk/needs",
  food: "/desk/needs",
  joining: "/desk/mail",
  print: "/desk/print",
  phones: "/desk/door",
  wall: "/wall",
  standby: "/desk/mail",
  rehearsal: "/desk/rehearsal",
};

/** One thing on the checklist, by when it is due, and its tick. */
export function ChecklistThing({ item, from, tick, remove }: ThingProps) {
  const title = item.key ? words.items[item.key].title : item.title;
  const { slug } = useSnapshot().event;
  const where = item.key && WHERE[item.key];
  const done = item.stage === "done";
  return (
    <Card as="li" {...(item.stage === "late" && { tone: "wait" as const })}>
      <div className={styles.task}>
        <div className={styles.what}>
          <h3 className={styles.title}>{where ? <a href={`/e/${slug}${where}`}>{title}</a> : title}</h3>
          {done ? null : <p>{item.key ? words.items[item.key].why : null}</p>}
          <Due item={item} />
        </div>
        <div className={styles.acts}>
          {item.seen ? (
            <p>{words.seen}</p>
          ) : (
            <Form action={tick}>
              {() => (
                <>
                  <input type="hidden" name="which" value={item.key ?? item.id} />
                  <input type="hidden" name="done" value={done ? "no" : "yes"} />
                  <input type="hidden" name="from" value={from} />
                  <Submit
                    kind="quiet"
                    pendingWords={done ? words.unticking : words.ticking}
                    aria-label={done ? words.untickOf(title) : words.tickOf(title)}
                  >
                    {done ? words.untick : words.tick}
                  </Submit>
                </>
              )}
            </Form>
          )}
          {remove && item.id ? (
            <Form action={remove}>
              {() => (
                <>
                  <input type="hidden" name="id" value={item.id} />
                  <Submit kind="quiet" pendingWords={words.removing} aria-label={words.removeOf(title)}>
                    {words.remove}
                  </Submit>
                </>
              )}
            </Form>
          ) : null}
        </div>
      </div>
    </Card>
  );
}

function Due({ item }: { item: ChecklistItem }) {
  const { due, daysBefore, daysLate, stage } = item;
  if (stage === "now") return <p>{words.now}</p>;
  // A date is no instant: it is said as it stands, in no zone.
  const date = weekday(`${due}T12:00:00Z`, { locale: readerLocale(), zone: "UTC" });
  const by = words.due(date, daysBefore);
  return <p>{stage === "late" ? `${by} · ${words.late(daysLate)}` : by}</p>;
}
