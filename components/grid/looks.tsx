import { useState } from "react";
import { useAlive } from "#components/ui/alive.ts";
import { Icon } from "#components/ui/icon.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./grid.module.css";

const { list: words } = wordsOf("grid");

/** How somebody looks at the grid: only what is theirs, and room by room instead of slot by slot. */
export type Looked = { mine: boolean; byRoom: boolean };

/** As it was looked at last in this document: whoever comes back from a session finds it so. */
let last: Looked = { mine: false, byRoom: false };

/** How the grid is looked at, and how to look at it otherwise. */
export function useLooked(): [Looked, (looked: Looked) => void] {
  const [looked, look] = useState(last);
  const lookAnew = (anew: Looked) => {
    last = anew;
    look(anew);
  };
  return [looked, lookAnew];
}

/** Without a script they have their room, and take no tap. */
export function Looks({ looked, onLook }: { looked: Looked; onLook: (looked: Looked) => void }) {
  const alive = useAlive();
  const looks = [
    ["mine", words.mine, "hand"],
    ["byRoom", words.byRoom, "grid"],
  ] as const;
  return (
    <fieldset className={styles.looks} aria-label={words.show} data-print="no">
      {looks.map(([name, label, icon]) => (
        <button
          key={name}
          type="button"
          aria-pressed={looked[name]}
          disabled={!alive}
          onClick={() => onLook({ ...looked, [name]: !looked[name] })}
        >
          <Icon name={icon} />
          {label}
        </button>
      ))}
    </fieldset>
  );
}
