/** The button of a mail program (RFC 8058): a POST says no, a GET leads to the page and changes nothing. */
import { afterAll, expect, it } from "vitest";
import { mintUnsubscribe, readUnsubscribe } from "#db/group-mail/unwilling.ts";
import { makeCamp, makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { liveServer } from "#tests/support/live.ts";

const { db, url } = await freshDatabase();
const server = await liveServer(db, url);
afterAll(() => server.close());

async function link() {
  const camp = await makeCamp(db);
  await makePerson(db, camp, "confirmed", { rank: 1 });
  const to = { eventId: camp.id, email: "person1@example.org" };
  const token = await db.transaction((tx) => mintUnsubscribe(tx, to, new Date()));
  const wantsNone = async () => (await readUnsubscribe(db, token, new Date()))?.wantsNone;
  return { slug: camp.slug, token, at: `${server.origin}/live/${camp.slug}/unsubscribe/${token}`, wantsNone };
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const ONE_CLICK = { method: "POST", headers: FORM, body: "List-Unsubscribe=One-Click" };

it("takes the press as a form, also without a cookie and an origin", async () => {
  const { at, wantsNone } = await link();
  expect((await fetch(at, ONE_CLICK)).status).toBe(204);
  expect(await wantsNone()).toBe(true);
});

it("takes it in parts too", async () => {
  const { at, wantsNone } = await link();
  const body = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  expect((await fetch(at, { method: "POST", headers, body })).status).toBe(204);
  expect(await wantsNone()).toBe(true);
});

it("changes nothing when it is opened, and leads to the page", async () => {
  const { at, slug, token, wantsNone } = await link();
  const opened = await fetch(at, { redirect: "manual" });
  expect([opened.status, opened.headers.get("location")]).toEqual([303, `/e/${slug}/unsubscribe/${token}`]);
  expect(await wantsNone()).toBe(false);
});

it("refuses what is no such press, and a token that opens nothing", async () => {
  const { at, token, wantsNone } = await link();
  for (const body of ["", "List-Unsubscribe=No", "x".repeat(5_000)])
    expect((await fetch(at, { ...ONE_CLICK, body })).status).toBe(422);
  expect((await fetch(at.replace(token, "x".repeat(43)), ONE_CLICK)).status).toBe(404);
  expect(await wantsNone()).toBe(false);
});
