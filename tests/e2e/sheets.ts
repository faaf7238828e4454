/** What a page is on paper. */
import type { Page } from "@playwright/test";

/** How many sheets of which size, in millimetres. */
export async function sheetsOf(page: Page): Promise<Record<string, number>> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...points]) =>
    points.map((point) => Math.round((Number(point) / 72) * 25.4)).join(" × "),
  );
  return Object.fromEntries(
    [...new Set(sizes)].map((size) => [size, sizes.filter((it) => it === size).length]),
  );
}
