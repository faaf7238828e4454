/** Making announcements, at the desk. */
import { ANNOUNCEMENTS_SHOWN } from "#domain/announcement.ts";
import { LONGEST } from "#domain/limits.ts";

export const announcementsDesk = {
  title: "Announcements",
  lede: "One sentence to every phone and the wall, at once. Phones show it until it is put away, the wall for a quarter of an hour.",
  text: "What to say",
  textHint: `At most ${LONGEST.announcement} characters. It is read from the back of the room.`,
  textWrong: "Write what to say",
  textLong: `Shorten it to ${LONGEST.announcement} characters`,
  submit: "Say it to everybody",
  pending: "Saying it",
  said: "Said to everybody",
  saidNext: "It is on its way to every screen that is open.",
  takeBack: "Take it back",
  takeBackOf: (text: string) => `Take back “${text}”`,
  takingBack: "Taking it back",
  takenBack: "Taken back",
  takenBackNext: "It goes from every screen that is open. Whoever read it has read it.",
  shown: "On the phones now",
  none: "Nothing is on the phones and the wall now.",
  last: `The last ${ANNOUNCEMENTS_SHOWN} are shown.`,
  left: (today: string, most: string) => `${today} of at most ${most} today.`,
  most: "At most so many a day",
  mostHint: "Fewer are read more",
  mostWrong: "Type a whole number from 1 to 30",
  save: "Save",
  saving: "Saving",
  saved: "Saved",
  closed: "Announcements begin when tickets open, and end when the camp is archived.",
};
