/** What a phone at the door says while it can do nothing, and why. */
import { describe, expect, it, test } from "vitest";
import { Answer } from "#components/door/answer.tsx";
import { DoorFoot } from "#components/door/foot.tsx";
import { DoorPaper } from "#components/door/paper.tsx";
import { FRESH } from "#components/door/phone-state.ts";
import { DoorPhones } from "#components/door/phones.tsx";
import { NoList, ShutOut } from "#components/door/shut-out.tsx";
import type { Guest } from "#domain/door/guest.ts";
import { door as words } from "#messages/en/door.ts";
import { refusal } from "#messages/en/refusal.ts";
import { drawn, said } from "#tests/support/day-of-grid.tsx";
import { event } from "#tests/support/snapshot.ts";

const here = { locale: "en-GB", zone: "Europe/London" };
const ama: Guest = {
  ...{ id: "ama", name: "Ama Owusu", code: "KWT4H7", firstTime: false, photos: true, badge: false },
  ...{ out: null, here: null },
};
const nothing = () => {};
const answer = (guest: Guest, more = {}) => (
  <Answer
    {...{ asks: true, shut: false, offline: false, here, people: "/people", badges: "/badges", ...more }}
    answer={guest.out ? { kind: "not_on_list", guest, why: guest.out } : { kind: "welcome", guest }}
    back={() => "/back"}
    {...{ letIn: nothing, undo: nothing, leaves: nothing, close: nothing }}
  />
);

describe("a phone that is refused", () => {
  it.each(["cut_off", "not_found", "signed_out", "passkey_needed", "not_open"] as const)(
    "says why (%s) and the next step, never that it needs a network, and how many taps wait on it",
    (code) => {
      const { what, next } = refusal[code];
      const text = said(
        <ShutOut slug="camp" refusal={{ code, words: `${what} ${next}` }} unsent={2} again={nothing} />,
      );
      expect(text).toContain(words.shutOut[code].title);
      expect(text).toContain(words.shutOut[code].next);
      expect(text).toContain("2 taps kept on this phone");
      expect(text).not.toMatch(/network/);
    },
  );

  it("says the server’s own words where it is asked to wait", () => {
    const refused = { code: "too_many", words: "Too often." };
    expect(said(<ShutOut slug="camp" refusal={refused} unsent={0} again={nothing} />)).toContain(
      "Too often.",
    );
  });

  it("says of taps that they wait also where it never got a list", () => {
    const tap = {
      id: "1",
      registrationId: "ama",
      dayId: "d",
      kind: "in",
      at: 1,
      undoes: [],
      door: "",
    } as const;
    const state = { ...FRESH, ready: true, unsent: [tap] };
    expect(said(<NoList state={state} stuck again={nothing} />)).toContain("1 tap kept on this phone");
  });
});

test("without a network the door leads nowhere, and says what to do meanwhile", () => {
  const foot = (offline: boolean) => <DoorFoot slug="camp" offline={offline} clear={nothing} />;
  expect(drawn(foot(false))).toContain("/e/camp/door/walk-in");
  expect(drawn(foot(true))).not.toContain("href");
  expect(said(foot(true))).toContain(words.offline.meanwhile);
  expect(said(foot(true))).toContain(words.inside.title);
  expect(drawn(answer(ama, { offline: true }))).not.toContain("href");
  expect(drawn(answer({ ...ama, out: "passed_on" }, { offline: true }))).not.toContain("href");
});

test("before the doors somebody with a place is not let in, and it is said why", () => {
  expect(said(answer(ama))).toContain(words.letIn);
  const early = said(answer(ama, { shut: true }));
  expect(early).toContain(words.shut.guest);
  expect(early).not.toContain(words.letIn);
});

test("whoever stands by already is not asked to say so", () => {
  expect(said(answer({ ...ama, out: "waiting" }))).toContain(words.what.waiting);
  expect(said(answer({ ...ama, out: "waiting", standsBy: true }))).toContain(words.what.standsBy);
});

test("on paper whoever has left is not in", () => {
  const guests = [{ ...ama, here: { at: 1, door: "", acts: ["x"], left: 2 } }];
  expect(said(<DoorPaper event={event} guests={guests} />)).toContain(words.state.left);
});

test("a phone at the door is one cell with all that is known of it, and what cuts it off", () => {
  const phones = [{ deviceId: "x", door: "Front", by: "Ama", seenAt: "2026-07-14T08:00:00Z", cutOff: false }];
  const table = drawn(<DoorPhones {...{ phones, here }} action={async (before) => before} />);
  expect(table.match(/role="(cell|rowheader)"/g)).toHaveLength(2);
});
