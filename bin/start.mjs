#!/usr/bin/env node
/** `npm start`: makes sure our TypeScript can run, then opens the house. */
import { prepare } from "./install.mjs";

prepare({ dev: false });
const { register } = await import("tsx/esm/api");
register();
const { openHouse } = await import("./house.ts");
await openHouse({ environment: process.env, dev: process.argv.includes("--dev") });
