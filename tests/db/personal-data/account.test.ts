import { expect, test } from "vitest";
import { callForHelp } from "#db/help-call.ts";
import { newId } from "#db/id.ts";
import { isContact, readAccount } from "#db/personal-data/account.ts";
import { contact } from "#db/schema/camp-page.ts";
import { makeCamp, makeOrganiser, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { addKey, browserOf } from "#tests/support/passkeys.ts";

const { db } = await freshDatabase();

test("a copy of somebody's data has what they called for, and of this camp alone", async () => {
  const [camp, other] = [await makeCamp(db), await makeCamp(db)];
  const ama = await makeOrganiser(db, camp, "door");
  const email = `${ama.personId}@example.org`;
  await callForHelp(db, ama, { id: newId(), what: "More hands", place: "Hall" }, NOON);
  const called = [{ what: "More hands", place: "Hall", at: NOON.toISOString() }];
  expect(await readAccount(db, camp.id, email)).toMatchObject({ called, calls: [] });
  expect(await readAccount(db, other.id, email)).toMatchObject({ called: [] });
});

test("and their passkeys, by what they call them", async () => {
  const camp = await makeCamp(db);
  const { personId } = await makeOrganiser(db, camp, "door");
  const now = new Date();
  await addKey(db, await browserOf(db, personId, now), now);
  const at = now.toISOString();
  expect(await readAccount(db, camp.id, `${personId}@example.org`)).toMatchObject({
    passkeys: [{ passkey: "Phone", at, usedAt: at }],
  });
});

test("and whether a code of conduct names them, of the crew or by their address", async () => {
  const [camp, other] = [await makeCamp(db), await makeCamp(db)];
  const { personId } = await makeOrganiser(db, camp, "door");
  const rows = [{ personId }, { name: "Ada", email: "ada@example.org" }];
  await db
    .insert(contact)
    .values(rows.map((row, position) => ({ id: newId(), eventId: camp.id, position, ...row })));
  for (const email of [`${personId}@example.org`, "ada@example.org"]) {
    expect(await isContact(db, camp.id, email)).toBe(true);
    expect(await isContact(db, other.id, email)).toBe(false);
  }
  expect(await isContact(db, camp.id, "dan@example.org")).toBe(false);
});
