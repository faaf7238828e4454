import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toBase64 } from "#components/note/base64.ts";
import { type NoteAnswer, type NoteSent, NoteSync, type Unsent } from "#components/note/sync.ts";
import { begun, documentOf, missingFrom, retype, stateOf, take, wordsIn } from "#domain/note/document.ts";
import { NO_WORDS } from "#domain/note.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server as db/note/writing.ts is one, and phones whose network can be taken away. */
function hall() {
  let doc = documentOf([]);
  let [epoch, seq] = [1, 0];
  const server = {
    words: () => wordsIn(doc).text,
    anew: (text: string) => {
      doc = documentOf([begun({ ...NO_WORDS, text })]);
      [epoch, seq] = [epoch + 1, seq + 1];
    },
    refuse: null as string | null,
  };
  const answer = (sent: NoteSent): NoteAnswer => {
    if (server.refuse) return { kind: "refused", refusal: server.refuse, words: "No." };
    if (sent.epoch !== epoch) return { kind: "news", epoch, seq, update: stateOf(doc), names: [] };
    if (sent.update && take(doc, sent.update)) seq += 1;
    return { kind: "news", epoch, seq, update: missingFrom(doc, sent.vector)!, names: [] };
  };
  let ids = 0;
  const phone = (kept = new Map<string, Unsent>(), of = "ama") => {
    /** `deaf`: it arrives, and the answer does not. */
    const net = { is: "there" as "there" | "gone" | "deaf" };
    const sync = new NoteSync(
      of,
      { epoch, seq, updates: [toBase64(stateOf(doc))] },
      {
        send: async (sent) => {
          if (net.is === "gone") throw new TypeError("no network");
          const news = answer(sent);
          if (net.is === "deaf") throw new TypeError("no answer");
          return news;
        },
        store: {
          all: async (whose) => [...kept.values()].filter((it) => it.of === whose),
          put: async (unsent) => void kept.set(unsent.id, unsent),
          remove: async (gone) => {
            for (const id of gone) kept.delete(id);
          },
        },
        now: Date.now,
        newId: () => `u${ids++}`,
      },
    );
    return {
      net,
      kept,
      sync,
      words: () => wordsIn(sync.doc).text,
      add: (word: string) => retype(sync.doc, "text", wordsIn(sync.doc).text + word),
    };
  };
  return { server, phone };
}

const passes = (ms = 60_000) => vi.advanceTimersByTimeAsync(ms);

describe("a phone that writes", () => {
  it("sends what is typed, and says that it is saved once it is", async () => {
    const { server, phone } = hall();
    const one = phone();
    await one.sync.start();
    one.add("Hello");
    expect(one.sync.state.unsaved).toBe("sending");
    expect(one.words()).toBe("Hello");
    await passes(2_000);
    expect(server.words()).toBe("Hello");
    expect(one.sync.state.unsaved).toBe(null);
    expect(one.kept.size).toBe(0);
  });

  it("keeps it without a network, over a death of the page, and adds it once", async () => {
    const { server, phone } = hall();
    const one = phone();
    await one.sync.start();
    one.net.is = "deaf";
    one.add("Arrived; ");
    await passes(3_000);
    one.net.is = "gone";
    for (let n = 0; n < 150; n++) one.add(`${n} `);
    await passes();
    expect(one.sync.state.unsaved).toBe("waiting");
    expect(one.kept.size).toBeLessThan(100);
    one.sync.end();
    const typed = one.words();

    const again = phone(one.kept);
    const another = phone(one.kept, "bo");
    await another.sync.start();
    await again.sync.start();
    expect(again.words()).toBe(typed);
    await passes();
    expect(server.words()).toBe(typed);
    expect(one.kept.size).toBe(0);
  });

  it("puts aside what was typed into a document that began anew, and shows the new one", async () => {
    const { server, phone } = hall();
    const one = phone();
    await one.sync.start();
    one.add("Secret\nKept");
    await passes(2_000);
    one.net.is = "gone";
    one.add(" and mine");
    await passes(2_000);
    server.anew("Kept");
    one.net.is = "there";
    one.sync.kick();
    await passes(2_000);
    expect(one.words()).toBe("Kept");
    expect(one.sync.state).toMatchObject({ aside: " and mine", unsaved: null, epoch: 2 });
    expect(one.kept.size).toBe(0);
    one.add("!");
    await passes(2_000);
    expect(server.words()).toBe("Kept!");
  });

  it("puts aside what the page before it had typed into such a document", async () => {
    const { server, phone } = hall();
    const one = phone();
    one.net.is = "gone";
    await one.sync.start();
    one.add("Mine");
    await passes(2_000);
    one.sync.end();
    server.anew("Kept");
    const again = phone(one.kept);
    await again.sync.start();
    await passes(2_000);
    expect(again.words()).toBe("Kept");
    expect(again.sync.state.aside).toBe("Mine");
  });

  it("says why it is refused, keeps what was typed, and goes on when it may", async () => {
    const { server, phone } = hall();
    const one = phone();
    await one.sync.start();
    server.refuse = "note_full";
    one.add("Too long");
    await passes(2_000);
    expect(one.sync.state).toMatchObject({ refused: { refusal: "note_full" }, unsaved: "waiting" });
    expect(one.kept.size).toBe(1);
    server.refuse = null;
    one.add(", shorter");
    expect(one.sync.state.refused).toBe(null);
    await passes(2_000);
    expect(server.words()).toBe("Too long, shorter");
  });

  it("takes nothing in while somebody composes a word", async () => {
    const { phone } = hall();
    const [one, two] = [phone(), phone()];
    await Promise.all([one.sync.start(), two.sync.start()]);
    await passes(2_000);
    two.sync.hold(10_000);
    one.add("One");
    await passes(2_000);
    two.sync.kick();
    await passes(2_000);
    expect(two.words()).toBe("");
    two.sync.hold(0);
    await passes(2_000);
    expect(two.words()).toBe("One");
  });

  it("lets others in again though somebody composes for ever", async () => {
    const { phone } = hall();
    const [one, two] = [phone(), phone()];
    await Promise.all([one.sync.start(), two.sync.start()]);
    await passes(2_000);
    two.sync.hold(1_500);
    two.add("half a wor");
    one.add("One; ");
    await passes(5_000);
    two.sync.kick();
    await passes(5_000);
    expect(two.words()).toContain("One; ");
    expect(two.sync.state.unsaved).toBe(null);
  });

  it("says so where the browser keeps nothing", async () => {
    const { phone } = hall();
    const one = phone();
    one.kept.set = () => {
      throw new Error("full");
    };
    await one.sync.start();
    one.add("x");
    await passes(2_000);
    expect(one.sync.state.frail).toBe(true);
  });
});

it("three phones on bad networks all end with every word of everybody once", async () => {
  const steps = fc.array(
    fc.record({
      phone: fc.nat(2),
      net: fc.constantFrom("there", "gone", "deaf" as const),
      dies: fc.boolean(),
      after: fc.integer({ min: 0, max: 2_000 }),
    }),
    { minLength: 4, maxLength: 16 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { server, phone } = hall();
      const phones = [phone(), phone(), phone()];
      for (const { sync } of phones) await sync.start();
      const typed: string[] = [];
      for (const [n, step] of all.entries()) {
        const one = phones[step.phone]!;
        one.net.is = step.net;
        const word = `w${n};`;
        one.add(word);
        typed.push(word);
        await passes(step.after);
        if (!step.dies) continue;
        // What was typed has a moment to be kept.
        await passes(1);
        one.sync.end();
        phones[step.phone] = phone(one.kept);
        await phones[step.phone]!.sync.start();
      }
      for (const one of phones) {
        one.net.is = "there";
        one.sync.kick();
      }
      await passes();
      for (const { sync } of phones) sync.kick();
      await passes();
      for (const one of phones) {
        expect(one.words()).toBe(server.words());
        expect(one.sync.state.unsaved).toBe(null);
        expect(one.kept.size).toBe(0);
        one.sync.end();
      }
      expect(
        server
          .words()
          .split(/(?<=;)/)
          .sort(),
      ).toEqual([...typed].sort());
    }),
    { numRuns: 40 },
  );
}, 30_000);
