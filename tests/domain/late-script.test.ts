import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LATE_SCRIPTS } from "#domain/late-script.ts";

class Script {
  tagName = "SCRIPT";
  /** What it was told by hand. */
  told = 0;
  constructor(public src: string) {}
  getAttribute = () => this.src;
  setAttribute = (_src: string, value: string) => {
    this.src = value;
  };
  dispatchEvent = () => {
    this.told += 1;
  };
}

/** A browser with the script of a page in it. */
function browser() {
  const added: Script[] = [];
  let hear: (event: object) => void = () => undefined;
  const document = { createElement: () => new Script(""), head: { append: (it: Script) => added.push(it) } };
  new Function("document", "addEventListener", LATE_SCRIPTS)(
    document,
    (_kind: string, listener: typeof hear) => {
      hear = listener;
    },
  );
  /** @returns whether anybody else heard of it */
  const lose = (target: object, isTrusted = true): boolean => {
    let heard = true;
    const stopImmediatePropagation = () => {
      heard = false;
    };
    hear({ target, isTrusted, stopImmediatePropagation });
    return heard;
  };
  return { added, lose };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("a script that is lost is asked for again, and nobody else hears of it", () => {
  const { added, lose } = browser();
  expect(lose(new Script("/_next/static/a.js"))).toBe(false);
  expect(added).toEqual([]);
  vi.runAllTimers();
  expect(added.map(({ src }) => src)).toEqual(["/_next/static/a.js"]);
});

test("one that never comes is told of after nine tries, to whoever asked for it first", () => {
  const { added, lose } = browser();
  const first = new Script("/_next/static/gone.js");
  lose(first);
  for (let tries = 1; tries < 9; tries += 1) {
    vi.runAllTimers();
    expect([added.length, first.told]).toEqual([tries, 0]);
    lose(added.at(-1)!);
  }
  vi.runAllTimers();
  expect([added.length, first.told]).toEqual([8, 1]);
  expect(added.map(({ told }) => told)).toEqual(Array(8).fill(0));
});

test("a picture that is lost, a fault of a script and what we tell ourselves are heard as ever", () => {
  const { added, lose } = browser();
  const heard = [lose({ tagName: "IMG" }), lose({}), lose(new Script("/a.js"), false)];
  vi.runAllTimers();
  expect([heard, added]).toEqual([[true, true, true], []]);
});
