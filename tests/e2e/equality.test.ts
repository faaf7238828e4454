/** Equality questions: chosen by an organiser, answered once, and read as counts. */
import { and, eq } from "drizzle-orm";
import { mintLink } from "#db/registration/link.ts";
import { equality, equalityCount } from "#db/schema/equality.ts";
import { equality as words } from "#messages/en/equality.ts";
import { ahead, makeCamp, makePerson } from "#tests/support/camp.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";

test("equality questions are chosen, answered once with and without a script, and read as counts of five", async ({
  server,
  visitor,
}) => {
  const { db } = server;
  const camp = await makeCamp(db, { startsAt: ahead() });
  const own = async (rank: number) => {
    const id = await makePerson(db, camp, "confirmed", { rank });
    return `/e/${camp.slug}/r/${await mintLink(db, id, { mailed: true, now: new Date() })}`;
  };
  const desk = await organiserOf(server, camp, visitor);
  await desk.goto(`/e/${camp.slug}/desk/settings/equality`);
  const part = desk.locator("section#equality");
  for (const question of ["age", "disability"] as const)
    await part.getByLabel(words.questions[question].name, { exact: true }).check();
  await part.getByRole("button", { name: /^Save / }).click();
  await expect(part.getByRole("status")).toBeVisible();

  const plain = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const first = await own(1);
  await plain.goto(first);
  await plain.getByRole("link", { name: words.part.link }).click();
  await plain.getByRole("button", { name: words.form.send }).click();
  await expect(plain.getByRole("alert")).toContainText(words.form.nothing);
  await plain.getByText(words.questions.age.answers["25_34"]).click();
  await plain.getByRole("button", { name: words.form.send }).click();
  await expect(plain.getByRole("heading", { name: words.thanks.title })).toBeVisible();
  await plain.goto(first);
  await expect(plain.getByText(words.part.answered)).toBeVisible();

  const phone = await visitor({ viewport: { width: 390, height: 844 } });
  await phone.goto(`${await own(2)}/equality`);
  expect(await axeFaults(phone)).toEqual([]);
  await phone.getByText(words.questions.age.answers["25_34"]).click();
  await phone.getByRole("button", { name: words.form.send }).click();
  await expect(phone.getByRole("heading", { name: words.thanks.title })).toBeFocused();

  await desk.goto(`/e/${camp.slug}/desk/people`);
  await desk.getByRole("link", { name: words.desk.link }).click();
  await expect(desk.getByText(words.desk.early)).toBeVisible();
  const young = and(eq(equalityCount.eventId, camp.id), eq(equalityCount.answer, "25_34"));
  expect(await db.select().from(equalityCount).where(young)).toMatchObject([{ people: 2 }]);
  await db.update(equalityCount).set({ people: 7 }).where(young);
  await db.update(equality).set({ answered: 7, lastDay: "2000-01-01" }).where(eq(equality.eventId, camp.id));
  await desk.reload();
  const row = desk.getByRole("row", { name: words.questions.age.answers["25_34"] });
  await expect(row).toContainText(words.desk.atLeast(5));
  expect(await axeFaults(desk)).toEqual([]);
});
