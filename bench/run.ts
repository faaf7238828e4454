/** `npm run bench NAME`: runs `bench/NAME.ts`. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && file !== "run.ts")
  .map((file) => file.slice(0, -".ts".length));

const [name = "", ...args] = process.argv.slice(2);
if (names.includes(name)) await (await import(`./${name}.ts`)).main(args);
else {
  console.error(`Say which bench: npm run bench ${names.join("|")}`);
  process.exitCode = 1;
}
