import type { PersonalData } from "#domain/personal-data.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("privacy");
const people = wordsOf("people");
const permission = wordsOf("permission");
const pitch = wordsOf("pitch");
const status = wordsOf("status");

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** Written for people: each part and each field under the words it has on our pages. */
export function fileOf(data: PersonalData): string {
  const { keys, note } = words.file;
  const { camp, registration, account } = data;
  const { startsAt: starts, ...where } = camp;
  const file = {
    [keys.note]: note,
    [keys.camp]: named({ ...where, starts }),
    [keys.registration]: named({
      ...registration,
      firstTime: yesNo(registration.firstTime),
      photos: yesNo(registration.photos),
      accessAgreed: yesNo(registration.accessAgreed),
      status: status.titles[registration.status],
    }),
    [keys.answers]: data.answers.map(named),
    [keys.entries]: data.entries.map(named),
    [keys.mails]: data.mails.map(({ kind, ...times }) =>
      named({ kind: words.file.mails[kind] ?? words.file.otherMail, ...times }),
    ),
    [keys.log]: data.log.map(({ at, actor, act, from, to, reason }) => {
      const kind = people.history.acts[act] ?? people.history.other;
      return named({ at, kind, by: words.file.who[actor], from: stood(from), to: stood(to), reason });
    }),
    [keys.looks]: data.looks,
    [keys.pitches]: data.pitches.map(({ title, kind, noteLevel, own, ...rest }) => {
      const { choices } = pitch;
      const said = { kind: choices.kind[kind], noteLevel: choices.noteLevel[noteLevel], own: yesNo(own) };
      return named({ title, ...said, ...rest });
    }),
    [keys.hands]: data.hands.map(({ title, up, at }) =>
      named({ title: title ?? words.file.notListed, up: yesNo(up), at }),
    ),
    [keys.links]: data.links.map(({ mailed, ...times }) => named({ ...times, mailed: yesNo(mailed) })),
    [keys.browsers]: data.browsers.map(named),
    [keys.account]: account && named({ ...account, roles: permission.roles(account.roles) }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The status words of the log; others (a date, a number) as they are. */
const stood = (at: string | null) =>
  at === null ? null : ((status.titles as Readonly<Record<string, string>>)[at] ?? at);

const yesNo = (is: boolean) => (is ? words.file.yes : words.file.no);

function named(row: Partial<Record<keyof typeof words.file.keys, Value>>): Value {
  const { keys } = words.file;
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [keys[key as keyof typeof keys], value]),
  );
}
