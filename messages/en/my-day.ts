/** One's own day, on the Me tab once a grid is out, on paper and by mail. */
import type { SlotOfMine } from "#domain/my-day.ts";
import { count } from "#messages/counts.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");

export const myDay = {
  title: (name: string) => `My day, ${name}`,
  taken: (taken: number, slots: number) => `${taken} of ${many(slots, "# slot", "# slots")} taken`,
  /** Where it is not known whose. */
  mine: "My day",
  toMe: "All that is yours",
  ticket: "Your ticket",
  noGrid: "The grid isn’t out yet. Once it is, your day is here.",
  /** Beside the time of a slot; nothing of one that is still to come. */
  when: { over: "over", now: "on now" } satisfies Partial<Record<SlotOfMine["when"], string>>,
  host: "You host",
  /** Of what runs beside something listed before it. */
  besides: (titles: string) => `At the same time as ${titles}.`,
  goesOn: (title: string) => `“${title}” goes on`,
  free: (n: number) => many(n, "Free: # session", "Free: # sessions"),
  wasFree: "Nothing of yours",
  nothing: "Nothing on",
  look: (time: string) => `What’s on at ${time}`,
  none: "Nothing in it yet. On the grid, press “I go here” on whatever you’d like to see.",
  toGrid: "Go to the grid",
  /** To a phone in a pocket, of what somebody hosts or goes to. */
  moved: {
    to: (title: string, room: string, time: string) => `“${title}” is now in ${room} at ${time}.`,
    off: (n: number) => many(n, "# session of your day is off.", "# sessions of your day are off."),
    more: (n: number) => many(n, "# more moved.", "# more moved."),
  },
  /** By mail. */
  line: (time: string, what: string) => `${time}: ${what}`,
  going: (title: string, room: string, host: string) =>
    [`“${title}” in ${room}`, host.toLowerCase()].filter(Boolean).join(", "),
  send: "Take it with you",
  print: "Print my day",
  mail: {
    send: "Send me my day",
    sending: "Sending",
    done: "It’s on its way to your mailbox, as the grid is at that moment.",
  },
  calendar: {
    name: (camp: string) => `My day at ${camp}`,
    what: "Your calendar can follow your day: what moves on the grid moves in it.",
    followed:
      "A calendar can follow your day at an address you were shown once. Lost it? Make a new one: the old one stops working.",
    make: "Make an address for my calendar",
    anew: "Make a new address",
    making: "Making it",
    end: "Take the address away",
    ending: "Taking it away",
    ended: "Done. The address leads nowhere now.",
    made: "Here it is. It is shown only now.",
    open: "Add it to the calendar on this device",
    keep: "Or copy the address into your calendar. Keep it to yourself: whoever has it can read your day. It works until the camp is over.",
  },
  offline: "offline, as last heard",
};
