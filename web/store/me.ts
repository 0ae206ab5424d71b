import { useSession } from "./session.ts";

/** The member this phone is signed in as; "" while nobody is. */
export function useMemberId(): string {
  const session = useSession();
  return session.state === "signed-in" ? session.memberId : "";
}
