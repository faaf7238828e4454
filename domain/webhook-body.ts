/** What a webhook says (Standard Webhooks): of the published grid and the phase, and of nobody. */
import { type ChangeRecord, changeRecord } from "#domain/change-record.ts";
import type { Entry } from "#domain/changelog.ts";
import type { WebhookKind } from "#domain/webhook.ts";

/** What is to be told, as the outbox keeps it: what it is about, and not what to say. */
export type WebhookNews = {
  kind: WebhookKind;
  /** When it happened, ISO 8601. */
  at: string;
  version: number | null;
  /** Of the session. */
  subject: string | null;
  /** Phases. */
  from: string | null;
  to: string | null;
};

export type WebhookBody = { type: WebhookKind; timestamp: string; data: Record<string, unknown> };

type Camp = { slug: string; name: string };

/**
 * Null where there is nothing to say any more: a session that is not listed or was hidden meanwhile, or whose version was
 * taken back.
 * @param entry of the version it is about; null where it is about none
 * @param origin of this installation, as `https://camps.example.org`
 */
export function webhookBody(
  { kind, at, version, subject, from, to }: WebhookNews,
  camp: Camp,
  entry: Entry | null,
  origin: string,
): WebhookBody | null {
  const event = { slug: camp.slug, name: camp.name, page: `${origin}/e/${camp.slug}` };
  const api = `${origin}/api/v1/events/${camp.slug}`;
  const said = (data: Record<string, unknown>): WebhookBody => ({
    type: kind,
    timestamp: at,
    data: { event, ...data },
  });
  switch (kind) {
    case "grid.published":
      return said({
        version,
        since: entry?.since ?? null,
        takenBackAt: entry?.takenBackAt ?? null,
        changes: changesOf(entry),
        more: entry?.more ?? 0,
        sessions: `${api}/sessions`,
      });
    case "grid.taken_back":
      return said({ version, sessions: `${api}/sessions` });
    case "session.moved": {
      const change = entry?.told.find(({ id }) => id === subject);
      return change ? said({ version, change: changeRecord(change) }) : null;
    }
    case "phase.moved":
      return said({ from, to });
    case "test":
      return said({});
  }
}

const changesOf = (entry: Entry | null): ChangeRecord[] => (entry?.told ?? []).map(changeRecord);
