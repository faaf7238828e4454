import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, expect, test } from "vitest";
import type { Transaction } from "#db/transaction.ts";
import { PICTURE } from "#jobs/mail.ts";
import { smtpMailer } from "#jobs/mailer.ts";
import { ticketPicture } from "#jobs/ticket-picture.ts";

const got: string[] = [];
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onData(stream, _session, callback) {
    let raw = "";
    stream.setEncoding("utf8").on("data", (chunk: string) => (raw += chunk));
    stream.on("end", () => {
      got.push(raw);
      callback();
    });
  },
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.server.address() as AddressInfo;
const mailer = smtpMailer(`smtp://127.0.0.1:${port}`, "Wallchart <camp@wallchart.example>");
afterAll(() => {
  mailer.close();
  server.close();
});

const PLAIN = { alone: false, picture: null, replyTo: null, unsubscribe: null };

const send = (id: string, calendar: string | null) => {
  const message = {
    id,
    recipient: "ama@example.org",
    subject: "s",
    text: "t",
    html: "<p>h</p>",
    calendar,
    ...PLAIN,
  };
  return mailer.deliver({} as Transaction, message, new Date());
};

test("a mail with a calendar file says what it is, for mail programs and as a file; others have none", async () => {
  const file = "BEGIN:VCALENDAR\r\nSUMMARY:野営\r\nEND:VCALENDAR\r\n";
  await send("1", file);
  await send("2", null);
  const [withFile = "", without = ""] = got;
  expect(withFile).toContain("Content-Type: text/calendar; charset=utf-8; method=PUBLISH");
  expect(withFile).toContain("filename=camp.ics");
  const parts = [...withFile.matchAll(/^(?:[A-Za-z0-9+/]+={0,2}\r\n)+/gm)];
  expect(parts.map(([part]) => Buffer.from(part, "base64").toString())).toContain(file);
  expect(without).not.toContain("calendar");
});

test("a picture is in the mail itself, where its HTML names it", async () => {
  got.length = 0;
  const html = `<img src="cid:${PICTURE}">`;
  const picture = ticketPicture("https://example.org/e/camp/r/t");
  const message = { id: "4", recipient: "ama@example.org", subject: "s", text: "t", html, calendar: null };
  await mailer.deliver({} as Transaction, { ...message, ...PLAIN, picture }, new Date());
  const [raw = ""] = got;
  expect(raw).toContain("Content-Type: image/png; name=ticket.png");
  expect(raw).toContain(`Content-ID: <${PICTURE}>`);
  expect(raw).toContain("Content-Disposition: inline; filename=ticket.png");
  expect(raw.replaceAll("\r\n", "")).toContain(picture.toString("base64"));
});
