import { describe, expect, test } from "vitest";
import type { Known } from "#live/shared-page/freshness.ts";
import { PageMemory } from "#live/shared-page/memory.ts";
import { gated } from "#tests/support/gate.ts";

const OLDEST = 5_000;

/** A camp whose versions and clock the test moves, and a renderer that shows the version it read when it began. */
function stage({ most = 1_000_000, bytes = 100 } = {}) {
  const camp = { now: 0, version: 1, made: 0 };
  const memory = new PageMemory<{ text: string; bytes: number }>(most, () => camp.now);
  const versions = (): Known => ({ at: camp.now, firm: camp.version, any: camp.version });
  let hold: Promise<void> | null = null;
  const render = async () => {
    camp.made += 1;
    const text = `version ${camp.version}`;
    await hold;
    return { text, bytes };
  };
  const find = async (key = "/now", oldest = OLDEST) =>
    (await memory.find(key, { versions, render, oldest }))?.page.text ?? null;
  /** Renderings begun from now on wait for this. */
  const stop = () => {
    const gate = gated();
    hold = gate.promise;
    return () => {
      hold = null;
      gate.resolve();
    };
  };
  return { camp, memory, versions, find, stop };
}

const turns = () => new Promise((resolve) => setImmediate(resolve));

describe("a page in memory", () => {
  test("is made once for all who ask while it is made, and for all who ask afterwards", async () => {
    const { camp, find, stop } = stage();
    const go = stop();
    const all = Promise.all(Array.from({ length: 500 }, () => find()));
    await turns();
    go();
    expect(new Set(await all)).toEqual(new Set(["version 1"]));
    await find();
    expect(camp.made).toBe(1);
  });

  test("is made for each path by itself", async () => {
    const { camp, find } = stage();
    await find("/now");
    await find("/grid");
    await find("/now");
    expect(camp.made).toBe(2);
  });

  test("shows a change at once", async () => {
    const { camp, find } = stage();
    await find();
    camp.version = 2;
    expect(await find()).toBe("version 2");
    expect(await find()).toBe("version 2");
    expect(camp.made).toBe(2);
  });

  // With the version read after the rendering, the page of version 1 was shown as that of version 2, and stayed.
  test("does not miss a change that comes while it is made", async () => {
    const { camp, find, stop } = stage();
    const go = stop();
    const before = find();
    await turns();
    camp.version = 2;
    camp.now = 10;
    const after = find();
    await turns();
    go();
    expect(await before).toBe("version 1");
    expect(await after).toBe("version 2");
    expect(await find()).toBe("version 2");
    expect(camp.made).toBe(2);
  });

  test("is made anew once it is too old, though nothing changed", async () => {
    const { camp, find } = stage();
    await find();
    camp.now = 3_999;
    await find();
    expect(camp.made).toBe(1);
    camp.now = 5_000;
    await find();
    expect(camp.made).toBe(2);
  });

  test("is shown while the next is made before it is too old", async () => {
    const { camp, find, stop } = stage();
    await find();
    camp.now = 4_500;
    const go = stop();
    expect(await find()).toBe("version 1");
    expect(camp.made).toBe(2);
    go();
    await turns();
    camp.now = 9_000;
    expect(await find()).toBe("version 1");
  });

  test("changes twenty times a second, is made at most every six tenths of one, and is never a second late", async () => {
    const { camp, find } = stage();
    const changedAt = [0, 0];
    for (let at = 0; at <= 10_000; at += 10) {
      camp.now = at;
      if (at % 50 === 0) changedAt[++camp.version] = at;
      const shown = Number((await find())?.split(" ")[1]);
      // It shows a version that was the newest less than a second ago.
      expect(at - (changedAt[shown + 1] ?? at)).toBeLessThan(1_000);
    }
    expect(camp.made).toBeLessThanOrEqual(3 + 10_000 / 600);
  });
});

describe("what is not for everybody", () => {
  test("is not kept", async () => {
    const { memory, versions } = stage();
    let asked = 0;
    const nothing = async () => {
      asked += 1;
      return null;
    };
    expect(await memory.find("/x", { versions, render: nothing, oldest: OLDEST })).toBe(null);
    expect(await memory.find("/x", { versions, render: nothing, oldest: OLDEST })).toBe(null);
    expect(asked).toBe(2);
    expect(memory.bytes).toBe(0);
  });

  test("takes the place of what was: a page that became a draft's is forgotten", async () => {
    const { camp, memory, versions, find } = stage();
    await find();
    camp.version = 2;
    const gone = await memory.find("/now", { versions, render: async () => null, oldest: OLDEST });
    expect(gone).toBe(null);
    expect(memory.bytes).toBe(0);
  });

  test("a fault is told to all who wait, and is forgotten", async () => {
    const { memory, versions, find } = stage();
    const broken = { versions, render: () => Promise.reject(new Error("away")), oldest: OLDEST };
    const both = [memory.find("/now", broken), memory.find("/now", broken)];
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await find()).toBe("version 1");
  });
});

describe("the room", () => {
  test("is never more than was said, and those used last stay", async () => {
    const { camp, memory, find } = stage({ most: 1_000, bytes: 100 });
    for (let n = 0; n < 10; n++) await find(`/${n}`);
    await find("/0");
    for (let n = 10; n < 15; n++) await find(`/${n}`);
    expect(memory.bytes).toBe(1_000);
    expect(camp.made).toBe(15);
    await find("/0");
    expect(camp.made).toBe(15);
    await find("/1");
    expect(camp.made).toBe(16);
  });

  test("holds no page that would push out most others", async () => {
    const { camp, memory, find } = stage({ most: 1_000, bytes: 251 });
    expect(await find()).toBe("version 1");
    expect(memory.bytes).toBe(0);
    await find();
    expect(camp.made).toBe(2);
  });
});
