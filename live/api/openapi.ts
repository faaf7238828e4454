/** The API's own description (OpenAPI 3.1), made from what its answers are parsed by. */
import { z } from "zod";
import type { WebhookKind } from "#domain/webhook.ts";
import { API, type Api, MESSAGES } from "#live/api/schema.ts";

/** What can be asked of a camp: what comes after its address, and what is answered. */
export const PARTS_OF_A_CAMP = {
  event: { path: "", answer: "Event" },
  sessions: { path: "/sessions", answer: "Sessions" },
  rooms: { path: "/rooms", answer: "Rooms" },
  slots: { path: "/slots", answer: "Slots" },
  changes: { path: "/changes", answer: "Changes" },
} as const satisfies Record<string, { path: string; answer: keyof Api }>;
export type PartOfACamp = keyof typeof PARTS_OF_A_CAMP;

/** In words of the reader's language. */
export type ApiWords = {
  title: string;
  about: string;
  parts: Record<PartOfACamp, string>;
  slug: string;
  answered: string;
  unchanged: string;
  /** What programs that are told are told of. */
  messages: Record<WebhookKind, string>;
  taken: string;
  missing: string;
  away: string;
};

/** @param origin of this installation, as `https://camps.example.org` */
export function openapi(origin: string, words: ApiWords): object {
  const answers = {
    304: { description: words.unchanged },
    404: problem(words.missing),
    503: problem(words.away),
  };
  const paths = Object.entries(PARTS_OF_A_CAMP).map(([name, { path, answer }]) => [
    `/events/{event}${path}`,
    {
      get: {
        operationId: `read_${name}`,
        summary: words.parts[name as PartOfACamp],
        parameters: [{ $ref: "#/components/parameters/event" }],
        responses: {
          200: {
            description: words.answered,
            headers: { etag: { schema: { type: "string" } } },
            content: { "application/json": { schema: { $ref: refOf(answer) } } },
          },
          ...answers,
        },
      },
    },
  ]);
  return {
    openapi: "3.1.0",
    info: { title: words.title, version: "1.0.0", description: words.about },
    servers: [{ url: `${origin}/api/v1` }],
    paths: Object.fromEntries(paths),
    webhooks: Object.fromEntries(
      Object.keys(MESSAGES).map((kind) => [kind, told(kind as WebhookKind, words)]),
    ),
    components: {
      parameters: {
        event: {
          name: "event",
          in: "path",
          required: true,
          description: words.slug,
          schema: { type: "string" },
        },
      },
      schemas: schemas(),
    },
  };
}

const told = (kind: WebhookKind, { messages, taken }: ApiWords) => ({
  post: {
    operationId: `told_${kind.replace(".", "_")}`,
    summary: messages[kind],
    parameters: ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => {
      return { name, in: "header", required: true, schema: { type: "string" } };
    }),
    requestBody: { required: true, content: { "application/json": { schema: { $ref: refOf(kind) } } } },
    responses: { "2XX": { description: taken } },
  },
});

const refOf = (name: string) => `#/components/schemas/${name}`;

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: refOf("Problem") } } },
});

function schemas(): Record<string, object> {
  const named = Object.entries({ ...API, ...MESSAGES }).map(([name, schema]) => {
    const { $schema: _, ...said } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "output" });
    return [name, said] as const;
  });
  return Object.fromEntries(named);
}
