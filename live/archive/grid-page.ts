/** The grid of a kept camp, slot by slot under the name of each day, and where each session was. */
import { type Session, type SlotOfDay, slotsOfDay } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { isListed } from "#domain/pitch.ts";
import { runsOf } from "#domain/run.ts";
import { byDay } from "#domain/time/date.ts";
import { type Html, html } from "#live/plain/html.ts";
import { list } from "#messages/counts.ts";
import { longDay, type Place, time, timeRange } from "#messages/format.ts";
import { runRemarks } from "#messages/run.ts";
import { wordsOf } from "#messages/words.ts";

const grids = wordsOf("grid");
const pitches = wordsOf("pitch");
const words = wordsOf("archive");

/** Nothing on it is news any more. */
const LONG_AFTER = 0;

export function gridPage(grid: GridView, place: Place): Html {
  const slots = slotsOfDay(grid, LONG_AFTER).map((of) => ({ ...of, startsAt: of.slot.startsAt }));
  const published = `${time(grid.publishedAt, place)}, ${longDay(grid.publishedAt, place)}`;
  return html`<p class="facts">${words.asPublished(grid.number, published)}</p>
${byDay(slots, place.zone).map(
  ({ things }) => html`<h2>${longDay(things[0]!.startsAt, place)}</h2>
${things.map((of) => slot(of, grid, place))}`,
)}`;
}

function slot({ slot: at, sessions }: SlotOfDay, grid: GridView, place: Place): Html {
  const range = timeRange(at.startsAt, at.endsAt, place);
  const title = at.number === 0 ? grids.list.break(at.title, range) : grids.list.slot(at.number, range);
  const items = sessions.map((one) => session(one, grid, place));
  return html`<section class="slot hour-${at.hour}"><h3>${title}</h3>${items.length > 0 ? html`<ul>${items}</ul>` : null}</section>
`;
}

function session(one: Session, grid: GridView, place: Place): Html {
  const { pitch, room } = one;
  const title = isListed(pitch)
    ? html`<a href="sessions.html#p-${pitch.id}" dir="auto">${pitch.title}</a>`
    : pitch.title;
  const { hosts } = pitch;
  const by = hosts.length > 0 ? html`<br>${pitches.by(list(hosts, place.locale))}` : null;
  const remarks = runRemarks(grid, one, place).map((remark) => `. ${remark}`);
  return html`<li><span class="letter">${room.letter}</span><div>${title}${by}<br><span class="soft">${room.name}${remarks}</span></div></li>
`;
}

/** When and in which room a session was, each time it ran. */
export function whereOf(grid: GridView, pitchId: string, place: Place): string[] {
  const roomOf = new Map(grid.rooms.map((room) => [room.id, `${room.letter} · ${room.name}`]));
  return runsOf(grid)
    .filter((run) => run.pitchId === pitchId)
    .map(({ startsAt, endsAt, roomId }) =>
      words.where(
        `${longDay(startsAt, place)}, ${timeRange(startsAt, endsAt, place)}`,
        roomOf.get(roomId) ?? "",
      ),
    );
}
