/** Words of what organisers set for the time between getting a place and the day. */
import { LONGEST, RANGES } from "#domain/limits.ts";
import { number } from "#messages/counts.ts";

const from = ({ min, max }: { min: number; max: number }) =>
  `from ${number(min, "en-GB")} to ${number(max, "en-GB")}`;

export const terms = {
  title: "Once somebody has a place",
  transferHours: "A place can be handed to somebody by name until so many hours before doors",
  transferHoursHint:
    "Whoever has it names somebody, who takes it from their own mailbox. Leave it empty, and no places are handed on.",
  transferHoursWrong: `Type a whole number ${from(RANGES.transferHours)}, or leave it empty`,
  inside: {
    title: "People inside",
    limit: "The legal number: most people who may be inside",
    limitHint: "As the venue or the fire brigade says.",
    overbook: "Places that may be given out though fewer may be inside",
    overbookHint:
      "Of those who have a place some do not come. Leave it empty, and no more places are given out than people may be inside.",
    wrong: `Type a whole number ${from(RANGES.places)}, or leave it empty`,
    reason: "Why? It is kept in the log",
    reasonWrong: `Give a reason, in up to ${LONGEST.reason} characters: somebody will ask why`,
  },
  rounds: "Ask everybody with a place whether they still come",
  roundsHint:
    "By mail, at 10 in the morning. Whoever got their place or answered in the three days before is not asked. A no gives the place back.",
  round: (days: number) => (days === 1 ? "The day before" : `${days} days before`),
  backDays: "Without an answer, a place goes back so many days before the camp",
  backDaysHint:
    "At 6 in the evening, to the line. Only from whom the mail said so beforehand; the camp’s page says so too. Leave it empty, and silence has no consequence: you see who said nothing on the People page.",
  passOn: "On the day, places of people who are not there can be passed on so many minutes after the doors",
  passOnHint:
    "Say 90, and with doors at 9 it is half past ten. Tickets and mails say so beforehand, and whoever is late can say so. The desk sees who it would be and decides; the places go to people who stand by. Leave it empty, and places wait all day. On the day it can be put off, and not brought forward.",
  passOnWrong: `Type a whole number ${from(RANGES.passOnMinutes)}, or leave it empty`,
  backDaysWrong: `Type a whole number ${from(RANGES.backDays)}, or leave it empty`,
};
