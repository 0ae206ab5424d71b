import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Unit } from "../../../shared/metrics/metric.ts";
import { Avatar } from "../../../web/ui/Avatar.tsx";
import { Bar } from "../../../web/ui/Bar.tsx";
import { Button } from "../../../web/ui/Button.tsx";
import { ConfidenceSlider } from "../../../web/ui/ConfidenceSlider.tsx";
import { Field } from "../../../web/ui/Field.tsx";
import { StatusMark } from "../../../web/ui/StatusMark.tsx";
import { Stepper } from "../../../web/ui/Stepper.tsx";
import { TextArea } from "../../../web/ui/TextArea.tsx";

const share: Unit = { label: "", scale: "ratio", decimals: 1 };
const nothing = () => {};

test("a status is a shape and a word, never colour alone", () => {
  for (const status of ["done", "no-data", "stale", "too-early", "on-pace", "behind", "off-pace"] as const) {
    const markup = renderToStaticMarkup(<StatusMark status={status} />);
    expect(markup).toContain("<path");
    expect(markup).toMatch(/[a-z]{4}<\/span>$/);
  }
  const shapes = ["on-pace", "behind", "off-pace", "stale"] as const;
  const drawn = shapes.map((one) => renderToStaticMarkup(<StatusMark status={one}>same</StatusMark>));
  expect(new Set(drawn.map((one) => /d="([^"]+)"/.exec(one)![1])).size).toBe(shapes.length);
});

test("confidence is read out with its word, and nothing is claimed before it is said", () => {
  const slider = (value: number | undefined) =>
    renderToStaticMarkup(<ConfidenceSlider label="Will it reach 26%?" value={value} onChange={nothing} />);
  expect(slider(3)).toContain('aria-valuetext="3 of 10, unlikely"');
  expect(slider(4)).toContain('aria-valuetext="4 of 10, unsure"');
  expect(slider(7)).toContain('aria-valuetext="7 of 10, likely"');
  expect(slider(undefined)).toContain('aria-valuetext="not said yet"');
});

test("a bar carries its tick, and never leaves its box", () => {
  const markup = renderToStaticMarkup(<Bar progress={1.28} expected={0.5} label="beyond the target" />);
  expect(markup).toContain('width="100%"');
  expect(markup).toContain('x1="50%"');
  expect(markup).not.toContain("style=");
  expect(renderToStaticMarkup(<Bar progress={-0.2} />)).not.toContain("fill");
});

test("the stepper says how far one tap goes and opens a numeric keypad", () => {
  const markup = renderToStaticMarkup(
    <Stepper
      label="Where it is now"
      value={0.206}
      onChange={nothing}
      unit={share}
      span={0.08}
      locale="en-GB"
    />,
  );
  expect(markup).toContain('aria-label="0.1% less"');
  expect(markup).toContain('inputMode="decimal"');
  expect(markup).toContain('value="20.6"');
});

test("a field ties its label, hint and error to the control inside", () => {
  const markup = renderToStaticMarkup(
    <Field label="Note" hint="In a line" error="2 characters too many.">
      <TextArea value="" onChange={nothing} />
    </Field>,
  );
  const id = /<label[^>]* for="([^"]+)"/.exec(markup)![1]!;
  expect(markup).toContain(
    `<textarea rows="2" id="${id}" aria-describedby="${id}-hint ${id}-error" aria-invalid="true"`,
  );
  expect(markup).toContain(`id="${id}-error" role="alert"`);
});

test("a note that is too long is marked and kept whole", () => {
  const long = "x".repeat(502);
  const markup = renderToStaticMarkup(<TextArea value={long} max={500} onChange={nothing} />);
  expect(markup).toContain("2 characters too many");
  expect(markup).toContain(long);
  expect(markup).not.toContain("maxLength");
});

test("a busy button swallows taps without losing the keyboard focus", () => {
  const markup = renderToStaticMarkup(
    <Button kind="owed" busy type="submit">
      Save
    </Button>,
  );
  expect(markup).toContain('type="button"');
  expect(markup).toContain('aria-busy="true"');
  expect(markup).not.toContain("disabled");
});

test("initials are whole letters of first and last name", () => {
  const initials = (name: string) => renderToStaticMarkup(<Avatar name={name} />).replace(/<[^>]+>/g, "");
  expect([
    initials("Ada Okafor"),
    initials("ben"),
    initials("Ana de la Cruz"),
    initials("𝒜da Ö"),
    initials(""),
  ]).toEqual(["AO", "B", "AC", "𝒜Ö", ""]);
});
