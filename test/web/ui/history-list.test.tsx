import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { HistoryList } from "../../../web/ui/HistoryList.tsx";

const now = Date.parse("2026-03-02T09:00:00Z");
const at = "2026-03-02T08:00:00Z";

test("a change is told with who made it, when, and both sides of each field", () => {
  const changes = [
    { label: "Title", before: "Old", after: "New" },
    { label: "Why", after: "Because" },
    { label: "Note", before: "Gone" },
  ];
  const html = renderToStaticMarkup(
    <HistoryList entries={[{ key: 2, at, who: "Ada", deed: "changed it", changes }]} now={now} />,
  );
  expect(html).toContain("Ada changed it");
  expect(html).toContain(`dateTime="${at}"`);
  expect(html).toContain("1 h ago");
  expect(html).toMatch(/Title<\/dt><dd><del>Old<\/del> <ins>New<\/ins>/);
  expect(html).toMatch(/Why<\/dt><dd> <ins>Because<\/ins>/);
  expect(html).toMatch(/Note<\/dt><dd><del>Gone<\/del> <span>emptied<\/span>/);
  expect(html).not.toContain("Show older ones");
});

test("older ones are offered where there are any", () => {
  expect(renderToStaticMarkup(<HistoryList entries={[]} now={now} onMore={() => {}} />)).toContain(
    "Show older ones",
  );
});
