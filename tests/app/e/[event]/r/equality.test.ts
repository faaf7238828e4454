/** The page of the equality questions, from the private page to the thanks, as whoever has the address meets it. */
import { eq } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, expect, it, vi } from "vitest";
import { Asides } from "#app/e/[event]/r/[token]/asides.tsx";
import { answer } from "#app/e/[event]/r/[token]/equality/actions.ts";
import Equality from "#app/e/[event]/r/[token]/equality/page.tsx";
import { FRESH } from "#app/respond.ts";
import { markOf } from "#db/change.ts";
import { closeDatabase } from "#db/connection.ts";
import { changeEquality } from "#db/equality.ts";
import { mintLink } from "#db/registration/link.ts";
import { readStatus } from "#db/registration/status.ts";
import { equalityCount } from "#db/schema/equality.ts";
import { registration } from "#db/schema/registration.ts";
import type { EqualityQuestion } from "#domain/equality.ts";
import { equality as words } from "#messages/en/equality.ts";
import { refusal } from "#messages/en/refusal.ts";
import { ahead, makeCamp, makeOrganiser, makePerson } from "#tests/support/camp.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { drawnBy } from "#tests/support/desk.ts";
import { type Fields, formOf, outcome } from "#tests/support/forms.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/navigation", async (original) => ({ ...(await original<object>()), useRouter: () => null }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined, set: () => {} }),
  headers: async () => new Headers(),
}));

const { db, url } = await freshDatabase();
process.env.DATABASE_URL = url;
afterAll(closeDatabase);

const GONE = "NEXT_HTTP_ERROR_FALLBACK;404";

async function pageAsking(...asked: EqualityQuestion[]) {
  const camp = await makeCamp(db, { startsAt: ahead() });
  const now = new Date();
  await changeEquality(db, await makeOrganiser(db, camp), markOf({ asked: [] }), asked, now);
  const id = await makePerson(db, camp, "confirmed", { rank: 1 });
  return { ...camp, person: id, token: await mintLink(db, id, { mailed: true, now }) };
}
type Page = Awaited<ReturnType<typeof pageAsking>>;

async function asides({ token }: Page) {
  const page = (await readStatus(db, token, new Date()))!;
  const html = renderToStaticMarkup(await Asides({ page: { ...page, now: new Date() }, token }));
  const said = html.includes(words.part.answered) ? ["answered"] : [];
  return [...said, ...[...html.matchAll(/href="[^"]*\/(\w+)"/g)].map(([, to]) => to)];
}
const opened = ({ slug, token }: { slug: string; token: string }) =>
  outcome(() => Equality({ params: Promise.resolve({ event: slug, token }) }));
const send = ({ token }: { token: string }, fields: Fields) =>
  outcome(() => answer(FRESH, formOf({ token, ...fields })));
const counted = async ({ id }: Page) => {
  const rows = await db.select().from(equalityCount).where(eq(equalityCount.eventId, id));
  return rows.filter(({ people }) => people > 0).map((it) => [it.question, it.answer, it.people]);
};

it("is led to from the private page until it is answered, and says so from then on", async () => {
  const page = await pageAsking("age", "religion");
  expect(await asides(page)).toEqual(["equality", "swaps", "data"]);
  const there = `NEXT_REDIRECT;replace;/e/${page.slug}/r/${page.token}/equality;307;`;
  expect(await send(page, { age: "25_34", sex: "male" })).toBe(there);
  expect(await counted(page)).toEqual([["age", "25_34", 1]]);
  expect(await asides(page)).toEqual(["answered", "swaps", "data"]);
  expect((await drawnBy(await opened(page))).texts).toContain(`/e/${page.slug}/r/${page.token}`);
  // Sent again, from another tab: it is told the same, and nothing more is counted.
  expect(await send(page, { age: "65_over", religion: "sikh" })).toBe(there);
  expect(await counted(page)).toEqual([["age", "25_34", 1]]);
});

it("is nowhere where nothing is asked, or before the address is proven", async () => {
  const silent = await pageAsking();
  expect(await asides(silent)).toEqual(["swaps", "data"]);
  expect(await opened(silent)).toBe(GONE);
  expect(await opened({ ...silent, token: "x".repeat(40) })).toBe(GONE);
  expect(await send(silent, { age: "25_34" })).toMatchObject({
    refusal: { what: refusal.not_possible_now.what },
  });
  const asking = await pageAsking("age");
  expect(await opened({ ...asking, slug: silent.slug })).toBe(GONE);
  await db.update(registration).set({ verifiedAt: null }).where(eq(registration.id, asking.person));
  expect(await asides(asking)).toEqual([]);
  expect(await opened(asking)).toBe(GONE);
  expect(await send(asking, { age: "25_34" })).toMatchObject({
    refusal: { what: refusal.not_possible_now.what },
  });
  expect(await counted(asking)).toEqual([]);
});

it("sends nothing where nothing was chosen, and takes only what can be chosen", async () => {
  const page = await pageAsking("sex", "age");
  expect(await send(page, {})).toMatchObject({ errors: { "age-first": words.form.nothing } });
  expect(await send(page, { age: "forty", sex: "male" })).toMatchObject({
    errors: { age: refusal.bad_input.what },
    values: { sex: "male" },
  });
  expect(await counted(page)).toEqual([]);
  expect(await asides(page)).toEqual(["equality", "swaps", "data"]);
});
