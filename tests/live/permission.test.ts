/**
 * Every live handler, asked for by everybody: each role of this camp, each of another camp, somebody signed in, a camper
 * and nobody. Who is answered is in the list below, and whoever is not is told why in words.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#db/connection.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { cookieName } from "#domain/cookie.ts";
import type { Capability } from "#domain/permission.ts";
import { common } from "#messages/en/common.ts";
import { refusal } from "#messages/en/refusal.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { liveHandlers } from "#tests/support/desk.ts";
import {
  everybodyAt,
  isSignedIn,
  may,
  needPasskeys,
  usePasskeys,
  type Who,
} from "#tests/support/everybody.ts";
import { type LiveServer, liveServer } from "#tests/support/live.ts";
import { pitchForm } from "#tests/support/pitching.ts";

/** `counter`: whoever runs the day, and campers, of whom hosts are let. `writer`: campers, and all of the crew. */
type Whom = Capability | "camper" | "counter" | "writer" | "everybody";

/** What live handlers answer: to the crew with a capability, to campers, or to everybody. */
const LIVE: Readonly<Record<string, Whom>> = {
  "GET /live/{slug}/stream": "everybody",
  "GET /live/{slug}/snapshot": "everybody",
  "GET /live/{slug}/me": "everybody",
  "GET /live/{slug}/registration": "everybody",
  "POST /live/{slug}/registration": "everybody",
  "PUT /live/{slug}/pitches/{pitch}/hand": "camper",
  "DELETE /live/{slug}/pitches/{pitch}/hand": "camper",
  "PUT /live/{slug}/runs/{run}/star": "camper",
  "DELETE /live/{slug}/runs/{run}/star": "camper",
  "PUT /live/{slug}/runs/{run}/heads": "counter",
  "POST /live/{slug}/runs/{run}/note": "writer",
  "GET /live/{slug}/runs/{run}/note/stream": "writer",
  "GET /live/{slug}/pitches/{pitch}/weights": "seeProgramme",
  "GET /live/{slug}/unsubscribe/{token}": "everybody",
  "POST /live/{slug}/unsubscribe/{token}": "everybody",
  "POST /live/{slug}/door": "checkIn",
  "GET /live/{slug}/called": "checkIn",
  "GET /live/{slug}/help": "seeProgramme",
  "GET /live/{slug}/archive": "changeSettings",
  "GET /live/{slug}/requests": "arrange",
  "GET /live/{slug}/review": "publish",
  "POST /hooks/mail/{shape}": "everybody",
  "GET /now(?:/{slug})?/?": "everybody",
  "HEAD /now(?:/{slug})?/?": "everybody",
  "GET /embed/{slug}": "everybody",
  "HEAD /embed/{slug}": "everybody",
  "GET /e/{slug}/plain": "everybody",
  "HEAD /e/{slug}/plain": "everybody",
};

let db: Database;
let server: LiveServer;
let camp: TestCamp;
let pitch: string;
let everybody: Who[];

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  server = await liveServer(db, fresh.url);
  camp = await makeCamp(db, { phase: "pitching" });
  const first = await makeOrganiser(db, camp);
  const form = pitchForm("Job swaps");
  await bringPitchFor(db, first, form, [], NOON);
  pitch = form.id;
  everybody = await everybodyAt(db, camp, await makePerson(db, camp, "confirmed", { rank: 1 }));
});
afterAll(() => server.close());

const fetchAs = ({ token }: Who, handler: string, query = "", slug = camp.slug) => {
  const [method = "", path = ""] = handler.split(" ");
  const address = path
    .replace("(?:/{slug})?/?", "/{slug}")
    .replace("{slug}", slug)
    .replace("{pitch}", pitch)
    .replace("{run}", pitch)
    .replace("{shape}", "signed")
    .replace("{token}", "x".repeat(43));
  const headers = { cookie: `${cookieName("http:")}=${token}` };
  return fetch(`${server.origin}${address}${query}`, {
    method,
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(20_000),
  });
};

test("all of them are in the list", () => {
  expect(liveHandlers()).toEqual(Object.keys(LIVE).sort());
});

test.each(Object.entries(LIVE))("%s", async (handler, whom) => {
  const got: string[] = [];
  for (const who of everybody) {
    const response = await fetchAs(who, handler);
    // A registration with nothing in it is refused, to everybody alike.
    if (![401, 404].includes(response.status)) got.push(who.name);
    await response.body?.cancel();
  }
  const expected = everybody.filter((who) => {
    if (whom === "everybody") return true;
    if (whom === "camper") return who.name === "a camper";
    if (whom === "writer") return who.name === "a camper" || who.roles;
    return whom === "counter" ? who.name === "a camper" || may(who, ["runPitches"]) : may(who, [whom]);
  });
  expect(got).toEqual(expected.map(({ name }) => name));
});

/** Why somebody is not answered; null where the rest of the answer is a page. */
const whyNot = (whom: Whom, who: Who, isThere: boolean) => {
  if (whom === "camper" || whom === "counter" || whom === "writer")
    return isThere ? "no_ticket" : "not_found";
  return whom === "everybody" || isSignedIn(who) ? "not_found" : "signed_out";
};

test.each(Object.entries(LIVE))("%s says in words why it does nothing", async (handler, whom) => {
  for (const slug of [camp.slug, "no-such-camp"])
    for (const who of everybody) {
      const response = await fetchAs(who, handler, "", slug);
      const isJson = response.headers.get("content-type")?.startsWith("application/json");
      if (![401, 404].includes(response.status)) await response.body?.cancel();
      else if (!isJson)
        expect([await response.text(), handler]).toEqual([isHead(handler) ? "" : notFound, handler]);
      else {
        const why = whyNot(whom, who, slug === camp.slug);
        expect([who.name, await response.json()]).toEqual([who.name, { refusal: why, ...refusal[why] }]);
      }
    }
});

const isHead = (handler: string) => handler.startsWith("HEAD");
const notFound = expect.stringContaining(common.notFound.title);

test.each(["stream", "snapshot"])(
  "a desk's %s is its crew's, with the parts that each may see",
  async (path) => {
    for (const who of everybody) {
      const response = await fetchAs(who, `GET /live/{slug}/${path}`, "?audience=desk");
      expect([who.name, response.status]).toEqual([who.name, who.roles ? 200 : isSignedIn(who) ? 404 : 401]);
      if (!who.roles) continue;
      const text = path === "snapshot" ? await response.text() : await firstMessage(response);
      const { people, draft } = JSON.parse(text);
      expect([who.name, people !== null, draft !== null]).toEqual([
        who.name,
        may(who, ["seePeople"]),
        may(who, ["seeProgramme"]),
      ]);
    }
  },
);

test("where the camp needs a passkey, its crew is told so until it used one", async () => {
  const forCrew = Object.entries(LIVE).flatMap(([handler, whom]) =>
    ["everybody", "camper", "counter", "writer"].includes(whom)
      ? []
      : [[handler, whom as Capability] as const],
  );
  const crew = everybody.filter(({ roles }) => roles);
  await needPasskeys(db, camp);
  server.live.viewers.forgetAll(null);
  for (const who of crew)
    for (const [handler] of [...forCrew, ["GET /live/{slug}/stream"]] as const) {
      const response = await fetchAs(who, handler!, "?audience=desk");
      expect([who.name, handler, response.status]).toEqual([who.name, handler, 403]);
      expect(await response.json()).toMatchObject({ refusal: "passkey_needed", ...refusal.passkey_needed });
    }
  await usePasskeys(db, everybody);
  server.live.viewers.forgetAll(null);
  for (const who of crew)
    for (const [handler, capability] of forCrew) {
      const response = await fetchAs(who, handler);
      await response.body?.cancel();
      const let_ = ![401, 403, 404].includes(response.status);
      expect([who.name, handler, let_]).toEqual([who.name, handler, may(who, [capability])]);
    }
});

async function firstMessage(response: Response): Promise<string> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (!/^data: .*\n\n/m.test(text)) text += decoder.decode((await reader.read()).value);
  await reader.cancel();
  return /^data: (.*)$/m.exec(text)![1]!;
}
