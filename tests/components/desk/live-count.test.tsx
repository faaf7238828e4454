/** The numbers in the desk's menu. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LiveCount } from "#components/desk/live-count.tsx";
import { LiveProvider } from "#components/live/provider.tsx";
import { whole } from "#tests/support/snapshot.ts";

// Before, the menu said 60 where 96 more had entered the draw.
test("beside People are all who have or hold a place, are offered one, wait or entered a draw", () => {
  const people = { ...whole.people!, confirmed: 50, held: 3, offered: 2, waiting: 5, entered: 96 };
  const shown = renderToStaticMarkup(
    <LiveProvider screen="desk" first={{ ...whole, people }}>
      <LiveCount of="people" />
    </LiveProvider>,
  );
  expect(shown).toContain("156");
});
