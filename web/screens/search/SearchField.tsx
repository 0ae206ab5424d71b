import { useId, useState } from "react";
import { Icon } from "../../ui/Icon.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import styles from "./Search.module.css";

/** Where words are typed. It has keyboard focus when the page opens, unless somebody comes back to what was found. */
export function SearchField({
  typed,
  onType,
  onLeave,
  onSubmit,
}: {
  typed: string;
  onType: (typed: string) => void;
  onLeave: () => void;
  onSubmit: (form: HTMLFormElement) => void;
}) {
  const id = useId();
  const [fresh] = useState(typed === "");
  return (
    <form
      className={styles.field}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(event.currentTarget);
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        Words to look for
      </label>
      <span className={styles.glass}>
        <Icon name="search" />
      </span>
      <TextInput
        id={id}
        type="search"
        value={typed}
        placeholder="Search everything anybody wrote"
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        autoFocus={fresh}
        onChange={onType}
        onBlur={onLeave}
      />
    </form>
  );
}
