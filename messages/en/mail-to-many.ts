/** What stands around the words of an organiser who writes to many. */
import type { WordFacts, Written } from "#messages/mail-facts.ts";

const noMore = "I want no more such mail";

export function groupMail({ camp, name, subject, own, unsubscribe }: WordFacts["group_mail"]): Written {
  return {
    subject,
    body: [
      `Hello ${name},`,
      { rich: own },
      `The organisers of ${camp} write this to you because you registered.`,
      { quiet: unsubscribe, says: noMore },
    ],
  };
}

export function crewMail({ camp, name, subject, own, unsubscribe }: WordFacts["crew_mail"]): Written {
  return {
    subject,
    body: [
      `Hello ${name},`,
      { rich: own },
      `The organisers of ${camp} write this to you because you are on the crew.`,
      { quiet: unsubscribe, says: noMore },
    ],
  };
}

/** To whoever was there and wrote nothing, two days later and once. */
export function writeUpReminder({ camp, name, link, unsubscribe }: WordFacts["write_up_reminder"]): Written {
  return {
    subject: `What did you learn at ${camp}?`,
    body: [
      `Hello ${name},`,
      `You were at ${camp} two days ago or so. What did you learn, what will you do, and who should read it? Two lines are enough, and they can be for you alone.`,
      { link, says: "Write it up" },
      "You can copy it from there for your intranet. This is the only reminder we send.",
      { quiet: unsubscribe, says: noMore },
    ],
  };
}

export function trialMail({ camp, name, subject, own }: WordFacts["trial_mail"]): Written {
  return {
    subject,
    body: [
      `Hello ${name},`,
      { rich: own },
      `This is the copy you asked for: nobody else got it. In theirs the link to “your page” opens their own page, in yours that of ${camp}, and below it they can say that they want no more such mail.`,
    ],
  };
}

export function trialWords({ written: { subject, body } }: WordFacts["trial_words"]): Written {
  return {
    subject,
    body: [
      ...body,
      "This is the copy you asked for: nobody else got it. Its date, its code and its reason are made up, and its link opens the page of the camp.",
    ],
  };
}
