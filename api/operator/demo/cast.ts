import type { Role } from "../../../shared/people/member.ts";

export type Persona =
  | "ada"
  | "henrik"
  | "dora"
  | "imani"
  | "priya"
  | "mateo"
  | "ben"
  | "lena"
  | "tomas"
  | "aiko"
  | "vic";

interface Person {
  name: string;
  role: Role;
  title?: "ceo" | "cpo";
  zone: string;
  locale: string;
}

/** Everybody in the example, in every role and over five time zones. */
export const cast: Record<Persona, Person> = {
  ada: { name: "Ada Okafor", role: "admin", title: "cpo", zone: "Europe/London", locale: "en-GB" },
  henrik: { name: "Henrik Lund", role: "admin", title: "ceo", zone: "Europe/Stockholm", locale: "sv-SE" },
  dora: { name: "Dora Marsh", role: "director", zone: "America/New_York", locale: "en-US" },
  imani: { name: "Imani Njeri", role: "member", zone: "Europe/London", locale: "en-GB" },
  priya: { name: "Priya Nair", role: "member", zone: "Europe/London", locale: "en-GB" },
  mateo: { name: "Mateo Silva", role: "member", zone: "America/New_York", locale: "en-US" },
  ben: { name: "Ben Kramer", role: "member", zone: "Europe/Stockholm", locale: "en-GB" },
  lena: { name: "Lena Fischer", role: "member", zone: "Europe/Stockholm", locale: "de-DE" },
  tomas: { name: "Tomás Reyes", role: "member", zone: "America/Los_Angeles", locale: "en-US" },
  aiko: { name: "Aiko Tanaka", role: "member", zone: "Asia/Tokyo", locale: "ja-JP" },
  vic: { name: "Vic Adeyemi", role: "viewer", zone: "Europe/London", locale: "en-GB" },
};

export type SquadName = "catalog" | "recommendations" | "podcasts" | "social" | "ads";

interface SquadStory {
  name: string;
  purpose: string;
  pm: Persona;
  members: Persona[];
}

export const squads: Record<SquadName, SquadStory> = {
  catalog: {
    name: "Catalog",
    purpose: "Everything worth hearing is here, and findable.",
    pm: "aiko",
    members: [],
  },
  recommendations: {
    name: "Recommendations",
    purpose: "The next thing to hear is already waiting.",
    pm: "imani",
    members: ["priya"],
  },
  podcasts: {
    name: "Podcasts",
    purpose: "Shows and books people come back for.",
    pm: "mateo",
    members: ["ben"],
  },
  social: {
    name: "Social",
    purpose: "Listening that friends can see and share.",
    pm: "lena",
    members: ["ben"],
  },
  ads: {
    name: "Ads and upgrade",
    purpose: "A free tier people enjoy, and a paid one they choose.",
    pm: "tomas",
    members: ["priya"],
  },
};
