/**
 * The only reader of the environment: every setting, checked once, at the first question.
 * What a setting means to an organiser is in docs/operations.md; here is what it may hold.
 */
import { z } from "zod";

/** Something whoever runs the server can mend. Programs print its message, which is a sentence, and no stack. */
export class Trouble extends Error {
  override name = "Trouble";
}

/** The exit code of a program that cannot run with its settings (sysexits.h, EX_CONFIG): starting again mends nothing. */
export const MISCONFIGURED = 78;

/** Trouble that may pass by itself, such as a database that is not there yet. */
export class PassingTrouble extends Trouble {}

/**
 * The end of a program that could not start or go on: its trouble in a sentence, any other fault with its stack.
 * @returns the exit code that tells the supervisor which of them it was
 */
export function sayWhyNot(error: unknown): number {
  console.error(error instanceof Trouble ? error.message : error);
  return error instanceof Trouble && !(error instanceof PassingTrouble) ? MISCONFIGURED : 1;
}

/** What is wrong is said without repeating it: an address may hold a password. */
const url = (protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that starts with ${protocols.join("// or ")}//`,
    abort: true,
  });

const shape = z.object({
  NODE_ENV: z
    .enum(["development", "production", "test"], "must be development, production or test")
    .default("production"),
  PORT: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(0, "must not be negative")
    .max(65535, "must be at most 65535")
    .default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  ORIGIN: url(["http:", "https:"])
    .refine(
      (text) => new URL(text).origin === text.replace(/\/$/, ""),
      "must be a bare origin such as https://camp.example, without a path",
    )
    .optional(),
  DATABASE_URL: url(["postgres:", "postgresql:"]).optional(),
  DATABASE_POOL: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(2, "must be at least 2")
    .max(200, "must be at most 200")
    .default(16),
  DEMO: z.enum(["on", "off"], "must be on or off").optional(),
  SMTP_URL: url(["smtp:", "smtps:"]).optional(),
  MAIL_FROM: z.string().includes("@", "must be a mail address").default("Wallchart <wallchart@localhost>"),
  MAIL_REPORT_SECRET: z.string().min(16, "must be at least 16 signs").optional(),
  LANGUAGES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(/^[A-Za-z0-9-]{2,35}$/, "must be language tags such as en-GB")).min(1))
    .default(["en-GB"]),
  WALLCHART_DIST: z
    .string()
    .regex(/^\.next[\w-]*$/, 'must be a folder name that starts with ".next"')
    .default(".next"),
});

/** The settings, with what follows from them filled in. */
export type Env = Omit<z.output<typeof shape>, "ORIGIN" | "DEMO"> & {
  /** The address the public types, without a slash at the end. */
  ORIGIN: string;
  /** Whether strangers may try it out: demo camps and the one-tap sign-in page. */
  DEMO: boolean;
};

/**
 * Checks a set of environment variables.
 * @throws Trouble naming every setting that is wrong, what it holds apart, so that one run shows them all.
 */
export function readEnv(variables: Record<string, string | undefined>): Env {
  // An empty variable is how a compose file says "not set".
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = shape.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
    throw new Trouble(`The configuration is not right: ${lines.join(" ")}`);
  }
  const { ORIGIN, DEMO, ...rest } = result.data;
  return {
    ...rest,
    ORIGIN:
      ORIGIN?.replace(/\/$/, "") ??
      `http://${rest.HOST.includes(":") ? `[${rest.HOST}]` : rest.HOST}:${rest.PORT}`,
    // Whoever names a database or a public address means it: a demo is only for a machine told nothing.
    DEMO: DEMO ? DEMO === "on" : !(rest.DATABASE_URL || ORIGIN),
  };
}

let read: Env | undefined;

/** The settings of this process. @throws Trouble as readEnv does. */
export function env(): Env {
  read ??= readEnv(process.env);
  return read;
}
