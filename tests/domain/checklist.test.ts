import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChecklistRow, checklistOf, dueOn, nextOf, ORDINARY, SOON_DAYS } from "#domain/checklist.ts";
import { RANGES } from "#domain/limits.ts";
import { daysBetween, laterDay } from "#domain/time/local.ts";

const DAYS = ["2026-07-14", "2026-07-15"];
const UNSEEN = { crew: false, opened: false, board: false, rehearsed: false };
const dates = (today: string, begun = "2026-01-05") => ({ days: DAYS, begun, today });
const own = (daysBefore: number, id = "own", doneAt: Date | null = null): ChecklistRow => ({
  ...{ id, key: null, title: "Hire a bus", daysBefore, doneAt },
});
const find = (items: ReturnType<typeof checklistOf>, which: string) =>
  items.find(({ key, id }) => key === which || id === which);

describe("the checklist", () => {
  it("counts dates back from the first day, and on from the last", () => {
    expect(dueOn(14, DAYS)).toBe("2026-06-30");
    expect(dueOn(0, DAYS)).toBe("2026-07-14");
    expect(dueOn(-2, DAYS)).toBe("2026-07-17");
  });

  it("has what every camp needs and what a crew added, by when each is due", () => {
    const items = checklistOf([own(21), own(400)], UNSEEN, dates("2026-03-01"));
    expect(items).toHaveLength(ORDINARY.length + 2);
    expect(items.map(({ due }) => due)).toEqual(items.map(({ due }) => due).sort());
  });

  it("takes what shows in the camp for done, and what was ticked", () => {
    const tick: ChecklistRow = { id: "t", key: "venue", title: null, daysBefore: null, doneAt: new Date(0) };
    const items = checklistOf(
      [tick, own(3, "bus", new Date(0))],
      { ...UNSEEN, board: true },
      dates("2026-03-01"),
    );
    expect(find(items, "rooms")).toMatchObject({ stage: "done", seen: true });
    expect(find(items, "venue")).toMatchObject({ stage: "done", seen: false });
    expect(find(items, "bus")).toMatchObject({ stage: "done", seen: false });
  });

  it("reproaches nobody with what was due before the camp was begun", () => {
    const items = checklistOf([], UNSEEN, dates("2026-06-10", "2026-06-01"));
    expect(find(items, "venue")).toMatchObject({ stage: "now", daysLate: 0 });
    expect(find(items, "rooms")).toMatchObject({ due: "2026-06-02", stage: "late", daysLate: 8 });
    expect(nextOf(items)[0]?.key).toBe("rooms");
  });

  it("asks for nothing of before once the camp is over", () => {
    const items = checklistOf([own(30)], UNSEEN, dates("2026-07-16"));
    expect(items.map(({ key }) => key)).toEqual(["thanks"]);
    expect(checklistOf([], UNSEEN, dates("2026-07-15"))).toHaveLength(ORDINARY.length);
  });

  it("says of whatever is due on any day whether it is late, soon or later, and shows at most four", () => {
    const { min, max } = RANGES.daysBefore;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min, max }), { maxLength: 40 }),
        fc.integer({ min: -400, max: 60 }),
        (added, away) => {
          const today = laterDay(DAYS[0]!, away);
          const rows = added.map((daysBefore, n) => own(daysBefore, String(n)));
          const items = checklistOf(rows, UNSEEN, dates(today, "2025-01-01"));
          for (const { due, stage, daysLate } of items) {
            const left = daysBetween(today, due);
            expect(stage).toBe(left < 0 ? "late" : left <= SOON_DAYS ? "soon" : "later");
            expect(daysLate).toBe(Math.max(0, -left));
          }
          const next = nextOf(items);
          expect(next.length).toBe(Math.min(4, items.filter(({ stage }) => stage !== "later").length));
        },
      ),
    );
  });
});
