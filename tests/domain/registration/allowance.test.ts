import fc from "fast-check";
import { expect, it } from "vitest";
import {
  chargeOfAddress,
  chargeOfForm,
  chargesOf,
  chargesOfDevice,
  sharedBy,
} from "#domain/registration/allowance.ts";
import { NOON, typedForm } from "#tests/support/form.ts";

const applicant = fc.record({
  form: fc.record({
    id: fc.constantFrom("f1", "f2", "f3"),
    email: fc.constantFrom("A@x.org", "a@x.org", "b@x.org"),
  }),
  deviceId: fc.constantFrom(null, "d1", "d2"),
});

it("names whatever one of the applicants may take from, and a form only once it was sent before", () => {
  fc.assert(
    fc.property(
      fc.array(applicant, { maxLength: 8 }),
      fc.subarray(["f1", "f2", "f3"]).map((ids) => new Set(ids)),
      (asked, sent) => {
        const applicants = asked.map(({ form, deviceId }) => ({
          form: typedForm(form),
          deviceId,
          now: NOON,
        }));
        const charges = chargesOf("camp", applicants, sent);
        const expected = applicants.flatMap((one, index) => [
          ...chargesOfDevice(one),
          chargeOfAddress("camp", one.form.email.toLowerCase()),
          ...(sent.has(one.form.id) || applicants.slice(0, index).some(({ form }) => form.id === one.form.id)
            ? [chargeOfForm(one)]
            : []),
        ]);
        const said = (all: readonly object[]) => [...new Set(all.map((one) => JSON.stringify(one)))].sort();
        expect(said(charges)).toEqual(said([...sharedBy("camp"), ...expected]));
      },
    ),
  );
});

it("knows nobody by their network: a browser without a cookie takes from nothing of its own", () => {
  expect(chargesOfDevice({ deviceId: null })).toEqual([]);
});
