import { writeFileSync } from "node:fs";
import { fullCamp } from "#tests/support/full-camp.ts";
import { layoutFaults } from "#tests/support/layout.ts";
import { test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";

test("shots", async ({ server, visitor }) => {
  const long = (g: any) => ({
    changes: g.sessions.slice(24, 26).map((s: any) => {
      const p = g.placements.find((x: any) => x.pitchId === s.id);
      return {
        pitchId: s.id,
        title: s.title,
        from: { ...p, roomId: g.rooms[0].id },
        to: { slotId: p.slotId, roomId: p.roomId },
      };
    }),
    heads: Object.fromEntries(g.sessions.map((s: any, n: number) => [s.id, n % 2 ? 90 : 10])),
  });
  const eight = await fullCamp(server.db, Date.now() - 60 * 60_000, { rooms: 8, slots: 5, sessions: 40 });
  const moved = await fullCamp(
    server.db,
    Date.now() - 20 * 60_000,
    { rooms: 8, slots: 5, sessions: 40 },
    (g) => ({
      ...long(g),
      changes: [11, 16].map((n) => {
        const s = g.sessions[n]!;
        const p = g.placements[n]!;
        return {
          pitchId: s.id,
          title: s.title,
          from: { slotId: g.slots[0]!.id, roomId: g.rooms[3]!.id },
          to: { slotId: p.slotId, roomId: p.roomId },
        };
      }),
    }),
  );
  const words = await fullCamp(
    server.db,
    Date.now() - 20 * 60_000,
    { rooms: 8, slots: 5, sessions: 40 },
    (g) => ({
      sessions: g.sessions.map((s, n) => ({
        ...s,
        title:
          n % 3
            ? s.title
            : "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and communications".slice(0, 90),
      })),
      rooms: g.rooms.map((r, n) => ({
        ...r,
        name: n % 2 ? "Verwaltungsgerichtshofsitzungssaalnummerzweihundert" : r.name,
      })),
    }),
  );
  const many = await fullCamp(server.db, Date.now() - 20 * 60_000, { rooms: 20, slots: 8, sessions: 160 });
  const three = await fullCamp(server.db, Date.now() - 20 * 60_000, { rooms: 3, slots: 3, sessions: 9 });
  const page = await visitor({ viewport: { width: 1280, height: 720 } });
  const report: string[] = [];
  for (const [name, camp] of Object.entries({ eight, moved, words, many, three })) {
    for (const view of ["", "?view=day", "?room=B"]) {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto(`/e/${camp.slug}/wall${view}`);
      await page.waitForTimeout(300);
      const tag = `${name}${view.replace(/\W/g, "-")}`;
      await page.screenshot({ path: `/tmp/shots/print-wall-${tag}.png` });
      report.push(`${tag} 720: ${JSON.stringify(await layoutFaults(page))}`);
      await page.setViewportSize({ width: 1920, height: 1080 });
      report.push(
        `${tag} 1080: ${JSON.stringify(await layoutFaults(page))} fit ${await page.evaluate(() => [...document.querySelectorAll("li[data-fit]")].map((e) => e.getAttribute("data-fit")).join(",") + " title " + getComputedStyle(document.querySelector("h2") ?? document.body).fontSize)}`,
      );
      if (name === "words") {
        await page.setViewportSize({ width: 320, height: 640 });
        report.push(`${tag} 320: ${JSON.stringify(await layoutFaults(page))}`);
        await page.screenshot({ path: `/tmp/shots/print-wall-${tag}-320.png` });
      }
    }
  }
  const widths = await page.evaluate(() => {
    const c = document.createElement("canvas").getContext("2d")!;
    const out: any = {};
    for (const [face, w] of [
      ["--display", 650],
      ["--text", 700],
    ] as const) {
      const family = getComputedStyle(document.documentElement).getPropertyValue(face);
      c.font = `${w} 100px ${family}`;
      const row: any = {};
      for (let i = 32; i < 127; i++)
        row[String.fromCharCode(i)] = Math.round(c.measureText(String.fromCharCode(i)).width);
      out[face] = row;
    }
    return out;
  });
  writeFileSync("/tmp/print-widths.json", JSON.stringify(widths));
  const desk = await organiserOf(server, { id: eight.eventId, slug: eight.slug, sectorId: "" }, visitor);
  for (const [name, camp] of Object.entries({ eight, words })) {
    const at = `/e/${camp.slug}/desk/print`;
    const d =
      name === "eight"
        ? desk
        : await organiserOf(server, { id: camp.eventId, slug: camp.slug, sectorId: "" }, visitor);
    await d.goto(at);
    await d.screenshot({ path: `/tmp/shots/print-desk-${name}.png` });
    await d.emulateMedia({ media: "print" });
    await d.setViewportSize({ width: 1047, height: 716 });
    const sheets = d.locator("section[data-paper]");
    for (const n of [0, 1, 9])
      await sheets.nth(n).screenshot({ path: `/tmp/shots/print-sheet-${name}-${n}.png` });
    const cut = await sheets.evaluateAll((all) =>
      all.map((s) => [s.scrollHeight - s.clientHeight, s.scrollWidth - s.clientWidth].join("/")),
    );
    report.push(`${name} sheets cut: ${cut}`);
    report.push(
      `${name} cards cut: ${await d.locator("section[data-paper] ul > li").evaluateAll((all) =>
        all
          .map((s) => s.scrollHeight - s.clientHeight)
          .filter(Boolean)
          .join(","),
      )}`,
    );
  }
  writeFileSync("/tmp/print-report.txt", report.join("\n"));
});
