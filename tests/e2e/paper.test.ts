/** What a desk prints for its day is as many sheets as it says, each of its own size. */
import { print } from "#messages/en/print.ts";
import { fullCamp } from "#tests/support/full-camp.ts";
import { axeFaults } from "./axe.ts";
import { expect, test } from "./fixtures.ts";
import { organiserOf } from "./people.ts";
import { sheetsOf } from "./sheets.ts";

test("a full day is printed in one job: the grid on one sheet, a sign a room, the cards and an empty grid", async ({
  server,
  visitor,
}) => {
  const camp = await fullCamp(server.db, Date.now() - 60 * 60_000);
  const desk = await organiserOf(server, { id: camp.eventId, slug: camp.slug, sectorId: "" }, visitor);
  const at = `/e/${camp.slug}/desk/print`;
  await desk.goto(at);
  await expect(desk.getByRole("button", { name: print.go })).toBeEnabled();
  expect(await axeFaults(desk)).toEqual([]);
  expect(await sheetsOf(desk)).toEqual({ "297 × 210": 1 + 10 + 10 + 1 });
  for (const [what, paper, sheets] of [
    ["grid", "a4", { "297 × 210": 1 }],
    ["grid", "a3", { "420 × 297": 1 }],
    ["cards", "a3", { "420 × 297": 5 }],
  ] as const) {
    await desk.goto(`${at}?what=${what}&paper=${paper}`);
    expect(await sheetsOf(desk), `${what} on ${paper}`).toEqual(sheets);
  }
});
