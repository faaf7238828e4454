/** Where a published grid is read by calendars and other programs. */
export const feeds = {
  title: "Calendar and files",
  lede: "The grid as everybody may read it, for your calendar and for other programs. What moves on the grid moves in all of them.",
  back: "The grid",
  none: "The grid isn’t out yet. Until it is, calendars that follow it are empty, and fill by themselves.",
  calendar: {
    title: "In your calendar",
    body: "Follow it, and your calendar asks again by itself: how often is up to the program, some take hours. A downloaded file stays as it is.",
    follow: "Follow in my calendar",
    download: "Download as a file",
  },
  rooms: {
    title: "One room",
    body: "What happens in a single room. A session that moves elsewhere is marked as off there.",
    follow: "Follow",
    followOf: (room: string) => `Follow ${room} in my calendar`,
    download: "Download",
    downloadOf: (room: string) => `Download ${room} as a file`,
  },
  apps: {
    title: "In a conference app",
    body: "Giggity, EventFahrplan and other apps for conferences read this address. Copy it into the app.",
    xml: "As XML",
    json: "As JSON",
  },
  programs: {
    title: "For people who write programs",
    body: "The camp, its sessions, rooms, slots and changes as JSON, without a key, and a description of it (OpenAPI).",
    read: "The camp as JSON",
    described: "Its description",
  },
  /** The grid in a frame of somebody else's page. */
  embed: {
    title: (camp: string) => `The grid of ${camp}`,
    full: "The grid with everything about it",
  },
  /** At the desk: what of the grid other sites and programs get. */
  desk: {
    title: "Calendar, files and programs",
    link: "Calendars, other websites and programs",
    publicBody: "Calendars, files for conference apps and an address for programs are linked from the grid.",
    publicLink: "See that page",
  },
  snippet: {
    title: "The grid on another website",
    body: "Copy this into a page of another website, and it shows the grid as everybody may read it: always the newest, without cookies and without a script.",
    theme: "Light or dark",
    themes: { system: "As the reader’s device", light: "Light", dark: "Dark" },
    accent: "Colour of the room letters and links",
    accentHint:
      "Six figures or letters from A to F, as in 1F4BB8. Links get darker or lighter where nobody could read them.",
    accentWrong: "Type six figures or letters from A to F, as in 1F4BB8, or nothing.",
    optional: "(you may leave it empty)",
    show: "Show it like this",
    code: "To copy",
    preview: "How it looks",
    frame: (camp: string) => `The grid of ${camp}`,
  },
  /** What the calendar of a room is called. */
  ofRoom: (camp: string, letter: string, room: string) => `${camp}: ${letter} · ${room}`,
};
