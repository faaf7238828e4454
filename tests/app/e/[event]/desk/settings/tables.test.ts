/** The tables of the settings by all their buttons, as a browser without a script sends them. */
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { saveRooms, saveSlots } from "#app/e/[event]/desk/settings/actions.ts";
import { textOfRooms } from "#app/e/[event]/desk/settings/room-table.ts";
import { textOfSlots } from "#app/e/[event]/desk/settings/slot-table.ts";
import { type FormState, FRESH } from "#app/respond.ts";
import { markOf } from "#db/change.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { listRooms, listSlots } from "#db/draft.ts";
import { newId } from "#db/id.ts";
import { changeRooms, roomsShown } from "#db/room.ts";
import { changeSlots, slotsShown } from "#db/slot.ts";
import { LONGEST, MOST, RANGES } from "#domain/limits.ts";
import { camp as words } from "#messages/en/camp.ts";
import { settingsTable } from "#messages/en/settings-table.ts";
import { makeCamp, makeOrganiser, NOON, type Organiser, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type Fields, formOf, outcome, rows } from "#tests/support/forms.ts";
import { putSlots } from "#tests/support/slots.ts";
import { writtenText } from "#tests/support/texts.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: asker.token }), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
let camp: TestCamp;
let organiser: Organiser;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
beforeEach(async () => {
  camp = await makeCamp(db);
  organiser = await makeOrganiser(db, camp);
  ({ token: asker.token } = await startDevice(db, { personId: organiser.personId }));
});
afterAll(() => closeDatabase());

const zone = "Europe/London";
const sendRooms = (fields: Fields) => outcome(() => saveRooms(camp.slug, FRESH, formOf(fields)));
const sendSlots = (fields: Fields) => outcome(() => saveSlots(camp.slug, FRESH, formOf(fields)));
const valuesOf = (answer: unknown) => (answer as FormState).values as Fields;

/** The form of the rooms as its page shows it. */
async function roomForm(): Promise<Fields> {
  const rooms = roomsShown(await listRooms(db, camp.id));
  const typed = rooms.map(({ unofficial, capacity, ...room }) => ({
    ...room,
    capacity: unofficial ? "" : String(capacity),
    unofficial: unofficial ? "yes" : "",
  }));
  return rows("room", markOf(rooms), typed as unknown as Fields[]);
}

async function slotForm(): Promise<Fields> {
  const shown = slotsShown(await listSlots(db, camp.id), zone);
  return rows(
    "slot",
    markOf(shown),
    shown.map((slot) => ({ ...slot, id: slot.id! })),
  );
}

const roomsNow = async () => (await listRooms(db, camp.id)).map((it) => `${it.name} ${it.capacity}`);
const slotsNow = async () =>
  slotsShown(await listSlots(db, camp.id), zone).map(({ day, starts, ends, title }) =>
    [day.slice(5), `${starts}–${ends}`, title].join(" ").trim(),
  );

describe("rooms", () => {
  test("a pasted sheet is shown in the table, saves nothing yet, and is then saved at once", async () => {
    const form = await roomForm();
    const sheet = "Hall\t60\tScreen, Step-free\tGround floor\nDen\t12";
    const shown = await sendRooms({ ...form, step: "paste", sheet });
    expect(shown).toMatchObject({ errors: {}, done: settingsTable.put(2, 0), values: { sheet: "" } });
    expect(await roomsNow()).toEqual([]);
    expect(String(await sendRooms(valuesOf(shown)))).toContain("said=rooms.2.0.0");
    expect(await listRooms(db, camp.id)).toMatchObject([
      { name: "Hall", capacity: 60, features: ["step_free", "screen"], directions: "Ground floor" },
      { name: "Den", capacity: 12 },
    ]);
  });

  test("whoever pastes and presses Save sees first what would be saved; rows with mistakes are named, none is lost", async () => {
    const shown = await sendRooms({ ...(await roomForm()), sheet: "Hall\tmany\n\t12\nDen\t12" });
    expect(shown).toMatchObject({
      errors: {
        "room.0.capacity": words.rooms.seatsWrong(words.rooms.row(1)),
        "room.1.name": words.rooms.nameWrong(words.rooms.row(2)),
      },
      values: { "room.0.name": "Hall", "room.0.capacity": "many", "room.2.name": "Den" },
    });
    expect(await sendRooms({ ...valuesOf(shown) })).toMatchObject({ values: { "room.2.name": "Den" } });
    expect(await roomsNow()).toEqual([]);
  });

  test("what cannot be a table stays where it was pasted, with the reason", async () => {
    const wrong = async (sheet: string) => {
      const answer = (await sendRooms({ ...(await roomForm()), step: "paste", sheet })) as FormState;
      expect(answer.values.sheet).toBe(sheet);
      return answer.errors.sheet;
    };
    const { empty, long, unreadable, unknown } = settingsTable.paste;
    expect(await wrong(" ")).toBe(empty);
    expect(await wrong("x".repeat(LONGEST.pastedTable + 1))).toBe(long);
    expect(await wrong('"Hall\t60')).toBe(unreadable(1));
    expect(await wrong("Hall\t60\twifi")).toContain(unknown(1, "wifi"));
    const many = Array.from({ length: MOST.rooms + 1 }, (_, n) => `Room ${n}\t9`).join("\n");
    expect(await wrong(many)).toBe(words.tooMany(MOST.rooms));
  });

  test("a room that is there by its name is changed by a sheet, in what it has columns for, and keeps its letter", async () => {
    await changeRooms(
      db,
      organiser,
      markOf([]),
      [
        { id: null, name: "Hall", capacity: 60, features: ["loop"], directions: "Ground floor" },
        { id: null, name: "Den", capacity: 12, features: [] },
      ],
      NOON,
    );
    const [hall] = await listRooms(db, camp.id);
    const shown = await sendRooms({
      ...(await roomForm()),
      "room.0.remove": "yes",
      step: "paste",
      sheet: "HALL,80\nDen,12\nAttic,9",
    });
    expect(shown).toMatchObject({ done: settingsTable.put(1, 1) });
    expect(String(await sendRooms(valuesOf(shown)))).toContain("said=rooms.1.1.0");
    const [changed] = await listRooms(db, camp.id);
    expect(changed).toEqual({ ...hall, name: "HALL", capacity: 80 });
    const twice = await sendRooms({ ...(await roomForm()), step: "paste", sheet: "Den,12\nden,20" });
    expect(twice).toMatchObject({ done: settingsTable.put(1, 0) });
  });

  test("more rows and one more like another are empty, or free of its id and its name; the focus goes there", async () => {
    const typed = await roomForm();
    const seminar = { id: "", name: "Seminar 1", capacity: "20", features: ["loop", "quiet"] };
    const first = rows("room", String(typed.mark), [seminar]);
    const more = await sendRooms({ ...typed, ...first, step: "more" });
    expect(more).toMatchObject({ values: { rows: String(1 + MOST.moreRows), at: "room.1.name" } });
    const copied = await sendRooms({ ...valuesOf(more), step: "copy.0" });
    expect(copied).toMatchObject({
      values: { at: "room.1.name", "room.1.name": "Seminar 2", "room.1.features": ["loop", "quiet"] },
    });
    expect(String(await sendRooms(valuesOf(copied)))).toContain("said=rooms.2.0.0");
    const none = await sendRooms({ ...(await roomForm()), "room.0.name": "Renamed", step: "copy.9" });
    expect(none).toMatchObject({ errors: {}, values: { "room.0.name": "Renamed" } });
    const again = await sendRooms({ ...(await roomForm()), step: "copy.1" });
    expect(valuesOf(again)).not.toHaveProperty("room.2.id");
    expect(valuesOf(again)).not.toHaveProperty("room.2.letter");
  });

  test("somebody else’s save meanwhile is told, also after more rows, and nothing of theirs is lost", async () => {
    const form = await roomForm();
    await changeRooms(
      db,
      organiser,
      markOf([]),
      [{ id: null, name: "Theirs", capacity: 9, features: [] }],
      NOON,
    );
    const more = await sendRooms({ ...form, step: "paste", sheet: "Mine\t12" });
    expect(await sendRooms(valuesOf(more))).toMatchObject({
      refusal: { code: "changed_meanwhile" },
      values: { "room.0.name": "Mine" },
    });
    expect(await roomsNow()).toEqual(["Theirs 9"]);
  });

  const anyRooms = fc.uniqueArray(
    fc.record({
      name: writtenText(LONGEST.roomName).filter((name) => name !== ""),
      capacity: fc.integer(RANGES.seats),
      features: fc.subarray(["step_free", "screen", "loop", "quiet"] as const),
      directions: writtenText(LONGEST.directions),
      unofficial: fc.boolean(),
    }),
    { selector: ({ name }) => name.normalize("NFKC").toLowerCase(), minLength: 1, maxLength: 6 },
  );

  test("any table is the same once it is pasted, saved, read, copied as text and pasted again", async () => {
    await fc.assert(
      fc.asyncProperty(anyRooms, async (wanted) => {
        camp = await makeCamp(db);
        organiser = await makeOrganiser(db, camp);
        ({ token: asker.token } = await startDevice(db, { personId: organiser.personId }));
        const text = textOfRooms(
          wanted.map(
            (room) => ({ ...room, id: "", letter: "", unofficial: room.unofficial || undefined }) as never,
          ),
        );
        const shown = await sendRooms({ ...(await roomForm()), step: "paste", sheet: text });
        expect(shown).toMatchObject({ errors: {} });
        expect(String(await sendRooms(valuesOf(shown)))).toContain(`said=rooms.${wanted.length}.0.0`);
        const saved = textOfRooms(await listRooms(db, camp.id));
        expect(saved).toBe(text);
        const again = await sendRooms({ ...(await roomForm()), step: "paste", sheet: saved });
        expect(again).toMatchObject({ done: settingsTable.put(0, 0) });
        expect(String(await sendRooms(valuesOf(again)))).toContain("said=rooms.0.0.0");
      }),
      { numRuns: 25 },
    );
  });
});

describe("rows of the days", () => {
  test("two days are pasted at once; a row that begins when one does changes it", async () => {
    const sheet = "2026-07-14\t10:00\t10:45\n\t11:00\t11:30\tTea\n2026-07-15\t22:00\t01:00\tParty";
    const shown = await sendSlots({ ...(await slotForm()), step: "paste", sheet });
    expect(shown).toMatchObject({ errors: {}, done: settingsTable.put(3, 0) });
    const first = await sendSlots(valuesOf(shown));
    expect(String(first)).toContain("said=slots.3.0.0");
    expect(await slotsNow()).toEqual([
      "07-14 10:00–10:45",
      "07-14 11:00–11:30 Tea",
      "07-15 22:00–01:00 Party",
    ]);
    const longer = await sendSlots({ ...(await slotForm()), step: "paste", sheet: "11:00\t11:45\tCake" });
    expect(longer).toMatchObject({ done: settingsTable.put(0, 1) });
    expect(String(await sendSlots(valuesOf(longer)))).toContain("said=slots.0.1.0");
  });

  test("rows that overlap, or at a time that clocks skip, are named in the table and nothing of them is lost", async () => {
    const sheet = "10:00\t11:00\n10:30\t11:30\tTea";
    expect(await sendSlots({ ...(await slotForm()), step: "paste", sheet })).toMatchObject({
      errors: { "slot.1.starts": words.slots.misfits.overlaps(2) },
      values: { "slot.1.title": "Tea" },
    });
    const spring = "2027-03-28\t01:30\t02:30\tTea";
    expect(await sendSlots({ ...(await slotForm()), step: "paste", sheet: spring })).toMatchObject({
      errors: { "slot.0.starts": words.slots.misfits.no_such_time(1) },
    });
    const unreadable = await sendSlots({ ...(await slotForm()), step: "paste", sheet: "10:00\t11:00\nlate" });
    expect(unreadable).toMatchObject({
      errors: { sheet: settingsTable.paste.untimed("2") },
      values: { sheet: "10:00\t11:00\nlate" },
    });
  });

  test("a day’s rows are copied to another day, and one more like another follows the last of its day", async () => {
    const shown = [
      { id: null, kind: "session" as const, title: "", day: "2026-07-14", starts: "10:00", ends: "10:45" },
      { id: null, kind: "break" as const, title: "Tea", day: "2026-07-14", starts: "11:00", ends: "11:30" },
    ];
    await changeSlots(db, organiser, markOf([]), shown, NOON);
    const other = "2026-07-15";
    const copied = await sendSlots({
      ...(await slotForm()),
      step: "days",
      fromDay: "2026-07-14",
      toDay: other,
    });
    expect(copied).toMatchObject({
      done: settingsTable.put(2, 0),
      values: { "slot.3.day": other, "slot.3.title": "Tea" },
    });
    const twice = await sendSlots({ ...valuesOf(copied), step: "days", fromDay: "2026-07-14", toDay: other });
    expect(twice).toMatchObject({ errors: { toDay: settingsTable.days.none } });
    expect(
      await sendSlots({ ...(await slotForm()), step: "days", fromDay: other, toDay: other }),
    ).toMatchObject({
      errors: { toDay: settingsTable.days.same },
    });
    const like = await sendSlots({ ...(await slotForm()), step: "copy.0" });
    expect(like).toMatchObject({
      values: { "slot.2.starts": "11:30", "slot.2.ends": "12:15", at: "slot.2.title" },
    });
    expect(valuesOf(like)).not.toHaveProperty("slot.2.id");
  });

  test("in the night when clocks go back, two rows of one time come out of their text as they are", async () => {
    for (const hour of ["00", "01"])
      await putSlots(db, {
        id: newId(),
        eventId: camp.id,
        kind: "break",
        title: `Tea ${hour}`,
        startsAt: new Date(`2026-10-25T${hour}:30Z`),
        endsAt: new Date(`2026-10-25T${hour}:50Z`),
      });
    const before = await listSlots(db, camp.id);
    const text = textOfSlots(slotsShown(before, zone));
    const again = await sendSlots({ ...(await slotForm()), step: "paste", sheet: text });
    expect(again).toMatchObject({ errors: {}, done: settingsTable.put(0, 0) });
    expect(String(await sendSlots(valuesOf(again)))).toContain("said=slots.0.0.0");
    expect(await listSlots(db, camp.id)).toEqual(before);
  });
});
