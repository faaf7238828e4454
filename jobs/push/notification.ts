/** What a phone is told, in words. Nothing in it says whose phone it is. */
import type { Store } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { readLine } from "#db/pitch/line.ts";
import { readPitch } from "#db/pitch.ts";
import { pushTellingsOf } from "#db/publication/telling.ts";
import type { DuePush } from "#db/push/outbox.ts";
import { listAnswered } from "#db/session-request/reading.ts";
import { isHalted } from "#domain/event.ts";
import { placeInLine } from "#domain/pitch/line.ts";
import { isReadOut } from "#domain/pitch.ts";
import { type PushNotification, topicOf } from "#domain/push.ts";
import { isOffered } from "#domain/registration/status.ts";
import { saidOf } from "#domain/telling.ts";
import { longDay, time } from "#messages/format.ts";
import { answeredWords, toldWords } from "#messages/telling.ts";
import { inLanguage, readerDirection, readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("yourTurn");
const helps = wordsOf("help");
const halts = wordsOf("halt");
const standbyWords = wordsOf("standby");

/** Null where it is true no more: taken back, or somebody else's turn by now. */
export async function writeNotification(
  store: Store,
  due: DuePush,
  now: Date,
): Promise<PushNotification | null> {
  if (due.halt) return inLanguage(due.locale, () => writeHalt(due));
  if (due.place) return inLanguage(due.locale, () => writePlace(due));
  if (due.sessions) return inLanguage(due.locale, () => writeSessions(store, due, now));
  if (due.help) return inLanguage(due.locale, () => writeHelpCall(due));
  return due.pitchId
    ? inLanguage(due.locale, () => writeTurn(store, due, due.pitchId!))
    : writeAnnouncement(due);
}

function writeAnnouncement({ announcement, camp }: DuePush): PushNotification | null {
  if (!announcement || announcement.takenBackAt) return null;
  const { id, text } = announcement;
  return inLanguage(camp.locale, () => notificationOf(camp, id, text));
}

function writeHelpCall({ help, camp }: DuePush): PushNotification | null {
  if (!help || help.endedAt) return null;
  return notificationOf(camp, help.id, helps.push(help.what, help.place), "rota");
}

async function writeTurn(
  store: Store,
  { camp, own }: DuePush,
  pitchId: string,
): Promise<PushNotification | null> {
  const place = placeInLine(await readLine(store, camp.id), [pitchId]);
  const pitch = await readPitch(store, camp.id, pitchId);
  if (!pitch || (place?.at !== "front" && place?.at !== "next")) return null;
  const read = isReadOut(pitch, own ? [pitchId] : []);
  const said = read
    ? `${words[`${place.at}Read`]} ${words.readHow}`
    : `${words[place.at]} ${words[`${place.at}How`]}`;
  return notificationOf(camp, pitchId, said);
}

/** As it is now: called off and on again since, it says the latter. */
function writeHalt({ camp, registrationId }: DuePush): PushNotification {
  const { phase, zone, startsAt } = camp;
  const body = isHalted(phase)
    ? halts.push[phase]
    : halts.push.takesPlace(longDay(startsAt.toISOString(), { locale: readerLocale(), zone }));
  return notificationOf(camp, registrationId, body, "me");
}

/** What became of their place, where that is still so. Their Me tab leads to their own page. */
function writePlace({
  camp,
  registrationId,
  status,
  offeredUntil,
  passedOn,
}: DuePush): PushNotification | null {
  const place = { locale: readerLocale(), zone: camp.zone };
  const body =
    isOffered(status) && offeredUntil
      ? standbyWords.push.called(time(offeredUntil, place))
      : passedOn
        ? standbyWords.push.passedOn
        : null;
  return body === null ? null : notificationOf(camp, registrationId, body, "me");
}

/** Everything of the grid that they have not read, under one tag: on their phone it takes the place of what was said before. */
async function writeSessions(
  store: Store,
  { camp, registrationId }: DuePush,
  now: Date,
): Promise<PushNotification | null> {
  const tellings = await pushTellingsOf(store, registrationId, now);
  const grid = await readGrid(store, camp.id);
  const said = saidOf(tellings, grid, now.getTime());
  const answered = await listAnswered(store, registrationId);
  if (said.length + answered.length === 0) return null;
  const place = { locale: readerLocale(), zone: camp.zone };
  const body = [...answered.map(answeredWords), toldWords(said, grid, place)].join(" ").trim();
  return notificationOf(camp, camp.id, body, "grid");
}

/** What is on now has the announcements too, and says whose turn it is. */
const notificationOf = (
  { name, slug }: DuePush["camp"],
  id: string,
  body: string,
  tab = "now",
): PushNotification => ({
  title: name,
  body,
  tag: topicOf(id),
  path: `/e/${slug}/${tab}`,
  lang: readerLocale(),
  dir: readerDirection(),
});
