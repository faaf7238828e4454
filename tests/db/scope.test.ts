/** A connection that dies inside a transaction costs that transaction, and neither the process nor the pool. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "#tests/support/database.ts";

const { db, url } = await freshDatabase();
beforeAll(async () => {
  await db.$client`create table outside (what text)`;
});

async function run(how: "guarded" | "bare" | "survived"): Promise<{ code: number | null; said: string }> {
  const program = fileURLToPath(new URL("../support/dying-connection.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", program, url, how], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said: said.trim() };
}

test("each is lost at once, nothing runs outside of its transaction, and the pool answers", async () => {
  const { code, said } = await run("guarded");
  expect({ code, ...JSON.parse(said) }).toEqual({
    code: 0,
    "while it answers": "lost",
    "between two questions": "lost",
    "and the fault is caught, and it goes on": "lost",
    "inside a savepoint whose fault is handled": "lost",
    "as somebody else is given the connection": "lost",
    outside: 0,
  });
}, 60_000);

test("the driver alone ends the process: without that, what guards against it can go", async () => {
  const { code, said } = await run("bare");
  expect(code).toBe(1);
  expect(said).toContain("Cannot read properties of null (reading 'write')");
}, 60_000);

test("a process may be kept through that fault of the driver, and through no other", async () => {
  const { code, said } = await run("survived");
  expect(said).toContain("Survived: Cannot read properties of null (reading 'write')");
  expect(said).toContain("Error: Another fault");
  expect(code).toBe(1);
}, 60_000);
