import { expect, it } from "vitest";
import { type Crew, NOBODY, organiserOf } from "#domain/viewer.ts";

it("takes nobody and no campmaker for an organiser", () => {
  const crew = (role: Crew["role"]) => ({
    ...NOBODY,
    crew: { personId: "p", eventId: "e", name: "Mei", role } as Crew,
  });
  expect(organiserOf(NOBODY)).toBe(null);
  expect(organiserOf(crew("campmaker"))).toBe(null);
  expect(organiserOf(crew("organiser"))?.name).toBe("Mei");
});
