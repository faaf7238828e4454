import type { DoorAnswer } from "#domain/door/guest.ts";

/** Pitches in hertz, one after the other: up, the same twice, down. */
const NOTES: Record<DoorAnswer["kind"], readonly number[]> = {
  welcome: [660, 880],
  already: [520, 520],
  not_on_list: [330, 220],
};

const NOTE_S = 0.12;

let context: AudioContext | null = null;

/** A sound that is told from the others without looking. Silent where the browser makes none. */
export function beep(kind: DoorAnswer["kind"]): void {
  if (!("AudioContext" in globalThis)) return;
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  for (const [index, pitch] of NOTES[kind].entries()) {
    const [note, volume] = [context.createOscillator(), context.createGain()];
    const at = currentTime + index * NOTE_S * 1.3;
    note.frequency.value = pitch;
    volume.gain.setValueAtTime(0.25, at);
    volume.gain.exponentialRampToValueAtTime(0.01, at + NOTE_S);
    note.connect(volume).connect(destination);
    note.start(at);
    note.stop(at + NOTE_S);
  }
}
