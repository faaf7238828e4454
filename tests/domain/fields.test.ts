import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  address,
  answers,
  clock,
  date,
  maybeLongText,
  maybeText,
  opensAt,
  registrationForm,
  text,
  whole,
  zone,
} from "#domain/fields.ts";
import { LONGEST } from "#domain/limits.ts";

const fields = z.object({
  name: text("personName", "a name, please", "shorter, please"),
  organisation: maybeText("organisation", "organisation"),
  access: maybeLongText("access", "access"),
  email: address("email"),
  places: whole("places", "places"),
  day: date("day"),
  doors: clock("doors"),
  zone: zone("zone"),
});

const good = {
  name: " Zoe\u0308\0 ",
  organisation: "",
  access: "a\r\nb",
  email: "Max@Müller.de",
  places: "1,300",
  day: "2026-07-14",
  doors: "08:30",
  zone: "Europe/London",
};

const said = (input: unknown) => {
  const { error } = fields.safeParse(input);
  return Object.fromEntries(error?.issues.map((issue) => [issue.path.join("."), issue.message]) ?? []);
};

test("what was typed comes out as it is kept", () => {
  expect(fields.parse({ ...good, organisation: undefined })).toEqual({
    name: "Zoë",
    organisation: "",
    access: "a\nb",
    email: "max@xn--mller-kva.de",
    places: 1300,
    day: "2026-07-14",
    doors: "08:30",
    zone: "Europe/London",
  });
});

describe("whatever arrives instead", () => {
  const wrong = {
    name: "a name, please",
    organisation: "organisation",
    access: "access",
    email: "email",
    places: "places",
    day: "day",
    doors: "doors",
    zone: "zone",
  };
  test.each([
    ["a file", new File(["x"], "x")],
    ["a list", ["x"]],
    ["an object", { toString: "x" }],
    ["a number", 7],
    ["a null", null],
  ])("%s is answered in our words, field by field", (_, value) => {
    expect(said(Object.fromEntries(Object.keys(wrong).map((name) => [name, value])))).toEqual(wrong);
  });
  test("a text of ten million signs is looked at for no longer than it takes to see that", () => {
    const huge = "x".repeat(10_000_000);
    const all = Object.fromEntries(Object.keys(wrong).map((name) => [name, huge]));
    expect(said(all)).toEqual({ ...wrong, name: "shorter, please" });
  });
});

test("doors do not open in the hour that clocks skip; a part that is wrong by itself is not judged here", () => {
  const at = (doors: string, rest = {}) =>
    opensAt({ day: "2027-03-28", doors, zone: "Europe/London", ...rest });
  expect([at("01:30"), at("02:00"), at("01:30", { zone: "Asia/Kathmandu" })]).toEqual([false, true, true]);
  expect([at(""), at("01:30", { day: "x" }), at("01:30", { zone: "x" })]).toEqual([true, true, true]);
});

test("both sides of each limit", () => {
  const long = (n: number) => ({ ...good, name: "x".repeat(n) });
  expect(said(long(LONGEST.personName))).toEqual({});
  expect(said(long(LONGEST.personName + 1))).toEqual({ name: "shorter, please" });
  // A browser sends each line break as two signs and counts it as one.
  const breaks = (n: number) => ({ ...good, access: `${"x\r\n".repeat(10)}${"y".repeat(n - 20)}` });
  expect(said(breaks(LONGEST.access))).toEqual({});
  expect(said(breaks(LONGEST.access + 1))).toEqual({ access: "access" });
  const numbers = ["1", "10000", "10,000", "0", "10001", "1.5", "1e3", "-1", "", "0x10", "1,00", "٣"];
  expect(numbers.filter((places) => !said({ ...good, places }).places)).toEqual(["1", "10000", "10,000"]);
  const times = ["00:00", "23:59", "24:00", "8:30", "08:30:00", ""];
  expect(times.filter((doors) => !said({ ...good, doors }).doors)).toEqual(["00:00", "23:59"]);
});

test("an answer is the same whether it is given when registering or changed later", () => {
  const wrong = {
    name: "name",
    nameLong: "long",
    sectorId: "sector",
    organisation: "organisation",
    access: "access",
    companions: "companions",
    companionsNote: "note",
    accessAgreed: "agreed",
  };
  const known = { id: "0197f6a0-0000-7000-8000-000000000001", email: "a@example.org" };
  const ticks = fc.option(fc.constantFrom("yes", "no", ""), { nil: undefined });
  const typed = fc.record({
    ...{ name: fc.string(), organisation: fc.string(), access: fc.string(), firstTime: ticks, photos: ticks },
    companions: fc.option(fc.constantFrom("0", "1", "2", "3", "-1", "", "many"), { nil: undefined }),
    companionsNote: fc.string(),
    accessAgreed: ticks,
    sectorId: fc.constantFrom(known.id, "", "x"),
  });
  fc.assert(
    fc.property(typed, (all) => {
      const changed = answers(wrong).safeParse(all);
      const sent = registrationForm({ ...wrong, form: "form", email: "email" }).safeParse({
        ...all,
        ...known,
      });
      expect(sent.success).toBe(changed.success);
      if (changed.success) expect(sent.data).toEqual({ ...changed.data, ...known });
      else expect(sent.error!.issues).toEqual(changed.error.issues);
    }),
  );
});

test("what somebody needs is taken only with their agreement that it is read, and nothing needs none", () => {
  const wrong = {
    ...{ name: "name", nameLong: "long", sectorId: "sector", organisation: "organisation" },
    ...{ access: "access", companions: "companions", companionsNote: "note", accessAgreed: "agreed" },
  };
  const typed = { name: "Ama", sectorId: "0197f6a0-0000-7000-8000-000000000001" };
  const said = (more: object) =>
    answers(wrong)
      .safeParse({ ...typed, ...more })
      .error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];
  expect(said({ access: "A ramp" })).toEqual([["accessAgreed", "agreed"]]);
  expect(said({ access: "A ramp", accessAgreed: "no" })).toEqual([["accessAgreed", "agreed"]]);
  expect(said({ access: "A ramp", accessAgreed: "yes" })).toEqual([]);
  expect([said({}), said({ access: " \n " }), said({ accessAgreed: "yes" })]).toEqual([[], [], []]);
  const along = { companions: "1", companionsNote: "BSL interpreter" };
  expect(said(along)).toEqual([["accessAgreed", "agreed"]]);
  expect(said({ ...along, accessAgreed: "yes" })).toEqual([]);
  expect(said({ companions: "0" })).toEqual([]);
  for (const companions of ["3", "-1", "many", ""])
    expect(said({ companions })).toEqual([["companions", "companions"]]);
  // Who they are, and not how many.
  expect(said({ companionsNote: "A guide", accessAgreed: "yes" })).toEqual([["companions", "companions"]]);
  const long = "x".repeat(LONGEST.companionsNote + 1);
  expect(said({ ...along, companionsNote: long, accessAgreed: "yes" })).toEqual([["companionsNote", "note"]]);
});
