import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";

/** What else belongs to the North Star, each behind a door of its own. */
const doors: readonly { href: string; title: string; detail: string }[] = [
  {
    href: "/star/workshop",
    title: "North Star workshop",
    detail: "Candidates, tests, a sceptic, signatures",
  },
  { href: "/rhythm", title: "The rhythm", detail: "Five beats: whose they are, when the last was held" },
  {
    href: "/rhythm/report",
    title: "Report",
    detail: "A page for whoever asks: print it, send it, put it up",
  },
  { href: "/star/rules", title: "Decision rules", detail: "How we choose when two things pull apart" },
  { href: "/metrics/library", title: "Growth metrics", detail: "45 others use, each with its trap" },
];

export function StarDoors() {
  return (
    <Section title="More">
      <Card flush>
        {doors.map((one) => (
          <ListRow key={one.href} {...one} />
        ))}
      </Card>
    </Section>
  );
}
