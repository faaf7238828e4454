"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { type Place, time, weekday } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./desk.module.css";

const all = wordsOf("door");

type DoorPhoneRow = { deviceId: string; door: string; by: string; seenAt: string; cutOff: boolean };

const actOn = (action: FormAction): Column<DoorPhoneRow> => ({
  id: "act",
  label: all.atDesk.columns.act,
  cell: ({ deviceId, cutOff, by }) => {
    const act = cutOff ? all.atDesk.letOn : all.atDesk.cutOff;
    return (
      <Form action={action}>
        {() => (
          <>
            <input type="hidden" name="device" value={deviceId} />
            <input type="hidden" name="off" value={cutOff ? "on" : "off"} />
            <Submit kind="quiet" pendingWords={all.atDesk.saving} aria-label={`${act}: ${by}`}>
              {act}
            </Submit>
          </>
        )}
      </Form>
    );
  },
});

/** @param action cuts one off; null for whoever only sees them */
export function DoorPhones({
  phones,
  here,
  action,
}: {
  phones: readonly DoorPhoneRow[];
  here: Place;
  action: FormAction | null;
}) {
  const words = all.atDesk;
  const columns = words.columns;
  return (
    <section>
      <h2>{words.phones}</h2>
      {phones.length === 0 ? <p>{words.noPhones}</p> : null}
      {action && phones.length > 0 ? <p>{words.lost}</p> : null}
      {phones.length > 0 ? (
        <Table
          caption={words.phones}
          rowId={({ deviceId }) => deviceId}
          rows={phones}
          columns={[
            {
              id: "by",
              label: columns.phone,
              header: true,
              // All in one, so that what cuts a phone off is on the screen of a phone as well.
              cell: ({ by, door, cutOff, seenAt }) => (
                <>
                  {by}
                  <span className={styles.phone}>
                    {cutOff ? `${words.isOff} · ` : null}
                    {door || words.unnamed} ·{" "}
                    <Figures>{`${time(seenAt, here)}, ${weekday(seenAt, here)}`}</Figures>
                  </span>
                </>
              ),
            },
            ...(action ? [actOn(action)] : []),
          ]}
        />
      ) : null}
    </section>
  );
}
