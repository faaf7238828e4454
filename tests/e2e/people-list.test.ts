import { ahead, makeCamp, makePerson } from "#tests/support/camp.ts";
import { expect, test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";

test("whoever comes back from somebody finds the list searched, narrowed and ordered as they left it", async ({
  server,
  visitor,
}) => {
  const camp = await makeCamp(server.db, { capacity: 1, startsAt: ahead() });
  for (const rank of [1, 2, 13]) await makePerson(server.db, camp, "waiting", { rank });
  const page = await organiserOf(server, camp, visitor);
  const row = (name: RegExp) => page.getByRole("row", { name });
  await page.goto(`/e/${camp.slug}/desk/people`);
  await page.getByText("Filter and sort").click();
  await page.getByLabel("In which order").selectOption("name");
  await page.getByRole("button", { name: "Show them" }).click();
  await page.waitForURL(/sort=name/);
  await page.getByLabel("Find somebody").fill("person1");
  await expect(row(/person2/)).toHaveCount(0);
  await expect(page.getByText("2 people are found for “person1”.")).toHaveRole("status");
  await row(/person13/)
    .getByRole("link")
    .click();
  await page.getByRole("link", { name: "All people" }).click();
  await page.waitForURL(/people\?sort=name/);
  await expect(row(/person2/)).toHaveCount(0);
  await expect(row(/person13/)).toBeVisible();
  await expect(page.getByLabel("Find somebody")).toHaveValue("person1");
  // Seen to go on showing what was found, because nothing was told of the emptied field.
  await page.getByLabel("Find somebody").fill("");
  await expect(row(/person2/)).toBeVisible();
});

test("places are offered by hand in three steps, without JavaScript", async ({ server, visitor }) => {
  const camp = await makeCamp(server.db, { capacity: 1, startsAt: ahead(), offersOn: false });
  for (const rank of [1, 2, 3]) await makePerson(server.db, camp, "waiting", { rank });
  const page = await organiserOf(server, camp, visitor, { javaScriptEnabled: false });
  await page.goto(`/e/${camp.slug}/desk/people`);
  for (const name of ["person2", "person3"]) await page.getByLabel(`Choose ${name}`).check();
  await page.getByRole("button", { name: "Offer a place to those chosen" }).click();
  await expect(page.getByText("1 person waits at a better turn")).toBeVisible();
  await expect(page.getByText("Only 1 place is free, and this offers 2.")).toBeVisible();
  await page.getByLabel("Why these people?").fill("They run the stage");
  await page.getByRole("button", { name: "Offer 2 places" }).click();
  await expect(page.getByText("2 people have an offer now.")).toBeVisible();
  await page
    .getByRole("row", { name: /person1/ })
    .getByRole("link")
    .click();
  await expect(page.getByRole("row", { name: /Was passed over.*They run the stage/ })).toBeVisible();
});
