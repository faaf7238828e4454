import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { WEBHOOK_KINDS } from "#domain/webhook.ts";
import { eventAnswer, roomsAnswer, sessionsAnswer, slotsAnswer } from "#live/api/answers.ts";
import { openapi } from "#live/api/openapi.ts";
import { API, MESSAGES } from "#live/api/schema.ts";
import { api as words } from "#messages/en/api.ts";
import { ORIGIN, PROGRAMMES, shownOf } from "#tests/support/programmes.ts";

type Described = {
  paths: Record<
    string,
    { get: { responses: Record<string, { content?: Record<string, { schema: object }> }> } }
  >;
  webhooks: Record<string, object>;
  components: { schemas: Record<string, object> };
};
const described = openapi(ORIGIN, words) as Described;

test("the description is one of OpenAPI 3.1", async () => {
  const validator = new Validator();
  const whole = JSON.parse(JSON.stringify(described));
  expect(await validator.validate(whole)).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  expect(await new Validator().validate({ ...whole, paths: { nowhere: {} } })).toMatchObject({
    valid: false,
  });
});

test("it has every schema, and each path leads to one of them", () => {
  expect(Object.keys(described.components.schemas)).toEqual([...Object.keys(API), ...Object.keys(MESSAGES)]);
  const refs = JSON.stringify(described).match(/#\/components\/schemas\/[\w.]+/g)!;
  for (const ref of refs) expect(described.components.schemas).toHaveProperty([ref.split("/").at(-1)!]);
  expect(Object.keys(described.paths)).toEqual([
    "/events/{event}",
    "/events/{event}/sessions",
    "/events/{event}/rooms",
    "/events/{event}/slots",
    "/events/{event}/changes",
  ]);
  expect(Object.keys(described.webhooks)).toEqual([...WEBHOOK_KINDS]);
});

test("what it says of an answer is true of the answer, as another program checks it", () => {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  const of = { event: PROGRAMMES["one day"]!.event, grid: shownOf(PROGRAMMES["one day"]!) };
  const answers: [string, object][] = [
    ["Event", eventAnswer(of, ORIGIN)],
    ["Sessions", sessionsAnswer(of)],
    ["Rooms", roomsAnswer(of)],
    ["Slots", slotsAnswer(of)],
  ];
  for (const [name, answer] of answers) {
    const validate = ajv.compile(described.components.schemas[name]!);
    validate(JSON.parse(JSON.stringify(answer)));
    expect([name, validate.errors]).toEqual([name, null]);
    for (const field of Object.keys(answer)) {
      const { [field]: _, ...less } = answer as Record<string, unknown>;
      expect([field, validate(less)]).toEqual([field, false]);
    }
  }
});
