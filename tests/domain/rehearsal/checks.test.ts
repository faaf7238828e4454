import { expect, it } from "vitest";
import { judgeSeen, type Seen } from "#domain/rehearsal/checks.ts";
import { CHECKS, ROOM_BYTES } from "#domain/rehearsal.ts";

const FINE: Seen = {
  clock: 3,
  free: ROOM_BYTES,
  mail: { smtp: true, held: false, sent: 40, failed: 0 },
  push: true,
  lacks: 0,
  rooms: 3,
  slots: 4,
  atDoors: 2,
};

const failed = (found: Partial<Seen>) =>
  judgeSeen({ ...FINE, ...found })
    .filter(({ passed }) => passed === false)
    .map(({ what, why }) => `${what} ${why}`);

it("passes an installation and a camp that have all they need", () => {
  expect(failed({})).toEqual([]);
  const whats = judgeSeen(FINE).map(({ what }) => what);
  expect(whats).toEqual(CHECKS.filter((what) => !["server", "address", "database"].includes(what)));
});

it("names what is missing", () => {
  expect(failed({ clock: 2_001 })).toEqual(["clock slow"]);
  expect(failed({ free: ROOM_BYTES - 1 })).toEqual(["disk missing"]);
  expect(failed({ push: false })).toEqual(["push missing"]);
  expect(failed({ lacks: 1 })).toEqual(["pages missing"]);
  expect(failed({ slots: 0 })).toEqual(["board missing"]);
  expect(failed({ rooms: 0 })).toEqual(["board missing"]);
  expect(failed({ atDoors: 0 })).toEqual(["rota missing"]);
});

it("tells mail that is not set up from mail that does not get through", () => {
  const mail = FINE.mail;
  expect(failed({ mail: { ...mail, smtp: false } })).toEqual(["mail missing"]);
  expect(failed({ mail: { ...mail, held: true } })).toEqual(["mail refused"]);
  expect(failed({ mail: { ...mail, failed: 1 } })).toEqual(["mail refused"]);
});

it("does not guess how much room a disk has that it cannot see", () => {
  expect(judgeSeen({ ...FINE, free: null }).find(({ what }) => what === "disk")).toMatchObject({
    passed: null,
    why: "not_asked",
  });
});
