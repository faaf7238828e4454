/** Many files as one, and what becomes of a file that a stranger made. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { PACKED_MAX, packed, unpackedText } from "#domain/archive/packed.ts";

const files = { "index.html": "<h1>é</h1>", "data/camp.json": "{}", "camp.json": '{"a":"ü"}' };

describe("a file of ours", () => {
  it("is read again", () => {
    expect(unpackedText(packed(files), "camp.json")).toEqual({ text: '{"a":"ü"}' });
  });

  it("is the same, whenever it is made", () => {
    expect(Buffer.from(packed(files)).equals(Buffer.from(packed({ ...files })))).toBe(true);
  });
});

describe("a file of a stranger", () => {
  it.each(["../camp.json", "/camp.json", "x/camp.json", "camp.json/", "CAMP.JSON", "camp.json\0"])(
    "is not taken for one of ours by a name like %j",
    (name) => {
      expect(unpackedText(zipSync({ [name]: strToU8("{}") }), "camp.json")).toEqual({ wrong: "without" });
    },
  );

  it("with the same name twice holds none", () => {
    const twice = Buffer.from(zipSync({ "camp.json": strToU8("{}"), "camp.jsoN": strToU8("[]") }));
    for (let at = twice.indexOf("camp.jsoN"); at >= 0; at = twice.indexOf("camp.jsoN"))
      twice.write("camp.json", at);
    expect(unpackedText(twice, "camp.json")).toEqual({ wrong: "without" });
  });

  it("that unpacks to more than any camp is refused on the way, however small it is packed", () => {
    const bomb = zipSync({ "camp.json": new Uint8Array(64 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(unpackedText(bomb, "camp.json")).toEqual({ wrong: "big" });
  });

  it("that holds a great many files is refused", () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`${n}`, new Uint8Array()]));
    expect(unpackedText(zipSync(many), "camp.json")).toEqual({ wrong: "big" });
  });

  it("that is too large is not opened", () => {
    expect(unpackedText(new Uint8Array(PACKED_MAX + 1), "camp.json")).toEqual({ wrong: "big" });
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["a text", strToU8("camp.json")],
    ["what begins like one", strToU8("PK\u0003\u0004 and is none")],
  ])("that is %s is none", (_, bytes) => {
    expect(unpackedText(bytes, "camp.json")).toEqual({ wrong: expect.stringMatching(/no_zip|without/) });
  });

  it("that is cut off or broken gives no text, and no fault", () => {
    const whole = zipSync({ "camp.json": strToU8(JSON.stringify({ a: "b".repeat(5_000), c: [1, 2, 3] })) });
    for (let end = 5; end < whole.length; end += 7) {
      const read = unpackedText(whole.subarray(0, end), "camp.json");
      expect("wrong" in read || read.text.length <= 5_030).toBe(true);
    }
    const broken = whole.slice();
    for (let at = 45; at < 60; at++) broken[at] = 0xff;
    expect(unpackedText(broken, "camp.json")).toHaveProperty("wrong");
  });

  it("whose text is no UTF-8 is refused", () => {
    expect(unpackedText(zipSync({ "camp.json": new Uint8Array([0xff, 0xfe]) }), "camp.json")).toEqual({
      wrong: "no_zip",
    });
  });
});
