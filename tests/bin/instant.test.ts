import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { drawInstant, readInstant, startedAt } from "../../bin/instant.ts";

it("reads an instant to the millisecond, in any zone", () => {
  expect(readInstant("2026-03-29T00:59:59.999Z")).toBe(Date.UTC(2026, 2, 29, 0, 59, 59, 999));
  expect(readInstant("2026-03-29T01:59:59.999+01:00")).toBe(Date.UTC(2026, 2, 29, 0, 59, 59, 999));
});

it("refuses what names no instant, in a sentence", () => {
  for (const text of ["yesterday", "2026-03-29", "2026-03-29T00:59", "2026-02-30T25:00:00Z", "", undefined])
    expect(() => readInstant(text)).toThrow(/--at takes an instant/);
});

it("draws an instant of the next years, and always the same one where a draw must stop nobody", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999_999, noNaN: true }), (dice) => {
      const year = new Date(drawInstant(dice, false)).getUTCFullYear();
      expect(year >= 2026 && year < 2036).toBe(true);
      expect(drawInstant(dice, true)).toBe(drawInstant(0, true));
    }),
  );
});

const say =
  "const d = new Date(); console.log([d.toISOString().slice(0, 16), new Date(Date.now()).getUTCFullYear(), d instanceof Date, new Date(0).getTime(), new d.constructor().getUTCFullYear(), typeof Date(), new Date(2026, 0).getMonth(), Date.UTC(1970, 0)].join())";

it("lets a program and what it starts believe another time, and leaves every given date alone", () => {
  // The machine's own clock: this run may believe another already.
  const now = Math.round(performance.timeOrigin + performance.now());
  const env = startedAt(Date.parse("2031-12-31T23:59:00Z"), now, process.env) as NodeJS.ProcessEnv;
  const told = (code: string) => spawnSync(process.execPath, ["-e", code], { env, encoding: "utf8" });
  const answer = /^(2031-12-31T23:59|2032-01-01T00:0\d),203[12],true,0,203[12],string,0,0$/;
  expect(told(say).stdout.trim()).toMatch(answer);
  const inner = `require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(say)}], { stdio: "inherit" })`;
  expect(told(inner).stdout.trim()).toMatch(answer);
});
