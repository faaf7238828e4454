/**
 * Every page and action of the desk, asked for by everybody: each role of this camp, each of another
 * camp, somebody signed in, a camper and nobody. Who is answered is what the table of domain/permission.ts says, and
 * what is new and not in the lists of tests/support/desk-takes.ts fails.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { FRESH } from "#app/respond.ts";
import { closeDatabase, type Database } from "#db/connection.ts";
import { removeCrew } from "#db/crew.ts";
import { newId } from "#db/id.ts";
import { bringPitchFor } from "#db/pitch.ts";
import { addTasks } from "#db/rota/tasks.ts";
import { listRota } from "#db/rota.ts";
import { groupMail } from "#db/schema/group-mail.ts";
import type { ImportNews } from "#domain/import/state.ts";
import { refusal } from "#messages/en/refusal.ts";
import { makeCamp, makeOrganiser, makePerson, NOON, type TestCamp } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { isDenied, type Refused } from "#tests/support/denied.ts";
import { deskActions, deskFiles, drawnBy, load, pageAt } from "#tests/support/desk.ts";
import { ACTIONS, PAGES } from "#tests/support/desk-takes.ts";
import {
  everybodyAt,
  isSignedIn,
  may,
  needPasskeys,
  type Takes,
  usePasskeys,
  type Who,
} from "#tests/support/everybody.ts";
import { outcome } from "#tests/support/forms.ts";
import { pitchForm } from "#tests/support/pitching.ts";

const asker = vi.hoisted(() => ({ token: "" }));
vi.mock("server-only", () => ({}));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (asker.token ? { value: asker.token } : undefined), set: () => {} }),
  headers: async () => new Headers(),
}));

let db: Database;
let camp: TestCamp;
let somebody: string;
let other: string;
let member: string;
let mail: string;
let pitch: string;
let task: string;
let everybody: Who[];

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = fresh.db;
  process.env.DATABASE_URL = fresh.url;
  camp = await makeCamp(db, { phase: "pitching" });
  const first = await makeOrganiser(db, camp);
  member = (await makeOrganiser(db, camp, "observer", "door")).personId;
  somebody = await makePerson(db, camp, "confirmed", { rank: 1 });
  other = await makePerson(db, camp, "waiting", { rank: 2 });
  mail = newId();
  const words = { group: "places" as const, subject: "The way in", body: "By the canal" };
  await db.insert(groupMail).values({ ...words, id: mail, eventId: camp.id, sentAt: NOON });
  const form = pitchForm("Job swaps");
  await bringPitchFor(db, first, form, [], NOON);
  pitch = form.id;
  const hour = { startsAt: NOON.getTime(), endsAt: NOON.getTime() + 3_600_000 };
  await addTasks(db, first, [{ task: "Door", place: "", wanted: 2, ...hour }], NOON);
  task = (await listRota(db, first))[0]!.id;
  await removeCrew(db, first, (await makeOrganiser(db, camp, "door")).personId, new Date());
  everybody = await everybodyAt(db, camp, somebody);
});
afterAll(closeDatabase);

/** What an action answered; of one that tells how far it is, what it comes to. */
async function answerOf(act: () => Promise<unknown>): Promise<unknown> {
  const answer = await outcome(act);
  if (!(answer instanceof ReadableStream)) return answer;
  const { value } = await (answer as ReadableStream<ImportNews>).getReader().read();
  return value && "state" in value ? value.state : value;
}

/** Asks the same as everybody in turn. @returns the names of those it was answered */
async function answered(ask: () => Promise<unknown>, all: readonly Who[] = everybody): Promise<string[]> {
  const names: string[] = [];
  for (const who of all) {
    asker.token = who.token;
    if (!isDenied(await answerOf(ask))) names.push(who.name);
  }
  return names;
}

const namesOf = (takes: Takes) => everybody.filter((who) => may(who, takes)).map(({ name }) => name);

const propsOf = (path: string) => {
  const event = camp.slug;
  const id = path.startsWith("crew") ? member : somebody;
  const page = path.startsWith("settings") ? "places" : "conduct";
  return {
    params: Promise.resolve({ event, person: id, mail, pitch, task, letter: "offered", page }),
    searchParams: Promise.resolve({ stays: somebody, goes: other }),
  };
};

const ask = async (path: string, name = path.endsWith("route.ts") ? "GET" : "default") => {
  const called = (await load(path))[name]!;
  return name === "GET" ? called(new Request("http://127.0.0.1"), propsOf(path)) : called(propsOf(path));
};

describe("where the camp needs a passkey of its crew", () => {
  const onlyCrew = () => everybody.filter(({ roles }) => roles);

  test("none of it is answered that used none, and all as before that did", async () => {
    const listed = [...Object.keys(PAGES), ...Object.keys(ACTIONS)];
    await needPasskeys(db, camp);
    for (const key of listed)
      expect([key, await answered(() => (key in PAGES ? ask(key) : act(key)), onlyCrew())]).toEqual([
        key,
        [],
      ]);
    const two = everybody.filter(({ name }) => ["organiser", "observer"].includes(name));
    await usePasskeys(db, two);
    for (const [path, takes] of Object.entries(PAGES)) {
      const expected = two.filter((who) => may(who, takes)).map(({ name }) => name);
      expect([path, await answered(() => ask(path), two)]).toEqual([path, expected]);
    }
  }, 120_000);

  test("it is led to where it can use one, and told so where it acts", async () => {
    await db.execute("update device set passkey_id = null");
    asker.token = everybody.find(({ name }) => name === "organiser")!.token;
    const needed = `/sign-in/passkeys/needed?next=/e/${camp.slug}/desk`;
    expect(String(await outcome(() => ask("crew/page.tsx")))).toContain(needed);
    const door = needed.replace("desk", "door");
    expect(String(await outcome(() => ask("../door/page.tsx")))).toContain(door);
    const said = (await act("crew/actions.ts invite")) as Refused;
    expect(said.refusal?.what).toBe(refusal.passkey_needed.what);
    await needPasskeys(db, camp, false);
  });
});

/** The second step of something, or a part of a page, is led to by the first. */
const LED_TO = [
  "\\[",
  "route",
  "^archive",
  "^badges",
  "^called-off",
  "^checklist",
  "^delete",
  "^door/pass-on",
  "^feedback",
  "^feeds",
  "^people/(add|equality|import|merge|offer|pools)",
  "mail/words",
  "^pitches/(compere|reported)",
  "^rehearsal",
  "^repair",
  "^round-up",
  "^swaps",
  "^write-ups",
];

describe("pages", () => {
  test("all of them are in the list", () => {
    expect(deskFiles(/(^|\/)(page\.tsx|route\.ts)$/)).toEqual(Object.keys(PAGES).sort());
  });

  test.each(Object.entries(PAGES))("%s", async (path, takes) => {
    const { default: page, generateMetadata, GET } = await load(path);
    expect(await answered(() => ask(path))).toEqual(namesOf(takes));
    // A title that asks for no camp says nothing of one.
    if (generateMetadata?.length)
      expect(await answered(() => ask(path, "generateMetadata"))).toEqual(namesOf(takes));
    expect(Boolean(page) !== Boolean(GET)).toBe(true);
  });

  test("their frame sends nobody to sign in, and is not found for whoever is not of the crew", async () => {
    const { default: layout } = await load("layout.tsx");
    const shown: string[] = [];
    for (const who of everybody) {
      asker.token = who.token;
      const said = await outcome(async () => layout!({ ...propsOf(""), children: null }));
      shown.push(/^NEXT_REDIRECT/.test(String(said)) ? "sign in" : isDenied(said) ? "not found" : "desk");
    }
    const expected = everybody.map(({ name, roles }) => {
      if (name === "nobody" || name === "a camper") return "sign in";
      return roles ? "desk" : "not found";
    });
    expect(shown).toEqual(expected);
  });

  test("none shows a form or a link that its reader would be refused, and the side list has every page", async () => {
    const acted = new Set<string>();
    for (const who of everybody.filter(({ roles }) => roles)) {
      asker.token = who.token;
      for (const [path, takes] of Object.entries(PAGES).filter(([each]) => each.endsWith("page.tsx"))) {
        if (!may(who, takes)) continue;
        const { actions, links } = await drawnBy(await ask(path));
        for (const action of actions) {
          expect([
            who.name,
            path,
            isDenied(await outcome(async () => action(FRESH, new FormData()))),
          ]).toEqual([who.name, path, false]);
          if (who.name === "observer") acted.add(action.name);
        }
        const pages = links.flatMap((href) => pageAt(href) ?? []);
        expect(
          pages.filter((page) => !may(who, PAGES[page]!)),
          `${who.name} ${path}`,
        ).toEqual([]);
        const led = new RegExp(LED_TO.join("|"));
        const listed = Object.keys(PAGES).filter((page) => !led.test(page) && may(who, PAGES[page]!));
        // The compère's phone has no side list: its foot is for the thumb.
        if (path === "pitches/compere/page.tsx") continue;
        expect([...new Set(pages)].sort(), `${who.name} ${path}`).toEqual(expect.arrayContaining(listed));
      }
    }
    expect([...acted], "an observer looks for people and changes nothing").toEqual(["bound find"]);
  }, 60_000);
});

const act = async (key: string) => {
  const [file = "", name = ""] = key.split(" ");
  const action = (await load(file))[name]!;
  // An empty form is told what is wrong with it, and never that there is nothing here.
  const given = file.startsWith("grid") ? [{}] : [FRESH, new FormData()];
  return action(camp.slug, ...given);
};

describe("actions", () => {
  test("all of them are in the list", async () => {
    expect(await deskActions()).toEqual(Object.keys(ACTIONS).sort());
  });

  test.each(Object.entries(ACTIONS))("%s", async (key, takes) => {
    expect(await answered(() => act(key))).toEqual(namesOf(takes));
  });

  test.each(Object.entries(ACTIONS))("%s says in words why it does nothing", async (key, takes) => {
    const [file = "", name = ""] = key.split(" ");
    const action = (await load(file))[name]!;
    for (const slug of [camp.slug, "no-such-camp"])
      for (const who of everybody) {
        if (slug === camp.slug && may(who, takes)) continue;
        asker.token = who.token;
        const given = file.startsWith("grid") ? [{}] : [FRESH, new FormData()];
        const said = (await answerOf(async () => action(slug, ...given))) as Refused;
        expect([who.name, said.refusal?.what ?? said.what]).toEqual([
          who.name,
          refusal[isSignedIn(who) ? "not_found" : "signed_out"].what,
        ]);
      }
  });
});
