/** A phone at the door is made ready before the doors, and says what to do where it can do nothing itself. */
import { eq } from "drizzle-orm";
import { callForHelp } from "#db/help-call.ts";
import { newId } from "#db/id.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { door as words } from "#messages/en/door.ts";
import { help } from "#messages/en/help.ts";
import { refusal } from "#messages/en/refusal.ts";
import { ahead, makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { axeFaultsNow } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { be } from "./screens.ts";

test("a phone has the list before the doors, goes by the keyboard, leads a stranger on, hears a call, and leads nowhere without a network", async ({
  server: { db, origin },
  visitor,
}) => {
  const camp = await makeCamp(db, { phase: "closed", startsAt: ahead(), capacity: 2, offersOn: false });
  const [crew, desker] = [await makeOrganiser(db, camp, "door"), await makeOrganiser(db, camp)];
  const named = async (name: string, status: "confirmed" | "waiting", rank: number, more = {}) => {
    const id = await makePerson(db, camp, status, { rank });
    await db
      .update(registration)
      .set({ name, ...more })
      .where(eq(registration.id, id));
  };
  await named("Ama Owusu", "confirmed", 1_000_001);
  await named("Hana Night", "waiting", 1_000_002, { standsBySince: new Date() });
  const allow = [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/];
  const phone = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true, allow });
  await be(phone, origin, await deviceOf(db, crew));
  const search = phone.getByRole("searchbox", { name: words.search });

  await test.step("before the doors", async () => {
    await phone.goto(`/e/${camp.slug}/door`);
    await expect(phone.getByText(words.inOf(1))).toBeVisible();
    await expect(phone.getByText(words.shut.body)).toBeVisible();
    await search.focus();
    await phone.keyboard.type("ama");
    await phone.keyboard.press("Enter");
    await expect(phone.getByRole("dialog", { name: words.shut.title })).toContainText("Ama Owusu");
    await expect(phone.getByRole("button", { name: words.letIn })).toHaveCount(0);
    await phone.keyboard.press("Escape");
    // Typed in the place of the name before.
    await phone.keyboard.type("hana");
    await expect(search).toHaveValue("hana");
    await phone.keyboard.press("Enter");
    await expect(phone.getByRole("dialog")).toContainText(words.what.standsBy);
    await phone.keyboard.press("Escape");
    await db.update(event).set({ phase: "doors" }).where(eq(event.id, camp.id));
    await expect(phone.getByText(words.shut.body)).toBeHidden({ timeout: 10_000 });
  });

  await test.step("a call for help is on the phone at the door and at the desk", async () => {
    const desk = await visitor();
    await be(desk, origin, await deviceOf(db, desker));
    await desk.goto(`/e/${camp.slug}/desk/pitches`);
    await callForHelp(db, crew, { id: newId(), what: "More hands", place: "Stairs" }, new Date());
    for (const page of [phone, desk])
      await expect(page.getByText(help.notice("More hands", "Stairs"))).toBeVisible({ timeout: 10_000 });
    expect(await axeFaultsNow(desk)).toEqual([]);
    expect(await axeFaultsNow(phone)).toEqual([]);
    await phone.getByRole("button", { name: help.dismiss }).click();
  });

  await test.step("somebody who is not on the list", async () => {
    await search.fill("Hana Day");
    await phone.getByRole("link", { name: words.nobodyWalksIn("Hana Day") }).click();
    const name = phone.getByLabel(words.walkIn.name, { exact: true });
    await expect(name).toHaveValue("Hana Day");
    expect(phone.url()).not.toContain("Hana");
    await name.fill("Hana Night");
    await phone.getByRole("button", { name: words.letIn, exact: true }).click();
    await expect(phone.getByText(words.walkIn.namesake("Hana Night", "standsBy"))).toBeVisible();
    await phone.getByRole("button", { name: words.walkIn.anyway }).click();
    await expect(phone.getByText(words.isIn("Hana Night"))).toBeVisible();
    await expect(name).toHaveValue("");
    await name.fill("Bo");
    await phone.getByRole("button", { name: words.letIn, exact: true }).click();
    await expect(phone.getByText(refusal.all_given.what)).toBeVisible();
    await expect(phone.getByText(words.isIn("Hana Night"))).toBeHidden();
  });

  await test.step("without a network", async () => {
    await phone.getByRole("link", { name: words.walkIn.back }).click();
    await expect(search).toBeVisible();
    const page = `/e/${camp.slug}/door`;
    const kept = () => phone.evaluate(async (path) => (await caches.match(path)) !== undefined, page);
    await expect.poll(kept).toBe(true);
    await phone.context().setOffline(true);
    await expect(phone.getByText(words.offline.meanwhile)).toBeVisible();
    await expect(phone.getByRole("link", { name: words.walkIn.link })).toHaveCount(0);
    await phone.goto(`${page}/walk-in`);
    await expect(phone.getByText(words.offline.back)).toBeVisible();
    await expect(search).toBeVisible();
  });
});
