/** A phone at the door between its own list and a server that is there or not. */
import { expect, test } from "vitest";
import { inMemory } from "#components/door/store.ts";
import { house, phoneAt, START } from "#tests/support/door-phone.ts";

test("somebody is in at once, and once more on the phone of the other door", async () => {
  const server = house();
  const [front, back] = [phoneAt(server).phone, phoneAt(server).phone];
  await Promise.all([front.open(), back.open()]);
  await Promise.all([front.kick(), back.kick()]);
  front.letIn("ama");
  expect(front.guest("ama")!.here).toMatchObject({ door: "Front" });
  expect(front.state.here).toBe(1);
  await front.kick();
  expect(front.state.unsent).toEqual([]);
  await back.kick();
  expect(back.state.here).toBe(1);
});

test("once the camp is over it says so and has forgotten the names, also when it was opened only then", async () => {
  const server = house();
  const { phone } = phoneAt(server);
  await phone.open();
  await phone.kick();
  expect(phone.state).toMatchObject({ over: false, list: {} });
  server.end();
  await phone.kick();
  expect(phone.state).toMatchObject({ over: true, list: null, refusal: null });
  const late = phoneAt(server).phone;
  await late.open();
  await late.kick();
  expect(late.state).toMatchObject({ over: true, list: null });
});

test("on the next day nobody is in any more, and everybody is let in anew", async () => {
  const server = house();
  const { phone } = phoneAt(server);
  await phone.open();
  await phone.kick();
  phone.letIn("ama");
  await phone.kick();
  server.moveOn();
  await phone.kick();
  expect(phone.guest("ama")!.here).toBeNull();
  expect(phone.state.here).toBe(0);
  phone.letIn("ama");
  await phone.kick();
  expect([...server.acts.values()].map(({ dayId }) => dayId)).toEqual(["friday", "saturday"]);
});

test("without a network taps are kept over a reload, and sent when it is back", async () => {
  const server = house();
  const { phone, store } = phoneAt(server);
  await phone.open();
  await phone.kick();
  server.set({ away: true });
  phone.letIn("ama");
  await phone.kick();
  expect(phone.state).toMatchObject({ stuck: true, here: 1 });
  expect(phone.pause).toBeLessThan(5_000);
  const again = phoneAt(server, store).phone;
  await again.open();
  expect(again.byCode("AMA")!.here).not.toBeNull();
  server.set({ away: false });
  await again.kick();
  expect(again.state).toMatchObject({ stuck: false, unsent: [] });
  expect(server.acts.size).toBe(1);
});

test("two phones that let one person in without a network agree, and the later one is told", async () => {
  const server = house();
  const [front, back] = [phoneAt(server), phoneAt(server)];
  for (const { phone } of [front, back]) {
    await phone.open();
    await phone.kick();
  }
  server.set({ away: true });
  front.phone.letIn("ama");
  back.later(5_000);
  back.phone.letIn("ama");
  await back.phone.kick();
  await front.phone.kick();
  server.set({ away: false });
  await back.phone.kick();
  await front.phone.kick();
  await back.phone.kick();
  expect(front.phone.guest("ama")!.here!.at).toBe(back.phone.guest("ama")!.here!.at);
  expect(front.phone.state.twice).toEqual([]);
  expect(back.phone.guest("ama")!.here!.acts).toHaveLength(2);
});

test("a phone whose clock is an hour ahead taps by the server's", async () => {
  const server = house();
  const { phone } = phoneAt(server, inMemory(), 3_600_000);
  await phone.open();
  await phone.kick();
  phone.letIn("ama");
  await phone.kick();
  expect([...server.acts.values()][0]!.at).toBeLessThan(START + 1_000);
});

test("whoever had no place any more is named, and is in no more", async () => {
  const server = house();
  const { phone } = phoneAt(server);
  await phone.open();
  await phone.kick();
  server.gone.add("ama");
  phone.letIn("ama");
  await phone.kick();
  expect(phone.state).toMatchObject({ turnedDown: ["ama"], unsent: [], here: 0 });
  phone.heard();
  expect(phone.state.turnedDown).toEqual([]);
});

test("a phone that is cut off forgets the list, and keeps what was tapped", async () => {
  const server = house();
  const { phone, store } = phoneAt(server);
  await phone.open();
  await phone.kick();
  server.set({ refusal: { code: "cut_off", words: "cut off" } });
  phone.letIn("ama");
  await phone.kick();
  expect(phone.state.list).toBeNull();
  expect(await store.list()).toBeNull();
  expect(await store.acts()).toHaveLength(1);
  phone.letIn("rhys");
  expect(phone.state.unsent).toHaveLength(1);
});

test("the list of a day that is over is forgotten as the page is opened", async () => {
  const server = house();
  const { phone, store } = phoneAt(server);
  await phone.open();
  await phone.kick();
  const next = phoneAt(server, store);
  next.later(61_000);
  await next.phone.open();
  expect(next.phone.state.list).toBeNull();
  expect(await store.list()).toBeNull();
});

test("an undo takes back what both doors tapped", async () => {
  const server = house();
  const [front, back] = [phoneAt(server).phone, phoneAt(server).phone];
  for (const phone of [front, back]) {
    await phone.open();
    await phone.kick();
    phone.letIn("ama");
  }
  await Promise.all([front.kick(), back.kick()]);
  await front.kick();
  front.undo("ama");
  await front.kick();
  expect(front.guest("ama")!.here).toBeNull();
  front.undo("ama");
  expect(front.state.unsent).toEqual([]);
});

// Found by forty tickets that a hand scanner read, and a reload: a list written for each of them had twenty still to go.
test("taps that come quicker than a phone writes are kept together, and the list is not written for them", async () => {
  const server = house();
  const store = inMemory();
  const written: string[] = [];
  const slow = (what: string) => async () => {
    written.push(what);
    await new Promise((resolve) => setTimeout(resolve, 1));
  };
  const { phone } = phoneAt(server, {
    ...store,
    keepActs: async (acts) => {
      await slow(`${acts.length} taps`)();
      await store.keepActs(acts);
    },
    keepList: slow("list"),
  });
  await phone.open();
  await phone.kick();
  server.set({ away: true });
  await phone.kick();
  written.length = 0;
  for (let n = 0; n < 20; n++) {
    phone.letIn("ama");
    phone.undo("ama");
  }
  await phone.kick();
  expect(await store.acts()).toHaveLength(40);
  expect(written).toEqual(["40 taps"]);
});

test("a phone that is cut off forgets the list also where what it wrote before could not be kept", async () => {
  const server = house();
  const store = inMemory();
  let full = false;
  const { phone } = phoneAt(server, {
    ...store,
    keepActs: async (acts) => {
      if (full) throw new Error("no room left");
      await store.keepActs(acts);
    },
  });
  await phone.open();
  await phone.kick();
  expect(await store.list()).not.toBeNull();
  full = true;
  server.set({ refusal: { code: "cut_off", words: "cut off" } });
  phone.undoUnlisted("KWT4H7");
  await phone.kick();
  expect(await store.list()).toBeNull();
});
