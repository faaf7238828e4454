/** What each page of the settings holds now, in one line. */
import type { PageId } from "#components/camp/contents.tsx";
import { doorTimesOf, fullDatesOf } from "#components/event/life.ts";
import { readRules } from "#db/camp.ts";
import { readReplyTo } from "#db/camp-mail.ts";
import { database } from "#db/connection.ts";
import { listRooms, listSlots } from "#db/draft.ts";
import { readAsked } from "#db/equality.ts";
import { readInside } from "#db/inside.ts";
import { readKeepDays } from "#db/purge/setting.ts";
import { listPurges } from "#db/purge.ts";
import { listAllQuestions } from "#db/question.ts";
import { listReleaseRows } from "#db/release.ts";
import { listSectors } from "#db/sector.ts";
import { readTerms } from "#db/terms.ts";
import { type EventView, hasDate } from "#domain/event.ts";
import { hasSeats } from "#domain/room.ts";
import { localAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";
import { LANGUAGES } from "#messages/languages.ts";
import { languages, wordsOf } from "#messages/words.ts";

const { lines: words } = wordsOf("settingsPages");
const halt = wordsOf("halt");

export async function linesOf(
  event: EventView,
  may: May<"changeSettings">,
): Promise<Readonly<Record<PageId, string>>> {
  const db = database();
  const [rules, inside, terms, keepDays] = await Promise.all([
    readRules(db, may),
    readInside(db, may),
    readTerms(db, may),
    readKeepDays(db, may),
  ]);
  const [rooms, slots, sectors, releases, questions, asked, replyTo] = await Promise.all([
    listRooms(db, event.id),
    listSlots(db, event.id),
    listSectors(db, event.id),
    listReleaseRows(db, event.id),
    listAllQuestions(db, event.id),
    readAsked(db, event.id),
    readReplyTo(db, event.id),
  ]);
  const forgot = (await listPurges(db, may)).find(({ applicants }) => applicants > 0);
  const seated = rooms.filter(hasSeats);
  const seats = seated.reduce((sum, { capacity }) => sum + capacity, 0);
  const breaks = slots.filter(({ kind }) => kind === "break").length;
  const used = new Set(slots.map(({ startsAt }) => localAt(Date.parse(startsAt), event.zone).day));
  const bare = event.days.filter(({ date }) => !used.has(date)).length;
  const language = languages().length > 1 ? languages().find((it) => it === rules.locale) : undefined;
  return {
    details: `${hasDate(event.phase) ? fullDatesOf(event) : halt.noDate} · ${event.place}`,
    days: words.days(event.days.length, doorTimesOf(event)),
    mail: [words.mail(replyTo), ...(language ? [words.language(LANGUAGES[language].name)] : [])].join("; "),
    rooms: words.rooms(rooms.length, seats, rooms.length - seated.length),
    slots: words.slots(slots.length - breaks, breaks, bare),
    hands: words.hands(rules.dots, rules.tally),
    places: words.places(rules.capacity, rules.lineLimit, inside.insideLimit),
    releases: words.releases(releases.length),
    terms: words.terms({
      handedOn: terms.transferHours !== null,
      rounds: terms.rounds.length,
      goBack: terms.backDays !== null,
      passedOn: terms.passOnMinutes !== null,
    }),
    sectors: words.sectors(sectors.length),
    questions: words.questions(questions.length),
    equality: words.equality(asked.length),
    privacy: forgot ? words.forgot(forgot.applicants, forgot.day) : words.privacy(keepDays),
  };
}
