/** A database that is not there yet is waited for; one that cannot be used is told in one sentence, without its password. */
import net from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { reach } from "#db/reach.ts";
import { MISCONFIGURED, PassingTrouble, sayWhyNot, Trouble } from "#env.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db, url } = await freshDatabase();

const servers: net.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A port before the real database: it ends the first conversations with a FATAL of those codes, and passes on the rest. */
async function refusing(codes: string[]): Promise<string> {
  const address = new URL(url);
  const path = `${address.searchParams.get("host")}/.s.PGSQL.5432`;
  const server = net.createServer((client) => {
    client.on("error", () => client.destroy());
    const code = codes.shift();
    if (code === undefined) {
      const behind = net.connect(path).on("error", () => client.destroy());
      client.pipe(behind).pipe(client);
    } else client.once("data", () => client.end(fatal(code)));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  return `postgres://${address.username}:secret@127.0.0.1:${port}${address.pathname}`;
}

/** ErrorResponse (PostgreSQL, 54.7). */
function fatal(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mno\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeUInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

test("one that can be used is fine", async () => {
  await expect(reach(url)).resolves.toBeUndefined();
});

test.each([
  ["57P03", "it is starting up"],
  ["57P01", "it is shutting down"],
  ["57P02", "it has crashed and recovers"],
  ["53300", "it has no connection free"],
])("%s: it waits, says so once, and goes on", async (code, reason) => {
  const said: string[] = [];
  const address = await refusing([code, code, code]);
  await reach(address, 30_000, (sentence) => said.push(sentence));
  expect(said).toEqual([expect.stringContaining(`cannot be used yet: ${reason}. Waiting for it.`)]);
  expect(said.join()).not.toContain("secret");
});

test("waiting has an end, which is no mistake of the settings", async () => {
  const address = await refusing(Array(100).fill("57P03"));
  const error = await reach(address, 1_000, () => undefined).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PassingTrouble);
  expect((error as Trouble).message).toContain("cannot be used: it is starting up");
});

test("what somebody has to mend is told at once, and by its exit code to the supervisor", async () => {
  for (const code of ["28P01", "28000", "3D000", "08P01"]) {
    const said: string[] = [];
    const error = await reach(await refusing([code]), 30_000, (sentence) => said.push(sentence)).catch(
      (thrown: unknown) => thrown,
    );
    expect(error, code).toBeInstanceOf(Trouble);
    expect(error, code).not.toBeInstanceOf(PassingTrouble);
    expect(said, code).toEqual([]);
  }
});

test("a mistake of the settings has an exit code of its own", () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const codes = [new Trouble("settings"), new PassingTrouble("not yet"), new Error("a fault")].map(sayWhyNot);
  expect(codes).toEqual([MISCONFIGURED, 1, 1]);
  expect(quiet.mock.calls.map(([said]) => String(said))).toEqual(["settings", "not yet", "Error: a fault"]);
  quiet.mockRestore();
});

test.each([
  [
    "postgres://camp:secret@127.0.0.1:9/camp",
    /The database camp at 127\.0\.0\.1:9 cannot be used: nothing answers there/,
  ],
  ["postgres://camp:secret@no-such-host.invalid/camp", /no machine has that name/],
  [Object.assign(new URL(url), { pathname: "/nowhere" }).href, /there is no database of that name/],
])("%s", async (address, sentence) => {
  const error = await reach(address, 500, () => undefined).catch((thrown: unknown) => thrown);
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
