/** A phone of the crew says who is called for, and what became void meanwhile is not said. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { callForHelp, endCall } from "#db/help-call.ts";
import { newId } from "#db/id.ts";
import { makePushKeys } from "#db/push/key-pair.ts";
import { pushOutbox } from "#db/schema/push.ts";
import { registration } from "#db/schema/registration.ts";
import { CALL_MS } from "#domain/help-call.ts";
import { pushDue } from "#jobs/push/post.ts";
import type { PushSender } from "#jobs/push/sender.ts";
import { ahead, makeOrganiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, pitchingCamp } from "#tests/support/pitching.ts";
import { tellOn } from "#tests/support/told.ts";

const { db } = await freshDatabase();
await makePushKeys(db);

test("a call is told with its place and leads to the rota; one that has ended, or is too old, is told nobody", async () => {
  const camp = await pitchingCamp(db, "pitching", ahead());
  const now = new Date();
  const [ama, joe] = [
    await makeOrganiser(db, { id: camp.eventId }, "door"),
    await makeOrganiser(db, { id: camp.eventId }, "door"),
  ];
  const phone = await camper(db, camp, "Joe");
  const email = `${joe.personId}@example.org`;
  await db.update(registration).set({ email }).where(eq(registration.id, phone.registrationId));
  await tellOn(db, phone, { now });
  const told: string[] = [];
  const listening: PushSender = {
    async send(_, { body, path }) {
      told.push(`${body} ${path}`);
      return { answer: "taken", why: "201", retryAfter: 0 };
    },
  };
  const tell = (at = now) =>
    pushDue(
      db,
      async () => listening,
      () => at,
    );
  const call = async (what: string) => {
    const id = newId();
    await callForHelp(db, ama, { id, what, place: "Main entrance" }, now);
    return id;
  };
  await call("More hands");
  await tell();
  await endCall(db, ama, { id: await call("Never mind"), how: "called_off" }, now);
  await tell();
  await call("Too late");
  await tell(new Date(now.getTime() + CALL_MS));
  expect(told).toEqual([`Help is wanted: More hands, Main entrance /e/${camp.slug}/rota`]);
  expect(await db.$count(pushOutbox)).toBe(0);
});
