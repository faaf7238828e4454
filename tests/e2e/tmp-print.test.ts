/** What a desk prints for its day is as many sheets as it says, each of its own size. */
import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { bump } from "#db/live.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { print } from "#messages/en/print.ts";
import { fullGrid } from "#tests/support/full-grid.ts";
import { layoutFaults } from "#tests/support/layout.ts";
import { pitchingCamp } from "#tests/support/pitching.ts";
import { freeze } from "#tests/support/published.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";

/** How many sheets of which size, in millimetres. */
async function sheetsOf(page: Page): Promise<Record<string, number>> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...points]) =>
    points.map((point) => Math.round((Number(point) / 72) * 25.4)).join(" × "),
  );
  return Object.fromEntries(
    [...new Set(sizes)].map((size) => [size, sizes.filter((it) => it === size).length]),
  );
}

test("a full day is printed in one job: the grid on one sheet, a sign a room, the cards and an empty grid", async ({
  server,
  visitor,
}) => {
  const { db } = server;
  const camp = await pitchingCamp(db, "sessions");
  const grid = fullGrid(Date.now() - 60 * 60_000);
  const ids = new Map([...grid.rooms, ...grid.slots, ...grid.sessions].map(({ id }) => [id, newId()]));
  const named = <Row extends { id: string }>(row: Row): Row => ({ ...row, id: ids.get(row.id)! });
  const sessions = grid.sessions.map(named);
  await db.insert(pitch).values(sessions.map(({ id, title }) => ({ id, eventId: camp.eventId, title })));
  await freeze(db, camp.eventId, {
    ...grid,
    rooms: grid.rooms.map(named),
    slots: grid.slots.map(named),
    sessions,
    placements: grid.placements.map((it) => ({
      ...it,
      pitchId: ids.get(it.pitchId)!,
      slotId: ids.get(it.slotId)!,
      roomId: ids.get(it.roomId)!,
    })),
  });
  await db
    .update(event)
    .set({ day: new Date().toISOString().slice(0, 10) })
    .where(eq(event.id, camp.eventId));
  await bump(db, camp.eventId, ["event", "grid", "pitches"]);

  const desk = await organiserOf(server, { id: camp.eventId, slug: camp.slug, sectorId: "" }, visitor);
  const at = `/e/${camp.slug}/desk/print`;
  await desk.goto(at);
  await expect(desk.getByRole("button", { name: print.go })).toBeEnabled();
  expect.soft(await axeFaults(desk)).toEqual([]);
  expect.soft(await layoutFaults(desk)).toEqual([]);
  expect.soft(await sheetsOf(desk)).toEqual({ "297 × 210": 1 + 10 + 10 + 1 });
  mkdirSync("/tmp/shots", { recursive: true });
  await desk.screenshot({ path: "/tmp/shots/print-desk.png" });
  await desk.screenshot({ path: "/tmp/shots/print-desk-full.png", fullPage: true });
  await desk.pdf({ path: "/tmp/shots/print-pack.pdf", preferCSSPageSize: true });
  await desk.setViewportSize({ width: 390, height: 844 });
  await desk.screenshot({ path: "/tmp/shots/print-390.png" });
  await desk.setViewportSize({ width: 1440, height: 900 });
  await desk.goto(`/e/${camp.slug}/room/B`);
  await desk.setViewportSize({ width: 390, height: 844 });
  await desk.screenshot({ path: "/tmp/shots/print-room.png" });
  await desk.setViewportSize({ width: 1440, height: 900 });
  for (const [what, paper, sheets] of [
    ["grid", "a4", { "297 × 210": 1 }],
    ["grid", "a3", { "420 × 297": 1 }],
    ["cards", "a3", { "420 × 297": 5 }],
    ["signs", "a4", { "297 × 210": 10 }],
    ["empty", "a3", { "420 × 297": 1 }],
  ] as const) {
    await desk.goto(`${at}?what=${what}&paper=${paper}`);
    await desk.pdf({ path: `/tmp/shots/print-${what}-${paper}.pdf`, preferCSSPageSize: true });
    expect.soft(await sheetsOf(desk), `${what} on ${paper}`).toEqual(sheets);
  }
});
