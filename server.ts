/**
 * The house on one port: health, then the gate, then the hot doors, then every page Next draws.
 * It migrates, warms up before it says ready, and ends streams first when told to stop.
 */
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import next from "next";
import { closeDatabase, database } from "#db/connection.ts";
import { listEvents } from "#db/event.ts";
import { migrate } from "#db/migrate.ts";
import { reach } from "#db/reach.ts";
import { type Env, env, Trouble } from "#env.ts";
import { sendOn } from "#live/address.ts";
import { keepNamesOutOfTheLog } from "#live/complain.ts";
import { answer, endStreams, openDoors } from "#live/doors.ts";
import { addressesOf, refuse, strip } from "#live/gate.ts";
import { answerHealth } from "#live/health.ts";
import { readMissingPage, standIn } from "#live/missing.ts";
import { developmentPolicy, productionPolicy, securityHeaders } from "#live/policy.ts";
import { loopback, openPort } from "#live/port.ts";
import { warm } from "#live/warm.ts";

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

async function main(): Promise<void> {
  const settings = env();
  if (!settings.DATABASE_URL)
    throw new Trouble("DATABASE_URL is not set. `npm start` brings a database along.");
  await reach(settings.DATABASE_URL);
  await migrate(settings.DATABASE_URL);
  keepNamesOutOfTheLog();
  openDoors();

  const dev = settings.NODE_ENV === "development";
  const dist = path.join(root, settings.WALLCHART_DIST);
  const server = http.createServer(timeouts);
  server.timeout = silence;
  // Next answers Upgrade on the server it is given: outside development it gets one that nobody can reach.
  const httpServer = dev ? server : http.createServer();
  const app = next({ dev, dir: root, hostname: settings.HOST, port: settings.PORT, httpServer });
  await app.prepare();

  let warmed = false;
  const front = frontDoor(settings, dev, dist, app.getRequestHandler());
  server.on("request", (request, response) => {
    if (!answerHealth(request, response, warmed)) front(request, response);
  });
  stopOnSignal(server, () => app.close());
  await openPort(server, settings);
  if (!dev) await warm(`http://${loopback(settings)}`, dist, (await listEvents(database()))[0]?.slug);
  warmed = true;
}

/** Everything behind the health doors, in the order a request meets it. */
function frontDoor(
  settings: Env,
  dev: boolean,
  dist: string,
  page: http.RequestListener,
): http.RequestListener {
  const addresses = addressesOf(settings);
  const policy = dev ? developmentPolicy : productionPolicy(dist);
  const missing = dev ? null : readMissingPage(dist);
  const always = securityHeaders(settings.ORIGIN);
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
    if (sendOn(request, response) || answer(request, response)) return;
    const content = policy(request);
    if (content) response.setHeader("content-security-policy", content);
    if (missing) standIn(response, missing);
    page(request, response);
  };
}

/** Streams never end by themselves, and a process with an open one never exits: they go first. */
function stopOnSignal(server: http.Server, closeApp: () => Promise<void>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
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
  // Whoever started us is gone, without a word: a house nobody watches would keep the port for ever.
  process.once("disconnect", stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Trouble ? error.message : error);
  process.exit(1);
});
