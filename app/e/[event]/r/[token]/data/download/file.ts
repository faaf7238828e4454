import { becameOf, happened } from "#components/people/happened.ts";
import type { PersonalData } from "#domain/personal-data.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("privacy");
const permission = wordsOf("permission");
const pitch = wordsOf("pitch");
const status = wordsOf("status");
const swaps = wordsOf("swaps");
const writeUp = wordsOf("writeUp");

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
      equalityAnswered: yesNo(registration.equalityAnswered),
      status: status.titles[registration.status],
    }),
    [keys.crewNotes]: data.crewNotes.map(({ note: said, ...times }) => named({ said, ...times })),
    [keys.answers]: data.answers.map(named),
    [keys.entries]: data.entries.map(named),
    [keys.coming]: data.coming.map(({ answer, ...rest }) =>
      named({ ...rest, answer: answer && words.file[answer] }),
    ),
    [keys.handing]: data.handing.map(named),
    [keys.secondAddress]: data.secondAddress && named(data.secondAddress),
    [keys.mails]: data.mails.map(({ kind, toSecond, ...times }) => {
      const said = words.file.mails[kind] ?? words.file.otherMail;
      return named({ kind: said, toSecond: yesNo(toSecond), ...times });
    }),
    [keys.log]: data.log.map(({ at, actor, act, from, to, reason }) => {
      const kind = happened({ act, actor, from, to });
      // What is no status is said in the words of the act.
      const is = to !== null && !isStatus(to) && becameOf(act, to) ? null : stood(to);
      return named({ at, kind, by: words.file.who[actor], from: stood(from), to: is, reason });
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
    [keys.stars]: data.stars.map(({ title, time, starred, at }) =>
      named({ title: title ?? words.file.notListed, time, starred: yesNo(starred), at }),
    ),
    [keys.roundUp]: data.roundUp.map(named),
    [keys.swapCards]: data.swapCards.map((card) => named(swapCardOf(card))),
    [keys.swaps]: data.swaps.map(({ state, said, at }) =>
      named({ state: swaps.states[state], saidYes: said === null ? null : yesNo(said), at }),
    ),
    [keys.writeUps]: data.writeUps.map(({ title, day, level, named: isNamed, quotable, ...rest }) =>
      named({
        ...(day === null ? { title: title ?? words.file.notListed } : { day }),
        ...rest,
        ...{ level: writeUp.levels[level].label, named: yesNo(isNamed), quotable: yesNo(quotable) },
      }),
    ),
    [keys.dayAddress]: data.dayAddress && named(data.dayAddress),
    [keys.links]: data.links.map(({ mailed, ...times }) => named({ ...times, mailed: yesNo(mailed) })),
    [keys.browsers]: data.browsers.map(named),
    [keys.told]: data.told.map(named),
    [keys.contact]: yesNo(data.contact),
    [keys.account]: account && named(accountOf(account)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const accountOf = ({ passkeys, tasks, calls, called, ...rest }: NonNullable<PersonalData["account"]>) => ({
  ...{ ...rest, roles: permission.roles(rest.roles) },
  ...{
    passkeys: passkeys.map(named),
    tasks: tasks.map(named),
    calls: calls.map(named),
    called: called.map(named),
  },
});

const swapCardOf = ({
  kind,
  way,
  seats,
  state,
  managerAgreed,
  ...rest
}: PersonalData["swapCards"][number]) => ({
  ...{ kind: swaps.kinds[kind], way: way && swaps.ways[way], seats: seats || null },
  ...{ ...rest, managerAgreed: yesNo(managerAgreed), state: swaps.cardStates[state] },
});

const isStatus = (text: string) => Object.hasOwn(status.titles, text);

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
