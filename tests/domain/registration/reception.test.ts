import { expect, it } from "vitest";
import { formsSent, type Known, readerOf, reads } from "#domain/registration/reception.ts";
import { NOON, typedForm } from "#tests/support/form.ts";

const known: Known = {
  ...{ id: "priya", status: "confirmed", rank: 1, verifiedAt: NOON, bouncedAt: null, lapsedAt: null },
  form: typedForm({ id: "f1" }),
  claims: new Map([["f2", { form: typedForm({ id: "f2" }), told: "held", rank: 2 }]]),
  ...{ shown: true, tickets: new Set(["phone"]), proving: false },
};
const read = (person: Known, readers: string[], device: string) =>
  reads(
    { people: new Map([[person.form.email, person]]), readers: new Set(readers) },
    device,
    person.form.email,
  );

it("knows a browser by the ticket of a proven registration, and by nothing else it holds", () => {
  expect(read(known, [], "phone")).toBe(true);
  expect(read(known, [], "laptop")).toBe(false);
  expect(read({ ...known, verifiedAt: null }, [], "phone")).toBe(false);
  expect(read({ ...known, bouncedAt: NOON }, [], "phone")).toBe(false);
});

it("knows a browser that is signed in with the address, and with no other", () => {
  expect(read(known, [readerOf("laptop", known.form.email)], "laptop")).toBe(true);
  expect(read(known, [readerOf("laptop", "tom@example.org")], "laptop")).toBe(false);
});

it("knows a form that was sent before, also one that was told something in place of the truth", () => {
  expect(formsSent([known])).toEqual(new Set(["f1", "f2"]));
});
