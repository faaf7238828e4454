/** Passkeys, with the browser's own software key: added, signed in with, needed of a crew, removed. */
import type { Page } from "@playwright/test";
import { cookieName } from "#domain/cookie.ts";
import { passkey } from "#messages/en/passkey.ts";
import { ahead, makeCamp, makeOrganiser } from "#tests/support/camp.ts";
import { browserOf } from "#tests/support/passkeys.ts";
import { expect, serverWith, type TestServer, test as usual } from "./fixtures.ts";
import { look } from "./look.ts";

// No browser makes a passkey for a number.
const test = usual.extend<object, { server: TestServer }>({
  server: serverWith({ worker: true, host: "wallchart.localhost" }),
});

/** A phone whose owner has shown their finger. */
async function withKey(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

/** Signs a browser in as somebody whose code from the mail was typed just now. */
async function signIn(page: Page, { db, origin }: TestServer, personId: string): Promise<void> {
  const { token } = await browserOf(db, personId, new Date());
  await page.context().addCookies([{ name: cookieName(origin), value: token, url: origin }]);
}

test("an organiser adds a passkey, signs in with it and asks their crew for one, who add theirs and go on", async ({
  server,
  visitor,
}, info) => {
  const camp = await makeCamp(server.db, { startsAt: ahead() });
  const [olu, mo] = [await makeOrganiser(server.db, camp), await makeOrganiser(server.db, camp, "campmaker")];
  const page = await visitor({ viewport: { width: 320, height: 720 } });
  await withKey(page);
  await signIn(page, server, olu.personId);
  await page.goto("/sign-in/passkeys");
  await look(page, "none", info);
  await page.getByRole("button", { name: passkey.add.submit }).click();
  await expect(page.getByRole("status")).toContainText(passkey.add.done);
  await look(page, "added", info);

  await page.goto("/devices");
  await page.getByRole("button", { name: "Sign out here" }).click();
  await expect(page.getByRole("button", { name: "Email me a code" })).toBeVisible();
  await look(page, "sign-in", info);
  await page.getByRole("button", { name: passkey.signIn.submit }).click();
  await expect(page).toHaveURL(/\/desk$/);

  const crew = await visitor({ viewport: { width: 390, height: 844 }, allow: [/status of 403/] });
  await withKey(crew);
  await signIn(crew, server, mo.personId);
  const stream = crew.waitForResponse(/\/stream\b/);
  await crew.goto(`/e/${camp.slug}/desk`);
  await expect(crew.getByRole("heading", { name: "Today" })).toBeVisible();
  await stream;

  await page.goto(`/e/${camp.slug}/desk/crew`);
  await page.getByRole("button", { name: passkey.rule.require }).click();
  await expect(page.getByRole("button", { name: passkey.rule.sure })).toBeVisible();
  await look(page, "asked", info);
  await page.getByRole("button", { name: passkey.rule.sure }).click();
  await expect(page.getByRole("status")).toContainText(passkey.rule.turnedOn);

  await expect(crew.getByText(passkey.needed.title("Testcamp"))).toBeVisible();
  await look(crew, "needed", info);
  await crew.getByRole("button", { name: passkey.add.submit }).click();
  await expect(crew.getByRole("heading", { name: "Today" })).toBeVisible();

  await page.goto("/sign-in/passkeys");
  await page.getByRole("link", { name: passkey.remove.open }).click();
  await expect(page.getByText(passkey.remove.stays)).toBeVisible();
  await page.goto(`/e/${camp.slug}/desk/crew`);
  await page.getByRole("button", { name: passkey.rule.free }).click();
  await page.getByRole("button", { name: passkey.rule.sure }).click();
  await expect(page.getByRole("status")).toContainText(passkey.rule.turnedOff);
  await page.goto("/sign-in/passkeys");
  await page.getByRole("link", { name: passkey.remove.open }).click();
  await look(page, "remove", info);
  await page.getByRole("button", { name: passkey.remove.sure }).click();
  await expect(page.getByText(passkey.remove.done)).toBeVisible();
});
