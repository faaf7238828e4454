"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Table } from "#components/ui/table.tsx";
import { type Place, time, weekday } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";

const all = wordsOf("door");

type DoorPhoneRow = { deviceId: string; door: string; by: string; seenAt: string; cutOff: boolean };

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
            { id: "by", label: columns.by, header: true, cell: ({ by }) => by },
            { id: "door", label: columns.door, cell: ({ door }) => door || words.unnamed },
            {
              id: "seen",
              label: columns.seen,
              figures: true,
              cell: ({ seenAt }) => `${time(seenAt, here)}, ${weekday(seenAt, here)}`,
            },
            {
              id: "act",
              label: columns.act,
              cell: ({ deviceId, cutOff, by }) =>
                action ? (
                  <Form action={action}>
                    {() => (
                      <>
                        <input type="hidden" name="device" value={deviceId} />
                        <input type="hidden" name="off" value={cutOff ? "on" : "off"} />
                        <Submit
                          kind="quiet"
                          pendingWords={words.saving}
                          aria-label={`${cutOff ? words.letOn : words.cutOff}: ${by}`}
                        >
                          {cutOff ? words.letOn : words.cutOff}
                        </Submit>
                      </>
                    )}
                  </Form>
                ) : cutOff ? (
                  words.isOff
                ) : null,
            },
          ]}
        />
      ) : null}
    </section>
  );
}
