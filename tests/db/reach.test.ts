/** A database that cannot be used is told in one sentence, without its password. */
import { expect, test } from "vitest";
import { reach } from "#db/reach.ts";
import { Trouble } from "#env.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db, url } = await freshDatabase();

test("one that can be used is fine", async () => {
  await expect(reach(url)).resolves.toBeUndefined();
});

test.each([
  [
    "postgres://camp:secret@127.0.0.1:9/camp",
    /The database camp at 127\.0\.0\.1:9 cannot be used: nothing answers there/,
  ],
  ["postgres://camp:secret@no-such-host.invalid/camp", /no machine has that name/],
  [Object.assign(new URL(url), { pathname: "/nowhere" }).href, /there is no database of that name/],
])("%s", async (address, sentence) => {
  const error = await reach(address).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Trouble);
  expect((error as Trouble).message).toMatch(sentence);
  expect((error as Trouble).message).not.toContain("secret");
});

test("a name that may not make tables", async () => {
  const role = `reader_${process.pid}`;
  await db.$client.unsafe(`create role ${role} login`);
  try {
    const address = Object.assign(new URL(url), { username: role }).href;
    await expect(reach(address)).rejects.toThrow("may not make tables there");
  } finally {
    await db.$client.unsafe(`drop role ${role}`);
  }
});
