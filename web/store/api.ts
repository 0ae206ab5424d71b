import type { Role } from "../../shared/people/member.ts";
import { call } from "../api-client.ts";
import { session } from "./signed-in.ts";

/** Online-only endpoints. Each answers data or throws ApiError, code "offline" when there is no network. */
const segment = encodeURIComponent;

/** Names the workspace on screen: whoever is in several must say which one they mean. */
export function here(): string {
  const now = session();
  return now.state === "signed-in" ? `workspace=${segment(now.workspaceId)}` : "";
}

export interface Device {
  id: string;
  name: string;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
}
export const devices = async () => (await call<{ devices: Device[] }>("GET", "/api/devices")).devices;
export const revokeDevice = (id: string) => call<void>("DELETE", `/api/devices/${segment(id)}`);
/** Signs a member out everywhere; an admin's answer to a lost phone. */
export const revokeDevicesOf = (memberId: string) =>
  call<void>("DELETE", `/api/devices?member=${segment(memberId)}&${here()}`);

/** A link that adds a device of mine; `id` watches it. It lives ten minutes and wants a tap on this device. */
export interface DeviceLink {
  id: string;
  url: string;
  expiresAt: string;
}
export const linkDevice = () => call<DeviceLink>("POST", "/api/devices/link", {});
export const deviceLinkState = (id: string) =>
  call<{ state: "waiting" | "asked"; deviceName?: string }>("GET", `/api/devices/link/${segment(id)}`);
export const confirmDeviceLink = (id: string) =>
  call<void>("POST", `/api/devices/link/${segment(id)}/confirm`, {});

export interface Invite {
  id: string;
  url?: string;
  role: Role;
  name?: string;
  email?: string;
  squadId?: string;
  expiresAt: string;
}
export interface InviteDraft {
  role: Role;
  squadId?: string;
  as?: "pm" | "member";
  name?: string;
  email?: string;
}
export const invites = async () =>
  (await call<{ invites: Invite[] }>("GET", `/api/invites?${here()}`)).invites;
export const createInvite = (draft: InviteDraft) =>
  call<{ id: string; url: string; expiresAt: string }>("POST", `/api/invites?${here()}`, draft);
export const revokeInvite = (id: string) => call<void>("DELETE", `/api/invites/${segment(id)}?${here()}`);

export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt?: string;
}
export const passkeys = async () => (await call<{ passkeys: Passkey[] }>("GET", "/api/passkeys")).passkeys;
export const removePasskey = (id: string) => call<void>("DELETE", `/api/passkeys/${segment(id)}`);
export const passkeyRegistrationOptions = () =>
  call<Record<string, unknown>>("POST", "/api/passkeys/registration-options", {});
export const registerPasskey = (answer: unknown) => call<void>("POST", "/api/passkeys/registration", answer);
export const passkeySignInOptions = () =>
  call<Record<string, unknown>>("POST", "/api/passkeys/sign-in-options", {});
