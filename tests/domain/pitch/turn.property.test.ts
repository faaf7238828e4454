/** The line to pitch under whatever is done to it and to its pitches. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Camp, ids, step } from "#tests/support/pitchers.ts";

/** Those of an order that are in another too. */
const common = (one: readonly string[], other: readonly string[]) => one.filter((id) => other.includes(id));

const steps = fc.array(step, { maxLength: 40 });

test("nobody is dropped and nobody doubled: each is at the front, waits, was said or is part of one that is", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const camp = new Camp();
      for (const one of all) {
        camp.take(one);
        const { waiting, front } = camp.line();
        const roots = [...camp.pitches.values()].filter(({ mergedInto }) => mergedInto === null);
        const unsaid = roots
          .map(({ id }) => id)
          .filter((id) => camp.group(id).every((part) => camp.pitches.get(part)!.said === null));
        expect(ids(waiting).sort()).toEqual(unsaid.sort());
        if (front) expect(ids(waiting)).not.toContain(front.id);
      }
    }),
  );
});

test("nobody but whom it is about changes places with anybody", () => {
  fc.assert(
    fc.property(steps, step, (all, last) => {
      const camp = new Camp();
      for (const one of all) camp.take(one);
      const before = ids(camp.line().waiting);
      const about = camp.about(last);
      // Where their first goes or comes, their second is of another round, and what it is one with.
      const rounds = ["withdraw", "restore", "merge", "part"].includes(last.do);
      const moved = new Set([...about, ...(rounds ? camp.ofOwners(about) : [])]);
      camp.take(last);
      const after = ids(camp.line().waiting);
      const others = (order: readonly string[]) => order.filter((id) => !moved.has(id));
      expect(common(others(after), before)).toEqual(common(others(before), after));
      // What is brought changes nobody's place with anybody's, and a call takes the first alone.
      if (last.do === "bring") expect(common(after, before)).toEqual(before);
      if (last.do === "next") expect(after).toEqual(before.slice(1));
    }),
    { numRuns: 1_000 },
  );
});

test("what is merged and at once taken apart is a line as it was", () => {
  fc.assert(
    fc.property(steps, fc.nat(20), fc.nat(20), (all, which, into) => {
      const camp = new Camp();
      for (const one of all) camp.take(one);
      const before = ids(camp.line().waiting);
      const pair = camp.about({ do: "merge", which, into });
      fc.pre(pair.every((id) => camp.group(id).length === 1));
      camp.take({ do: "merge", which, into });
      camp.take({ do: "part", which });
      expect(ids(camp.line().waiting)).toEqual(before);
    }),
  );
});

test("a second round is after a first for whoever nobody moved", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("bring", "next"), { maxLength: 30 }),
      fc.infiniteStream(fc.nat(3)),
      (all, owners) => {
        const camp = new Camp();
        for (const one of all)
          camp.take(one === "bring" ? { do: "bring", owner: owners.next().value! } : { do: "next" });
        const rounds = camp.line().waiting.map(({ round }) => round);
        expect(rounds).toEqual([...rounds].sort((a, b) => a - b));
      },
    ),
  );
});

test("a line in which nobody is there comes to its end all the same, once the others were said", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const camp = new Camp();
      for (const one of all) camp.take(one);
      const there = camp
        .line()
        .waiting.filter(({ away }) => !away)
        .map(({ id }) => id);
      // Whoever is away stays so; everybody else says theirs.
      for (let n = 0; n < 3 * camp.pitches.size + 3; n++) {
        const { front } = camp.line();
        camp.take({ do: front && !there.includes(front.id) ? "away" : "next" });
      }
      expect(camp.line().waiting.filter(({ id }) => there.includes(id))).toEqual([]);
    }),
  );
});
