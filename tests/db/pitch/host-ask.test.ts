import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readFacts } from "#db/card.ts";
import type { Database } from "#db/connection.ts";
import { eraseMe } from "#db/erasure.ts";
import { readMe } from "#db/me.ts";
import { readPersonalData } from "#db/personal-data.ts";
import { hidePitch } from "#db/pitch/hiding.ts";
import { stepBack } from "#db/pitch/host.ts";
import { answerHostAsk, askHost, takeBackHostAsk } from "#db/pitch/host-ask.ts";
import { listHostAsks, listInvitations } from "#db/pitch/host-asks.ts";
import { setHosts } from "#db/pitch/set-hosts.ts";
import { bringPitch, listMyPitches, listPitches } from "#db/pitch.ts";
import { mintLink } from "#db/registration/link.ts";
import { event } from "#db/schema/event.ts";
import { hostAsked } from "#db/schema/host-asked.ts";
import { registration } from "#db/schema/registration.ts";
import { readSnapshot } from "#db/snapshot.ts";
import type { HostAskKind } from "#domain/pitch/host-ask.ts";
import { LIMITS } from "#domain/rate-limit.ts";
import type { Attendee } from "#domain/viewer.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, pitchForm } from "#tests/support/pitching.ts";
import { freeze } from "#tests/support/published.ts";
import { later, type TwoPitches, twoPitches } from "#tests/support/two-pitches.ts";

let db: Database;
let two: TwoPitches;
let mei: Attendee;

beforeAll(async () => {
  ({ db } = await freshDatabase());
});
beforeEach(async () => {
  two = await twoPitches(db);
  mei = await camper(db, two.camp, "Mei Łuczak");
});

const DONE = { ok: true, value: null };
const refusal = (name: string) => ({ ok: false, refusal: name });

const ask = (whom = "mei  luczak", kind: HostAskKind = "beside", who = two.ama, { id } = two.hers) =>
  askHost(db, who, { pitchId: id, whom, kind }, later(5));
const asks = () => listHostAsks(db, [two.hers.id]);
const askOf = async (who: Attendee) => (await listInvitations(db, who))[0]?.id ?? "";
const answer = async (yes: boolean, who = mei) => answerHostAsk(db, who, await askOf(who), yes, later(6));
const hosts = async ({ id } = two.hers) =>
  (await listPitches(db, two.camp.eventId)).find((pitch) => pitch.id === id)?.hosts;
const codeOf = async ({ registrationId }: Attendee) =>
  (await db.select().from(registration).where(eq(registration.id, registrationId)))[0]!.ticketCode;
const meOf = (who: Attendee) => readMe(db, { registrationId: who.registrationId, attendee: who, crew: null });
const publish = () => freeze(db, two.camp.eventId, {});

describe("somebody who is asked by name to host a pitch", () => {
  test("reads it on their phone, whatever the case and the accents, and is a host once they say yes", async () => {
    expect(await ask()).toEqual(DONE);
    expect(await meOf(mei)).toMatchObject({ invited: 1 });
    expect(await listInvitations(db, mei)).toMatchObject([
      { kind: "beside", by: "Ama", pitch: { id: two.hers.id, title: "Short videos" } },
    ]);
    expect(await asks()).toMatchObject([{ name: "mei  luczak", kind: "beside", declined: false }]);
    expect(await answer(true)).toEqual(DONE);
    expect(await hosts()).toEqual(["Ama", "Mei Łuczak"]);
    expect((await readFacts(db, two.camp.eventId)).facts[two.hers.id]!.hosts).toHaveLength(2);
    expect(await meOf(mei)).not.toHaveProperty("invited");
    expect(await asks()).toEqual([]);
    expect(await listMyPitches(db, mei)).toMatchObject([{ own: false, hosting: true }]);
    expect(await stepBack(db, mei, two.hers.id, later(7))).toEqual(DONE);
    expect(await hosts()).toEqual(["Ama"]);
  });

  test("is named to nobody but whoever asks until then, by whatever is read", async () => {
    await ask("Mei Łuczak");
    const read = JSON.stringify([
      await Promise.all(
        (["public", "camper", "crew"] as const).map((audience) =>
          readSnapshot(db, two.camp.eventId, audience, ""),
        ),
      ),
      await listMyPitches(db, two.rhys),
      await meOf(two.rhys),
      await listInvitations(db, two.rhys),
    ]);
    expect(read).not.toMatch(/Łuczak|luczak/i);
    await answer(false);
    expect(await hosts()).toEqual(["Ama"]);
  });

  test("may say no, of which whoever asked is told", async () => {
    await ask();
    expect(await answer(false)).toEqual(DONE);
    expect(await asks()).toMatchObject([{ declined: true }]);
    expect(await listInvitations(db, mei)).toEqual([]);
    const [{ id = "" } = {}] = await asks();
    expect(await answerHostAsk(db, mei, id, true, later(7))).toEqual(refusal("question_gone"));
    expect(await takeBackHostAsk(db, two.ama, { pitchId: two.hers.id, askId: id }, later(8))).toEqual(DONE);
    expect(await asks()).toEqual([]);
    expect(await ask()).toEqual(DONE);
  });

  test("can be asked by the code of the badge, which then names nobody", async () => {
    const code = await codeOf(mei);
    expect(await ask(`${code.slice(0, 3)}-${code.slice(3).toLowerCase()}`)).toEqual(DONE);
    expect(await asks()).toMatchObject([{ name: "" }]);
    expect(await answer(true)).toEqual(DONE);
    expect(await hosts()).toEqual(["Ama", "Mei Łuczak"]);
    expect(await ask("FHJKMQ")).toEqual(refusal("badge_unknown"));
  });

  test("is answered for alike whether or not anybody goes by the name", async () => {
    expect(await ask("Nobody At All")).toEqual(await ask("Mei Łuczak"));
    expect((await asks()).map(({ declined }) => declined)).toEqual([false, false]);
  });

  test("is asked once, and no more where it was taken back", async () => {
    await ask();
    expect(await ask("MEI LUCZAK")).toEqual(DONE);
    const [{ id = "" } = {}, ...more] = await asks();
    expect(more).toEqual([]);
    expect(await takeBackHostAsk(db, two.ama, { pitchId: two.hers.id, askId: id }, later(6))).toEqual(DONE);
    expect(await takeBackHostAsk(db, two.ama, { pitchId: two.hers.id, askId: id }, later(6))).toEqual(DONE);
    expect(await answerHostAsk(db, mei, id, true, later(7))).toEqual(refusal("question_gone"));
    expect(await hosts()).toEqual(["Ama"]);
  });

  test("is asked nothing about a pitch that the crew hid", async () => {
    await ask();
    const id = await askOf(mei);
    await hidePitch(db, two.dan, { pitchId: two.hers.id, reason: "An advert" }, later(6));
    expect([await listInvitations(db, mei), (await meOf(mei)).invited]).toEqual([[], undefined]);
    expect(await answerHostAsk(db, mei, id, true, later(7))).toEqual(refusal("question_gone"));
  });

  test("has it in their copy without who asked, and is asked no more once they are deleted", async () => {
    await ask();
    await db
      .update(registration)
      .set({ verifiedAt: later(0) })
      .where(eq(registration.id, mei.registrationId));
    const token = await mintLink(db, mei.registrationId, { mailed: true, now: later(0) });
    const { hostAsks } = (await readPersonalData(db, token, later(6)))!;
    expect(hostAsks).toEqual([{ title: "Short videos", at: later(5).toISOString(), declinedAt: null }]);
    expect(await eraseMe(db, token, later(7))).toEqual(DONE);
    expect(await db.$count(hostAsked, eq(hostAsked.pitchId, two.hers.id))).toBe(0);
  });
});

describe("a pitch that is handed on", () => {
  test("ends what else was asked with it: whom its owner asked, and who said no, is theirs to know alone", async () => {
    const noor = await camper(db, two.camp, "Noor");
    await ask("Rhys");
    await ask("Noor");
    await answer(false, noor);
    await ask("Mei Łuczak", "instead");
    expect(await asks()).toHaveLength(3);
    const askId = await askOf(two.rhys);
    expect(await answerHostAsk(db, mei, (await listInvitations(db, mei))[0]!.id, true, later(7))).toEqual(
      DONE,
    );
    expect(await asks()).toEqual([]);
    expect(await meOf(two.rhys)).not.toHaveProperty("invited");
    expect(await answerHostAsk(db, two.rhys, askId, true, later(8))).toEqual(refusal("question_gone"));
  });

  test("is the other's one pitch once they say yes, with its place and its hands, and stays until then", async () => {
    await two.tap(two.rhys, two.hers, true, 2);
    expect(await ask("Mei Łuczak", "instead")).toEqual(DONE);
    expect([await hosts(), (await meOf(two.ama)).own]).toEqual([["Ama"], [two.hers.id]]);
    expect(await answer(true)).toEqual(DONE);
    expect(await hosts()).toEqual(["Mei Łuczak"]);
    expect([(await meOf(two.ama)).own, (await meOf(mei)).own]).toEqual([[], [two.hers.id]]);
    expect(await two.count(two.hers)).toBe(1);
    expect((await listPitches(db, two.camp.eventId))[0]?.id).toBe(two.hers.id);
    expect(await bringPitch(db, two.ama, pitchForm("Weeknotes"), later(8))).toMatchObject({ ok: true });
    expect(await bringPitch(db, mei, pitchForm("Job swaps"), later(8))).toEqual(refusal("already_pitched"));
  });

  test("goes to one who hosts it beside them, and to nobody who has a pitch while others wait", async () => {
    await ask("Rhys", "instead");
    expect(await answer(true, two.rhys)).toEqual(refusal("already_pitched"));
    const [{ id = "" } = {}] = await asks();
    await takeBackHostAsk(db, two.ama, { pitchId: two.hers.id, askId: id }, later(6));
    await ask("Mei Łuczak");
    await answer(true);
    await ask("Mei Łuczak", "instead");
    expect(await answer(true)).toEqual(DONE);
    expect(await hosts()).toEqual(["Mei Łuczak"]);
  });

  test("says nothing to whoever took it over of whom the host before asked, and ends what was asked", async () => {
    const bo = await camper(db, two.camp, "Bo");
    await ask("Bo");
    await answer(false, bo);
    await ask("Rhys");
    await ask("Mei Łuczak", "instead");
    expect(await answer(true)).toEqual(DONE);
    expect(await asks()).toEqual([]);
    expect(await listInvitations(db, two.rhys)).toEqual([]);
  });

  test("is offered to one person at a time", async () => {
    await ask("Mei Łuczak", "instead");
    expect(await ask("Mei Łuczak", "instead")).toEqual(DONE);
    expect(await ask("Somebody Else", "instead")).toEqual(refusal("handing_on"));
    await answer(false);
    expect(await ask("Somebody Else", "instead")).toEqual(DONE);
  });

  test("goes to one of two of the same name, however they both take it at once", async () => {
    // Without the lock of the pitch both had it, or the second broke on the first.
    for (let round = 0; round < 6; round += 1) {
      const camp = await twoPitches(db);
      const same = [await camper(db, camp.camp, "Sam Lee"), await camper(db, camp.camp, "Sam Lee")];
      await askHost(db, camp.ama, { pitchId: camp.hers.id, whom: "Sam Lee", kind: "instead" }, later(5));
      const id = await askOf(same[0]!);
      const answers = await Promise.all(same.map((one) => answerHostAsk(db, one, id, true, later(6))));
      expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(answers).toContainEqual(refusal("question_gone"));
      const owned = await Promise.all(same.map(async (one) => (await meOf(one)).own.length));
      expect(owned.sort()).toEqual([0, 1]);
    }
  });
});

test("asking is refused to others than who brought it, without a name, in a full house, by the phase, of many more", async () => {
  expect(await ask("Mei", "beside", two.rhys)).toEqual(refusal("not_found"));
  expect(await ask(" \u200d ")).toEqual(refusal("bad_input"));
  for (const name of ["One", "Two", "Three"]) expect(await ask(name)).toEqual(DONE);
  expect(await ask("Four")).toEqual(refusal("hosts_full"));
  await db.update(event).set({ phase: "sessions" }).where(eq(event.id, two.camp.eventId));
  expect(await ask("Four", "instead")).toEqual(refusal("not_open"));
  await db.update(event).set({ phase: "pitching" }).where(eq(event.id, two.camp.eventId));
  let last: unknown = DONE;
  for (let n = 0; n < LIMITS.host_ask_by_registration.most; n += 1) last = await ask("FHJKMQ");
  expect(last).toEqual(refusal("too_many"));
});

describe("hosts that the crew sets", () => {
  const set = (names: string[], seen: string[], { id } = two.hers) =>
    setHosts(db, two.dan, { pitchId: id, names, seen }, later(9));

  test("stay who they are where they are named, are names alone where they are new, and leave where they are not", async () => {
    await ask("Mei Łuczak");
    await answer(true);
    await publish();
    await db.update(event).set({ phase: "sessions" }).where(eq(event.id, two.camp.eventId));
    expect(await set(["Bo", "Mei Łuczak"], ["Ama", "Mei Łuczak"])).toEqual(DONE);
    expect(await set(["Bo", "Mei Łuczak"], ["Ama", "Mei Łuczak"])).toEqual(DONE);
    expect(await hosts()).toEqual(["Bo", "Mei Łuczak"]);
    expect([(await meOf(two.ama)).hosting, (await meOf(mei)).hosting]).toEqual([[], [two.hers.id]]);
    expect(await set([], ["Bo", "Mei Łuczak"])).toEqual(DONE);
    expect([await hosts(), (await meOf(mei)).hosting]).toEqual([[], []]);
  });

  test("leave a wish with whoever wished it, who hosts it only where they are named", async () => {
    const wish = pitchForm("Job swaps", { voice: "wish" });
    await bringPitch(db, mei, wish, later(3));
    expect(await set(["Bo"], [], wish)).toEqual(DONE);
    expect(await listMyPitches(db, mei)).toMatchObject([{ own: true, hosting: false, hosts: ["Bo"] }]);
    expect(await set(["Mei Łuczak"], ["Bo"], wish)).toEqual(DONE);
    expect(await listMyPitches(db, mei)).toMatchObject([{ own: true, hosting: true }]);
  });

  test("are refused where others host it by now, five, elsewhere, withdrawn, and in the archive", async () => {
    expect(await set(["Bo"], ["Somebody"])).toEqual(refusal("changed_meanwhile"));
    expect(await set(["A", "B", "C", "D", "E"], ["Ama"])).toEqual(refusal("bad_input"));
    expect(await set(["Bo"], ["Ama"], (await twoPitches(db)).hers)).toEqual(refusal("not_found"));
    await db.update(event).set({ phase: "archived" }).where(eq(event.id, two.camp.eventId));
    expect(await set(["Bo"], ["Ama"])).toEqual(refusal("not_open"));
    await db.update(event).set({ phase: "pitching" }).where(eq(event.id, two.camp.eventId));
    await hidePitch(db, two.dan, { pitchId: two.hers.id, reason: "An advert" }, later(6));
    expect(await set(["Bo"], ["Ama"])).toEqual(refusal("not_found"));
  });
});

test("once the first grid is out the crew alone changes who hosts what", async () => {
  await ask("Mei Łuczak");
  await publish();
  expect(await ask("Four")).toEqual(refusal("hosts_settled"));
  expect(await answer(true)).toEqual(refusal("hosts_settled"));
  expect(await answer(false)).toEqual(DONE);
});
