/**
 * A camp's half hour, from forty pitches to a grid: two campmakers and somebody at a keyboard alone make it together,
 * publish it, lose a room, repair it and publish again; phones and walls follow, and it is printed.
 */
import type { Locator, Page } from "@playwright/test";
import { eq, inArray } from "drizzle-orm";
import { pitch } from "#db/schema/pitch.ts";
import { telling } from "#db/schema/telling.ts";
import { editor } from "#messages/en/editor.ts";
import { repair } from "#messages/en/repair.ts";
import { suggestion } from "#messages/en/suggestion.ts";
import { type FortyCamp, fortyCamp } from "#tests/support/forty-camp.ts";
import { deviceOf } from "#tests/support/live.ts";
import { axeFaults } from "./axe.ts";
import { card, cell, drag, organiserAt } from "./board.ts";
import { expect, type TestServer, test, type Visitor } from "./fixtures.ts";
import { look } from "./look.ts";
import { movePhase, press } from "./people.ts";
import { sheetsOf } from "./sheets.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const LOW_LAPTOP = { viewport: { width: 1280, height: 720 } };
const MINUTE = 60_000;

const said = (page: Page) => page.locator("p[aria-live=assertive]");
const held = (page: Page) => page.getByRole("region", { name: editor.held.title });
const placed = (page: Page) => page.locator("tbody [data-run]");

/** On a phone: the card, then its cell in the list. @param slot the first is 0 */
async function moveTo(phone: Page, title: string, slot: number, room: string): Promise<void> {
  await card(phone, title).tap();
  await held(phone).getByRole("button", { name: editor.move.button }).tap();
  // What has begun is folded.
  if (slot === 0) await phone.getByRole("dialog").locator("summary").first().tap();
  await choice(phone, slot, room).tap();
}

function choice(phone: Page, slot: number, room: string): Locator {
  const slots = phone.getByRole("dialog").locator("details");
  return slots.nth(slot).getByRole("button", { name: new RegExp(`^${room} `) });
}

/** Keeps what these send to the desk until all of them have sent something. @returns ends that */
async function holdUntilAllSend(pages: readonly Page[]): Promise<() => Promise<unknown>> {
  let waiting = 0;
  let go = () => {};
  const all = new Promise<void>((resolve) => {
    go = resolve;
  });
  for (const page of pages)
    await page.route("**/desk/grid", async (route) => {
      if (route.request().method() === "POST") {
        waiting += 1;
        if (waiting === pages.length) go();
        await all;
      }
      await route.continue();
    });
  return () => Promise.all(pages.map((page) => page.unroute("**/desk/grid")));
}

async function phoneOf(server: TestServer, visitor: Visitor, who: Parameters<typeof deviceOf>[1]) {
  const page = await visitor(PHONE);
  const [name = "", value = ""] = (await deviceOf(server.db, who)).split("=");
  await page.context().addCookies([{ name, value, url: server.origin }]);
  return page;
}

/** Who was told of a session, by their registrations. */
async function toldOf({ db }: TestServer, camp: FortyCamp, title: string): Promise<string[]> {
  const [found] = await db.select().from(pitch).where(eq(pitch.title, title));
  expect(found?.eventId).toBe(camp.id);
  const rows = await db
    .select()
    .from(telling)
    .where(inArray(telling.pitchId, [found!.id]));
  return rows.map(({ registrationId }) => registrationId).sort();
}

/** What a phone says over its page. */
const toldAt = (page: Page) => page.getByRole("status").filter({ hasText: "has moved to" });

const starOf = (page: Page, title: string) =>
  page.getByRole("button", { name: new RegExp(`I go here.*${title.replace(/[?.]/g, "\\$&")}`) }).first();

const idsOf = (people: readonly { registrationId: string }[]) =>
  people.map(({ registrationId }) => registrationId).sort();

test("two campmakers and a keyboard make a grid of forty sessions, publish it, lose a room and publish again, and everybody follows", async ({
  server,
  visitor,
}, info) => {
  test.slow();
  const camp = await fortyCamp(server.db, Date.now() - 10 * MINUTE);
  const { titles } = camp;
  const [laptop, phone, keys] = [
    await organiserAt(server, camp, visitor),
    await organiserAt(server, camp, visitor, PHONE),
    await organiserAt(server, camp, visitor, LOW_LAPTOP),
  ];
  const desks = [laptop, phone, keys];
  for (const desk of desks) await desk.goto(`/e/${camp.slug}/desk/grid`);
  const [pool = "", councillor = "", bins = "", intranet = "", chatbot = "", ...others] = titles;
  const [minister = "", podcast = "", flood = "", rumours = "", pages = "", letters = ""] = others;

  await test.step("at once: by pointer, from the list of a phone, and from the keyboard", async () => {
    const byKeys = async (title: string, across: number) => {
      await press(card(keys, title), "Enter");
      await expect(said(keys)).toContainText(`Picked up ${title}, from the tray.`);
      for (const key of ["ArrowDown", ...Array(across).fill("ArrowRight")]) await keys.keyboard.press(key);
      await keys.keyboard.press("Enter");
      await expect(card(keys, title)).toBeFocused();
    };
    await Promise.all([
      (async () => {
        for (const [n, title] of [pool, councillor, bins].entries())
          await drag(laptop, title, cell(laptop, 0, n));
      })(),
      (async () => {
        await moveTo(phone, intranet, 0, "Studio 2");
        await moveTo(phone, chatbot, 0, "Library");
      })(),
      (async () => {
        await byKeys(minister, 5);
        await byKeys(podcast, 6);
      })(),
    ]);
    for (const desk of desks) await expect(placed(desk)).toHaveCount(7);
    await look(phone, "phone list", info);
  });

  await test.step("of two that let go over one cell at the same moment one is told, and nothing is lost", async () => {
    await card(laptop, flood).click();
    await card(phone, rumours).tap();
    await held(phone).getByRole("button", { name: editor.move.button }).tap();
    await expect(cell(laptop, 1, 3)).toContainText("the room lacks what it needs");
    await look(laptop, "held", info);
    await look(phone, "move to", info);
    const letGo = await holdUntilAllSend([laptop, phone]);
    await Promise.all([cell(laptop, 1, 3).getByRole("button").click(), choice(phone, 1, "Studio 2").tap()]);
    const late = (desk: Page) => desk.getByRole("alert").filter({ hasText: "a moment ago" });
    await expect.poll(async () => (await late(laptop).count()) + (await late(phone).count())).toBe(1);
    await letGo();
    for (const desk of desks) await expect(placed(desk)).toHaveCount(8);
    await expect(laptop.getByText(`${editor.tray.title} · 32`)).toBeVisible();
  });

  await test.step("what another desk does with a card in the hand is said there; undo leaves what is theirs by now", async () => {
    await drag(laptop, pages, cell(laptop, 2, 0));
    await expect(cell(keys, 2, 0)).toContainText(pages);
    await press(card(keys, pages), "Enter");
    await moveTo(phone, pages, 2, "Canal side");
    await expect(said(keys)).toContainText(`Another desk moved ${pages}: it is in Canal side`);
    await expect(held(keys)).toContainText("Another desk moved");
    await keys.keyboard.press("Escape");
    await expect(cell(keys, 2, 7)).toContainText(pages);
    await laptop.getByRole("button", { name: editor.undoOf.place }).click();
    await expect(laptop.getByText(editor.undone.overtaken)).toBeVisible();
    await phone.getByRole("button", { name: editor.undoOf.place }).tap();
    await expect(cell(laptop, 2, 0)).toContainText(pages);
  });

  await test.step("over two slots, once more, and pinned", async () => {
    const act = async (desk: Page, title: string, name: string) => {
      await press(card(desk, title), "Enter");
      await press(held(desk).getByRole("button", { name, exact: true }), "Enter");
    };
    await act(keys, rumours, editor.held.lengthen);
    await act(keys, letters, editor.held.again);
    await act(laptop, pool, editor.held.pin);
    await expect(card(phone, pool)).toContainText(editor.card.pinned);
    await expect(laptop.locator("aside [data-run]", { hasText: letters })).toHaveCount(2);
  });

  await test.step("the suggestion is taken in part, and then whole; undone and done again", async () => {
    const panel = (desk: Page) => desk.getByRole("region", { name: suggestion.panel });
    await press(keys.getByRole("button", { name: suggestion.ask, exact: true }), "Enter");
    await expect(panel(keys)).toContainText("On average everyone gets");
    await press(panel(keys).locator("summary"), "Enter");
    const takeOne = panel(keys).getByRole("button", { name: /^Take this one/ });
    const taken = await takeOne.first().getAttribute("aria-label");
    await press(takeOne.first(), "Enter");
    await expect(panel(keys).getByRole("button", { name: taken!, exact: true })).toHaveCount(0);
    await expect(takeOne.first()).toBeFocused();
    await look(keys, "suggestion", info);
    await laptop.getByRole("button", { name: suggestion.takeAll }).click();
    for (const desk of desks) await expect(desk.getByText(`${editor.tray.title} · 0`)).toBeVisible();
    await expect(panel(laptop)).toBeFocused();
    await laptop.getByRole("button", { name: editor.undoOf.suggest }).click();
    await expect(keys.getByText(`${editor.tray.title} · 0`)).toBeHidden();
    await laptop.getByRole("button", { name: editor.redoOf.suggest }).click();
    for (const desk of desks) await expect(placed(desk)).toHaveCount(41);
    for (const desk of [laptop, phone]) await look(desk, `whole at ${desk.viewportSize()!.width}`, info);
  });

  // What is moved later on: in the slot after lunch, and not over two.
  const inFour = keys.locator("tbody tr").nth(4).locator("[data-run]").filter({ hasNotText: rumours });
  const moving = (await inFour.first().getAttribute("title")) ?? "";
  const fan = camp.concernedBy(intranet).find((it) => !camp.people.slice(0, 40).includes(it))!;
  const other = camp.people.find(
    (it) => ![intranet, moving].some((title) => camp.concernedBy(title).includes(it)),
  )!;
  const [mine, theirs] = [await phoneOf(server, visitor, fan), await phoneOf(server, visitor, other)];
  const [wall, dayWall] = [
    await visitor({ viewport: { width: 1920, height: 1080 } }),
    await visitor(LOW_LAPTOP),
  ];
  const plain = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  await test.step("reviewed and published, it is on every phone and wall, and its hosts are told", async () => {
    await laptop.getByRole("button", { name: editor.publish.first }).click();
    const review = laptop.getByRole("dialog");
    await expect(review.getByText("Whoever hosts it: 40 people")).toBeVisible();
    await look(laptop, "review", info);
    await review.getByRole("button", { name: editor.publish.go, exact: true }).click();
    await expect(said(laptop)).toHaveText("Version 1 is out. 40 people are told of it.");
    expect(await toldOf(server, camp, intranet)).toEqual(idsOf([camp.people[3]!]));
    await movePhase(laptop, camp.slug, ["Start the sessions"]);
    const at = `/e/${camp.slug}`;
    await mine.goto(`${at}/now`);
    await theirs.goto(`${at}/grid`);
    await wall.goto(`${at}/wall`);
    await dayWall.goto(`${at}/wall?view=day`);
    await plain.goto(`/now/${camp.slug}`);
    // A wall of the day has its slots in turns.
    await expect(dayWall.getByText("Canal side").first()).toBeVisible();
    for (const page of [mine, wall, theirs, plain])
      await expect(page.getByText(intranet).first()).toBeVisible();
    await starOf(theirs, moving).click();
    await expect(starOf(theirs, moving)).toHaveAttribute("aria-pressed", "true");
    for (const [name, page] of Object.entries({ wall, "wall of the day": dayWall }))
      await look(page, name, info);
  });

  await test.step("a room has gone: one tap on a phone, those concerned are told, and everybody sees from where", async () => {
    await phone.goto(`/e/${camp.slug}/desk/repair`);
    await phone.getByRole("link", { name: repair.what.room_gone }).tap();
    await phone.getByRole("link", { name: /^D, only at/ }).tap();
    await expect(phone.getByText(`Move “${intranet}” to Canal side`).first()).toBeVisible();
    await look(phone, "repairs", info);
    await phone.getByRole("button", { name: repair.options.do.same_slot }).first().tap();
    await expect(phone.getByText(repair.done.title(2))).toBeVisible();
    const fromThere = "Moved from Studio 2";
    for (const page of [mine, wall, theirs]) await expect(page.getByText(fromThere).first()).toBeVisible();
    await plain.reload();
    await expect(plain.getByText(fromThere).first()).toBeVisible();
    await expect(toldAt(mine)).toContainText(`“${intranet}” has moved to Canal side`);
    await expect(toldAt(theirs)).toHaveCount(0);
    expect(await toldOf(server, camp, intranet)).toEqual(idsOf(camp.concernedBy(intranet)));
    await look(mine, "told", info);
    await look(wall, "wall that follows", info);
  });

  await test.step("moved from the keyboard and published again, whoever goes there is told", async () => {
    await press(card(keys, moving), "Enter");
    await keys.keyboard.press("ArrowDown");
    await keys.keyboard.press("Enter");
    await laptop.goto(`/e/${camp.slug}/desk/grid`);
    await laptop.getByRole("button", { name: /^Publish \d change/ }).click();
    await expect(laptop.getByRole("dialog").getByText(moving)).toBeVisible();
    await laptop.getByRole("dialog").getByRole("button", { name: editor.publish.go, exact: true }).click();
    await expect(said(laptop)).toContainText("Version 3 is out.");
    await expect(toldAt(theirs)).toContainText(`“${moving}” has moved to`);
    await expect(theirs.getByRole("row").filter({ hasText: moving }).first()).toContainText("Moved from");
    expect(await toldOf(server, camp, moving)).toEqual(idsOf([...camp.concernedBy(moving), other]));
    await look(theirs, "grid that follows", info);
  });

  await test.step("printed: the grid is one sheet, every room has its sign, and the pack is all of it", async () => {
    const at = `/e/${camp.slug}/desk/print`;
    await laptop.goto(at);
    expect(await axeFaults(laptop)).toEqual([]);
    const [grid, signs, cards, empty] = [1, 8, 10, 1];
    expect(await sheetsOf(laptop)).toEqual({ "297 × 210": grid + signs + cards + empty });
    for (const [paper, size] of [
      ["a4", "297 × 210"],
      ["a3", "420 × 297"],
    ] as const) {
      await laptop.goto(`${at}?what=grid&paper=${paper}`);
      expect(await sheetsOf(laptop), paper).toEqual({ [size]: grid });
    }
  });
});
