import { navigate } from "wouter/use-browser-location";
import { session } from "../store/signed-in.ts";

const wide = "(min-width: 1024px)";

/** Where there is room for a keyboard, "/" opens the search, unless it is being typed or something waits for an answer. */
export function listenForSlash(): void {
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (session().state !== "signed-in" || !matchMedia(wide).matches) return;
    const at = event.target instanceof Element ? event.target : document.body;
    if (
      at.closest("input, textarea, select, [contenteditable], dialog") ||
      document.querySelector("dialog[open]")
    )
      return;
    // A bare page is one thing at a time.
    if (document.querySelector("main#main") === null) return;
    event.preventDefault();
    const field = document.querySelector<HTMLElement>("search input[type=search]");
    if (field) field.focus();
    else navigate("/search");
  });
}
