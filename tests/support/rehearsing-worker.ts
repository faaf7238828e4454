/** Program: a worker that rehearses what is due, until it is killed. */
import { connect } from "#db/connection.ts";
import { rehearseDue } from "#jobs/rehearsal.ts";

const [url = ""] = process.argv.slice(2);
await rehearseDue(connect(url), new Date(), new AbortController().signal);
