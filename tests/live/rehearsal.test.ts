/** The gate in front of a copy for a rehearsal: whoever is at it passes, and to everybody else there is no such camp. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { makeCopy } from "#db/rehearsal/copy.ts";
import { cookieName } from "#domain/cookie.ts";
import { openLive } from "#live/instance.ts";
import { keepRehearsalsApart } from "#live/rehearsal.ts";
import { makeOrganiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { atTheEnd } from "#tests/support/ending.ts";
import { deviceOf } from "#tests/support/live.ts";
import { campToRehearse } from "#tests/support/rehearsal.ts";

const { db, url } = await freshDatabase();
const live = openLive(db, url);
const server = http.createServer((request, response) =>
  keepRehearsalsApart(
    () => live,
    request,
    response,
    () => response.end(),
  ),
);
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
atTheEnd(async () => {
  await live.end();
  server.close();
});
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const statusOf = async (path: string, cookie = "") =>
  (await fetch(origin + path, { headers: { cookie } })).status;

it("lets pass whoever is at the copy, on every path, and nobody else", async () => {
  const { camp, olu } = await campToRehearse(db);
  const made = { people: 2, doors: 1, name: "Rehearsal" };
  const copy = (await makeCopy(db, camp.id, made, olu.personId, new Date()))!;
  const { slug } = copy;
  const token = (of: string) => `${cookieName("http:")}=${of}`;
  const campmaker = await deviceOf(db, await makeOrganiser(db, camp, "campmaker"));
  const paths = [`/e/${slug}`, `/e/${slug}/grid?shape=table`, `/e/%72${slug.slice(1)}/wall`];
  paths.push(`/live/${slug}/stream`, `/now/${slug}`, `/embed/${slug}`, `/api/v1/events/${slug}/sessions`);
  for (const path of paths) {
    for (const cookie of ["", token("no such token"), campmaker])
      expect([path, await statusOf(path, cookie)]).toEqual([path, 404]);
    const at = [
      await deviceOf(db, olu),
      ...[copy.people[1]!.token, copy.doors[0]!, copy.organiser].map(token),
    ];
    for (const cookie of at) expect([path, await statusOf(path, cookie)]).toEqual([path, 200]);
  }
  for (const path of ["/", `/e/${camp.slug}/grid`, `/live/${camp.slug}/stream`, "/e/no-such-camp"])
    expect([path, await statusOf(path)]).toEqual([path, 200]);
});
