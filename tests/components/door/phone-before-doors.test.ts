/** A phone at the door before the doors are open, and what it is told besides its list. */
import { expect, test } from "vitest";
import { DoorPhone } from "#components/door/phone.ts";
import { inMemory } from "#components/door/store.ts";
import { house, phoneAt, START } from "#tests/support/door-phone.ts";

test("before the doors a phone has the list and lets nobody in, and gets all of it anew as they open", async () => {
  const server = house();
  server.shut(true);
  const { phone, store } = phoneAt(server);
  await phone.open();
  await phone.kick();
  expect(phone.shut).toBe(true);
  expect((await store.list())!.guests.size).toBe(2);
  phone.letIn("ama");
  phone.letInUnlisted("KWT4H7");
  expect(phone.state).toMatchObject({ unsent: [], unlisted: [], here: 0 });
  server.people.push("late");
  server.shut(false);
  await phone.kick();
  expect(phone.shut).toBe(false);
  expect([...phone.state.list!.guests.keys()]).toContain("late");
  expect((await store.list())!.shut).toBeUndefined();
});

test("without a network it lets people in by the list that it had before the doors, and brings them once they are open", async () => {
  const server = house();
  server.shut(true);
  const { phone } = phoneAt(server);
  await phone.open();
  await phone.kick();
  server.set({ away: true });
  await phone.kick();
  phone.letIn("ama");
  expect(phone.state.here).toBe(1);
  server.set({ away: false });
  // Not asked without end for what is not taken yet.
  await phone.kick();
  expect(phone.state.unsent).toHaveLength(1);
  expect(server.acts.size).toBe(0);
  server.shut(false);
  await phone.kick();
  expect(phone.state.unsent).toEqual([]);
  expect(server.acts.size).toBe(1);
});

test("who calls for help comes with the list, and is forgotten with it", async () => {
  const server = house();
  const call = { id: "x", what: "More hands", place: "", by: null, at: "", endsAt: "", coming: [] };
  let calls = [call];
  const phone = new DoorPhone({
    ...{ store: inMemory(), now: () => START, newId: () => "id" },
    send: async (report) => ({ ...(await server.answer(report, START)), ...(calls.length > 0 && { calls }) }),
  });
  await phone.open();
  await phone.kick();
  expect(phone.state.calls).toEqual([call]);
  calls = [];
  await phone.kick();
  expect(phone.state.calls).toEqual([]);
});
