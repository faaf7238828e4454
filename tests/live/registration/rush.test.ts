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
          if (begun === 1) await sleep(100);
          return target.transaction(work);
        };
      },
    });
    const rush = openRush(late);
    const press = (n: number) =>
      rush(camp.id, { form: formFor(camp, `late${n}@example.org`), now: NOON, deviceId: null });
    const first = range(0, 10).map(press);
    while (begun === 0) await sleep(1);
    const answers = await Promise.all([...first, ...range(10, 20).map(press)]);
    const statuses = answers.map((answer) => answer.ok && answer.value.status);
    expect(statuses).toEqual(range(0, 20).map((n) => (n < 2 ? "held" : "waiting")));
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
    const camp = await makeCamp(db, { capacity: 8 });
    let begun = 0;
    let later: Promise<unknown>[] = [];
    const form = (n: number) => ({
      ...formFor(camp, `turn${n}@example.org`),
      name: n === 3 ? "NUL \0" : "Mei",
    });
    const rush = openRush(
      new Proxy(db, {
        get: (target, name) => {
          // The first has all who pressed; whoever presses now waits behind it.
          if (name === "transaction" && ++begun === 1) later = range(10, 20).map(press);
          return Reflect.get(target, name);
        },
      }),
    );
    const press = (n: number) =>
      rush(camp.id, { form: form(n), now: NOON, deviceId: null }).then(
        (answer) => answer.ok && answer.value.status,
        () => "failed",
      );
    const first = await Promise.all(range(0, 10).map(press));
    const second = await Promise.all(later);
    expect(first).toEqual(range(0, 10).map((n) => (n === 3 ? "failed" : n < 9 ? "held" : "waiting")));
    expect(second).toEqual(range(10, 20).map(() => "waiting"));
  });
});

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);
