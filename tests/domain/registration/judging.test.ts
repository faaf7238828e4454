/** Who gets what when many press at once: promises over whatever they send, and over however they share transactions. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Group, kindOf, NO_POOL, type Pools } from "#domain/pool.ts";
import { bucketOf, LIMITS } from "#domain/rate-limit.ts";
import { chargesOf } from "#domain/registration/allowance.ts";
import { judgeAll } from "#domain/registration/judging.ts";
import type { Counts } from "#domain/registration/places.ts";
import { formsSent, type Known, type Reception, readerOf } from "#domain/registration/reception.ts";
import { type Applicant, holdsPlace, isLive, isProven, type Status } from "#domain/registration.ts";
import type { Release } from "#domain/release.ts";
import { NOON, typedForm } from "#tests/support/form.ts";

const ADDRESSES = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}@example.org`);
const DEVICES = ["d1", "d2"];
const DAY = 86_400_000;

/** Somebody who is registered already; a mailbox that was proven may have sent mail back since. */
const known = fc.record({
  status: fc.constantFrom<Status>("waiting", "held", "confirmed", "offered", "left", "removed"),
  proven: fc.boolean(),
  bounced: fc.boolean(),
  lapsed: fc.boolean(),
  shown: fc.boolean(),
  tickets: fc.subarray(DEVICES),
});
type Before = typeof known extends fc.Arbitrary<infer T> ? T : never;

const pressed = fc.record({
  email: fc.constantFrom(...ADDRESSES),
  form: fc.nat(8).map((n) => `f${n}`),
  deviceId: fc.constantFrom(null, null, ...DEVICES),
});

const NO_LIMIT = { sectors: new Map(), firstTimers: NO_POOL, organisationLimit: null, mergesAt: null };
const KEEPS_TWO: Pools = { ...NO_LIMIT, sectors: new Map([["local", { floor: 2, ceiling: null }]]) };
const KEEPS_NEW: Pools = { ...NO_LIMIT, firstTimers: { floor: 1, ceiling: null } };
const LIMITS_LOCAL: Pools = { ...NO_LIMIT, sectors: new Map([["local", { floor: 0, ceiling: 1 }]]) };

const scene = fc.record({
  capacity: fc.integer({ min: 1, max: 6 }),
  lineLimit: fc.constantFrom(null, null, 0, 2),
  offersOn: fc.boolean(),
  phase: fc.constantFrom("tickets" as const, "tickets" as const, "tickets" as const, "closed" as const),
  ended: fc.constantFrom(false, false, false, true),
  release: fc.constantFrom(null, null, "soon", "batch", "drawn", "draw", "drawing"),
  pools: fc.constantFrom(null, null, KEEPS_TWO, KEEPS_NEW, LIMITS_LOCAL),
  before: fc.array(known, { maxLength: 3 }),
  readers: fc.subarray(DEVICES.flatMap((device) => ADDRESSES.map((email) => readerOf(device, email)))),
  presses: fc.array(pressed, { minLength: 1, maxLength: 14 }),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

/** Where a mailbox may be proven or not. Whose place lapsed may have left the line since. */
const UNSURE: readonly Status[] = ["waiting", "left"];

function knownOf({ status, proven, bounced, lapsed, shown, tickets }: Before, index: number): Known {
  const verifiedAt = status === "held" || (UNSURE.includes(status) && !proven) ? null : NOON;
  return {
    id: `known${index}`,
    status,
    rank: index,
    verifiedAt,
    bouncedAt: verifiedAt && bounced ? NOON : null,
    lapsedAt: lapsed && UNSURE.includes(status) && verifiedAt === null ? NOON : null,
    form: formOf(`f${index}`, ADDRESSES[index]!),
    claims: new Map(),
    shown,
    tickets: new Set(tickets),
    proving: false,
  };
}

/** Every other address is of the first sector, and every third comes for the first time. */
function formOf(id: string, email: string) {
  const index = ADDRESSES.indexOf(email);
  const kind = { sectorId: index % 2 === 0 ? "local" : "central", firstTime: index % 3 === 0 };
  return typedForm({ id, email, ...kind, organisation: "" });
}

/** As the database counts. */
function count(people: Iterable<Known>, pools: Pools | null): Counts {
  const all = [...people];
  const of = (status: Status, more: (one: Known) => boolean = () => true) =>
    all.filter((one) => one.status === status && more(one)).length;
  return {
    ...{ confirmed: of("confirmed"), held: of("held"), offered: of("offered"), waiting: of("waiting") },
    ready: of("waiting", isProven),
    paused: 0,
    inTurn: of("waiting", ({ lapsedAt }) => lapsedAt === null),
    lapsed: all.filter(({ lapsedAt }) => lapsedAt !== null).length,
    entered: of("entered"),
    keptBack: 0,
    groups: pools && groupsOf(all),
  };
}

function groupsOf(people: readonly Known[]): Group[] {
  const kinds = new Map(people.map(({ form }) => [JSON.stringify(kindOf(form)), kindOf(form)]));
  return [...kinds].sort().map(([key, kind]) => {
    const of = (is: (one: Known) => boolean) =>
      people.filter((one) => JSON.stringify(kindOf(one.form)) === key && is(one)).length;
    const waits = ({ status }: Known) => status === "waiting";
    return {
      ...kind,
      holding: of(({ status }) => holdsPlace(status)),
      waiting: of(waits),
      ready: of((one) => waits(one) && isProven(one)),
      inTurn: of((one) => waits(one) && one.lapsedAt === null),
    };
  });
}

/** Those there are any of, in one order. */
function inOrder({ groups, ...counts }: Counts): Counts {
  const some = groups?.filter(({ holding, waiting }) => holding + waiting > 0);
  const sorted = some?.sort((a, b) => (JSON.stringify(kindOf(a)) < JSON.stringify(kindOf(b)) ? -1 : 1));
  return { ...counts, groups: sorted ?? null };
}

/** One release that is at some point of its life; all places are in it. */
function releasesOf(stage: string | null, places: number): Release[] {
  if (stage === null) return [];
  const at = NOON.getTime();
  const way = stage.startsWith("draw") && stage !== "drawn" ? "draw" : "batch";
  const closesAt = { draw: at + DAY, drawing: at - 1 }[stage] ?? null;
  const opensAt = stage === "soon" ? at + DAY : at - 2 * DAY;
  return [
    { id: "release", way, opensAt, closesAt, closed: false, places, drawnAt: stage === "drawn" ? at : null },
  ];
}

function stage({ ended, release, pools, before, readers, presses, ...giving }: Scene) {
  const people = before.map(knownOf);
  const applicants: Applicant[] = presses.map(({ email, form, deviceId }, index) => ({
    form: { ...formOf(form, email), name: `Camper ${index}` },
    deviceId,
    now: new Date(NOON.getTime() + index),
  }));
  const charges = chargesOf("camp", applicants, formsSent(people));
  const at = NOON.getTime();
  const reception: Reception = {
    camp: {
      ...{ ...giving, id: "camp", locale: "en", zone: "Europe/London", holdHours: 24, pools },
      releases: releasesOf(release, giving.capacity),
      startsAt: at + 20 * DAY,
      endsAt: ended ? at - DAY : at + 21 * DAY,
    },
    counts: count(people, pools),
    nextRank: 100,
    sectors: new Set(["local", "central"]),
    people: new Map(people.map((one) => [one.form.email, one])),
    readers: new Set(readers),
    allowance: new Map(charges.map((charge) => [bucketOf(charge), at])),
  };
  return { reception, applicants, ids: applicants.map((_, index) => `new${index}`) };
}

const scenes = scene.map(stage);
const taken = ({ counts: { confirmed, held, offered } }: Reception) => confirmed + held + offered;

it("gives no more places than there are", () => {
  fc.assert(
    fc.property(scenes, ({ reception, applicants, ids }) => {
      const { after } = judgeAll(reception, applicants, ids);
      expect(taken(after)).toBeLessThanOrEqual(Math.max(reception.camp.capacity, taken(reception)));
    }),
  );
});

it("lets whoever presses while entries are collected enter, and gives nobody a place or a turn meanwhile", () => {
  fc.assert(
    fc.property(scene, (drawn) => {
      const { reception, applicants, ids } = stage(drawn);
      const { decisions, after } = judgeAll(reception, applicants, ids);
      const given = decisions.flatMap((decision) =>
        decision.ok && decision.value.seat ? [decision.value] : [],
      );
      const entering = drawn.release === "batch" || drawn.release === "draw";
      for (const { person, seat, mail } of given) {
        expect(person.status === "entered").toBe(entering);
        expect(seat!.enters).toBe(entering ? "release" : null);
        if (drawn.release === "batch") expect(mail).toBe(null);
      }
      if (drawn.release === "soon" || drawn.release === "drawing") expect(given).toEqual([]);
      expect(after.counts.entered).toBe(entering ? given.length : 0);
    }),
  );
});

it("counts as the database will once all is written", () => {
  fc.assert(
    fc.property(scenes, ({ reception, applicants, ids }) => {
      const { after } = judgeAll(reception, applicants, ids);
      expect(inOrder(after.counts)).toEqual(inOrder(count(after.people.values(), reception.camp.pools)));
    }),
  );
});

it("keeps the order of first press, in turns and in places", () => {
  fc.assert(
    fc.property(scenes, ({ reception, applicants, ids }) => {
      const { decisions } = judgeAll(reception, applicants, ids);
      const seated = decisions.flatMap((one) => (one.ok && one.value.seat ? [one.value] : []));
      const ranks = seated.map(({ person }) => person.rank);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(new Set(ranks).size).toBe(ranks.length);
      // Of those nobody has proven, and whose place did not lapse before, no later one gets a place an earlier did not.
      const alike = seated.filter(({ reader, person }) => reader === null && person.lapsedAt === null);
      const places = alike.map(({ person }) => holdsPlace(person.status));
      // With pools that is so among people of one kind: below.
      if (reception.camp.pools) return;
      expect(places).toEqual([...places].sort((a, b) => Number(b) - Number(a)));
    }),
  );
});

it("seats each person once, and lets nobody change who they are", () => {
  fc.assert(
    fc.property(scenes, ({ reception, applicants, ids }) => {
      const { decisions, after } = judgeAll(reception, applicants, ids);
      const seated = decisions.flatMap((one) =>
        one.ok && one.value.seat ? [one.value.person.form.email] : [],
      );
      expect(new Set(seated).size).toBe(seated.length);
      const people = [...after.people];
      expect(new Set(people.map(([, { id }]) => id)).size).toBe(people.length);
      expect(new Set(people.map(([, { form }]) => form.id)).size).toBe(people.length);
      for (const [email, one] of reception.people) expect(after.people.get(email)?.id).toBe(one.id);
    }),
  );
});

it("decides the same in one go as in any split of it", () => {
  fc.assert(
    fc.property(scenes, fc.array(fc.nat(5), { maxLength: 6 }), ({ reception, applicants, ids }, sizes) => {
      const whole = judgeAll(reception, applicants, ids);
      let [from, state] = [0, reception];
      const parts = [];
      for (const size of [...sizes, applicants.length]) {
        const part = judgeAll(state, applicants.slice(from, from + size), ids.slice(from, from + size));
        parts.push(...part.decisions);
        [from, state] = [from + size, part.after];
      }
      expect(parts).toEqual(whole.decisions);
      expect(state).toEqual(whole.after);
    }),
  );
});

it("tells nobody who is registered but whoever reads the mailbox", () => {
  fc.assert(
    fc.property(scenes, ({ reception, applicants, ids }) => {
      const { decisions } = judgeAll(reception, applicants, ids);
      for (const [index, decision] of decisions.entries()) {
        if (!decision.ok) continue;
        const { person, claim, reader, seat, mail } = decision.value;
        // A page that is a stranger's, or may be, never opens what its mailbox's reader has.
        if (claim === null && reader === null) expect(person.verifiedAt).toBe(null);
        if (seat) expect([mail === "your_page", claim]).toEqual([false, null]);
        if (reader !== null) expect([applicants[index]!.deviceId, claim]).toEqual([reader, null]);
      }
    }),
  );
});

it("refuses all in a phase without registration, and says of one that is over that it is", () => {
  fc.assert(
    fc.property(scenes, ({ reception, applicants, ids }) => {
      const { camp } = reception;
      const open = camp.phase === "tickets" && camp.endsAt > NOON.getTime();
      fc.pre(!open);
      const { decisions, after } = judgeAll(reception, applicants, ids);
      const why = camp.endsAt > NOON.getTime() ? "not_open" : "camp_over";
      const refusals = decisions.flatMap((one) => (one.ok ? [] : [one.refusal]));
      expect(refusals.filter((refusal) => refusal !== "too_many" && refusal !== why)).toEqual([]);
      expect([...after.people.values()].filter(({ status }) => isLive(status)).length).toBe(
        [...reception.people.values()].filter(({ status }) => isLive(status)).length,
      );
    }),
  );
});

it("mails an address as often as it may be named, and registers it all the same", () => {
  const { most } = LIMITS.register_by_address;
  const presses = Array.from({ length: most + 2 }, (_, n) => {
    return { email: "a@example.org", form: `f${n}`, deviceId: null };
  });
  const { reception, applicants, ids } = stage({
    ...{ capacity: 9, lineLimit: null, offersOn: true, phase: "tickets" },
    ...{ ended: false, release: null, pools: null, before: [], readers: [], presses },
  });
  const { decisions } = judgeAll(reception, applicants, ids);
  expect(decisions.map((one) => one.ok && one.value.mail)).toEqual([
    "registered",
    ...Array(most - 1).fill("your_page"),
    null,
    null,
  ]);
});
