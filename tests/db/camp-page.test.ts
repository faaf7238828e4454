import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { changePage, listLacks, listPages, listVersions, markOfPage, readPageNow } from "#db/camp-page.ts";
import { movePhase } from "#db/phase.ts";
import { audit } from "#db/schema/audit.ts";
import { campPage } from "#db/schema/camp-page.ts";
import type { CampPage } from "#domain/camp-page.ts";
import { makeCamp, makeOrganiser, NOON, type Organiser } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";

const { db } = await freshDatabase();

async function markNow(olu: Organiser, page: CampPage) {
  return markOfPage(await readPageNow(db, olu.eventId, page));
}

const save = async (olu: Organiser, page: CampPage, body: string | null, looked = false) =>
  changePage(db, olu, page, await markNow(olu, page), { body, looked }, NOON);

async function draft() {
  const camp = await makeCamp(db, { phase: "draft" });
  return { camp, olu: await makeOrganiser(db, camp) };
}

it("keeps every version, tells whose it is, and makes none of the same words", async () => {
  const { olu } = await draft();
  expect((await save(olu, "food", "Cake.")).ok).toBe(true);
  await save(olu, "food", "Cake.");
  await save(olu, "food", "Cake and tea.");
  await save(olu, "food", null);
  expect((await readPageNow(db, olu.eventId, "food")).body).toBe(null);
  const versions = await listVersions(db, olu, "food");
  expect(versions.map(({ version, body, by }) => [version, body, by])).toEqual([
    [3, null, "Olu Adeyemi"],
    [2, "Cake and tea.", "Olu Adeyemi"],
    [1, "Cake.", "Olu Adeyemi"],
  ]);
  expect((await listVersions(db, olu, "food", 2)).map(({ version }) => version)).toEqual([1]);
  expect((await listPages(db, olu.eventId)).map(({ page, version }) => [page, version])).toEqual([
    ["food", 3],
  ]);
});

it("lets nobody save over what they never saw, nor of an archive, and logs no words", async () => {
  const { camp, olu } = await draft();
  const mark = await markNow(olu, "travel");
  await Promise.all(
    ["By bus.", "By train."].map((body) => changePage(db, olu, "travel", mark, { body }, NOON)),
  );
  expect(await db.$count(campPage, eq(campPage.eventId, camp.id))).toBe(1);
  expect(await changePage(db, olu, "travel", mark, { body: "On foot." }, NOON)).toEqual({
    ok: false,
    refusal: "changed_meanwhile",
  });
  const rows = await db.select().from(audit).where(eq(audit.eventId, camp.id));
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain("By ");
  const old = await makeCamp(db, { phase: "archived" });
  const late = await makeOrganiser(db, old);
  expect(await save(late, "travel", "By bus.")).toEqual({ ok: false, refusal: "archived" });
});

it("opens no tickets before both pages are complete, and shuts no camp that has opened", async () => {
  const { camp, olu } = await draft();
  const open = { from: "draft", to: "tickets" } as const;
  const shut = { ok: false, refusal: "pages_missing" };
  expect(await listLacks(db, camp.id)).toEqual([
    { page: "privacy", why: "ours" },
    { page: "accessibility", why: "ours" },
  ]);
  expect(await movePhase(db, olu, open, NOON)).toEqual(shut);
  expect(await save(olu, "privacy", "We are [[who]].", true)).toEqual({ ok: false, refusal: "bad_input" });
  expect(await save(olu, "privacy", null, true)).toEqual({ ok: false, refusal: "bad_input" });
  await save(olu, "privacy", "We are Olu.", true);
  await save(olu, "accessibility", "It works.");
  expect(await listLacks(db, camp.id)).toEqual([{ page: "accessibility", why: "unread" }]);
  expect(await movePhase(db, olu, open, NOON)).toEqual(shut);
  await save(olu, "accessibility", "It works.", true);
  expect((await movePhase(db, olu, open, NOON)).ok).toBe(true);
  // As of a camp that opened before this was asked.
  await db.delete(campPage).where(eq(campPage.eventId, camp.id));
  expect(await listLacks(db, camp.id)).toHaveLength(2);
  expect((await movePhase(db, olu, { from: "tickets", to: "closed" }, NOON)).ok).toBe(true);
  expect((await movePhase(db, olu, { from: "closed", to: "tickets" }, NOON)).ok).toBe(true);
});

it("keeps both pages complete while people can see the camp, and lets any other say what it likes", async () => {
  const camp = await makeCamp(db, { phase: "tickets" });
  const olu = await makeOrganiser(db, camp);
  const before = await readPageNow(db, camp.id, "privacy");
  for (const body of [null, "We are [[who]]."])
    expect(await save(olu, "privacy", body)).toEqual({ ok: false, refusal: "page_incomplete" });
  expect(await readPageNow(db, camp.id, "privacy")).toEqual(before);
  expect((await save(olu, "privacy", "We are Olu.")).ok).toBe(true);
  expect((await save(olu, "food", "[[What]] and cake.")).ok).toBe(true);
  expect((await save(olu, "food", null)).ok).toBe(true);
});

it("asks anew whoever took our words back", async () => {
  const { camp, olu } = await draft();
  await save(olu, "privacy", "We are Olu.", true);
  await save(olu, "privacy", null);
  await save(olu, "privacy", "We are Olu and Ada.");
  expect(await listLacks(db, camp.id)).toContainEqual({ page: "privacy", why: "unread" });
});
