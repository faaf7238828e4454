/** A hall of phones whose server dies under them: all come back at once, and what was tapped meanwhile is counted. */
import { eq } from "drizzle-orm";
import { benchCamp } from "#bench/support/camp.ts";
import { tally } from "#db/schema/voting.ts";
import { freePort, startApp } from "#tests/support/app.ts";
import { TestPhone } from "#tests/support/phone.ts";
import { expect, test } from "./fixtures.ts";

/** `seconds` are how soon all are back and everything is said, where the machine does nothing else. */
const HALLS = [
  { name: "a hundred", PHONES: 100, tag: [], seconds: null },
  { name: "three hundred, on a quiet machine", PHONES: 300, tag: ["@long"], seconds: 5 },
  { name: "a thousand", PHONES: 1_000, tag: ["@long"], seconds: null },
];
const PITCHES = 12;
const isLive = (phone: TestPhone) => phone.stream.state === "live";

for (const { name, PHONES, tag, seconds } of HALLS)
  test(`phones that come back at once to a server that was killed settle without an error, and every hand is counted once and shown to all: ${name}`, {
    tag,
  }, async ({ server: { db, databaseUrl } }) => {
    const port = await freePort();
    let app = await startApp({ databaseUrl, port });
    const camp = await benchCamp(db, { phones: PHONES, pitches: PITCHES });
    const phones = camp.phones.map(({ cookie }) => new TestPhone(app.origin, camp.slug, cookie));
    const allLive = () => phones.every(isLive);
    await expect.poll(allLive, { timeout: 30_000 }).toBe(true);
    const tapAll = (from: number) => {
      for (const [n, phone] of phones.entries())
        phone.tap(camp.slug, camp.pitches[(n + from) % PITCHES]!, true);
    };

    tapAll(0);
    await app.kill();
    tapAll(1);
    await expect.poll(() => phones.some(isLive), { timeout: 30_000 }).toBe(false);
    app = await startApp({ databaseUrl, port });
    const back = performance.now();
    // As when a hall’s network is back: nobody waits for their turn to try again.
    for (const phone of phones) phone.lost = 0;
    for (const phone of phones) phone.comeOnline();
    tapAll(2);
    await expect.poll(allLive, { timeout: 60_000 }).toBe(true);
    await expect
      .poll(() => phones.every(({ outbox }) => outbox.waiting.size === 0), { timeout: 60_000 })
      .toBe(true);
    const settled = (performance.now() - back) / 1_000;
    if (tag.length > 0)
      console.log(`${PHONES} phones were back and had said all after ${settled.toFixed(1)} s`);
    if (seconds) expect(settled).toBeLessThan(seconds);

    const tapped = (pitch: number) =>
      [0, 1, 2].flatMap((from) => phones.filter((_, n) => (n + from) % PITCHES === pitch)).length;
    const hands = Object.fromEntries(camp.pitches.map((pitch, n) => [pitch, tapped(n)]));
    // What is acknowledged is counted a moment later.
    await expect
      .poll(async () => {
        const counted = await db.select().from(tally).where(eq(tally.eventId, camp.eventId));
        return Object.fromEntries(counted.map(({ pitchId, hands }) => [pitchId, hands]));
      })
      .toEqual(hands);
    await expect
      .poll(
        () =>
          phones.filter(({ known }) => camp.pitches.some((pitch) => known?.hands?.[pitch] !== hands[pitch]))
            .length,
      )
      .toBe(0);
    expect(phones.flatMap(({ turnedAway }) => turnedAway)).toEqual([]);
    expect(phones.filter(({ lost }) => lost > 0).length).toBe(0);
    for (const phone of phones) phone.stop();
    await app.stop();
  });
