/** The server as a browser and as a stranger with a socket meet it. */
import http from "node:http";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Locator } from "@playwright/test";
import { startApp } from "#tests/support/app.ts";
import { expect, test } from "./fixtures.ts";

const scripts = (policy: string | undefined) => /script-src ([^;]*)/.exec(policy ?? "")?.[1] ?? "";

test("a page comes alive under a policy without unsafe-inline", async ({ page }) => {
  const fresh = await page.goto("/");
  expect(scripts(fresh?.headers()["content-security-policy"])).toMatch(/^'self'( 'sha256-[\w+/=]+')+$/);
  await expect(page.locator("h1")).toBeVisible();
  expect(await page.evaluate(() => "next" in window)).toBe(true);
});

test("a script or a style that somebody slipped into a page does not run", async ({ visitor }) => {
  const page = await visitor({ allow: [/Content Security Policy/] });
  await page.goto("/");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.slipped = true";
    document.body.append(script);
    return "slipped" in window;
  });
  expect(ran).toBe(false);
});

test("every answer carries the security headers, and none names the framework", async ({ request }) => {
  for (const path of ["/", "/sign-in", "/nowhere", "/healthz-not"]) {
    const headers = (await request.get(path)).headers();
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(headers).not.toHaveProperty("x-powered-by");
  }
});

test("the server answers for its own name alone, and changes protocol for nobody", async ({ server }) => {
  const status = (headers: Record<string, string>, method = "GET") =>
    new Promise((resolve, reject) => {
      const { port } = server.app;
      const sent = http.request({ port, host: "127.0.0.1", method, path: "/", headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on("upgrade", () => resolve("upgraded")).on("error", reject);
      sent.end();
    });
  expect(await status({})).toBe(200);
  expect(await status({ host: "evil.example" })).toBe(421);
  expect(await status({ connection: "upgrade", upgrade: "websocket", "sec-websocket-version": "13" })).toBe(
    400,
  );
  expect(await status({ origin: "https://evil.example", "content-length": "0" }, "POST")).toBe(403);
  expect(await status({ "content-length": "99999999" }, "POST")).toBe(413);
});

test("what no form of ours sends is answered with a sentence, and is no fault of ours", async ({
  visitor,
}) => {
  const page = await visitor({ javaScriptEnabled: false, allow: [/status of 400/] });
  for (const value of ["null", "x", '["$Q0"]']) {
    await page.goto("/sign-in");
    await page.locator('input[name$=":1"]').evaluate((it, sent) => it.setAttribute("value", sent), value);
    await page.getByLabel("Email").fill("ama@example.org");
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      page.locator("form button").last().click(),
    ]);
    expect([value, answer.status()]).toEqual([value, 400]);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("half a request is not waited for", async ({ server }) => {
  test.slow();
  const socket = net.connect(server.app.port, "127.0.0.1");
  const answer = new Promise<string>((resolve) => socket.once("data", (chunk) => resolve(String(chunk))));
  socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n");
  expect(await answer).toContain("408 Request Timeout");
});

test("told to stop with a stream open, it is gone within two seconds", async ({ server }) => {
  const app = await startApp({ databaseUrl: server.databaseUrl });
  expect(await (await fetch(`${app.origin}/healthz`)).text()).toBe("alive\n");
  expect(await (await fetch(`${app.origin}/readyz`)).text()).toBe("ready\n");
  const socket = net.connect(app.port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${app.port}\r\nConnection: keep-alive\r\n\r\n`);
  await sleep(200);
  const started = Date.now();
  await app.stop();
  expect(Date.now() - started).toBeLessThan(2_000);
  await expect(fetch(`${app.origin}/healthz`)).rejects.toThrow();
});

for (const javaScriptEnabled of [true, false]) {
  test(`what is not there says so, ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    visitor,
  }) => {
    const page = await visitor({ javaScriptEnabled, allow: [/404/] });
    await page.goto("/sign-in");
    const ours = await lookOf(page.locator("h1"));
    for (const path of ["/nowhere", "/e/nowhere", "/e/nowhere/grid", "/e/nowhere/r/made-up", "/setup"]) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
      const heading = page.getByRole("heading", { name: "This page is not here" });
      await expect(heading, path).toBeVisible();
      expect(await lookOf(heading), path).toBe(ours);
    }
  });
}

/** The family, size and weight of its letters, and the colour of the page. */
function lookOf(heading: Locator): Promise<string> {
  return heading.evaluate((element) => {
    const { fontFamily, fontSize, fontWeight, color } = getComputedStyle(element);
    return [fontFamily, fontSize, fontWeight, color, getComputedStyle(document.body).backgroundColor].join(
      "; ",
    );
  });
}
