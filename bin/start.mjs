#!/usr/bin/env node
/** `npm start`: makes sure our TypeScript can run, then starts everything. */
import { prepare } from "./install.mjs";

prepare({ dev: false });
const { register } = await import("tsx/esm/api");
register();
const { run } = await import("./run.ts");
await run({ environment: process.env, dev: process.argv.includes("--dev") });
