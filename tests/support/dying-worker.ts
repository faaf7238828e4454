/** Program: a worker that is killed after the mail server took a mail and before the mark is kept: the first, or the one told. */
import { connect } from "#db/connection.ts";
import { sendDue } from "#jobs/mail-post.ts";
import { type Mailer, smtpMailer } from "#jobs/mailer.ts";

const [databaseUrl = "", smtpUrl = "", now = "", after = "1"] = process.argv.slice(2);
let left = Number(after);
const smtp = smtpMailer(smtpUrl, "Wallchart <camp@wallchart.example>");

const dying: Mailer = {
  async deliver(tx, message, at) {
    await smtp.deliver(tx, message, at);
    if (--left > 0) return;
    process.kill(process.pid, "SIGKILL");
    // The signal is on its way: nothing after it may run.
    await new Promise(() => {});
  },
  close() {},
};
await sendDue(connect(databaseUrl), dying, () => new Date(now));
