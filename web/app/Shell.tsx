import { type ReactNode, useMemo } from "react";
import { Link } from "wouter";
import { useLive } from "../store/live.ts";
import { useSession } from "../store/session.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { PageFrameContext } from "../ui/page-frame.ts";
import { Notices } from "./Notices.tsx";
import styles from "./Shell.module.css";
import { SyncStatus } from "./SyncStatus.tsx";
import { Tabs } from "./Tabs.tsx";

/** The frame around every signed-in screen: tabs below on a phone, a rail at the left where there is room. */
export function Shell({ children }: { children: ReactNode }) {
  const session = useSession();
  const memberId = session.state === "signed-in" ? session.memberId : "";
  const me = useLive((read) => read.get("member", memberId), [memberId]);
  const name = me?.name ?? "";
  const frame = useMemo(
    () => ({
      avatar: (
        <Link
          href="/me"
          className={styles.me}
          aria-label={name === "" ? "You and settings" : `${name}: you and settings`}
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
      <Tabs name={name} />
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <SyncStatus />
    </PageFrameContext>
  );
}
