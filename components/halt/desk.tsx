"use client";

import rows from "#components/camp/rows.module.css";
import type { FormAction } from "#components/form/answer.ts";
import { type Filled, Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { type EventView, type Halted, isHalted, permits } from "#domain/event.ts";
import type { Halting } from "#domain/halt.ts";
import { DAYS, LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";

const halt = wordsOf("halt");
const words = wordsOf("haltDesk");

type HaltDeskProps = {
  camp: EventView;
  /** Its dates in words. */
  date: string;
  /** The first day it has, when its doors open, and today in its zone. */
  begin: Begin;
  concerns: Halting;
  actions: Record<"callOff" | "putOff" | "takePlace", FormAction>;
};

type Begin = { day: string; doors: string; today: string };

/** What may be done now, each with what it does and to whom before the form that does it. */
export function HaltDesk({ camp, date, begin, concerns, actions }: HaltDeskProps) {
  const { phase } = camp;
  if (!permits(phase, "callOff") && !permits(phase, "takePlace"))
    return (
      <Banner title={words.closed.title}>
        <p>{words.closed[permits(phase, "visit") ? "over" : "draft"]}</p>
      </Banner>
    );
  return (
    <>
      {isHalted(phase) ? (
        <Banner tone="wait" title={halt.state[phase].title}>
          <p>{halt.state[phase].what(date)}</p>
        </Banner>
      ) : null}
      <section className={`${rows.section} ${rows.brought}`}>
        <h2>{words.concerns}</h2>
        <List items={words.who(concerns)} counted />
      </section>
      {isHalted(phase) ? <TakePlace {...{ camp, phase, begin }} action={actions.takePlace} /> : null}
      {permits(phase, "putOff") ? <PutOff {...{ camp, begin, concerns }} action={actions.putOff} /> : null}
      {permits(phase, "callOff") ? (
        <CallOff camp={camp} concerns={concerns} action={actions.callOff} />
      ) : null}
    </>
  );
}

/** @param counted each says a number, in the face of numbers */
function List({ items, counted = false }: { items: readonly string[]; counted?: boolean }) {
  return (
    <ul>
      {items.map((it) => (
        <li key={it}>{counted ? <Figures>{it}</Figures> : it}</li>
      ))}
    </ul>
  );
}

type PartProps = { camp: EventView; action: FormAction };

/** What either act makes of everything. */
const stops = ({ offers, transfers, tasks }: Halting) => [
  words.does.told,
  words.does.stops,
  words.does.places,
  ...(offers + transfers > 0 ? [words.does.offers] : []),
  words.does.seen,
  ...(tasks > 0 ? [words.does.rota] : []),
  words.does.back,
];

function CallOff({ camp, concerns, action }: PartProps & { concerns: Halting }) {
  return (
    <section className={`${rows.section} ${rows.brought}`} id="call-off">
      <h2>{words.callOff.title}</h2>
      <p>{words.callOff.lede}</p>
      <List items={stops(concerns)} />
      <Form action={action}>
        {(fields) => (
          <>
            <input type="hidden" name="from" value={camp.phase} />
            <Note fields={fields} name="why" />
            <TextField
              label={words.callOff.address(camp.slug)}
              name="address"
              spellCheck={false}
              autoCapitalize="none"
              autoComplete="off"
              maxLength={LONGEST.slug}
              defaultValue={fields.text("address")}
              error={fields.error("address")}
            />
            <Submit kind="danger" pendingWords={words.busy}>
              {words.callOff.submit(camp.name)}
            </Submit>
          </>
        )}
      </Form>
    </section>
  );
}

function PutOff({ camp, begin, concerns, action }: PartProps & { begin: Begin; concerns: Halting }) {
  const { offers } = concerns;
  return (
    <section className={`${rows.section} ${rows.brought}`} id="put-off">
      <h2>{words.putOff.title}</h2>
      <List
        items={[
          words.does.told,
          words.moves.all,
          ...(offers > 0 ? [words.moves.offers] : []),
          words.moves.kept,
          words.putOff.dateHint,
        ]}
      />
      <Form action={action}>
        {(fields) => (
          <>
            <input type="hidden" name="from" value={camp.phase} />
            <Choice
              legend={words.putOff.known}
              name="date"
              chosen={[fields.text("date", "known")]}
              options={(["known", "unknown"] as const).map((value) => {
                return { value, label: words.putOff.date[value] };
              })}
            />
            <When fields={fields} begin={{ ...begin, day: "" }} />
            <Asking fields={fields} />
            <Note fields={fields} name="note" />
            <Submit pendingWords={words.busy}>{words.putOff.submit}</Submit>
          </>
        )}
      </Form>
    </section>
  );
}

function TakePlace({ camp, phase, begin, action }: PartProps & { phase: Halted; begin: Begin }) {
  const past = (camp.days.at(-1)?.date ?? begin.day) < begin.today;
  return (
    <section className={`${rows.section} ${rows.brought}`} id="take-place">
      <h2>{words.takePlace.title[phase]}</h2>
      <List
        items={[words.takePlace.lede[phase], words.moves.all, words.moves.kept, words.takePlace.onOther]}
      />
      <Form action={action}>
        {(fields) => (
          <>
            <input type="hidden" name="from" value={camp.phase} />
            <When fields={fields} begin={past ? { ...begin, day: "" } : begin} />
            <Asking fields={fields} />
            <Note fields={fields} name="note" />
            <Submit pendingWords={words.busy}>{words.takePlace.submit[phase]}</Submit>
          </>
        )}
      </Form>
    </section>
  );
}

function When({ fields, begin }: { fields: Filled; begin: Begin }) {
  return (
    <div className={rows.pair}>
      <TextField
        label={words.day}
        name="day"
        type="date"
        min={begin.today}
        max={DAYS.max}
        defaultValue={fields.text("day", begin.day)}
        error={fields.error("day")}
      />
      <TextField
        label={words.doors}
        name="doors"
        type="time"
        defaultValue={fields.text("doors", begin.doors)}
        error={fields.error("doors")}
      />
    </div>
  );
}

function Asking({ fields }: { fields: Filled }) {
  return (
    <Choice
      legend={words.ask.title}
      name="ask"
      chosen={[fields.text("ask", "ask")]}
      options={(["ask", "keep"] as const).map((value) => ({ value, label: words.ask[value] }))}
    />
  );
}

function Note({ fields, name }: { fields: Filled; name: "note" | "why" }) {
  return (
    <TextArea
      label={words.note}
      optional={words.optional}
      hint={words.noteHint}
      name={name}
      rows={3}
      maxLength={LONGEST.haltNote}
      defaultValue={fields.text(name)}
      error={fields.error(name)}
    />
  );
}
