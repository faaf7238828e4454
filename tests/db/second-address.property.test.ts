/** Whatever is done to a second address, and in which order: what goes there, and which links still mean anything. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { limitBucket } from "#db/schema/rate-limit.ts";
import { addSecond, removeSecond } from "#db/second-address/adding.ts";
import { stopSeconds } from "#db/second-address/ending.ts";
import { confirmSecond, mintSecond } from "#db/second-address/proving.ts";
import { readSecond } from "#db/second-address/reading.ts";
import type { Reach } from "#domain/second-address.ts";
import { makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { told } from "#tests/support/mail.ts";
import { kindsTo, pageOf } from "#tests/support/second-address.ts";

const { db } = await freshDatabase();
const HOUR = 3_600_000;
const EMAILS = ["one@example.org", "two@example.org"] as const;

const acts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant("add" as const), which: fc.nat(1) }),
    fc.record({ act: fc.constant("remove" as const) }),
    // Any link that was ever sent, the newest first.
    fc.record({ act: fc.constant("say yes" as const), which: fc.nat(2) }),
    fc.record({ act: fc.constantFrom("bounce" as const, "complaint" as const), which: fc.nat(1) }),
    fc.record({ act: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 30 }) }),
  ),
  { minLength: 4, maxLength: 12 },
);

/** One as it should be; `token` is that of its link. */
type Model = { email: string; reach: Reach; asked: number; token: string } | null;

/** Gone by itself, once nobody said yes in time. */
const stands = (model: Model, proven: boolean, now: number): Model =>
  model && !proven && now >= model.asked + 24 * HOUR ? null : model;

it("gets mail exactly while its reader has said yes, and no link but the newest of the one there is says it", async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      await db.delete(limitBucket);
      const camp = await makeCamp(db);
      const id = await makePerson(db, camp, "waiting", { rank: 1 });
      const page = await pageOf(db, id);
      let [now, proven, tokens]: [number, boolean, string[]] = [NOON.getTime(), false, []];
      let model: Model = null;
      for (const step of steps) {
        const at = new Date(now);
        model = stands(model, proven, now);
        if (step.act === "wait") now += step.hours * HOUR;
        else if (step.act === "add") {
          const email = EMAILS[step.which]!;
          await db.delete(limitBucket);
          const { ok } = await addSecond(db, page, email, at);
          expect(ok).toBe(model === null || model.email === email);
          if (model) continue;
          const token = await db.transaction((tx) => mintSecond(tx, { secondOf: id, recipient: email }, at));
          tokens = [token!, ...tokens];
          [model, proven] = [{ email, reach: "asked", asked: now, token: token! }, false];
        } else if (step.act === "remove") {
          expect((await removeSecond(db, page, at)).ok).toBe(true);
          model = null;
        } else if (step.act === "say yes") {
          const token = tokens[step.which];
          const { ok } = await confirmSecond(db, token ?? "none", at);
          const heard = model !== null && model.token === token && (proven || model.reach === "asked");
          expect(ok).toBe(heard);
          if (model?.reach === "asked" && ok) [model, proven] = [{ ...model, reach: "works" }, true];
        } else {
          const email = EMAILS[step.which]!;
          await db.transaction((tx) => stopSeconds(tx, { email, eventId: camp.id, at }, step.act, at));
          if (model?.email !== email) continue;
          const spam = step.act === "complaint" || model.reach === "unwanted";
          model = { ...model, reach: spam ? "unwanted" : "bounced" };
        }
        const end = new Date(now);
        model = stands(model, proven, now);
        const seen = await readSecond(db, id, end);
        expect(seen && { email: seen.email, reach: seen.reach }).toEqual(
          model && { email: model.email, reach: model.reach },
        );
        const before = await Promise.all(EMAILS.map((email) => kindsTo(db, camp.id, email)));
        const to = { eventId: camp.id, recipient: "person1@example.org", occasion: newId() };
        await db.transaction((tx) => post(tx, { ...told("offered", id), ...to }));
        for (const [n, email] of EMAILS.entries()) {
          const got = (await kindsTo(db, camp.id, email)).slice(before[n]!.length);
          expect(got).toEqual(model?.reach === "works" && model.email === email ? ["offered"] : []);
        }
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
