import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LATE_SCRIPTS } from "#domain/late-script.ts";

class Script {
  tagName = "SCRIPT";
  /** What it was told by hand. */
  told = 0;
  constructor(public src: string) {}
  getAttribute = () => this.src;
  removed = false;
  remove = () => {
    this.removed = true;
  };
  setAttribute = (_src: string, value: string) => {
    this.src = value;
  };
  dispatchEvent = () => {
    this.told += 1;
  };
}

/** A browser with the script of a page in it. */
function browser({
  reach = () => Promise.reject(new Error("no network")),
  readyState = "interactive",
  onLine = true,
}: {
  reach?: () => Promise<{ status: number }>;
  readyState?: "interactive" | "complete";
  onLine?: boolean;
} = {}) {
  const added: Script[] = [];
  let hear: (event: object) => void = () => undefined;
  const head = { append: (it: Script) => added.push(it) };
  const document = { readyState, createElement: () => new Script(""), head };
  const listen = (_kind: string, listener: typeof hear) => {
    hear = listener;
  };
  new Function("document", "navigator", "addEventListener", "fetch", LATE_SCRIPTS)(
    document,
    { onLine },
    listen,
    reach,
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

test("a script that is lost is asked for again, and nobody else hears of it", async () => {
  const { added, lose } = browser();
  expect(lose(new Script("/_next/static/a.js"))).toBe(false);
  expect(added).toEqual([]);
  await vi.runAllTimersAsync();
  expect(added.map(({ src }) => src)).toEqual(["/_next/static/a.js"]);
});

test("one that never comes is told of after nine tries, to whoever asked for it first", async () => {
  const { added, lose } = browser();
  const first = new Script("/_next/static/gone.js");
  lose(first);
  for (let tries = 1; tries < 9; tries += 1) {
    await vi.runAllTimersAsync();
    expect([added.length, first.told]).toEqual([tries, 0]);
    lose(added.at(-1)!);
  }
  await vi.runAllTimersAsync();
  expect([added.length, first.told]).toEqual([8, 1]);
  expect(added.map(({ told }) => told)).toEqual(Array(8).fill(0));
});

test("a picture that is lost, a fault of a script and what we tell ourselves are heard as ever", async () => {
  const { added, lose } = browser();
  const heard = [lose({ tagName: "IMG" }), lose({}), lose(new Script("/a.js"), false)];
  await vi.runAllTimersAsync();
  expect([heard, added]).toEqual([[true, true, true], []]);
});

test("a file that the server no longer has is told of at once, one that it fails to send is asked for again", async () => {
  for (const [status, told, asked] of [
    [404, 1, 0],
    [503, 0, 1],
    [200, 0, 1],
  ] as const) {
    const { added, lose } = browser({ reach: async () => ({ status }) });
    const first = new Script("/_next/static/gone.js");
    lose(first);
    await vi.runAllTimersAsync();
    expect([status, first.told, added.length]).toEqual([status, told, asked]);
  }
});

test("what a page asks for later is told of soon, and at once without a network", async () => {
  for (const [onLine, asked] of [
    [true, 3],
    [false, 0],
  ] as const) {
    const { added, lose } = browser({ readyState: "complete", onLine });
    const first = new Script("/_next/static/later.js");
    lose(first);
    for (let tries = 1; tries < 9 && first.told === 0; tries += 1) {
      await vi.runAllTimersAsync();
      if (added.length > 0) lose(added.at(-1)!);
    }
    expect([first.told, added.length]).toEqual([1, asked]);
  }
});

test("a copy that is lost is there no more, so that nobody waits for it", async () => {
  const { added, lose } = browser();
  const first = new Script("/_next/static/a.js");
  lose(first);
  await vi.runAllTimersAsync();
  lose(added[0]!);
  expect([first.removed, added[0]!.removed]).toEqual([false, true]);
});

test("what the framework asks for once more by itself is one try, and what is asked for after that is another", async () => {
  const { added, lose } = browser({ onLine: false, readyState: "complete" });
  const [asked, byItself, anew] = [0, 1, 2].map(() => new Script("/_next/static/gone.js"));
  lose(asked!);
  lose(byItself!);
  expect([asked!.told, byItself!.told, added.length]).toEqual([1, 1, 0]);
  const online = browser({ readyState: "complete" });
  const first = new Script("/_next/static/gone.js");
  online.lose(first);
  for (let tries = 1; tries < 4; tries += 1) {
    await vi.runAllTimersAsync();
    online.lose(online.added.at(-1)!);
  }
  online.lose(byItself!);
  expect([first.told, byItself!.told, online.added.length]).toEqual([1, 2, 3]);
  online.lose(anew!);
  await vi.runAllTimersAsync();
  expect([anew!.told, online.added.length]).toEqual([0, 4]);
});
