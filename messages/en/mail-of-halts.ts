/** Mails about a camp that is called off, put off or on again. */
import { hopesForPlace, isHeld, isOffered } from "#domain/registration/status.ts";
import type { Status } from "#domain/registration.ts";
import type { WordFacts, Written } from "#messages/mail-facts.ts";

const said = (reason: string) => (reason === "" ? [] : ["The organisers say:", reason]);

/** What becomes of what somebody has. */
const kept = (status: Status) =>
  isOffered(status)
    ? "The place we offered you can no longer be taken. You keep your turn in the line, which stands still."
    : hopesForPlace(status)
      ? "You keep your turn in the line, which stands still. Nobody is offered a place meanwhile."
      : isHeld(status)
        ? "The place we hold for you stays held. You need not confirm this address now."
        : "We keep a note of your place, and nobody else gets it.";

export function calledOff({ camp, name, day, status, reason, page }: WordFacts["called_off"]): Written {
  return {
    subject: `${camp} is called off`,
    body: [
      `Hello ${name},`,
      `${camp} is called off. It does not take place on ${day}, so please do not come.`,
      ...said(reason),
      kept(status),
      "If it takes place after all, we write to you. If you have the day in your calendar, the file with this email takes it off.",
      { link: page, says: "Open your page" },
    ],
  };
}

export function putOff({ camp, name, day, status, reason, page }: WordFacts["put_off"]): Written {
  return {
    subject: `${camp} is put off`,
    body: [
      `Hello ${name},`,
      `${camp} is put off. It does not take place on ${day}, and the new date is not known yet.`,
      ...said(reason),
      kept(status),
      "We write to you once there is a date. If you already know that you can’t come any more, you can let go of what you have on your page.",
      { link: page, says: "Open your page" },
    ],
  };
}

const TAKES_PLACE = {
  called_off: {
    subject: (camp: string, date: string) => `${camp} takes place after all: ${date}`,
    first: (camp: string) => `${camp}, which was called off, takes place after all.`,
  },
  put_off: {
    subject: (camp: string, date: string) => `${camp} has a date: ${date}`,
    first: (camp: string) => `${camp}, which was put off, has a date.`,
  },
  "": {
    subject: (camp: string, date: string) => `${camp} is put off to ${date}`,
    first: (camp: string) => `${camp} is put off. It takes place on another date.`,
  },
} as const;

export function takesPlace(facts: WordFacts["takes_place"]): Written {
  const { camp, name, page, status, reason, until, halted, asked, date, doors, place, moved } = facts;
  const words = TAKES_PLACE[halted];
  return {
    subject: words.subject(camp, date),
    body: [
      `Hello ${name},`,
      words.first(camp),
      `It is on ${date}, ${place}. Doors open at ${doors}.`,
      ...said(reason),
      ...(until
        ? [`The place we offered you is held until ${until}. After that it goes to the next person.`]
        : hopesForPlace(status)
          ? [
              "You have the turn in the line that you had. If the date does not suit you, say so on your page and the others move up.",
            ]
          : isHeld(status)
            ? ["We still hold your place until you confirm this address: your page says until when."]
            : asked
              ? [
                  "Your place is still yours. Can you come on that day? One tap on your page tells us: yes, not sure, or no. If you say nothing, the place stays yours.",
                ]
              : [
                  "Your place is still yours, and you need not do anything. If you can’t come, give it back on your page: somebody else can come then.",
                ]),
      ...(moved && !until && !hopesForPlace(status) && !isHeld(status)
        ? ["The file with this email puts the new date into your calendar, and takes the old one off."]
        : []),
      {
        link: page,
        says: asked ? "Say whether you can come" : until ? "Say yes or no thanks" : "Open your page",
      },
    ],
  };
}

const FOR_CREW = {
  called_off: {
    subject: (camp: string) => `${camp} is called off`,
    first: (by: string, camp: string, date: string) =>
      `${by} has called off ${camp}. It does not take place on ${date}, so you need not be there.`,
  },
  put_off: {
    subject: (camp: string) => `${camp} is put off`,
    first: (by: string, camp: string, date: string) =>
      `${by} has put off ${camp}. It does not take place on ${date}, and the new date is not known yet.`,
  },
  "": {
    subject: (camp: string, date: string) => `${camp} takes place: ${date}`,
    first: (by: string, camp: string, date: string) =>
      `${by} says that ${camp} takes place on ${date}. The rota is at its desk: look at what you are down for.`,
  },
} as const;

export function crewHalted({ camp, by, halted, reason, date, link }: WordFacts["crew_halted"]): Written {
  const words = FOR_CREW[halted];
  return {
    subject: words.subject(camp, date),
    body: [
      "Hello,",
      words.first(by, camp, date),
      ...said(reason),
      "Everybody with a place, an offer or a turn in the line was told as well.",
      { link, says: "Open the camp" },
    ],
  };
}
