import { useState } from "react";
import { calendarFeed, endCalendar, makeCalendar } from "../../store/channels.ts";
import { useNow } from "../../store/live.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { CopyText } from "../../ui/CopyText.tsx";
import { formatAgo } from "../../ui/day.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { Page } from "../../ui/Page.tsx";
import { RefusalNote } from "../../ui/RefusalNote.tsx";
import { Section } from "../../ui/Section.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { useTask } from "../../ui/task.ts";
import { Subscribing } from "./Subscribing.tsx";

const what =
  "Check-ins, metric checks and reviews that are yours, cycle dates, and the North Star’s re-validation.";

/** One's rhythm in one's own calendar: the address, once, and how a calendar takes it. */
export function CalendarFeed() {
  const [found, again] = useAnswer(calendarFeed);
  const [url, setUrl] = useState<string>();
  const [asking, setAsking] = useState<"renew" | "end">();
  const task = useTask();
  const now = useNow();
  const make = async () => {
    setUrl((await makeCalendar()).url);
    again();
  };
  const body = () => {
    if (found.state === "waiting") return <p role="status">Looking for your calendar</p>;
    if (found.state === "refused")
      return <NeedsServer code={found.code} what="Your calendar" onAgain={again} />;
    const { createdAt, lastReadAt } = found.value;
    if (createdAt === undefined)
      return (
        <EmptyState
          title="Your rhythm, in your own calendar"
          body={`${what} It is read by an address that only you know; nothing is written to it.`}
          action={
            <Button kind="owed" busy={task.busy} onClick={() => task.run(make)}>
              Make the address
            </Button>
          }
        />
      );
    return (
      <>
        {url === undefined ? null : (
          <Section title="Its address">
            <Banner
              tone="warn"
              icon="key"
              title="Copy it now"
              body="It is shown only this once. Whoever has it can read your rhythm."
            />
            <CopyText text={url} deed="Copy the address" />
          </Section>
        )}
        <Section title="Your calendar">
          <Card flush>
            <ListRow title="Made" end={formatAgo(createdAt, now)} />
            <ListRow
              title="Last read"
              end={lastReadAt === undefined ? "not yet" : formatAgo(lastReadAt, now)}
            />
          </Card>
          <p>{what}</p>
          {url === undefined ? (
            <Button big onClick={() => setAsking("renew")}>
              Make a new address
            </Button>
          ) : null}
          <Button kind="quiet" onClick={() => setAsking("end")}>
            End it
          </Button>
        </Section>
        <Subscribing url={url} />
      </>
    );
  };
  return (
    <Page title="Calendar" back={{ href: "/me", label: "your page" }}>
      {body()}
      <RefusalNote refused={task.refused} where="request" />
      <ConfirmSheet
        open={asking === "renew"}
        title="Make a new address?"
        deed="Make a new address"
        onConfirm={make}
        onClose={() => setAsking(undefined)}
      >
        <p>The one before it ends at once: calendars that read it want the new one.</p>
      </ConfirmSheet>
      <ConfirmSheet
        open={asking === "end"}
        title="End the calendar?"
        deed="End it"
        onConfirm={async () => {
          await endCalendar();
          setUrl(undefined);
          again();
          showToast({ text: "The calendar has ended" });
        }}
        onClose={() => setAsking(undefined)}
      >
        <p>Its address opens nothing any more. What your calendar has read, it drops by and by.</p>
      </ConfirmSheet>
    </Page>
  );
}
