/** What a desk prints for its day is as many sheets as it says, each of its own size. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { badgePrint } from "#db/schema/badge.ts";
import { registration } from "#db/schema/registration.ts";
import { FORMAT_NAMES, FORMATS } from "#domain/badge/format.ts";
import { readScan } from "#domain/door/scan.ts";
import { LONGEST } from "#domain/limits.ts";
import { badges } from "#messages/en/badges.ts";
import { print } from "#messages/en/print.ts";
import { makeCamp, makePerson } from "#tests/support/camp.ts";
import { fullCamp } from "#tests/support/full-camp.ts";
import { filled, WORST } from "#tests/support/worst.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";
import { sheetsOf } from "./sheets.ts";

test("a full day is printed in one job: the grid on one sheet, a sign a room, the cards and an empty grid", async ({
  server,
  visitor,
}) => {
  const camp = await fullCamp(server.db, Date.now() - 60 * 60_000);
  const desk = await organiserOf(server, { id: camp.eventId, slug: camp.slug, sectorId: "" }, visitor);
  const at = `/e/${camp.slug}/desk/print`;
  await desk.goto(at);
  await expect(desk.getByRole("button", { name: print.go })).toBeEnabled();
  expect(await axeFaults(desk)).toEqual([]);
  expect(await sheetsOf(desk)).toEqual({ "297 × 210": 1 + 10 + 10 + 1 });
  for (const [what, paper, sheets] of [
    ["grid", "a4", { "297 × 210": 1 }],
    ["grid", "a3", { "420 × 297": 1 }],
    ["cards", "a3", { "420 × 297": 5 }],
  ] as const) {
    await desk.goto(`${at}?what=${what}&paper=${paper}`);
    expect(await sheetsOf(desk), `${what} on ${paper}`).toEqual(sheets);
  }
});

/** What stands out of its label or on its QR code, as the browser draws it on paper. */
const outOfPlace = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("svg svg:has(> text)")].flatMap((label) => {
      const edge = label.querySelector("rect")!.getBoundingClientRect();
      const square = label.querySelector("svg")?.getBoundingClientRect();
      return [...label.querySelectorAll("text")].flatMap((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        const isIn =
          left >= edge.left + 3 &&
          right <= edge.right - 3 &&
          top >= edge.top - 1 &&
          bottom <= edge.bottom + 1;
        const isOn =
          square &&
          right > square.left &&
          left < square.right &&
          bottom - 2 > square.top &&
          top + 4 < square.bottom;
        return isIn && !isOn ? [] : [`${text.textContent} ${isIn ? "on the code" : "out of the label"}`];
      });
    }),
  );

test("badges of the worst names fit on every label, are scanned from the smallest, and are printed once somebody says so", async ({
  server,
  visitor,
}) => {
  const { db } = server;
  const camp = await makeCamp(db, { phase: "doors", capacity: 40 });
  const names = ["Siobhán O’Neill", "Dr Jo van der Berg", "李 小龍", "अनुष्का शर्मा", ...WORST];
  for (const [n, word] of names.entries()) {
    const id = await makePerson(db, camp, "confirmed", { rank: n + 1 });
    const name = n < 4 ? word : filled(word, LONGEST.personName);
    const organisation = filled(WORST[n % WORST.length]!, n < 4 ? 30 : LONGEST.organisation);
    await db
      .update(registration)
      .set({ name, organisation, photos: n % 2 === 0 })
      .where(eq(registration.id, id));
  }
  const desk = await organiserOf(server, camp, visitor);
  const at = `/e/${camp.slug}/desk/badges`;
  await desk.goto(at);
  await expect(desk.getByRole("button", { name: badges.go, exact: true })).toBeEnabled();
  expect(await axeFaults(desk)).toEqual([]);
  const size = ({ width, height }: { width: number; height: number }) =>
    `${Math.round(width)} × ${Math.round(height)}`;
  for (const format of FORMAT_NAMES) {
    await desk.goto(`${at}?format=${format}&start=4`);
    await desk.emulateMedia({ media: "print" });
    expect(await outOfPlace(desk), format).toEqual([]);
    const { columns, rows } = FORMATS[format];
    const sheets = Math.ceil((names.length + 3) / (columns * rows));
    expect(await sheetsOf(desk), format).toEqual({ "210 × 297": sheets });
    await desk.goto(`${at}?format=${format}&on=single`);
    expect(await sheetsOf(desk), format).toEqual({ [size(FORMATS[format])]: names.length });
  }
  await desk.goto(`${at}?format=l7160`);
  await desk.emulateMedia({ media: "print" });
  const code = desk.getByRole("img", { name: badges.qr }).first();
  const read = await scanned(await code.screenshot());
  expect(readScan(read, camp.slug)).toMatchObject({
    code: expect.stringMatching(/^\w{6}$/),
    signature: expect.stringMatching(/^[\w-]{86}$/),
  });
  await desk.emulateMedia({ media: "screen" });

  expect(await db.$count(badgePrint)).toBe(0);
  await desk.getByRole("button", { name: badges.printed.button }).click();
  await expect(desk.getByText(badges.printed.done(names.length))).toBeVisible();
  await expect(desk.getByText(badges.none.new)).toBeVisible();
  expect(await db.$count(badgePrint, eq(badgePrint.eventId, camp.id))).toBe(names.length);
  await db.update(registration).set({ name: "Jo Bloggs" }).where(eq(registration.name, names[0]!));
  await desk.goto(`${at}?who=changed&start=21`);
  await expect(desk.getByText("Jo Bloggs")).toHaveCount(2);
  await desk.goto(`${at}?who=blank&format=a6`);
  await desk.emulateMedia({ media: null });
  expect(await sheetsOf(desk)).toEqual({ "210 × 297": 1 });
});

async function scanned(picture: Buffer): Promise<string> {
  const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer },
    fireImmediately: true,
  });
  const [found] = await readBarcodes(new Uint8Array(picture), { formats: ["QRCode"] });
  return found?.text ?? "";
}
