/** What a phone is told, in words. Nothing in it says whose phone it is. */
import type { Store } from "#db/connection.ts";
import { readGrid } from "#db/draft.ts";
import { readLine } from "#db/pitch/line.ts";
import { readPitch } from "#db/pitch.ts";
import type { DuePush } from "#db/push/outbox.ts";
import { placeInLine } from "#domain/pitch/line.ts";
import { isReadOut } from "#domain/pitch.ts";
import { type PushNotification, topicOf } from "#domain/push.ts";
import { runsOf } from "#domain/run.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { timeOn } from "#messages/format.ts";
import { inLanguage, readerDirection, readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("yourTurn");
const days = wordsOf("myDay");
const pitches = wordsOf("pitch");

/** Null where it is true no more: taken back, or somebody else's turn by now. */
export async function writeNotification(store: Store, due: DuePush): Promise<PushNotification | null> {
  if (due.runs) return inLanguage(due.locale, () => writeMoved(store, due, due.runs!));
  return due.pitchId
    ? inLanguage(due.locale, () => writeTurn(store, due, due.pitchId!))
    : writeAnnouncement(due);
}

function writeAnnouncement({ announcement, camp }: DuePush): PushNotification | null {
  if (!announcement || announcement.takenBackAt) return null;
  const { id, text } = announcement;
  return inLanguage(camp.locale, () => notificationOf(camp, id, text));
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

/** Where each is by now, whatever moved it: the next ones first. Null once none of them is on a grid or comes. */
async function writeMoved(
  store: Store,
  { id, camp }: DuePush,
  keys: readonly string[],
): Promise<PushNotification | null> {
  const grid = await readGrid(store, camp.id);
  if (!grid) return null;
  const place = { locale: readerLocale(), zone: camp.zone };
  const several = onSeveralDays(grid.slots, place.zone);
  // Whoever sits beside them reads what stands on a locked phone.
  const titles = new Map(
    grid.sessions.map(({ id: of, title, noteLevel }) => [
      of,
      noteLevel === "unlisted" ? pitches.hidden : title,
    ]),
  );
  const rooms = new Map(grid.rooms.map((room) => [room.id, room.name]));
  const runs = runsOf(grid).filter(({ key }) => keys.includes(key));
  const moved = runs.map(({ pitchId, roomId, startsAt }) =>
    days.moved.to(titles.get(pitchId) ?? "", rooms.get(roomId) ?? "", timeOn(startsAt, several, place)),
  );
  const there = new Set(runs.map(({ key }) => key));
  const off = keys.filter((key) => !there.has(key)).length;
  const said = [...moved.slice(0, SAID), ...(off > 0 ? [days.moved.off(off)] : [])];
  const rest = moved.length - SAID;
  return notificationOf(camp, id, [...said, ...(rest > 0 ? [days.moved.more(rest)] : [])].join(" "), "me");
}

/** So many are said by name: a phone shows three or four lines. */
const SAID = 3;

/** What is on now has the announcements too, and says whose turn it is. */
const notificationOf = (
  { name, slug }: DuePush["camp"],
  id: string,
  body: string,
  tab: "now" | "me" = "now",
): PushNotification => ({
  title: name,
  body,
  tag: topicOf(id),
  path: `/e/${slug}/${tab}`,
  lang: readerLocale(),
  dir: readerDirection(),
});
