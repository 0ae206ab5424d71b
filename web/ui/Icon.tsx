import styles from "./Icon.module.css";

/** One hand-drawn line set: 24 px, 1.7 px stroke, round ends. */
const paths = {
  today:
    "M12 8.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6zM12 3.2v1M12 19.8v1M3.2 12h1M19.8 12h1M5.8 5.8l.7.7M17.5 17.5l.7.7M18.2 5.8l-.7.7M6.5 17.5l-.7.7",
  "check-in":
    "M6.5 4.5h11a2.5 2.5 0 0 1 2.5 2.5v10a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 17V7a2.5 2.5 0 0 1 2.5-2.5zM8.3 12.2l2.6 2.6 4.9-5.4",
  cycle: "M5 19.5h14M7.5 19.5v-7M12 19.5v-13M16.5 19.5v-9.5",
  plus: "M12 5.5v13M5.5 12h13",
  minus: "M5.5 12h13",
  close: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  check: "M5 12.6l4.6 4.6L19 7.4",
  back: "M14.5 5.5L8 12l6.5 6.5",
  forward: "M9.5 5.5L16 12l-6.5 6.5",
  up: "M12 19V5.5M6 11.2l6-5.9 6 5.9",
  arrow: "M4.5 12h14M13 6.5l5.6 5.5-5.6 5.5",
  offline:
    "M4 4.5l16 15M5.2 10.4a10 10 0 0 1 3.6-2.3M12.6 7.1a10 10 0 0 1 6.2 3.3M8.2 13.6a5.6 5.6 0 0 1 4.1-1.6M12 17.6h.01",
  bell: "M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5zM10 20.3a2.1 2.1 0 0 0 4 0",
  device:
    "M8.5 3.5h7A1.5 1.5 0 0 1 17 5v14a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19V5a1.5 1.5 0 0 1 1.5-1.5zM11 17.5h2",
  people:
    "M9 11.2a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19a5.5 5.5 0 0 1 11 0M15.5 5.6a3 3 0 0 1 0 5.2M17 14.2a5.5 5.5 0 0 1 3.5 4.8",
  sync: "M19.5 11a7.6 7.6 0 0 0-13.6-3.4L4.5 9M4.5 5v4h4M4.5 13a7.6 7.6 0 0 0 13.6 3.4l1.4-1.4M19.5 19v-4h-4",
  undo: "M8.5 6L4.5 10l4 4M4.8 10h9.2a5 5 0 0 1 0 10h-2.5",
  flag: "M6 21V4.5M6 5h11.5l-2.3 3.8 2.3 3.7H6",
  pencil: "M5 19l.8-3.6L15.6 5.6a1.8 1.8 0 0 1 2.6 0l.2.2a1.8 1.8 0 0 1 0 2.6L8.6 18.2zM14 7.4l2.6 2.6",
  link: "M10 14a3.8 3.8 0 0 0 5.6.3l2.7-2.7a3.8 3.8 0 0 0-5.4-5.4l-1.2 1.2M14 10a3.8 3.8 0 0 0-5.6-.3l-2.7 2.7a3.8 3.8 0 0 0 5.4 5.4l1.2-1.2",
  key: "M8.2 12a3.8 3.8 0 1 0 0 .1zM8.4 12H20M16.5 12v3.2M19.3 12v2.2",
  clock: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 7.8V12l2.8 2",
  warning: "M12 4.5l8.3 14.5H3.7zM12 10v4M12 16.6h.01",
  person: "M12 11.5a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2zM5 20a7 7 0 0 1 14 0",
  workspace: "M4.5 20V6.5l7-2.5v16M11.5 9.5l8 2V20M3 20h18M7.8 9.2h.01M7.8 13h.01M15.5 14.5h.01",
  copy: "M9.5 8.5h8A1.5 1.5 0 0 1 19 10v8a1.5 1.5 0 0 1-1.5 1.5h-8A1.5 1.5 0 0 1 8 18v-8a1.5 1.5 0 0 1 1.5-1.5zM5 15V6a1.5 1.5 0 0 1 1.5-1.5H15",
  share: "M12 15V4.2M7.8 8L12 4l4.2 4M6 12v6.5A1.5 1.5 0 0 0 7.5 20h9a1.5 1.5 0 0 0 1.5-1.5V12",
  trash: "M5 7h14M10 7V4.8h4V7M7 7l.8 12.2h8.4L17 7M10.3 10.5v5M13.7 10.5v5",
  more: "M6 12h.01M12 12h.01M18 12h.01",
} as const;

export type IconName = keyof typeof paths | "star";

/** Decorative: the text beside it carries the meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {name === "star" ? (
        <path d="M12 2.2l2.1 7.7 7.7 2.1-7.7 2.1L12 21.8l-2.1-7.7L2.2 12l7.7-2.1z" className={styles.solid} />
      ) : (
        <path d={paths[name]} />
      )}
    </svg>
  );
}
