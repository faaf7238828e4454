/** The way back on the server, for somebody whose passkey no organiser can take away. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { passkey } from "#db/schema/passkey.ts";
import { passkey as words } from "#messages/en/passkey.ts";
import { makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { addKey, browserOf } from "#tests/support/passkeys.ts";

const { db, url } = await freshDatabase();

async function run(...args: string[]): Promise<[code: number, said: string]> {
  const program = fileURLToPath(new URL("../../bin/passkeys.ts", import.meta.url));
  const env = { ...process.env, DATABASE_URL: url };
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", program, ...args], { env }, (error, out, err) => {
      resolve([error ? Number(error.code) : 0, `${out}${err}`.trim()]);
    });
  });
}

test("takes them away once, and says so; and says what is wrong", async () => {
  const { personId } = await makeOrganiser(db, await makeCamp(db));
  const now = new Date();
  await addKey(db, await browserOf(db, personId, now), now);
  const email = `${personId}@example.org`;
  const { done, none, nobody, usage } = words.program;
  expect(await run("reset", email.toUpperCase())).toEqual([0, done(email)]);
  expect(await db.$count(passkey, eq(passkey.personId, personId))).toBe(0);
  expect(await run("reset", email)).toEqual([0, none(email)]);
  expect(await run("reset", "nobody@example.org")).toEqual([1, nobody("nobody@example.org")]);
  expect(await run("reset")).toEqual([1, usage]);
}, 90_000);

test("has a camp need none any more, once, and tells its crew", async () => {
  const camp = await makeCamp(db);
  const { personId } = await makeOrganiser(db, camp);
  await db.update(event).set({ passkeyRequired: true }).where(eq(event.id, camp.id));
  const { free, freed, noCamp, usage } = words.program;
  expect(await run("free", camp.slug)).toEqual([0, freed(camp.slug)]);
  expect(await db.$count(event, eq(event.passkeyRequired, true))).toBe(0);
  const told = await db
    .select()
    .from(outbox)
    .where(eq(outbox.recipient, `${personId}@example.org`));
  expect(told.map(({ kind }) => kind)).toEqual(["passkeys_freed"]);
  expect(await run("free", camp.slug)).toEqual([0, free(camp.slug)]);
  expect(await run("free", "no-such-camp")).toEqual([1, noCamp("no-such-camp")]);
  expect(await run("free")).toEqual([1, usage]);
}, 90_000);
