/**
 * A phone at the door. It answers from its own list at once, keeps each tap before anything is sent, and brings them to the
 * server when it can; it knows nothing of screens.
 */
import type { DoorAct } from "#domain/door/check-in.ts";
import { answerTo, type DoorAnswer, type Guest, type Here } from "#domain/door/guest.ts";
import { type DoorNews, type DoorReport, MOST_ACTS, shutsOut } from "#domain/door/news.ts";
import {
  alsoElsewhere,
  countIn,
  ofDay,
  type PhoneList,
  roomLeft,
  withNews,
  withTaps,
} from "#domain/door/phone-list.ts";
import { hereBy, settled, type Unlisted } from "#domain/door/unlisted.ts";
import { type DoorState, FRESH, NO_CALLS, type Refusal } from "./phone-state.ts";
import type { DoorStore } from "./store.ts";
import { Writing } from "./writing.ts";

export type Around = {
  store: DoorStore;
  /** @throws whatever keeps it from being answered; a `Refusal` is returned */
  send: (report: DoorReport) => Promise<DoorNews | Refusal>;
  now: () => number;
  newId: () => string;
};

/** With nobody else to tell, so often it is asked what is new, in milliseconds. */
export const ASK_MS = 5_000;
const LONGEST_WAIT_MS = 30_000;
/** So often the whole list is fetched anew: whoever was deleted is in no news. */
const WHOLE_MS = 600_000;

export class DoorPhone {
  readonly #around: Around;
  readonly #listeners = new Set<() => void>();
  #state: DoorState = FRESH;
  /** How far this phone's clock is ahead of the server's, in milliseconds. */
  #ahead = 0;
  #door = "";
  #whole = 0;
  #failures = 0;
  #running: Promise<void> | null = null;
  #again = false;
  readonly #writing: Writing;

  constructor(around: Around) {
    this.#around = around;
    this.#writing = new Writing(around.store, () => this.#state);
  }

  get state(): DoorState {
    return this.#state;
  }

  /** @returns how to stop */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** How long to wait until the next try, in milliseconds. */
  get pause(): number {
    return this.#failures === 0 ? ASK_MS : Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** this.#failures);
  }

  /** Reads what was kept. The names of a day that is over are forgotten. */
  async open(): Promise<void> {
    const { store, now } = this.#around;
    const all = Promise.all([store.list(), store.acts(), store.unlisted()]);
    const [kept, unsent, unlisted] = await all.catch(() => [null, [], []] as const);
    const list = kept && kept.until > now() ? kept : null;
    if (kept && !list) await store.forgetList().catch(() => undefined);
    const more = this.#state;
    this.#show({
      ...{ list, unsent: [...unsent, ...more.unsent] },
      ...{ unlisted: [...unlisted, ...more.unlisted], ready: true },
    });
  }

  /** What this phone is called, as the other doors read it. */
  callIt(door: string): void {
    this.#door = door;
  }

  /** Somebody as this phone knows them now. */
  guest(id: string): Guest | null {
    const { list, unsent } = this.#state;
    const known = list?.guests.get(id);
    return list && known ? withTaps(known, ofDay(unsent, list)) : null;
  }

  /** Whoever has that code; null where this phone knows nobody. */
  byCode(code: string): Guest | null {
    for (const guest of this.#state.list?.guests.values() ?? [])
      if (guest.code === code) return this.guest(guest.id);
    return null;
  }

  /** Since when whoever has a code is in by it alone; null for nobody. */
  unlisted(code: string): Here | null {
    const { list, unlisted } = this.#state;
    return list && hereBy(unlisted, code, list.day.id);
  }

  /** How many more may be inside, as far as this phone knows. */
  get room(): number {
    const { list, here } = this.#state;
    return list ? roomLeft(list, here) : Number.POSITIVE_INFINITY;
  }

  /** Whether nobody is let in yet: without a network the doors may be open by now, and what is tapped is kept. */
  get shut(): boolean {
    const { list, stuck } = this.#state;
    return list?.shut === true && !stuck;
  }

  /** What the door says to somebody, by this phone's clock and what it knows of who is inside. */
  answer(guest: Guest): DoorAnswer {
    return answerTo(guest, this.#now(), this.room);
  }

  /** Notes that somebody who is in goes home. */
  leaves(id: string): void {
    this.#tap(id, "out", []);
  }

  letIn(id: string): void {
    if (!this.shut) this.#tap(id, "in", []);
  }

  /** Takes back every check-in of theirs that this phone knows of. */
  undo(id: string): void {
    const acts = this.guest(id)?.here?.acts ?? [];
    if (acts.length > 0) this.#tap(id, "undo", acts);
  }

  /** Lets somebody in by a ticket that is ours and not on the list. */
  letInUnlisted(code: string): void {
    const { list, unlisted } = this.#state;
    if (!list || this.shut || this.unlisted(code)) return;
    const tap = { id: this.#around.newId(), code, dayId: list.day.id, door: this.#door, at: this.#now() };
    this.#show({ unlisted: [...unlisted, tap] });
    this.#writing.write();
    void this.kick();
  }

  undoUnlisted(code: string): void {
    this.#show({ unlisted: this.#state.unlisted.filter((one) => one.code !== code) });
    this.#writing.write();
  }

  /** What was told once need not be told again. */
  heard(): void {
    this.#show({ twice: [], turnedDown: [], tooMany: [], nobodys: [] });
  }

  /** Fetches the whole list, at once where there is hope. @returns whether it is new */
  async refresh(): Promise<boolean> {
    if (this.#state.stuck) return false;
    this.#whole = Number.NEGATIVE_INFINITY;
    await this.kick();
    return !this.#state.stuck && this.#state.refusal === null;
  }

  /** Brings what was tapped and asks what is new. One at a time: what is tapped meanwhile goes right after. */
  kick(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#askAll().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #askAll(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        await this.#ask();
      }
    } catch {
      this.#failures += 1;
      this.#show({ stuck: true });
    }
  }

  async #ask(): Promise<void> {
    const { send, now } = this.#around;
    await this.#writing.done;
    const asked = now();
    const { unlisted } = this.#state;
    const whole = !this.#state.list || unlisted.length > 0 || asked - this.#whole > WHOLE_MS;
    const acts = this.#state.unsent.slice(0, MOST_ACTS);
    const answer = await send({ since: whole ? null : this.#state.list!.since, door: this.#door, acts });
    this.#failures = 0;
    if ("code" in answer) return this.#refuse(answer);
    if (answer.whole) this.#whole = asked;
    this.#ahead = (asked + now()) / 2 - answer.now;
    const done = new Set([...answer.taken, ...answer.refused]);
    const turned = acts.filter(({ id }) => answer.refused.includes(id));
    const before = this.#state.list;
    const list = withNews(before, answer);
    const full = new Set(answer.full);
    const names = (which: (id: string) => boolean) =>
      turned.filter(({ id }) => which(id)).map((act) => list.guests.get(act.registrationId)?.name ?? "");
    const isOfToday = answer.whole || before?.day.id === list.day.id;
    this.#show({
      list,
      unsent: this.#state.unsent.filter(({ id }) => !done.has(id)),
      ...{ stuck: false, over: list.until <= answer.now, refusal: null, calls: answer.calls ?? NO_CALLS },
      twice: [...this.#state.twice, ...alsoElsewhere(answer, acts)],
      turnedDown: [...this.#state.turnedDown, ...names((id) => !full.has(id))],
      tooMany: [...this.#state.tooMany, ...names((id) => full.has(id))],
    });
    if (answer.whole && list.until > answer.now) this.#settle(unlisted, list);
    // So many names are not written anew every few seconds for nothing.
    const opened = before?.shut === true && !list.shut;
    const changed = answer.people.length > 0 || acts.length > 0 || opened;
    if (answer.whole || changed || !isOfToday) this.#writing.write(true);
    if (list.until <= answer.now) await this.#forget();
    if (!isOfToday || (opened && !answer.whole)) {
      this.#whole = Number.NEGATIVE_INFINITY;
      this.#again = true;
    }
    // Before the doors nothing is taken, and what is kept waits for the next time.
    if (this.#state.unsent.length > 0 && !list.shut) this.#again = true;
  }

  /** Who was let in by a code alone is somebody on a list that is new, or nobody. */
  #settle(unlisted: readonly Unlisted[], { guests }: PhoneList): void {
    // Those that were taken back while the list was on its way are nobody's business.
    const asked = unlisted.filter((one) => this.#state.unlisted.includes(one));
    const { acts, nobodys } = settled(asked, guests.values());
    this.#show({
      unsent: [...this.#state.unsent, ...acts],
      unlisted: this.#state.unlisted.filter((one) => !asked.includes(one)),
      nobodys: [...this.#state.nobodys, ...nobodys],
    });
  }

  async #refuse(refusal: Refusal): Promise<void> {
    this.#show({ stuck: false, refusal, calls: NO_CALLS });
    if (shutsOut(refusal.code)) await this.#forget();
  }

  async #forget(): Promise<void> {
    this.#show({ list: null });
    await this.#writing.forgetList();
  }

  /** By the server's clock. */
  #now(): number {
    return Math.round(this.#around.now() - this.#ahead);
  }

  #tap(registrationId: string, kind: DoorAct["kind"], undoes: readonly string[]): void {
    const { list, unsent } = this.#state;
    if (!list) return;
    const { newId } = this.#around;
    const act = { id: newId(), registrationId, dayId: list.day.id, kind, undoes, door: this.#door };
    this.#show({ unsent: [...unsent, { ...act, at: this.#now() }] });
    this.#writing.write();
    void this.kick();
  }

  #show(more: Partial<DoorState>): void {
    const next = { ...this.#state, ...more };
    this.#state = { ...next, here: next.list ? countIn(next.list, next.unsent, next.unlisted) : 0 };
    for (const listener of this.#listeners) listener();
  }
}
