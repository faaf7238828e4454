#!/usr/bin/env node
/** `npm test`: makes sure our TypeScript can run, then checks everything from the types to the screens. */
import { prepare } from "./install.mjs";

prepare({ dev: true });
const { register } = await import("tsx/esm/api");
register();
const { check } = await import("./check.ts");
const { parseArgs } = await import("node:util");
const { values } = parseArgs({
  options: { only: { type: "string" }, at: { type: "string" }, sequences: { type: "string" } },
});
process.exit(await check({ environment: process.env, ...values }));
