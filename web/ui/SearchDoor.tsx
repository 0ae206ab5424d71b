import { Link } from "wouter";
import { Icon } from "./Icon.tsx";
import styles from "./SearchDoor.module.css";

/** The way to the search, in the heading of a page. */
export function SearchDoor() {
  return (
    <Link href="/search" className={styles.door} aria-label="Search" title="Search ( / )">
      <Icon name="search" />
    </Link>
  );
}
