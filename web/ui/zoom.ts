/** How a drawing inside a scrolling area is zoomed. */
export interface Zoom {
  by(factor: number): void;
  fit(): void;
  stop(): void;
}

const most = 2.5;
/** It opens no smaller than can be read. */
const readable = 0.65;

/**
 * Keeps the SVG in `area` at a scale, about the point it is zoomed at. `told` hears the scale. The first one shows all of
 * it, or where all of it would be too small to read its left edge with the height `from` in the middle.
 */
export function createZoom(
  area: HTMLElement,
  natural: { width: number; height: number; from: number },
  told: (scale: number) => void,
): Zoom {
  let scale = 1;
  const whole = () => Math.min(1, area.clientWidth / natural.width, area.clientHeight / natural.height);
  const drawing = () => area.querySelector(":scope > svg");
  const set = (wanted: number, at = { x: area.clientWidth / 2, y: area.clientHeight / 2 }) => {
    const next = Math.min(most, Math.max(Math.min(whole(), readable) / 2, wanted));
    const [x, y] = [(area.scrollLeft + at.x) / scale, (area.scrollTop + at.y) / scale];
    drawing()?.setAttribute("width", String(natural.width * next));
    drawing()?.setAttribute("height", String(natural.height * next));
    scale = next;
    area.scrollTo({ left: x * next - at.x, top: y * next - at.y, behavior: "instant" });
    told(next);
  };
  const within = (x: number, y: number) => {
    const box = area.getBoundingClientRect();
    return { x: x - box.left, y: y - box.top };
  };
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    set(scale * Math.exp(-event.deltaY / 300), within(event.clientX, event.clientY));
  };
  let fingers: { apart: number; scale: number } | undefined;
  const touch = (event: TouchEvent) => {
    const [one, other] = event.touches;
    if (!one || !other) {
      fingers = undefined;
      return;
    }
    event.preventDefault();
    const apart = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    fingers ??= { apart, scale };
    const at = within((one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2);
    set((fingers.scale * apart) / fingers.apart, at);
  };
  const active = { passive: false };
  area.addEventListener("wheel", wheel, active);
  for (const name of ["touchstart", "touchmove", "touchend", "touchcancel"] as const)
    area.addEventListener(name, touch, active);
  // Hidden at first, it has no size to fit in yet.
  const sized = new ResizeObserver(() => {
    if (area.clientWidth === 0) return;
    sized.disconnect();
    const across = Math.min(1, area.clientWidth / natural.width);
    set(whole() < readable ? Math.max(readable, across) : whole(), { x: 0, y: 0 });
    area.scrollTo({ top: natural.from * scale - area.clientHeight / 2, left: 0, behavior: "instant" });
  });
  sized.observe(area);
  return {
    by: (factor) => set(scale * factor),
    fit: () => set(whole()),
    stop() {
      sized.disconnect();
      area.removeEventListener("wheel", wheel);
      for (const name of ["touchstart", "touchmove", "touchend", "touchcancel"] as const)
        area.removeEventListener(name, touch);
    },
  };
}
