import styles from "./Splash.module.css";

/** Before the first rows are read; usually gone before it is seen, so it fades in late. */
export function Splash() {
  return (
    <div className={styles.splash} role="status" aria-label="Opening">
      <svg className={styles.star} viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 2.2l2.1 7.7 7.7 2.1-7.7 2.1L12 21.8l-2.1-7.7L2.2 12l7.7-2.1z" />
      </svg>
    </div>
  );
}
