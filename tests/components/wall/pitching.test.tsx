/** Whom the wall names while people pitch. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { WallPitching } from "#components/wall/pitching.tsx";
import type { PitchView } from "#domain/pitch.ts";
import { pitch, whole } from "#tests/support/snapshot.ts";

const code = { size: 1, dark: [] } as never;
const join = { address: "camp.example/e/brum", front: code, now: code };

function textWith(...pitches: PitchView[]): string {
  const snapshot = { ...whole, pitches };
  const wall = <WallPitching snapshot={snapshot} now={0} join={join} said={null} />;
  return renderToStaticMarkup(wall).replace(/<[^>]*>/g, " ");
}

it("names nobody who has theirs read, also not among the next", () => {
  const text = textWith(
    { ...pitch("a"), hosts: ["Olu"] },
    { ...pitch("b"), hosts: ["Fiona"], voice: "for_me" },
    { ...pitch("c"), merged: [{ id: "d", title: "D", line: "", voice: "for_me", hosts: ["Ama"] }] },
  );
  expect(text).toContain("Olu");
  expect(text).not.toContain("Fiona");
  expect(text).not.toContain("Ama");
  expect(text).toContain("Title of b");
});
