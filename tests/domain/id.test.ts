import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isId, uuidv7 } from "#domain/id.ts";

const dice = fc.uint8Array({ minLength: 10, maxLength: 10 });
const instant = fc.nat({ max: 2 ** 47 });

describe("a UUIDv7", () => {
  it("is the example of RFC 9562, appendix A.6", () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidv7(0x017f22e279b0, random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  });

  it("is always an id, of version 7 and the right variant", () => {
    fc.assert(
      fc.property(instant, dice, (now, random) => {
        const id = uuidv7(now, random);
        expect(isId(id)).toBe(true);
        expect(id[14]).toBe("7");
        expect("89ab").toContain(id[19]);
      }),
    );
  });

  it("sorts by birth", () => {
    fc.assert(
      fc.property(instant, instant, dice, dice, (a, b, x, y) => {
        fc.pre(a < b);
        expect(uuidv7(a, x) < uuidv7(b, y)).toBe(true);
      }),
    );
  });
});

it("refuses what only looks like an id", () => {
  expect(
    ["", "not-an-id", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", "017f22e279b07cc398c4dc0c0c07398f"].map(isId),
  ).toEqual([false, false, false, false]);
});
