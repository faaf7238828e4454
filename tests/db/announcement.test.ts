import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  announce,
  limitAnnouncements,
  listAnnouncements,
  readAnnouncedToday,
  takeBackAnnouncement,
} from "#db/announcement.ts";
import { announcement } from "#db/schema/announcement.ts";
import { person } from "#db/schema/person.ts";
import { readSnapshot } from "#db/snapshot.ts";
import { ANNOUNCEMENTS_A_DAY, ANNOUNCEMENTS_SHOWN } from "#domain/announcement.ts";
import type { Phase } from "#domain/event.ts";
import { makeCamp, makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const at = (hours: number) => new Date(NOON.getTime() + hours * HOUR);

async function camping(phase: Phase = "sessions") {
  const camp = await makeCamp(db, { phase });
  const crew = await makeOrganiser(db, camp);
  const say = (text: string, now = NOON, id: string = randomUUID()) => announce(db, crew, { id, text }, now);
  const texts = async () => (await listAnnouncements(db, camp.id)).map(({ text }) => text);
  return { camp, crew, say, texts };
}

describe("an announcement", () => {
  it("is on every screen at once, the newest first, and said once however often it is sent", async () => {
    const { camp, say } = await camping();
    const before = await readSnapshot(db, camp.id, "public", "");
    const id = randomUUID();
    for (let twice = 0; twice < 2; twice += 1) await say("Lunch is in the dye house", NOON, id);
    await say("The bus has come", at(1));
    const { v, announcements } = await readSnapshot(db, camp.id, "public", "");
    expect(v).toBeGreaterThan(before.v);
    expect(announcements.map(({ text }) => text)).toEqual(["The bus has come", "Lunch is in the dye house"]);
  });

  it("is taken back from every screen, once and by its own camp alone", async () => {
    const { crew, say, texts } = await camping();
    const stranger = (await camping()).crew;
    const id = randomUUID();
    await say("Lunch is off", NOON, id);
    expect(await takeBackAnnouncement(db, stranger, id, at(1))).toMatchObject({ refusal: "not_found" });
    expect(await announce(db, stranger, { id, text: "Mine" }, at(1))).toMatchObject({ refusal: "not_found" });
    expect(await texts()).toEqual(["Lunch is off"]);
    for (let twice = 0; twice < 2; twice += 1)
      expect(await takeBackAnnouncement(db, crew, id, at(1))).toMatchObject({ ok: true });
    expect(await texts()).toEqual([]);
  });

  it("comes later than the one before it, also from a server whose clock is behind", async () => {
    const { camp, say } = await camping();
    for (const now of [at(1), NOON, at(1)]) await say("And", now);
    const times = (await listAnnouncements(db, camp.id)).map((one) => Date.parse(one.at));
    expect(times).toEqual([2, 1, 0].map((ms) => at(1).getTime() + ms));
  });

  it.each([
    ["draft", "not_open"],
    ["tickets", "ok"],
    ["after", "ok"],
    ["archived", "not_open"],
  ] as const)("in %s: %s", async (phase, answer) => {
    const { say } = await camping(phase);
    const result = await say("Hello");
    expect(result.ok ? "ok" : result.refusal).toBe(answer);
  });

  it("outlives whoever said it", async () => {
    const { crew, say, texts } = await camping();
    await say("Goodbye");
    await db.delete(person).where(eq(person.id, crew.personId));
    expect(await texts()).toEqual(["Goodbye"]);
  });
});

describe("how many on one day", () => {
  it("is what the camp allows itself, those taken back among them, however many desks speak at once", async () => {
    const { camp, crew, say } = await camping();
    const ids = Array.from({ length: ANNOUNCEMENTS_A_DAY + 3 }, () => randomUUID());
    const answers = await Promise.all(ids.map((id) => say("Hear, hear", NOON, id)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(ANNOUNCEMENTS_A_DAY);
    const [one] = await db.select().from(announcement).where(eq(announcement.eventId, camp.id));
    await takeBackAnnouncement(db, crew, one!.id, NOON);
    expect(await say("Again")).toMatchObject({ refusal: "announced_enough" });
    await limitAnnouncements(db, crew, ANNOUNCEMENTS_A_DAY + 1, NOON);
    expect(await say("Again")).toMatchObject({ ok: true });
    expect(await readAnnouncedToday(db, { id: camp.id, zone: "Europe/London" }, NOON)).toEqual({
      today: ANNOUNCEMENTS_A_DAY + 1,
      most: ANNOUNCEMENTS_A_DAY + 1,
    });
  });

  it("begins anew at midnight on the camp's clocks", async () => {
    const { say } = await camping();
    const lastMoment = new Date("2026-06-24T22:59:59.999Z");
    for (let n = 0; n < ANNOUNCEMENTS_A_DAY; n += 1)
      await say("Evening", new Date(lastMoment.getTime() - 1_000));
    expect(await say("Late", lastMoment)).toMatchObject({ refusal: "announced_enough" });
    expect(await say("Early", new Date("2026-06-24T23:00:00.000Z"))).toMatchObject({ ok: true });
  });

  it("are shown the last of", async () => {
    const { camp } = await camping();
    await db.insert(announcement).values(
      Array.from({ length: ANNOUNCEMENTS_SHOWN + 5 }, (_, n) => {
        return { id: randomUUID(), eventId: camp.id, text: String(n), saidAt: new Date(NOON.getTime() + n) };
      }),
    );
    const shown = await listAnnouncements(db, camp.id);
    expect([shown.length, shown[0]!.text]).toEqual([ANNOUNCEMENTS_SHOWN, String(ANNOUNCEMENTS_SHOWN + 4)]);
  });
});
