/** What somebody may see ends with their standing, on screens that are open already. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Database } from "#db/connection.ts";
import { changeRoles, removeCrew } from "#db/crew.ts";
import { endDevice, endDevices, holdTicket, startDevice } from "#db/device.ts";
import { moveByHand } from "#db/people.ts";
import { giveBack } from "#db/registration/answer.ts";
import { event } from "#db/schema/event.ts";
import { cookieName } from "#domain/cookie.ts";
import { refusal } from "#messages/en/refusal.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { deviceOf, type LiveServer, liveServer, tap } from "#tests/support/live.ts";
import { camper, MORNING, organiser, type PitchingCamp, pitchingCamp } from "#tests/support/pitching.ts";
import { TestScreen } from "#tests/support/screen.ts";

let db: Database;
let server: LiveServer;
let camp: PitchingCamp;

beforeAll(async () => {
  let url: string;
  ({ db, url } = await freshDatabase());
  server = await liveServer(db, url);
  camp = await pitchingCamp(db);
});
afterAll(() => server.close());

const open = (audience: string, cookie: string) =>
  TestScreen.open(server.origin, camp.slug, audience, cookie);
const ended = (screen: TestScreen) => screen.until((it) => it.ended);

describe("an open desk", () => {
  test("ends when its organiser is taken off, and does not open again; another's goes on", async () => {
    const [one, two] = [await organiser(db, camp), await organiser(db, camp)];
    const [mine, theirs] = [await deviceOf(db, one), await deviceOf(db, two)];
    const [kept, lost] = [await open("desk", mine), await open("desk", theirs)];
    await removeCrew(db, one, two.personId, MORNING);
    await ended(lost);
    await expect(open("desk", theirs)).rejects.toThrow("404");
    expect(kept.ended).toBe(false);
    kept.close();
  });

  test("comes back as what they are now when their role changes", async () => {
    const [one, two] = [await organiser(db, camp), await organiser(db, camp)];
    const cookie = await deviceOf(db, two);
    const before = await open("desk", cookie);
    const asked = await changeRoles(db, one, two.personId, ["door"], MORNING);
    const { agreement } = (asked as unknown as { value: { agreement: string } }).value;
    await changeRoles(db, one, two.personId, ["door"], MORNING, agreement);
    await ended(before);
    (await open("desk", cookie)).close();
  });
});

describe("a camper's open phone", () => {
  test("ends when their place is given back or taken away, and comes back as a stranger's", async () => {
    const one = await organiser(db, camp);
    for (const leave of [
      ({ registrationId }: { registrationId: string }) => giveBack(db, registrationId, MORNING),
      ({ registrationId }: { registrationId: string }) =>
        moveByHand(db, one, registrationId, "remove", "asked to", MORNING),
    ]) {
      const [ama, bo] = [await camper(db, camp, "Ama"), await camper(db, camp, "Bo")];
      const [cookie, theirs] = [await deviceOf(db, ama), await deviceOf(db, bo)];
      const [lost, other] = [await open("phone", cookie), await open("phone", theirs)];
      expect((await leave(ama)).ok).toBe(true);
      await ended(lost);
      expect(other.ended).toBe(false);
      other.close();
    }
  });
});

describe("an ended device", () => {
  test("hears nothing more, and its next tap is a stranger's; other phones go on", async () => {
    const [ama, bo, one] = [
      await camper(db, camp, "Ama"),
      await camper(db, camp, "Bo"),
      await organiser(db, camp),
    ];
    const { id, token } = await startDevice(db, { personId: one.personId });
    await holdTicket(db, id, ama.registrationId);
    const cookie = `${cookieName("http:")}=${token}`;
    const [lost, other] = [await open("phone", cookie), await open("phone", await deviceOf(db, bo))];
    const pitch = crypto.randomUUID();
    // Who they are is remembered from here on; there is no such pitch.
    expect((await tap(server.origin, cookie, camp.slug, pitch)).status).toBe(404);
    await endDevice(db, one.personId, id);
    await ended(lost);
    expect((await tap(server.origin, cookie, camp.slug, pitch)).status).toBe(401);
    expect(other.ended).toBe(false);
    other.close();
  });

  test("is told so where a desk asks, at every address of the desk, and no more that there is such a camp", async () => {
    const one = await organiser(db, camp);
    const { id, token } = await startDevice(db, { personId: one.personId });
    const headers = { cookie: `${cookieName("http:")}=${token}` };
    const paths = ["stream?audience=desk", "snapshot?audience=desk", `pitches/${id}/weights`, "help"];
    const ask = async (slug: string) =>
      Promise.all(
        paths.map(async (path) => {
          const answer = await fetch(`${server.origin}/live/${slug}/${path}`, { headers });
          if (answer.ok) return (await answer.body?.cancel()) ?? answer.status;
          return [answer.status, await answer.json()];
        }),
      );
    expect(await ask(camp.slug)).toEqual([200, 200, 200, 200]);
    await endDevice(db, one.personId, id);
    const told = [401, { refusal: "signed_out", ...refusal.signed_out }];
    await vi.waitFor(async () => expect(await ask(camp.slug)).toEqual(paths.map(() => told)));
    expect(await ask("no-such-camp")).toEqual(paths.map(() => told));
  });

  test("ends with all the others of its person", async () => {
    const one = await organiser(db, camp);
    const cookies = await Promise.all([1, 2, 3].map(() => deviceOf(db, one)));
    const screens = await Promise.all(cookies.map((cookie) => open("desk", cookie)));
    await endDevices(db, one.personId, null);
    await Promise.all(screens.map(ended));
  });
});

// A tap at a draft once answered "no ticket", and at nothing "not found".
test("a draft answers a stranger as a camp that is not there, at every address", async () => {
  const draft = await pitchingCamp(db);
  await db.update(event).set({ phase: "draft" }).where(eq(event.slug, draft.slug));
  const asked = async (slug: string) => {
    const paths = ["stream", "stream?audience=desk", "snapshot", "me"];
    const answers = await Promise.all(
      paths.map(async (path) => {
        const response = await fetch(`${server.origin}/live/${slug}/${path}`);
        return [response.status, await response.text()];
      }),
    );
    const { status, body } = await tap(server.origin, undefined, slug, crypto.randomUUID());
    return [...answers, [status, JSON.stringify(body)]];
  };
  const answers = await asked(draft.slug);
  expect(answers).toEqual(await asked("no-such-camp"));
  expect(answers.map(([status]) => status)).toEqual([404, 401, 404, 404, 404]);
});
