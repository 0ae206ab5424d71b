import { expect, test } from "vitest";
import { chunkText, firstLoad, forbidden, initialJavaScript, worker } from "../bench/initial-js.ts";
import { skipBrowsers } from "../support/browsers.ts";

const kilobytes = (chunks: { gzip: number }[]) => chunks.reduce((sum, one) => sum + one.gzip, 0) / 1000;
const listed = (chunks: { file: string; gzip: number }[]) =>
  chunks.map((one) => `${one.file} ${(one.gzip / 1000).toFixed(1)} kB`).join("\n");

test.skipIf(skipBrowsers)("all that Today needs offline is at most 127 kB of JavaScript", () => {
  const chunks = initialJavaScript();
  expect(kilobytes(chunks), listed(chunks)).toBeLessThanOrEqual(127);
});

test.skipIf(skipBrowsers)("what a first visit waits for, fonts included, is at most 250 kB", () => {
  const chunks = firstLoad();
  expect(kilobytes(chunks), listed(chunks)).toBeLessThanOrEqual(250);
});

test.skipIf(skipBrowsers)("the worker, which comes after the first screen, is at most 50 kB", () => {
  expect(kilobytes([worker()])).toBeLessThanOrEqual(50);
});

test.skipIf(skipBrowsers).each(forbidden)("%s is not in it", (_name, mark) => {
  const holding = initialJavaScript().filter(({ file }) => mark.test(chunkText(file)));
  expect(holding.map((one) => one.file)).toEqual([]);
});
