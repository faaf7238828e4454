import { expect, test } from "vitest";
import { changelogOf } from "#domain/changelog.ts";
import { type WebhookNews, webhookBody } from "#domain/webhook-body.ts";
import { ORIGIN, PROGRAMMES, session, versionsOf } from "#tests/support/programmes.ts";

const camp = { slug: "brum", name: "Brum Camp" };
const event = { ...camp, page: `${ORIGIN}/e/brum` };
const [entry] = changelogOf(versionsOf(PROGRAMMES.cancelled!), false);
const news = (of: Partial<WebhookNews>): WebhookNews => ({
  ...{ kind: "test", at: "2026-07-14T09:00:00.000Z", version: null, subject: null, from: null, to: null },
  ...of,
});
const say = (of: Partial<WebhookNews>, about = entry!) => webhookBody(news(of), camp, about, ORIGIN);

test("a publication says its number and what it changed, and where the sessions are", () => {
  const body = say({ kind: "grid.published", version: 2 })!;
  expect(body).toMatchObject({
    ...{ type: "grid.published", timestamp: "2026-07-14T09:00:00.000Z" },
    data: { event, version: 2, more: 0, sessions: `${ORIGIN}/api/v1/events/brum/sessions` },
  });
  expect(body.data.changes).toMatchObject([{ kind: "moved", title: "Job swaps" }, { kind: "taken_off" }]);
  expect(say({ kind: "grid.published", version: 2 }, { ...entry!, more: 7 })!.data.more).toBe(7);
  expect(webhookBody(news({ kind: "grid.published", version: 1 }), camp, null, ORIGIN)!.data.changes).toEqual(
    [],
  );
});

test("a session that moved says from where to where, and nothing once it is to be told no more", () => {
  const { id } = session(1, "");
  expect(say({ kind: "session.moved", version: 2, subject: id })!.data.change).toMatchObject({
    ...{ id, title: "Job swaps", from: { room: "Main hall" }, to: { room: "Den" } },
  });
  expect(say({ kind: "session.moved", version: 2, subject: session(9, "").id })).toBeNull();
  expect(webhookBody(news({ kind: "session.moved", subject: id }), camp, null, ORIGIN)).toBeNull();
});

test("a step of the camp, a version taken back and a test say what they are", () => {
  expect(say({ kind: "phase.moved", from: "pitching", to: "grid" })!.data).toEqual({
    event,
    from: "pitching",
    to: "grid",
  });
  expect(say({ kind: "grid.taken_back", version: 2 })!.data).toMatchObject({ event, version: 2 });
  expect(say({ kind: "test" })).toEqual({
    type: "test",
    timestamp: "2026-07-14T09:00:00.000Z",
    data: { event },
  });
});

test("no host is named in any of them", () => {
  const all = (["grid.published", "session.moved", "grid.taken_back"] as const).map((kind) =>
    say({ kind, version: 2, subject: session(1, "").id }),
  );
  expect(JSON.stringify(all)).not.toMatch(/Ama|Rhys/);
});
