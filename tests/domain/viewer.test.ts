import fc from "fast-check";
import { expect, it } from "vitest";
import { PHASES } from "#domain/event.ts";
import { allowed, CAPABILITIES, ROLES } from "#domain/permission.ts";
import { type Crew, mayOf, maySee, NOBODY } from "#domain/viewer.ts";

const crewOf = (...roles: Crew["roles"]) => ({ personId: "p", eventId: "e", name: "Mei", roles }) as Crew;

it("proves exactly what the table allows, all of it or nothing", () => {
  fc.assert(
    fc.property(fc.subarray([...ROLES]), fc.subarray([...CAPABILITIES]), (roles, wanted) => {
      const proof = mayOf(crewOf(...roles), ...wanted);
      const all = wanted.every((capability) => allowed(roles, capability));
      expect(proof).toEqual(all ? { personId: "p", eventId: "e", name: "Mei" } : null);
    }),
  );
  expect(mayOf(null, "seePeople")).toBe(null);
});

it("shows a draft to its crew alone, and every other camp to everybody", () => {
  const crew = { crew: crewOf("door") };
  const seen = PHASES.filter((phase) => maySee({ phase }, NOBODY));
  expect(seen).toEqual(PHASES.filter((phase) => phase !== "draft"));
  expect(PHASES.filter((phase) => maySee({ phase }, crew))).toEqual([...PHASES]);
});
