/**
 * Everything on one port: health, then the gate, then the live handlers, then every page Next draws.
 * It migrates, warms up before it says ready, and ends streams first when told to stop.
 */
import { accessSync, constants } from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import next from "next";
import { anyCamp } from "#db/camp-list.ts";
import { closeDatabase, database, databaseFailedSince } from "#db/connection.ts";
import { surviveDriverFaults } from "#db/driver-fault.ts";
import { keepImports } from "#db/import/asking.ts";
import { ImportThread } from "#db/import/import-thread.ts";
import { migrate } from "#db/migrate.ts";
import { makePushKeys } from "#db/push/key-pair.ts";
import { reach } from "#db/reach.ts";
import { keepRepairs } from "#db/repair/asking.ts";
import { RepairThread } from "#db/repair/repair-thread.ts";
import { makeTicketKey } from "#db/ticket-key.ts";
import { loopback } from "#domain/loopback.ts";
import { type Env, env, sayWhyNot, Trouble } from "#env.ts";
import { sendOn } from "#live/address.ts";
import { type Again, askAgain, withStatus } from "#live/again.ts";
import { answerAway, awayPage } from "#live/away.ts";
import { complain, keepNamesOutOfTheLog } from "#live/complain.ts";
import { addressesOf, refuse, strip } from "#live/gate.ts";
import { answer, campAt, endStreams, sharedPages, startLive, whenShown } from "#live/handlers.ts";
import { answerHealth } from "#live/health.ts";
import { answerInLanguage } from "#live/language.ts";
import { haveLook } from "#live/look.ts";
import { faultPage, missingPage, type StandIn, standIn } from "#live/missing.ts";
import { developmentPolicy, productionPolicy, securityHeaders } from "#live/policy.ts";
import { openPort } from "#live/port.ts";
import { framework } from "#live/shared-page/framework.ts";
import { staticFiles } from "#live/static-files.ts";
import { readByFramework } from "#live/unreadable.ts";
import { warm } from "#live/warm.ts";
import { haveLanguages } from "#messages/words.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

/** A request must arrive whole in this time, headers sooner; an open stream has long arrived and is not touched. */
const timeouts = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};

/** Silence after which a socket is dead. Streams say something far more often. */
const silence = 120_000;

/** How long answers under way may take once we are told to stop. */
const grace = 1_500;

/** After this we are gone, whatever still hangs. */
const last = 4_000;

async function main(): Promise<void> {
  const settings = env();
  if (!settings.DATABASE_URL)
    throw new Trouble("DATABASE_URL is not set. `npm start` brings a database along.");
  surviveDriverFaults((fault) => complain("postgres.js dropped a connection", fault));
  await reach(settings.DATABASE_URL);
  await migrate(settings.DATABASE_URL);
  await makePushKeys(database());
  await makeTicketKey(database());
  haveLanguages(settings.LANGUAGES);
  keepNamesOutOfTheLog();
  startLive();
  keepImports(new ImportThread(settings.DATABASE_URL));
  keepRepairs(new RepairThread());

  const dev = settings.NODE_ENV === "development";
  const dist = path.join(root, settings.WALLCHART_DIST);
  const server = http.createServer(timeouts);
  server.timeout = silence;
  // Next answers Upgrade on the server it is given: outside development it gets one that nobody can reach.
  const httpServer = dev ? server : http.createServer();
  const app = next({ dev, dir: root, hostname: settings.HOST, port: settings.PORT, httpServer });
  if (!dev)
    inWords(dist, () => {
      accessSync(path.join(dist, "BUILD_ID"), constants.R_OK);
      haveLook(dist);
    });
  await app.prepare();

  let warmed = false;
  const front = inWords(dist, () => handlerFor(settings, dev, dist, app.getRequestHandler()));
  server.on("request", (request, response) => {
    if (answerHealth(request, response, warmed)) return;
    answerInLanguage(request, campAt, () => front(request, response));
  });
  stopOnSignal(server, () => app.close());
  await openPort(server, settings);
  if (!dev) await warm(`http://${loopback(settings)}`, dist, await aCamp());
  warmed = true;
  process.send?.("ready");
}

/** Does something with the finished build. @throws Trouble where it is not there, or may not be read */
function inWords<T>(dist: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (!syscall) throw error;
    throw new Trouble(`The pages in ${dist} cannot be read (${code}): delete that folder and run npm start.`);
  }
}

/** The address of any camp; none where there is none, or the database went away meanwhile. */
async function aCamp(): Promise<string | undefined> {
  return (await anyCamp(database()).catch(() => null)) ?? undefined;
}

/** Everything behind the health checks, in the order a request meets it. */
function handlerFor(
  settings: Env,
  dev: boolean,
  dist: string,
  page: http.RequestListener,
): http.RequestListener {
  const addresses = addressesOf(settings);
  const policy = dev ? developmentPolicy : productionPolicy(dist);
  const always = securityHeaders(settings.ORIGIN);
  const file = dev ? null : staticFiles(dist);
  // In development a page changes without a version of it.
  const shared = dev ? null : sharedPages(framework(page, new URL(settings.ORIGIN).host));
  const render = (request: http.IncomingMessage, response: http.ServerResponse) => {
    const content = policy(request);
    if (content) response.setHeader("content-security-policy", content);
    const began = performance.now();
    readByFramework(request, response, (wasUnreadable) => {
      standIn(response, (status, type) => {
        if (status === 404) return dev ? null : missingPage();
        if (status !== 500) return null;
        return databaseFailedSince(began) ? instead(request) : faultPage(type, wasUnreadable());
      });
      page(request, response);
    });
  };
  const again: Again = (request, response, status, returned) => {
    askAgain(request, returned);
    withStatus(response, status);
    render(request, response);
  };
  return (request, response) => {
    for (const [name, value] of always) response.setHeader(name, value);
    const refused = refuse(request, addresses);
    if (refused) {
      // The rest of a request we do not want is not worth reading.
      response.writeHead(refused.status, {
        "content-type": "text/plain; charset=utf-8",
        connection: "close",
      });
      response.end(`${refused.words}\n`);
      return;
    }
    strip(request.headers);
    if (file?.(request, response)) return;
    whenShown(request, response, () => {
      if (sendOn(request, response) || answer(request, response, again)) return;
      if (!isFile(request) && answerAway(request, response)) return;
      const ordinary = () => render(request, response);
      if (!shared?.(request, response, ordinary)) ordinary();
    });
  };
}

/** Whether a request is answered without the database: files of the build, pictures. */
function isFile({ method, url = "/" }: http.IncomingMessage): boolean {
  const name = url.split("?")[0] ?? "/";
  if (method !== "GET" && method !== "HEAD") return false;
  // What is under a camp's address is of the camp, whatever it ends with.
  return name.startsWith("/_next/") || (/\.[a-z0-9]+$/.test(name) && !name.startsWith("/e/"));
}

/** For a page that broke because the database went away while it was drawn. */
function instead(request: http.IncomingMessage): StandIn {
  return { status: 503, ...awayPage(request) };
}

/** Streams never end by themselves, and a process with an open one never exits: they go first. */
function stopOnSignal(server: http.Server, closeApp: () => Promise<void>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), last);
    const closed = new Promise((resolve) => server.close(resolve));
    await endStreams();
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), grace);
    await closed;
    clearTimeout(late);
    await Promise.allSettled([closeApp(), closeDatabase()]);
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // Whoever started us is gone, without a word: a server nobody watches would keep the port for ever.
  process.once("disconnect", stop);
}

main().catch((error: unknown) => process.exit(sayWhyNot(error)));
