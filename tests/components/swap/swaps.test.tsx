/** A swap in words: why it is proposed, who it is with, and what each may know. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { Board } from "#components/swap/board.tsx";
import { SwapCounts } from "#components/swap/counts.tsx";
import { OwnCards } from "#components/swap/mine.tsx";
import { Swaps } from "#components/swap/swaps.tsx";
import { CARD_STATES, type CardView, type SwapView } from "#domain/swap.ts";
import { swaps as words } from "#messages/en/swaps.ts";

vi.mock("next/navigation", () => ({ useRouter: () => null }));

const place = { locale: "en-GB", zone: "Europe/London" } as const;
const press = async () => ({ values: {}, errors: {}, refusal: null });
const lapsesAt = "2026-07-28T11:00:00.000Z";

const card = (area: string, sector: string, rest: Partial<CardView> = {}): CardView => ({
  ...{ id: area, kind: "show", way: "visit", seats: 0, left: 0, area, days: "", line: "", sector },
  ...{ managerAgreed: true, ...rest },
});
const one = (me: boolean, sector: string, show: string, see: string) => ({
  ...{ me, sector, show: card(show, sector), see: card(see, sector, { kind: "see" }) },
});
const LOCAL = one(true, "Local", "Gritters", "Elections");
const CENTRAL = one(false, "Central", "Elections", "Gritters");
const HEALTH = one(false, "Health", "Press desk", "Gritters");

const swap = (rest: Partial<SwapView>): SwapView => ({
  ...{ id: "swap", kind: "match", state: "open", said: null, yes: 0, people: [LOCAL, CENTRAL], contacts: [] },
  ...{ lapsesAt, done: false, ...rest },
});
const text = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
const shown = (...swaps: SwapView[]) =>
  text(renderToStaticMarkup(<Swaps swaps={swaps} place={place} press={press} />));

it("says what each sees and shows, and why, of two across sectors", () => {
  const said = shown(swap({}));
  expect(said).toContain(`${words.found.two} · ${words.found.across}`);
  expect(said).toContain(words.found.youSee("Elections", "Central"));
  expect(said).toContain(words.found.youShow("Gritters", "Central"));
  expect(said).toContain(words.found.why.two);
  expect(said).toContain(words.found.managersYes);
  expect(said).toContain(words.found.yes);
  const same = one(false, "Local", "Elections", "Gritters");
  expect(shown(swap({ people: [LOCAL, same] }))).not.toContain(words.found.across);
});

it("says of a ring who comes after whom, from its reader on", () => {
  expect(shown(swap({ people: [LOCAL, HEALTH, CENTRAL] }))).toContain("You → Health → Central → you");
  const ring = shown(swap({ people: [CENTRAL, LOCAL, HEALTH] }));
  expect(ring).toContain("You → Health → Central → you");
  expect(ring).toContain(words.found.youSee("Elections", "Central"));
  expect(ring).toContain(words.found.youShow("Gritters", "Health"));
  expect(ring).toContain(words.found.why.three);
});

it("says that not every manager has said yes", () => {
  const unsure = { ...CENTRAL, show: card("Elections", "Central", { managerAgreed: false }) };
  expect(shown(swap({ people: [LOCAL, unsure] }))).toContain(words.found.managersNot);
});

it("says to whoever said yes that the others are waited for, and lets them out again", () => {
  const said = shown(swap({ said: true, yes: 1 }));
  expect(said).toContain(words.found.saidSome(1, 2));
  expect(said).toContain(words.found.never);
  expect(said).not.toContain(words.found.yes);
});

it("has names once it was agreed, and asks whether it took place until somebody said so", () => {
  const contacts = [{ name: "Bo Lind", organisation: "Home Office", email: "bo@example.org" }];
  const said = shown(swap({ state: "agreed", said: true, yes: 2, contacts }));
  for (const it of ["Bo Lind", "Home Office", "bo@example.org", words.agreed.took])
    expect(said).toContain(it);
  expect(shown(swap({ state: "agreed", contacts, done: true }))).toContain(words.agreed.done);
  expect(shown(swap({ state: "agreed" }))).toContain(words.agreed.gone);
});

it("puts what waits for an answer first, and says of the rest what became of it", () => {
  const said = shown(
    ...(["declined", "lapsed", "gone"] as const).map((state) => swap({ id: state, state, said: true })),
    swap({ id: "open" }),
  );
  expect(said.indexOf(words.found.yes)).toBeLessThan(said.indexOf(words.ended.declined));
  for (const state of ["declined", "lapsed", "gone"] as const) expect(said).toContain(words.ended[state]);
});

it("tells an owner which sector asks, and whoever asked that they did", () => {
  const owner = { me: true, sector: "Local", show: card("Gritters", "Local"), see: null };
  const asker = { me: false, sector: "Central", show: null, see: null };
  expect(shown(swap({ kind: "ask", people: [owner, asker] }))).toContain(words.found.asksYou.show("Central"));
  const turned = [
    { ...owner, me: false },
    { ...asker, me: true },
  ];
  expect(shown(swap({ kind: "ask", people: turned, said: true, yes: 1 }))).toContain(
    `${words.found.youAsked.show} · Local`,
  );
});

it("says of each card on the board and of each of one’s own what can be done", () => {
  const seats = card("Media law", "Central", { kind: "seats", way: null, seats: 3, left: 1 });
  const board = text(
    renderToStaticMarkup(
      <Board
        cards={[
          { ...seats, asked: false },
          { ...card("", "Local", { kind: "see" }), asked: true },
        ]}
        press={press}
      />,
    ),
  );
  for (const said of ["1 seat left", words.board.want.seats, words.anything, words.board.asked])
    expect(board).toContain(said);
  const cards = CARD_STATES.map((state) => ({
    ...{ ...card(state, "Local"), id: state, state },
    ...{ reason: state === "hidden" ? "It sells something" : "", expiresAt: lapsesAt },
  }));
  const mine = text(renderToStaticMarkup(<OwnCards cards={cards} slug="camp" place={place} press={press} />));
  expect(mine.match(new RegExp(`${words.mine.putBack} :`, "g"))).toHaveLength(2);
  expect(mine.match(new RegExp(`${words.mine.takeDown} :`, "g"))).toHaveLength(1);
  expect(mine).toContain("It sells something");
});

it("shows counts under five to the crew alone", () => {
  const directions = [
    { from: "Local", to: "Central", agreed: 7, done: 2 },
    { from: "Central", to: "Health", agreed: 4, done: 0 },
  ];
  const counts = (all: boolean) =>
    text(renderToStaticMarkup(<SwapCounts cards={4} directions={directions} all={all} />));
  expect(counts(false)).toContain(`Local Central 7 ${words.counts.few}`);
  expect(counts(false)).not.toMatch(/Health|4 cards/);
  expect(counts(true)).toContain("Central Health 4 0");
});
