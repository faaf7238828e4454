/** What axe has to say of a page as it stands. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** The rules that a theme can break: it changes colours and nothing else. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** Asks axe in the light, and of the colours in the dark. @returns a line for each fault; none when all is well */
export async function axeFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await axeFaultsNow(page, colorScheme === "dark" ? OF_COLOUR : undefined);
    faults.push(...found.map((fault) => `${colorScheme}: ${fault}`));
  }
  await page.emulateMedia({ colorScheme: null });
  return faults;
}

/** The same of a page in the theme it has now. @param rules all of them where none are named */
export async function axeFaultsNow(page: Page, rules?: string[]): Promise<string[]> {
  // The one frame of ours has a page that is looked at by itself: for its sake each look would open another page.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  return [...faults, ...(await twiceOn(page))];
}

/** Ids that a page has more than once: a label leads to the first of them. axe asks about them no more. */
export async function twiceOn(page: Page): Promise<string[]> {
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))].map((id) => `the id ${id} twice`);
}
