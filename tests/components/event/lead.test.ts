import { expect, it } from "vitest";
import { leadOf } from "#components/event/lead.ts";
import type { EventView, Phase } from "#domain/event.ts";
import type { PoolsView } from "#domain/pool.ts";
import type { ReleaseView, TicketsView } from "#domain/tickets.ts";
import { event as words } from "#messages/en/event.ts";
import { front } from "#messages/en/front.ts";

const day = { id: "d", date: "2026-05-08", startsAt: "2026-05-08T08:00:00.000Z", phase: "doors" as const };

const campIn = (phase: Phase): EventView => ({
  ...{ id: "e", slug: "camp", name: "Camp", strapline: "", place: "Leeds", day: day.date, demo: false },
  ...{ startsAt: day.startsAt, zone: "Europe/London", locale: "en-GB", capacity: 130 },
  ...{ phase, tally: "shown", days: [day] },
});

const tickets = (more: Partial<TicketsView>): TicketsView => ({
  ...{
    capacity: 130,
    out: 130,
    over: false,
    next: "place",
    release: null,
    coming: null,
    entered: 0,
    free: 12,
  },
  ...{ pools: null, waiting: 0, moved: 0, at: day.startsAt },
  ...more,
});

const draw: ReleaseView = {
  ...{ id: "r", way: "draw", places: 9, source: "Lotto" },
  ...{ opensAt: day.startsAt, closesAt: day.startsAt },
};
const kept = (sectors: string[]) => ({ keptFor: { sectors, firstTimers: false } }) as unknown as PoolsView;

it("a camp's page leads with what somebody who comes now would get", () => {
  const lead = (more: Partial<TicketsView>) => leadOf(campIn("tickets"), tickets(more));
  expect(lead({})).toBe("Tickets are open: 12 of 130 places left");
  expect(lead({ free: 4, out: 4 })).toBe("Tickets are open: 4 of the first 4 places left");
  expect(lead({ next: "proof" })).toBe("Tickets are open: 12 of 130 places left");
  expect(lead({ next: "line", free: 0, waiting: 212 })).toBe("All 130 places are taken, 212 in the line");
  expect(lead({ next: "line", free: 0 })).toBe("All 130 places are taken");
  expect(lead({ next: "line", free: 2, waiting: 3 })).toBe("2 places are free, for the line first");
  expect(lead({ next: "line", free: 1, waiting: 3 })).toBe("A place is free, for the line first");
  expect(lead({ next: "line", pools: kept(["Local"]) })).toBe("Places are left for some");
  expect(lead({ next: "line", free: 0, waiting: 1, pools: kept([]) })).toContain("1 in the line");
  expect(lead({ next: "closed_line" })).toBe("All 130 places are taken, and the line is full");
  expect(lead({ next: "line", free: 0, out: 60, waiting: 2 })).toBe(
    "All places given out so far are taken: 60 of 130, 2 in the line",
  );
  expect(lead({ next: "line", free: 0, capacity: 1, out: 1, waiting: 1 })).toBe(
    "The one place is taken, 1 in the line",
  );
  expect(lead({ next: "soon" })).toBe(front.leads.soon);
  expect([lead({ next: "entry", release: draw }), lead({ next: "entry" })]).toEqual([
    front.leads.draw,
    front.leads.open,
  ]);
  expect(lead({ next: "drawing", release: draw })).toBe(front.leads.drawing);
});

it("and otherwise with its phase, or with when it was", () => {
  expect(leadOf(campIn("closed"), tickets({}))).toBe(words.phases.closed);
  expect(leadOf(campIn("pitching"), tickets({}))).toBe(words.phases.pitching);
  expect(leadOf(campIn("after"), tickets({ over: true }))).toMatch(/^Was on .*8 May/);
  expect(leadOf(campIn("tickets"), tickets({ over: true }))).toMatch(/^Was on /);
});
