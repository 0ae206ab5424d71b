/** What another app hands over when somebody shares into Northing; each part may be missing. */
export interface SharedText {
  title?: string | undefined;
  text?: string | undefined;
  url?: string | undefined;
}

const longestTitle = 200;
const longestSource = 2000;
const link = /https?:\/\/\S+/;

/**
 * A bet's title and source out of what was shared. Some apps give a link as their text, some the title twice: the title
 * is the first line that says something other than a link, and everything else is kept as the source.
 */
export function betFromShared({ title = "", text = "", url = "" }: SharedText): {
  title: string;
  source: string;
} {
  const lines = [title, ...text.split(/\r?\n/)].map((one) => one.trim()).filter((one) => one !== "");
  const said = lines.map((one) => one.replace(link, "").trim()).find((one) => one !== "") ?? "";
  const address = url.trim() || lines.map((one) => link.exec(one)?.[0]).find((one) => one !== undefined);
  const rest = lines.filter((one) => one !== said && one !== address);
  const source = [...new Set([...rest, ...(address ? [address] : [])])].join("\n");
  return {
    title: said.length > longestTitle ? `${cut(said, longestTitle - 1)}…` : said,
    source: cut(said.length > longestTitle ? [said, source].join("\n") : source, longestSource),
  };
}

/** At most so long, and never within a character. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Surrogate}$/u, "");
}
