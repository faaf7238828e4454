import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { bumpStanding } from "#db/live.ts";
import { ticket } from "#db/schema/device.ts";
import { registration } from "#db/schema/registration.ts";
import { cookieName } from "#domain/cookie.ts";
import { documentOf, retype, stateOf, take, vectorOf, wordsIn } from "#domain/note/document.ts";
import { keyOf } from "#domain/run.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { deviceOf, type LiveServer, liveServer } from "#tests/support/live.ts";
import { notedCamp } from "#tests/support/notes.ts";

let db: Database;
let servers: LiveServer[];
const open: AbortController[] = [];

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  servers = [await liveServer(db, fresh.url), await liveServer(db, fresh.url)];
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.abort();
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

async function cast(level?: "no_notes") {
  const there = await notedCamp(db, level);
  const at = `/live/${there.camp.slug}/runs/${keyOf(there.run)}/note`;
  const cookie = await deviceOf(db, there.ada);
  const post = async (body: unknown, headers: Record<string, string> = { cookie }, server = servers[0]!) => {
    const response = await fetch(server.origin + at, {
      method: "POST",
      headers,
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  return { ...there, at, cookie, post };
}

const typed = (words: string) => {
  const doc = documentOf([]);
  const vector = base64(vectorOf(doc));
  retype(doc, "text", words);
  return { epoch: 1, vector, update: base64(stateOf(doc)) };
};

/** Reads a stream until a word about what was written. */
async function listen(address: string, cookie: string) {
  const stream = new AbortController();
  open.push(stream);
  const response = await fetch(address, { headers: { cookie }, signal: stream.signal });
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = decoder.decode((await reader.read()).value);
  const next = async () => {
    while (!/^data: \{.*\}$/m.test(text)) {
      const { value, done } = await reader.read();
      if (done) return null;
      text += decoder.decode(value);
    }
    const said = JSON.parse(/^data: (\{.*\})$/m.exec(text)![1]!);
    text = "";
    return said;
  };
  return { status: response.status, next };
}

describe("writing", () => {
  test("is answered with what the phone lacks, and told to everybody who writes there, on any instance", async () => {
    const { at, cookie, post, bo } = await cast();
    const streams = await Promise.all(
      servers.map(async ({ origin }) => listen(`${origin}${at}/stream`, await deviceOf(db, bo))),
    );
    const first = await post(typed("One"));
    expect(first).toMatchObject({ status: 200, body: { epoch: 1, seq: 1, names: [] } });
    for (const stream of streams) expect(await stream.next()).toEqual({ epoch: 1, seq: 1 });
    const asked = await post({ ...typed(""), update: null }, { cookie }, servers[1]);
    const doc = documentOf([]);
    take(doc, Buffer.from(asked.body.update, "base64"));
    expect(wordsIn(doc).text).toBe("One");
  });

  test("is for whoever has a place there, also with a pass, and as whom the page was opened", async () => {
    const { at, post, ada, camp } = await cast();
    expect(await post(typed("No"), {})).toMatchObject({ status: 401, body: { refusal: "no_ticket" } });
    const other = await notedCamp(db);
    const elsewhere = await deviceOf(db, other.ada);
    expect(await post(typed("No"), { cookie: elsewhere })).toMatchObject({ status: 401 });
    const { id, token } = await startDevice(db, {});
    await holdTicket(db, id, ada.registrationId);
    await db
      .update(ticket)
      .set({ passUntil: new Date(Date.now() + 3_600_000) })
      .where(eq(ticket.deviceId, id));
    const pass = { cookie: `${cookieName("http:")}=${token}` };
    expect(await post(typed("Yes"), pass)).toMatchObject({ status: 200 });
    const theirs = { ...pass, "sent-for": other.ada.registrationId };
    expect(await post(typed("No"), theirs)).toMatchObject({ status: 401 });
    expect(await post(typed("Yes"), { ...pass, "sent-for": ada.registrationId })).toMatchObject({
      status: 200,
    });
    const stranger = await fetch(`${servers[0]!.origin}${at}/stream`);
    expect(stranger.status).toBe(401);
    await stranger.body?.cancel();
    expect(
      (await fetch(`${servers[0]!.origin}/live/${camp.slug}/runs/nothing/note`, { method: "POST" })).status,
    ).toBe(404);
  });

  test("ends for whoever gives the place back, who hears nothing more either", async () => {
    const { at, cookie, post, ada } = await cast();
    const stream = await listen(`${servers[0]!.origin}${at}/stream`, cookie);
    await post(typed("One"));
    expect(await stream.next()).toEqual({ epoch: 1, seq: 1 });
    const gone = { status: "released" } as const;
    await db.update(registration).set(gone).where(eq(registration.id, ada.registrationId));
    const held = await db.select().from(ticket).where(eq(ticket.registrationId, ada.registrationId));
    await db.transaction((tx) =>
      bumpStanding(
        tx,
        held.map(({ deviceId }) => deviceId),
      ),
    );
    expect(await stream.next()).toBe(null);
    expect(await post(typed("Two"))).toMatchObject({ status: 401 });
  });

  test("is refused in words where nothing is written down, and for what is no update", async () => {
    const { post } = await cast("no_notes");
    expect(await post(typed("No"))).toMatchObject({ status: 409, body: { refusal: "no_notes" } });
    const open_ = await cast();
    for (const body of [
      "",
      "{}",
      { epoch: 1, vector: "§", update: null },
      { epoch: 0, vector: "", update: null },
    ])
      expect(await open_.post(body)).toMatchObject({ status: 422, body: { refusal: "bad_input" } });
    const bad = { ...typed("No"), update: base64(new Uint8Array([7, 7])) };
    expect(await open_.post(bad)).toMatchObject({ status: 422 });
  });
});
