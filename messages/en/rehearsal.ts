/** The rehearsal of a camp: what it does, how far it is, and what came of it. */
import type { Figures, Line, Part, State, Why } from "#domain/rehearsal.ts";
import { count, number } from "#messages/counts.ts";

const whole = (value: number) => number(value, "en-GB");
const megabytes = (bytes: number) => whole(Math.round(bytes / 1_048_576));
const people = (n: number) => count(n, { one: "# made-up person", other: "# made-up people" }, "en-GB");
const minutes = (n: number) => count(n, { one: "# minute", other: "# minutes" }, "en-GB");
const first = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const times = ({ of, median, p95, most }: Figures) =>
  p95 === undefined || of === 1
    ? `in ${whole(p95 ?? 0)} ms`
    : `half of the answers within ${whole(median ?? p95)} ms, 95 of 100 within ${whole(p95)} ms${
        most === undefined ? "" : `; the limit is ${whole(most)} ms`
      }`;

/** What was counted, by what each line is about. */
const counted: Partial<Record<Line["what"], (got: string, of: string) => string>> = {
  server: (got, of) => `${got} of ${of} answers`,
  database: (got, of) => `${got} of ${of} answers`,
  mail: (got, of) => `${got} of ${of} mails of this camp went out in the last two weeks`,
  board: (got) => `${got} cells for sessions on the first day`,
  rota: (got) => `${got} of the crew are down for something when the doors open`,
  list: (got, of) => `${got} of ${of} names on the phones at the door`,
  arrive: (got, of) => `${got} of ${of} people are in, by what every door says`,
  pitch: (got, of) => `${got} of ${of} pitches are in the line`,
  hands: (got, of) => `${got} of ${of} hands were counted`,
  streams: (got, of) => `${got} of ${of} phones heard who was called`,
  plan: (got, of) => `${got} of ${of} sessions have a cell`,
  publish: (got, of) => `${got} of ${of} pages showed what was published`,
  move: (got, of) => `${got} of ${of} phones heard of the new grid`,
};

export const rehearsal = {
  title: "Rehearsal",
  link: "Rehearse",
  /** What the copy of a camp is called, on every screen of it. */
  copyName: (camp: string) => `Rehearsal: ${camp}`,
  pitch: (nth: number) => `Rehearsed session ${nth}`,
  pitchLine: "Nobody real pitched this. It goes when the rehearsal is over.",

  lede: "The evening before: made-up campers do with a copy of this camp what yours will do on the day, and you get a list of what works and what does not.",
  what: "What happens",
  happens: (n: number) => [
    `The first day of this camp is copied, with its rooms, times, pools, questions and pages, and ${people(n)} get a place in the copy. None of your people, nor anything they wrote, is in it.`,
    "They come in at three doors, pitch, raise their hands all at once, keep their phones open, read the grid, and hear when a session moves. A grid is suggested and published.",
    "No mail, push or message to another program goes out of the copy, and it is in no list. Only the organisers of this camp can look at it: it says “Rehearsal” on each of its screens.",
    "At the end the copy is deleted with everybody in it. What stays is the list of figures here, and a line in the log that you started it.",
  ],
  takes: (n: number) => `It takes about ${minutes(n)}. Stopping it deletes the copy at once.`,
  load: "While it runs, this server works as hard as in the first half hour of your camp. Whoever uses it meanwhile, for any camp on it, may wait a moment longer. It does not start while a camp here is on, nor about the time that one gives out tickets.",
  start: "Start the rehearsal",
  starting: "Starting",
  started: "The rehearsal starts within some seconds.",
  notNow:
    "A rehearsal is for the time before the doors open. This camp is past that, called off, put off or a demo.",
  isCopy: "This is the rehearsal itself. It goes when it is over.",

  running: "A rehearsal is running",
  waiting: "It starts within some seconds.",
  step: (nth: number, of: number, what: string) => `Step ${whole(nth)} of ${whole(of)}: ${what}.`,
  reload: "This page says so by itself; without scripts, load it again.",
  look: "Look at the copy",
  stop: "Stop, and delete the copy",
  stopping: "Stopping",
  stopped: "It stops within some seconds, and the copy is deleted.",
  isStopping: "It is being stopped, and the copy deleted.",

  parts: {
    checks: "what the camp and the server need",
    list: "the phones at the door load the list",
    arrive: "everybody comes in",
    pitch: "pitches come in, and the line is called",
    hands: "everybody raises hands at once",
    streams: "every phone is open, and hears what changes",
    plan: "a grid is suggested",
    publish: "the grid is published, and read",
    move: "a session moves",
  } satisfies Record<Part, string>,

  results: "What came of it",
  earlier: "Earlier rehearsals",
  none: "This camp was not rehearsed yet.",
  at: (when: string, n: number) => `${when}, with ${people(n)}`,
  verdicts: {
    asked: "Not begun",
    running: "Running",
    passed: "Passed: nothing stands in the way",
    failed: "Not passed: see to what is marked below",
    stopped: "Stopped before its end",
    cut_short:
      "Cut short: the server or its worker was stopped, it took or waited too long, or a camp began meanwhile. Start it again.",
  } satisfies Record<State, string>,
  tally: (passed: number, failed: number, open: number) =>
    `${whole(passed)} passed, ${whole(failed)} did not, ${whole(open)} not looked at`,
  passed: "Passed",
  failed: "Did not pass",
  open: "Not looked at",
  next: "What to do",

  whats: {
    server: "The server answers",
    address: "The public address leads here",
    database: "The database answers",
    clock: "The clocks agree",
    disk: "The disk has room",
    mail: "Mail goes out",
    push: "Phones can be told",
    pages: "The camp’s pages are complete",
    board: "There are rooms and times",
    rota: "Somebody of the crew is at the door",
    list: "The phones at the door have the whole list",
    arrive: "Everybody comes in, once",
    pitch: "Pitches come in, and the line is called",
    hands: "Hands raised at once are all counted",
    streams: "Open phones hear what changes",
    plan: "A grid is suggested that breaks no rule",
    publish: "What was published is on every page",
    move: "Phones hear that a session moved",
  } satisfies Record<Line["what"], string>,

  whys: {
    slow: "Too slow.",
    missing: "Something is missing.",
    too_many: "Something was counted twice.",
    refused: "Something was refused or not answered.",
    broken_rule: "What came of it is not what was asked for.",
    not_reached: "Not reached, because something before it did not pass.",
    not_asked: "This machine cannot tell by itself.",
  } satisfies Record<Why, string>,

  /** Empty where nothing was counted or timed. */
  figures: ({ what, figures }: Pick<Line, "what" | "figures">): string => {
    if (what === "clock") return `${whole(figures.p95 ?? 0)} ms apart`;
    if (what === "disk") return figures.bytes === undefined ? "" : `${megabytes(figures.bytes)} MB free`;
    if (what === "mail" && !figures.of) return "No mail of this camp in the last two weeks";
    const { got, of } = figures;
    const said = got === undefined ? "" : (counted[what]?.(whole(got), whole(of ?? got)) ?? "");
    const took = what === "plan" ? `the first grid in ${whole(figures.p95 ?? 0)} ms` : times(figures);
    return first([said, figures.p95 === undefined ? "" : took].filter(Boolean).join("; "));
  },

  fixes: {
    server:
      "The worker does not reach the server on this machine. See under “Rehearsal” in docs/operations.md what HOST and PORT have to be for both.",
    address:
      "Open the camp’s address on a phone that is on the network of the venue, and on one that is not.",
    database:
      "Ask whoever runs the server what else the database is doing, and whether it is on another machine far away.",
    clock: "Ask whoever runs the server to set the clocks of the server and of the database by the network.",
    disk: "Ask whoever runs the server to make room on the disk: below 64 MB nothing is written any more.",
    mail: "Where no mail server is set up (SMTP_URL), ask whoever runs this server to do so. Else see under Mail what failed, try it again, and have the mail server looked at.",
    push: "Restart the server: the keys for push are made when it starts.",
    pages: "Complete the pages under “The camp’s pages”: tickets wait for them.",
    board: "Add rooms and times for sessions in the settings: without them there is no grid.",
    rota: "Put somebody on the rota for the time when the doors open.",
    list: "Use fewer phones at the door, or have the server looked at before the day. The list on paper works in any case.",
    arrive:
      "Rehearse again when nothing else runs. If it stays so, open the doors earlier, so that not everybody comes at once.",
    pitch:
      "Rehearse again when nothing else runs. If it stays so, have pitches taken at the desk as well as on phones.",
    hands:
      "Rehearse again when nothing else runs. If counts are missing or too many, report it with these figures: that is a fault of ours.",
    streams:
      "Have whoever runs the server look at how many connections it may hold open (docs/operations.md), and rehearse again.",
    plan: "Look at the rooms and times: with more cells for sessions more can be placed. A grid made by hand works in any case.",
    publish:
      "Rehearse again when nothing else runs. If it stays so, print the grid for the walls: paper is read by everybody at once.",
    move: "Say a change aloud and on the wall as well, and rehearse again when nothing else runs.",
  } satisfies Record<Line["what"], string>,
};
