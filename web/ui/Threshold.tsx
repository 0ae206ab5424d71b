import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import { Page } from "./Page.tsx";
import styles from "./Threshold.module.css";

/** A page for somebody who is not in yet: the name of the product above what it asks. */
export function Threshold({
  title,
  detail,
  children,
}: {
  title: string;
  detail?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className={styles.threshold}>
      <p className={styles.brand}>
        <span className={styles.star}>
          <Icon name="star" />
        </span>
        Northing
      </p>
      <Page title={title} detail={detail}>
        {children}
      </Page>
    </main>
  );
}
