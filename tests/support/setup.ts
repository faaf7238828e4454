/** Runs once before all test files: the server is up and the template made, so that no file waits for another. */
import { sweep } from "./cluster.ts";

export default sweep;
