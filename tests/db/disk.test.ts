import { statfsSync } from "node:fs";
import os from "node:os";
import { expect, test, vi } from "vitest";
import { Disk, roomOf } from "#db/disk.ts";

const MIB = 1024 * 1024;

test("a disk that fills is full, one that is emptied is not, and one that cannot be asked stays as it was", async () => {
  let free: number | null = 500 * MIB;
  let asked = 0;
  const disk = new Disk(async () => {
    asked += 1;
    if (free === null) throw new Error("not now");
    return free;
  }, 5);
  const after = async (now: number | null) => {
    free = now;
    const seen = asked;
    await vi.waitFor(() => expect(asked).toBeGreaterThan(seen + 1));
    return disk.full;
  };
  const said = [];
  for (const now of [500, 40, null, 80, 200]) said.push(await after(now && now * MIB));
  expect(said).toEqual([false, true, true, true, false]);
  disk.end();
});

test("room is known for a database behind a socket of this machine alone", async () => {
  const folder = async () => os.tmpdir();
  const { bavail, bsize } = statfsSync(os.tmpdir());
  const here = await roomOf("postgres://x@localhost/x?host=%2Fsomewhere", folder)();
  expect(Math.abs((here ?? 0) - bavail * bsize)).toBeLessThan(2_000 * MIB);
  expect(await roomOf("postgres://x@db.example/x", folder)()).toBe(null);
});

test("a role that may not know where the files are is asked once", async () => {
  let asked = 0;
  const room = roomOf("postgres://x@localhost/x?host=%2Fsomewhere", async () => {
    asked += 1;
    throw Object.assign(new Error("permission denied"), { code: "42501" });
  });
  await expect(room()).rejects.toThrow("permission denied");
  expect([await room(), await room(), asked]).toEqual([null, null, 1]);
});
