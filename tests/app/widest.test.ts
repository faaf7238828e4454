/** Whatever a form takes, every page can show, and the same form takes it again unchanged: at the ends of every limit. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startCamp } from "#app/desk/new/actions.ts";
import { invite } from "#app/e/[event]/desk/crew/actions.ts";
import { typePitch } from "#app/e/[event]/desk/pitches/actions.ts";
import {
  saveDetails,
  saveHands,
  savePlaces,
  saveRooms,
  saveSectors,
  saveSlots,
} from "#app/e/[event]/desk/settings/actions.ts";
import { bring } from "#app/e/[event]/pitch/actions.ts";
import { FRESH } from "#app/respond.ts";
import { openAccess } from "#db/access.ts";
import { factsOf, readRules, someRules } from "#db/camp.ts";
import { markOf } from "#db/change.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { listRooms, listSlots } from "#db/draft.ts";
import { findEvent } from "#db/event.ts";
import { newId } from "#db/id.ts";
import { listPitches } from "#db/pitch.ts";
import { roomsShown } from "#db/room.ts";
import { event } from "#db/schema/event.ts";
import { person } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { slot as slotTable } from "#db/schema/slot.ts";
import { listSectors } from "#db/sector.ts";
import { slotsShown } from "#db/slot.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { LONGEST, MOST, RANGES } from "#domain/limits.ts";
import { AUDIENCES } from "#domain/live/audience.ts";
import { manyLines, oneLine } from "#domain/text.ts";
import { laterDay, localAt } from "#domain/time/local.ts";
import { plainPage } from "#live/plain/page.ts";
import { ahead, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type Fields, formOf, outcome, rows } from "#tests/support/forms.ts";
import { type LiveServer, liveServer } from "#tests/support/live.ts";
import { everyDetail } from "#tests/support/people.ts";
import { widestTexts } from "#tests/support/widest.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: asker.token }), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
let server: LiveServer;
let deviceId: string;
let personId: string;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
  server = await liveServer(db, fresh.url);
  personId = newId();
  await db.insert(person).values({ id: personId, email: "ama@example.org", name: "Ama", owner: true });
  ({ id: deviceId, token: asker.token } = await startDevice(db, { personId }));
});
afterAll(async () => {
  await server.close();
  await closeDatabase();
});

/** Sends a form and expects it to be taken, which is answered by sending the browser on; a question is agreed to. */
async function taken(action: (form: FormData) => Promise<unknown>, fields: Fields): Promise<void> {
  const first = await outcome(() => action(formOf(fields)));
  const question = (first as { asks?: { agreement: string } | null }).asks;
  const again = { ...fields, agreed: question?.agreement ?? "" };
  const answer = question ? await outcome(() => action(formOf(again))) : first;
  expect(String(answer).startsWith("NEXT_REDIRECT") ? "taken" : answer).toBe("taken");
}

type Asked = typeof camps extends fc.Arbitrary<infer C> ? C : never;

const camps = fc.record({
  texts: widestTexts,
  days: fc.constantFrom("2000-01-01", "2026-10-25", "2099-12-31", "2100-12-30"),
  zones: fc.constantFrom("Europe/London", "Pacific/Kiritimati", "Etc/GMT+12"),
  ends: fc.constantFrom("min" as const, "max" as const),
});

let started = 0;

async function startOne({ texts: { name, strapline, place }, days, zones, ends }: Asked) {
  const slug = `${started++}-`.padEnd(LONGEST.slug, "x");
  const fields = {
    name,
    strapline,
    place,
    day: days,
    doors: "08:30",
    zone: zones,
    slug,
    capacity: String(RANGES.places[ends]),
  };
  await taken((form) => startCamp(FRESH, form), fields);
  const camp = (await findEvent(db, slug))!;
  const organiser = { personId, eventId: camp.id, name: "Ama" } as Organiser;
  return { slug, camp, organiser };
}

/** The forms of the settings page as it shows them, sent as they are. */
async function saveAllUnchanged(slug: string, organiser: Organiser): Promise<void> {
  const camp = (await findEvent(db, slug))!;
  const doors = localAt(Date.parse(camp.startsAt), camp.zone).time;
  const { name, strapline, place, day, zone } = camp;
  const details = { mark: markOf(factsOf(camp)), name, strapline, place, day, doors, zone };
  await taken((form) => saveDetails(slug, FRESH, form), details);
  const rules = await readRules(db, organiser);
  const { tally, dots, locale: _, ...places } = rules;
  const marked = (asked: Partial<typeof rules>) => ({ mark: markOf(someRules(rules, asked)) });
  const hands = { ...marked({ tally, dots }), tally, dots: String(dots ?? "") };
  await taken((form) => saveHands(slug, FRESH, form), hands);
  const { lineLimit, offersOn: __, ...numbers } = places;
  const typed = Object.entries({ ...numbers, lineLimit: lineLimit ?? "" }).map(([k, n]) => [k, String(n)]);
  const sent = { ...marked(places), ...Object.fromEntries(typed), offersOn: "yes" };
  await taken((form) => savePlaces(slug, FRESH, form), sent);
  const rooms = roomsShown(await listRooms(db, camp.id));
  await taken(
    (form) => saveRooms(slug, FRESH, form),
    rows(
      "room",
      markOf(rooms),
      rooms.map(({ unofficial: _, ...room }) => ({ ...room, capacity: String(room.capacity) })),
    ),
  );
  const slots = slotsShown(await listSlots(db, camp.id), zone);
  await taken(
    (form) => saveSlots(slug, FRESH, form),
    rows(
      "slot",
      markOf(slots),
      slots.map((slot) => ({ ...slot, id: slot.id! })),
    ),
  );
  const sectors = await listSectors(db, camp.id);
  await taken((form) => saveSectors(slug, FRESH, form), rows("sector", markOf(sectors), sectors));
}

/** Everything that screens and desks read of a camp. */
async function readAll(eventId: string, organiser: Organiser) {
  const pages = [];
  for (const audience of AUDIENCES)
    pages.push(plainPage(await readSnapshot(db, eventId, audience, "-"), Date.parse("2026-07-14T12:00Z")));
  return { pages, people: await everyDetail(db, organiser), pitches: await listPitches(db, eventId) };
}

/** A camp is registered for while it is to come; one at the end of what dates may be is long past. */
async function whileToCome<T>(eventId: string, act: () => Promise<T>): Promise<T> {
  const [[camp], rows] = [
    await db.select().from(event).where(eq(event.id, eventId)),
    await db.select().from(slotTable).where(eq(slotTable.eventId, eventId)),
  ];
  await db.update(event).set({ startsAt: ahead() }).where(eq(event.id, eventId));
  await db.delete(slotTable).where(eq(slotTable.eventId, eventId));
  const done = await act();
  await db.update(event).set({ startsAt: camp!.startsAt }).where(eq(event.id, eventId));
  await db.insert(slotTable).values(rows);
  return done;
}

test("what every form takes at its widest is shown, and taken again unchanged", async () => {
  await fc.assert(
    fc.asyncProperty(camps, async (asked) => {
      const { slug, camp, organiser } = await startOne(asked);
      const { room, directions, slot, sector, title, line, host, organisation, access, companionsNote } =
        asked.texts;
      const seats = String(RANGES.seats[asked.ends]);
      const wide = { id: "", name: room, capacity: seats, directions, features: ["loop", "quiet"] };
      const before = roomsShown(await listRooms(db, camp.id));
      await taken((form) => saveRooms(slug, FRESH, form), rows("room", markOf(before), [wide]));
      const slots = slotsShown(await listSlots(db, camp.id), camp.zone);
      await taken(
        (form) => saveSlots(slug, FRESH, form),
        rows("slot", markOf(slots), [
          { id: "", kind: "break", title: slot, day: camp.day, starts: "22:00", ends: "10:00" },
        ]),
      );
      const sectors = await listSectors(db, camp.id);
      await taken(
        (form) => saveSectors(slug, FRESH, form),
        rows("sector", markOf(sectors), [{ ...sectors[0]!, name: sector }]),
      );
      await taken((form) => invite(slug, FRESH, form), {
        name: host,
        email: `${started}@${"b".repeat(60)}.org`,
        role: "campmaker",
      });
      await db.update(event).set({ phase: "tickets" });
      const sent = {
        id: newId(),
        name: host,
        email: `Max+${started}@müller.de`,
        sectorId: sectors[0]!.id,
        ...{ organisation, access: access.replaceAll("x", "\r\n"), accessAgreed: "yes" },
        ...{ companions: String(RANGES.companions.max), companionsNote },
      };
      const answer = await whileToCome(camp.id, () =>
        fetch(`${server.origin}/live/${slug}/registration`, {
          method: "POST",
          body: new URLSearchParams(sent),
          redirect: "manual",
        }),
      );
      expect(answer.status).toBe(303);
      const [me] = (await everyDetail(db, organiser)) as unknown as [{ id: string }];
      await db.update(registration).set({ status: "confirmed" });
      await holdTicket(db, deviceId, me.id);
      await db.update(event).set({ phase: "pitching" });
      const pitch = {
        id: newId(),
        title,
        line,
        kind: "help",
        voice: "with_me",
        noteLevel: "no_names",
        needs: ["quiet"],
      };
      expect(await bring(slug, {} as never, formOf(pitch))).toMatchObject({ sent: { id: pitch.id } });
      const typed = {
        ...pitch,
        id: newId(),
        hosts: Array(MOST.hosts).fill(host.replaceAll(",", "x")).join(", "),
      };
      expect(await typePitch(slug, { id: typed.id } as never, formOf(typed))).toMatchObject({
        errors: {},
        refusal: null,
      });
      const shown = await readAll(camp.id, organiser);
      expect(shown.people).toMatchObject([
        {
          name: oneLine(host),
          email: `max+${started}@xn--mller-kva.de`,
          organisation: oneLine(organisation),
        },
      ]);
      const kept = await (await openAccess(db, organiser, new Date()))(shown.people.map(({ id }) => id));
      const along = { companions: RANGES.companions.max, companionsNote: oneLine(companionsNote) };
      expect([...kept.values()]).toEqual([{ access: manyLines(sent.access), ...along }]);
      expect(shown.pitches.map((it) => [it.title, it.line])).toEqual(
        Array(2).fill([oneLine(title), oneLine(line)]),
      );
      const settings = [
        await listRooms(db, camp.id),
        await listSlots(db, camp.id),
        await listSectors(db, camp.id),
      ];
      await saveAllUnchanged(slug, organiser);
      expect([
        await listRooms(db, camp.id),
        await listSlots(db, camp.id),
        await listSectors(db, camp.id),
      ]).toEqual(settings);
      expect(await readAll(camp.id, organiser)).toEqual(shown);
    }),
    { numRuns: 8 },
  );
}, 120_000);

test("a camp of the most rooms, slots and sectors can be saved again too", async () => {
  const [asked] = fc.sample(camps, { numRuns: 1, seed: 1 });
  const { slug, camp, organiser } = await startOne({ ...asked!, days: "2026-10-25" });
  const before = roomsShown(await listRooms(db, camp.id));
  const capacity = "5,000";
  const many = Array.from({ length: MOST.rooms }, (_, n) => ({ id: "", name: `Room ${n}`, capacity }));
  await taken((form) => saveRooms(slug, FRESH, form), rows("room", markOf(before), many));
  const slots = slotsShown(await listSlots(db, camp.id), camp.zone);
  const days = Array.from({ length: MOST.slots }, (_, n) => ({
    id: "",
    kind: "session",
    day: laterDay("2026-07-14", n % 25),
    starts: `${12 + Math.floor(n / 25)}:30`,
    ends: `${13 + Math.floor(n / 25)}:30`,
  }));
  await taken((form) => saveSlots(slug, FRESH, form), rows("slot", markOf(slots), days));
  const sectors = await listSectors(db, camp.id);
  const fields = Array.from({ length: MOST.sectors }, (_, n) => ({ id: "", name: `Sector ${n}` }));
  await taken((form) => saveSectors(slug, FRESH, form), rows("sector", markOf(sectors), fields));
  await saveAllUnchanged(slug, organiser);
  const shown = roomsShown(await listRooms(db, camp.id));
  const one = await saveRooms(
    slug,
    FRESH,
    formOf(rows("room", markOf(shown), [...many, { id: "", name: "One more", capacity: "1" }])),
  );
  expect(one.errors).toEqual({ "room.0.name": "That is more than a camp can have: up to 200" });
}, 120_000);
