/** What becomes of a camp that is archived or deleted, said before it is done. */
import { count, number } from "#messages/counts.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");

type Goes = { registrations: number; pitches: number; versions: number; crew: number };

export const end = {
  title: "Archive or delete this camp",
  link: "Archive or delete this camp",
  back: "Settings",
  archive: {
    title: "Archive it",
    means: ({ registrations, keepDays }: Goes & { keepDays: number }) => [
      "Everybody can still read what was pitched, the grid and the camp’s pages, at the same addresses.",
      "Nothing can be changed any more, neither at the desk nor by campers. Only how long data is kept can.",
      `${many(registrations, "# registration is", "# registrations are")} kept. Who had no place, and what people needed for the day, is deleted ${many(keepDays, "# day", "# days")} after the camp; the others have themselves deleted when they like.`,
      "Nobody is mailed for it. Phones are told nothing any more, and open offers, if there are any, have ended with the camp.",
      "It can be moved back.",
    ],
    how: "You archive a camp as you move it through its day: with the step “In the archive”, in the box that says where it is.",
    is: "It is in the archive now.",
    halted:
      "A camp that is called off or put off stays as that, and needs no archive. Called off, it can be deleted below.",
  },
  delete: {
    title: "Delete it",
    lede: "It is done at once, and nobody can undo it. What goes:",
    goes: ({ registrations, pitches, versions, crew }: Goes) => [
      `${many(registrations, "# registration", "# registrations")}, with names, addresses, answers and everything that happened to them; whoever can sign in for this camp alone no longer can`,
      `${many(pitches, "# pitch", "# pitches")} with their hands, and ${many(versions, "# version", "# versions")} of the grid`,
      "every page of the camp, its words, its feeds, its log and the list of its mails; its address leads nowhere",
      `the desk, for ${crew === 1 ? "its one member of the crew" : `all ${number(crew, "en-GB")} of the crew`}`,
    ],
    stays:
      "What stays: emails that reached people, calendars they took, sheets you downloaded or printed, backups until they are replaced, and one line in the log of this installation: which camp it was, how many were registered, who deleted it and when. Nobody is mailed.",
    address: (slug: string) => `Type the camp’s address, ${slug}`,
    sure: (camp: string) => `Delete ${camp} for good`,
    busy: "Deleting it",
    notNow: "It cannot be deleted now",
    archiveFirst:
      "Move it into the archive first: that tells everybody it concerns, and leaves you a way back.",
    registered:
      "People are registered for it, and nobody would tell them that it is gone. Write to them, and take them off the list first; or move the camp on to the archive.",
  },
};
