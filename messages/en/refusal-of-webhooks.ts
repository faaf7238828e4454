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
  demo_tells_nobody: {
    what: "A demo camp or a rehearsal tells no other program: anybody can run a demo and name any address, and nothing of a rehearsal goes out.",
    next: "Do it in a camp of your own.",
  },
  webhook_off: {
    what: "That address is told nothing, because it failed for days or wanted no more.",
    next: "Switch it on again, then send what it missed.",
  },
} satisfies Partial<Record<Refusal, { what: string; next: string }>>;
