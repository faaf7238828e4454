/** Program: a worker that is killed after a push service took so many pushes, and before the last of them is noted. */
import { connect } from "#db/connection.ts";
import { readPushKeys } from "#db/push/key.ts";
import { pushDue } from "#jobs/push/post.ts";
import { type PushSender, webPushSender } from "#jobs/push/sender.ts";

const [databaseUrl = "", origin = "", now = "", after = "1"] = process.argv.slice(2);
const db = connect(databaseUrl);
const real = webPushSender(await readPushKeys(db), "mailto:camp@camp.example", { origin, patience: 5_000 });
let left = Number(after);

const dying: PushSender = {
  async send(...given) {
    const sent = await real.send(...given);
    if (--left > 0) return sent;
    process.kill(process.pid, "SIGKILL");
    // The signal is on its way: nothing after it may run.
    return new Promise(() => {});
  },
};
await pushDue(
  db,
  async () => dying,
  () => new Date(now),
);
