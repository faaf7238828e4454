/** The table of who may do what, and what has to be true of any such table. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  allowed,
  CAPABILITIES,
  type Capability,
  difference,
  inOrder,
  organises,
  ROLES,
  type Role,
  rolesIn,
  rolesText,
} from "#domain/permission.ts";

const someRoles = fc.subarray([...ROLES]);
const allOf = (...roles: Role[]) => CAPABILITIES.filter((capability) => allowed(roles, capability));

test("an organiser may do everything, and nobody without a role anything", () => {
  expect(allOf("organiser")).toEqual([...CAPABILITIES]);
  expect(allOf()).toEqual([]);
});

test("an organiser is whoever has that role, whatever else they are", () => {
  fc.assert(
    fc.property(someRoles, (roles) => {
      expect(organises(roles)).toBe(allOf(...roles).length === CAPABILITIES.length);
    }),
  );
});

test("several roles allow what each of them allows, and nothing more", () => {
  fc.assert(
    fc.property(someRoles, fc.constantFrom(...CAPABILITIES), (roles, capability) => {
      expect(allowed(roles, capability)).toBe(roles.some((role) => allowed([role], capability)));
    }),
  );
});

test("whoever may change the crew has everything, so that nobody gives more than they have", () => {
  const managers = ROLES.filter((role) => allowed([role], "manageCrew"));
  expect(managers.map((role) => allOf(role))).toEqual(managers.map(() => [...CAPABILITIES]));
});

test("whoever may change something may see it", () => {
  const seen: Partial<Record<Capability, Capability>> = {
    movePeople: "seePeople",
    seeNeeds: "seePeople",
    runPitches: "seeProgramme",
    arrange: "seeProgramme",
    publish: "arrange",
    manageCrew: "seeCrew",
  };
  for (const [act, see] of Object.entries(seen) as [Capability, Capability][])
    for (const role of ROLES)
      expect([role, act, allowed([role], act) && !allowed([role], see)]).toEqual([role, act, false]);
});

test("an observer changes nothing, and whoever caters reads no name", () => {
  expect(allOf("observer")).toEqual(["seePeople", "seeProgramme", "seeCrew"]);
  expect(allOf("caterer")).toEqual(["countNeeds"]);
});

test("what is gained and lost leads from the one set of roles to the other", () => {
  fc.assert(
    fc.property(someRoles, someRoles, (before, after) => {
      const { gains, loses } = difference(before, after);
      const then = allOf(...before).filter((it) => !loses.includes(it));
      expect(CAPABILITIES.filter((it) => then.includes(it) || gains.includes(it))).toEqual(allOf(...after));
      expect(gains.filter((it) => allowed(before, it))).toEqual([]);
    }),
  );
});

test("roles are read from the text they were written to, each once and in order", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ROLES)), (roles) => {
      expect(rolesIn(rolesText(roles))).toEqual(inOrder(roles));
      expect(new Set(inOrder(roles))).toEqual(new Set(roles));
    }),
  );
  expect(rolesIn("")).toEqual([]);
  expect(rolesIn("delegate,campmaker")).toEqual(["campmaker"]);
});
