/** What a workspace may begin with; it edits them and makes them its own by confirming. */
export const defaultDecisionRules: readonly string[] = [
  "Of two ways, we take the one that moves the North Star more, and say so when we cannot tell.",
  "A test that moves the North Star wins, even if nothing else moved; one that breaks a guardrail loses, whatever it moved.",
  "Work that cannot plausibly move an input metric goes to the bottom of the list.",
];
