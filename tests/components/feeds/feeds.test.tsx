/** The page where calendars and programs find the grid, and what is copied at the desk for another website. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { Feeds } from "#components/feeds/feeds.tsx";
import { Snippet } from "#components/feeds/snippet.tsx";
import { ORIGIN, rooms } from "#tests/support/programmes.ts";

vi.mock("next/navigation", () => ({ useRouter: () => null }));

const linksOf = (html: string) => [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href);

test("a calendar is followed by an address that calendars open, and downloaded by the page's own", () => {
  const html = renderToStaticMarkup(
    <Feeds camp={{ slug: "brum" }} rooms={rooms("Main hall", "Den")} origin={ORIGIN} />,
  );
  expect(linksOf(html)).toEqual([
    "/e/brum/grid",
    "webcal://camps.example.org/e/brum/calendar.ics",
    "/e/brum/calendar.ics",
    "webcal://camps.example.org/e/brum/rooms/A/calendar.ics",
    "/e/brum/rooms/A/calendar.ics",
    "webcal://camps.example.org/e/brum/rooms/B/calendar.ics",
    "/e/brum/rooms/B/calendar.ics",
    "/e/brum/schedule.xml",
    "/e/brum/schedule.json",
    "/api/v1/events/brum",
    "/api/v1/openapi.json",
  ]);
  expect(html).toContain('aria-label="Follow Den in my calendar"');
  expect(html).toContain(`${ORIGIN}/e/brum/schedule.xml`);
});

test("before a grid is out the page says what a calendar will do, and names no room", () => {
  const html = renderToStaticMarkup(<Feeds camp={{ slug: "brum" }} rooms={null} origin={ORIGIN} />);
  expect(html).toContain("fill by themselves");
  expect(html).not.toContain("rooms/");
});

const snippet = (look: Parameters<typeof Snippet>[0]["look"], wrong: string | null = null) =>
  renderToStaticMarkup(
    <Snippet camp={{ slug: "brum", name: "Brum & Co" }} origin={ORIGIN} {...{ look, wrong }} />,
  );

test("what is copied is what the preview shows, and its title cannot leave the attribute", () => {
  const html = snippet({ theme: "dark", accent: "#1f4bb8" });
  expect(html).toContain('src="/embed/brum?theme=dark&amp;accent=1f4bb8"');
  const copied = /<textarea[^>]*>([^<]*)</.exec(html)![1]!;
  const text = copied
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  expect(text).toBe(
    `<iframe src="${ORIGIN}/embed/brum?theme=dark&amp;accent=1f4bb8" title="The grid of Brum &amp; Co" width="100%" height="640" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`,
  );
});

test("a colour that is none is said to be, with what was typed", () => {
  const html = snippet({ theme: null, accent: null }, "blue");
  expect(html).toContain('value="blue"');
  expect(html).toContain("Type six figures or letters from A to F");
  expect(html).toContain('src="/embed/brum"');
});
