import { Card } from "../../ui/Card.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";

/** From the star to everything that hangs from it: the map, the audit, the lines. */
export function WaysToSee() {
  return (
    <Section title="How it all connects">
      <Card flush>
        <ListRow href="/star/map" title="Alignment map" detail="Every goal, from outcome to key result" />
        <ListRow href="/star/audit" title="Does it bear load?" detail="Three questions for every input" />
        <ListRow href="/star/line" title="My line to the star" detail="And everybody else's" />
      </Card>
    </Section>
  );
}
