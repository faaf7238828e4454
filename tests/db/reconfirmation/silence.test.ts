import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sayComing } from "#db/reconfirmation/answer.ts";
import { acceptOffer, giveBack } from "#db/registration/answer.ts";
import { mintLink } from "#db/registration/link.ts";
import { readStatus } from "#db/registration/status.ts";
import { takeBack } from "#db/registration/taking-back.ts";
import { tick } from "#db/registration/waiting.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { refused } from "#domain/result.ts";
import { askedOf, askingCamp, BACK, FIVE, mailsOf, ONE, statusesOf } from "#tests/support/coming.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { inTurn } from "#tests/support/transfer.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const pageOf = async (id: string, now: Date) =>
  readStatus(db, await mintLink(db, id, { mailed: true, now }), now);

describe("a place without an answer", () => {
  it("goes to the line at the moment the mail said, and its holder is told", async () => {
    const { camp, people } = await askingCamp(db, 3, { line: 1 });
    const [silent = "", yes = "", unsure = ""] = people;
    await tick(db, FIVE);
    await sayComing(db, yes, "yes", FIVE);
    await sayComing(db, unsure, "unsure", FIVE);
    await tick(db, new Date(BACK.getTime() - 1));
    expect(await statusesOf(db, camp)).toEqual(["confirmed", "confirmed", "confirmed", "waiting"]);
    await tick(db, BACK);
    expect(await statusesOf(db, camp)).toEqual(["released", "confirmed", "confirmed", "offered"]);
    expect(await mailsOf(db, camp, "went_back")).toEqual(["person1@example.org"]);
    expect(await pageOf(silent, BACK)).toMatchObject({ wentBack: true, mayTakeBack: false, coming: null });
    expect(await sayComing(db, silent, "yes", BACK)).toEqual(refused("place_gone"));
  });

  it("can be taken back as long as nobody else was offered it, and does not go back again", async () => {
    const { camp, people } = await askingCamp(db, 1);
    const [silent = ""] = people;
    await tick(db, FIVE);
    await tick(db, BACK);
    expect(await pageOf(silent, BACK)).toMatchObject({ wentBack: true, mayTakeBack: true });
    expect((await takeBack(db, silent, BACK)).ok).toBe(true);
    await tick(db, new Date(BACK.getTime() + HOUR));
    expect(await statusesOf(db, camp)).toEqual(["confirmed"]);
    expect(await askedOf(db, camp)).toEqual([]);
  });

  it("stays where the mail said nothing of it, where mail came back, and once the organisers changed their mind", async () => {
    const unsaid = await askingCamp(db, 1, { backDays: null });
    const bounced = await askingCamp(db, 1);
    const off = await askingCamp(db, 1);
    await tick(db, FIVE);
    await db.update(event).set({ backDays: 2 }).where(eq(event.id, unsaid.camp.id));
    await db.update(registration).set({ bouncedAt: FIVE }).where(eq(registration.id, bounced.people[0]!));
    await db.update(event).set({ backDays: null }).where(eq(event.id, off.camp.id));
    await tick(db, BACK);
    await tick(db, ONE);
    for (const { camp } of [unsaid, bounced, off]) expect(await statusesOf(db, camp)).toEqual(["confirmed"]);
  });

  it("goes back before anybody is asked again, where the clock was away over both", async () => {
    const { camp } = await askingCamp(db, 1);
    await tick(db, FIVE);
    await tick(db, ONE);
    expect(await statusesOf(db, camp)).toEqual(["released"]);
    expect(await mailsOf(db, camp, "still_coming")).toHaveLength(1);
  });

  it("is another once somebody has given it back and got one again: nothing is held against them", async () => {
    const { camp, people } = await askingCamp(db, 1, { line: 1 });
    const [first = "", second = ""] = people;
    await tick(db, FIVE);
    await giveBack(db, first, FIVE);
    expect(await pageOf(first, FIVE)).toMatchObject({ wentBack: false });
    await acceptOffer(db, second, FIVE);
    await tick(db, BACK);
    expect(await statusesOf(db, camp)).toEqual(["released", "confirmed"]);
    expect(await pageOf(first, BACK)).toMatchObject({ wentBack: false });
  });

  // Seen without asking the row again under the camp's lock: the yes was taken, and the place gone.
  it("or is answered for, whichever is first", async () => {
    for (const clock of [true, false]) {
      const { camp, people } = await askingCamp(db, 1);
      await tick(db, FIVE);
      const acts: (() => Promise<unknown>)[] = [
        () => tick(db, BACK),
        () => sayComing(db, people[0]!, "yes", BACK),
      ];
      const [, two] = await inTurn(db, camp, acts[clock ? 0 : 1]!, acts[clock ? 1 : 0]!);
      if (clock) expect(two).toEqual(refused("place_gone"));
      expect(await statusesOf(db, camp)).toEqual([clock ? "released" : "confirmed"]);
    }
  });
});
