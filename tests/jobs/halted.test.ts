/** What is mailed about a camp that is called off, put off or on again, and what is not mailed any more. */
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { lockEvent } from "#db/event.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { outbox } from "#db/schema/mail.ts";
import type { MailKind } from "#domain/mail.ts";
import { toldIn } from "#domain/mail-facts.ts";
import { writeMessage } from "#jobs/mail.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { halt } from "#tests/support/halting.ts";

const { db } = await freshDatabase();

async function camp() {
  const made = await makeCamp(db, { capacity: 2 });
  const by = await makeOrganiser(db, made);
  await makePerson(db, made, "confirmed", { rank: 1 });
  await makePerson(db, made, "waiting", { rank: 2 });
  return { camp: made, by };
}

/** The newest mail of a kind to the nth person, as it goes out now. */
async function letter(made: TestCamp, kind: MailKind, n = 1) {
  const to = `person${n}@example.org`;
  const which = and(eq(outbox.eventId, made.id), eq(outbox.kind, kind), eq(outbox.recipient, to));
  const row = (await db.select().from(outbox).where(which)).at(-1)!;
  const told = toldIn(row.kind, row.facts)!;
  return writeMessage(db, { ...row, ...told, made: { token: "t", code: "123456" } } as never, NOON);
}

/** Date, standing and number of each day in a calendar file. */
const daysIn = (calendar: string) =>
  calendar
    .split("BEGIN:VEVENT")
    .slice(1)
    .map((day) =>
      ["UID:(.{10})", "STATUS:(\\w+)", "SEQUENCE:(\\d+)"]
        .map((it) => new RegExp(it).exec(day)?.[1])
        .join(" "),
    )
    .sort();

it("says that it is called off, why, and takes the day out of calendars", async () => {
  const all = await camp();
  await halt(db, all, { act: "call_off", note: "The roof leaks." });
  const { subject, text, calendar } = (await letter(all.camp, "called_off"))!;
  expect(subject).toBe("Testcamp is called off");
  expect(text).toContain("It does not take place on Tuesday 14 July, so please do not come.");
  expect(text).toContain("The roof leaks.");
  expect(text).toContain("We keep a note of your place");
  expect(daysIn(calendar!)).toEqual(["2026-07-14 CANCELLED 1"]);
  expect((await letter(all.camp, "called_off", 2))!.calendar).toBeNull();
});

it("says the new date, asks where it was to ask, and moves the day in calendars", async () => {
  const all = await camp();
  const date = { day: "2026-10-09", doors: "10:00" };
  await halt(db, all, { act: "put_off", date, ask: true });
  const { subject, text, calendar } = (await letter(all.camp, "takes_place"))!;
  expect(subject).toBe("Testcamp is put off to Friday 9 October");
  expect(text).toContain("Can you come on that day?");
  expect(daysIn(calendar!)).toEqual(["2026-07-14 CANCELLED 1", "2026-10-09 CONFIRMED 1"]);
  expect((await letter(all.camp, "takes_place", 2))!.text).toContain(
    "You have the turn in the line that you had.",
  );
});

it("writes nothing any more that looks ahead and was decided before", async () => {
  const all = await camp();
  await db.transaction(async (tx) => settlePlaces(tx, (await lockEvent(tx, all.camp.id))!, NOON));
  expect((await letter(all.camp, "offered", 2))!.subject).toContain("Testcamp");
  await halt(db, all, { act: "call_off" });
  expect(await letter(all.camp, "offered", 2)).toBeNull();
  expect((await letter(all.camp, "called_off", 2))!.text).toContain(
    "The place we offered you can no longer be taken.",
  );
  await halt(db, all, { act: "take_place" });
  expect((await letter(all.camp, "takes_place", 2))!.subject).toBe(
    "Testcamp takes place after all: Tuesday 14 July",
  );
});
