import { oneOf } from "./words.ts";

/** What is counted or measured; such a word after a verb makes it a noun too: "release frequency", "call time". */
export const measures = oneOf(`
  rate rates ratio share shares percentage proportion number count counts amount volume volumes frequency time times
  cost costs price prices size sizes score scores speed latency delay delays duration coverage capacity
  backlog revenue retention churn conversion conversions activation adoption usage engagement satisfaction nps csat ces
  mrr arr ltv cac aov dau wau mau margin margins profit sales spend spending income orders order bookings booking
  sign-ups signups sign-up signup registrations subscriptions subscribers upgrades downgrades renewals cancellations
  refunds returns complaints tickets requests incidents outages errors failures defects bugs crashes uptime downtime
  sessions visits clicks opens views impressions downloads installs logins visitors traffic leads referral referrals invites
  attendance absence turnover productivity-per throughput yield waste stock-outs accidents injuries minutes hours days
  weeks seconds frequency reach frequency ctr roi fps emissions energy weight basket baskets transactions payments
  purchases trips rides nights deliveries shipments enrolments enrollments completions dropouts drop-offs wait waits
  queue queues response responses replies answers usage streak streaks stars rating ratings reviews followers likes
  accuracy precision recall frequency income donations donors listeners readers users-per probability awareness bill
  bills deposits withdrawals balance balances stock inventory overtime vacancies applicants applications referrals
  cadence cycle cycles calls chats turnaround escalations handovers reopenings abandonment bounce attrition velocity
`);

/** People and companies that a metric counts. */
export const people = oneOf(`
  user users customer customers client clients buyer buyers seller sellers member members visitor visitors listener
  listeners reader readers subscriber subscribers team teams people person persons company companies account accounts
  shop shops shopper shoppers school schools teacher teachers student students patient patients parent parents driver
  drivers rider riders host hosts guest guests creator creators merchant merchants partner partners learner learners
  player players donor donors household households clinic clinics freelancer freelancers tenant tenants traveller
  travellers traveler travelers commuter commuters store stores business businesses viewer viewers author authors
  family families nurse nurses doctor doctors farmer farmers restaurant restaurants workspace workspaces organisation
  organisations organization organizations fan fans trial trials lead leads logo logos restaurant contract contracts
  deal deals hotel hotels passenger passengers citizen citizens applicant applicants volunteer volunteers borrower agent agents neighbour neighbours neighbor neighbors fathers mothers
  borrowers policyholder policyholders contributor contributors developer developers squads owner owners retailer
  retailers supplier suppliers carrier carriers agency agencies
`);

/** Things somebody makes or puts live. */
export const artefacts = oneOf(`
  app apps application applications platform platforms system systems warehouse warehouses feature features version
  versions api apis website websites site sites webpage page pages homepage dashboard dashboards portal portals tool
  tools toolkit pipeline pipelines integration integrations module modules infrastructure programme programmes program
  programs campaign campaigns redesign rewrite migration migrations mvp prototype prototypes beta release releases
  office offices service services microservice microservices database databases server servers cluster cloud framework
  library sdk plugin plugins extension extensions widget widgets chatbot bot assistant newsletter newsletters blog blogs
  article articles post posts video videos webinar webinars course courses template templates documentation docs guide
  guides handbook playbook brand rebrand logo screen screens layout form forms button flow flows login method methods
  product products model models algorithm engine engines roadmap strategy process processes policy policies report
  reports catalogue catalog hub centre center academy workflow workflows editor wiki intranet crm erp sap lake backend
  frontend stack architecture component components kit suite mode certification certificate office laboratory lab plan
  plans budget scheme initiative initiatives project projects workshop workshops event events conference function
  functionality functions notifications console gateway sso authentication search-engine bundle package packages
  update updates series landing-page market markets case-studies studies guidelines spec specs network checkout
  factory factories plant plants building buildings subsidiary subsidiaries edition editions branch branches store stores
`);

/** Documents and decisions: making one is an activity. */
export const paperwork = oneOf(`
  plan plans strategy roadmap budget proposal report brief specification spec specs requirements guidelines
  policy policies presentation agenda document shortlist list lists overview concept business-case analysis study studies
`);

/** Activities by their noun. */
export const activities = oneOf(`
  meeting meetings workshop workshops interview interviews call calls training trainings session sessions survey surveys
  review reviews sync syncs presentation presentations kick-off kickoff audit audits analysis research study brainstorm
  brainstorming offsite retrospective retrospectives stand-up stand-ups 1:1s one-on-ones check-in check-ins discussion
  discussions visit visits negotiation negotiations conversation conversations demo demos assessment assessments
  evaluation investigation feedback
`);

/** What moves through a business all day: to deliver nine of ten of these on time is an outcome. */
export const flows = oneOf(`
  order orders parcel parcels package packages meal meals grocery groceries ticket tickets request requests answer
  answers reply replies refund refunds payment payments letter letters delivery deliveries shipment shipments invoice
  invoices call calls email emails message messages claim claims case cases question questions complaint complaints
  item items change changes passenger passengers result results prescription prescriptions flight flights train trains
`);

/** What one can build or deliver, and nobody can ship. */
export const abstracts = oneOf(`
  trust confidence loyalty habit habits momentum reputation relationship relationships demand love peace calm belonging
  value happiness joy excellence experience experiences quality satisfaction success growth impact results culture
  community moments reason awareness resilience innovation benefits outcomes magic certainty freedom stress pressure tension energy
`);

/** What turns "total" into a number that only ever rises. */
export const accumulated = oneOf(`
  users user accounts account customers members registrations sign-ups signups subscribers downloads installs visitors
  visits views followers players listeners readers people companies teams contacts leads members profiles
`);
