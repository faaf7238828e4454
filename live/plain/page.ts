import { dayAt, isDayDone, type Session, type SlotOfDay, slotsOfDay } from "#domain/day.ts";
import { type EventView, hasDate, isHalted, permits, wentBy } from "#domain/event.ts";
import type { GridChange, GridView } from "#domain/grid.ts";
import { dayUnderWay, goesOnAt, hasSeveralDays, isOn } from "#domain/life.ts";
import type { Snapshot } from "#domain/live.ts";
import { leadTo } from "#domain/paging.ts";
import { isListed, type PitchView } from "#domain/pitch.ts";
import { roomPage, sessionPage } from "#domain/run-view.ts";
import type { SlotView } from "#domain/slot.ts";
import { byDay, dateAt, onSeveralDays } from "#domain/time/date.ts";
import type { Choice } from "#live/plain/choice.ts";
import { Html, html } from "#live/plain/html.ts";
import { list } from "#messages/counts.ts";
import { dates, type Place, rangeOn, shortDay, time, timeAway, weekday } from "#messages/format.ts";
import { changeTag, goneFrom } from "#messages/grid-change.ts";
import { runRemarks } from "#messages/run.ts";
import { readerDirection, readerLocale, wordsOf } from "#messages/words.ts";

const announce = wordsOf("announcements");
const away = wordsOf("away");
const common = wordsOf("common");
const events = wordsOf("event");
const { soon } = wordsOf("release");
const grids = wordsOf("grid");
const home = wordsOf("home");
const pitches = wordsOf("pitch");
const halt = wordsOf("halt");
const words = wordsOf("plain");

/** Small enough to be inlined, so that one answer is everything. */
export const STYLE =
  "body{overflow-wrap:anywhere;max-width:38em;margin:auto;padding:1em;font:1.1em/1.4 system-ui,sans-serif;background:#fbfaf6;color:#1c1a16}" +
  "h1,h2,h3{line-height:1.2;margin:1.2em 0 .3em}h3{padding:.3em .5em;background:#efece3;font-size:1em}" +
  "ul{margin:0;padding:0;list-style:none}li{padding:.4em 0;border-bottom:1px solid #ddd8cb}a{color:#1f4bb8}" +
  "b{display:inline-block;min-width:1.4em;margin-right:.4em;border-radius:.2em;background:#1c1a16;color:#fbfaf6;text-align:center}" +
  "@media(prefers-color-scheme:dark){body{background:#141310;color:#f6f3ea}h3{background:#2b2924}li{border-color:#3a3730}" +
  "a{color:#a9c4ff}b{background:#f6f3ea;color:#141310}}";

/** A whole page around its content. @param style of ours alone @param opens where its links lead: `apart` from a page that frames it */
export function frame(title: string, content: Html, style = STYLE, opens: "here" | "apart" = "here"): string {
  return html`<!doctype html><html lang="${readerLocale()}" dir="${readerDirection()}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title>${opens === "apart" ? html`<base target="_blank">` : null}<style>${new Html(style)}</style><body><main>${content}</main></body></html>`
    .text;
}

/** The page that lists camps to choose from, with a page for each year of those that were. */
export function chooser({ camps, year, years }: Choice): string {
  if (camps.items.length === 0 && years.length === 0)
    return frame(common.product, html`<h1>${common.product}</h1><p>${words.none}`);
  const items = camps.items.map((camp) => {
    return html`<li><a href="/now/${camp.slug}">${camp.name}</a><br>${datesOf(camp)} · ${camp.place}`;
  });
  const to = (page: number, text: string) =>
    html`<p><a href="/now?${year === null ? "" : `year=${year}&`}${leadTo(camps, page)}">${text}</a>`;
  const others = years.filter((one) => one !== year);
  return frame(
    common.product,
    html`<h1>${year === null ? words.choose : home.of(String(year))}</h1><ul>${items}</ul>
${camps.page > 1 ? to(camps.page - 1, common.pages.back) : null}
${camps.more ? to(camps.page + 1, common.pages.next) : null}
${year === null ? null : html`<p><a href="/now">${home.coming}</a>`}
${others.length > 0 ? html`<h2>${home.years}</h2><ul>${others.map((one) => html`<li><a href="/now?year=${one}">${one}</a>`)}</ul>` : null}`,
  );
}

/**
 * The plain page of a camp: what is on and next, the whole grid, the pitches.
 * @param snapshot as strangers may see it
 * @param now milliseconds since 1970
 * @param since when the database was last heard of, where it is away
 */
export function plainPage(snapshot: Snapshot, now: number, since: Date | null = null): string {
  const { event, grid } = snapshot;
  const over = wentBy(event.phase) || isHalted(event.phase);
  const place: Place = { locale: readerLocale(), zone: event.zone };
  const placed = new Set(grid?.placements.map(({ pitchId }) => pitchId));
  const others = snapshot.pitches.filter(({ id }) => !placed.has(id));
  return frame(
    words.title(event.name),
    html`<h1>${event.name}</h1>
<p>${datesOf(event)} · ${event.place}<br>${standing(snapshot, now, place)}. ${words.asOf(time(new Date(now), place))}
${since ? html`<p><strong>${away.since(time(since, place))}</strong>` : null}
${event.haltNote ? html`<p>${halt.says} ${event.haltNote}` : null}
<p><a href="/e/${event.slug}/now">${words.full}</a>
${announced(snapshot, now, place)}
${grid ? around(snapshot, now, place) : html`<p>${over ? words.neverGrid : words.noGrid}`}
${grid ? wholeGrid(event.slug, grid, now, place) : null}
${others.length > 0 || !grid ? html`<h2>${words.pitches}</h2>` : null}
${others.length > 0 ? html`<ul>${others.map((pitch) => html`<li>${pitch.title}${by(pitch.hosts)}`)}</ul>` : null}
${others.length === 0 && !grid ? html`<p>${over ? words.neverPitched : words.noPitches}` : null}`,
  );
}

function datesOf({ days, zone, phase }: EventView): string {
  if (!hasDate(phase)) return halt.noDate;
  const doors = days.map(({ startsAt }) => startsAt);
  return dates(doors, { locale: readerLocale(), zone });
}

/** The phase; with its day where there are several, and between two of them when it goes on. */
function standing({ event, grid }: Snapshot, now: number, place: Place): string {
  const nothingLeft = grid !== null && permits(event.phase, "followGrid") && isDayDone(grid, event, now);
  const goesOn = goesOnAt(event, now, nothingLeft);
  const { opensAt } = event;
  if (opensAt && permits(event.phase, "register") && Date.parse(opensAt) > now)
    return soon.title(`${time(opensAt, place)}, ${weekday(opensAt, place)}`);
  if (goesOn) return events.now.goesOn.title(timeAway(goesOn, now, place));
  const day = isOn(event.phase) && hasSeveralDays(event) ? dayUnderWay(event.days) : null;
  const phase = events.phases[event.phase];
  // A camp that nobody moved on to its next day goes by its grid, not by the day before.
  const isToday = day?.date === dateAt(now, place.zone);
  return day && isToday ? events.phaseOfDay(shortDay(day.startsAt, place), phase) : phase;
}

function announced({ announcements }: Snapshot, now: number, place: Place): Html | null {
  if (announcements.length === 0) return null;
  const items = announcements.map(
    (one) => html`<li>${timeAway(one.at, now, place)} <strong>${one.text}</strong>`,
  );
  return html`<h2>${announce.title}</h2><ul>${items}</ul>`;
}

function around({ grid, event }: Snapshot, now: number, place: Place): Html | null {
  if (!grid || !permits(event.phase, "followGrid")) return null;
  const { on, next } = dayAt(grid, now);
  const several = onSeveralDays(grid.slots, place.zone);
  const seen = { slug: event.slug, grid, place };
  return html`<h2>${words.on}</h2>
${on ? slot(on, several, seen) : html`<p>${words.nothing}`}
${next ? html`<h2>${words.next(timeAway(next.slot.startsAt, now, place))}</h2>${slot(next, several, seen)}` : null}`;
}

/** Slot by slot, under the name of each day where there are several. */
export function wholeGrid(slug: string, grid: GridView, now: number, place: Place): Html[] {
  const slots = slotsOfDay(grid, now).map((of) => ({ ...of, startsAt: of.slot.startsAt }));
  const days = byDay(slots, place.zone);
  const seen = { slug, grid, place };
  return days.flatMap(({ things }) => [
    html`<h2>${days.length > 1 ? words.ofDay(weekday(things[0]!.startsAt, place)) : words.all}</h2>`,
    ...things.map((of) => slot(of, false, seen)),
  ]);
}

type Seen = { slug: string; grid: GridView; place: Place };

function slot({ slot: at, sessions, gone }: SlotOfDay, several: boolean, seen: Seen): Html {
  const items = [
    ...sessions.map((one) => session(one, seen)),
    ...gone.map((change) => takenOff(change, seen)),
  ];
  return html`<h3>${nameOf(at, several, seen.place)}</h3>${items.length > 0 ? html`<ul>${items}</ul>` : null}`;
}

function nameOf(at: SlotView, several: boolean, place: Place): string {
  const range = rangeOn(at.startsAt, at.endsAt, several, place);
  return at.kind === "break" ? grids.list.break(at.title, range) : grids.list.slot(at.number, range);
}

function session(one: Session, { slug, grid, place }: Seen): Html {
  const { run, pitch, room, change } = one;
  const moved = changeTag(grid, change, place);
  const title = isListed(pitch)
    ? html`<a href="${sessionPage(slug, run.key)}">${pitch.title}</a>`
    : pitch.title;
  const remarks = runRemarks(grid, one, place).map((remark) => `. ${remark}`);
  return html`<li><b>${room.letter}</b><a href="${roomPage(slug, room.letter)}">${room.name}</a>: ${title}${by(pitch.hosts)}${also(pitch)}${remarks}${moved ? html` <strong>${moved}</strong>` : null}`;
}

function takenOff(change: GridChange, { grid, place }: Seen): Html {
  const room = goneFrom(grid, change, place);
  return html`<li>${room ? `${room}: ` : ""}<del>${change.title}</del> <strong>${grids.changed.gone}</strong>`;
}

/** What became one with it, by its title: everybody who hosts it is named already. */
const also = ({ merged = [] }: PitchView) =>
  merged.map(({ title }) => `. ${pitches.and(title, "")}`).join("");

const by = (hosts: readonly string[]) =>
  hosts.length > 0 ? `, ${pitches.by(list(hosts, readerLocale()))}` : "";
