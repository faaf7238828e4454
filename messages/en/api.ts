/** What programs are told in words: by the description of the API for reading, and where it has nothing to give. */
export const api = {
  title: "A camp’s published grid",
  about:
    "Reads what everybody may read of a camp: no key, no cookie, GET alone, from any site. Ask again with If-None-Match, as often as every few seconds: what has not changed costs next to nothing.",
  parts: {
    event: "The camp, and which grid is out",
    sessions: "The sessions of the published grid, each with when and where it happens",
    rooms: "The rooms of the published grid",
    slots: "The slots of the published grid, breaks too",
    changes: "What the last versions of the grid changed",
  },
  slug: "The last part of the camp’s address, such as brum-camp",
  answered: "As it is now",
  unchanged: "Nothing has changed since the answer with this ETag",
  messages: {
    "grid.published": "A version of the grid is out",
    "grid.taken_back": "A version of the grid is shown no more",
    "session.moved": "A session is in another room or at another time",
    "phase.moved": "The camp went a step on, or back",
    test: "An organiser looks whether a message arrives",
  },
  taken: "Taken: it is not sent again by itself",
  missing: "There is no such camp, or none that everybody may see",
  away: "Nothing can be read at the moment. Ask again after as many seconds as Retry-After says",
  problems: {
    404: "Not Found",
    405: "Method Not Allowed",
    503: "Service Unavailable",
  },
  noSuch: "There is nothing at this address. What there is, /api/v1/openapi.json says.",
  readOnly: "This API can only be read.",
};
