import { expect, test } from "vitest";
import { shownSince, type Version } from "#domain/version.ts";

const at = (minutes: number) => new Date(Date.UTC(2026, 6, 14, 9, minutes)).toISOString();
const version = (number: number, published: number, takenBack?: number): Version => ({
  ...{ number, publishedAt: at(published), takenBackAt: takenBack === undefined ? null : at(takenBack) },
  ...{ rooms: [], slots: [], placements: [], sessions: new Map() },
});
const shown = (...versions: Version[]) =>
  shownSince(versions).map((it) => [it.at, it.version?.number ?? null]);

test("each version is seen from when it was published on, and again when what came after it was taken back", () => {
  expect(shown(version(1, 0), version(2, 5))).toEqual([
    [at(0), 1],
    [at(5), 2],
  ]);
  expect(shown(version(1, 0), version(2, 5, 7), version(3, 9, 10))).toEqual([
    [at(0), 1],
    [at(5), 2],
    [at(7), 1],
    [at(9), 3],
    [at(10), 1],
  ]);
});

test("with the only one taken back none is seen, until the next; one that was taken back at once was seen before", () => {
  expect(shown(version(1, 0, 0), version(2, 0))).toEqual([
    [at(0), 1],
    [at(0), null],
    [at(0), 2],
  ]);
});
