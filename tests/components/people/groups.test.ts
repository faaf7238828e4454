import { expect, it } from "vitest";
import { inGroup, matching } from "#components/people/groups.ts";
import type { PersonInLine, Status } from "#domain/registration.ts";

const somebody = (name: string, status: Status, more: Partial<PersonInLine> = {}): PersonInLine => ({
  id: name,
  name,
  email: `${name.toLowerCase()}@example.org`,
  organisation: "Sandwell Council",
  sector: "Local government",
  firstTime: false,
  status,
  proven: true,
  bounced: false,
  position: null,
  since: "2026-06-02T11:00:00Z",
  offeredUntil: null,
  heldUntil: null,
  ...more,
});

const people = [
  somebody("Mei", "offered"),
  somebody("Siân", "waiting", { organisation: "Cardiff Council" }),
  somebody("Rhys", "confirmed", { email: "rhys@transport.example" }),
  somebody("Olu", "held"),
  somebody("Ama", "released"),
];
const names = (found: PersonInLine[]) => found.map(({ name }) => name);

it("puts everybody into one part, and the line has the open offers in it", () => {
  expect(names(inGroup(people, "line"))).toEqual(["Mei", "Siân"]);
  expect(names(inGroup(people, "places"))).toEqual(["Rhys", "Olu"]);
  expect(names(inGroup(people, "gone"))).toEqual(["Ama"]);
  expect(inGroup(people, "all")).toHaveLength(5);
});

it("shows those our mail does not reach, while they are in the camp or its line", () => {
  const silent = [
    somebody("Olu", "confirmed", { bounced: true }),
    somebody("Kit", "waiting", { bounced: true }),
    somebody("Jo", "left", { bounced: true }),
  ];
  expect(names(inGroup([...people, ...silent], "bounced"))).toEqual(["Olu", "Kit"]);
});

it.each([
  ["sian", ["Siân"]],
  ["SIÂN cardiff", ["Siân"]],
  ["transport", ["Rhys"]],
  ["council local", ["Mei", "Siân", "Rhys", "Olu", "Ama"]],
  ["cardiff mei", []],
  ["  ", ["Mei", "Siân", "Rhys", "Olu", "Ama"]],
])("finds %j", (search, found) => {
  expect(names(matching(people, search))).toEqual(found);
});
