import { expect, test } from "vitest";
import { changelogOf } from "#domain/changelog.ts";
import { WEBHOOK_KINDS } from "#domain/webhook.ts";
import { webhookBody } from "#domain/webhook-body.ts";
import { API, MESSAGES } from "#live/api/schema.ts";
import { ORIGIN, PROGRAMMES, session, versionsOf } from "#tests/support/programmes.ts";

test("a problem is one of HTTP, and no draft is a phase that anybody reads of", () => {
  const problem = { type: "about:blank", title: "Not Found", status: 404, detail: "No such camp" };
  expect(API.Problem.safeParse(problem).success).toBe(true);
  expect(API.Problem.safeParse({ ...problem, status: 200 }).success).toBe(false);
  expect(API.Event.shape.phase.safeParse("draft").success).toBe(false);
  expect(API.Event.shape.phase.safeParse("sessions").success).toBe(true);
});

test.each(WEBHOOK_KINDS)("a message is what it is described as, and nothing more: %s", (kind) => {
  const [entry] = changelogOf(versionsOf(PROGRAMMES.cancelled!), false);
  const [from, to] = kind === "phase.moved" ? ["pitching", "grid"] : [null, null];
  const news = { kind, at: "2026-07-14T09:00:00.000Z", version: 2, subject: session(1, "").id, from, to };
  const body = webhookBody(news, { slug: "brum", name: "Brum Camp" }, entry!, ORIGIN)!;
  const { type, timestamp, data } = MESSAGES[kind].shape;
  expect({
    ...{ type: type.parse(body.type), timestamp: timestamp.parse(body.timestamp) },
    data: data.strict().parse(body.data),
  }).toEqual(body);
});
