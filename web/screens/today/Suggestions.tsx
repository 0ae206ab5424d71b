import { pushState, surroundings } from "../../push/capability.ts";
import { saveDraft } from "../../store/draft.ts";
import { useDraft } from "../../store/drafted.ts";
import { type Reader, useLive } from "../../store/live.ts";
import { useMemberId } from "../../store/me.ts";
import { useSession } from "../../store/session.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { type Install, install, useInstall } from "../../ui/install.ts";
import { LostDevice } from "./LostDevice.tsx";

type Nudge = "install" | "reminders" | "lost" | "set-up";

const keys: Record<Nudge, string> = {
  install: "nudge/install",
  reminders: "nudge/reminders",
  lost: "nudge/lost-here",
  "set-up": "nudge/set-up",
};

/**
 * One suggestion at a time, none but the set-up before the first check-in, and quiet until the day `later` once put off; what has been
 * lost comes first.
 */
export function Suggestions({ today, later: next }: { today: string; later: string }) {
  const me = useMemberId();
  const state = useInstall();
  const session = useSession();
  const personId = session.state === "signed-in" ? session.personId : "";
  const [push] = useAnswer(async () => pushState(await surroundings(personId, undefined)), {
    key: personId,
  });
  const checkedIn = useLive((read) => hasCheckedIn(read, me), [me]);
  const begun = useLive((read) => isHalfSetUp(read, me), [me]);
  const put = {
    install: useDraft<string>(keys.install),
    reminders: useDraft<string>(keys.reminders),
    lost: useDraft<string>(keys.lost),
    "set-up": useDraft<string>(keys["set-up"]),
  };
  if (Object.values(put).includes(undefined)) return null;
  const rests = (nudge: Nudge) => (put[nudge]?.draft ?? "") > today;
  const later = (nudge: Nudge) => void saveDraft(keys[nudge], next);
  const found = push.state === "here" ? push.value : undefined;
  if (found === "lost" && !rests("lost")) return <LostDevice onLater={() => later("lost")} />;
  if (begun === true && !rests("set-up")) return <GoOnSettingUp onLater={() => later("set-up")} />;
  if (checkedIn !== true) return null;
  if (state in installWords && !rests("install"))
    return <InstallNudge state={state as keyof typeof installWords} onLater={() => later("install")} />;
  if (found !== "askable" || rests("reminders")) return null;
  return (
    <Banner
      tone="quiet"
      icon="bell"
      title="Be told when something needs you"
      body="Three messages a day at most, at your time, none in quiet hours, none for what is done."
      action={
        <>
          <Button href="/me/notifications" onClick={() => later("reminders")}>
            Set reminders
          </Button>
          <Button kind="quiet" onClick={() => later("reminders")}>
            Not now
          </Button>
        </>
      }
    />
  );
}

const installWords = {
  offered: {
    title: "Put Northing on the home screen",
    body: "It opens faster, works without a network, and keeps what is not sent yet.",
  },
  "by-hand": {
    title: "Put Northing on the home screen",
    body: "Reminders only work from there on this device, and what is not sent yet is kept.",
  },
  elsewhere: {
    title: "This is another app's browser",
    body: "It forgets what you save, and brings no reminders. Open Northing in your own browser.",
  },
} satisfies Partial<Record<Install, { title: string; body: string }>>;

function InstallNudge({ state, onLater }: { state: keyof typeof installWords; onLater: () => void }) {
  return (
    <Banner
      tone="quiet"
      icon="device"
      {...installWords[state]}
      action={
        <>
          {state === "offered" ? (
            <Button onClick={() => void install()}>Install</Button>
          ) : (
            <Button href="/me/install">Show me how</Button>
          )}
          <Button kind="quiet" onClick={onLater}>
            Not now
          </Button>
        </>
      }
    />
  );
}

function GoOnSettingUp({ onLater }: { onLater: () => void }) {
  return (
    <Banner
      tone="quiet"
      icon="star"
      title="The set-up is not finished"
      body="A North Star, its inputs and a first key result are minutes away. What you typed is kept."
      action={
        <>
          <Button kind="owed" href="/welcome">
            Go on with it
          </Button>
          <Button kind="quiet" onClick={onLater}>
            Not now
          </Button>
        </>
      }
    />
  );
}

/** An admin left the set-up before there was a North Star. */
async function isHalfSetUp(read: Reader, me: string): Promise<boolean> {
  const [member, stars] = await Promise.all([read.get("member", me), read.list("north-star")]);
  return member?.role === "admin" && stars.length === 0;
}

/** Looks at this member's running key results only, so that Today stays quick with years of check-ins. */
async function hasCheckedIn(read: Reader, me: string): Promise<boolean> {
  const cycles = (await read.list("cycle")).filter((one) => one.state === "running");
  for (const cycle of cycles)
    for (const keyResult of await read.inCycle("key-result", cycle.id)) {
      if (keyResult.ownerId !== me) continue;
      const said = await read.list("check-in", keyResult.id);
      if (said.some((one) => one.authorId === me)) return true;
    }
  return false;
}
