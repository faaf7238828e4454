/** The door: what phones send and get, whichever order it comes in. */

import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { cutOffDoorPhone, listDoorPhones } from "#db/door/phone.ts";
import { syncDoor } from "#db/door.ts";
import { newId } from "#db/id.ts";
import { mergePeople, previewMerge } from "#db/registration/merging.ts";
import { checkIn } from "#db/schema/door.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import type { DoorAct } from "#domain/door/check-in.ts";
import { refused } from "#domain/result.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { daysOf, tapped } from "#tests/support/door.ts";

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);

async function door() {
  const camp = await makeCamp(db, { phase: "doors" });
  const crew = await makeOrganiser(db, camp);
  const [day] = await daysOf(db, camp.id);
  const person = (status: "confirmed" | "waiting" | "released", rank: number) =>
    makePerson(db, camp, status, { rank });
  const phone = async () => (await startDevice(db, { label: "phone" })).id;
  const send = async (
    device: string,
    acts: readonly DoorAct[],
    now = at(60),
    since: number | null = null,
  ) => {
    const answer = await syncDoor(db, crew, device, { since, door: "Front", acts }, now);
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.value;
  };
  return { camp, crew, day: day!, person, phone, send };
}

describe("a phone at the door", () => {
  it("gets names, codes and what a lanyard says, and nothing else of anybody", async () => {
    const { person, phone, send } = await door();
    await person("confirmed", 1);
    await person("waiting", 2);
    const { people, whole, places, here } = await send(await phone(), []);
    expect(whole).toBe(true);
    expect({ places, here }).toEqual({ places: 1, here: 0 });
    expect(people.map(({ name, out }) => [name, out])).toEqual([
      ["person1", null],
      ["person2", "waiting"],
    ]);
    expect(Object.keys(people[0]!).sort()).toEqual([
      "badge",
      "code",
      "firstTime",
      "here",
      "id",
      "name",
      "out",
      "photos",
    ]);
    expect(people[0]!.code).toMatch(/^\w{6}$/);
    // Whoever gave a place back may still hold its ticket: the door says why it opens nothing.
    expect(people[1]!.code).toMatch(/^\w{6}$/);
  });

  it("may ask for the list and bring a tap in the same moment, also as it is seen for the first time", async () => {
    const { day, person, phone, send } = await door();
    const ada = await person("confirmed", 1);
    for (let n = 0; n < 40; n++) {
      const fresh = await phone();
      const tap = tapped(ada, day, at(n));
      await Promise.all([send(fresh, [tap], at(60), 0), send(fresh, [], at(60), 0), send(fresh, [], at(60))]);
    }
    expect((await send(await phone(), [])).here).toBe(1);
  });

  it("lets in whom another registration became, where the phone only knew the other", async () => {
    const { crew, day, person, phone, send } = await door();
    const [stays, goes] = [await person("confirmed", 15), await person("confirmed", 13)];
    const front = await phone();
    const before = tapped(goes, day, at(10));
    const { mark } = (await previewMerge(db, crew, stays, goes))!;
    expect((await mergePeople(db, crew, { stays, goes, mark, reason: "Twice" }, at(20))).ok).toBe(true);
    const after = tapped(goes, day, at(30));
    expect(await send(front, [before, after])).toMatchObject({ refused: [], here: 1, places: 1 });
    const here = await db.select({ of: checkIn.registrationId }).from(checkIn).where(eq(checkIn.dayId, day));
    expect(here).toEqual([{ of: stays }]);
  });

  it("lets somebody in, tells the other phone, and takes it back", async () => {
    const { camp, day, person, phone, send } = await door();
    const ama = await person("confirmed", 1);
    const [front, back] = [await phone(), await phone()];
    const first = await send(back, []);
    const tap = tapped(ama, day, at(10));
    expect(await send(front, [tap])).toMatchObject({ taken: [tap.id], refused: [], here: 1 });
    const news = await send(back, [], at(61), first.now);
    expect(news).toMatchObject({
      whole: false,
      people: [{ id: ama, here: { at: at(10).getTime(), door: "Front door" } }],
    });
    const undo = tapped(ama, day, at(62), { kind: "undo", undoes: [tap.id] });
    expect(await send(back, [undo], at(63))).toMatchObject({ here: 0, people: [{ here: null }] });
    const [row] = await db.select().from(registration).where(eq(registration.id, ama));
    expect(row!.checkedInAt).toBeNull();
    expect(await db.$count(checkIn, eq(checkIn.dayId, day))).toBe(0);
    expect(camp.id).toBe(row!.eventId);
  });

  it("is told of what it brings a second time that it is kept, and nothing changes", async () => {
    const { day, person, phone, send } = await door();
    const tap = tapped(await person("confirmed", 1), day, at(10));
    const front = await phone();
    await send(front, [tap]);
    expect(await send(front, [{ ...tap, at: at(50).getTime() }])).toMatchObject({
      ...{ taken: [tap.id], here: 1 },
      people: [{ here: { at: at(10).getTime() } }],
    });
  });

  it("is refused somebody without a place, but not whoever lost it after they were let in", async () => {
    const { day, person, phone, send } = await door();
    const [waiting, gone] = [await person("waiting", 1), await person("released", 2)];
    await db
      .update(registration)
      .set({ changedAt: at(30) })
      .where(eq(registration.id, gone));
    const taps = [
      tapped(waiting, day, at(10)),
      tapped(gone, day, at(20)),
      tapped(gone, day, at(40)),
      tapped(newId(), day, at(5)),
    ];
    const { taken, refused: left } = await send(await phone(), taps);
    expect(taken).toEqual([taps[1]!.id]);
    expect(left).toEqual([taps[0]!.id, taps[2]!.id, taps[3]!.id]);
  });

  it("is refused a person or a day of another camp", async () => {
    const [one, other] = [await door(), await door()];
    const taps = [
      tapped(await other.person("confirmed", 1), one.day, at(1)),
      tapped(await one.person("confirmed", 1), other.day, at(1)),
    ];
    expect((await one.send(await one.phone(), taps)).taken).toEqual([]);
  });

  it("is asked for in a draft in vain, and after the camp keeps no name", async () => {
    const { camp, crew, day, person, phone, send } = await door();
    const ama = await person("confirmed", 1);
    const device = await phone();
    const phase = (to: "draft" | "after") => db.update(event).set({ phase: to }).where(eq(event.id, camp.id));
    await phase("draft");
    const report = { since: null, door: "", acts: [] };
    expect(await syncDoor(db, crew, device, report, at(60))).toEqual(refused("not_open"));
    await phase("after");
    const late = await send(device, [tapped(ama, day, at(10))]);
    expect(late).toMatchObject({ whole: true, people: [], here: 1, until: late.now });
  });

  it("gets and brings nothing once it is cut off, and is let on again", async () => {
    const { crew, day, person, phone, send } = await door();
    const ama = await person("confirmed", 1);
    const device = await phone();
    await send(device, []);
    expect(await listDoorPhones(db, crew)).toMatchObject([
      { deviceId: device, door: "Front", cutOff: false },
    ]);
    await cutOffDoorPhone(db, crew, device, true, at(1));
    const report = { since: null, door: "Front", acts: [tapped(ama, day, at(2))] };
    expect(await syncDoor(db, crew, device, report, at(60))).toEqual(refused("cut_off"));
    expect(await db.$count(checkIn, eq(checkIn.dayId, day))).toBe(0);
    await cutOffDoorPhone(db, crew, device, false, at(3));
    expect((await send(device, report.acts)).here).toBe(1);
    expect(await cutOffDoorPhone(db, crew, newId(), true, at(4))).toEqual(refused("not_found"));
  });
});

describe("two doors", () => {
  it("that scan one ticket at the same moment agree that the earlier tap counts", async () => {
    const { day, person, phone, send } = await door();
    const ama = await person("confirmed", 1);
    const [front, back] = [await phone(), await phone()];
    const taps = [tapped(ama, day, at(12), { door: "Front" }), tapped(ama, day, at(11), { door: "Back" })];
    await Promise.all([send(front, [taps[0]!]), send(back, [taps[1]!])]);
    const { people, here } = await send(front, []);
    expect(here).toBe(1);
    expect(people[0]!.here).toEqual({ at: at(11).getTime(), door: "Back", acts: [taps[1]!.id, taps[0]!.id] });
  });

  // Seen to fail with the time of the tap left out of `mayComeIn`, with acts taken twice, and with `standing` unsorted.
  it("and a third end in the same, however their taps, undos and people's releases are mixed, delayed and repeated", async () => {
    const { day, person, phone, send } = await door();
    const phones = [await phone(), await phone(), await phone()];
    let rank = 10;
    const made = fc.record({
      phone: fc.nat(2),
      person: fc.nat(1),
      second: fc.integer({ min: 1, max: 30 }),
      undoes: fc.oneof(
        { weight: 2, arbitrary: fc.constant<number[]>([]) },
        fc.array(fc.nat(5), { maxLength: 2 }),
      ),
      /** How long it was on its way, the first time and once more. */
      late: fc.tuple(fc.nat(40), fc.nat(40)),
    });
    const releases = fc.tuple(...[0, 1].map(() => fc.option(fc.integer({ min: 1, max: 30 }))));
    await fc.assert(
      fc.asyncProperty(fc.array(made, { minLength: 4, maxLength: 7 }), releases, async (taps, released) => {
        const people = [await person("confirmed", rank++), await person("confirmed", rank++)];
        const ids = taps.map(() => newId());
        const acts = taps.map((tap, n) => {
          const undoes = tap.undoes.filter((i) => i < taps.length).map((i) => ids[i]!);
          const kind = undoes.length > 0 ? ("undo" as const) : ("in" as const);
          return tapped(people[tap.person]!, day, at(tap.second), { id: ids[n]!, kind, undoes });
        });
        // What is on its way on one phone comes together, every ten seconds.
        const arrivals = phones.flatMap((by, p) =>
          [10, 20, 30, 40, 50, 60, 70].flatMap((when) => {
            const due = taps.flatMap(({ phone: its, second, late }, n) =>
              its === p
                ? late.filter((s) => Math.ceil((second + s) / 10) * 10 === when).map(() => acts[n]!)
                : [],
            );
            const some = [...new Set(due)];
            if (some.length === 0) return [];
            return [{ when, run: (now: Date) => send(by, some, now, now.getTime()) }];
          }),
        );
        const losses = released.flatMap((second, n) =>
          second === null ? [] : [{ when: second, run: (now: Date) => release(people[n]!, now) }],
        );
        // Of the same second, what is lost is lost first: a tap of that moment comes too late wherever it is.
        const all = [...losses, ...arrivals].sort((a, b) => a.when - b.when);
        for (const { when, run } of all) await run(at(when));
        const counts = acts.filter(({ kind, at: tap, registrationId }) => {
          const lost = released[people.indexOf(registrationId)] ?? null;
          return kind === "undo" || lost === null || tap < at(lost).getTime();
        });
        const { people: told } = await send(phones[0]!, [], at(100));
        for (const id of people) {
          const theirs = counts.filter(({ registrationId }) => registrationId === id);
          const undone = new Set(theirs.flatMap(({ undoes }) => undoes));
          const stand = theirs.filter((act) => act.kind === "in" && !undone.has(act.id)).map((act) => act.at);
          const first = stand.length === 0 ? null : Math.min(...stand);
          const [row] = await db.select().from(checkIn).where(eq(checkIn.registrationId, id));
          expect(row?.at.getTime() ?? null).toBe(first);
          expect(told.find((it) => it.id === id)!.here?.at ?? null).toBe(first);
        }
      }),
      { numRuns: 10 },
    );
  });
});

/** They give their place back. */
const release = (id: string, now: Date) =>
  db.update(registration).set({ status: "released", changedAt: now }).where(eq(registration.id, id));
