/** Program: a worker that thinks about grids until it is killed. */
import { connect } from "#db/connection.ts";
import { Planner } from "#jobs/planner.ts";

const [url = ""] = process.argv.slice(2);
new Planner(connect(url), url);
