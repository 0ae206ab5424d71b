import { Link, useLocation } from "wouter";
import { useOwedCount } from "../store/owed.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { classes } from "../ui/classes.ts";
import { plural } from "../ui/day.ts";
import { Icon } from "../ui/Icon.tsx";
import { useAppBadge } from "./badge.ts";
import styles from "./Tabs.module.css";

const tabs = [
  { href: "/", word: "Today", icon: "today", under: /^\/$/ },
  { href: "/check-in", word: "Check in", icon: "check-in", under: /^\/(check-in|key-results)/ },
  { href: "/star", word: "Star", icon: "star", under: /^\/(star|metrics)/ },
  { href: "/cycle", word: "Cycle", icon: "cycle", under: /^\/(cycle|bets)/ },
] as const;

/** The four tabs; the count of check-ins to do stands on one of them and on the app's icon. */
export function Tabs({ name, alone }: { name: string; alone: boolean }) {
  const [path] = useLocation();
  const count = useOwedCount();
  useAppBadge(count);
  return (
    <nav className={classes(styles.tabs, alone && styles.alone)} aria-label="Northing">
      <p className={styles.wordmark}>Northing</p>
      <ul className={styles.list}>
        {tabs.map(({ href, word, icon, under }) => {
          const here = under.test(path);
          const owed = href === "/check-in" && count > 0;
          return (
            <li key={href}>
              <Link
                href={href}
                className={classes(styles.tab, here && styles.here)}
                aria-current={here ? "page" : undefined}
              >
                <Icon name={icon} />
                <span>{word}</span>
                {owed ? (
                  <>
                    <span className={styles.badge} aria-hidden="true">
                      {count > 99 ? "99+" : count}
                    </span>
                    <span className="visually-hidden">, {plural(count, "check-in")} to do</span>
                  </>
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
      <Link href="/me" className={classes(styles.tab, styles.person, path.startsWith("/me") && styles.here)}>
        <Avatar name={name} />
        <span>{name}</span>
      </Link>
    </nav>
  );
}
