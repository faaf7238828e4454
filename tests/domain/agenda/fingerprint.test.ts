import { expect, test } from "vitest";
import { fingerprint } from "#domain/agenda/fingerprint.ts";
import { anyCamp, withSession } from "#tests/domain/agenda/camps.ts";

test("the same question has the same name, however its keys are ordered", () => {
  const camp = anyCamp(4);
  const turned = Object.fromEntries(Object.entries(camp).reverse()) as typeof camp;
  expect(fingerprint(turned)).toBe(fingerprint(structuredClone(camp)));
  expect(fingerprint(camp)).toMatch(/^[0-9a-f]{32}$/);
});

test("any change gives another name", () => {
  const camp = anyCamp(4);
  const names = new Set([
    fingerprint(camp),
    fingerprint(withSession(camp, 0, { id: "other" })),
    fingerprint(withSession(camp, 0, { stars: 99 })),
    fingerprint({ ...camp, wants: camp.wants.map((list, a) => (a === 0 ? [...list, 0] : list)) }),
    fingerprint({ ...camp, weights: { ...camp.weights, wish: 51 } }),
    ...Array.from({ length: 200 }, (_, seed) => fingerprint(anyCamp(seed + 10))),
  ]);
  expect(names.size).toBe(205);
});
