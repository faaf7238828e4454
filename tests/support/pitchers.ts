/** A small camp whose people bring, are called, moved, away and back, merge and withdraw, as the commands do it. */
import fc from "fast-check";
import {
  heldBack,
  hereAgain,
  type InLine,
  type Line,
  lineOf,
  notHere,
  putBefore,
  renumbered,
  type Turn,
} from "#domain/pitch/turn.ts";

export const pitch = (id: string, at: number, rest: Partial<InLine> = {}): InLine => ({
  ...{ id, at, turn: null, said: null, away: false, mergedInto: null, owner: null },
  ...rest,
});

export const ids = (line: readonly Turn[]) => line.map(({ id }) => id);

export type Step =
  | { do: "bring"; owner: number }
  | { do: "next" | "hold" | "away" }
  | { do: "move"; which: number; before: number | null }
  | { do: "back" | "part" | "withdraw" | "restore"; which: number }
  | { do: "merge"; which: number; into: number };

const which = fc.nat(20);
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant("bring" as const), owner: fc.nat(4) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom("next" as const, "hold" as const, "away" as const) }),
  },
  fc.record({ do: fc.constant("move" as const), which, before: fc.option(which) }),
  fc.record({ do: fc.constant("merge" as const), which, into: which }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("back" as const, "part" as const, "withdraw" as const, "restore" as const),
      which,
    }),
  },
);

export class Camp {
  readonly pitches = new Map<string, InLine>();
  readonly withdrawn = new Map<string, InLine>();
  front: string | null = null;
  #time = 0;

  line = (): Line => lineOf([...this.pitches.values()], this.front);

  /** With which a pitch is one, itself included. */
  group(id: string | null): string[] {
    const root = this.pitches.get(id ?? "")?.mergedInto ?? id;
    return [...this.pitches.values()].filter((it) => (it.mergedInto ?? it.id) === root).map((it) => it.id);
  }

  /** Whom a step is about, beside those of the same owner, whose round it may change. */
  about(step: Step): string[] {
    if (step.do === "move" || step.do === "back") return [this.#waiting(step.which)];
    if (step.do === "merge") return [this.#nth(step.which), this.#nth(step.into)];
    if (step.do === "part" || step.do === "withdraw") return this.group(this.#nth(step.which));
    if (step.do === "restore") return [this.#gone(step.which)];
    return step.do === "hold" || step.do === "away" ? this.group(this.front) : [];
  }

  /** What those who brought these have in the line. */
  ofOwners(some: readonly string[]): string[] {
    const owners = some.map((id) => (this.pitches.get(id) ?? this.withdrawn.get(id))?.owner);
    const theirs = [...this.pitches.values()].filter(({ owner }) => owners.includes(owner));
    return theirs.flatMap(({ id }) => this.group(id));
  }

  take(step: Step): void {
    const { waiting, front } = this.line();
    if (step.do === "bring") {
      const id = `p${this.#time++}`;
      this.pitches.set(id, pitch(id, this.#time, { owner: String(step.owner) }));
    } else if (step.do === "move") {
      const before = step.before === null ? null : this.#waiting(step.before);
      this.#keep(putBefore(waiting, this.#waiting(step.which), before) ?? waiting, true);
    } else if (step.do === "back") {
      this.#set(this.#waiting(step.which), { away: false });
      this.#keep(hereAgain(waiting, this.#waiting(step.which)), true);
    } else if (step.do === "merge") {
      const [goes, stays] = [this.#nth(step.which), this.#nth(step.into)];
      const free = goes !== stays && this.pitches.get(stays)?.mergedInto === null;
      if (!free || this.group(goes).length > 1) return;
      this.#keepPlaces();
      this.#set(goes, { mergedInto: stays });
    } else if (step.do === "part") this.#part(this.#nth(step.which));
    else if (step.do === "withdraw") this.#withdraw(this.#nth(step.which));
    else if (step.do === "restore") this.#restore(this.#gone(step.which));
    else this.#goOn(step.do, front, waiting);
  }

  #nth = (n: number) => [...this.pitches.keys()][n % Math.max(1, this.pitches.size)] ?? "";
  #gone = (n: number) => [...this.withdrawn.keys()][n % Math.max(1, this.withdrawn.size)] ?? "";
  #waiting(n: number): string {
    const { waiting } = this.line();
    return waiting[n % Math.max(1, waiting.length)]?.id ?? "";
  }

  #goOn(how: "next" | "hold" | "away", front: Turn | null, [next, ...rest]: readonly Turn[]): void {
    if (front && how !== "next") this.#say(front.id, null, how === "away");
    if (next) this.#say(next.id, ++this.#time);
    this.front = next?.id ?? null;
    if (front && how === "hold") this.#keep(heldBack(rest, front), true);
    else if (front && how === "away") this.#keep(notHere(rest, front), true);
    else this.#keep(rest);
  }

  #say(id: string, said: number | null, away = false): void {
    for (const one of this.group(id)) this.#set(one, { said, ...(one === id && { away }) });
  }

  #part(id: string): void {
    if (!this.pitches.get(id)?.mergedInto) return;
    this.#keepPlaces();
    this.#set(id, { mergedInto: null });
  }

  #withdraw(id: string): void {
    if (!this.pitches.has(id)) return;
    for (const one of this.group(id)) this.#part(one);
    this.#keepPlaces();
    if (this.front === id) this.front = null;
    this.withdrawn.set(id, this.pitches.get(id)!);
    this.pitches.delete(id);
  }

  #restore(id: string): void {
    const gone = this.withdrawn.get(id);
    if (!gone) return;
    this.#keepPlaces();
    this.withdrawn.delete(id);
    this.pitches.set(id, { ...gone, turn: null, away: false });
  }

  #keepPlaces = () => this.#keep(this.line().waiting);

  #set(id: string, rest: Partial<InLine>): void {
    const found = this.pitches.get(id);
    if (found) this.pitches.set(id, { ...found, ...rest });
  }

  #keep(order: readonly Turn[], byHand = false): void {
    if (!byHand && order.every(({ turn }) => turn === null)) return;
    for (const { id, turn: n } of renumbered(order)) {
      this.#set(id, { turn: n });
      for (const part of this.group(id)) if (part !== id) this.#set(part, { turn: null });
    }
  }
}
