/** The pages of a kept camp: plain HTML without a script, each leading to the others by where it lies beside them. */
import type { Archive, ArchivedPitch } from "#domain/archive.ts";
import type { CampPage } from "#domain/camp-page.ts";
import { FEEDBACK_ANSWERS } from "#domain/feedback.ts";
import type { GridView } from "#domain/grid.ts";
import { readMarkdown } from "#domain/markdown.ts";
import { isListed } from "#domain/pitch.ts";
import { richHtml } from "#domain/rich-text.ts";
import { fairnessPage } from "#live/archive/fairness-page.ts";
import { gridPage, whereOf } from "#live/archive/grid-page.ts";
import { Html, html } from "#live/plain/html.ts";
import { list } from "#messages/counts.ts";
import { longDay, type Place } from "#messages/format.ts";
import { readerDirection, readerLocale, wordsOf } from "#messages/words.ts";

const campPage = wordsOf("campPage");
const fairness = wordsOf("fairness");
const feedback = wordsOf("feedback");
const halt = wordsOf("halt");
const pitches = wordsOf("pitch");
const words = wordsOf("archive");

export type RoomFile = { path: string; letter: string; name: string };

/** A page as it lies in the file. @param up how many folders it lies below the front page */
function framed(archive: Archive, title: string, content: Html, up = ""): string {
  const { name } = archive.camp;
  const home = `${up}index.html`;
  const isFront = title === "";
  return `${
    html`<!doctype html>
<html lang="${readerLocale()}" dir="${readerDirection()}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">
<title>${isFront ? name : `${title} · ${name}`}</title>
<link rel="stylesheet" href="${up}style.css">
<body>
${isFront ? null : html`<header><a href="${home}">${words.home(name)}</a></header>`}
<main>
<h1>${isFront ? name : title}</h1>
${content}
</main>
<footer>${words.kept}</footer>
</body>
</html>`.text
  }\n`;
}

/** @param rooms whose calendars are in the file @param grid as it was published, or null */
export function pagesOf(
  archive: Archive,
  grid: GridView | null,
  rooms: readonly RoomFile[],
): Record<string, string> {
  const place: Place = { locale: readerLocale(), zone: archive.camp.zone };
  const about = archive.pages.map(({ page, text }) => [
    aboutPath(page),
    framed(archive, campPage.titles[page], new Html(richHtml(readMarkdown(text))), "../"),
  ]);
  return {
    "index.html": framed(archive, "", frontOf(archive, rooms, place)),
    "grid.html": framed(archive, words.grid, grid ? gridPage(grid, place) : html`<p>${words.noGrid}</p>`),
    "sessions.html": framed(archive, words.sessions, sessionsOf(archive, grid, place)),
    ...(archive.feedback && {
      "feedback.html": framed(archive, words.feedback, feedbackOf(archive.feedback)),
    }),
    ...(archive.fairness && {
      "fairness.html": framed(archive, fairness.title, fairnessPage(archive.fairness)),
    }),
    ...Object.fromEntries(about),
  };
}

const aboutPath = (page: CampPage) => `about/${page}.html`;

const linkTo = (path: string, says: string) => html`<li><a href="${path}">${says}</a></li>`;

function frontOf(
  { camp, pages, grid, feedback, fairness: fair }: Archive,
  rooms: readonly RoomFile[],
  place: Place,
): Html {
  const { halted } = camp;
  const dates = list(
    camp.days.map(({ startsAt }) => longDay(startsAt, place)),
    place.locale,
  );
  const {
    "camp.json": whole,
    "data/pitches.csv": pitched,
    "data/api/event.json": event,
    ...ofGrid
  } = words.files;
  const files = { "data/pitches.csv": pitched, "data/api/event.json": event, ...(grid && ofGrid) };
  return html`${camp.strapline ? html`<p class="lede">${camp.strapline}</p>` : null}
<p class="facts">${dates}<br>${camp.place}</p>
${halted ? html`<p><strong>${halt.state[halted.as].title}.</strong></p>` : null}
${halted?.note ? html`<p>${halt.says} ${halted.note}</p>` : null}
<ul class="links">
${linkTo("grid.html", words.grid)}
${linkTo("sessions.html", words.sessions)}
${feedback ? linkTo("feedback.html", words.feedback) : null}
${fair ? linkTo("fairness.html", fairness.title) : null}
</ul>
<h2>${words.about}</h2>
<ul class="links">
${pages.map(({ page }) => linkTo(aboutPath(page), campPage.titles[page]))}
</ul>
<h2>${words.programs}</h2>
<p>${words.programsWhy}</p>
<ul class="links">
${Object.entries(files).map(([path, says]) => linkTo(path, says))}
${rooms.map(({ path, letter, name }) => linkTo(path, words.roomCalendar(`${letter} · ${name}`)))}
${linkTo("camp.json", whole)}
</ul>`;
}

function sessionsOf({ grid: kept, pitches: others }: Archive, grid: GridView | null, place: Place): Html {
  const placed = (kept?.sessions ?? []).filter(isListed);
  if (placed.length + others.length === 0) return html`<p>${words.nothing}</p>`;
  const shown = (pitch: ArchivedPitch) => card(pitch, grid ? whereOf(grid, pitch.id, place) : []);
  return html`${placed.length > 0 ? html`<h2>${words.onTheGrid}</h2>${placed.map(shown)}` : null}
${others.length > 0 ? html`<h2>${words.others}</h2>${others.map(shown)}` : null}`;
}

function card(pitch: ArchivedPitch, where: readonly string[]): Html {
  const { id, title, line, kind, noteLevel, hosts, merged } = pitch;
  const unnamed = noteLevel === "no_names";
  const by = (names: readonly string[]) => list(names, readerLocale());
  return html`<section class="card" id="p-${id}">
<h3 dir="auto">${title}</h3>
${hosts.length > 0 ? html`<p>${pitches.by(by(hosts))}</p>` : null}
${unnamed ? html`<p class="soft">${words.unnamed}</p>` : null}
${line ? html`<p dir="auto">${line}</p>` : null}
${merged.map((part) => html`<p dir="auto">${pitches.and(part.title, by(part.hosts))}${part.line ? html`<br>${part.line}` : null}</p>`)}
<p class="soft">${pitches.choices.kind[kind]}${where.map((each) => html`<br>${each}`)}</p>
</section>
`;
}

function feedbackOf({ people, questions, words: said }: NonNullable<Archive["feedback"]>): Html {
  const { results, answers } = feedback;
  const shown = (count: number) => (count > 0 ? results.atLeast(count) : results.fewer);
  const cards = questions.map(
    ({ question, answers: counts }) => html`<section class="card"><h3>${feedback.questions[question]}</h3>
<ul>${FEEDBACK_ANSWERS.map((answer) => html`<li>${answers[answer]}: ${shown(counts.find((it) => it.answer === answer)?.people ?? 0)}</li>`)}</ul></section>
`,
  );
  return html`<p>${results.lede(people)} ${results.how}</p>
<h2>${results.question}</h2>
${cards}
<h2>${results.comments}</h2>
${said.length > 0 ? said.map((each) => html`<blockquote dir="auto">${each}</blockquote>`) : html`<p>${results.noComments}</p>`}`;
}
