/** What is refused of the notes of a session. */
import type { Refusal } from "#domain/refusal.ts";

export const ofNotes = {
  no_notes: {
    what: "Nothing of this session is written down: its host asked for no notes.",
    next: "What you typed is on your phone alone. Talk to the host before you write it down anywhere.",
  },
  note_full: {
    what: "These notes are as long as notes can be, so the last of what you typed isn’t saved.",
    next: "Make something shorter and go on: what you typed is still here.",
  },
} satisfies Partial<Record<Refusal, { what: string; next: string }>>;
