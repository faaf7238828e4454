/** Exactly those concerned are told, once, for any sequence of versions, takings back and readings. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { putAway } from "#db/publication/telling.ts";
import { telling } from "#db/schema/telling.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { camper } from "#tests/support/pitching.ts";
import { type Cell, makeTold } from "#tests/support/tellings.ts";

const { db } = await freshDatabase();
const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

type Step =
  | { does: "publish"; cells: Cell[]; pitches: boolean[]; hosts: boolean; hands: boolean; twice: boolean }
  | { does: "take back" }
  | { does: "read"; who: number };

const cell = fc.option(fc.integer({ min: 0, max: 3 }));
const flag = fc.boolean();
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant("publish" as const),
    cells: fc.tuple(cell, cell),
    pitches: fc.tuple(flag, flag),
    hosts: flag,
    hands: flag,
    twice: flag,
  }),
  fc.record({ does: fc.constant("take back" as const) }),
  fc.record({ does: fc.constant("read" as const), who: fc.integer({ min: 0, max: 2 }) }),
);

/** What one person knows of one session, as one would keep it on a card. */
type Card = { knows: Cell; of: number; read: boolean };

it("is told to exactly those concerned, once, for any versions, takings back and readings", {
  timeout: 60_000,
}, async () => {
  const told = await makeTold(db, now);
  const people = [await told.host("Ama", 0), await camper(db, told.camp, "Bo"), await told.host("Cy", 1)];
  await told.raise(people[1]!, 0);
  await told.raise(people[1]!, 1);
  await told.raise(people[2]!, 0);
  const [HOSTS, HANDS] = [
    [[0], [2]],
    [[1, 2], [1]],
  ] as const;
  let last = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await db.delete(telling);
      const cards = new Map<string, Card>();
      last += 1;
      // What is out, the last version at the end; one before all of this is out in every run.
      const out: { number: number; cells: readonly Cell[] }[] = [{ number: last, cells: [null, null] }];
      await told.publish(last, [null, null]);
      for (const [n, does] of steps.entries()) {
        const at = later(n + 1);
        const before = out.at(-1)!;
        if (does.does === "read") {
          await putAway(db, people[does.who]!, at, at);
          for (const [key, card] of cards) if (key.startsWith(`${does.who} `)) card.read = true;
        } else if (does.does === "publish") {
          last += 1;
          out.push({ number: last, cells: does.cells });
          await told.publish(last, does.cells);
          const ids = told.pitches.filter((_, nth) => does.pitches[nth]);
          await told.tell(last, does, at, ids);
          if (does.twice) await told.tell(last, does, at, ids);
          for (const nth of [0, 1].filter(
            (nth) => does.pitches[nth] && before.cells[nth] !== does.cells[nth],
          ))
            for (const who of [0, 1, 2]) {
              const concerned =
                (does.hosts && (HOSTS[nth] as readonly number[]).includes(who)) ||
                (does.hands && (HANDS[nth] as readonly number[]).includes(who));
              if (!concerned) continue;
              const card = cards.get(`${who} ${nth}`);
              const knows = !card || card.read ? before.cells[nth]! : card.knows;
              cards.set(`${who} ${nth}`, { knows, of: last, read: false });
            }
        } else if (out.length > 1) {
          await told.takeBack(before.number, at);
          out.pop();
          for (const [key, card] of cards) {
            const nth = Number(key.split(" ")[1]);
            if (card.of !== before.number || before.cells[nth] === out.at(-1)!.cells[nth]) continue;
            if (card.read) card.knows = before.cells[nth]!;
            Object.assign(card, { read: false, of: out.at(-1)!.number });
          }
        }
        const is = out.at(-1)!.cells;
        // Nothing is to be told of what is as they knew it when it was last said.
        for (const [key, card] of cards)
          if (
            does.does !== "read" &&
            is[Number(key.split(" ")[1])] === card.knows &&
            touched(does, card, last, out)
          )
            card.read = true;
        for (const [who, person] of people.entries()) {
          const due = [0, 1].filter((nth) => {
            const card = cards.get(`${who} ${nth}`);
            return card && !card.read && card.knows !== is[nth];
          });
          expect((await told.heard(person)).map((line) => line[0])).toEqual(due.map((nth) => "ab"[nth]));
        }
      }
    }),
    { numRuns: 40 },
  );
});

/** Whether this step is what the card was told of last. */
const touched = (does: Step, { of }: Card, last: number, out: readonly { number: number }[]) =>
  does.does === "publish" ? of === last : of === out.at(-1)!.number;
