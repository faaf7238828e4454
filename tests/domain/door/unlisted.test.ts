import { expect, test } from "vitest";
import { hereBy, settled, type Unlisted } from "#domain/door/unlisted.ts";

const by = (code: string, more: Partial<Unlisted> = {}): Unlisted => ({
  ...{ id: `tap ${code}`, code, dayId: "friday", at: 5, door: "Front", ...more },
});

test("whoever came in by a code alone is in on that day", () => {
  expect(hereBy([by("A")], "A", "friday")).toEqual({ at: 5, door: "Front", acts: ["tap A"] });
  expect(hereBy([by("A")], "B", "friday")).toBeNull();
  expect(hereBy([by("A")], "A", "saturday")).toBeNull();
});

test("once the list has their code they become the tap that they were, and a code nobody has is said", () => {
  expect(settled([by("A"), by("B")], [{ id: "ama", code: "A" }])).toEqual({
    acts: [
      {
        ...{ id: "tap A", registrationId: "ama", dayId: "friday", kind: "in" },
        ...{ at: 5, undoes: [], door: "Front" },
      },
    ],
    nobodys: ["B"],
  });
});
