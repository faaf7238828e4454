import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { IdleAlarm } from "#components/people/head.tsx";

const since = "2026-05-08T10:00:00.000Z";
const read = (offersOn: boolean, minutes: number, idleSince: string | null = since) =>
  renderToStaticMarkup(
    <IdleAlarm
      counts={{ toOffer: 2, offersOn, idleSince }}
      awake
      now={Date.parse(since) + minutes * 60_000}
    />,
  ).replace(/<[^>]*>/g, "");

it("says for how long places stand free, and whether offers are switched off or late", () => {
  expect(read(true, 9)).toBe("");
  expect(read(true, 10)).toMatch(/^2 places have been free for 10 minutes.*The worker may have stopped/);
  expect(read(false, 0)).toMatch(/for less than a minute, .*Offers are switched off/);
  expect(read(false, 150)).toContain("for 3 hours");
  expect(read(false, 60 * 72)).toContain("for 3 days");
  expect(read(false, 150, null)).toBe("");
});
