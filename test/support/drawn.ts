import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** A chart as the text of its picture: a change of a drawing is seen as a change of its committed file. */
export function drawn(chart: ReactNode): string {
  const markup = renderToStaticMarkup(chart);
  return picture(markup.slice(markup.indexOf("<svg"), markup.lastIndexOf("</svg>") + 6));
}

/** Every picture of a chart that draws several, one below the other. */
export function drawnAll(chart: ReactNode): string {
  const markup = renderToStaticMarkup(chart);
  const found = markup.match(/<svg(?:(?!<svg).)*<svg.*?<\/svg>.*?<\/svg>/gs) ?? [];
  return found.map(picture).join("\n\n");
}

function picture(markup: string): string {
  return markup
    .replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace(/class="[^"]*?_?(\w+?)_[^"\s]*"/g, 'class="$1"')
    .replace(/></g, ">\n<");
}
