/** What is refused about programs that are told what changes. */
import type { Refusal } from "#domain/refusal.ts";

export const ofWebhooks = {
  webhook_there: {
    what: "That address is told what changes already.",
    next: "It is in the list. For another secret, press “New secret” there.",
  },
  webhooks_full: {
    what: "This camp tells as many addresses as it can.",
    next: "Take one away first.",
  },
  webhook_off: {
    what: "That address is told nothing, because it failed for days or wanted no more.",
    next: "Switch it on again, then send what it missed.",
  },
} satisfies Partial<Record<Refusal, { what: string; next: string }>>;
