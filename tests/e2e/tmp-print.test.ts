import { writeFileSync } from "node:fs";
import { fullCamp } from "#tests/support/full-camp.ts";
import { layoutFaults } from "#tests/support/layout.ts";
import { deviceOf } from "#tests/support/live.ts";
import { worstCamp } from "#tests/support/worst.ts";
import { test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";
import { show } from "./screens.ts";

test("shots", async ({ server, visitor }) => {
  const eight = await fullCamp(server.db, Date.now() - 60 * 60_000, { rooms: 8, slots: 5, sessions: 40 });
  const report: string[] = [];
  const d = await organiserOf(server, { id: eight.eventId, slug: eight.slug, sectorId: "" }, visitor);
  const at = `/e/${eight.slug}/desk/print`;
  await d.goto(at);
  await d.setViewportSize({ width: 1440, height: 900 });
  await d.screenshot({ path: "/tmp/shots/print-desk-1440.png", fullPage: true });
  await d.emulateMedia({ colorScheme: "dark" });
  await d.screenshot({ path: "/tmp/shots/print-desk-dark.png" });
  await d.setViewportSize({ width: 320, height: 640 });
  await d.screenshot({ path: "/tmp/shots/print-desk-320.png", fullPage: true });
  await d.setViewportSize({ width: 1440, height: 900 });
  await d.emulateMedia({ colorScheme: "light" });
  await d.goto(`/e/${eight.slug}/desk/grid`);
  const pdf = (await d.pdf({ preferCSSPageSize: true })).toString("latin1");
  report.push(`editor pages ${[...pdf.matchAll(/MediaBox/g)].length}`);
  await d.emulateMedia({ media: "print" });
  await d.screenshot({ path: "/tmp/shots/print-editor-paper.png" });
  await d.emulateMedia({ media: "screen" });
  await d.goto(`/e/${eight.slug}/desk/import`);
  await d.screenshot({ path: "/tmp/shots/print-import.png" });
  await d
    .getByLabel("Or paste it here")
    .fill("Time\tHall\tDen\n10:00 - 10:45\tJob swaps\tDrones\n10:45-11:30\tLunch\t\n");
  await d.getByRole("button", { name: "See what it would do" }).click();
  await d.getByText("How it was read").waitFor();
  await d.screenshot({ path: "/tmp/shots/print-import-look.png", fullPage: true });
  for (const [name, path] of [
    ["now", "now"],
    ["grid", "grid"],
    ["pitches", "pitches"],
    ["front", ""],
    ["room", "room/A"],
  ] as const) {
    await d.goto(`/e/${eight.slug}/${path}`);
    await d.waitForTimeout(500);
    await d.emulateMedia({ media: "print" });
    await d.setViewportSize({ width: 700, height: 990 });
    await d.screenshot({ path: `/tmp/shots/print-paper-${name}.png` });
    await d.emulateMedia({ media: "screen" });
  }
  const worst = await worstCamp(server.db, "sessions", 4, new Date());
  const page = await visitor({ viewport: { width: 1280, height: 720 } });
  const crew = await deviceOf(server.db, worst.organiser);
  await show(page, server, { path: `/e/${worst.slug}/desk/print`, cookie: crew });
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 1047, height: 716 });
  const sheets = page.locator("section[data-paper]");
  report.push(
    `worst sheets ${await sheets.count()} cut ${await sheets.evaluateAll((all) => all.map((s) => [s.scrollHeight - s.clientHeight, s.scrollWidth - s.clientWidth].join("/")))}`,
  );
  report.push(
    `cards cut: ${await page.locator("section[data-paper] ul > li").evaluateAll((all) => all.map((s) => s.scrollHeight - s.clientHeight).join(","))}`,
  );
  for (const n of [0, 1]) await sheets.nth(n).screenshot({ path: `/tmp/shots/print-sheet-worst-${n}.png` });
  await sheets.nth((await sheets.count()) - 2).screenshot({ path: "/tmp/shots/print-sheet-worst-card.png" });
  await page.emulateMedia({ media: "screen" });
  for (const path of ["wall?view=day", "wall?room=A", "wall", "room/A"]) {
    for (const size of [
      { width: 320, height: 640 },
      { width: 1280, height: 720 },
      { width: 1920, height: 1080 },
    ]) {
      await page.setViewportSize(size);
      await page.goto(`/e/${worst.slug}/${path}`);
      report.push(`worst ${path} ${size.width} ${JSON.stringify(await layoutFaults(page))}`);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.screenshot({ path: `/tmp/shots/print-worst-${path.replace(/\W/g, "-")}.png` });
  }
  writeFileSync("/tmp/print-report.txt", report.join("\n"));
});
