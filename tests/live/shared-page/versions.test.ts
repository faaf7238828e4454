import { expect, test } from "vitest";
import type { PartVersions } from "#db/snapshot.ts";
import { CampVersions } from "#live/shared-page/versions.ts";
import { gated } from "#tests/support/gate.ts";

const parts = (version: number, firm = version): PartVersions => ({
  eventId: "camp",
  version,
  problemVersion: 1,
  eventVersion: 1,
  pitchesVersion: firm,
  lineVersion: firm,
  announcementsVersion: 1,
  gridVersion: 1,
  draftVersion: version,
  placementsVersion: version,
  headsVersion: firm,
  peopleVersion: 1,
  crewVersion: 1,
});

/** A database whose version the test moves, and which may be told to answer late. */
function stage() {
  const base = { now: 0, version: 1, asked: 0, late: null as Promise<void> | null };
  const versions = new CampVersions(
    async () => {
      base.asked += 1;
      const found = parts(base.version);
      await base.late;
      return found;
    },
    () => base.now,
  );
  return { base, versions };
}

test("a camp's versions are asked for once by all who ask at once, and believed for a moment", async () => {
  const { base, versions } = stage();
  await Promise.all(Array.from({ length: 200 }, () => versions.find("camp")));
  base.now = 399;
  expect(versions.find("camp")).toEqual({ at: 0, any: 1, firm: 1 });
  expect(base.asked).toBe(1);
});

test("while anybody asks they are read again by the clock, so that a lost notification is not believed for a second", async () => {
  const { base, versions } = stage();
  await versions.find("camp");
  base.version = 2;
  base.now = 500;
  expect(await versions.find("camp")).toMatchObject({ any: 1 });
  expect(base.asked).toBe(2);
  await new Promise((resolve) => setImmediate(resolve));
  base.now = 510;
  expect(await versions.find("camp")).toMatchObject({ any: 2 });
  base.now = 1_400;
  base.version = 3;
  expect(await versions.find("camp")).toMatchObject({ any: 3 });
});

test("a notification is believed at once", async () => {
  const { base, versions } = stage();
  await versions.find("camp");
  base.version = 2;
  versions.wake("camp");
  expect(await versions.find("camp")).toMatchObject({ any: 2 });
});

test("so is a gap in which any may have been missed", async () => {
  const { base, versions } = stage();
  await versions.find("camp");
  base.version = 2;
  versions.wake(null);
  expect(await versions.find("camp")).toMatchObject({ any: 2 });
});

// Believing the reading that was under way showed version 1 here.
test("a change while they are being read is read for", async () => {
  const { base, versions } = stage();
  const gate = gated();
  base.late = gate.promise;
  const first = versions.find("camp");
  base.late = null;
  base.version = 2;
  versions.wake("camp");
  const second = versions.find("camp");
  gate.resolve();
  expect(await first).toMatchObject({ any: 1 });
  expect(await second).toMatchObject({ any: 2 });
});

test("a database that cannot be asked is no answer, and is asked again", async () => {
  let away = true;
  const versions = new CampVersions(
    async () => {
      if (away) throw new Error("away");
      return parts(4, 3);
    },
    () => 0,
  );
  await expect(versions.find("camp")).rejects.toThrow("away");
  away = false;
  expect(await versions.find("camp")).toEqual({ at: 0, any: 4, firm: 3 });
});

test("a camp that is gone is newer than whatever is kept of it", async () => {
  const versions = new CampVersions(
    async () => null,
    () => 0,
  );
  expect(await versions.find("camp")).toMatchObject({ firm: Number.POSITIVE_INFINITY });
});
