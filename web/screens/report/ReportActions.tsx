import { reportMarkdown } from "../../../shared/reviews/report-markdown.ts";
import type { ReportText } from "../../../shared/reviews/report-text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { CopyText } from "../../ui/CopyText.tsx";
import { Fold } from "../../ui/Fold.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { Section } from "../../ui/Section.tsx";

/** The ways to take a report along, and to have it come by itself. */
export function ReportActions({ text }: { text: ReportText }) {
  return (
    <Section title="Take it along">
      <Button onClick={() => window.print()}>Print, or save as PDF</Button>
      <Fold summary="As Markdown, for a document or a channel">
        <CopyText text={reportMarkdown(text)} deed="Copy as Markdown" wraps />
      </Fold>
      <Card flush>
        <ListRow href="/me/email" title="Get it by e-mail" detail="Every week or month, if you choose it" />
      </Card>
    </Section>
  );
}
