/** The camp in one file: got at the desk, unpacked onto a disk, and read there with the network off. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { archive as words } from "#messages/en/archive.ts";
import { settingsPages } from "#messages/en/settings-pages.ts";
import { keptCamp } from "#tests/support/kept-camp.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";

/** axe reads styles by requests of its own, which a browser lets nobody make from a disk. */
const AXE = [/preload assets/, /XMLHttpRequest at 'file:.*style\.css'/, /ERR_FAILED \(file:.*style\.css\)/];

const folder = mkdtempSync(path.join(tmpdir(), "wallchart-archive-"));
test.afterAll(() => rmSync(folder, { recursive: true }));

test("an organiser downloads the camp, and whoever unpacks it reads all of it from the disk", async ({
  server,
  visitor,
}) => {
  const camp = await keptCamp(server.db);
  const desk = await organiserOf(server, { id: camp.eventId, ...camp }, visitor);
  await desk.goto(`/e/${camp.slug}/desk/settings`);
  await desk.getByRole("link", { name: settingsPages.elsewhere.archive.title }).click();
  const [download] = await Promise.all([
    desk.waitForEvent("download"),
    desk.getByRole("link", { name: words.desk.download }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`${camp.slug}.zip`);
  const files = Object.entries(unzipSync(readFileSync(await download.path())));
  for (const [file, bytes] of files) {
    const at = path.join(folder, file);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, bytes);
  }

  const reader = await visitor({ offline: true, viewport: { width: 320, height: 640 }, allow: AXE });
  const asked: string[] = [];
  reader.on("request", (request) => asked.push(new URL(request.url()).protocol));
  await reader.goto(pathToFileURL(path.join(folder, "index.html")).href);
  await expect(reader.getByRole("heading", { name: "Brum Camp" })).toBeVisible();
  // Its own style has come from beside it.
  await expect(reader.locator("body")).toHaveCSS("margin-top", "0px");
  await reader.getByRole("link", { name: words.grid, exact: true }).click();
  await expect(reader.getByText(words.asPublished(2, "10.30am, Tuesday 14 July 2026"))).toBeVisible();
  expect(await axeFaults(reader)).toEqual([]);
  await reader.getByRole("link", { name: "Wifi" }).click();
  await expect(reader.getByText("And “Cables”, from Cy")).toBeInViewport();
  await reader.getByRole("link", { name: words.home("Brum Camp") }).click();
  await reader.getByRole("link", { name: words.feedback }).click();
  await expect(reader.getByText("A bench outside")).toBeVisible();
  expect(await axeFaults(reader)).toEqual([]);
  await reader.getByRole("link", { name: words.home("Brum Camp") }).click();
  await reader.getByRole("link", { name: "Getting there" }).click();
  await expect(reader.getByRole("heading", { name: "Trams" })).toBeVisible();
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect([...new Set(asked)]).toEqual(["file:"]);
});
