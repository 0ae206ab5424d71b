import { useRef } from "react";
import { Button } from "./Button.tsx";

/** A button that opens the device's own dialog to choose files, one or many. */
export function AddFile({
  label,
  busy,
  onChoose,
}: {
  label: string;
  busy: boolean;
  onChoose: (files: File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button busy={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          onChoose([...(event.currentTarget.files ?? [])]);
          // The same file again, removed meanwhile, is a choice too.
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
