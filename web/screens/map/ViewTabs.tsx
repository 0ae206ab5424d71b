import { Link } from "wouter";
import { useWide } from "../../ui/wide.ts";
import { isPlain } from "./plain-tap.ts";
import type { View } from "./use-view.ts";
import styles from "./ViewTabs.module.css";

type Shown = View | "outline";

/** The same company seen another way. The outline is the map on a phone. */
export function ViewTabs({ here, onGo }: { here: Shown; onGo: (href: string) => void }) {
  const wide = useWide();
  const views: { view: Shown; href: string; word: string }[] = [
    { view: "map", href: "/star/map", word: "Map" },
    ...(wide ? [{ view: "outline" as const, href: "/star/map?as=outline", word: "Outline" }] : []),
    { view: "audit", href: "/star/audit", word: "Audit" },
    { view: "lines", href: "/star/line", word: "Lines" },
  ];
  const current = wide || here !== "outline" ? here : "map";
  return (
    <nav className={styles.views} aria-label="Ways to see it">
      {views.map(({ view, href, word }) => (
        <Link
          key={view}
          href={href}
          className={styles.tab}
          aria-current={view === current ? "page" : undefined}
          replace
          onClick={(event) => {
            if (view === "outline" || !isPlain(event)) return;
            event.preventDefault();
            onGo(href);
          }}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
