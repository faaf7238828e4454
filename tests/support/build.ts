/** Runs once before all end-to-end tests: the build they share is there. */
import { ensureBuild } from "./app.ts";

export default ensureBuild;
