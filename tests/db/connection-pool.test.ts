/** A server that has no connection free refuses that one, and those that are open go on being answered. */
import { mkdtempSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { connect } from "#db/connection.ts";

const ROOM = 4;
const folder = mkdtempSync(path.join(os.tmpdir(), "full-"));
const open = new Set<net.Socket>();

/** One message of the protocol (PostgreSQL, 53.7). */
function message(type: string, body: Buffer | string): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(Buffer.byteLength(body) + 4, 1);
  return Buffer.concat([head, Buffer.from(body)]);
}
const READY = message("Z", "I");
const LET_IN = Buffer.concat([message("R", Buffer.alloc(4)), READY]);
const FULL = message("E", "SFATAL\0VFATAL\0C53300\0Msorry, too many clients already\0\0");
const DONE = Buffer.concat([message("C", "SELECT 1\0"), READY]);

/** What is said to each message of whoever got in; a question is thought about for a moment. */
const ANSWERS: Record<string, Buffer> = {
  P: message("1", ""),
  B: message("2", ""),
  D: Buffer.concat([message("t", Buffer.alloc(2)), message("n", "")]),
  E: message("C", "SELECT 1\0"),
  S: READY,
};

const server = net.createServer((socket) => {
  let [greeted, left] = [false, Buffer.alloc(0)];
  socket.on("error", () => undefined).on("close", () => open.delete(socket));
  socket.on("data", (said) => {
    if (!greeted) {
      greeted = true;
      if (open.size >= ROOM) return void socket.end(FULL);
      open.add(socket);
      return void socket.write(LET_IN);
    }
    left = Buffer.concat([left, said]);
    while (left.length >= 5 && left.length > left.readInt32BE(1)) {
      const type = String.fromCharCode(left[0]!);
      left = left.subarray(1 + left.readInt32BE(1));
      if (type === "Q") setTimeout(() => socket.write(DONE), 20);
      else if (ANSWERS[type]) socket.write(ANSWERS[type]);
    }
  });
});
await new Promise<void>((resolve) => server.listen(path.join(folder, ".s.PGSQL.5432"), resolve));
afterAll(() => server.close());

test("a connection that is refused for want of room costs nobody else theirs", async () => {
  const db = connect(`postgres://u@localhost/x?host=${folder}`, { max: 8 });
  const ask = () =>
    db.$client`select 1`.simple().then(
      () => "answered",
      ({ code }: { code: string }) => code,
    );
  const burst = await Promise.all(Array.from({ length: 8 }, ask));
  expect(burst.filter((answer) => answer === "answered").length).toBeGreaterThanOrEqual(ROOM);
  expect(new Set(burst)).toEqual(new Set(["answered", "53300"]));
  // Seen without the guard: not one of these was answered while the old connections stood idle.
  for (let later = 0; later < 20; later++) expect(await ask()).toBe("answered");
  await db.$client.end({ timeout: 0 });
});
