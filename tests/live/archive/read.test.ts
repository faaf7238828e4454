/** The one file that keeps a camp, read from the outside: what is in it, and what is nowhere in it. */
import { strFromU8, unzipSync } from "fflate";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { bringArchive } from "#db/archive/bringing.ts";
import { readArchive } from "#db/archive/format.ts";
import { findEvent } from "#db/event.ts";
import { unpackedText } from "#domain/archive/packed.ts";
import { API } from "#live/api/schema.ts";
import { exportCamp } from "#live/archive/read.ts";
import { archive as words } from "#messages/en/archive.ts";
import { fairness } from "#messages/en/fairness.ts";
import { pitch as pitches } from "#messages/en/pitch.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { keptCamp } from "#tests/support/kept-camp.ts";
import { faultsOfJson, faultsOfXml } from "#tests/support/schedule/check.ts";

const ORIGIN = "https://camps.example.org";
const { db } = await freshDatabase();
const other = (await freshDatabase()).db;
const camp = await keptCamp(db);

const exported = async (from = db, origin = ORIGIN) =>
  exportCamp(from, (await findEvent(from, camp.slug))!, origin);

const { zip, archive } = await exported();
const files = Object.fromEntries(
  Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]),
);
const pages = Object.entries(files).filter(([path]) => path.endsWith(".html"));

test("none of its bytes says what strangers may not read", () => {
  expect(Object.keys(files)).toContain("data/calendar.ics");
  for (const [path, text] of Object.entries(files)) expect(`${path}\n${text}`).not.toMatch(/SECRET/i);
  // Names folded over two lines of a calendar, and what was expected in a room.
  for (const text of Object.values(files)) {
    expect(text.replaceAll(/\r?\n[ \t]/g, "")).not.toMatch(/SECRET/i);
    expect(text).not.toContain("98765");
  }
  expect(Buffer.from(zip).toString("latin1")).not.toMatch(/SECRET/i);
});

test("hosts who are shown are in it, and nobody of a session without names", () => {
  const { grid, pitches: others } = archive;
  const of = (id: string) => grid!.sessions.find((it) => it.id === id)!;
  const { ids } = camp;
  expect(of(ids.swaps).hosts).toEqual(["Ama Okafor", "Rhys ap Siôn"]);
  expect([of(ids.wifi).hosts, of(ids.wifi).merged.map(({ hosts }) => hosts)]).toEqual([
    ["Bo", "Cy"],
    [["Cy"]],
  ]);
  for (const id of [ids.nameless, ids.tightened, ids.torn])
    expect([of(id).noteLevel, of(id).hosts, of(id).merged.flatMap(({ hosts }) => hosts)]).toEqual([
      "no_names",
      [],
      [],
    ]);
  for (const id of [ids.unlisted, ids.closed])
    expect(of(id)).toMatchObject({ noteLevel: "unlisted", title: "", line: "", hosts: [] });
  expect(grid!.sessions.some(({ id }) => id === ids.hidden)).toBe(false);
  expect(others.map(({ title, hosts }) => [title, hosts])).toEqual([
    ["=An idea that found no room", ["Di"]],
    ["Somebody should explain budgets", []],
  ]);
});

test("the same camp gives the same file, byte for byte", async () => {
  expect(Buffer.from((await exported()).zip).equals(Buffer.from(zip))).toBe(true);
});

test("every link leads to a file that is in it, or to the web by whoever wrote it, and nothing is fetched", () => {
  for (const [path, text] of pages) {
    expect(text).not.toMatch(/<script|<iframe|<img|<base|@import|url\(|http-equiv|\ssrc=/i);
    const targets = [...text.matchAll(/\s(href|src)="([^"]*)"/g)].map(([, , target]) => target!);
    expect(targets.length).toBeGreaterThan(1);
    for (const target of targets) {
      if (/^https:\/\/example\.org\//.test(target)) continue;
      const { pathname, hash, protocol } = new URL(target, `file:///${path}`);
      expect([path, target, protocol]).toEqual([path, target, "file:"]);
      const found = files[decodeURIComponent(pathname).slice(1)];
      expect([path, target, found !== undefined]).toEqual([path, target, true]);
      if (hash) expect(found).toContain(` id="${hash.slice(1)}"`);
    }
  }
  expect(files["style.css"]).not.toMatch(/url\(|@import|http/);
});

test("each file is led to from the front page or from one that is", () => {
  const led = new Set(["index.html", "style.css"]);
  for (const path of led) {
    if (!path.endsWith(".html")) continue;
    for (const [, target] of files[path]!.matchAll(/\shref="([^"#]+)/g)) {
      const { pathname, protocol } = new URL(target!, `file:///${path}`);
      if (protocol === "file:") led.add(pathname.slice(1));
    }
  }
  expect([...led].sort()).toEqual(Object.keys(files).sort());
});

test("its pages say the camp as it was", () => {
  expect(files["index.html"]).toContain("Tuesday 14 July 2026");
  expect(files["grid.html"]).toContain(words.asPublished(2, "10.30am, Tuesday 14 July 2026"));
  expect(files["grid.html"]!.split(pitches.hidden).length - 1).toBe(2);
  expect(files["sessions.html"]).toContain("Job swaps, &lt;both&gt; ways &amp; &quot;fair&quot;");
  expect(files["sessions.html"]).toContain("And “Cables”, from Cy");
  expect(files["about/travel.html"]).toContain("<em>tram</em> to The Exchange, Birmingham.");
  expect(files["feedback.html"]).toContain("A bench outside");
  expect(files["fairness.html"]).toContain(fairness.turnout.some(10, 5));
  expect(archive.fairness?.rows).toEqual([
    { of: "sector", name: "Local government", asked: 10, got: 10 },
    { of: "firstTime", name: "", asked: 5, got: 5 },
    { of: "others", name: "", asked: 5, got: 5 },
  ]);
  expect(files["data/pitches.csv"]).toContain("'=An idea that found no room");
});

test("what it says to programs holds against their own rules", async () => {
  expect(await faultsOfXml(files["data/schedule.xml"]!)).toEqual([]);
  expect(faultsOfJson(JSON.parse(files["data/schedule.json"]!))).toEqual([]);
  for (const [part, name] of [
    ["event", "Event"],
    ["sessions", "Sessions"],
    ["rooms", "Rooms"],
    ["slots", "Slots"],
  ] as const)
    expect(() => API[name].parse(JSON.parse(files[`data/api/${part}.json`]!))).not.toThrow();
  const events = (path: string) => new ICAL.Component(ICAL.parse(files[path]!)).getAllSubcomponents("vevent");
  expect(events("data/calendar.ics")).toHaveLength(9);
  expect(events("data/rooms/A.ics").map((it) => it.getFirstPropertyValue("summary"))).toHaveLength(2);
});

test("brought into another installation it is the same camp, to the letter of its data and every page", async () => {
  const text = unpackedText(zip, "camp.json");
  const read = "text" in text ? readArchive(text.text) : null;
  expect(read).toEqual(archive);
  const brought = await bringArchive(other, read!, pitches.hidden, new Date("2027-01-01T00:00:00Z"));
  expect(brought.ok).toBe(true);
  const again = await exported(other);
  const second = Object.fromEntries(
    Object.entries(unzipSync(again.zip)).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );
  expect(second).toEqual(files);
  expect(await bringArchive(other, read!, pitches.hidden, new Date())).toEqual({
    ok: false,
    refusal: "slug_taken",
  });
});

test("a second time under another address its parts are here already, and nothing of it is left", async () => {
  const moved = { ...archive, camp: { ...archive.camp, slug: "moved-on" } };
  expect(await bringArchive(other, moved, pitches.hidden, new Date())).toMatchObject({
    refusal: "slug_taken",
  });
  expect(await findEvent(other, "moved-on")).toBeNull();
});
