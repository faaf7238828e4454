"use client";

import { Check } from "#components/ui/check.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextField } from "#components/ui/field.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./door.module.css";
import { MODES, type Preferences } from "./preferences.ts";

const words = wordsOf("door");

/** How this phone is used. What is changed counts at once. */
export function DoorSettings({
  preferences,
  change,
}: {
  preferences: Preferences;
  change: (to: Preferences) => void;
}) {
  return (
    <details className={styles.settings}>
      <summary>{words.settings}</summary>
      <TextField
        name="door"
        label={words.name}
        hint={words.nameHint}
        maxLength={LONGEST.doorName}
        value={preferences.door}
        onChange={({ target }) => change({ ...preferences, door: target.value })}
      />
      <Choice
        name="mode"
        legend={words.mode}
        chosen={[preferences.mode]}
        onChoose={(mode) =>
          change({ ...preferences, mode: MODES.find((it) => it === mode) ?? preferences.mode })
        }
        options={MODES.map((mode) => ({ value: mode, ...words.modes[mode] }))}
      />
      <Check
        name="sound"
        label={words.sound}
        checked={preferences.sound}
        onChange={({ target }) => change({ ...preferences, sound: target.checked })}
      />
    </details>
  );
}
