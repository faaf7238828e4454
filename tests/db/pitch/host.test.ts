import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readFacts } from "#db/card.ts";
import type { Database } from "#db/connection.ts";
import { eraseMe } from "#db/erasure.ts";
import { countReach } from "#db/group-mail/reach.ts";
import { hostPitch, standWith, stepBack } from "#db/pitch/host.ts";
import { withdrawPitch } from "#db/pitch/withdrawal.ts";
import { bringPitch, bringPitchFor, changePitch, listMyPitches, listPitches } from "#db/pitch.ts";
import { mintLink } from "#db/registration/link.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import type { Attendee } from "#domain/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";
import {
  camper,
  MORNING,
  organiser,
  type PitchingCamp,
  pitchForm,
  pitchingCamp,
} from "#tests/support/pitching.ts";

let db: Database;
let camp: PitchingCamp;
beforeAll(async () => {
  ({ db } = await freshDatabase());
});

const GRANTED = expect.objectContaining({ ok: true });
const refusal = (name: string) => ({ ok: false, refusal: name });

describe("stand with me", () => {
  beforeAll(async () => {
    camp = await pitchingCamp(db);
  });

  test("who stands there is a host and may still bring their own", async () => {
    const [ama, rhys] = [await camper(db, camp, "Ama"), await camper(db, camp, "Rhys")];
    const form = pitchForm("Job swaps", { voice: "with_me" });
    await bringPitch(db, ama, form, MORNING);
    const answers = await Promise.all([1, 2].map(() => standWith(db, rhys, form.id, MORNING)));
    expect(answers).toEqual([GRANTED, GRANTED]);
    expect((await listPitches(db, camp.eventId))[0]?.hosts).toEqual(["Ama", "Rhys"]);
    expect(await listMyPitches(db, rhys)).toMatchObject([{ id: form.id, own: false }]);
    expect(await bringPitch(db, rhys, pitchForm("Weeknotes"), MORNING)).toEqual(GRANTED);

    expect(await stepBack(db, rhys, form.id, MORNING)).toEqual(GRANTED);
    expect(await stepBack(db, rhys, form.id, MORNING)).toEqual(refusal("not_found"));
    expect(await stepBack(db, ama, form.id, MORNING)).toEqual(refusal("not_found"));
    expect((await listPitches(db, camp.eventId))[0]?.hosts).toEqual(["Ama"]);
  });

  test("a pitch that did not ask for company is not found", async () => {
    const [weeknotes] = (await listPitches(db, camp.eventId)).filter(({ voice }) => voice === "me");
    const mei = await camper(db, camp, "Mei");
    expect(await standWith(db, mei, weeknotes!.id, MORNING)).toEqual(refusal("not_found"));
  });

  test("four can stand at the front, however many try at once", async () => {
    const form = pitchForm("Crowded", { voice: "with_me" });
    await bringPitch(db, await camper(db, camp, "One"), form, MORNING);
    const friends = await Promise.all(["a", "b", "c", "d", "e"].map((name) => camper(db, camp, name)));
    const answers = await Promise.all(friends.map((friend) => standWith(db, friend, form.id, MORNING)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers).toContainEqual(refusal("changed_meanwhile"));
  });
});

describe("a wish that somebody would", () => {
  beforeEach(async () => {
    camp = await pitchingCamp(db);
  });

  const hostsOf = async (id: string) =>
    (await listPitches(db, camp.eventId)).find((pitch) => pitch.id === id)?.hosts;
  const inClashes = async (id: string) =>
    (await readFacts(db, camp.eventId)).facts[id]!.hosts.map(({ name }) => name);
  const wished = async (ama: Attendee) => {
    const form = pitchForm("Job swaps", { voice: "wish" });
    await bringPitch(db, ama, form, MORNING);
    return form;
  };

  test("names nobody and is in no clash, and is the one pitch of whoever wished it", async () => {
    const ama = await camper(db, camp, "Ama");
    const form = await wished(ama);
    expect([await hostsOf(form.id), await inClashes(form.id)]).toEqual([[], []]);
    expect(await listMyPitches(db, ama)).toMatchObject([
      { id: form.id, own: true, hosting: false, hosts: [] },
    ]);
    expect(await bringPitch(db, ama, pitchForm("Weeknotes"), MORNING)).toEqual(refusal("already_pitched"));
    const hosts = { group: "hosts", sectorId: null, eventId: camp.eventId } as const;
    expect((await countReach(db, hosts)).all).toBe(0);
    await hostPitch(db, ama, form.id, MORNING);
    expect((await countReach(db, hosts)).all).toBe(1);
  });

  test("has one host, whoever says first that they will, and none again when they don't after all", async () => {
    const ama = await camper(db, camp, "Ama");
    const form = await wished(ama);
    const people = await Promise.all(["Bo", "Cy", "Di", "Ed"].map((name) => camper(db, camp, name)));
    const answers = await Promise.all(people.map((one) => hostPitch(db, one, form.id, MORNING)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(3).fill(refusal("has_host")));
    const first = people[answers.findIndex(({ ok }) => ok)]!;
    expect([await hostsOf(form.id), await inClashes(form.id)]).toEqual([[first.name], [first.name]]);
    expect(await hostPitch(db, first, form.id, MORNING)).toEqual(GRANTED);
    expect(await bringPitch(db, first, pitchForm("Weeknotes"), MORNING)).toEqual(GRANTED);
    expect(await stepBack(db, first, form.id, MORNING)).toEqual(GRANTED);
    expect(await hostsOf(form.id)).toEqual([]);
  });

  test("can be hosted by whoever wished it, and be a wish again", async () => {
    const ama = await camper(db, camp, "Ama");
    const form = await wished(ama);
    expect(await stepBack(db, ama, form.id, MORNING)).toEqual(refusal("not_found"));
    expect(await hostPitch(db, ama, form.id, MORNING)).toEqual(GRANTED);
    expect(await changePitch(db, ama, { ...form, line: "More" }, MORNING)).toEqual(GRANTED);
    expect(await hostsOf(form.id)).toEqual(["Ama"]);
    expect(await stepBack(db, ama, form.id, MORNING)).toEqual(GRANTED);
    expect(await hostsOf(form.id)).toEqual([]);
    expect(await listMyPitches(db, ama)).toMatchObject([{ own: true, hosting: false }]);
  });

  test("becomes a pitch of a host by their own word, and by nobody else's", async () => {
    const ama = await camper(db, camp, "Ama");
    const [form, dan] = [await wished(ama), await organiser(db, camp)];
    await changePitch(db, dan, { ...form, voice: "me" }, MORNING);
    expect(await hostsOf(form.id)).toEqual([]);
    await changePitch(db, ama, { ...form, voice: "wish" }, MORNING);
    await changePitch(db, ama, { ...form, voice: "for_me" }, MORNING);
    expect(await hostsOf(form.id)).toEqual(["Ama"]);
    await changePitch(db, ama, form, MORNING);
    expect(await hostsOf(form.id)).toEqual([]);
  });

  test("may be a card that a campmaker typed; gone with its host it is a wish again, and stays", async () => {
    const [mei, dan] = [await camper(db, camp, "Mei"), await organiser(db, camp)];
    const form = pitchForm("Job swaps");
    await bringPitchFor(db, dan, form, [], MORNING);
    expect(await hostPitch(db, mei, form.id, MORNING)).toEqual(GRANTED);
    await db.update(registration).set({ verifiedAt: MORNING }).where(eq(registration.id, mei.registrationId));
    await eraseMe(db, await mintLink(db, mei.registrationId, { mailed: true, now: MORNING }), MORNING);
    expect(await hostsOf(form.id)).toEqual([]);
  });

  test("is not found withdrawn or in another camp, nor hosted outside the phases for it", async () => {
    const [ama, mei] = [await camper(db, camp, "Ama"), await camper(db, camp, "Mei")];
    const form = await wished(ama);
    const stranger = await camper(db, await pitchingCamp(db), "Stranger");
    expect(await hostPitch(db, stranger, form.id, MORNING)).toEqual(refusal("not_found"));
    await db.update(event).set({ phase: "sessions" }).where(eq(event.id, camp.eventId));
    expect(await hostPitch(db, mei, form.id, MORNING)).toEqual(refusal("not_open"));
    await withdrawPitch(db, ama, form.id, MORNING);
    expect(await hostPitch(db, mei, form.id, MORNING)).toEqual(refusal("not_found"));
  });
});
