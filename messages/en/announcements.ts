/** Announcements: one sentence from the desk to every phone and the wall. */
export const announcements = {
  /** On a phone and the plain page, above those that were said. */
  title: "Announcements",
  /** For a screen reader, before the words. */
  from: "Announcement:",
  dismiss: "Got it",
  more: { one: "# more", other: "# more" },
};
