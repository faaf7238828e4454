import { addLink } from "#db/round-up.ts";
import { newId } from "#db/id.ts";
import { deviceOf } from "#tests/support/live.ts";
import { camper, organiser } from "#tests/support/pitching.ts";
import { publishedCamp } from "#tests/support/published.ts";
import { listPitches } from "#db/pitch.ts";
import { reportLink } from "#db/round-up.ts";
import { test } from "./fixtures.ts";
import { be } from "./screens.ts";

test("shots", async ({ server: { db, origin }, visitor }) => {
  const camp = await publishedCamp(db, new Date());
  const [ama, dan] = [await camper(db, camp as never, "Ama"), await organiser(db, camp as never)];
  const pitches = await listPitches(db, camp.eventId);
  const l = (n: number, title: string, author: string, pitchId: string | null, kind: "post" | "pictures" | "notes") =>
    addLink(db, ama, newId(), { url: `https://blog.example.org/a-long-address/${n}`, title, author, pitchId, kind }, new Date(Date.now() + n));
  await l(1, "What I took home from a day without an agenda", "Priya Nair", pitches[0]!.id, "post");
  await l(2, "Slides", "", pitches[0]!.id, "notes");
  await l(3, "All the pictures", "The photographer", null, "pictures");
  const id = newId();
  await addLink(db, ama, id, { url: "https://sells.example.org/x", title: "Buy this", author: "", pitchId: null, kind: "post" }, new Date());
  await reportLink(db, ama, { linkId: id, reason: "It sells something" }, new Date());
  const shots = [["390", 390, 844, "light"], ["320d", 320, 640, "dark"], ["1440", 1440, 900, "light"]] as const;
  for (const [name, width, height, colorScheme] of shots) {
    const page = await visitor({ viewport: { width, height }, colorScheme });
    await be(page, origin, await deviceOf(db, ama));
    for (const p of ["round-up", "round-up/add", `round-up/report?link=${id}`]) {
      await page.goto(`/e/${camp.slug}/${p}`);
      await page.screenshot({ path: `/tmp/shots/${p.replace(/\W/g, "_").slice(0, 16)}-${name}.png`, fullPage: true });
    }
    await be(page, origin, await deviceOf(db, { personId: dan.personId }));
    for (const p of ["desk/round-up", "desk"]) {
      await page.goto(`/e/${camp.slug}/${p}`);
      await page.screenshot({ path: `/tmp/shots/${p.replace(/\W/g, "_")}-${name}.png`, fullPage: true });
    }
    await page.goto(`/e/${camp.slug}`);
    await page.screenshot({ path: `/tmp/shots/front-${name}.png`, fullPage: true });
  }
});
