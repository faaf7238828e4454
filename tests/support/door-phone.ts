/** A phone at the door and a server that answers it or not, for tests of what the phone knows. */
import { DoorPhone } from "#components/door/phone.ts";
import type { Refusal } from "#components/door/phone-state.ts";
import { inMemory } from "#components/door/store.ts";
import { type DoorAct, standing } from "#domain/door/check-in.ts";
import type { Guest } from "#domain/door/guest.ts";
import type { DoorNews, DoorReport, TicketKey } from "#domain/door/news.ts";

export const START = 1_000_000;

/** A server of two people, that keeps what it is sent as the real one does. */
export function house(tickets: TicketKey | null = null) {
  const acts = new Map<string, DoorAct>();
  const gone = new Set<string>();
  let refusal: Refusal | null = null;
  let away = false;
  let day = { id: "friday", date: "2026-06-05" };
  let quiet = false;
  let over = false;
  let shut = false;
  const people = ["ama", "rhys"];
  const guests = (): Guest[] =>
    people.map((id) => {
      const [first, ...rest] = standing(
        [...acts.values()].filter((act) => act.registrationId === id && act.dayId === day.id),
      );
      const here = first
        ? { at: first.at, door: first.door, acts: [first, ...rest].map((act) => act.id) }
        : null;
      const who = { id, name: id, code: id.toUpperCase(), firstTime: true, photos: true, badge: false };
      return { ...who, out: null, here };
    });
  const answer = async (report: DoorReport, now: number): Promise<DoorNews | Refusal> => {
    if (away) throw new Error("no network");
    if (refusal) return refusal;
    const refused = report.acts.filter(({ registrationId }) => gone.has(registrationId)).map(({ id }) => id);
    if (!shut)
      for (const act of report.acts) if (!refused.includes(act.id)) acts.set(act.id, acts.get(act.id) ?? act);
    return {
      ...{ taken: report.acts.map(({ id }) => id).filter((id) => acts.has(id)), refused },
      ...{
        whole: report.since === null,
        people: report.since === null || !quiet ? guests() : [],
        ...{ places: 2, here: 0 },
      },
      ...(shut && { shut: true as const }),
      ...{ day, until: over ? now : now + 60_000, now, since: now - 1 },
      tickets: report.since === null ? tickets : null,
    };
  };
  return {
    ...{ acts, gone, people, answer },
    /** The camp moves on to its next day, of which there is no news of anybody. */
    moveOn: () => {
      day = { id: "saturday", date: "2026-06-06" };
      quiet = true;
    },
    shut: (to: boolean) => {
      shut = to;
      quiet = !to;
    },
    end: () => {
      over = true;
    },
    set: (to: { away?: boolean; refusal?: Refusal | null }) => {
      away = to.away ?? away;
      refusal = to.refusal === undefined ? refusal : to.refusal;
    },
  };
}

let phones = 0;

export function phoneAt(server: ReturnType<typeof house>, store = inMemory(), ahead = 0) {
  let clock = START + ahead;
  let ids = 0;
  const name = `phone ${phones++}`;
  const phone = new DoorPhone({
    ...{ store, now: () => clock++, newId: () => `${name} ${ids++}` },
    send: (report) => server.answer(report, clock - ahead),
  });
  phone.callIt("Front");
  return {
    phone,
    store,
    later: (ms: number) => {
      clock += ms;
    },
  };
}
