/** A camp called off, as its organiser does it and as everybody sees it; and taken back. */
import { newId } from "#db/id.ts";
import { mintLink } from "#db/registration/link.ts";
import { halt } from "#messages/en/halt.ts";
import { haltDesk as words } from "#messages/en/halt-desk.ts";
import { ahead, makeCamp, makePerson } from "#tests/support/camp.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";

test("a camp that is called off says so on its page, tickets, list and feed, until it takes place after all", async ({
  server,
  visitor,
}) => {
  const { db } = server;
  const camp = await makeCamp(db, { startsAt: ahead(), capacity: 2 });
  const has = await makePerson(db, camp, "confirmed", { rank: 1, email: `has-${newId()}@example.org` });
  const own = `/e/${camp.slug}/r/${await mintLink(db, has, { mailed: true, now: new Date() })}`;
  const state = halt.state.called_off.title;
  const [desk, looked, phone] = [
    await organiserOf(server, camp, visitor),
    await visitor({ viewport: { width: 390, height: 844 } }),
    await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } }),
  ];
  const calendar = async () => (await phone.request.get(`/e/${camp.slug}/calendar`)).text();

  await desk.goto(`/e/${camp.slug}/desk/called-off`);
  await expect(desk.getByText("1 person has a place")).toBeVisible();
  expect(await axeFaults(desk)).toEqual([]);
  const off = desk.locator("#call-off");
  await off.getByLabel(words.note).fill("The roof leaks. We look for another hall.");
  await off.getByRole("button", { name: words.callOff.submit("Testcamp") }).click();
  await expect(off.getByText("That is not the camp’s address").or(off.getByRole("alert"))).toBeVisible();
  await off.getByLabel(words.callOff.address(camp.slug)).fill(camp.slug);
  await off.getByRole("button", { name: words.callOff.submit("Testcamp") }).click();
  await expect(desk.getByText(words.done.call_off)).toBeVisible();
  await expect(desk.getByText(words.doneTold({ told: 1, crew: 0, offered: 0 }))).toBeVisible();

  await phone.goto(`/e/${camp.slug}`);
  await expect(phone.getByText(state)).toBeVisible();
  await expect(phone.getByText("The roof leaks.")).toBeVisible();
  await expect(phone.getByRole("link", { name: /Register/ })).toHaveCount(0);
  await phone.goto(own);
  await expect(phone.getByRole("heading", { name: halt.ticket.called_off })).toBeVisible();
  await expect(phone.getByRole("img")).toHaveCount(0);
  await looked.goto(own);
  expect(await axeFaults(looked)).toEqual([]);
  await phone.goto("/");
  await expect(phone.getByText("Called off").first()).toBeVisible();
  expect(await calendar()).toContain("STATUS:CANCELLED");
  await phone.goto(`/e/${camp.slug}/wall`);
  await expect(phone.getByText(halt.wall.called_off.title, { exact: true })).toBeVisible();

  const on = desk.locator("#take-place");
  await on.getByText(words.ask.keep).click();
  await on.getByRole("button", { name: words.takePlace.submit.called_off }).click();
  await expect(desk.getByText(words.done.take_place)).toBeVisible();
  await phone.goto(own);
  await expect(phone.getByRole("heading", { name: halt.ticket.called_off })).toHaveCount(0);
  expect(await calendar()).toContain("STATUS:CONFIRMED");
  expect(await calendar()).toContain("SEQUENCE:2");
});
