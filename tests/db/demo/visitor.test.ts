/** Who visitors of the demo become. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { beCamper, beOrganiser, findNextInLine, listDemoCamps } from "#db/demo/visitor.ts";
import { loadDemo } from "#db/demo.ts";
import { startDevice } from "#db/device.ts";
import { findViewer } from "#db/viewer.ts";
import { mayOf } from "#domain/viewer.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

let db: Database;
let eventId: string;

async function become(slug: string, device?: string): Promise<string> {
  const became = await beCamper(db, device ?? (await startDevice(db, {})).id, slug, new Date());
  if (!became.ok) throw new Error(became.refusal);
  return became.value.registrationId;
}

beforeAll(async () => {
  ({ db } = await freshDatabase());
  await loadDemo(db, NOON);
  eventId = (await listDemoCamps(db)).find((camp) => camp.slug === "canalcamp")!.id;
});

describe("a camper", () => {
  test("is another person for every browser, also for those that come at once", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => become("canalcamp")));
    expect(new Set(people).size).toBe(12);
  });

  test("stays the same in one browser, and may act there, under a token that nobody planted", async () => {
    const device = await startDevice(db, {});
    const became = await beCamper(db, device.id, "canalcamp", new Date());
    if (!became.ok) throw new Error(became.refusal);
    const { registrationId, token } = became.value;
    expect(await become("canalcamp", device.id)).toBe(registrationId);
    expect((await findViewer(db, token, eventId)).attendee?.registrationId).toBe(registrationId);
    expect((await findViewer(db, device.token, eventId)).deviceId).toBeNull();
  });

  test("is somebody already taken once there are more visitors than people", async () => {
    const [mill] = await listDemoCamps(db);
    const everybody = await Promise.all(
      Array.from({ length: mill!.confirmed + 1 }, () => become("millcamp")),
    );
    expect(new Set(everybody).size).toBe(mill!.confirmed);
  });
});

test("an organiser may run the demo camps and start none; the browser's tickets stay", async () => {
  const device = await startDevice(db, {});
  const camper = await become("canalcamp", device.id);
  const became = await beOrganiser(db, device.id, "canalcamp", new Date());
  const viewer = await findViewer(db, became.ok ? became.value.token : "", eventId);
  expect(mayOf(viewer.crew, "changeSettings")).not.toBeNull();
  expect(viewer.owner).toBeNull();
  expect(viewer.registrationId).toBe(camper);
  expect(await findViewer(db, device.token, eventId)).toMatchObject({ deviceId: null });
});

test("the next in the line is somebody the next offer would go to", async () => {
  const next = await findNextInLine(db, "millcamp");
  expect(next.ok).toBe(true);
  expect(await findNextInLine(db, "nowhere")).toEqual({ ok: false, refusal: "not_found" });
});

test("a camp that is no demo lets nobody in", async () => {
  const camp = await makeCamp(db);
  await makeOrganiser(db, camp);
  await makePerson(db, camp, "confirmed", { rank: 1 });
  await makePerson(db, camp, "waiting", { rank: 2 });
  const { id } = await startDevice(db, {});
  const no = { ok: false, refusal: "not_found" };
  expect(await beCamper(db, id, camp.slug, new Date())).toEqual(no);
  expect(await beOrganiser(db, id, camp.slug, NOON)).toEqual(no);
  expect(await findNextInLine(db, camp.slug)).toEqual(no);
  expect((await listDemoCamps(db)).map((one) => one.slug)).not.toContain(camp.slug);
});
