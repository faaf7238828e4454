/** The screens of a camp and of its installation: where they are, and as whom they are seen. */
import type { Page } from "@playwright/test";
import { cookieName } from "#domain/cookie.ts";
import { deviceOf } from "#tests/support/live.ts";
import type { WorstCamp } from "#tests/support/worst.ts";
import type { TestServer } from "./fixtures.ts";

/** A page, and the cookie of whoever reads it; null for a stranger. */
export type Screen = { path: string; cookie: string | null };

/** A phone at the door asks before the doors open, and is told so: browsers write every 409 to the console. */
export const DOORS_NOT_OPEN = /status of 409 .*\/live\/[a-z0-9-]+\/door\)$/;

/** The list of them, and every page that it leads to. */
const SETTINGS = [
  ...["", "/details", "/days", "/mail", "/rooms", "/slots", "/hands", "/places", "/releases", "/terms"],
  ...["/sectors", "/questions", "/equality", "/privacy"],
];

const as = (cookie: string | null, paths: readonly string[]): Screen[] =>
  paths.map((path) => ({ path, cookie }));

/** What strangers, a camper and an organiser see of a camp, and what is another in each phase. */
export async function campScreens({ db }: TestServer, camp: WorstCamp, desk: readonly string[]) {
  const [crew, own] = [await deviceOf(db, camp.organiser), await deviceOf(db, camp.camper)];
  const at = `/e/${camp.slug}`;
  return [
    ...as(
      null,
      ["", "/now", "/wall", "/register", `/r/${camp.token}`].map((path) => at + path),
    ),
    ...as(
      own,
      ["/now", "/pitches", "/pitch", "/grid", "/rooms/A", "/me"].map((path) => at + path),
    ),
    ...as(crew, [
      ...[...desk, "/repair?what=room_gone", "/door", "/door/pass-on", "/badges"].map(
        (path) => `${at}/desk${path}`,
      ),
      ...["/door", "/heads", "/rota"].map((path) => at + path),
    ]),
    ...as(null, [`/now/${camp.slug}`]),
  ];
}

/**
 * What is the same whatever phase a camp is in: the rest of its desk, and what belongs to no camp.
 *
 * @param pitches one that the camper brought, and one that says the same
 */
export async function otherScreens(
  { db }: TestServer,
  camp: WorstCamp,
  { mine, alike }: { mine: string; alike: string },
): Promise<Screen[]> {
  const [crew, own] = [await deviceOf(db, camp.organiser), await deviceOf(db, camp.camper)];
  const { personId } = camp.organiser;
  const desk = [
    ...SETTINGS.map((page) => `/settings${page}`),
    ...["/crew", "/rota", "/import", "/needs", "/people/import"],
    ...["/mail", "/mail?show=out", "/mail?show=failed", "/mail/words"],
    ...[`/people/${camp.camper.registrationId}`, `/crew/${personId}`, `/people/add?crew=${personId}`],
    ...[
      "/announcements",
      "/checklist",
      "/feedback",
      "/round-up",
      "/swaps",
      "/write-ups",
      "/people/equality",
      "/feeds",
      "/pitches/compere",
      "/pitches/reported",
    ],
    ...[`/pitches/${mine}`, `/pitches/${mine}/merge`, `/pitches/${mine}/merge?with=${alike}`],
    ...["/print", "/repair", "/repair?what=host_ill"],
    ...["/rehearsal", "/called-off", "/delete", "/archive", "/pages", "/pages/conduct", "/pages/privacy"],
  ];
  return [
    ...as(
      crew,
      desk.map((path) => `/e/${camp.slug}/desk${path}`),
    ),
    ...[own, null].flatMap((who) => as(who, [`/e/${camp.slug}/pitch/${mine}`])),
    ...as(
      crew,
      ["/door/list", "/door/walk-in", "/door/inside", "/door/standby", "/rota/paper"].map(
        (path) => `/e/${camp.slug}${path}`,
      ),
    ),
    ...as(
      own,
      [
        ...[
          `/pitch/${mine}/hosts`,
          `/pitch/${alike}/report`,
          "/me",
          "/day",
          "/swaps",
          "/swaps/card",
          "/write-up",
        ],
        ...[mine, alike].flatMap((id) => [`/sessions/${id}`, `/ask/${id}`]),
        ...["", "/write", "/line"].map((page) => `/sessions/${mine}/notes${page}`),
      ].map((path) => `/e/${camp.slug}${path}`),
    ),
    ...as(
      null,
      ["/badge", "/swaps", `/r/${camp.token}/equality`, `/r/${camp.token}/swaps`].map(
        (path) => `/e/${camp.slug}${path}`,
      ),
    ),
    ...as(crew, ["/", "/desk", "/desk/new", "/devices", "/mailbox", "/sign-in/passkeys"]),
    ...as(crew, [`/sign-in/passkeys/needed?next=/e/${camp.slug}/desk`]),
    ...as(null, [
      "/now",
      "/went-wrong",
      "/desk",
      "/demo",
      "/sign-in",
      "/sign-in/code",
      `/sign-in/${"a".repeat(40)}`,
    ]),
    ...as(null, [`/setup/${"a".repeat(40)}`]),
    ...as(
      null,
      [
        "/about",
        "/about/conduct",
        "/about/privacy",
        "/concern",
        "/changes",
        "/feedback",
        "/feedback/results",
        "/round-up",
        "/fairness",
        "/learned",
        "/20-things",
        "/feeds",
        "/rooms/A",
        "/wall?view=day",
        "/wall?room=A",
      ].map((path) => `/e/${camp.slug}${path}`),
    ),
  ];
}

/** Lets the reader be whoever the screen is for, and opens it. */
export async function show(page: Page, { origin }: TestServer, { path, cookie }: Screen) {
  // A page that is still reading would do so as nobody once its cookie is gone.
  await page.goto("about:blank");
  await be(page, origin, cookie);
  return page.goto(path);
}

/** Makes a browser somebody's, or nobody's. */
export async function be(page: Page, origin: string, cookie: string | null): Promise<void> {
  await page.context().clearCookies();
  const value = cookie?.slice(`${cookieName(origin)}=`.length);
  if (value) await page.context().addCookies([{ name: cookieName(origin), value, url: origin }]);
}

/** How far a page has jumped: every shift, also those that a browser excuses because somebody tapped just before. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const window_ = window as unknown as { jumped: number };
    window_.jumped = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window_.jumped += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift" });
  });
  return () => page.evaluate(() => (window as unknown as { jumped: number }).jumped);
}

/** Holds what a page asks for, until the test lets it through. */
export async function hold(page: Page, what: string): Promise<() => void> {
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(what, async (route) => {
    await held;
    await route.continue();
  });
  return go;
}
