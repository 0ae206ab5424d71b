import { describe, expect, test } from "vitest";
import { businessModel } from "../../../shared/metrics/business-model.ts";
import { mutations } from "../../../shared/metrics/candidate.ts";
import { candidateTests } from "../../../shared/metrics/candidate-tests.ts";
import { fewestInputs, mostInputs } from "../../../shared/metrics/completeness.ts";
import { fitAdvice, fitQuestions } from "../../../shared/metrics/fit.ts";
import { lintNorthStar } from "../../../shared/metrics/north-star-lint.ts";
import { starExamples } from "../../../shared/metrics/star-examples.ts";
import { starModels } from "../../../shared/metrics/star-models.ts";
import { choiceNotes, judged, shortlistAdvice } from "../../../shared/metrics/star-shortlist.ts";
import {
  correlationPrompt,
  gamingPrompt,
  testWords,
  valueQuestions,
} from "../../../shared/metrics/star-tests.ts";
import { workedTrees } from "../../../shared/metrics/star-trees.ts";
import { workshop } from "../../../shared/people/workspace.ts";

const models = businessModel.options;
const sentence = /^[A-Z“][^!]*[.?]$/;

describe("the example library", () => {
  test("has about sixteen entries, each complete and fit to be taken as a candidate", () => {
    expect(starExamples.length).toBeGreaterThanOrEqual(16);
    for (const one of starExamples) {
      for (const words of [one.definition, one.why, one.disputed ?? "So."]) expect(words).toMatch(sentence);
      expect(one.why.split(" ").length, one.metric).toBeGreaterThan(6);
      expect(one.source.length, one.metric).toBeGreaterThan(10);
      const { metric: name, definition, businessModel, cadence, reach } = one;
      const args = {
        id: "018f3f6e-0000-7000-8000-000000000000",
        name,
        definition,
        businessModel,
        cadence,
        reach,
      };
      expect(mutations.propose.args.safeParse(args).success, one.metric).toBe(true);
    }
  });

  test("shows every business model several times, with depth and breadth", () => {
    for (const model of models)
      expect(starExamples.filter((one) => one.businessModel === model).length, model).toBeGreaterThanOrEqual(
        4,
      );
    expect(new Set(starExamples.map((one) => one.reach))).toEqual(new Set(["depth", "breadth"]));
  });

  test("names no company and metric twice, and disputes what the sources dispute", () => {
    const names = starExamples.map(({ company, metric }) => `${company}: ${metric}`);
    expect(new Set(names).size).toBe(names.length);
    for (const company of ["Slack", "Netflix", "Facebook"])
      for (const one of starExamples.filter((example) => example.company === company))
        expect(one.disputed, one.metric).toBeDefined();
    expect(
      starExamples
        .filter((one) => one.company === "Slack")
        .map((one) => one.reach)
        .sort(),
    ).toEqual(["breadth", "depth"]);
    expect(starExamples.find((one) => one.company === "Spotify")?.disputed).toBeUndefined();
  });
});

describe("the worked trees", () => {
  test("each hang three to five inputs below a North Star that lint lets stand", () => {
    for (const { star, lesson, inputs, source } of workedTrees) {
      expect(lintNorthStar({ name: star }), star).toEqual([]);
      expect(inputs.length, star).toBeGreaterThanOrEqual(fewestInputs);
      expect(inputs.length, star).toBeLessThanOrEqual(mostInputs);
      expect(new Set(inputs.map((one) => one.metric)).size).toBe(inputs.length);
      for (const words of [lesson, ...inputs.map((one) => one.why)]) expect(words).toMatch(sentence);
      expect(source.length).toBeGreaterThan(10);
    }
  });

  test("show squads with one metric of their own each below the same North Star", () => {
    const paired = workedTrees.find(({ inputs }) => inputs.some((one) => one.omtm !== undefined));
    const squads = paired?.inputs.map((one) => one.omtm);
    expect(new Set(squads).size).toBe(paired?.inputs.length);
    expect(squads).not.toContain(undefined);
  });
});

describe("the questions", () => {
  test("explain each of the four business models, each test and each field of the workshop", () => {
    expect(starModels.map((one) => one.value).sort()).toEqual([...models].sort());
    for (const { means, count, beware } of starModels)
      for (const words of [means, count, beware]) expect(words).toMatch(sentence);
    expect(Object.keys(testWords).sort()).toEqual([...candidateTests].sort());
    for (const { question, evidence } of Object.values(testWords)) {
      expect(question).toMatch(/\?$/);
      expect(evidence).toMatch(sentence);
    }
    for (const { question } of [gamingPrompt, correlationPrompt]) expect(question).toMatch(/\?$/);
    const kept = Object.keys(workshop.shape);
    for (const { key, label, hint } of valueQuestions) {
      expect(kept).toContain(key);
      expect([label, hint].join(" ")).toMatch(/\?/);
    }
  });
});

describe("the fit check", () => {
  const all = (answer: "yes" | "partly" | "no") =>
    Object.fromEntries(fitQuestions.map((one) => [one.key, answer]));

  test("asks before it advises", () => {
    expect(fitAdvice()).toMatchObject({ standing: "open", answered: 0, notes: [] });
    expect(fitAdvice({ productLed: "yes" }).words).toBe("So far: A North Star fits you well.");
  });

  test("says yes to a product-led company with one model and data, and no to the opposite", () => {
    expect(fitAdvice(all("yes"))).toEqual({
      ...{ standing: "fits", answered: 5, words: "A North Star fits you well.", notes: [] },
    });
    const poor = fitAdvice(all("no"));
    expect(poor.standing).toBe("poor");
    expect(poor.notes.map((one) => one.key)).toEqual(fitQuestions.map((one) => one.key));
    expect(poor.words).toContain("You can go on");
  });

  test("one clear no, or several halves, ask for care and name it", () => {
    const sales = fitAdvice({ ...all("yes"), productLed: "no" });
    expect([sales.standing, sales.notes.map((one) => one.key)]).toEqual(["mixed", ["productLed"]]);
    expect(fitAdvice({ ...all("yes"), dataVisible: "partly" }).standing).toBe("fits");
    expect(fitAdvice({ ...all("yes"), dataVisible: "partly", oneModel: "partly" }).standing).toBe("mixed");
    expect(fitAdvice({ ...all("yes"), growthStage: "no", oneModel: "no" }).standing).toBe("poor");
  });
});

describe("the shortlist", () => {
  const bare = { name: "Streams", definition: "Counted.", answers: {}, state: "open" } as const;
  const yes = { verdict: "yes", evidence: "Seen in June." } as const;
  const full = {
    ...bare,
    answers: Object.fromEntries(candidateTests.map((test) => [test, yes])),
    ...{ gaming: "Skips.", correlation: "0.7 over two years." },
    sceptic: { verdict: "yes", why: "I would.", by: "Nadia", at: "2026-03-02T08:00:00.000Z" },
  } as const;

  test("is two or three; fewer is no choice and more are many", () => {
    expect([0, 1, 2, 3, 4].map((open) => shortlistAdvice(open) === undefined)).toEqual([
      ...[false, false, true, true, false],
    ]);
    expect(shortlistAdvice(5)).toContain("5 candidates are many");
  });

  test("counts verdicts, and tells what is open, failed or said without evidence", () => {
    const answers = {
      leading: yes,
      sticky: { verdict: "no", evidence: "" },
      actionable: { verdict: "partly", evidence: "Two squads." },
    } as const;
    const { open, ...rest } = judged({ answers });
    expect(rest).toEqual({ yes: 1, partly: 1, no: 1, failed: ["sticky"], bare: ["sticky"] });
    expect(open).toHaveLength(7);
  });

  test("a candidate that was judged in full has nothing left to say before it is chosen", () => {
    expect(choiceNotes(full)).toEqual([]);
    expect(choiceNotes(bare)).toEqual([
      "None of the ten tests has been judged.",
      "Nobody has tried to game it on paper.",
      "Nothing is written about how it goes along with long-term success.",
      "No sceptic from outside has answered.",
    ]);
    expect(choiceNotes({ ...full, sceptic: { ...full.sceptic, verdict: "no" } })).toEqual([
      "The sceptic says that a customer would not care. Simplify it.",
    ]);
    expect(
      choiceNotes({ ...full, answers: { ...full.answers, sticky: { verdict: "no", evidence: "" } } }),
    ).toEqual(["It fails: Sticky.", "A verdict without evidence: Sticky."]);
  });
});
