/** Who holds a browser: asked once, believed once, and asked again of a page that was brought back. */
import { setImmediate as settled } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Me, STRANGER } from "#domain/viewer.ts";
import { aBrowser } from "#tests/support/browser.ts";

const AMA: Me = { ...STRANGER, owner: "ama", attendee: true };

/** The module as a page that was just opened has it. */
const opened = () => import("#components/live/me.ts");

let browser: ReturnType<typeof aBrowser>;
beforeEach(() => {
  vi.resetModules();
  browser = aBrowser({ path: "/e/brum", says: AMA });
});
afterEach(() => vi.unstubAllGlobals());

describe("a page that says nothing of who opened it", () => {
  test("asks once for all its parts, and tells each of them", async () => {
    const { followMyself } = await opened();
    const told: Me[] = [];
    for (const _ of [1, 2, 3]) followMyself("brum", (me) => told.push(me));
    await settled();
    expect([browser.asked, told]).toEqual([["/live/brum/me"], [AMA, AMA, AMA]]);
  });

  test("tells nothing of another camp's question, and nothing to what is no longer shown", async () => {
    const { followMyself } = await opened();
    const told: string[] = [];
    const stop = followMyself("brum", () => told.push("gone"));
    stop();
    followMyself("leeds", () => told.push("leeds"));
    await settled();
    browser.bringBack();
    await settled();
    expect(told).toEqual(["leeds", "leeds"]);
    expect(browser.asked).toEqual(["/live/brum/me", "/live/leeds/me", "/live/leeds/me"]);
  });

  test("asks again when the browser brings it back, and not when it is only shown", async () => {
    const { followMyself } = await opened();
    const told: Me[] = [];
    followMyself("brum", (me) => told.push(me));
    await settled();
    browser.show();
    await settled();
    expect(told).toEqual([AMA]);
    browser.says = STRANGER;
    browser.bringBack();
    await settled();
    expect(told).toEqual([AMA, STRANGER]);
  });

  test("loads anew once somebody else holds the browser, or nobody, and not when it finds who does", async () => {
    const { followMyself } = await opened();
    const held: [Me, number][] = [
      [STRANGER, 0],
      [AMA, 0],
      [AMA, 0],
      [{ ...AMA, owner: "ben" }, 1],
      [STRANGER, 2],
    ];
    browser.says = STRANGER;
    followMyself("brum", () => undefined);
    for (const [me, reloads] of held) {
      browser.says = me;
      browser.bringBack();
      await settled();
      expect(browser.reloads).toBe(reloads);
    }
    browser.says = { ...AMA, owner: "ama-elsewhere" };
    followMyself("leeds", () => undefined);
    await settled();
    expect(browser.reloads).toBe(2);
  });

  test("says nothing while the server says nothing, and asks when it is brought back", async () => {
    const { followMyself } = await opened();
    const told: Me[] = [];
    browser.says = null;
    followMyself("brum", (me) => told.push(me));
    await settled();
    expect(told).toEqual([]);
    browser.says = AMA;
    browser.bringBack();
    await settled();
    expect(told).toEqual([AMA]);
  });
});

describe("a page that came to nobody", () => {
  beforeEach(() => {
    browser.marks = ["nobody"];
  });

  test("is believed once and asks nobody; later parts and a page brought back ask", async () => {
    const { followMyself, isNobody } = await opened();
    const told: Me[] = [];
    const tell = (me: Me) => told.push(me);
    followMyself("brum", tell);
    followMyself("brum", tell);
    await settled();
    expect([browser.asked, told]).toEqual([[], [STRANGER, STRANGER]]);
    expect(isNobody()).toBe(false);
    browser.bringBack();
    await settled();
    expect([browser.asked, told.slice(2)]).toEqual([["/live/brum/me"], [AMA, AMA]]);
  });

  test("is not believed of a page that was gone on to, nor of one that was gone back to", async () => {
    browser.path = "/e/leeds";
    expect((await opened()).isNobody()).toBe(false);
    vi.resetModules();
    browser.path = "/e/brum";
    browser.type = "back_forward";
    const { isNobody, wasBroughtBack, wasKept } = await opened();
    expect([isNobody(), wasBroughtBack(), wasKept()]).toEqual([false, true, false]);
  });
});
