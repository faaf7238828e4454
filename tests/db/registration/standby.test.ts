/** Standing by: called in the order of the line, by minutes, and taken at the door. */
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { startDevice } from "#db/device.ts";
import { letBackIn } from "#db/door/let-back.ts";
import { letWalkIn } from "#db/door/walk-in.ts";
import { syncDoor } from "#db/door.ts";
import { newId } from "#db/id.ts";
import { readPeopleCounts } from "#db/people.ts";
import { acceptOffer, giveBack } from "#db/registration/answer.ts";
import { offerByHand, previewOffers } from "#db/registration/hand-offer.ts";
import { passOn, undoPassOn } from "#db/registration/pass-on.ts";
import { readCalled, standBy } from "#db/registration/standby.ts";
import { takeBack } from "#db/registration/taking-back.ts";
import { tick } from "#db/registration/waiting.ts";
import { event } from "#db/schema/event.ts";
import { pushOutbox, pushSubscription } from "#db/schema/push.ts";
import { registration } from "#db/schema/registration.ts";
import { unsettled } from "#db/schema/unsettled.ts";
import type { DoorAct } from "#domain/door/check-in.ts";
import { answerTo } from "#domain/door/guest.ts";
import type { Phase } from "#domain/event.ts";
import { granted, refused } from "#domain/result.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { comeIn, daysOf, tapped } from "#tests/support/door.ts";
import { at, dayCamp, statuses } from "#tests/support/on-the-day.ts";
import { anAsk } from "#tests/support/told.ts";

const { db } = await freshDatabase();

const called = ({ id }: { id: string }, phase: Phase = "doors") => readCalled(db, { id, phase });
const stand = (id: string, now = at("09:30"), named = true) => standBy(db, id, { named }, now);

describe("whoever stands by", () => {
  it("is called in the order of the line as soon as a place is free, and the next once their minutes are over", async () => {
    const { camp, people, waiting } = await dayCamp(db, { places: 2, line: 3 });
    const [first = "", second = "", third = ""] = waiting;
    await stand(third);
    await stand(second, at("09:30"), false);
    await giveBack(db, people[0]!, at("09:40"));
    expect(await statuses(db, camp)).toEqual(["released", "confirmed", "waiting", "offered", "waiting"]);
    expect(await called(camp)).toEqual({ open: true, people: [], others: 1, waiting: 1 });
    // Before the doors an offer is for hours, and afterwards there is nothing to come to: no screen names anybody.
    for (const phase of ["tickets", "closed", "after"] as const)
      expect(await called(camp, phase)).toEqual({ open: false, people: [], others: 0, waiting: 1 });
    // Nothing is due in between, and the clock knows when something is.
    await tick(db, at("09:41"));
    const due = await db.select().from(unsettled).where(eq(unsettled.eventId, camp.id));
    expect(due.map(({ dueAt }) => dueAt)).toEqual([at("09:45")]);
    await tick(db, at("09:45"));
    expect(await statuses(db, camp)).toEqual(["released", "confirmed", "waiting", "expired", "offered"]);
    const until = at("09:50").toISOString();
    expect(await called(camp)).toEqual({
      open: true,
      people: [{ name: "person5", until }],
      others: 0,
      waiting: 0,
    });
    expect(await acceptOffer(db, third, at("09:46"))).toEqual(granted("confirmed"));
    const [row] = await db.select().from(registration).where(eq(registration.id, third));
    expect(row).toMatchObject({ standsBySince: null, namedAtDoor: false, lateUntil: at("10:16") });
    expect((await db.select().from(registration).where(eq(registration.id, first)))[0]!.status).toBe(
      "waiting",
    );
  });

  it("is who waits with an address that is proven; said twice it is said once, and it can be unsaid", async () => {
    const { people, waiting } = await dayCamp(db, { line: 1 });
    expect(await stand(people[0]!)).toEqual(refused("not_possible_now"));
    expect(await stand(waiting[0]!)).toEqual(granted(null));
    expect(await stand(waiting[0]!, at("10:00"))).toEqual(granted(null));
    const [row] = await db.select().from(registration).where(eq(registration.id, waiting[0]!));
    expect(row?.standsBySince).toEqual(at("09:30"));
    expect(await standBy(db, waiting[0]!, null, at("10:01"))).toEqual(granted(null));
    await db.update(registration).set({ verifiedAt: null }).where(eq(registration.id, waiting[0]!));
    expect(await stand(waiting[0]!)).toEqual(refused("not_proven"));
  });

  it("is not called to a place for which there is no room by the legal number, companions counted", async () => {
    const { camp, people, waiting, crew } = await dayCamp(db, { places: 4, line: 2, insideLimit: 3 });
    await comeIn(db, crew, people.slice(0, 2), at("09:10"));
    await db.update(registration).set({ companions: 1 }).where(eq(registration.id, waiting[0]!));
    for (const id of waiting) await stand(id);
    await passOn(db, crew, people, at("10:30"));
    // Two are in, one more may be: whoever brings somebody along waits for room for both.
    expect(await statuses(db, camp)).toEqual([
      ...["confirmed", "confirmed", "released", "released"],
      ...["waiting", "offered"],
    ]);
  });

  it("leaves the camp in peace while those who wait bring too many along, and takes no place back for more than may be inside", async () => {
    const { camp, people, waiting, crew } = await dayCamp(db, { places: 4, line: 1, insideLimit: 4 });
    const [ama = ""] = people;
    await db.update(registration).set({ companions: 1 }).where(eq(registration.id, waiting[0]!));
    await stand(waiting[0]!);
    await passOn(db, crew, [ama], at("10:30"));
    await tick(db, at("10:31"));
    expect((await readPeopleCounts(db, camp.id, at("10:31"))).toOffer).toBe(0);
    const due = await db.select().from(unsettled).where(eq(unsettled.eventId, camp.id));
    expect(due.filter(({ dueAt }) => dueAt <= at("10:40"))).toEqual([]);
    await db.update(registration).set({ companions: 1 }).where(eq(registration.id, ama));
    expect(await undoPassOn(db, crew, ama, at("10:32"))).toEqual(refused("none_free"));
    expect(await takeBack(db, ama, at("10:32"))).toEqual(refused("place_gone"));
    await db.update(registration).set({ companions: 0 }).where(eq(registration.id, ama));
    expect(await undoPassOn(db, crew, ama, at("10:33"))).toEqual(granted(null));
  });

  it("hears of a place by its phone, also one that was offered by hand, and nobody does before the day", async () => {
    const { camp, waiting, crew } = await dayCamp(db, { places: 2, have: 0, line: 2 });
    await db.update(event).set({ offersOn: false }).where(eq(event.id, camp.id));
    const pushed = async (id: string) =>
      (
        await db
          .select({ place: pushOutbox.place })
          .from(pushOutbox)
          .innerJoin(pushSubscription, eq(pushSubscription.id, pushOutbox.subscriptionId))
          .where(eq(pushSubscription.registrationId, id))
      ).length;
    for (const registrationId of waiting) {
      const ask = anAsk();
      const deviceId = (await startDevice(db, { label: "phone" })).id;
      const whose = { id: newId(), eventId: camp.id, registrationId, deviceId };
      await db.insert(pushSubscription).values({ ...whose, ...ask, endpointHash: ask.endpoint });
    }
    const offer = async (id: string, now: Date) => {
      const seen = await previewOffers(db, crew, [id], now);
      if (!seen.ok) throw new Error(seen.refusal);
      const asked = { ids: [id], reason: "They are here", mark: seen.value.mark };
      expect(await offerByHand(db, crew, asked, now)).toEqual(granted({ done: 1 }));
    };
    await offer(waiting[0]!, at("09:30"));
    await db.update(event).set({ phase: "tickets" }).where(eq(event.id, camp.id));
    await offer(waiting[1]!, at("09:31"));
    expect([await pushed(waiting[0]!), await pushed(waiting[1]!)]).toEqual([1, 0]);
  });
});

describe("at the door", () => {
  it("whoever is called is let in and has the place, until their minutes are over by the time of the tap", async () => {
    const { camp, waiting, crew } = await dayCamp(db, { places: 2, have: 0, line: 2 });
    const [day = ""] = await daysOf(db, camp.id);
    const device = (await startDevice(db, { label: "phone" })).id;
    for (const id of waiting) await stand(id);
    const send = (id: string, tap: Date, now: Date) =>
      syncDoor(db, crew, device, { since: null, door: "Front", acts: [tapped(id, day, tap)] }, now);
    const late = await send(waiting[1]!, at("09:35"), at("09:36"));
    expect(late.ok && [late.value.taken.length, late.value.refused.length]).toEqual([0, 1]);
    const news = await send(waiting[0]!, at("09:34"), at("09:36"));
    expect(news.ok && news.value.here).toBe(1);
    expect(await statuses(db, camp)).toEqual(["confirmed", "offered"]);
  });

  it("whoever was let in within their minutes, without a network, is in once the phone is heard", async () => {
    const { camp, waiting, crew } = await dayCamp(db, { places: 1, have: 0, line: 1, insideLimit: 2 });
    const [day = ""] = await daysOf(db, camp.id);
    const device = (await startDevice(db, { label: "phone" })).id;
    await stand(waiting[0]!);
    await tick(db, at("09:35"));
    expect(await statuses(db, camp)).toEqual(["expired"]);
    const acts = [tapped(waiting[0]!, day, at("09:33"))];
    const news = await syncDoor(db, crew, device, { since: null, door: "", acts }, at("09:40"));
    expect(news.ok && news.value).toMatchObject({ refused: [], here: 1, room: 1 });
  });

  it("whoever's mail came back is called for as long as the screen says so, by the phone and by the server", async () => {
    const { camp, waiting, crew } = await dayCamp(db, { places: 1, have: 0, line: 1 });
    const [day = ""] = await daysOf(db, camp.id);
    const device = (await startDevice(db, { label: "phone" })).id;
    await stand(waiting[0]!);
    await db
      .update(registration)
      .set({ bouncedAt: at("09:32") })
      .where(eq(registration.id, waiting[0]!));
    const late = at("09:45");
    expect((await called(camp)).people).toEqual([{ name: "person1", until: null }]);
    const ask = (acts: DoorAct[]) => syncDoor(db, crew, device, { since: null, door: "", acts }, late);
    const heard = await ask([]);
    const guest = heard.ok ? heard.value.people[0] : undefined;
    expect(guest && answerTo(guest, late.getTime()).kind).toBe("welcome");
    const news = await ask([tapped(waiting[0]!, day, late)]);
    expect(news.ok && news.value).toMatchObject({ refused: [], here: 1, places: 1 });
  });

  it("as many come in as may be by law, also of those with a place; who was let in without a network is in", async () => {
    const { camp, people, crew } = await dayCamp(db, { places: 4, insideLimit: 2 });
    const [day = ""] = await daysOf(db, camp.id);
    const device = (await startDevice(db, { label: "phone" })).id;
    const send = (id: string, tap: Date) =>
      syncDoor(db, crew, device, { since: null, door: "", acts: [tapped(id, day, tap)] }, at("09:30"));
    for (const id of people.slice(0, 2)) await send(id, at("09:30"));
    const third = await send(people[2]!, at("09:30"));
    expect(third.ok && third.value).toMatchObject({ here: 2, room: 0, full: [expect.any(String)] });
    const offline = await send(people[3]!, at("09:20"));
    expect(offline.ok && offline.value).toMatchObject({ here: 3, room: 0 });
  });

  it("whoever lost their place is let in after all while one is free, and is no second person", async () => {
    const { camp, people, waiting, crew } = await dayCamp(db, { places: 2, line: 1 });
    await passOn(db, crew, people, at("10:30"));
    expect(await letBackIn(db, crew, people[0]!, at("10:40"))).toEqual(granted(null));
    expect(await letBackIn(db, crew, people[0]!, at("10:41"))).toEqual(granted(null));
    await stand(waiting[0]!, at("10:42"));
    expect(await letBackIn(db, crew, people[1]!, at("10:43"))).toEqual(refused("all_given"));
    const stranger = { name: "Ama", sectorId: camp.sectorId, organisation: "", reason: "Walk-in" };
    const walkIn = { ...stranger, id: newId(), firstTime: true, photos: true };
    expect(await letWalkIn(db, crew, walkIn, at("10:43"))).toEqual(refused("all_given"));
    expect(await letBackIn(db, crew, waiting[0]!, at("10:43"))).toEqual(refused("not_found"));
    expect(await statuses(db, camp)).toEqual(["confirmed", "released", "offered"]);
  });
});
