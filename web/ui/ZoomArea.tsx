import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import styles from "./ZoomArea.module.css";
import { createZoom, type Zoom } from "./zoom.ts";

/**
 * A drawing that scrolls, and zooms by buttons, keys (+, −, 0), ctrl and the wheel, or two fingers; a mouse drags it.
 * `width` and `height` are its size at 100 %, `from` the height it begins at, in pixels; `label` says what it is.
 */
export function ZoomArea({
  width,
  height,
  from,
  label,
  actions,
  children,
}: {
  width: number;
  height: number;
  from: number;
  label: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const area = useRef<HTMLDivElement>(null);
  const zoom = useRef<Zoom>(undefined);
  const [percent, setPercent] = useState<number>();
  useEffect(() => {
    const made = createZoom(area.current!, { width, height, from }, (scale) =>
      setPercent(Math.round(scale * 100)),
    );
    zoom.current = made;
    return made.stop;
  }, [width, height, from]);
  const by = (factor: number) => zoom.current?.by(factor);
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") by(1.25);
    else if (event.key === "-") by(0.8);
    else if (event.key === "0") zoom.current?.fit();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.frame}>
      <div className={styles.tools}>
        <Button onClick={() => by(0.8)} aria-label="Zoom out">
          <Icon name="minus" />
        </Button>
        <output className={styles.percent} aria-label="Zoom">
          {percent === undefined ? "" : `${percent}%`}
        </output>
        <Button onClick={() => by(1.25)} aria-label="Zoom in">
          <Icon name="plus" />
        </Button>
        <Button onClick={() => zoom.current?.fit()}>Fit</Button>
        {actions}
      </div>
      <section
        className={styles.area}
        ref={area}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
        aria-label={label}
        onKeyDown={onKey}
        onPointerDown={drag}
      >
        {children}
      </section>
    </div>
  );
}

const slip = 4;

/** Pulls the drawing along with the mouse; a press that does not move is a click. */
function drag(event: PointerEvent<HTMLElement>): void {
  if (event.pointerType !== "mouse" || event.button !== 0) return;
  const area = event.currentTarget;
  const [x, y, left, top] = [event.clientX, event.clientY, area.scrollLeft, area.scrollTop];
  let moved = false;
  const move = (now: globalThis.PointerEvent) => {
    if (!moved && Math.hypot(now.clientX - x, now.clientY - y) < slip) return;
    moved = true;
    area.scrollTo({ left: left - (now.clientX - x), top: top - (now.clientY - y), behavior: "instant" });
  };
  const end = () => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", end);
    removeEventListener("pointercancel", end);
    if (moved) addEventListener("click", swallow, { capture: true, once: true });
    // Where no click follows, the next one is not to be lost.
    requestAnimationFrame(() => removeEventListener("click", swallow, { capture: true }));
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
