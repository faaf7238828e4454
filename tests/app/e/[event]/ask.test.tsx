/** The page on which campers ask something of a session, and what its forms answer. */
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { askForChange, standBehind } from "#app/e/[event]/ask/[pitch]/actions.ts";
import Page from "#app/e/[event]/ask/[pitch]/page.tsx";
import { settle } from "#app/e/[event]/desk/grid/requests.ts";
import { putTellingsAway } from "#app/e/[event]/telling.ts";
import { FRESH } from "#app/respond.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { holdTicket, startDevice } from "#db/device.ts";
import { readMe } from "#db/me.ts";
import { listRequests } from "#db/session-request/reading.ts";
import type { Attendee } from "#domain/viewer.ts";
import { requestsDesk } from "#messages/en/requests-desk.ts";
import { sessionRequest as words } from "#messages/en/session-request.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { answersIn, type Fields, formOf, outcome } from "#tests/support/forms.ts";
import { camper } from "#tests/support/pitching.ts";
import { makeTold, type Told } from "#tests/support/tellings.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
let told: Told;
let ama: Attendee;
let bo: Attendee;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
});
afterAll(closeDatabase);

beforeEach(async () => {
  told = await makeTold(db, new Date());
  [ama, bo] = [await camper(db, told.camp, "Ama"), await camper(db, told.camp, "Bo")];
  await told.publish(1, [0, 1]);
});

async function comesIn(who: Attendee | null): Promise<void> {
  const { id, token } = await startDevice(db, {});
  if (who) await holdTicket(db, id, who.registrationId);
  asker.token = token;
}
async function organises(): Promise<void> {
  asker.token = (await startDevice(db, { personId: told.dan.personId })).token;
}
const drawn = (page: ReactNode) =>
  renderToStaticMarkup(
    <AppRouterContext.Provider value={{} as AppRouterInstance}>{page}</AppRouterContext.Provider>,
  );
const html = async (done?: string) => {
  const params = Promise.resolve({ event: told.camp.slug, pitch: told.pitches[0]! });
  return drawn(await Page({ params, searchParams: Promise.resolve(done ? { done } : {}) }));
};
const send = async (fields: Fields) => {
  const form = formOf({ ...answersIn(await html()), ...fields });
  return outcome(() => askForChange(told.camp.slug, told.pitches[0]!, FRESH, form));
};
const requests = () => listRequests(db, told.camp.eventId, new Date());

test("what may be asked is asked without a script, and moving takes a reason", async () => {
  await comesIn(ama);
  const page = await html();
  for (const said of ["Move it", "Run it again", "Not at the same time as", "Hall"])
    expect(page).toContain(said);
  expect(await send({})).toMatchObject({ errors: { wanted: words.ask.missing } });
  expect(await send({ wanted: "move" })).toMatchObject({ errors: { reason: words.ask.reasonMissing } });
  expect(await send({ wanted: "move", reason: "The bus" })).toContain("done=asked");
  expect(await send({ wanted: told.pitches[1]! })).toContain("done=asked");
  expect((await requests()).map(({ kind }) => kind).sort()).toEqual(["apart", "move"]);
  expect(await html("asked")).toContain(words.done.asked.title);
});

test("another stands behind it and stops, reads how many, and neither name nor reason", async () => {
  await comesIn(ama);
  await send({ wanted: "move", reason: "The bus" });
  const id = (await requests())[0]!.id;
  await comesIn(bo);
  expect(await html()).toContain("1 person asks to have it moved.");
  expect(await html()).not.toMatch(/Ama|The bus/);
  const stand = (act: string) =>
    outcome(() => standBehind(told.camp.slug, told.pitches[0]!, FRESH, formOf({ id, act })));
  expect(await stand("back")).toContain("done=backed");
  expect(await html()).toContain(`2 people ask to have it moved.`);
  expect(await stand("stop")).toContain("done=stopped");
  expect(await stand("cheer")).toMatchObject({ refusal: { code: "bad_input" } });
});

test("strangers find that asking is for people at the camp, and a session that is off nobody finds", async () => {
  await comesIn(null);
  expect(await html()).toContain(words.noPlace.title);
  await comesIn(ama);
  await told.publish(2, [null, 1]);
  expect(await outcome(() => html())).toContain("404");
});

test("the crew says yes, or why not, and whoever asked puts it away", async () => {
  await comesIn(ama);
  await send({ wanted: "again" });
  const id = (await requests())[0]!.id;
  await organises();
  const answers = (fields: Fields) =>
    outcome(() => settle(told.camp.slug, FRESH, formOf({ id, outcome: "no", ...fields })));
  expect(await answers({ words: "" })).toMatchObject({ errors: { words: requestsDesk.reasonMissing } });
  expect(await answers({ words: "x".repeat(400) })).toMatchObject({
    errors: { words: requestsDesk.reasonLong },
  });
  expect(await answers({ words: "Every room is taken" })).toEqual(FRESH);
  expect(await answers({ outcome: "yes" })).toMatchObject({ refusal: { code: "changed_meanwhile" } });
  await comesIn(ama);
  const mine = () => readMe(db, { registrationId: ama.registrationId, attendee: ama, crew: null });
  const { answered } = await mine();
  expect(answered).toMatchObject([{ outcome: "no", words: "Every room is taken" }]);
  expect(await putTellingsAway(told.camp.slug, "yesterday")).toMatchObject({ what: expect.any(String) });
  expect(await putTellingsAway(told.camp.slug, answered![0]!.at)).toBe(null);
  expect(await mine()).not.toHaveProperty("answered");
});
