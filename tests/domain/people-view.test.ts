import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GROUPS } from "#domain/people.ts";
import {
  isNarrowed,
  keptView,
  type PeopleView,
  personAt,
  SORTS,
  TRAITS,
  USUAL_VIEW,
  viewAt,
  viewIn,
  viewText,
} from "#domain/people-view.ts";

const anyView: fc.Arbitrary<PeopleView> = fc.record({
  group: fc.constantFrom(...GROUPS),
  sector: fc.option(fc.uuid()),
  traits: fc.subarray([...TRAITS]),
  sort: fc.constantFrom(...SORTS),
  page: fc.integer({ min: 1, max: 9_999 }),
});

describe("a view of the list of people", () => {
  it("is the same again from its own address, and from what somebody's page keeps of it", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(keptView(viewText(view))).toEqual(view);
        const from = new URL(personAt("/people", "somebody", viewText(view)), "http://127.0.0.1");
        expect(keptView(from.searchParams.get("list"))).toEqual(view);
      }),
    );
  });

  it("is the usual one where an address asks for nothing of ours", () => {
    const ours: readonly string[] = [...GROUPS, ...SORTS, ...TRAITS];
    const text = fc.string().filter((it) => !ours.includes(it));
    const odd = fc.oneof(text, fc.constant(undefined), fc.array(text));
    const asked = fc.record({ show: odd, sector: odd, only: odd, sort: odd, page: fc.constant("no page") });
    fc.assert(
      fc.property(asked, (query) => {
        expect(viewIn(query)).toEqual(USUAL_VIEW);
      }),
    );
    expect([keptView(null), keptView(7), keptView("")]).toEqual([USUAL_VIEW, USUAL_VIEW, USUAL_VIEW]);
  });

  it("says nothing where it is the usual one, and one trait also where it comes alone", () => {
    expect([viewAt("/people", USUAL_VIEW), personAt("/people", "id", "")]).toEqual(["/people", "/people/id"]);
    expect(viewAt("/people", { ...USUAL_VIEW, traits: ["paused"], page: 2 })).toBe(
      "/people?only=paused&page=2",
    );
    expect(viewIn({ only: "paused" }).traits).toEqual(["paused"]);
    expect(personAt("/people", "id", "sort=name", 3)).toBe("/people/id?list=sort%3Dname&page=3");
  });

  it("leaves people out by their sector or by a trait, and by nothing else", () => {
    const views = [USUAL_VIEW, { ...USUAL_VIEW, sort: "name" as const }];
    const narrow = [
      { ...USUAL_VIEW, sector: "one" },
      { ...USUAL_VIEW, traits: ["first" as const] },
    ];
    expect([...views, ...narrow].map(isNarrowed)).toEqual([false, false, true, true]);
  });
});
