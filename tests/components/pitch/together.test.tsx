import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { Together } from "#components/pitch/together.tsx";
import type { MergeNews, Pairing } from "#domain/pitch/together.ts";
import { BLANK_PITCH, type HostedPitch } from "#domain/pitch.ts";
import { myPitches } from "#messages/en/my-pitches.ts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: () => {} }) }));

const { together: words } = myPitches;

const mine: HostedPitch = {
  ...{ ...BLANK_PITCH, id: "mine", title: "Short videos", hosts: ["Ama"], own: true, hosting: true },
  ...{ at: "2026-07-14T09:00:00.000Z", saidAt: null, withdrawnAt: null, mergedInto: null },
};
const other = { id: "other", title: "Video", line: "On no budget", voice: "me" as const, hosts: ["Rhys"] };
const place = { zone: "Europe/London", locale: "en-GB" };

type Drawn = { pitch?: HostedPitch; pairings?: Pairing[]; news?: MergeNews | null; open?: boolean };

function drawn({ pitch = mine, pairings = [], news = null, open = true }: Drawn): string {
  return renderToStaticMarkup(
    <Together {...{ pitch, pairings, news, place }} act={open ? async () => null : null} />,
  );
}

/** The acts of its forms, each with the pitches it is about. */
const actsOf = (html: string) =>
  [...html.matchAll(/<form.*?<\/form>/gs)].map(([form]) =>
    ["act", "pitch", "other"].map(
      (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? "",
    ),
  );

test("a question is read with the other's words, answered both ways, and stands before anything else", () => {
  const alike = { kind: "alike" as const, other: { ...other, id: "third", title: "Films" } };
  const html = drawn({ pairings: [alike, { kind: "asks_me", other }], pitch: { ...mine, merged: [other] } });
  expect(html).toContain(words.asksMe("Video", "Rhys"));
  expect(html).toContain("On no budget");
  expect(actsOf(html)).toEqual([
    ["agree", "mine", "other"],
    ["decline", "mine", "other"],
    ["part", "other", ""],
    ["ask", "mine", "third"],
  ]);
});

test("whom one asked can be spared the answer, and whoever said no is not asked again", () => {
  expect(actsOf(drawn({ pairings: [{ kind: "asked", other }] }))).toEqual([["takeBack", "mine", "other"]]);
  const declined = drawn({ pairings: [{ kind: "declined", other }] });
  expect(declined).toContain(words.declined("Video"));
  expect(actsOf(declined)).toEqual([]);
});

test("what is one says with what, and why the organisers did it; what went is named where it is taken apart", () => {
  const news = {
    apart: false,
    byCrew: true,
    at: "2026-07-14T10:42:00.000Z",
    reason: "The same",
    title: "Video",
  };
  const html = drawn({ pitch: { ...mine, mergedInto: other }, news });
  expect(html).toContain(words.into("Video", "Rhys"));
  expect(html).toContain(words.byCrew("The same"));
  expect(actsOf(html)).toEqual([["part", "mine", ""]]);
  const closed = drawn({
    pitch: { ...mine, mergedInto: other },
    news: { ...news, byCrew: false },
    open: false,
  });
  expect(closed).not.toContain("The same");
  expect(actsOf(closed)).toEqual([]);
});

test("what was taken apart says since when, and why", () => {
  const news = { apart: true, byCrew: true, at: "2026-07-14T10:42:00.000Z", reason: "Two", title: "Video" };
  expect(drawn({ news })).toContain(words.apart("Video", "11.42am"));
  expect(drawn({ news })).toContain(words.apartByCrew("Two"));
  expect(drawn({ news: { ...news, byCrew: false } })).not.toContain("Two");
  expect(drawn({ news: { ...news, apart: false } })).toBe("");
});
