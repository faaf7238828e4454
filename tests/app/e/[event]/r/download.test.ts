import { afterAll, expect, it, vi } from "vitest";
import { GET } from "#app/e/[event]/r/[token]/data/download/route.ts";
import { closeDatabase } from "#db/connection.ts";
import { mintLink } from "#db/registration/link.ts";
import { makeCamp, makePerson, NOON } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { outcome } from "#tests/support/forms.ts";

vi.mock("server-only", () => ({}));

const { db, url } = await freshDatabase();
process.env.DATABASE_URL = url;
afterAll(closeDatabase);

const asked = (event: string, token: string) =>
  outcome(() => GET(new Request("http://localhost/"), { params: Promise.resolve({ event, token }) }));

it("is a file that people can read, at the address of whoever proved theirs and of nobody else", async () => {
  const camp = await makeCamp(db);
  const other = await makeCamp(db);
  const person = await makePerson(db, camp, "confirmed", { rank: 1 });
  const now = new Date();
  const token = await mintLink(db, person, { mailed: true, now });
  const answer = (await asked(camp.slug, token)) as Response;
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${camp.slug}-about-me.json"`);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  const file = JSON.parse(await answer.text());
  expect(file["Your registration"]).toMatchObject({
    Name: "person1",
    "Where you stand": "You’ve got a place",
    "First unconference": "yes",
    Registered: NOON.toISOString(),
  });
  expect(Object.keys(file)).toContain("What happened to your registration");

  const typed = await makePerson(db, camp, "waiting", { rank: 2, verified: false });
  const unproven = await mintLink(db, typed, { mailed: false, now });
  for (const [slug, page] of [
    [other.slug, token],
    [camp.slug, unproven],
    [camp.slug, "x".repeat(40)],
  ])
    expect(await asked(slug!, page!)).toBe("NEXT_HTTP_ERROR_FALLBACK;404");
});
