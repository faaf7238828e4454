/** What whoever pitched it is told when the crew withdraws it. What withdrawing does to hands and line is in pitch.test.ts. */
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { readMe } from "#db/me.ts";
import { hidePitch, showPitch } from "#db/pitch/hiding.ts";
import { restorePitch, withdrawPitch } from "#db/pitch/withdrawal.ts";
import { listMyPitches } from "#db/pitch.ts";
import type { Attendee } from "#domain/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { later, twoPitches } from "#tests/support/two-pitches.ts";

let db: Database;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const told = async (attendee: Attendee) => {
  const { withdrawn } = await readMe(db, {
    registrationId: attendee.registrationId,
    attendee,
    crew: null,
  });
  const [mine] = await listMyPitches(db, attendee);
  return [withdrawn, mine?.withdrawnByCrew];
};

test("whoever pitched it is told that the crew withdrew it, and nobody else is, until it is back", async () => {
  const { dan, ama, rhys, hers } = await twoPitches(db);
  expect(await told(ama)).toEqual([undefined, undefined]);
  await withdrawPitch(db, dan, hers.id, later(30));
  expect(await told(ama)).toEqual([later(30).toISOString(), true]);
  expect(await told(rhys)).toEqual([undefined, undefined]);
  await restorePitch(db, ama, hers.id, later(31));
  expect(await told(ama)).toEqual([undefined, undefined]);
});

test("whoever withdrew it by themselves is told nothing, also where the crew had done it before", async () => {
  const { dan, ama, hers } = await twoPitches(db);
  await withdrawPitch(db, dan, hers.id, later(30));
  await restorePitch(db, dan, hers.id, later(31));
  await withdrawPitch(db, ama, hers.id, later(32));
  expect(await told(ama)).toEqual([undefined, undefined]);
});

test("one that was hidden is told of as hidden, also where it was withdrawn before", async () => {
  const { dan, ama, hers } = await twoPitches(db);
  await withdrawPitch(db, dan, hers.id, later(30));
  await restorePitch(db, dan, hers.id, later(31));
  await hidePitch(db, dan, { pitchId: hers.id, reason: "An advert" }, later(32));
  expect(await told(ama)).toEqual([undefined, undefined]);
  await showPitch(db, dan, hers.id, later(33));
  expect(await told(ama)).toEqual([undefined, undefined]);
});
