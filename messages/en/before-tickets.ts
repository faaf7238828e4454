/** What is missing before the tickets of a camp can open, beside the way to open them. */
import type { Lack } from "#domain/camp-page.ts";

const PAGES: Record<Lack["page"], string> = {
  privacy: "Privacy notice",
  accessibility: "Accessibility statement",
};

const WHY: Record<Lack["why"], string> = {
  ours: "fill its gaps",
  gaps: "fill what is left",
  unread: "read it through",
};

export const beforeTickets = {
  title: "Before tickets can open",
  lack: (page: Lack["page"], why: Lack["why"]) => `${PAGES[page]}: ${WHY[why]}`,
  why: "Whoever registers must be able to read what becomes of their data, and whether the pages work for them.",
  /** Of a camp that is open already. */
  open: {
    title: (pages: number) =>
      pages === 1
        ? "page that people must be able to read is not complete"
        : "pages that people must be able to read are not complete",
    why: "Your camp is open, and whoever registers must be able to read what becomes of their data, and whether the pages work for them.",
  },
};
