/** Where the crew's forms lead, and what they say about roles. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { change, invite } from "#app/e/[event]/desk/crew/actions.ts";
import { FRESH } from "#app/respond.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { startDevice } from "#db/device.ts";
import { ROLES, type Role } from "#domain/permission.ts";
import { crew } from "#messages/en/crew.ts";
import { permission } from "#messages/en/permission.ts";
import { makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { drawnBy, load } from "#tests/support/desk.ts";
import { type Fields, formOf, outcome } from "#tests/support/forms.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => ({ value: asker.token }), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);

/** A camp with two organisers, the first of them signed in. */
async function signedIn() {
  const camp = await makeCamp(db);
  const [me] = [await makeOrganiser(db, camp), await makeOrganiser(db, camp)];
  ({ token: asker.token } = await startDevice(db, { personId: me.personId }));
  const send = (fields: Fields) => outcome(() => change(camp.slug, FRESH, formOf(fields)));
  return { slug: camp.slug, me: me.personId, send };
}

// A caterer who had been an organiser was sent to the crew page, which was not theirs any more.
test("whoever changes themselves is led to a page that is still theirs", async () => {
  const led: Record<string, string> = {};
  for (const role of ROLES.filter((each): each is Exclude<Role, "organiser"> => each !== "organiser")) {
    const { slug, me, send } = await signedIn();
    const asked = (await send({ person: me, role })) as { asks: { agreement: string } };
    const done = String(await send({ person: me, role, agreed: asked.asks.agreement }));
    led[role] = done.split(";")[2]!.replace(slug, "").replace(me, "me");
  }
  const crew = "/e//desk/crew?changed=me";
  expect(led).toEqual({
    registrar: crew,
    campmaker: crew,
    door: "/e//desk",
    caterer: "/e//desk",
    observer: crew,
  });
});

test("whoever is invited is said to be what was ticked, and nothing else", async () => {
  const { slug } = await signedIn();
  const form = formOf({ name: "Dora", email: "dora@example.org", role: "door" });
  const led = String(await outcome(() => invite(slug, FRESH, form)));
  const invited = /invited=([\w-]+)/.exec(led)![1]!;
  const { default: page } = await load("crew/page.tsx");
  const props = { params: Promise.resolve({ event: slug }), searchParams: Promise.resolve({ invited }) };
  const { texts } = await drawnBy(await page!(props));
  expect(texts).toContain(crew.invited("Dora", permission.being(["door"])));
});

test("no role at all, or one that is none, is said at the field, and nothing typed is lost", async () => {
  const { slug, me, send } = await signedIn();
  const wrong = { role: crew.roleWrong };
  expect(await send({ person: me })).toMatchObject({ errors: wrong, values: { person: me } });
  expect(await send({ person: me, role: ["organiser", "delegate"] })).toMatchObject({ errors: wrong });
  expect(await invite(slug, FRESH, formOf({ name: "Mei", email: "no" }))).toMatchObject({
    errors: { email: crew.emailWrong, ...wrong },
    values: { name: "Mei" },
  });
});
