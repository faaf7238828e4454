import { expect, test } from "vitest";
import { whyLeftOut } from "#domain/agenda/left-out.ts";
import { plain, withSession } from "#tests/domain/agenda/camps.ts";

const base = plain(2, [9], 3, [[0, 1, 2], [0, 1], [0]]);
const one = { session: 1, copy: 0, slot: 0, room: 0 };

test("a full grid is said to be full, most hands first", () => {
  const grid = [one, { session: 2, copy: 0, slot: 1, room: 0 }];
  expect(whyLeftOut(base, grid)).toEqual([
    { session: 0, copy: 0, hands: 3, rule: "cell-taken", because: [] },
  ]);
  expect(whyLeftOut(base, []).map(({ hands }) => hands)).toEqual([3, 2, 1]);
});

test("a rule nobody can talk away is named before a full grid", () => {
  const needs = withSession(base, 0, { needs: ["piano"] });
  expect(whyLeftOut(needs, [one])[0]).toMatchObject({ session: 0, rule: "room-feature" });
});

test("a host in another session is named with that session", () => {
  const hosted = withSession(withSession({ ...base, slots: base.slots.slice(0, 1) }, 0, { hosts: [2] }), 1, {
    hosts: [2],
  });
  const rooms = [...hosted.rooms, { ...hosted.rooms[0]!, id: "second" }];
  expect(whyLeftOut({ ...hosted, rooms }, [one])[0]).toMatchObject({
    session: 0,
    rule: "host-elsewhere",
    because: [1],
  });
});

test("a pin on a taken cell names who is there", () => {
  const pin = { slot: 0, room: 0 };
  const both = withSession(withSession(base, 0, { pin }), 1, { pin });
  const placed = [{ session: 0, copy: 0, slot: 0, room: 0 }];
  expect(whyLeftOut(both, placed)[0]).toMatchObject({ session: 1, rule: "cell-taken", because: [0] });
});
