import { type ReactNode, useMemo } from "react";
import { Link, useLocation } from "wouter";
import { useLive } from "../store/live.ts";
import { OwedContext, useReadOwed } from "../store/owed.ts";
import { useSession } from "../store/session.ts";
import { Avatar, initials } from "../ui/Avatar.tsx";
import { classes } from "../ui/classes.ts";
import { PageFrameContext } from "../ui/page-frame.ts";
import { Notices } from "./Notices.tsx";
import styles from "./Shell.module.css";
import { SyncStatus } from "./SyncStatus.tsx";
import { Tabs } from "./Tabs.tsx";

/** The frame around every signed-in screen: tabs below on a phone, a rail at the left where there is room. */
export function Shell({ children }: { children: ReactNode }) {
  const session = useSession();
  // The stack is one thing at a time: on a phone its own buttons stand where the tabs are.
  const [path] = useLocation();
  const alone = path === "/check-in";
  const memberId = session.state === "signed-in" ? session.memberId : "";
  const me = useLive((read) => read.get("member", memberId), [memberId]);
  const name = me?.name ?? "";
  const owed = useReadOwed();
  const frame = useMemo(
    () => ({
      avatar: (
        <Link
          href="/me"
          className={styles.me}
          aria-label={name === "" ? "You and settings" : `${initials(name)}, ${name}: you and settings`}
        >
          <Avatar name={name} />
        </Link>
      ),
      notices: <Notices />,
    }),
    [name],
  );
  return (
    <PageFrameContext value={frame}>
      <a className={styles.skip} href="#main" data-skip-link>
        Skip to the content
      </a>
      <OwedContext value={owed}>
        <Tabs name={name} alone={alone} />
        <main id="main" className={classes(styles.main, alone && styles.alone)} tabIndex={-1}>
          {children}
        </main>
      </OwedContext>
      <SyncStatus />
    </PageFrameContext>
  );
}
