/** Mails of every kind, with facts as a camp would have them. */

import type { MailKind } from "#domain/mail.ts";
import { FACTS, type Told, toldIn } from "#domain/mail-facts.ts";

/** @param change other facts than the usual; those that the kind does not have are left out */
export function told(kind: MailKind, registrationId: string, change: Record<string, string> = {}): Told {
  const usual = {
    ...{ registrationId, status: "waiting", until: "2026-07-13T07:00:00.000Z", reason: "雨", over: "" },
    ...{ camp: "野営", by: "愛", role: "campmaker" },
    ...{ days: "2026-07-14T08:00:00.000Z", zone: "Europe/London", place: "京都" },
    ...{ wasDays: "2026-07-13T07:00:00.000Z", wasZone: "Europe/London", wasPlace: "大阪" },
  };
  const read = toldIn(kind, { ...usual, ...change });
  if (!read) throw new Error(`no facts for ${kind}: ${FACTS[kind].join(", ")}`);
  return read;
}
