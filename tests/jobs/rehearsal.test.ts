/** A rehearsal whose worker is killed, stopped or finds no server; and that nothing goes out of a copy. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { post } from "#db/mail.ts";
import { askForPush } from "#db/push.ts";
import { makeCopy } from "#db/rehearsal/copy.ts";
import { askForRehearsal, listRehearsals, stopRehearsal } from "#db/rehearsal.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { findViewer } from "#db/viewer.ts";
import { addWebhook } from "#db/webhook.ts";
import { STEPS } from "#domain/rehearsal.ts";
import { mayOf } from "#domain/viewer.ts";
import { sendDue } from "#jobs/mail-post.ts";
import type { Mailer } from "#jobs/mailer.ts";
import { rehearseDue } from "#jobs/rehearsal.ts";
import { freePort } from "#tests/support/app.ts";
import { ahead, makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { told } from "#tests/support/mail.ts";
import { campToRehearse, countAll } from "#tests/support/rehearsal.ts";

const { db, url } = await freshDatabase();
const STAYS = new AbortController().signal;

const at = (PORT: number) => ({ HOST: "127.0.0.1", PORT, ORIGIN: `http://127.0.0.1:${PORT}` });

/** Ready, and silent to everything else: whoever rehearses waits at the first step. */
async function silentServer() {
  const server = http.createServer((request, response) => {
    if (request.url === "/readyz" || request.url === "/") response.end("ready");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { reached: at(port), close };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 40_000; !(await holds()); await sleep(100))
    if (Date.now() > end) throw new Error("it did not come so far");
}

test("killed in the middle, the next worker clears everything and says that it was cut short", async () => {
  const { camp, olu } = await campToRehearse(db, { startsAt: ahead() });
  await askForRehearsal(db, olu, new Date());
  const before = await countAll(db);
  const server = await silentServer();
  const program = fileURLToPath(new URL("../support/rehearsing-worker.ts", import.meta.url));
  const worker = spawn(process.execPath, ["--import", "tsx", program, url], {
    stdio: "inherit",
    env: { ...process.env, ...server.reached, PORT: String(server.reached.PORT), DATABASE_URL: url },
  });
  await until(async () => (await db.$count(event, eq(event.rehearsalOf, camp.id))) > 0);
  worker.kill("SIGKILL");
  expect(await once(worker, "exit")).toEqual([null, "SIGKILL"]);
  server.close();
  expect(await countAll(db)).not.toEqual(before);
  await rehearseDue(db, new Date(Date.now() + 60_000), STAYS);
  expect(await countAll(db)).toEqual(before);
  expect(await listRehearsals(db, olu)).toMatchObject([{ state: "cut_short" }]);
});

test("told to leave or to stop, a worker clears before it goes", async () => {
  const server = await silentServer();
  for (const how of ["leave", "stop"] as const) {
    const { camp, olu } = await campToRehearse(db, { startsAt: ahead() });
    await askForRehearsal(db, olu, new Date());
    const before = await countAll(db);
    const leaving = new AbortController();
    const run = rehearseDue(db, new Date(), leaving.signal, server.reached);
    await until(async () => (await listRehearsals(db, olu))[0]?.part === "list");
    if (how === "leave") leaving.abort();
    else await stopRehearsal(db, olu, new Date());
    await run;
    expect(await db.$count(event, eq(event.rehearsalOf, camp.id))).toBe(0);
    const audit = before.audit! + (how === "stop" ? 1 : 0);
    expect(await countAll(db)).toEqual({ ...before, audit });
  }
  server.close();
});

test("without a server it says so, and that nothing else was reached", async () => {
  const { olu } = await campToRehearse(db, { startsAt: ahead() });
  await askForRehearsal(db, olu, new Date());
  await rehearseDue(db, new Date(), STAYS, at(await freePort()));
  const [result] = await listRehearsals(db, olu);
  expect(result!.state).toBe("failed");
  expect(result!.lines.find(({ what }) => what === "server")).toMatchObject({ why: "missing" });
  for (const step of STEPS)
    expect(result!.lines.find(({ what }) => what === step)).toMatchObject({ why: "not_reached" });
});

test("no mail, push or message to a program goes out of a copy, whoever writes one", async () => {
  const { camp, olu } = await campToRehearse(db, { startsAt: ahead() });
  const now = new Date();
  const copy = (await makeCopy(db, camp.id, { people: 2, doors: 1, name: "Rehearsal" }, null, now))!;
  const own = { id: copy.eventId, slug: copy.slug, sectorId: camp.sectorId };
  const person = await makePerson(db, own, "confirmed", { rank: 99, email: "real@example.org" });
  for (const [eventId, recipient] of [
    [copy.eventId, "real@example.org"],
    [copy.eventId, `${copy.people[0]!.registrationId}@no-address.invalid`],
    [camp.id, "person1@example.org"],
  ] as const)
    await db.transaction((tx) =>
      post(tx, { ...told("contact_named", person), eventId, recipient, occasion: recipient }),
    );
  const got: string[] = [];
  const mailer: Mailer = {
    async deliver(_, { recipient }) {
      got.push(recipient);
    },
    close() {},
  };
  await sendDue(db, mailer, () => new Date());
  expect(got).toEqual(["person1@example.org"]);
  expect(await db.$count(outbox, eq(outbox.eventId, copy.eventId))).toBe(1);
  const { attendee, deviceId } = await findViewer(db, copy.people[0]!.token, copy.eventId);
  const ask = { endpoint: "https://push.example/1", p256dh: "a", auth: "b" };
  expect(await askForPush(db, attendee!, deviceId!, ask, now)).toMatchObject({ refusal: "not_open" });
  const { crew } = await findViewer(db, copy.organiser, copy.eventId);
  const may = mayOf(crew, "changeSettings")!;
  expect(await addWebhook(db, may, "https://hook.example/", now)).toMatchObject({
    refusal: "demo_tells_nobody",
  });
  expect(olu.eventId).toBe(camp.id);
});
