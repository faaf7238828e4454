/** A place on the day: late, passed on, called, taken at the door, left. The pages of a place work without a script. */
import type { BrowserContextOptions } from "@playwright/test";
import { eq } from "drizzle-orm";
import { mintLink } from "#db/registration/link.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { cookieName } from "#domain/cookie.ts";
import { door } from "#messages/en/door.ts";
import { passOn as words } from "#messages/en/pass-on.ts";
import { standby } from "#messages/en/standby.ts";
import { makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { zoneAt } from "#tests/support/zone-at.ts";
import { axeFaults } from "./axe.ts";
import { expect, type TestServer, test } from "./fixtures.ts";

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false } as BrowserContextOptions;

/** Two hours after the doors, in a zone where it is noon: nobody is called by night. */
async function camp({ db }: TestServer) {
  const now = new Date();
  const there = await makeCamp(db, {
    phase: "doors",
    capacity: 2,
    startsAt: new Date(now.getTime() - 7_200_000),
  });
  const zone = zoneAt(12, now.getTime());
  await db.update(event).set({ zone, passOnMinutes: 60 }).where(eq(event.id, there.id));
  const crew = await makeOrganiser(db, there);
  const person = async (name: string, status: "confirmed" | "waiting", rank: number) => {
    const id = await makePerson(db, there, status, { rank });
    await db.update(registration).set({ name }).where(eq(registration.id, id));
    return `/e/${there.slug}/r/${await mintLink(db, id, { mailed: true, now })}`;
  };
  return {
    ...{ slug: there.slug, crew },
    ama: await person("Ama Owusu", "confirmed", 1),
    bo: await person("Bo Lindqvist", "confirmed", 2),
    cat: await person("Cat Nguyen", "waiting", 3),
  };
}

test("a place that nobody came for is passed on to whoever stands by, who is called by name and let in", async ({
  server,
  visitor,
}) => {
  const { slug, crew, ama, bo, cat } = await camp(server);
  const { db, origin } = server;
  const value = (await deviceOf(db, crew)).slice(`${cookieName(origin)}=`.length);
  const signedIn = async (path: string) => {
    const page = await visitor();
    await page.context().addCookies([{ name: cookieName(origin), value, url: origin }]);
    await page.goto(`${origin}/e/${slug}${path}`);
    return page;
  };
  const [own, late] = [await visitor(PHONE), await visitor(PHONE)];
  await own.goto(origin + cat);
  await own.getByLabel(standby.standBy.named).check();
  await own.getByRole("button", { name: standby.standBy.say }).click();
  await expect(own.getByRole("heading", { name: standby.standBy.is })).toBeVisible();
  await late.goto(origin + bo);
  await late.getByRole("button", { name: standby.late.say }).click();
  await expect(late.getByText(standby.late.saidWhat)).toBeVisible();

  const [desk, wall] = [await signedIn("/desk/door/pass-on"), await signedIn("/door/standby")];
  await expect(wall.getByRole("heading", { name: standby.wall.none })).toBeVisible();
  await expect(desk.getByRole("checkbox", { name: "Ama Owusu" })).toBeChecked();
  await expect(desk.getByText(/Bo Lindqvist, until/)).toBeVisible();
  expect(await axeFaults(desk)).toEqual([]);
  await desk.getByRole("button", { name: words.act }).click();
  await expect(desk.getByText(words.done(1))).toBeVisible();
  await expect(wall.getByRole("heading", { name: standby.wall.places(1) })).toBeVisible();
  await expect(wall.getByRole("listitem")).toHaveText(/^Cat by /);
  expect(await axeFaults(wall)).toEqual([]);
  await late.goto(origin + ama);
  await expect(late.getByRole("heading", { name: standby.passedOn.title })).toBeVisible();

  await own.reload();
  await expect(own.getByText(standby.called.door)).toBeVisible();
  const phone = await signedIn("/door");
  await phone.getByRole("searchbox", { name: door.search }).fill("cat");
  await phone.getByRole("button", { name: /Cat Nguyen/ }).click();
  await phone.getByRole("button", { name: door.letIn, exact: true }).click();
  await expect(wall.getByRole("heading", { name: standby.wall.none })).toBeVisible();
  await phone.getByRole("button", { name: door.inside.title }).click();
  await expect(phone.getByRole("rowheader")).toHaveText(["Cat Nguyen"]);
  await own.reload();
  await own.getByRole("button", { name: standby.leave.say }).click();
  await expect(own.getByText(standby.leave.saidWhat)).toBeVisible();
  await desk.goto(`${origin}/e/${slug}/door/inside`);
  await expect(desk.getByText(door.inside.nobody)).toBeVisible();
  expect(await axeFaults(desk)).toEqual([]);
});
