import { mailState } from "../../store/channels.ts";
import { useAnswer } from "../../ui/answer.ts";
import { Icon } from "../../ui/Icon.tsx";
import { ListRow } from "../../ui/ListRow.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";

/** The way to one's e-mail, which says from here that none arrives any more. */
export function EmailRow({ email }: { email: string | undefined }) {
  const [found] = useAnswer(mailState, { key: email ?? "" });
  const bounced = found.state === "here" && found.value.bounced !== undefined;
  const end = bounced ? <StatusMark status="bad">does not arrive</StatusMark> : email ? undefined : "none";
  return <ListRow href="/me/email" lead={<Icon name="mail" />} title="E-mail" end={end} />;
}
