/** Words that code may say in some places and not in others, each with why. */
import { STATUSES } from "#domain/registration.ts";

/** The parts that import each other by a table. Programs, benches and the server join them. */
export const parts = ["domain", "db", "components", "jobs", "live", "app", "messages", "env.ts"] as const;

export function homeOf(file: string): string {
  return file.split("/")[0] ?? file;
}

/** A pattern that only some files may hold. */
interface Word {
  pattern: RegExp;
  why: string;
  applies(file: string): boolean;
}

const inParts = (file: string) => parts.some((part) => part === homeOf(file)) || file === "server.ts";

export const forbidden: Word[] = [
  {
    pattern:
      /\bphase\b\)?\s*[!=]==?\s*"|"\s*[!=]==?\s*(\w+\.)*phase\b|"\]\.includes\((\w+\.)*phase\b|\bPHASES\.indexOf\(/,
    why: "what a phase permits is in domain/event.ts: ask permits",
    applies: (file) => inParts(file) && homeOf(file) !== "domain",
  },
  {
    // Any word of a registration's status, and any word at all for what is called a status or a state. A list given
    // to the database (`eq(registration.status, "waiting")`) is a fact that is asked for, and no judgement.
    pattern: new RegExp(
      [
        `[!=]==?\\s*"(?:${STATUSES.join("|")})"`,
        `"(?:${STATUSES.join("|")})"\\s*[!=]==?`,
        `\\b(?:status|state)\\b\\)?\\s*[!=]==?\\s*"`,
        `"\\s*[!=]==?\\s*(?:[\\w?!]+\\.)*(?:status|state)\\b`,
        `"\\]\\.includes\\((?:[\\w?!]+\\.)*(?:status|state)\\b`,
        `\\bcase "(?:${STATUSES.join("|")})":`,
      ].join("|"),
    ),
    why: "what a status means is in domain: ask holdsPlace, isWaiting, takesPart and their like",
    // What a component of ui/ is drawn as is no status of ours.
    applies: (file) => inParts(file) && homeOf(file) !== "domain" && !file.startsWith("components/ui/"),
  },
  {
    pattern: /\bprocess\.env\b/,
    why: "only env.ts reads the environment",
    applies: (file) =>
      file !== "env.ts" && !/^(bin\/.*\.mjs|next\.config\.js|tests\/|bench\/|[\w-]+\.config\.ts)/.test(file),
  },
  {
    pattern: /\bsql(<[^`]*>)?`|\$client\b|\b(db|tx|database\(\))\s*\.(select|insert|update|delete|execute)\(/,
    why: "SQL lives in db",
    applies: (file) => inParts(file) && homeOf(file) !== "db",
  },
  {
    pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b/,
    why: "the domain knows no clock: take now as an argument",
    applies: (file) => homeOf(file) === "domain",
  },
  {
    // What it is for the language of a page is a choice of whoever made the camp, never of the code.
    pattern: /(["'`])en-GB\1|\blang="en/,
    why: "a component takes the reader's locale from messages/words.ts",
    applies: (file) =>
      ["app", "components", "live", "jobs"].includes(homeOf(file)) || file === "bin/import.ts",
  },
  {
    pattern: /\bMath\.random\b|\bcrypto\./,
    why: "the domain knows no dice: take a seed as an argument",
    applies: (file) => homeOf(file) === "domain",
  },
  {
    pattern: /\bTemporal\b|temporal-polyfill|\btimeZone\b|\btoLocale(Date|Time)?String\(/,
    why: "zones, days and calendars are counted in domain/time and written in messages/format.ts",
    applies: (file) => inParts(file) && !file.startsWith("domain/time/") && file !== "messages/format.ts",
  },
  {
    pattern: /\bfetch\(|\bqueryKey:\s*\[|\bnew EventSource\(/,
    why: "every query key and fetcher is in components/queries.ts",
    applies: (file) =>
      homeOf(file) === "components" &&
      !["components/queries.ts", "components/outbox/send.ts", "components/live/screen.ts"].includes(file),
  },
  {
    pattern: /\bcookies\(\)|\breadCookie\(|\bheaders\.cookie\b/,
    why: "the viewer alone reads cookies",
    applies: (file) =>
      inParts(file) && !["app/viewer.ts", "live/viewer.ts", "domain/cookie.ts"].includes(file),
  },
  {
    pattern: /\bas (?:unknown as )?(?:Attendee|Crew|Owner|May)\b/,
    why: "the viewer alone mints who somebody is and what they may",
    applies: (file) => inParts(file) && !["db/viewer.ts", "domain/viewer.ts"].includes(file),
  },
  {
    pattern: /\brole\b\)?\s*[!=]==?\s*"|\broles\b\)?\??\.includes\("/,
    why: "what a role may do is in domain/permission.ts: take the capability",
    applies: (file) => inParts(file) && file !== "domain/permission.ts",
  },
  {
    pattern: /\bupdate\(registration\)\s*\.set\(\{[^}]*\bstatus\b/,
    why: "a status changes through db/registration/move.ts",
    applies: (file) => homeOf(file) === "db" && file !== "db/registration/move.ts",
  },
  {
    pattern: /\bpg_notify\b|\bnotify\(/,
    why: "a hand's transaction locks and wakes nothing that others share",
    applies: (file) => file === "db/voting.ts",
  },
  {
    pattern: /\sstyle=[{"]/,
    why: "the policy forbids styles on an element",
    applies: (file) => ["app", "components"].includes(homeOf(file)),
  },
];
