/** Runs with every test: whatever is complained of in the console, and not awaited there, is a fault. */
import { format } from "node:util";
import { afterAll, afterEach, expect } from "vitest";

const said: string[] = [];
const { error } = console;

console.error = (...what: unknown[]) => {
  said.push(format(...what));
  error(...what);
};

afterEach(() => {
  expect(said.splice(0), "said by console.error").toEqual([]);
});

// Files may share a process.
afterAll(() => {
  console.error = error;
});
