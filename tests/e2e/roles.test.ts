/** The desk of somebody who may do a part of what an organiser may: every page they are shown, read and looked at. */
import { eq } from "drizzle-orm";
import { changeRoles, removeCrew } from "#db/crew.ts";
import { startDevice } from "#db/device.ts";
import { newId } from "#db/id.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { cookieName } from "#domain/cookie.ts";
import { ROLES, type Role } from "#domain/permission.ts";
import { ahead, makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { axeFaultsNow } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

const LISTED: Readonly<Record<Role, string>> = {
  organiser: "Today People Needs Pitches Grid Print Crew Rota Settings Import",
  registrar: "Today People Crew Rota",
  campmaker: "Today Pitches Grid Print Crew Rota",
  door: "Today",
  caterer: "Today Needs",
  observer: "Today People Pitches Grid Print Crew Rota",
};

test("whoever is taken off the crew while they look at somebody loses the page at once, and is told", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const id = await makePerson(server.db, camp, "confirmed", { rank: 1 });
  const organiser = await makeOrganiser(server.db, camp);
  const { personId } = await makeOrganiser(server.db, camp, "registrar");
  const { token } = await startDevice(server.db, { personId });
  const page = await visitor({ allow: [/status of 404/] });
  await page.context().addCookies([{ name: cookieName(server.origin), value: token, url: server.origin }]);
  await page.goto(`/e/${camp.slug}/desk/people/${id}`);
  await page.getByRole("button", { name: "Add a note" }).or(page.getByText("Add a note")).first().click();
  await page.getByRole("textbox").first().fill("Rang about the ramp");
  await removeCrew(server.db, organiser, personId, new Date());
  await expect(page.getByText("You are no longer on the crew of Testcamp")).toBeVisible();
  await expect(page.getByText("person1")).toHaveCount(0);
  await page.goBack();
  await expect(page.getByText("person1")).toHaveCount(0);
});

test("whoever has another role while the settings are open loses that page, and is led to what is theirs", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const [organiser, other] = [
    await makeOrganiser(server.db, camp),
    await makeOrganiser(server.db, camp, "organiser", "door"),
  ];
  const { token } = await startDevice(server.db, { personId: other.personId });
  const page = await visitor({ allow: [/status of 404/] });
  await page.context().addCookies([{ name: cookieName(server.origin), value: token, url: server.origin }]);
  const stream = page.waitForResponse(/\/stream\b/);
  await page.goto(`/e/${camp.slug}/desk/settings`);
  const settings = page.getByRole("heading", { level: 1, name: "Settings" });
  await expect(settings).toBeVisible();
  await stream;
  const roles: Role[] = ["registrar", "campmaker", "door"];
  const asked = await changeRoles(server.db, organiser, other.personId, roles, new Date());
  const agreed = asked.ok && "agreement" in asked.value ? asked.value.agreement : "";
  await changeRoles(server.db, organiser, other.personId, roles, new Date(), agreed);
  await expect(settings).toHaveCount(0);
  await page.getByRole("link", { name: "Go to Today" }).click();
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  await page.goto(`/e/${camp.slug}/me`);
  await expect(page.getByText("a registrar, a campmaker and on the door")).toBeVisible();
});

for (const role of ROLES)
  test(`${role}: the pages they are shown are there and readable, and the others are not`, async ({
    server,
    visitor,
  }) => {
    const camp = await makeCamp(server.db, { phase: "grid" });
    const id = await makePerson(server.db, camp, "confirmed", { rank: 1 });
    await server.db.update(registration).set({ access: "Vegan" }).where(eq(registration.id, id));
    await server.db.insert(pitch).values({ id: newId(), eventId: camp.id, title: "Job swaps" });
    const { personId } = await makeOrganiser(server.db, camp, role);
    const { token } = await startDevice(server.db, { personId });
    const allow = [/status of 404/];
    const page = await visitor({ viewport: { width: 320, height: 800 }, colorScheme: "dark", allow });
    await page.context().addCookies([{ name: cookieName(server.origin), value: token, url: server.origin }]);
    const shown: string[] = [];
    for (const name of LISTED.organiser.split(" ")) {
      const path = name === "Today" ? "" : `/${name.toLowerCase()}`;
      const answer = await page.goto(`/e/${camp.slug}/desk${path}`);
      if (answer?.status() === 404) continue;
      shown.push(name);
      await expect(page.getByRole("main")).toBeVisible();
      expect(await axeFaultsNow(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      // Looking for somebody changes nothing.
      if (role === "observer") await expect(page.locator(":not(search) > form")).toHaveCount(0);
      if (name === "Needs") await expect(page.getByRole("row", { name: /Vegan\s*1/ })).toBeVisible();
    }
    expect(shown.join(" ")).toBe(LISTED[role]);
  });
