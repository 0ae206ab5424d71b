import type { Role } from "../../shared/people/member.ts";

/** A role as it is called, and what it may in one line. */
export const roleWords: Record<Role, { name: string; article: string; may: string }> = {
  admin: {
    name: "Admin",
    article: "an admin",
    may: "Everything: people, North Star, cycles and settings.",
  },
  director: {
    name: "Director",
    article: "a director",
    may: "Company objectives, reviews, and editing any key result.",
  },
  member: {
    name: "Member",
    article: "a member",
    may: "Check in on your own key results and edit them.",
  },
  viewer: {
    name: "Viewer",
    article: "a viewer",
    may: "Read everything, change nothing.",
  },
};

/** In the order they are offered: most people are members. */
export const rolesOffered: readonly Role[] = ["member", "director", "admin", "viewer"];
