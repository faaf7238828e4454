import fc from "fast-check";
import { expect, test } from "vitest";
import { isFull } from "#domain/disk.ts";

const MIB = 1024 * 1024;

test("a disk is full below 64 MiB, and stays so until there are 96 again", () => {
  const frees = [65, 64, 63, 64, 95, 96, 64, 63];
  let full = false;
  const said = frees.map((mebibytes) => {
    full = isFull(full, mebibytes * MIB);
    return full;
  });
  expect(said).toEqual([false, false, true, true, true, false, false, true]);
});

test("more room never makes it full, and one that was full is never sooner well than one that was not", () => {
  fc.assert(
    fc.property(fc.boolean(), fc.nat(2 ** 31 - 1), fc.nat(2 ** 30), (was, free, more) => {
      if (!isFull(was, free)) expect(isFull(was, free + more)).toBe(false);
      if (isFull(false, free)) expect(isFull(true, free)).toBe(true);
    }),
  );
});
