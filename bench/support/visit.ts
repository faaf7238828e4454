/** A first visit to a page in a real browser, weighed on the wire. */
import { type Browser, chromium, type Request } from "@playwright/test";
import { chromiumArguments, findChromium } from "#tests/support/chromium.ts";

/**
 * Bytes as they came over the wire, by what they were; a font is what it is, the rest was compressed. `later` are
 * scripts that came once the page had settled, for a phone to keep before its network is gone.
 */
export type Weight = {
  html: number;
  css: number;
  script: number;
  font: number;
  other: number;
  later: number;
};

const KINDS: Readonly<Record<string, keyof Weight>> = {
  document: "html",
  stylesheet: "css",
  script: "script",
  font: "font",
};

/** After the page has loaded it may still ask for something: a font that a letter needs, what it fetches by itself. */
const SETTLE_MS = 1_500;

/** And so long after that for what it keeps. */
const KEEP_MS = 3_000;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
}

/**
 * Opens a page with nothing in the cache.
 *
 * @param cookie the device's token, or null for a stranger
 * @param accepts the encodings it takes, where not all that the browser knows
 * @throws when the page does not answer 200
 */
export async function visit(
  browser: Browser,
  address: string,
  cookie: string | null,
  accepts?: string,
): Promise<Weight> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    // It would answer what comes later, and of its answers nobody is told the size.
    serviceWorkers: "block",
    ...(accepts && { extraHTTPHeaders: { "accept-encoding": accepts } }),
  });
  if (cookie) await context.addCookies([{ name: "wallchart", value: cookie, url: address }]);
  const page = await context.newPage();
  const weight: Weight = { html: 0, css: 0, script: 0, font: 0, other: 0, later: 0 };
  const weighed: Promise<void>[] = [];
  let settled = false;
  page.on("requestfinished", (request) => weighed.push(weigh(request, weight, settled)));
  const answer = await page.goto(address, { waitUntil: "load" });
  if (answer?.status() !== 200) throw new Error(`${address} answered ${answer?.status()}`);
  await page.waitForTimeout(SETTLE_MS);
  settled = true;
  await page.waitForTimeout(KEEP_MS);
  await Promise.all(weighed);
  await context.close();
  return weight;
}

async function weigh(request: Request, weight: Weight, settled: boolean): Promise<void> {
  const { responseBodySize } = await request.sizes();
  const kind = KINDS[request.resourceType()] ?? "other";
  weight[settled && kind === "script" ? "later" : kind] += responseBodySize;
}
