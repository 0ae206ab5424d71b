import { expect, test } from "vitest";
import { fieldErrors } from "../../../web/ui/field-errors.ts";
import { guardWords } from "../../../web/ui/guard-words.ts";

const unit = { label: "", scale: "ratio", decimals: 0 } as const;
const cadence = "weekly" as const;

test("a breach names its limit and for how long it lasts", () => {
  const skips = { unit, cadence, ceiling: 0.24 };
  expect(guardWords(skips, [0.2, 0.25, 0.26, 0.26])).toBe("26% against a ceiling of 24%, three weeks");
  expect(guardWords(skips, [0.2, 0.25])).toBe("25% against a ceiling of 24%, one week");
  expect(guardWords({ ...skips, cadence: "daily" }, [0.25, 0.25])).toBe(
    "25% against a ceiling of 24%, two days",
  );
  const floor = { unit, cadence: "monthly" as const, floor: 0.5 };
  expect(
    guardWords(
      floor,
      Array.from({ length: 12 }, () => 0.4),
    ),
  ).toBe("40% against a floor of 50%, 12 months");
});

test("what is kept says against what", () => {
  expect(guardWords({ unit, cadence, ceiling: 0.24 }, [0.24])).toBe("24%, kept below a ceiling of 24%");
  expect(guardWords({ unit, cadence, floor: 0.1 }, [0.2])).toBe("20%, kept above a floor of 10%");
  expect(guardWords({ unit, cadence, floor: 0.1, ceiling: 0.3 }, [0.2])).toBe(
    "20%, kept between 10% and 30%",
  );
});

test("a refusal stands at the field it names, also deep inside a row", () => {
  expect(fieldErrors({ title: "Say it." }, undefined)).toEqual({ title: "Say it." });
  const errors = fieldErrors({}, { code: "gate_because", field: "moves.because" });
  expect(errors["moves.because"]).toBe(errors.because);
  expect(errors.because).toMatch(/three words/);
});
