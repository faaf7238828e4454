import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HALTED, PHASES } from "#domain/event.ts";
import { nextOfferAt } from "#domain/registration/offer.ts";
import { byDaylight } from "#domain/registration/reminder.ts";
import { endOfCamp } from "#domain/time/end.ts";
import { nextSettling, type OpenPlaces } from "#domain/unsettled.ts";
import { instants, zones } from "#tests/support/instants.ts";

const at = (text: string) => Date.parse(`${text}+01:00`);
const DOORS = at("2026-07-14T09:00");
const zone = "Europe/London";
const times = { startsAt: DOORS, endsAt: endOfCamp({ startsAt: DOORS, zone }, null), zone, offerHours: 48 };
const NOTHING: OpenPlaces = {
  offerEnds: null,
  offers: false,
  reminds: null,
  holdEnds: null,
  pauseEnds: null,
  toOffer: 0,
  poolsMerge: null,
  releaseDue: null,
  transfersEnd: null,
  asks: null,
  goBack: null,
};
const tickets = { phase: "tickets", offersOn: true } as const;
const NIGHT = at("2026-07-14T03:00");

describe("a camp's places are next seen to", () => {
  it("never, where nothing is open: a full camp with a line costs nothing", () => {
    expect(nextSettling(tickets, times, NOTHING, NIGHT)).toBe(null);
  });

  it("never, of a camp that is called off or put off", () => {
    const open = {
      ...NOTHING,
      offers: true,
      holdEnds: NIGHT,
      pauseEnds: NIGHT,
      releaseDue: NIGHT,
      transfersEnd: NIGHT,
    };
    for (const phase of HALTED) expect(nextSettling({ ...tickets, phase }, times, open, NIGHT)).toBe(null);
  });

  it("when the first offer or hold ends", () => {
    const open = {
      ...NOTHING,
      offers: true,
      offerEnds: at("2026-07-14T09:30"),
      holdEnds: at("2026-07-14T08:30"),
    };
    expect(nextSettling(tickets, times, open, NIGHT)).toBe(open.holdEnds);
    expect(nextSettling(tickets, times, { ...open, holdEnds: null }, NIGHT)).toBe(open.offerEnds);
  });

  it("when the first offer is to be reminded of, by daylight, and as long as it can be answered", () => {
    const open = { ...NOTHING, offers: true, reminds: at("2026-07-13T21:00") };
    const evening = at("2026-07-13T20:00");
    expect(nextSettling(tickets, times, open, evening)).toBe(open.reminds);
    expect(nextSettling(tickets, times, open, at("2026-07-13T21:30"))).toBe(at("2026-07-13T21:30"));
    expect(nextSettling(tickets, times, open, NIGHT)).toBe(at("2026-07-14T08:00"));
    expect(nextSettling({ ...tickets, phase: "draft" }, times, open, evening)).toBe(times.endsAt);
  });

  it("when the first pause ends, unless the camp is over by then", () => {
    const open = { ...NOTHING, pauseEnds: at("2026-07-14T08:00") };
    expect(nextSettling(tickets, times, open, NIGHT)).toBe(open.pauseEnds);
    expect(nextSettling({ phase: "closed", offersOn: false }, times, open, NIGHT)).toBe(open.pauseEnds);
    expect(nextSettling(tickets, times, { ...open, pauseEnds: times.endsAt }, NIGHT)).toBe(null);
  });

  it("when a release opens or its entries are to be put in order, unless the camp is over by then", () => {
    const open = { ...NOTHING, releaseDue: at("2026-07-14T08:00") };
    expect(nextSettling({ phase: "closed", offersOn: false }, times, open, NIGHT)).toBe(open.releaseDue);
    expect(nextSettling(tickets, times, { ...open, releaseDue: times.endsAt }, NIGHT)).toBe(null);
  });

  it("when places can no longer be handed on, where any is on its way", () => {
    const open = { ...NOTHING, transfersEnd: at("2026-07-14T08:00") };
    expect(nextSettling({ phase: "closed", offersOn: false }, times, open, NIGHT)).toBe(open.transfersEnd);
  });

  it("when people are next asked whether they come, and when places go back without an answer", () => {
    const open = { ...NOTHING, asks: at("2026-07-14T08:00"), goBack: at("2026-07-14T07:00") };
    expect(nextSettling(tickets, times, open, NIGHT)).toBe(open.goBack);
    expect(nextSettling(tickets, times, { ...open, goBack: null }, NIGHT)).toBe(open.asks);
  });

  it("in the morning, where a place is free by night and somebody is ready", () => {
    const open = { ...NOTHING, toOffer: 1 };
    expect(nextSettling(tickets, times, open, NIGHT)).toBe(at("2026-07-14T08:00"));
    expect(nextSettling({ ...tickets, offersOn: false }, times, open, NIGHT)).toBe(null);
    expect(nextSettling({ ...tickets, phase: "after" }, times, open, NIGHT)).toBe(null);
  });

  it("at the end of the camp, where an offer's clock stands still; a hold that outlasts it never ends", () => {
    expect(nextSettling(tickets, times, { ...NOTHING, offers: true }, NIGHT)).toBe(times.endsAt);
    expect(nextSettling(tickets, times, { ...NOTHING, holdEnds: times.endsAt }, NIGHT)).toBe(null);
  });

  it("no more once it is over, by the calendar or by its phase", () => {
    const open = { ...NOTHING, offers: true, offerEnds: times.endsAt + 1, toOffer: 1 };
    expect(nextSettling(tickets, times, open, times.endsAt)).toBe(null);
    expect(nextSettling({ ...tickets, phase: "after" }, times, open, NIGHT)).toBe(null);
  });

  it("never before now, and not later than anything that is open", () => {
    const some = fc.option(instants);
    const opens = fc.record({
      offerEnds: some,
      reminds: some,
      holdEnds: some,
      pauseEnds: some,
      toOffer: fc.nat(2),
      poolsMerge: some,
      releaseDue: some,
      transfersEnd: some,
      asks: some,
      goBack: some,
    });
    fc.assert(
      fc.property(
        opens,
        instants,
        instants,
        zones,
        fc.constantFrom(...PHASES),
        fc.boolean(),
        (found, now, startsAt, where, phase, offersOn) => {
          const open = { ...found, offers: found.offerEnds !== null };
          const when = {
            startsAt,
            endsAt: endOfCamp({ startsAt, zone: where }, null),
            zone: where,
            offerHours: 48,
          };
          const next = nextSettling({ phase, offersOn }, when, open, now);
          if (next === null) return;
          expect(next).toBeGreaterThanOrEqual(now);
          const reminded = open.reminds && byDaylight(Math.max(now, open.reminds), where);
          const ends = [open.offerEnds, open.offers ? when.endsAt : null].flatMap((end) => end ?? []);
          for (const end of ends) expect(next).toBeLessThanOrEqual(Math.max(now, end));
          const due = [
            ...ends,
            open.holdEnds,
            open.pauseEnds,
            open.releaseDue,
            open.poolsMerge,
            open.transfersEnd,
            open.asks,
            open.goBack,
            reminded,
          ];
          if (next > now && !due.includes(next)) expect(next).toBe(nextOfferAt(now, when));
        },
      ),
    );
  });
});
