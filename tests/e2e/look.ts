/** Looking at a page as a designer would. */
import type { Page, TestInfo } from "@playwright/test";
import { layoutFaults } from "#tests/support/layout.ts";
import { axeFaults } from "./axe.ts";
import { expect } from "./fixtures.ts";

/** The faults of its layout. A long title is cut in its cell of the desk, and whole in the hand. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults = await layoutFaults(page);
  const cut = faults.flatMap((fault) => /^cut: (.*) \(in SPAN \w+_title\)$/.exec(fault)?.[1] ?? []);
  return faults.filter((fault) => !cut.some((title) => fault.includes(`: ${title}`)));
}

/** What a designer and axe have to say of a page as it stands; its pictures are kept where WALLCHART_PICTURES says so. */
export async function look(page: Page, name: string, info: TestInfo): Promise<void> {
  expect.soft(await faultsOf(page), name).toEqual([]);
  expect.soft(await axeFaults(page), name).toEqual([]);
  if (!process.env.WALLCHART_PICTURES) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: info.outputPath(`${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: null });
}
