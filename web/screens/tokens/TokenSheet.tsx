import { useState } from "react";
import type { RowOf } from "../../../shared/sync/mutation.ts";
import { useNow, useToday } from "../../store/live.ts";
import { type ApiToken, revokeApiToken } from "../../store/tokens.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ConfirmSheet } from "../../ui/ConfirmSheet.tsx";
import { formatAgo, formatDay } from "../../ui/day.ts";
import { ListRow } from "../../ui/ListRow.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { showToast } from "../../ui/Toast.tsx";
import { TokenExample } from "./TokenExample.tsx";
import { endWords } from "./token-words.ts";

/** One token: what it may, who stands behind it, how it is used, and its end. */
export function TokenSheet({
  token,
  metrics,
  people,
  onRevoked,
  onClose,
}: {
  token: ApiToken;
  metrics: readonly RowOf<"metric">[];
  people: readonly RowOf<"member">[];
  onRevoked: () => void;
  onClose: () => void;
}) {
  const [ending, setEnding] = useState(false);
  const [now, today] = [useNow(), useToday()];
  const { id, name, hint, metricIds, createdAt, expiresAt, lastUsedAt, memberId } = token;
  const maker = people.find((one) => one.id === memberId);
  const named = metricIds?.map((one) => metrics.find((metric) => metric.id === one)?.name ?? "a metric");
  if (ending)
    return (
      <ConfirmSheet
        open
        title={`Revoke ${name}?`}
        deed="Revoke it"
        onConfirm={async () => {
          await revokeApiToken(id);
          showToast({ text: `${name} is revoked` });
          onRevoked();
          onClose();
        }}
        onClose={() => setEnding(false)}
      >
        <p>
          Its next request is refused. What it has sent stays, and a new token of the same name carries on
          from there. This cannot be undone.
        </p>
      </ConfirmSheet>
    );
  return (
    <Sheet open onClose={onClose} title={name}>
      <Card flush>
        <ListRow title="Begins with" end={<code>{hint}</code>} />
        <ListRow title="Sends to" detail={named?.join(", ") ?? "every metric its maker may record"} />
        <ListRow
          title="Acts as"
          detail={maker === undefined ? "Whoever made it has left, so it is refused." : undefined}
          end={maker?.name ?? "nobody"}
        />
        <ListRow title="Made" end={formatDay(createdAt.slice(0, 10), undefined, today)} />
        <ListRow title="Good" end={endWords(expiresAt, now, today) ?? "until it is revoked"} />
        <ListRow title="Last used" end={lastUsedAt === null ? "never" : formatAgo(lastUsedAt, now)} />
      </Card>
      <TokenExample token={token} metrics={metrics} />
      <Button kind="danger" big onClick={() => setEnding(true)}>
        Revoke
      </Button>
    </Sheet>
  );
}
