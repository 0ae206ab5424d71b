import { expect, test } from "vitest";
import { dropToken, takeToken, tokenIn } from "../../../web/ui/link-token.ts";

const token = "k3Jx0_vQmT-9aZ8bYcWd2e";

/** The two objects of a window that an address lives in. */
function pageAt(address: string) {
  const place = { location: new URL(address), history: { state: null as unknown, replaceState } };
  function replaceState(state: unknown, _title: string, path: string) {
    place.history.state = state;
    place.location = new URL(path, place.location);
  }
  return place as unknown as Pick<Window, "location" | "history">;
}

test("a whole link, its fragment and the bare token are all the same invitation", () => {
  for (const text of [`https://north.example/join#${token}`, `#${token}`, token, `  ${token}\n`])
    expect(tokenIn(text)).toBe(token);
});

test("what is no link is told at once, without asking the server", () => {
  for (const text of ["", "hello", "https://north.example/join", "#", "https://north.example/join#short"])
    expect(tokenIn(text)).toBeUndefined();
});

test("the token leaves the address bar and survives a reload", () => {
  const page = pageAt(`https://north.example/join#${token}`);
  expect(takeToken(page)).toBe(token);
  expect(page.location.href).toBe("https://north.example/join");
  expect(takeToken(page)).toBe(token);
});

test("a second link opened on the same page replaces the first", () => {
  const page = pageAt(`https://north.example/join#${token}`);
  takeToken(page);
  page.location.hash = `#${token}B`;
  expect(takeToken(page)).toBe(`${token}B`);
});

test("a redeemed token is forgotten", () => {
  const page = pageAt(`https://north.example/join#${token}`);
  takeToken(page);
  dropToken(page);
  expect(takeToken(page)).toBeUndefined();
});

test("an anchor on the page is no link and does not forget the one that waits", () => {
  const page = pageAt(`https://north.example/join#${token}`);
  takeToken(page);
  page.location.hash = "#main";
  expect(takeToken(page)).toBe(token);
  expect(takeToken(page)).toBe(token);
});
