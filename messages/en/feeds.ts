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
  /** What the calendar of a room is called. */
  ofRoom: (camp: string, letter: string, room: string) => `${camp}: ${letter} · ${room}`,
};
