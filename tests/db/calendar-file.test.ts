import { expect, test } from "vitest";
import { readCalendar } from "#db/calendar-file.ts";
import { findEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { makeCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { putSlots } from "#tests/support/slots.ts";

const { db } = await freshDatabase();

test("a day ends with its last slot, and without one nobody says when", async () => {
  const camp = await makeCamp(db);
  const read = async () => readCalendar(db, (await findEvent(db, camp.slug))!, "https://camps.example.org");
  const [day] = (await read()).days;
  expect(day).toMatchObject({ date: "2026-07-14", endsAt: null });
  const slot = (from: string, to: string) => ({
    ...{ id: newId(), eventId: camp.id, kind: "session" as const, title: "" },
    ...{ startsAt: new Date(`2026-07-14T${from}:00Z`), endsAt: new Date(`2026-07-14T${to}:00Z`) },
  });
  await putSlots(db, [slot("10:00", "10:45"), slot("15:00", "15:45")]);
  expect((await read()).days).toEqual([{ ...day, endsAt: "2026-07-14T15:45:00.000Z" }]);
  expect((await read()).page).toBe(`https://camps.example.org/e/${camp.slug}`);
});
