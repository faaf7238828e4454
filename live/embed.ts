/**
 * `/embed/{event}`: the published grid for a frame in somebody else's page, the only page of ours that may stand in one.
 * It has no script, sends nothing, and neither reads nor sets a cookie.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type EmbedLook, embedColours, embedLook } from "#domain/embed.ts";
import { isHalted, permits } from "#domain/event.ts";
import type { Snapshot } from "#domain/live.ts";
import type { Live } from "#live/instance.ts";
import { type Html, html } from "#live/plain/html.ts";
import { frame, wholeGrid } from "#live/plain/page.ts";
import { policyOf, sendPlain } from "#live/plain/send.ts";
import type { Place } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const common = wordsOf("common");
const plain = wordsOf("plain");
const halt = wordsOf("halt");
const words = wordsOf("feeds").embed;

const MINUTE = 60_000;

export async function embed(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug, query }: { slug: string; query: URLSearchParams },
): Promise<void> {
  const style = styleOf(embedLook({ theme: query.get("theme"), accent: query.get("accent") }));
  response.removeHeader("x-frame-options");
  response.setHeader("cross-origin-resource-policy", "cross-origin");
  const show = (status: number, text: string) =>
    sendPlain(request, response, status, text, policyOf(style, "*"));
  const camp = await live.camps(slug);
  if (!camp || !permits(camp.phase, "visit")) {
    const { title, why } = common.notFound;
    return show(404, frame(title, html`<h1>${title}</h1><p>${why}`, style));
  }
  const { version, text } = await read(live, camp.id);
  show(200, frame(words.title(camp.name), gridOf(camp.id, version, text), style, "apart"));
}

async function read(live: Live, eventId: string): Promise<{ version: number; text: string }> {
  const camp = await live.hub.camp(eventId);
  return { version: camp.version, text: camp.snapshot("public") };
}

/** The last grid of each camp, which the next reader gets in another style. */
const kept = new Map<string, { key: string; content: Html }>();
const MOST = 200;

/** Made anew when the camp changes, and every minute: whoever asks again within it has it already. */
function gridOf(eventId: string, version: number, snapshot: string): Html {
  const minute = Math.floor(Date.now() / MINUTE);
  const key = `${readerLocale()} ${version} ${minute}`;
  const known = kept.get(eventId);
  if (known?.key === key) return known.content;
  const content = embeddedGrid(JSON.parse(snapshot) as Snapshot, minute * MINUTE);
  kept.delete(eventId);
  kept.set(eventId, { key, content });
  if (kept.size > MOST) kept.delete(kept.keys().next().value!);
  return content;
}

/** @param now milliseconds since 1970 */
function embeddedGrid({ event, grid }: Snapshot, now: number): Html {
  const place: Place = { locale: readerLocale(), zone: event.zone };
  const page = `/e/${event.slug}/grid`;
  return html`<h1>${event.name}</h1>${haltedNote(event)}${grid ? wholeGrid(event.slug, grid, now, place) : html`<p>${plain.noGrid}`}
<p><a href="${page}" target="_blank" rel="noopener">${words.full}</a>`;
}

/** Above a grid that stays readable. */
const haltedNote = ({ phase }: Snapshot["event"]) =>
  isHalted(phase) ? html`<p><strong>${halt.state[phase].title}</strong>` : null;

const SHAPE =
  "body{overflow-wrap:anywhere;margin:0;padding:1em;font:1rem/1.4 system-ui,sans-serif;background:var(--paper);color:var(--ink)}" +
  "h1{margin-top:0;font-size:1.3em}h1,h2,h3{line-height:1.2;margin:1em 0 .3em}h2{font-size:1.15em}" +
  "h3{padding:.3em .5em;background:var(--band);border-left:.3em solid var(--square);font-size:1em}" +
  "ul{margin:0;padding:0;list-style:none}li{padding:.4em 0;border-bottom:1px solid var(--line)}a{color:var(--link)}" +
  "b{display:inline-block;min-width:1.4em;margin-right:.4em;border-radius:.2em;background:var(--square);color:var(--letter);text-align:center}";

function styleOf({ theme, accent }: EmbedLook): string {
  const colours = (one: "light" | "dark") =>
    Object.entries(embedColours(one, accent))
      .map(([name, colour]) => `--${name}:${colour}`)
      .join(";");
  const rooted = (one: "light" | "dark") => `:root{color-scheme:${one};${colours(one)}}`;
  return theme
    ? rooted(theme) + SHAPE
    : `${rooted("light")}@media(prefers-color-scheme:dark){${rooted("dark")}}${SHAPE}`;
}
