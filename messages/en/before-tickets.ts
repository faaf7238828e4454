/** What is missing before the tickets of a camp can open, beside the way to open them. */
import type { Lack } from "#domain/camp-page.ts";

const PAGES: Record<Lack["page"], string> = {
  privacy: "The privacy notice",
  accessibility: "The accessibility statement",
};

const WHY: Record<Lack["why"], string> = {
  ours: "is still in our words, with gaps that only you can fill",
  gaps: "has gaps that are still to be filled",
  unread: "is still to be read through and said to be true",
};

export const beforeTickets = {
  title: "Before tickets can open",
  lack: (page: Lack["page"], why: Lack["why"]) => `${PAGES[page]} ${WHY[why]}`,
  why: "Whoever registers must be able to read what becomes of their data, and whether the pages work for them.",
};
