import { Section } from "../../ui/Section.tsx";
import styles from "./Channels.module.css";

/** How calendars take an address; with one at hand, the way that opens them by themselves. */
export function Subscribing({ url }: { url: string | undefined }) {
  return (
    <Section title="How to subscribe">
      {url === undefined ? null : (
        <a className={styles.open} href={url.replace(/^https?:/, "webcal:")}>
          Open it in this device’s calendar
        </a>
      )}
      {ways.map(({ where, steps }) => (
        <details key={where} className={styles.help}>
          <summary>{where}</summary>
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      ))}
      <p className={styles.soft}>
        Calendars read it again every few hours, so a change may take a while to show.
      </p>
    </Section>
  );
}

const ways = [
  {
    where: "iPhone and Mac",
    steps: [
      "Copy the address.",
      "On an iPhone: Calendar, Calendars, Add Calendar, Add Subscription Calendar. On a Mac: File, New Calendar Subscription.",
      "Paste it and subscribe.",
    ],
  },
  {
    where: "Google Calendar",
    steps: [
      "Copy the address, and open Google Calendar on a computer.",
      "Beside “Other calendars”, press the plus, then “From URL”.",
      "Paste it and add the calendar. It shows on the phone too.",
    ],
  },
  {
    where: "Outlook",
    steps: [
      "Copy the address, and open Outlook’s calendar.",
      "Add calendar, then “Subscribe from web”.",
      "Paste it and import.",
    ],
  },
] as const;
