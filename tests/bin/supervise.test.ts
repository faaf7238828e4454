/** What happens to one program is its own affair: it is started again, for ever, and nobody else is closed. */
import { afterEach, expect, test, vi } from "vitest";
import { MISCONFIGURED } from "#env.ts";
import type { Child } from "../../bin/child.ts";
import { keepRunning, type Supervised } from "../../bin/supervise.ts";

type Program = Child & { end(code: number | null): void; sayReady(): void };

const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
let running: Supervised | null = null;
afterEach(async () => {
  await running?.stop();
  quiet.mockClear();
});

function program(): Program {
  let end = (_: number | null) => {};
  let sayReady = () => {};
  const ended = new Promise<number | null>((resolve) => {
    end = resolve;
  });
  const ready = new Promise<void>((resolve) => {
    sayReady = resolve;
  });
  const stop = async () => end(0);
  return { pid: 0, ready, ended, stop, kill: stop, end: (code) => end(code), sayReady: () => sayReady() };
}

/** Supervises programs that end when they are told to. */
function supervise() {
  const started: Program[] = [];
  const misconfigured = vi.fn();
  const start = () => {
    started.push(program());
    return started.at(-1)!;
  };
  running = keepRunning("worker", start, misconfigured, { first: 2, most: 8 });
  return { started, misconfigured };
}

async function ends(started: Program[], code: number | null): Promise<void> {
  const many = started.length;
  started.at(-1)?.end(code);
  await vi.waitFor(() => expect(started.length).toBe(many + 1));
}

test("twenty ends in a moment are twenty starts", async () => {
  const { started, misconfigured } = supervise();
  for (let time = 0; time < 20; time++) await ends(started, time % 2 ? 1 : null);
  expect(started).toHaveLength(21);
  expect(misconfigured).not.toHaveBeenCalled();
  expect(quiet.mock.calls.every(([said]) => String(said).includes("Everything else goes on."))).toBe(true);
});

test("a mistake in its settings is told once, and it is not started again", async () => {
  const { started, misconfigured } = supervise();
  started[0]?.end(MISCONFIGURED);
  await vi.waitFor(() => expect(misconfigured).toHaveBeenCalledOnce());
  expect(started).toHaveLength(1);
});

test("once it was ready, the same exit code ends nothing either", async () => {
  const { started, misconfigured } = supervise();
  started[0]?.sayReady();
  await ends(started, MISCONFIGURED);
  await ends(started, MISCONFIGURED);
  expect(misconfigured).not.toHaveBeenCalled();
});

test("stopped, it stays stopped, also during a pause", async () => {
  const { started } = supervise();
  await ends(started, 1);
  started.at(-1)?.end(1);
  await running?.stop();
  const many = started.length;
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(started).toHaveLength(many);
});
