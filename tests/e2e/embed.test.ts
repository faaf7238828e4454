/** The grid in somebody else's page, and programs that are told what changes, as a browser has them. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { webhooks } from "#messages/en/webhooks.ts";
import { deviceOf } from "#tests/support/live.ts";
import { organiser } from "#tests/support/pitching.ts";
import { publishedCamp } from "#tests/support/published.ts";
import { expect, test } from "./fixtures.ts";
import { be } from "./screens.ts";

/** A page of another site with one frame. */
async function siteWith(address: string) {
  const server = http.createServer((_, response) => {
    response.setHeader("content-type", "text/html").end(`<iframe src="${address}" title="x"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => server.close(resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

test("another site frames the grid, and no other page of ours", async ({ server, visitor }) => {
  const camp = await publishedCamp(server.db, new Date());
  for (const [path, shown] of [
    [`/embed/${camp.slug}?theme=dark&accent=ffcc00`, true],
    [`/e/${camp.slug}/grid`, false],
  ] as const) {
    const site = await siteWith(`${server.origin}${path}`);
    const page = await visitor({ allow: [/frame/i, /chrome-error/] });
    await page.goto(site.origin);
    const title = page.frameLocator("iframe").getByText("Number 0:").first();
    if (shown) await expect(title).toBeVisible();
    else {
      await page.waitForLoadState("networkidle");
      await expect(title).toHaveCount(0);
    }
    expect(await page.context().cookies()).toEqual([]);
    await page.close();
    await site.close();
  }
});

test("an organiser gives an address, and copies the secret that is shown this once", async ({
  server,
  page,
}) => {
  const camp = await publishedCamp(server.db, new Date());
  await be(page, server.origin, await deviceOf(server.db, await organiser(server.db, camp)));
  await page.goto(`/e/${camp.slug}/desk/feeds`);
  await expect(page.frameLocator("iframe").getByText("Number 0:").first()).toBeVisible();
  await page.getByLabel(webhooks.add.url).fill("https://hooks.example.org/brum");
  await page.getByRole("button", { name: webhooks.add.submit }).click();
  await expect(page.getByLabel(webhooks.secret.label)).toHaveValue(/^whsec_/);
  await expect(page.getByRole("heading", { name: "https://hooks.example.org/brum" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(webhooks.secret.label)).toHaveCount(0);
  await page.getByRole("button", { name: webhooks.acts.remove }).click();
  await expect(page.getByText("is told nothing more, and the log")).toBeVisible();
  await page.getByRole("button", { name: webhooks.acts.removeAnyway }).click();
  await expect(page.getByRole("status").getByText(webhooks.said.gone.title)).toBeVisible();
});
