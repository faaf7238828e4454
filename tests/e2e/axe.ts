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
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === "dark" ? axe.withRules(OF_COLOUR) : axe).analyze();
    for (const { id, nodes } of violations)
      faults.push(`${id}, ${colorScheme}: ${nodes.map(({ html }) => html).join(" ")}`);
  }
  await page.emulateMedia({ colorScheme: null });
  return faults;
}
