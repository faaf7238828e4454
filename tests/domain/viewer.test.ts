import { expect, it } from "vitest";
import { PHASES } from "#domain/event.ts";
import { type Crew, maySee, NOBODY, organiserOf } from "#domain/viewer.ts";

it("takes nobody and no campmaker for an organiser", () => {
  const crew = (role: Crew["role"]) => ({
    ...NOBODY,
    crew: { personId: "p", eventId: "e", name: "Mei", role } as Crew,
  });
  expect(organiserOf(NOBODY)).toBe(null);
  expect(organiserOf(crew("campmaker"))).toBe(null);
  expect(organiserOf(crew("organiser"))?.name).toBe("Mei");
});

it("shows a draft to its crew alone, and every other camp to everybody", () => {
  const crew = { crew: { role: "campmaker" } as Crew };
  const seen = PHASES.filter((phase) => maySee({ phase }, NOBODY));
  expect(seen).toEqual(PHASES.filter((phase) => phase !== "draft"));
  expect(PHASES.filter((phase) => maySee({ phase }, crew))).toEqual([...PHASES]);
});
