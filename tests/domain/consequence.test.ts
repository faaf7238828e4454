import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agreementTo,
  audienceOf,
  type Consequence,
  fewerHands,
  mailsTo,
  manyOffers,
  pastDay,
  phaseConcerns,
  straySlots,
} from "#domain/consequence.ts";
import { isHalted, PHASES, permits, wentBy } from "#domain/event.ts";
import { LIVE } from "#domain/registration.ts";
import { movedDay } from "#domain/time/local.ts";

const slot = (day: string, starts = "10:00") => ({
  kind: "session" as const,
  title: "",
  day,
  starts,
  ends: "23:00",
});

describe("the rows of a day", () => {
  it("belong to the camp on its first day and on the days that follow one another", () => {
    expect(straySlots("2026-07-14", [slot("2026-07-15"), slot("2026-07-14"), slot("2026-07-16")])).toEqual(
      [],
    );
  });

  it("are strays before the camp and after a gap", () => {
    expect(
      straySlots("2026-07-14", [slot("2026-07-08"), slot("2026-07-14"), slot("2026-07-17", "09:30")]),
    ).toEqual([
      { kind: "stray_slot", day: "2026-07-08", starts: "10:00" },
      { kind: "stray_slot", day: "2026-07-17", starts: "09:30" },
    ]);
  });

  it("are asked about once: a row that strayed before is known", () => {
    const early = slot("2026-07-08");
    expect(straySlots("2026-07-14", [early, slot("2026-07-30")], [early, slot("2026-07-14")])).toEqual([
      { kind: "stray_slot", day: "2026-07-30", starts: "10:00" },
    ]);
  });

  it("are all strays, at whatever distance, when they lie apart from the camp", () => {
    const far = fc.oneof(fc.integer({ min: -4_000, max: -1 }), fc.integer({ min: 2, max: 4_000 }));
    fc.assert(
      fc.property(far, (days) => {
        const day = movedDay("2026-07-14", "2026-07-14", movedBy(days));
        expect(straySlots("2026-07-14", [slot(day)])).toHaveLength(1);
      }),
    );
  });
});

const movedBy = (days: number) => new Date(Date.UTC(2026, 6, 14 + days)).toISOString().slice(0, 10);

it("calls a day past from the day after on", () => {
  expect(pastDay("2026-07-14", "2026-07-14")).toEqual([]);
  expect(pastDay("2026-07-13", "2026-07-14")).toEqual([{ kind: "past_day", day: "2026-07-13" }]);
});

it("makes nine offers by the way, and asks before ten", () => {
  expect([manyOffers(9), manyOffers(10)]).toEqual([[], [{ kind: "many_offers", offers: 10 }]]);
});

it("asks about fewer hands each where some have more up, whoever raises another meanwhile", () => {
  expect(fewerHands(3, { people: 0, most: 0 })).toEqual([]);
  const asked = fewerHands(3, { people: 2, most: 7 });
  expect(asked).toEqual([{ kind: "fewer_hands", dots: 3, people: 2, most: 7 }]);
  expect(agreementTo(asked)).toEqual(agreementTo(fewerHands(3, { people: 3, most: 8 })));
  expect(agreementTo(asked)).not.toEqual(agreementTo(fewerHands(2, { people: 2, most: 7 })));
});

describe("what is agreed to", () => {
  const goes: Consequence = {
    kind: "uprooted",
    what: "room",
    id: "r1",
    name: "Den",
    sessions: [
      { id: "b", title: "Job swaps", hands: 3, published: true },
      { id: "a", title: "Drones", hands: 0, published: false },
    ],
  };

  it("stays the same while people register and hands go up", () => {
    const told: Consequence = { kind: "told", places: 124, offers: 3, line: 40, unreached: 0 };
    const more = [
      { ...told, places: 125 },
      { ...goes, sessions: goes.sessions.map((it) => ({ ...it, hands: 9 })) },
    ];
    expect(agreementTo(more)).toEqual(agreementTo([told, goes]));
  });

  it("is another with another session, day or number of places", () => {
    const pairs: [Consequence, Consequence][] = [
      [goes, { ...goes, sessions: goes.sessions.slice(1) }],
      [goes, { ...goes, id: "r2" }],
      [...pastDay("2026-07-01", "2026-07-14"), ...pastDay("2026-07-02", "2026-07-14")] as [
        Consequence,
        Consequence,
      ],
      [
        { kind: "more_than_free", offers: 3, free: 1, holding: 133, capacity: 130 },
        { kind: "more_than_free", offers: 3, free: 1, holding: 132, capacity: 130 },
      ],
      [
        { kind: "over_capacity", holding: 124, capacity: 100 },
        { kind: "over_capacity", holding: 124, capacity: 99 },
      ],
      [
        { kind: "stray_slot", day: "2026-07-08", starts: "10:00" },
        { kind: "stray_slot", day: "2026-07-08", starts: "11:00" },
      ],
    ];
    for (const [one, other] of pairs) expect(agreementTo([one])).not.toEqual(agreementTo([other]));
  });
});

it("counts everybody who is to hear once, and mails nobody whose mail came back", () => {
  const person = fc.record({ status: fc.constantFrom(...LIVE), reached: fc.boolean() });
  fc.assert(
    fc.property(fc.array(person), (people) => {
      const audience = audienceOf(people);
      expect(mailsTo(audience)).toBe(people.filter(({ reached }) => reached).length);
      expect(mailsTo(audience) + audience.unreached).toBe(people.length);
      const offers = people.filter(({ status, reached }) => reached && status === "offered");
      expect(audience.offers).toBe(offers.length);
    }),
  );
});

it("says of every move of the phase whom it concerns: the line when offers begin, offers when answers end", () => {
  const counts = { free: 3, waiting: 40, offered: 2 };
  const moves = PHASES.flatMap((from) => PHASES.map((to) => [from, to] as const));
  const concerned = moves
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => [from, to, phaseConcerns(from, to, counts)] as const);
  for (const [from, to, { offers, ended, stranded }] of concerned) {
    expect(offers).toBe(permits(to, "offer") && !permits(from, "offer") ? 3 : 0);
    expect(ended).toBe(wentBy(to) && !wentBy(from) ? 2 : 0);
    expect(stranded).toBe(permits(from, "answer") && (to === "draft" || isHalted(to)) ? 2 : 0);
  }
  expect(phaseConcerns("after", "sessions", counts)).toEqual({ offers: 3, ended: 0, stranded: 0 });
  expect(phaseConcerns("sessions", "after", counts)).toEqual({ offers: 0, ended: 2, stranded: 0 });
});
