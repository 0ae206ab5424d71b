/** Apps that open links in a browser of their own, by what they add to its description. */
const inApp = /Slack|Teams\/|Telegram|FBA[NV]|Instagram|LinkedInApp|GSA\/|WhatsApp|Snapchat|Line\/|; wv\)/;

/** What a browser that is not the installed app allows, by its own description. */
export function installOf(userAgent: string, touchPoints: number): "elsewhere" | "by-hand" | "none" {
  const phone = /iPhone|iPad|iPod/.test(userAgent);
  // Every browser of an iPhone names Safari; a view within another app does not.
  if (inApp.test(userAgent) || (phone && !/Safari\//.test(userAgent))) return "elsewhere";
  return phone || (/Macintosh/.test(userAgent) && touchPoints > 1) ? "by-hand" : "none";
}
