/** The round-up: what people wrote, drew and kept of a camp elsewhere. */
import { LONGEST } from "#domain/limits.ts";
import type { LinkKind } from "#domain/round-up.ts";

export const roundUp = {
  title: "The round-up",
  titleOf: (camp: string) => `The round-up of ${camp}`,
  lede: "What people wrote, drew and kept of this camp, in one place.",
  whole: "The camp as a whole",
  kinds: { post: "Post", pictures: "Pictures", notes: "Notes" } satisfies Record<LinkKind, string>,
  by: (author: string) => `by ${author}`,
  on: (host: string) => `on ${host}`,
  none: {
    title: "Nothing is linked here yet",
    body: "Once somebody has written something up, its address goes here: a few lines on a blog are enough.",
    closed: "Nobody linked to anything while this was open.",
  },
  add: "Add a link",
  report: "Does this not belong here?",
  elsewhere: {
    title: "For elsewhere",
    text: "As text for a mail",
    atom: "Follow it as Atom",
    rss: "Follow it as RSS",
  },
  organisers: (camp: string) => `People at ${camp}`,

  form: {
    title: "Add a link to the round-up",
    lede: "A post, pictures or notes of yours, or of somebody who is glad to be found. Everybody reads it, for as long as this camp has a page.",
    url: "Its address",
    urlHint: "It begins with https://",
    urlWrong: `Give an address that anybody can open, beginning with https://, of up to ${LONGEST.linkUrl} characters`,
    name: "What it is called",
    nameWrong: `Say what it is called, in up to ${LONGEST.linkTitle} characters`,
    author: "Who made it",
    authorHint:
      "As they like to be named, or leave it empty. Beside a session without names nobody is named.",
    authorLong: `Make the name shorter: up to ${LONGEST.linkAuthor} characters`,
    optional: "(may stay empty)",
    kind: "What it is",
    about: "What it is about",
    send: "Add it",
    sending: "Adding it",
    back: "Back to the round-up",
  },
  closed: {
    title: "Links are added once sessions are on",
    body: "Come back when the first session has begun.",
    over: "This camp is in the archive, and stays as it is.",
    noPlace: "Links are added by people who are at the camp",
    noPlaceBody:
      "If you have a place, open the page we mailed you on this phone. Or send the address to the organisers.",
  },
  own: {
    title: "What you added",
    hidden: "The organisers hid this one: it did not belong here.",
    remove: "Take it out",
    removing: "Taking it out",
  },
  done: {
    added: "Your link is in the round-up",
    out: "Your link is out again",
    reported: "You reported it",
    reportedNext: "The organisers see it now and decide. Nobody is told that it was you.",
  },
  reporting: {
    title: "Does this not belong here?",
    lede: "Say so where a link insults or names somebody who does not want it, sells something, or leads elsewhere than it says. The organisers read what you say and decide. Nobody is told that it was you.",
    reason: "What’s wrong with it?",
    reasonWrong: "Say in a few words what’s wrong with it",
    send: "Report it",
    sending: "Reporting it",
  },

  desk: {
    title: "The round-up",
    lede: "Links that people add by themselves, and those you add for them. Everybody reads them.",
    see: "As everybody sees it",
    none: "Nobody has added a link so far.",
    reported: "Somebody says that it does not belong here:",
    isHidden: "Hidden",
    isShown: "Shown",
    hide: "Hide",
    show: "Show again",
    keep: "It stays",
    pending: "One moment",
    done: {
      added: "The link is in the round-up",
      hide: "Hidden from everybody",
      show: "Everybody sees it again",
      keep: "It stays, and what was said of it is gone",
    },
  },
};
