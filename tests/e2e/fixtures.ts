/** What every end-to-end test starts from: a server with an empty database, and visitors whose browsers are watched. */
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { connect, type Database } from "#db/connection.ts";
import { type App, startApp } from "#tests/support/app.ts";
import { shiftClock } from "#tests/support/clock.mjs";
import { createDatabase } from "#tests/support/cluster.ts";

/** A server, and the database behind it to prepare what a test is about. */
export interface TestServer {
  app: App;
  origin: string;
  databaseUrl: string;
  db: Database;
}

/** Opens a page in a browser of its own: another person, another phone. */
export type Visitor = (
  options?: BrowserContextOptions & {
    /** Console errors that the test brings about on purpose, such as those of a dead network. */
    allow?: RegExp[];
  },
) => Promise<Page>;

/** The phones believe the same time as the server: see `npm test -- --at`. */
const clockOffset = Number(process.env.WALLCHART_CLOCK_OFFSET ?? 0);

/** A server of the tests that share a worker of Playwright's, as they want it. */
export const serverWith = (
  options: Omit<Parameters<typeof startApp>[0], "databaseUrl">,
): [
  (none: object, use: (server: TestServer) => Promise<void>) => Promise<void>,
  { scope: "worker"; timeout: number },
] => [
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from here
  async ({}, use) => {
    const { url, drop } = await createDatabase();
    const db = connect(url, { max: 4 });
    const app = await startApp({ ...options, databaseUrl: url });
    await use({ app, origin: app.origin, databaseUrl: url, db });
    await app.stop();
    await db.$client.end({ timeout: 1 });
    await drop();
  },
  { scope: "worker", timeout: 180_000 },
];

export const test = base.extend<{ visitor: Visitor }, { server: TestServer }>({
  server: serverWith({ worker: true }),
  baseURL: async ({ server }, use) => use(server.origin),
  context: async ({ context }, use) => {
    await context.addInitScript(shiftClock, clockOffset);
    const problems = watch(context, []);
    await use(context);
    expect(problems).toEqual([]);
  },
  visitor: async ({ browser, server }, use) => {
    const opened: { context: BrowserContext; problems: string[] }[] = [];
    await use(async ({ allow = [], ...options } = {}) => {
      const context = await browser.newContext({ baseURL: server.origin, ...options });
      await context.addInitScript(shiftClock, clockOffset);
      opened.push({ context, problems: watch(context, allow) });
      return context.newPage();
    });
    const problems = opened.flatMap((one) => one.problems);
    await Promise.all(opened.map(({ context }) => context.close()));
    expect(problems).toEqual([]);
  },
});

export { expect };

/** Writes down what must never happen on any page: an error, a complaint of the policy, a request to somebody else. */
function watch(context: BrowserContext, allow: RegExp[]): string[] {
  const problems: string[] = [];
  const note = (problem: string) => {
    if (!allow.some((pattern) => pattern.test(problem))) problems.push(problem);
  };
  context.on("weberror", (error) => note(`page error: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && !/^127\.0\.0\.1$|\.localhost$/.test(hostname))
      note(`request outside: ${request.url()}`);
  });
  return problems;
}
