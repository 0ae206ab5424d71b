import type { Reporter, TestModule } from "vitest/node";

/** Closes a run with one plain line that any log reader understands. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules)
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
    const broken = modules.filter(
      (module) => module.state() === "failed" && module.errors().length > 0,
    ).length;
    console.log(
      `${counts.passed} passed, ${counts.failed + broken + unhandled.length} failed, ${counts.skipped + counts.pending} skipped`,
    );
  }
}
