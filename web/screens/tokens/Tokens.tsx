import { useState } from "react";
import { mayPass } from "../../../shared/people/policy.ts";
import { useLive, useNow, useToday } from "../../store/live.ts";
import { type Me, useMe } from "../../store/signed-in-member.ts";
import { type ApiToken, apiTokens } from "../../store/tokens.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { NeedsServer } from "../../ui/NeedsServer.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { TokenMake } from "./TokenMake.tsx";
import { TokenSheet } from "./TokenSheet.tsx";
import { tokenLine } from "./token-words.ts";

/** What programs send readings with: an admin makes, looks after and revokes it here. */
export function Tokens() {
  const me = useMe();
  return (
    <Page title="API tokens" back={{ href: "/me", label: "your page" }}>
      {me === undefined ? null : mayPass("tokens", me.member.role, false) ? (
        <TokenList me={me} />
      ) : (
        <EmptyState
          title="Tokens are made by admins"
          body={`A program sends readings with one. Ask ${adminsOf(me)} for it; readings can be recorded by hand meanwhile.`}
          action={<Button href="/star">See the metrics</Button>}
        />
      )}
    </Page>
  );
}

function TokenList({ me }: { me: Me }) {
  const [listed, again] = useAnswer(apiTokens);
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<ApiToken>();
  const metrics = useLive(
    async (read) => (await read.list("metric")).sort((a, b) => a.name.localeCompare(b.name)),
    [],
  );
  const [now, today] = [useNow(), useToday()];
  const none = listed.state === "here" && listed.value.length === 0;
  const make = (
    <Button big onClick={() => setMaking(true)}>
      <Icon name="plus" />
      Make a token
    </Button>
  );
  return (
    <>
      <p>
        With a token, a program sends readings to your metrics by itself.{" "}
        <a href="/api/docs" target="_blank" rel="noreferrer">
          How the API works
        </a>
      </p>
      {listed.state === "refused" ? (
        <NeedsServer code={listed.code} what="The list of tokens" onAgain={again} />
      ) : null}
      {none ? (
        <EmptyState
          title="No program sends anything yet"
          body="Make a token, give it to the program that knows your numbers, and readings come in without anybody typing them."
          action={make}
        />
      ) : null}
      {listed.state === "here" && !none ? (
        <>
          <Section title="In use">
            <Card flush>
              {listed.value.map((token) => (
                <ListRow
                  key={token.id}
                  lead={<Icon name="key" />}
                  title={token.name}
                  detail={tokenLine(token, now, today)}
                  onClick={() => setShown(token)}
                />
              ))}
            </Card>
          </Section>
          {make}
        </>
      ) : null}
      {making && metrics !== undefined ? (
        <TokenMake
          metrics={metrics.filter((one) => one.state === "active")}
          onMade={again}
          onClose={() => setMaking(false)}
        />
      ) : null}
      {shown === undefined ? null : (
        <TokenSheet
          token={shown}
          metrics={metrics ?? []}
          people={me.people}
          onRevoked={again}
          onClose={() => setShown(undefined)}
        />
      )}
    </>
  );
}

function adminsOf({ people }: Me): string {
  const names = people.filter((one) => one.role === "admin").map((one) => one.name);
  return names.length > 0 ? names.join(" or ") : "an admin";
}
