/** The camp in one file that is kept: its pages, the desk where it is got, and the programs that write and read it. */
import { ENOUGH } from "#domain/equality/disclosure.ts";

export const archive = {
  /** On the pages inside the file. */
  home: (camp: string) => `${camp}: the front page`,
  kept: "This is a copy of the camp to keep. It needs no network and no script.",
  grid: "The grid",
  noGrid: "No grid was published.",
  asPublished: (version: number, when: string) => `Version ${version}, published at ${when}.`,
  sessions: "Sessions and pitches",
  onTheGrid: "On the grid",
  others: "Pitched, and on no grid",
  nothing: "Nothing was pitched.",
  where: (time: string, room: string) => `${time}, ${room}`,
  unnamed: "No names are kept of this one.",
  feedback: "What everybody said",
  about: "About this camp",
  programs: "For programs",
  programsWhy: "The same camp as tables, calendars and data.",
  files: {
    "data/grid.csv": "The grid as a table (CSV)",
    "data/sessions.csv": "Its sessions as a list (CSV)",
    "data/pitches.csv": "All that was pitched (CSV)",
    "data/calendar.ics": "The grid as a calendar (iCalendar)",
    "data/schedule.xml": "The grid for conference apps (XML)",
    "data/schedule.json": "The grid for conference apps (JSON)",
    "data/api/event.json": "The camp as our API says it (JSON)",
    "data/api/sessions.json": "Its sessions as our API says them (JSON)",
    "data/api/rooms.json": "Its rooms as our API says them (JSON)",
    "data/api/slots.json": "Its slots as our API says them (JSON)",
    "camp.json": "The camp whole, to bring it into another Wallchart (JSON)",
  },
  roomCalendar: (room: string) => `${room} as a calendar (iCalendar)`,
  columns: {
    title: "Title",
    line: "In a line",
    hosts: "Hosts",
    kind: "Kind",
    notes: "Notes",
    placed: "On the grid",
    yes: "yes",
    no: "no",
  },

  desk: {
    title: "The camp in one file",
    lede: "The public side of this camp as plain pages that open from a disk: its front page, its own pages, the grid as it is published, what was pitched, and how people say it was. Tables, calendars and data are inside.",
    left: `What is not in it: people, but for hosts who are shown; sessions that are not listed, but for when and where; hosts of sessions without names; drafts; who is named in the code of conduct; and what fewer than ${ENOUGH} people said.`,
    same: "Whoever downloads it gets the same file. Once somebody has it, nothing can be taken out of their copy.",
    keepFirst: "Keep the public side of it in one file first",
    download: "Download the camp",
    notYet: "There is nothing to keep before everybody can see this camp.",
    shell: "Whoever runs the server gets the same file with",
  },

  file: (slug: string) => `${slug}.zip`,

  shell: {
    exportUsage:
      "Say which camp: npm run export -- --event NAME [--to FILE]. NAME is its name, or the last part of its address.",
    noCamp: (name: string) => `There is no camp called ${name}.`,
    notPublic: (name: string) =>
      `${name} has no public side to keep: it is still a draft, or a copy for a rehearsal.`,
    notWritten: (path: string) => `${path} cannot be written. Is its folder there, and are you allowed to?`,
    written: (path: string, files: number) => `Wrote ${files} files into ${path}.`,
    importUsage: "Say which file: npm run import-camp -- FILE. It is a zip that npm run export wrote.",
    noFile: (path: string) => `${path} cannot be read. Is the path right?`,
    wrong: {
      no_zip: (path: string) => `${path} is no zip, or a broken one. Nothing was brought in.`,
      without: (path: string) =>
        `${path} holds no camp.json, or several, so it is no camp that was exported. Nothing was brought in.`,
      big: (path: string) =>
        `${path} is larger than a camp can be, or unpacks to more than that. Nothing was brought in.`,
      unfit: (path: string) =>
        `The camp.json in ${path} is not as an export writes it, so nothing was brought in. It may have been changed by hand, or written by a newer version.`,
    },
    taken: (slug: string) =>
      `There is a camp at /e/${slug} already, or parts of this one under another address. Nothing was brought in.`,
    brought: (name: string, slug: string) => `${name} is in the archive now, at /e/${slug}.`,
    broken: (code: string) =>
      `The database did not take it (${code}), and nothing was brought in. Try again, and if it happens once more, tell whoever maintains Wallchart.`,
  },
};
