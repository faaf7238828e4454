/** What the desk says of a pitch that was just withdrawn, or is back. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WithdrawnOrBack } from "#app/e/[event]/desk/pitches/done.tsx";
import { pitchDesk as words } from "#messages/en/pitch-desk.ts";

const act = async () => null;
const drawn = (back: boolean, may: typeof act | null = act) =>
  renderToStaticMarkup(<WithdrawnOrBack done={{ id: "a", title: "Job swaps", back }} at="1" act={may} />);

test("what withdrawing did takes the focus, is read out, and has the way back beside it", () => {
  expect(drawn(false)).toContain(words.withdrawn.title("Job swaps"));
  expect(drawn(false)).toContain('role="status"');
  expect(drawn(false)).toMatch(/tabindex="-1" autofocus/i);
  expect(drawn(false)).toContain(`aria-label="${words.about(words.restore, "Job swaps")}"`);
});

test("there is no way back once it is back, or for whoever may not", () => {
  expect(drawn(true)).toContain(words.restored.title("Job swaps"));
  expect(drawn(true)).not.toContain("<button");
  expect(drawn(false, null)).not.toContain("<button");
});

test("nothing is said where nothing was done", () => {
  expect(renderToStaticMarkup(<WithdrawnOrBack done={null} at="" act={act} />)).toBe("");
});
