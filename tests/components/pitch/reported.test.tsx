import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Answer } from "#components/form/answer.ts";
import { HiddenPitches, ReportedPitches } from "#components/pitch/reported.tsx";
import { pitchReport } from "#messages/en/pitch-report.ts";
import { pitch } from "#tests/support/snapshot.ts";

const { desk: words } = pitchReport;
const deciding = { decide: async () => null, hide: async (before: Answer) => before };

const reported = (open: boolean, some = true) =>
  renderToStaticMarkup(
    <ReportedPitches
      reported={some ? [{ pitch: pitch("a"), people: 2, reasons: ["An advert", "An advert"] }] : []}
      open={open}
      {...deciding}
    />,
  );

test("what was reported is read with every reason, and what hiding it does is said before it is done", () => {
  const html = reported(true);
  expect(html).toContain("2 people say that it does not belong here");
  expect(html.split("An advert")).toHaveLength(3);
  for (const line of words.hides) expect(html).toContain(line);
  expect(html).toContain(words.keepAbout(pitch("a").title));
});

test("where nobody can decide any more there is nothing to press, and where nothing is reported it says so", () => {
  expect(reported(false)).not.toMatch(/<button/);
  expect(reported(true, false)).toContain(words.none);
});

test("what is hidden is read with its reason, and can be shown again; one without a reason has none", () => {
  const hidden = (reason: string, open = true) => {
    const pitches = [{ id: "a", title: "Buy this", line: "Cheap", hosts: ["Ama"], reason }];
    return renderToStaticMarkup(<HiddenPitches hidden={pitches} decide={deciding.decide} open={open} />);
  };
  expect(hidden("An advert")).toContain(words.because("An advert"));
  expect(hidden("An advert")).toContain(words.show);
  expect(hidden("")).not.toContain("Why:");
  expect(hidden("An advert", false)).not.toMatch(/<button/);
});
