import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Browser, type Ear, Stream } from "#components/live/stream.ts";
import type { Change } from "#domain/live.ts";

class FakeSource {
  readonly ear: Ear;
  closed = false;
  constructor(ear: Ear) {
    this.ear = ear;
  }
  close() {
    this.closed = true;
  }
  say(change: Change) {
    this.ear.message(JSON.stringify(change));
  }
}

let sources: FakeSource[];
let heard: Change[];
let stream: Stream;
let asked: number;
let shut: boolean;
const window = new EventTarget();
const document = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState });
const navigator = { onLine: true };

beforeEach(() => {
  vi.useFakeTimers();
  sources = [];
  heard = [];
  navigator.onLine = true;
  document.visibilityState = "visible";
  const browser: Browser = {
    open: (_, ear) => {
      const source = new FakeSource(ear);
      sources.push(source);
      return source;
    },
    window,
    document,
    navigator,
    random: () => 1,
  };
  asked = 0;
  shut = false;
  const isShut = async () => {
    asked += 1;
    return shut;
  };
  stream = new Stream("/live/brum/stream", (change) => heard.push(change), browser, isShut);
  stream.start();
});
afterEach(() => {
  stream.stop();
  vi.useRealTimers();
});

const last = () => sources.at(-1)!;
const open = () => sources.filter(({ closed }) => !closed).length;
function turn(visibility: DocumentVisibilityState) {
  document.visibilityState = visibility;
  document.dispatchEvent(new Event("visibilitychange"));
}

test("it is live with the first word, and passes on what it hears", () => {
  expect(stream.state).toBe("connecting");
  last().say({ v: 4 });
  expect(stream.state).toBe("live");
  expect(heard).toEqual([{ v: 4 }]);
});

describe("refused for good", () => {
  // Seen: a desk went on asking for ever, a 404 in the console each time, with everything it knew still shown.
  test("it stops, says so, and asks no more, whatever the page does", async () => {
    const told: boolean[] = [];
    stream.subscribe(() => told.push(stream.shut));
    last().say({ v: 1 });
    shut = true;
    last().ear.lost();
    expect(asked).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sources).toHaveLength(2);
    last().ear.lost();
    await vi.advanceTimersByTimeAsync(60_000);
    turn("hidden");
    turn("visible");
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked, sources.length, open(), stream.shut, told.at(-1)]).toEqual([1, 2, 0, true, true]);
  });

  test("is asked of no stream that spoke, and a server that says nothing refuses nothing", async () => {
    last().ear.lost();
    await vi.advanceTimersByTimeAsync(1_000);
    last().say({ v: 2 });
    expect([asked, stream.shut, stream.state]).toEqual([1, false, "live"]);
    navigator.onLine = false;
    await vi.advanceTimersByTimeAsync(0);
    last().ear.lost();
    expect(asked).toBe(1);
  });
});

describe("it comes back", () => {
  test("after a cut, later each time, and with one connection at a time", () => {
    last().say({ v: 1 });
    for (const wait of [1_000, 2_000, 4_000]) {
      last().ear.lost();
      expect(open()).toBe(0);
      vi.advanceTimersByTime(wait - 1);
      expect(open()).toBe(0);
      vi.advanceTimersByTime(1);
      expect(open()).toBe(1);
    }
    expect(stream.state).toBe("offline");
    last().say({ v: 2 });
    expect(stream.state).toBe("live");
  });

  test("after a silence, which heartbeats break", () => {
    last().say({ v: 1 });
    for (let beats = 0; beats < 10; beats += 1) {
      vi.advanceTimersByTime(15_000);
      last().ear.beat();
    }
    expect(sources).toHaveLength(1);
    vi.advanceTimersByTime(40_000);
    expect(sources[0]?.closed).toBe(true);
    vi.advanceTimersByTime(1_000);
    expect(open()).toBe(1);
  });

  test("at once when the network is back, and waits for no timer while it is away", () => {
    navigator.onLine = false;
    window.dispatchEvent(new Event("offline"));
    expect(stream.state).toBe("offline");
    vi.advanceTimersByTime(60_000);
    expect(open()).toBe(0);
    navigator.onLine = true;
    window.dispatchEvent(new Event("online"));
    expect(open()).toBe(1);
  });

  test("after a sleep, at the first look", () => {
    last().say({ v: 1 });
    turn("hidden");
    // Timers sleep too: only the clock went on.
    vi.setSystemTime(Date.now() + 3_600_000);
    turn("visible");
    expect(sources).toHaveLength(2);
    expect(open()).toBe(1);
  });

  test("when the page comes out of the browser's own cache", () => {
    window.dispatchEvent(new Event("pagehide"));
    expect(open()).toBe(0);
    window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
    expect(open()).toBe(1);
  });
});

describe("a tab that nobody looks at", () => {
  test("lets go of the network after a while and takes it up at the first look", () => {
    last().say({ v: 1 });
    turn("hidden");
    vi.advanceTimersByTime(30_000);
    expect(open()).toBe(0);
    turn("visible");
    expect(open()).toBe(1);
  });

  test("for a moment only, keeps its stream", () => {
    last().say({ v: 1 });
    turn("hidden");
    vi.advanceTimersByTime(5_000);
    turn("visible");
    vi.advanceTimersByTime(10_000);
    expect(sources).toHaveLength(1);
    expect(open()).toBe(1);
  });
});

test("once stopped it is deaf to everything", () => {
  stream.stop();
  window.dispatchEvent(new Event("online"));
  turn("visible");
  vi.advanceTimersByTime(120_000);
  expect(open()).toBe(0);
});
