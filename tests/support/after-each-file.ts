/** Runs with every test file: ends what its tests opened, wherever they did, also in a hook. */
import { afterAll } from "vitest";
import { endAll } from "./ending.ts";

afterAll(endAll);
