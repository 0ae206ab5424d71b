import { type ReactNode, useState } from "react";
import { Banner } from "./Banner.tsx";
import { Button } from "./Button.tsx";
import { formatDay } from "./day.ts";
import { RefusalNote } from "./RefusalNote.tsx";
import { ShareLink } from "./ShareLink.tsx";
import { Sheet } from "./Sheet.tsx";
import { useTask } from "./task.ts";

/** Says what a link for an outsider will show, makes it on the server, and hands it over. */
export function LinkSheet({
  title,
  made: { title: madeTitle, label, detail },
  offline,
  make,
  onMade,
  onClose,
  children,
}: {
  title: string;
  /** Of the sheet once the link is there; `detail` says whom it is for. */
  made: { title: string; label: string; detail: string };
  /** What works without a network meanwhile; absent while there is one. */
  offline: string | undefined;
  /** Throws something with a `code`. */
  make: () => Promise<{ url: string; expiresAt: string }>;
  onMade: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const [link, setLink] = useState<{ url: string; expiresAt: string }>();
  const task = useTask();
  const start = () =>
    task.run(async () => {
      setLink(await make());
      onMade();
    });
  return (
    <Sheet open onClose={onClose} title={link ? madeTitle : title}>
      {link ? (
        <ShareLink
          url={link.url}
          label={label}
          detail={`${detail}, until ${formatDay(link.expiresAt.slice(0, 10))}. It is shown only now.`}
        />
      ) : offline !== undefined ? (
        <Banner
          tone="quiet"
          icon="offline"
          title="A link is made by the server"
          body={`You are offline. ${offline}; come back to this when you are online.`}
        />
      ) : (
        <>
          {children}
          <RefusalNote refused={task.refused} where="request" />
          <Button kind="owed" big busy={task.busy} onClick={start}>
            Make the link
          </Button>
        </>
      )}
    </Sheet>
  );
}
