/** Words of what the crew notes of somebody, for each other. */
import { LONGEST } from "#domain/limits.ts";

export const crewNote = {
  title: "Notes of the crew",
  what: "Read by whoever may change people’s places. If they ask for what we hold about them, the notes are in it, without who wrote them.",
  none: "Nothing is noted yet.",
  nobody: "Somebody no longer here",
  by: (name: string, when: string) => `${name}, ${when}`,
  changed: (when: string) => `changed ${when}`,
  add: "Add a note",
  words: "Note",
  missing: `Write something, in up to ${LONGEST.crewNote} characters`,
  save: "Save the note",
  saving: "Saving",
  change: "Change or delete",
  changeOf: (when: string) => `Change or delete your note of ${when}`,
  drop: "Delete this note",
  saved: "The note is saved.",
  dropped: "The note is deleted.",
};
