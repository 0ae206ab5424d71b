import { describe, expect, test } from "vitest";
import { betFromShared } from "../../../shared/bets/shared-text.ts";

describe("what another app shares becomes a bet", () => {
  test("a page: its title, and the link as the source", () => {
    expect(betFromShared({ title: "Shorter intros", url: "https://example.com/a" })).toEqual({
      title: "Shorter intros",
      source: "https://example.com/a",
    });
  });

  test("a page whose link came as the text, as Android sends it", () => {
    expect(betFromShared({ title: "Shorter intros", text: "https://example.com/a" })).toEqual({
      title: "Shorter intros",
      source: "https://example.com/a",
    });
  });

  test("a message with a link in the middle keeps all of it", () => {
    const text = "Try this https://example.com/a please\nIt worked for them";
    expect(betFromShared({ text })).toEqual({
      title: "Try this  please",
      source: `${text}\nhttps://example.com/a`,
    });
  });

  test("the title said twice is said once", () => {
    expect(betFromShared({ title: "Intros", text: "Intros\nhttps://example.com/a" })).toEqual({
      title: "Intros",
      source: "https://example.com/a",
    });
  });

  test("only a link leaves the title to be written", () => {
    expect(betFromShared({ text: "https://example.com/a" })).toEqual({
      title: "",
      source: "https://example.com/a",
    });
    expect(betFromShared({})).toEqual({ title: "", source: "" });
  });

  test("a whole article fits: the title is cut and marked, its words stand in the source", () => {
    const long = "word ".repeat(900).trim();
    const { title, source } = betFromShared({ text: long, url: "https://example.com/a" });
    expect(title).toHaveLength(200);
    expect(title.endsWith("…")).toBe(true);
    expect(source).toHaveLength(2000);
    expect(source.startsWith("word word")).toBe(true);
  });

  test("a text that is too long is not cut within a character", () => {
    const { title, source } = betFromShared({ text: `${"x".repeat(198)}${"🧭".repeat(2000)}` });
    expect(title).toBe(`${"x".repeat(198)}…`);
    expect(source).toBe(`${"x".repeat(198)}${"🧭".repeat(901)}`);
  });
});
