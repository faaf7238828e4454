import styles from "./icon.module.css";

/** One 24 by 24 path each, drawn with a 2 px round line. `dot` is filled by its own round cap. */
const paths = {
  back: "M19 12H5m6-6-6 6 6 6",
  calendar: "M4 6.5h16v14H4zM4 11h16M8 3.5v5M16 3.5v5",
  check: "M4.5 12.5l5 5 10-11",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2",
  close: "M6 6l12 12M18 6 6 18",
  download: "M12 4v11m-5-5 5 5 5-5M5 20h14",
  grid: "M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM9 4v16M15 4v16M3 12h18",
  hand: "M8 12V5.5a1.5 1.5 0 0 1 3 0V11m0-6.8a1.5 1.5 0 0 1 3 0V11m0-5a1.5 1.5 0 0 1 3 0v8a7 7 0 0 1-7 7h-.5a6 6 0 0 1-4.4-1.9L2.6 15.5a1.6 1.6 0 0 1 2.3-2.2L8 16",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v6M12 7.5v.01",
  mail: "M3 6h18v13H3zM3.5 6.5 12 13l8.5-6.5",
  next: "M5 12h14m-6-6 6 6-6 6",
  offline:
    "M3 3l18 18M5 12.5a10 10 0 0 1 4.5-2.6M14.5 9.9a10 10 0 0 1 4.5 2.6M8.5 16a5 5 0 0 1 7 0M12 19.5v.01",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c1-5 4-7 8-7s7 2 8 7",
  pin: "M9 3h6l-1 6 4 4H6l4-4zM12 13v8",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5",
  sending: "M12 20V6m-6 6 6-6 6 6",
  star: "M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6-5.3-2.9L6.7 20l1.1-6L3.4 9.8l6-.8z",
  undo: "M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3",
  warn: "M12 4 2.5 20h19zM12 10v5M12 17.5v.01",
} as const;

export type IconName = keyof typeof paths;

export const iconNames = Object.keys(paths) as readonly IconName[];

/** Always beside its word, and so hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
