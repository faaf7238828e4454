import { afterEach, describe, expect, test, vi } from "vitest";
import { send } from "#components/outbox/send.ts";
import { handWish } from "#components/voting/hands.ts";

const sent = { owner: "ama", castAt: 1_784_021_400_000 };

function answering(status: number, body: unknown) {
  const fetched = vi.fn(async (_address: string, _init: RequestInit) => Response.json(body, { status }));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}
afterEach(() => vi.unstubAllGlobals());

const sendNow = (up = true) => send({ ...handWish("brum", "p1", up), ...sent }, AbortSignal.timeout(1_000));

test("raises with PUT, takes down with DELETE, and says when it was tapped and by whom", async () => {
  const fetched = answering(200, { pitch: "p1", up: true });
  await sendNow();
  await sendNow(false);
  expect(fetched.mock.calls.map(([address, { method }]) => [method, address])).toEqual([
    ["PUT", "/live/brum/pitches/p1/hand"],
    ["DELETE", "/live/brum/pitches/p1/hand"],
  ]);
  expect(fetched.mock.calls[0]?.[1].headers).toEqual({ "cast-at": "1784021400000", "sent-for": "ama" });
});

test("believes what the server says one's hand is, and reads its clock", async () => {
  answering(200, { pitch: "p1", up: false, castAt: 5, now: 7 });
  expect(await sendNow()).toEqual({ kind: "saved", now: { up: false }, castAt: 5, at: 7 });
  answering(200, { pitch: "p1", up: false });
  expect(await sendNow()).toEqual({ kind: "saved", now: { up: false }, castAt: null, at: null });
});

describe("does not know, and sends again, when", () => {
  test.each([
    ["a sign-in page of a hotel answers", 200, { welcome: "Grand Hotel" }],
    ["the answer is about another pitch", 200, { pitch: "p2", up: true }],
    ["it came too often", 429, { refusal: "too_many" }],
    ["the server has a bad moment", 503, { what: "Something" }],
    ["something on the way says no", 403, { blocked: true }],
  ])("%s", async (_, status, body) => {
    answering(status, body);
    expect(await sendNow()).toEqual({ kind: "again" });
  });
});

test("takes a no for a no when it is ours", async () => {
  answering(409, { refusal: "not_open", what: "Not now.", next: "Later." });
  expect(await sendNow()).toEqual({ kind: "refused", refusal: "not_open", words: "Not now. Later." });
});
