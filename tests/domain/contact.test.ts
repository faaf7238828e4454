import { expect, test } from "vitest";
import { offered } from "#domain/contact.ts";

test("whoever is named has a box of their own, also where a page of the crew does not have them", () => {
  const [ama, joe] = [
    { personId: "a", name: "Ama" },
    { personId: "j", name: "Joe" },
  ];
  const typed = { personId: null, name: "Ada" };
  expect(offered([ama], [joe, ama, typed])).toEqual([ama, joe]);
  expect(offered([ama, joe], [typed])).toEqual([ama, joe]);
});
