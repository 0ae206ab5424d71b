import { escaped } from "../../shared/channels/mail.ts";

/** The pages behind an e-mail's link: plain HTML that needs no script, in the look of the API's page. */
export const pages = {
  asking: (group: string) =>
    page(
      "No more of these e-mails?",
      `<p>You will get no more e-mails about ${escaped(group)}. Everything else stays as it is.</p>
<form method="post"><button type="submit">No more e-mails about ${escaped(group)}</button></form>`,
    ),
  done: (group: string) =>
    page(
      "That was the last one",
      `<p>You get no more e-mails about ${escaped(group)}. You can have them again under You, E-mail.</p>
<p><a href="/me/email">Open the settings</a></p>`,
    ),
  unknown: () =>
    page(
      "This link is not whole",
      `<p>Open the link of the e-mail once more, all of it. Or choose what you get under You, E-mail.</p>
<p><a href="/me/email">Open the settings</a></p>`,
    ),
};

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Northing</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/api/docs/look.css">
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}
