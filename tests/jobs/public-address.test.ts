/** Where a push may be sent, over the whole ranges of addresses. */
import type { LookupAddress } from "node:dns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicAddress, NOT_PUBLIC, publicLookup } from "#jobs/public-address.ts";

/** First and last of each range that is not the internet's, written out once more. */
const NOT_4 = [
  ["0.0.0.0", "0.255.255.255"],
  ["10.0.0.0", "10.255.255.255"],
  ["100.64.0.0", "100.127.255.255"],
  ["127.0.0.0", "127.255.255.255"],
  ["169.254.0.0", "169.254.255.255"],
  ["172.16.0.0", "172.31.255.255"],
  ["192.0.0.0", "192.0.0.255"],
  ["192.0.2.0", "192.0.2.255"],
  ["192.88.99.0", "192.88.99.255"],
  ["192.168.0.0", "192.168.255.255"],
  ["198.18.0.0", "198.19.255.255"],
  ["198.51.100.0", "198.51.100.255"],
  ["203.0.113.0", "203.0.113.255"],
  ["224.0.0.0", "255.255.255.255"],
] as const;

const numberOf = (address: string) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const addressOf = (n: number) => [24, 16, 8, 0].map((by) => (n >>> by) & 255).join(".");
const isOfThem = (n: number) => NOT_4.some(([first, last]) => n >= numberOf(first) && n <= numberOf(last));

/** Oftenest at the edges of the ranges, where a prefix that is one bit off would show. */
const edges = NOT_4.flatMap(([first, last]) => [
  numberOf(first) - 1,
  numberOf(first),
  numberOf(last),
  numberOf(last) + 1,
]);
const anyNumber = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.constantFrom(...edges.filter((n) => n >= 0 && n < 2 ** 32)),
  fc
    .constantFrom(...NOT_4)
    .chain(([first, last]) => fc.integer({ min: numberOf(first), max: numberOf(last) })),
);
const groups = (n: number) => `${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}`;

describe("an address", () => {
  it("of version 4 is public outside of every special range, and inside of none", () => {
    fc.assert(
      fc.property(anyNumber, (n) => isPublicAddress(addressOf(n)) === !isOfThem(n)),
      { numRuns: 5_000 },
    );
  });

  it("of version 4 inside one of version 6 is never public, in whichever of the ways there are", () => {
    const ways = [
      (n: number) => `::ffff:${addressOf(n)}`,
      (n: number) => `::ffff:${groups(n)}`,
      (n: number) => `0:0:0:0:0:ffff:${groups(n)}`,
      (n: number) => `::${addressOf(n)}`,
      (n: number) => `::ffff:0:${groups(n)}`,
      (n: number) => `64:ff9b::${addressOf(n)}`,
      (n: number) => `64:ff9b:1::${groups(n)}`,
      (n: number) => `2002:${groups(n)}::1`,
      (n: number) => `2001:0:${groups(n)}::1`,
    ];
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(...ways), (n, way) => !isPublicAddress(way(n))),
      { numRuns: 3_000 },
    );
  });

  it("of version 6 is public only where addresses are given out", () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    const any = fc.array(group, { minLength: 8, maxLength: 8 });
    const near = fc
      .tuple(
        fc.constantFrom(
          0x1fff,
          0x2000,
          0x2001,
          0x2002,
          0x2003,
          0x3ffe,
          0x3fff,
          0x4000,
          0xfc00,
          0xfe80,
          0xff02,
        ),
        any,
      )
      .map(([first, [, ...rest]]) => [first, ...rest]);
    fc.assert(
      fc.property(fc.oneof(any, near), ([first = 0, second = 0, ...rest]) => {
        const given = first >= 0x2000 && first <= 0x3fff;
        const tunnel = (first === 0x2001 && second < 0x200) || first === 0x2002;
        const example = (first === 0x2001 && second === 0xdb8) || (first === 0x3fff && second < 0x1000);
        const address = [first, second, ...rest].map((n) => n.toString(16)).join(":");
        return isPublicAddress(address) === (given && !tunnel && !example);
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "2a00:1450::1%eth0",
    "fd00::1",
    "ff02::1",
    "",
    "localhost",
    "1.2.3",
    "999.1.1.1",
  ])("%s is none that is asked", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    "8.8.8.8",
    "172.15.255.255",
    "172.32.0.0",
    "100.63.255.255",
    "2a00:1450:4009::200e",
    "2606:4700::1111",
  ])("%s is asked", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe("a name", () => {
  const looked = (name: string, all: boolean) =>
    new Promise<string>((resolve) => {
      publicLookup(name, { all }, (fault, found: string | LookupAddress[]) =>
        resolve(fault ? String(fault.code) : JSON.stringify(found)),
      );
    });

  it.each([true, false])(
    "that leads to this machine fails, whoever asks for one address or for all: %s",
    async (all) => {
      expect(await looked("localhost", all)).toBe(NOT_PUBLIC);
      expect(await looked("127.0.0.1", all)).toBe(NOT_PUBLIC);
      expect(await looked("::ffff:10.0.0.1", all)).toBe(NOT_PUBLIC);
    },
  );

  it("that leads to the internet is what it leads to", async () => {
    expect(await looked("8.8.8.8", true)).toBe('[{"address":"8.8.8.8","family":4}]');
    expect(await looked("8.8.8.8", false)).toBe('"8.8.8.8"');
  });

  it("that leads nowhere fails as it does everywhere", async () => {
    expect(await looked("nowhere.invalid", true)).toMatch(/ENOTFOUND|EAI_AGAIN/);
  });
});
