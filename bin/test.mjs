#!/usr/bin/env node
/** `npm test`: makes sure our TypeScript can run, then checks the house from the types to the screens. */
import { prepare } from "./install.mjs";

prepare({ dev: true });
const { register } = await import("tsx/esm/api");
register();
const { checkHouse } = await import("./check.ts");
const only = process.argv[process.argv.indexOf("--only") + 1];
process.exit(
  await checkHouse({ environment: process.env, only: process.argv.includes("--only") ? only : undefined }),
);
