import { words } from "./words.ts";

/** What a verb at the head of a title says the author will do. */
export type VerbClass = "output" | "make" | "task" | "change" | "keep" | "feel";

/**
 * English verbs of goals, by their base form. `output`: something is put into the world. `make`: the same where it makes
 * a thing, but one can also build trust. `task`: an activity. `change`: a number moves. `feel`: nobody can measure it.
 */
const classes: Record<VerbClass, string> = {
  output: `launch relaunch ship release publish deploy migrate implement introduce rewrite refactor redesign rebuild
    revamp upgrade port decommission install unveil modernise modernize digitise digitize overhaul code prototype
    commission fix automate standardise standardize centralise centralize integrate configure localise localize
    rebrand post rollout containerise containerize retire sunset replatform roll-out go-live put-live`,
  make: `build create design develop deliver produce complete finish finalise finalize add establish open start begin
    pilot run offer provide enable replace consolidate merge enter translate certify obtain construct record connect
    embed set-up kick-off test switch expand move put-up do onboard assemble craft extend support film print supply`,
  task: `hold write hire interview review decide prepare meet talk discuss call email e-mail send attend visit research
    investigate analyse analyze audit evaluate assess explore plan draft schedule organise organize coordinate collect
    gather document present train recruit contact brainstorm conduct survey define agree align choose select pick read
    update monitor track book ask set buy purchase list check learn study benchmark appoint file submit compile
    negotiate speak identify examine inspect verify host facilitate mentor coach arrange consult report summarise
    summarize compare approve participate work look follow share clean map join notify inform debrief shadow outline
    scope specify propose pitch demo perform reach-out sign-off follow-up clean-up carry-out`,
  change: `increase raise lift grow boost improve double triple quadruple maximise maximize reduce cut decrease lower
    drop shrink halve minimise minimize shorten accelerate slow trim bring push reach hit achieve attain exceed surpass
    pass beat gain win acquire earn enhance strengthen optimise optimize rise fall climb decline go get jump save
    convert retain attract activate narrow eliminate speed scale elevate deepen widen tighten limit advance foster
    drive lessen curb slash diminish multiply broaden come generate regain simplify streamline`,
  keep: `hold-on keep maintain sustain stay remain preserve ensure guarantee protect`,
  feel: `delight wow excite impress please love inspire enjoy be become empower revolutionise revolutionize transform
    innovate excel succeed thrive care`,
};

const irregular: Record<string, string> = {
  wrote: "write",
  written: "write",
  ran: "run",
  built: "build",
  held: "hold",
  met: "meet",
  rose: "rise",
  risen: "rise",
  fell: "fall",
  fallen: "fall",
  grew: "grow",
  grown: "grow",
  sent: "send",
  made: "make",
  won: "win",
  kept: "keep",
  brought: "bring",
  chosen: "choose",
  spoken: "speak",
  begun: "begin",
  done: "do",
  did: "do",
  went: "go",
  gone: "go",
  came: "come",
  bought: "buy",
  taught: "teach",
  goes: "go",
  is: "be",
  are: "be",
};

export interface Verb {
  base: string;
  class: VerbClass;
  form: "base" | "third" | "past" | "gerund";
}

const forms = new Map<string, Verb>();
for (const name of Object.keys(classes) as VerbClass[])
  for (const base of words(classes[name])) {
    const [first = "", particle] = base.split(/-(?=out$|up$|off$|on$|live$)/);
    const spell = (form: string) => (particle === undefined ? form : `${form}-${particle}`);
    const stem = first.endsWith("e") ? first.slice(0, -1) : doubled(first);
    const ends = (soft: string, plain: string) =>
      /[^aeiou]y$/.test(first) ? `${first.slice(0, -1)}i${soft}` : plain;
    learn(spell(/(s|sh|ch|x|o)$/.test(first) ? `${first}es` : ends("es", `${first}s`)), base, name, "third");
    learn(spell(`${stem}ing`), base, name, "gerund");
    learn(spell(ends("ed", `${stem}ed`)), base, name, "past");
    forms.set(base, { base, class: name, form: "base" });
  }
for (const [form, base] of Object.entries(irregular)) {
  const verb = forms.get(base);
  if (verb !== undefined) forms.set(form, { ...verb, form: form.endsWith("s") ? "third" : "past" });
}

/** The verb a word may be, whether or not it is one where it stands. "Renegotiate" is as good a task as "negotiate". */
export function verbOf(word: string | undefined): Verb | undefined {
  if (word === undefined) return undefined;
  const again = word.length > 6 && word.startsWith("re") ? forms.get(word.slice(2)) : undefined;
  return forms.get(word) ?? (again?.class === "task" || again?.class === "output" ? again : undefined);
}

function learn(form: string, base: string, name: VerbClass, as: Verb["form"]): void {
  if (!forms.has(form)) forms.set(form, { base, class: name, form: as });
}

/** Short verbs double their last letter: ship, shipping. */
function doubled(base: string): string {
  return /^[^aeiou]*[aeiou][bdgmnpt]$/.test(base) ? base + base.at(-1) : base;
}
