import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { mailMyDay } from "#db/my-day.ts";
import { bringPitch } from "#db/pitch.ts";
import { mailbox } from "#db/schema/mail.ts";
import { publication } from "#db/schema/publication.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { sendDue } from "#jobs/mail-post.ts";
import { localMailer } from "#jobs/mailer.ts";
import { ahead } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper, pitchForm, pitchingCamp } from "#tests/support/pitching.ts";
import { freeze, gridOf } from "#tests/support/published.ts";

const { db } = await freshDatabase();
const send = () => sendDue(db, localMailer, () => new Date());

async function amasDay() {
  const camp = await pitchingCamp(db, "grid", ahead());
  const [ama, bo] = [await camper(db, camp, "Ama Boateng"), await camper(db, camp, "Bo Li")];
  const [mine, his] = [pitchForm("Job swaps"), pitchForm("Drones", { noteLevel: "unlisted" })];
  await bringPitch(db, ama, mine, new Date());
  await bringPitch(db, bo, his, new Date(Date.now() + 1));
  await db.insert(hand).values({ pitchId: his.id, registrationId: ama.registrationId, up: true });
  const noon = new Date(ahead().toISOString().replace(/T.*/, "T12:00:00Z"));
  await freeze(db, camp.eventId, await gridOf(db, camp, noon.getTime()));
  const [row] = await db.select().from(registration).where(eq(registration.id, ama.registrationId));
  return { camp, ama, to: row!.email };
}
const written = async (to: string) =>
  (await db.select().from(mailbox).where(eq(mailbox.recipient, to))).map(({ subject, body }) => ({
    subject,
    body,
  }));

it("says a line for each thing of their day and for each gap, also what is not listed, and where it is up to date", async () => {
  const { camp, ama, to } = await amasDay();
  await mailMyDay(db, ama, newId(), new Date());
  await send();
  const [mail, ...more] = await written(to);
  expect(more).toEqual([]);
  expect(mail!.subject).toBe("Your day at Brum Camp");
  expect(mail!.body).toMatch(/: “Job swaps” in Committee room 1, you host\n/);
  expect(mail!.body).toMatch(/: “Drones” in Committee room 1\n/);
  expect(mail!.body).toContain(": Nothing on");
  expect(mail!.body).toContain(`/e/${camp.slug}/me`);
});

it.each(["no grid is out any more", "they have no place any more"])("does not go where %s", async (why) => {
  const { camp, ama, to } = await amasDay();
  await mailMyDay(db, ama, newId(), new Date());
  if (why.includes("grid"))
    await db
      .update(publication)
      .set({ takenBackAt: new Date() })
      .where(eq(publication.eventId, camp.eventId));
  else
    await db.update(registration).set({ status: "released" }).where(eq(registration.id, ama.registrationId));
  await send();
  expect(await written(to)).toEqual([]);
});
