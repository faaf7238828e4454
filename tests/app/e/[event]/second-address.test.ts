/** A second address, as the forms about it are sent: from the private page, and by whoever reads that address. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { heardFrom } from "#app/e/[event]/r/[token]/act.ts";
import { addAddress, removeAddress } from "#app/e/[event]/r/[token]/second-address.ts";
import { sayYes } from "#app/e/[event]/second-address/[token]/actions.ts";
import { type FormState, FRESH } from "#app/respond.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { mintLink } from "#db/registration/link.ts";
import { refusal } from "#messages/en/refusal.ts";
import { secondAddress as words } from "#messages/en/second-address.ts";
import { ahead, makeCamp, makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { formOf, outcome } from "#tests/support/forms.ts";
import { askAt, confirmedAt, HOME, secondOf } from "#tests/support/second-address.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined, set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);

async function ama() {
  const camp = await makeCamp(db, { startsAt: ahead() });
  const id = await makePerson(db, camp, "waiting", { rank: 1 });
  const token = await mintLink(db, id, { mailed: false, now: new Date() });
  return { camp, id, token, own: `/e/${camp.slug}/r/${token}` };
}
/** What the page that an act leads to says of it. */
const heardAt = (said: unknown) => heardFrom(/said=([^;]+)/.exec(String(said))?.[1], Date.now());

test("what is no address is said at its field, what is refused above it, and a given one leads back to the page", async () => {
  const { id, token, own } = await ama();
  const press = (secondEmail: string) => outcome(() => addAddress(FRESH, formOf({ token, secondEmail })));
  expect(((await press("ama")) as FormState).errors).toEqual({ secondEmail: words.noEmail });
  const same = (await press("person1@example.org")) as FormState;
  expect(same.refusal?.what).toBe(refusal.first_address.what);
  expect(same.values).toMatchObject({ secondEmail: "person1@example.org" });
  const given = await press(HOME);
  expect(String(given)).toContain(own);
  expect(heardAt(given)).toBe("second_asked");
  expect((await secondOf(db, id))?.email).toBe(HOME);
  expect(((await press("other@example.org")) as FormState).refusal?.what).toBe(
    refusal.second_address_there.what,
  );
});

test("yes leads to the page that says so, and away it leads to a page that still opens", async () => {
  const { camp, id, token, own } = await ama();
  const asked = await askAt(db, id, HOME, new Date());
  const yes = await outcome(() => sayYes(FRESH, formOf({ token: asked })));
  expect(String(yes)).toContain(`/e/${camp.slug}/second-address/${asked}`);
  const away = await outcome(() => removeAddress(FRESH, formOf({ token })));
  expect(String(away)).toContain(own);
  expect(heardAt(away)).toBe("second_removed");
  const late = (await outcome(() => sayYes(FRESH, formOf({ token: asked })))) as FormState;
  expect(late.refusal?.what).toBe(refusal.not_found.what);
  await confirmedAt(db, id, HOME, new Date());
  const link = await mintLink(db, id, { mailed: false, second: true, now: new Date() });
  const elsewhere = await outcome(() => removeAddress(FRESH, formOf({ token: link })));
  expect(String(elsewhere)).toContain(`/e/${camp.slug}/r/`);
  expect(String(elsewhere)).not.toContain(link);
});
