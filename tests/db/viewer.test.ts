import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { holdTicket, startDevice } from "#db/device.ts";
import { device } from "#db/schema/device.ts";
import { registration } from "#db/schema/registration.ts";
import { findViewer } from "#db/viewer.ts";
import { mayOf, NOBODY } from "#domain/viewer.ts";
import { makeCamp, makeOrganiser, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

describe("who holds a cookie", () => {
  it("is nobody without one, with a made-up one, and with one that has run out", async () => {
    const camp = await makeCamp(db);
    const { id, token } = await startDevice(db, {});
    await db.update(device).set({ expiresAt: NOON }).where(eq(device.id, id));
    const viewers = await Promise.all([null, "made-up", token].map((each) => findViewer(db, each, camp.id)));
    expect(viewers).toEqual([NOBODY, NOBODY, NOBODY]);
  });

  it("is an attendee with the ticket of a confirmed place, at that camp and no other", async () => {
    const camp = await makeCamp(db);
    const other = await makeCamp(db);
    const mine = await makePerson(db, camp, "confirmed", { rank: 1 });
    const { id, token } = await startDevice(db, {});
    await holdTicket(db, id, mine);
    await holdTicket(db, id, mine);
    expect((await findViewer(db, token, camp.id)).attendee).toEqual({
      registrationId: mine,
      eventId: camp.id,
      name: "person1",
    });
    expect((await findViewer(db, token, other.id)).attendee).toBe(null);
    expect((await findViewer(db, token, null)).attendee).toBe(null);
  });

  it("acts as the one with a place where a browser registered twice", async () => {
    const camp = await makeCamp(db);
    const place = await makePerson(db, camp, "confirmed", { rank: 1 });
    const mistyped = await makePerson(db, camp, "waiting", { rank: 2 });
    const { id, token } = await startDevice(db, {});
    for (const each of [mistyped, place]) await holdTicket(db, id, each);
    expect((await findViewer(db, token, camp.id)).attendee?.registrationId).toBe(place);
  });

  it("is no attendee while waiting, nor after giving the place back", async () => {
    const camp = await makeCamp(db);
    const mine = await makePerson(db, camp, "waiting", { rank: 1 });
    const { id, token } = await startDevice(db, {});
    await holdTicket(db, id, mine);
    expect(await findViewer(db, token, camp.id)).toMatchObject({ registrationId: mine, attendee: null });
    await db.update(registration).set({ status: "released" }).where(eq(registration.id, mine));
    expect((await findViewer(db, token, camp.id)).attendee).toBe(null);
  });

  it("is an organiser at their own camp and a stranger at another's", async () => {
    const camp = await makeCamp(db);
    const other = await makeCamp(db);
    const { personId } = await makeOrganiser(db, camp);
    await makeOrganiser(db, other);
    const { token } = await startDevice(db, { personId });
    const { crew } = await findViewer(db, token, camp.id);
    expect(crew?.roles).toEqual(["organiser"]);
    expect(mayOf(crew, "publish", "movePhase")).toEqual({ personId, eventId: camp.id, name: "Olu Adeyemi" });
    expect((await findViewer(db, token, other.id)).crew).toBe(null);
  });

  it("finds the registration of somebody signed in with its address, without a ticket", async () => {
    const camp = await makeCamp(db);
    const { personId } = await makeOrganiser(db, camp, "campmaker");
    const mine = await makePerson(db, camp, "confirmed", { rank: 1 });
    await db
      .update(registration)
      .set({ email: `${personId}@example.org` })
      .where(eq(registration.id, mine));
    const { token } = await startDevice(db, { personId });
    const viewer = await findViewer(db, token, camp.id);
    expect([viewer.attendee?.registrationId, viewer.crew?.roles]).toEqual([mine, ["campmaker"]]);
    expect([mayOf(viewer.crew, "arrange"), mayOf(viewer.crew, "arrange", "publish")]).toEqual([
      expect.anything(),
      null,
    ]);
  });

  it("acts by the ticket it holds where somebody is signed in who has another place", async () => {
    const camp = await makeCamp(db);
    const { personId } = await makeOrganiser(db, camp);
    const held = await makePerson(db, camp, "waiting", { rank: 1 });
    const theirs = await makePerson(db, camp, "confirmed", { rank: 2 });
    const email = `${personId}@example.org`;
    await db.update(registration).set({ email }).where(eq(registration.id, theirs));
    const { id, token } = await startDevice(db, { personId });
    expect((await findViewer(db, token, camp.id)).registrationId).toBe(theirs);
    await holdTicket(db, id, held);
    expect((await findViewer(db, token, camp.id)).registrationId).toBe(held);
  });

  it("acts as the later of two who wait", async () => {
    const camp = await makeCamp(db);
    const { id, token } = await startDevice(db, {});
    const [later, first] = [
      await makePerson(db, camp, "waiting", { rank: 2 }),
      await makePerson(db, camp, "waiting", { rank: 1 }),
    ];
    for (const each of [later, first]) await holdTicket(db, id, each);
    expect((await findViewer(db, token, camp.id)).registrationId).toBe(later);
  });

  it("has every role they were given, in one order", async () => {
    const camp = await makeCamp(db);
    const { personId } = await makeOrganiser(db, camp, "caterer", "registrar");
    const { token } = await startDevice(db, { personId });
    const { crew } = await findViewer(db, token, camp.id);
    expect(crew?.roles).toEqual(["registrar", "caterer"]);
    expect(mayOf(crew, "movePeople", "countNeeds")).not.toBeNull();
  });
});
