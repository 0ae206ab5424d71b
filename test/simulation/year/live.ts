import { minute } from "./calendar.ts";
import type { Story } from "./story.ts";
import type { Year } from "./year.ts";

/** Moments at which the server looked whether something was due. */
export interface Lived {
  looks: number[];
}

/**
 * Lives from now until a moment, jumping from each moment at which something happens or is due to the next. Tries again
 * of the push services are looked at every ten minutes; everything else at its very minute.
 */
export async function live(year: Year, story: Story, until: number): Promise<Lived> {
  const { clock } = year;
  const looks: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  await year.reminders().work.planReminders();
  let due = await nextDue(year);
  for (;;) {
    // Whatever is due waits for a server that is away.
    const look = story.isDown() ? Number.POSITIVE_INFINITY : due <= last ? last + minute : due;
    const next = Math.min(story.next(), look);
    if (next >= until) break;
    clock.now = Math.max(clock.now, next);
    const happened = await story.happen();
    if (story.isDown()) continue;
    // Somebody has put the clock back.
    if (clock.now < last) last = Number.NEGATIVE_INFINITY;
    const { work } = year.reminders();
    if (happened === "everything") await work.planReminders();
    else if (happened === "events") await work.planEvents();
    if (happened !== undefined && happened !== "nothing") due = await nextDue(year);
    if (due > clock.now) continue;
    looks.push(clock.now);
    last = clock.now;
    await send(year);
    due = await nextDue(year);
  }
  clock.now = until;
  return { looks };
}

/** Sends what is due; ten seconds pass for requests that hang. */
async function send(year: Year): Promise<void> {
  const { work, delivery } = year.reminders();
  await work.sendDueReminders();
  const settled = delivery.settled().then(() => true);
  while (!(await Promise.race([settled, year.services.hung()]))) {
    year.clock.now += 10_000;
    year.services.giveUp();
  }
}

async function nextDue({ northing }: Year): Promise<number> {
  const [row] = await northing.database.read(
    `select (select min(due_at) from reminder where state = 'planned') as reminder,
       (select min(lease_until) from reminder where state = 'claimed') as held,
       (select min(due_at) from delivery where state in ('planned', 'retry')) as delivery,
       (select min(lease_until) from delivery where state in ('claimed', 'sent')) as leased`,
  );
  const at = (value: unknown) => (value ? Date.parse(String(value)) : Number.POSITIVE_INFINITY);
  const tries = Math.min(at(row?.delivery), at(row?.leased), at(row?.held));
  return Math.min(at(row?.reminder), Math.ceil(tries / (10 * minute)) * 10 * minute);
}
