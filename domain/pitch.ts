/** A pitch: an idea for a session, before and after it is placed on the grid. */
import { MOST, type Text } from "#domain/limits.ts";

export const PITCH_KINDS = ["discuss", "share", "help", "went_wrong"] as const;
export type PitchKind = (typeof PITCH_KINDS)[number];

/**
 * Who says it out loud: the host, the host with somebody beside them, or somebody else from the card; a wish is of
 * somebody who does not host it ("I wish somebody would").
 */
export const VOICES = ["me", "with_me", "for_me", "wish"] as const;
export type Voice = (typeof VOICES)[number];

/** Whether whoever brings a pitch hosts it. */
export const bringsAHost = ({ voice }: { voice: Voice }): boolean => voice !== "wish";

/** The kind that is about something that went wrong: of it nobody is named, unless its hosts say so. */
export const WENT_WRONG = "went_wrong" satisfies PitchKind;

/** How far what is said in the room may travel. `unlisted` keeps the title from people not at the camp too. */
export const NOTE_LEVELS = ["open", "no_names", "no_notes", "unlisted"] as const;
export type NoteLevel = (typeof NOTE_LEVELS)[number];

/** What is agreed for a pitch of a kind whose host chose nothing. */
export const usualNoteLevel = (kind: PitchKind): NoteLevel => (kind === WENT_WRONG ? "no_names" : "open");

export const NEEDS = ["screen", "quiet", "step_free"] as const;
export type Need = (typeof NEEDS)[number];

/** `later` is asked further down, where few look. */
export type PitchQuestion = { later?: true } & (
  | { kind: "text" | "longText"; longest: Text; required?: true }
  | { kind: "one" | "several"; of: readonly string[] }
);

/** What is asked of a pitch, in this order. Every form that asks and every handler that reads one is made from this. */
export const PITCH_QUESTIONS = {
  title: { kind: "text", longest: "pitchTitle", required: true },
  line: { kind: "longText", longest: "pitchLine" },
  // The commonest first.
  kind: { kind: "one", of: ["discuss", "help", "share", "went_wrong"] satisfies PitchKind[] },
  voice: { kind: "one", of: VOICES },
  noteLevel: { kind: "one", of: NOTE_LEVELS, later: true },
  needs: { kind: "several", of: NEEDS, later: true },
} as const satisfies Record<string, PitchQuestion>;

type Questions = typeof PITCH_QUESTIONS;
export type PitchField = keyof Questions;
// Pure, so that a phone that asks none of it leaves the questions behind.
export const PITCH_FIELDS = /* @__PURE__ */ Object.keys(PITCH_QUESTIONS) as PitchField[];

type FieldWith<What> = { [Field in PitchField]: Questions[Field] extends What ? Field : never }[PitchField];
type ChoiceField = FieldWith<{ of: readonly string[] }>;
type Asked = {
  -readonly [Field in PitchField]: Field extends ChoiceField
    ? Field extends FieldWith<{ kind: "several" }>
      ? Questions[Field]["of"][number][]
      : Questions[Field]["of"][number]
    : string;
};

/** What each choice is called. */
export type ChoiceWords = { [Field in ChoiceField]: Record<Questions[Field]["of"][number], string> };

/** What is said of a question that must be answered and is not. */
export type EmptyWords = Record<FieldWith<{ required: true }>, string>;

export const BLANK_PITCH: Asked = {
  title: "",
  line: "",
  kind: "discuss",
  voice: "me",
  noteLevel: "open",
  needs: [],
};

/** What a camper sends to pitch. The id is minted on the phone, so that sending twice changes nothing. */
export type PitchForm = Asked & {
  id: string;
  /** Slots at whose times its hosts cannot, by id; left out where that was not asked. */
  busy?: readonly string[];
};

/** What everybody reads of the answers, out of all that is known of a pitch: not when its hosts cannot. */
export function pitchFormOf(pitch: PitchForm): Asked & { id: string } {
  const asked = Object.fromEntries(PITCH_FIELDS.map((field) => [field, pitch[field]]));
  return { id: pitch.id, ...(asked as Asked) };
}

export type PitchView = Asked & {
  id: string;
  /** Names as their hosts want them said; empty for "I wish somebody would". */
  hosts: string[];
  at: string;
  /** Pitches that became one with it; left out where there are none. */
  merged?: readonly MergedPitch[];
};

/** A pitch that was merged into another: what it said and who hosts it stay to be read. */
export type MergedPitch = Pick<PitchView, "id" | "title" | "line" | "voice" | "hosts">;

/** A pitch as its own hosts and the crew see it, also when it was withdrawn. */
export type HostedPitch = PitchView & {
  /** Brought on the phone by the asker, which counts as their one pitch; always false for the crew. */
  own: boolean;
  /** Hosts it; not whoever wished that somebody would. */
  hosting: boolean;
  withdrawnAt: string | null;
  /** When it was called to the front to be said out loud, ISO 8601; null while it is in the line. */
  saidAt: string | null;
  /** The pitch that it became a part of. */
  mergedInto: MergedPitch | null;
  /** That the crew hid it, and why; left out where nobody did. */
  hidden?: Hiding;
  /** The crew withdrew it, and did not hide it; left out where its hosts did, or nobody. */
  withdrawnByCrew?: true;
};

/** When the crew hid a pitch, ISO 8601, and why: in their words, for whoever pitched it. Empty once it was purged. */
export type Hiding = { at: string; reason: string };

type Withdrawable = { withdrawnAt: Date | string | null };

/** Whether it was taken back. One that was merged into another is not: it counts as its host's. */
export const isWithdrawn = ({ withdrawnAt }: Withdrawable): boolean => withdrawnAt !== null;

/** Whether the crew hid it. A hidden pitch counts as withdrawn for everything else. */
export const isHidden = ({ hiddenAt }: { hiddenAt: Date | string | null }): boolean => hiddenAt !== null;

/** Whether a pitch stands by itself: it was not withdrawn, and is no part of another. */
export const stands = (pitch: Withdrawable & { mergedInto: unknown }): boolean =>
  !isWithdrawn(pitch) && pitch.mergedInto === null;

export type Became =
  | "hidden"
  | "withdrawn"
  | "withdrawn_shown"
  | "merged"
  | "placed"
  | "left_off"
  | "never_placed"
  | "standing"
  | "hosting"
  | "wished"
  | "front"
  | "read_out"
  | "said"
  | "waiting"
  | "late";

/**
 * What became of a pitch so far.
 *
 * @param placed the pitches of the published grid; null before the first publication
 * @param arranging whether the grid can still be changed
 * @param front the pitch that is being said at this moment
 */
export function becameOf(
  pitch: Pick<
    HostedPitch,
    "id" | "own" | "saidAt" | "withdrawnAt" | "mergedInto" | "hidden" | "hosting" | "hosts" | "voice"
  >,
  placed: ReadonlySet<string> | null,
  arranging: boolean,
  front: string | null = null,
  calling = true,
): Became {
  if (pitch.hidden) return "hidden";
  if (isWithdrawn(pitch)) return placed?.has(pitch.id) ? "withdrawn_shown" : "withdrawn";
  if (front === (pitch.mergedInto?.id ?? pitch.id))
    return isReadOut(pitch, pitch.own ? [pitch.id] : []) ? "read_out" : "front";
  if (!stands(pitch)) return "merged";
  if (placed?.has(pitch.id)) return "placed";
  if (placed) return arranging ? "left_off" : "never_placed";
  // Whoever brought a pitch is its first host, but for a wish.
  if (!pitch.own) return pitch.hosts.length > 1 ? "standing" : "hosting";
  if (!pitch.hosting) return "wished";
  if (pitch.saidAt !== null) return "said";
  return calling ? "waiting" : "late";
}

/** How many of their withdrawn pitches somebody finds on their own page: the last ones. */
export const WITHDRAWN_SHOWN = 20;

export const HOSTS_MAX = MOST.hosts;

/** Whether nobody hosts it yet, so that anybody may say that they will. */
export const isHostless = ({ hosts }: Pick<PitchView, "hosts">): boolean => hosts.length === 0;

/** Whether anybody may read what it is. */
export const isListed = ({ noteLevel }: Pick<PitchView, "noteLevel">): boolean => noteLevel !== "unlisted";

/**
 * The pitch as somebody outside the camp may see it: an unlisted one keeps its cell on the grid and nothing else. A
 * new field is hidden until it is named here.
 *
 * @param listedAs the words that stand for a hidden title
 */
export function publicPitch(pitch: PitchView, listedAs: string): PitchView {
  if (isListed(pitch)) return pitch;
  return { ...HIDDEN, id: pitch.id, title: listedAs };
}

const HIDDEN: Omit<PitchView, "id" | "title"> = {
  ...BLANK_PITCH,
  noteLevel: "unlisted",
  hosts: [],
  at: new Date(0).toISOString(),
};

/**
 * Who may be named where a pitch is said out loud: not whoever has theirs read by somebody else. Of what was merged,
 * those of each part by how that is said.
 */
export function namedAloud({ voice, hosts, merged = [] }: PitchView): string[] {
  const of = (read: boolean) =>
    new Set(merged.filter((part) => (part.voice === "for_me") === read).flatMap((part) => part.hosts));
  const [unnamed, named] = [of(true), of(false)];
  return hosts.filter((host) => !unnamed.has(host) && (voice !== "for_me" || named.has(host)));
}

/**
 * Whether somebody of the crew says it, as far as a reader is concerned who brought `own`: then they do not come to the
 * front. A wish is read out until somebody hosts it, and whoever wished never says it.
 */
export function isReadOut(
  { id, voice, hosts }: Pick<PitchView, "id" | "voice" | "hosts">,
  own: readonly string[],
): boolean {
  return voice === "for_me" || (voice === "wish" && (hosts.length === 0 || own.includes(id)));
}

/** How a pitch is to be said, and what was merged into it: each way once. */
export function voicesOf({ voice, merged = [] }: PitchView): Voice[] {
  return VOICES.filter((each) => [voice, ...merged.map((part) => part.voice)].includes(each));
}

/**
 * Whether somebody may bring one more, or bring one back: one each until everybody who wants has had a go. A second
 * is for when nobody waits for their first any more, a third for when nobody waits for their second either.
 *
 * @param own how many pitches they brought and did not withdraw
 * @param waits of each pitch that waits to be called, the how-manieth of its owner's it is (`roundsWaiting`)
 */
export function mayBring(own: number, waits: readonly number[]): boolean {
  return waits.every((round) => round > own);
}
