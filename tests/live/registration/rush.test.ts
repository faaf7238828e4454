import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { countPlaces } from "#db/registration/place.ts";
import { openRush } from "#live/registration/rush.ts";
import { formFor, makeCamp, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

describe("the minute when tickets open", () => {
  it("sells each place once and loses nobody when 400 press at once", async () => {
    const camp = await makeCamp(db, { capacity: 130 });
    const rush = openRush(db);
    const people = Array.from({ length: 400 }, (_, i) => formFor(camp, `rush${i}@example.org`));
    const answers = await Promise.all(
      people.map((form) => rush(camp.id, { form, now: NOON, deviceId: null })),
    );
    const statuses = answers.map((answer) => answer.ok && answer.value.status);
    expect(statuses).toEqual(people.map((_, i) => (i < 130 ? "held" : "waiting")));
    expect(new Set(answers.map((answer) => answer.ok && answer.value.token)).size).toBe(400);
    expect(await countPlaces(db, camp.id)).toMatchObject({ held: 130, offered: 0, waiting: 270 });
  });

  it("gives a place to whoever pressed first, though their transaction begins late", async () => {
    const camp = await makeCamp(db, { capacity: 2 });
    let begun = 0;
    const late = new Proxy(db, {
      get: (target, name) => {
        if (name !== "transaction") return Reflect.get(target, name);
        return async (work: Parameters<typeof db.transaction>[0]) => {
          begun += 1;
          if (begun === 2) await sleep(100);
          return target.transaction(work);
        };
      },
    });
    const rush = openRush(late);
    const people = Array.from({ length: 20 }, (_, i) => formFor(camp, `late${i}@example.org`));
    const answers = await Promise.all(
      people.map((form) => rush(camp.id, { form, now: NOON, deviceId: null })),
    );
    const statuses = answers.map((answer) => answer.ok && answer.value.status);
    expect(statuses).toEqual(people.map((_, i) => (i < 2 ? "held" : "waiting")));
  });

  it("fails only the form that cannot be written, not those that shared its transaction", async () => {
    const camp = await makeCamp(db);
    const rush = openRush(db);
    const press = (email: string, name = "Mei") => {
      const form = { ...formFor(camp, email), name };
      return rush(camp.id, { form, now: NOON, deviceId: null }).then(
        (answer) => answer.ok,
        () => "failed",
      );
    };
    const pressed = await Promise.all([
      press("a@example.org"),
      press("b@example.org"),
      press("c@example.org", "NUL \0"),
      press("d@example.org"),
    ]);
    expect(pressed).toEqual([true, true, "failed", true]);
    expect((await countPlaces(db, camp.id)).held).toBe(3);
  });

  it("keeps the turn of those who shared a transaction with a form that cannot be written", async () => {
    const camp = await makeCamp(db, { capacity: 5 });
    const rush = openRush(db);
    // More than two batches, so that others wait for the camp while the first is tried one by one.
    const people = Array.from({ length: 600 }, (_, n) => ({
      ...formFor(camp, `turn${n}@example.org`),
      name: n === 3 ? "NUL \0" : "Mei",
    }));
    const answers = await Promise.all(
      people.map((form) => rush(camp.id, { form, now: NOON, deviceId: null }).catch(() => null)),
    );
    const placed = answers.flatMap((answer, n) => (answer?.ok && answer.value.status === "held" ? [n] : []));
    expect(placed).toEqual([0, 1, 2, 4, 5]);
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
  });
});
