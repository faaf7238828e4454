"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { useSnapshot } from "#components/live/provider.tsx";
import { Check } from "#components/ui/check.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { worded } from "#components/ui/words.tsx";
import type { DraftFrame } from "#domain/grid.ts";
import { LONGEST } from "#domain/limits.ts";
import type { RoomOff } from "#domain/room-off.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rooms-off.module.css";
import { timeIn } from "./words.ts";

const words = wordsOf("roomOff");

type RoomsOffProps = {
  /** Null for whoever only looks. */
  off: FormAction | null;
  on: FormAction | null;
};

/** Which rooms are switched off and why, and switching one off or on again. Nothing where there is no room. */
export function RoomsOff({ off, on }: RoomsOffProps) {
  const { draft, event } = useSnapshot();
  if (!draft || draft.rooms.length === 0) return null;
  const known = inOrder(draft.off ?? [], draft);
  return (
    <section className={styles.off} id="rooms-off" data-print="no" aria-labelledby="rooms-off-title">
      <h2 id="rooms-off-title">{words.title}</h2>
      <p className={styles.lede}>{words.lede}</p>
      {known.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className={styles.list}>
          {known.map((one) => (
            <li key={one.id} className={styles.one}>
              <span>{worded(words.noted(whereOf(one, draft, event.zone), one.note))}</span>
              {on ? (
                <Form action={on} facts={one.id} pendingWords={words.goingOn}>
                  {() => (
                    <>
                      <input type="hidden" name="id" value={one.id} />
                      <Submit
                        kind="quiet"
                        pendingWords={words.goingOn}
                        aria-label={words.onAgain(whereOf(one, draft, event.zone))}
                      >
                        {words.on}
                      </Submit>
                    </>
                  )}
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {off ? <SwitchOff off={off} draft={draft} zone={event.zone} /> : null}
    </section>
  );
}

function SwitchOff({ off, draft, zone }: { off: FormAction; draft: DraftFrame; zone: string }) {
  return (
    <Form action={off} facts={String(draft.off?.length ?? 0)} pendingWords={words.going}>
      {(fields) => (
        <details className={styles.fold} open={fields.sent}>
          <summary>{words.open}</summary>
          <div className={styles.form}>
            <SelectField
              label={words.room}
              name="room"
              defaultValue={fields.text("room")}
              error={fields.error("room")}
            >
              {draft.rooms.map(({ id, letter, name }) => (
                <option key={id} value={id}>
                  {letter} {name}
                </option>
              ))}
            </SelectField>
            <TextField
              label={words.note}
              hint={words.noteHint}
              name="note"
              maxLength={LONGEST.roomNote}
              defaultValue={fields.text("note")}
              error={fields.error("note")}
            />
            <fieldset className={styles.slots}>
              <legend>{words.when}</legend>
              <p className={styles.hint}>{words.whenHint}</p>
              {draft.slots
                .filter(({ kind }) => kind === "session")
                .map(({ id, startsAt }) => (
                  <Check
                    key={id}
                    id={`off-${id}`}
                    name="slot"
                    value={id}
                    label={timeIn(startsAt, draft, zone)}
                    defaultChecked={fields.ticked("slot", id)}
                  />
                ))}
            </fieldset>
            <Submit kind="quiet" pendingWords={words.going}>
              {words.go}
            </Submit>
          </div>
        </details>
      )}
    </Form>
  );
}

/** Room by room, each in the order of its slots. */
function inOrder(off: readonly RoomOff[], { rooms, slots }: Pick<DraftFrame, "rooms" | "slots">) {
  const at = (all: readonly { id: string }[], id: string | null) => all.findIndex((one) => one.id === id);
  return off.toSorted(
    (a, b) => at(rooms, a.roomId) - at(rooms, b.roomId) || at(slots, a.slotId) - at(slots, b.slotId),
  );
}

function whereOf(
  { roomId, slotId }: RoomOff,
  draft: Pick<DraftFrame, "rooms" | "slots">,
  zone: string,
): string {
  const room = draft.rooms.find(({ id }) => id === roomId)?.name ?? "";
  const slot = draft.slots.find(({ id }) => id === slotId);
  return slot ? words.at(room, timeIn(slot.startsAt, draft, zone)) : words.always(room);
}
