import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { MyPitches } from "#components/pitch/mine.tsx";
import type { Phase } from "#domain/event.ts";
import { BLANK_PITCH, type HostedPitch } from "#domain/pitch.ts";
import { myPitches as words } from "#messages/en/my-pitches.ts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => {} }) }));

const standing: HostedPitch = {
  ...{ ...BLANK_PITCH, id: "a", title: "Job swaps", hosts: ["Ama"], own: true, hosting: true },
  ...{ at: "2026-07-14T09:00:00.000Z", saidAt: null, withdrawnAt: null, mergedInto: null },
};

function drawn(phase: Phase, pitch: HostedPitch = standing): string {
  const act = async () => null;
  return renderToStaticMarkup(
    <MyPitches
      slug="camp"
      pitches={[pitch]}
      phase={phase}
      placed={null}
      front={null}
      act={act}
      together={() => null}
    />,
  );
}

test("a host changes their pitch by themselves, and later is told who does it for them", () => {
  const found = (phase: Phase) =>
    [words.change, words.askTheCrew].filter((text) => drawn(phase).includes(text));
  expect(found("grid")).toEqual([words.change]);
  expect(found("sessions")).toEqual([words.askTheCrew]);
  expect(found("archived")).toEqual([]);
  const withdrawn = { ...standing, withdrawnAt: "2026-07-14T10:00:00.000Z" };
  expect(drawn("sessions", withdrawn)).not.toContain(words.askTheCrew);
});

test("of a pitch that was hidden its host reads why and what next, and has nothing to press", () => {
  const at = "2026-07-14T10:00:00.000Z";
  const hidden = (reason: string) =>
    drawn("pitching", { ...standing, withdrawnAt: at, hidden: { at, reason } });
  expect(hidden("An advert")).toContain(words.hidden.why("An advert"));
  expect(hidden("An advert")).toContain("talk to a campmaker");
  expect(hidden("An advert")).not.toMatch(/<button|<form/);
  expect(hidden("")).not.toContain("Their reason");
});

test("of a pitch that the organisers withdrew its host reads so, and brings it back while the phase lets them", () => {
  const withdrawn = { ...standing, withdrawnAt: "2026-07-14T10:00:00.000Z" };
  const byCrew = { ...withdrawn, withdrawnByCrew: true as const };
  expect(drawn("pitching", byCrew)).toContain(words.withdrawnByCrew.back);
  expect(drawn("pitching", byCrew)).toContain(words.restore);
  expect(drawn("archived", byCrew)).toContain(words.withdrawnByCrew.closed);
  expect(drawn("pitching", withdrawn)).not.toContain("The organisers withdrew it");
});
