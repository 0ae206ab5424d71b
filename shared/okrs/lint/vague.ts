import { oneOf } from "./words.ts";

/** Qualities that mean something else to everybody. */
export const qualities = oneOf(`
  quality experience experiences efficiency effectiveness excellence performance productivity culture innovation
  collaboration communication teamwork happiness success growth-mindset mindset alignment transparency agility
  leadership leader impact service efficient efficiently effective effectively better best great greater good
  excellent outstanding amazing awesome world-class best-in-class first-class top-notch cutting-edge state-of-the-art
  innovative seamless intuitive user-friendly customer-centric customer-focused user-centric data-driven agile smart
  smarter modern robust scalable strong stronger superior exceptional delightful happy happier proud professional
  professionally loved right productive productively satisfied satisfying fun provider strategic morale performing synergy synergies holistic proactive proactively dynamic engaging stellar remarkable
  wonderful perfect operational ux usability craftsmanship
`);

/** Words that a title may consist of without saying anything: whoever reads it could mean anything by it. */
export const empties = oneOf(`
  do does doing make makes making give provide provides deliver achieve ensure become becoming be being have get getting
  keep continue help drive driving foster create build improve improving enhance increase boost strengthen optimise
  optimize maximise maximize accelerate advance elevate transform empower enable support focus work works working
  perform excel simplify streamline win thrive grow develop raise lift push move bring take reach succeed understand act think
  delight wow excite impress inspire please love enjoy care
  work things thing stuff way ways everything something all level levels next new more most very really truly
  overall general day-to-day daily continuously continuous ongoing constantly always further significantly
  team teams company companies organisation organisations organization organizations business businesses people
  customer customers user users client clients stakeholder stakeholders employee employees staff colleagues department
  departments everyone everybody product products service services solution solutions process processes workflow workflows operation
  operations market industry world class category sector field area areas value values vision mission strategy goal
  goals result results outcome outcomes objective objectives project projects initiative initiatives
  future digital technology number one player place satisfaction progress potential capability
  capabilities competitive competitiveness success successful growth brand presence position standard standards
  practice practices
`);

/** Words that carry no content in any sentence. */
export const fillers = oneOf(`
  a an the and or but of for to in on at by with from into onto as than that this these those our we us your their its it
  my his her they them he she you i so such not no via per within across between among through over under up down out
  off about around after before during until while when where who which whose what how there is are was were will would
  should can could may might must have has had been also both each every all any some few many much own same only just
  too very now today yet then together
`);

/** "Faster", "fewer": it says which way, so that only the number is missing. */
export const comparatives = oneOf(`
  more fewer less faster sooner quicker quickly earlier longer shorter higher lower larger bigger smaller cheaper slower
  often oftener later rarer rarely lighter
`);
