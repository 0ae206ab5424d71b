import { useState } from "react";
import { useLocation } from "wouter";
import { useFocus } from "../../store/focus.ts";
import { useReport } from "../../store/reports.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useFit } from "../../ui/fit.ts";
import { usePageKeys } from "../../ui/page-keys.ts";
import { useRotation } from "../../ui/rotation.ts";
import { useWakeLock } from "../../ui/wake-lock.ts";
import styles from "./Tv.module.css";
import { TvFocus } from "./TvFocus.tsx";
import { TvInputs } from "./TvInputs.tsx";
import { TvObjectives } from "./TvObjectives.tsx";
import { TvStar } from "./TvStar.tsx";
import { type Slide, slidesOf } from "./tv-slides.ts";

const every = 20_000;
const leave = "/rhythm/report";
const names: Record<Slide, string> = {
  star: "North Star",
  inputs: "What moves it",
  objectives: "Objectives",
  focus: "Focus today",
};

/**
 * The report for a wall: one thing at a time in large type, turning by itself every twenty seconds. Hold or Space stops
 * it, arrows turn it, Escape or Leave ends it.
 */
export function Tv() {
  const view = useReport();
  const focus = useFocus();
  const [paused, setPaused] = useState(false);
  const [, go] = useLocation();
  const page = useFit();
  useWakeLock();
  const report = view?.told?.report;
  const slides = report === undefined ? [] : slidesOf(report, focus ?? undefined);
  const [at, turn] = useRotation(slides.length, every, paused);
  const hold = () => setPaused((before) => !before);
  usePageKeys({
    Escape: () => go(leave),
    ArrowRight: () => turn(at + 1),
    ArrowLeft: () => turn(at - 1),
    " ": hold,
  });
  const text = view?.told?.text;
  const slide = slides[at];
  if (view === undefined) return null;
  return (
    <main ref={page} className={styles.wall}>
      <header className={styles.head}>
        <p className={styles.company} dir="auto">
          {text?.title ?? "Northing"}
        </p>
        <p className={styles.week}>{text?.detail}</p>
      </header>
      {report === undefined || text === undefined || slide === undefined ? (
        <div className={styles.slide}>
          <EmptyState
            title="Nothing to show yet"
            body="The North Star, its inputs, the objectives and the day’s focus turn here once a cycle runs."
          />
        </div>
      ) : (
        <section key={slide} className={styles.slide} aria-label={names[slide]}>
          <h1 className={styles.what}>{names[slide]}</h1>
          {slide === "star" ? <TvStar report={report} text={text} /> : null}
          {slide === "inputs" ? <TvInputs report={report} /> : null}
          {slide === "objectives" ? <TvObjectives report={report} text={text} /> : null}
          {slide === "focus" && focus ? <TvFocus view={focus} /> : null}
        </section>
      )}
      <nav className={styles.foot} aria-label="The wall">
        <span className={styles.ways}>
          {slides.map((one, index) => (
            <button
              key={one}
              type="button"
              className={styles.dot}
              aria-current={index === at ? "true" : undefined}
              onClick={() => turn(index)}
            >
              {names[one]}
            </button>
          ))}
        </span>
        <span className={styles.ways}>
          {slides.length > 1 ? (
            <Button kind="quiet" onClick={hold}>
              {paused ? "Turn on" : "Hold"}
            </Button>
          ) : null}
          <Button kind="quiet" href={leave}>
            Leave
          </Button>
        </span>
      </nav>
    </main>
  );
}
