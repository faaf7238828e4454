/** What whoever has a place is asked, and how it is handed on: nothing that cannot be done. */
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AskedLater, Coming } from "#components/registration/coming.tsx";
import { HandOn, OnItsWay } from "#components/registration/handing.tsx";
import type { StillComing } from "#domain/registration/reconfirmation.ts";
import type { Handing } from "#domain/registration/transfer.ts";

const act = async () => {
  throw new Error("nobody presses");
};
const shared = { zone: "Europe/London", token: "t" };
const UNTIL = "2026-07-12T17:00:00.000Z";
const read = (part: ReactElement) => renderToStaticMarkup(part).replace(/<[^>]*>/g, " ");

it("asks with a button for each answer, and says when silence has a consequence", () => {
  const said = (coming: StillComing) =>
    read(<Coming coming={coming} {...shared} sayYes={act} sayUnsure={act} sayNo={act} />);
  const buttons = (text: string) =>
    ["Yes, I’m coming", "Not sure yet", "No, give my place back"].filter((label) => text.includes(label));
  const asked = said({ answer: null, goesBackAt: UNTIL });
  expect(buttons(asked)).toHaveLength(3);
  expect(asked).toContain("6pm, Sunday 12 July");
  expect(said({ answer: null, goesBackAt: null })).not.toContain("without an answer");
  // Whoever answered keeps the place, whenever it would have gone back.
  const yes = said({ answer: "yes", goesBackAt: UNTIL });
  expect([buttons(yes), yes.includes("12 July")]).toEqual([
    ["Not sure yet", "No, give my place back"],
    false,
  ]);
  expect(buttons(said({ answer: "unsure", goesBackAt: UNTIL }))).toEqual([
    "Yes, I’m coming",
    "No, give my place back",
  ]);
});

it("says beforehand that they will be asked", () => {
  expect(read(<AskedLater by={UNTIL} zone="Europe/London" />)).toContain(
    "Without an answer by 6pm, Sunday 12 July",
  );
});

it("lets a place be handed on to one person at a time, and called back, while that can be", () => {
  const said = (handing: Handing) => [
    read(<HandOn handing={handing} {...shared} begin={act} />),
    read(<OnItsWay handing={handing} {...shared} callBack={act} />),
  ];
  expect(said({ until: null, to: null })).toEqual(["", ""]);
  const [free, none] = said({ until: UNTIL, to: null });
  expect([free?.includes("Write to them"), none]).toEqual([true, ""]);
  const [closed, open] = said({ until: UNTIL, to: { name: "Ama", email: "ama@example.org" } });
  expect([closed, open?.includes("on its way to Ama"), open?.includes("Call it back")]).toEqual([
    "",
    true,
    true,
  ]);
});
