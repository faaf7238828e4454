/** The crew at the desk: they take part themselves, and open the camp on the phone of whoever stands before them. */
import { startDevice } from "#db/device.ts";
import { cookieName } from "#domain/cookie.ts";
import { badge } from "#messages/en/badge.ts";
import { crew as crewWords } from "#messages/en/crew.ts";
import { me } from "#messages/en/me.ts";
import { personAdd } from "#messages/en/person-add.ts";
import { ahead, makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

const PHONE = { viewport: { width: 320, height: 640 } };

test("whoever organises takes part by one short form, and a phone at the desk is opened with what the desk shows", async ({
  server: { db, origin },
  visitor,
}) => {
  const camp = await makeCamp(db, { phase: "pitching", startsAt: ahead() });
  const { personId } = await makeOrganiser(db, camp);
  const { token } = await startDevice(db, { personId });
  const desk = await visitor({ ...PHONE, javaScriptEnabled: false });
  await desk.context().addCookies([{ name: cookieName(origin), value: token, url: origin }]);

  await desk.goto(`/e/${camp.slug}/me`);
  await expect(desk.getByText(me.alone.title)).toBeVisible();
  await desk.getByRole("link", { name: me.alone.add }).click();
  await expect(desk.getByLabel(personAdd.yours.email)).toHaveValue(`${personId}@example.org`);
  await desk.getByRole("button", { name: personAdd.yours.add }).click();
  await expect(desk.getByText(personAdd.done)).toBeVisible();
  await desk.goto(`/e/${camp.slug}/me`);
  await expect(desk.getByText(me.status.confirmed)).toBeVisible();
  await desk.goto(`/e/${camp.slug}/desk/crew/${personId}`);
  await desk.getByRole("link", { name: crewWords.member.place.see }).click();
  await expect(desk.getByText(badge.desk.title)).toBeVisible();

  const amira = await makePerson(db, camp, "confirmed", { rank: 70 });
  await desk.goto(`/e/${camp.slug}/desk/people/${amira}`);
  const label = await desk.getByRole("img", { name: /code of their badge/ }).getAttribute("aria-label");
  const phone = await visitor(PHONE);
  await phone.goto(`/e/${camp.slug}/badge`);
  await phone.getByLabel(badge.code).fill(/[A-Z0-9]{3} [A-Z0-9]{3}/.exec(label!)![0]);
  await phone.getByLabel(badge.name, { exact: true }).fill("person");
  await phone.getByRole("button", { name: badge.submit }).click();
  await expect(phone.getByText(badge.held.title)).toBeVisible();
  await desk.reload();
  await expect(desk.getByText(badge.elsewhere.title)).toBeVisible();
  await expect(desk.getByText(badge.desk.title)).toBeHidden();

  const looked = await visitor({ viewport: { width: 1280, height: 800 }, colorScheme: "dark" });
  await looked.context().addCookies([{ name: cookieName(origin), value: token, url: origin }]);
  await looked.goto(`/e/${camp.slug}/desk/people/add?crew=${personId}`);
  expect(await axeFaults(looked)).toEqual([]);
});
