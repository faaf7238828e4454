/** Writing to many: the page, what it asks before it sends, and what it begins with. */
import type { MailGroup, MailReach } from "#domain/group-mail.ts";
import { count, list, number } from "#messages/counts.ts";

const many = (n: number, one: string, other: string) => count(n, { one, other }, "en-GB");
const figure = (n: number) => number(n, "en-GB");

const groups: Record<MailGroup, string> = {
  places: "Everyone with a place",
  line: "The line",
  sector: "One sector",
  hosts: "Hosts",
  crew: "Crew",
  unproven: "Not confirmed yet",
  silent: "No answer yet",
};

/** As it stands after “to”, in a list of what was sent. */
const to: Record<MailGroup, string> = {
  places: "everyone with a place",
  line: "the line",
  sector: "one sector",
  hosts: "the hosts",
  crew: "the crew",
  unproven: "those who have not confirmed their email",
  silent: "those who have not said whether they come",
};

function leftOut({ bounced, unwilling }: MailReach): string {
  const parts = [
    ...(bounced > 0 ? [many(bounced, "to # mail came back before", "to # mail came back before")] : []),
    ...(unwilling > 0 ? [many(unwilling, "# does not want such mail", "# do not want such mail")] : []),
  ];
  return parts.length > 0 ? `Left out: ${list(parts, "en-GB")}.` : "";
}

/** What stands in braces, as it is typed. */
export type Braces = Record<"day" | "doors" | "place" | "page" | "camp", string>;

export const groupMail = {
  title: "Write to people",
  form: {
    to: "To",
    groups,
    of: (group: string, people: number) => `${group} · ${figure(people)}`,
    sector: "Which sector",
    sectorHint: "Those of it who have a place.",
    noSector: "None chosen",
    sectorMissing: "Choose the sector",
    subject: "Subject",
    subjectMissing: "Write a subject",
    subjectLong: "Make the subject shorter",
    subjectLink: (braces: string) => `${braces} is a link, and a subject has none. Put it in the words.`,
    body: "Words",
    bodyHint: (all: string) =>
      `Each mail begins with “Hello” and the name. In braces stands what is each reader’s own: ${all}. **Two stars** make words bold, a dash begins a list, and [words](https://…) a link.`,
    bodyMissing: "Write something",
    bodyLong: "Make it shorter: this is longer than 10,000 signs",
    unknown: (given: readonly string[], known: string) =>
      `${list(given, "en-GB")} ${given.length === 1 ? "is" : "are"} nothing we can fill in. What we know: ${known}.`,
    noPage: (braces: string) =>
      `The crew has no page of their own, so ${braces} leads nowhere. Take it out, or write to another group.`,
    keep: "Keep it and look",
    keeping: "Keeping",
    trial: "Send it to me first",
    send: "Send to the group…",
    drop: {
      open: "Throw it away",
      sure: "What is written here is gone then, for every organiser, and nobody can bring it back.",
      go: "Yes, throw it away",
    },
    overtaken: "What you typed is still here, and theirs stands below it. Nothing is kept of yours yet.",
    theirs: "What somebody else kept meanwhile",
    theirsHint:
      "Above is what you typed. Press a button again to keep yours instead; take over what you want to save of theirs first.",
  },
  begin: {
    title: "Begin with",
    hint: "They are beginnings: every word can be changed.",
    labels: {
      joining: "Joining instructions",
      venue: "A change of venue",
      reminder: "A reminder",
      thanks: "Thanks",
    },
    not: "You had written something already, so that is what was kept.",
    texts: {
      joining: ({ day, doors, place, page, camp }: Braces) => ({
        subject: `${camp} on ${day}: how to get in`,
        body: `doors open at **${doors}** on ${day}, at ${place}.\n\nThe way in:\n\n- Which door, and what is written over it\n- Where the step-free way is\n- Which bus or station is near\n\nShow ${page} at the door, or just say your name. If you can’t come after all, give your place back there: somebody in the line will be glad.\n\nBring a question. You don’t need slides.`,
      }),
      venue: ({ day, doors, place, page, camp }: Braces) => ({
        subject: `${camp} is at another place: ${place}`,
        body: `${camp} has moved: it is now at **${place}**. The day stays the same, ${day}, with doors at ${doors}.\n\nWhy, and how to get there:\n\n- What happened\n- The way in, also without steps\n\nYour place is still yours. If it no longer suits you, give it back on ${page}: somebody in the line will be glad.`,
      }),
      reminder: ({ day, doors, place, page, camp }: Braces) => ({
        subject: `${camp} is nearly here`,
        body: `we look forward to seeing you on **${day}** at ${place}. Doors open at ${doors}.\n\nIf you can’t come after all, please give your place back on ${page}. It takes one tap, and somebody in the line will be glad.`,
      }),
      thanks: ({ camp }: Braces) => ({
        subject: `Thank you for ${camp}`,
        body: `thank you for coming, and for what you brought. ${camp} was what you made of it.\n\nThe grid stays where it was, and so do the notes. If you wrote something up, tell us, and we pass it on.\n\nSee you next time.`,
      }),
    },
  },
  preview: {
    title: (name: string) => `As ${name} will read it`,
    /** Where the group is empty. */
    example: "As a reader will get it",
    name: "Priya",
    nothing: "Write something and keep it, and here is what the first of the group will read.",
    answers: (address: string) => `Answers go to ${address}.`,
    noAnswers: "Answers go to the address that sends, which nobody may read.",
    setAnswers: "Say where answers should go",
    dead: {
      title: (links: number) =>
        many(
          links,
          "# link leads nowhere, and goes out as words alone",
          "# links lead nowhere, and go out as words alone",
        ),
      link: (said: string, to: string) => `“${said}” was to lead to “${to}”.`,
      next: "Write where it leads as a whole address behind the words: [words](https://…), or (mailto:…) for a mailbox.",
    },
    language: (name: string) =>
      `The greeting and the last lines are in ${name}, as this reader chose. Your own words stay as you wrote them.`,
  },
  reach: {
    will: (n: number) => many(n, "# person gets it.", "# people get it."),
    nobody: "Nobody would get it.",
    leftOut,
  },
  said: {
    kept: "Kept. Every organiser sees it here.",
    trial: "On its way to your own address.",
    trialNext: "Nobody else gets it. Once you are happy with it, send it to the group.",
    dropped: "Thrown away.",
    sent: (n: number) => many(n, "On its way to # person.", "On its way to # people."),
    sentNext: "It goes out after codes and offers. Load this page again to see how far it is.",
    recounted:
      "The words or the numbers changed in the meantime, so nothing was sent. Here is how it is now.",
  },
  ask: {
    title: "Before it goes",
    to: (group: string) => `To ${group}`,
    what: "Each gets a mail of their own; nobody sees who else got it. Whoever leaves the group before their mail goes does not get it, and whoever joins it later does not either.",
    final: "Once it is on its way it cannot be called back.",
    go: (n: number) => many(n, "Send to # person", "Send to # people"),
    going: "Sending",
    back: "Back to writing",
    nobody: "There is nobody it could go to. Choose another group, or mend addresses first.",
  },
  sent: {
    caption: "Sent to groups",
    none: "Nothing has been sent to a group yet.",
    columns: { subject: "Subject", to: "To", when: "When", gone: "Gone", failed: "Failed" },
    to,
    sector: (name: string) => `${name}, with a place`,
    title: "Sent",
    by: (name: string, when: string) => `Sent by ${name} on ${when}.`,
    byNobody: (when: string) => `Sent on ${when}.`,
    gone: (sent: number, all: number) => `${figure(sent)} of ${figure(all)} have gone out.`,
    waiting: (n: number) => many(n, "# is on its way.", "# are on their way."),
    failed: (n: number) => many(n, "# failed.", "# failed."),
    dropped: (n: number) =>
      many(
        n,
        "# was not sent, because they had left the group or wanted no such mail by then.",
        "# were not sent, because they had left the group or wanted no such mail by then.",
      ),
    seeWhy: "See which, and why",
    said: "What it said",
    back: "Back to the mail",
  },
};
