import * as z from "zod/mini";
import { ofKeyResult } from "../okrs/key-result-subject.ts";
import type { Subject } from "../people/policy.ts";
import * as field from "../sync/field.ts";
import {
  bodyOf,
  type Context,
  defineMutation,
  put,
  type Refusal,
  type RowOf,
  refuse,
  type Write,
} from "../sync/mutation.ts";
import { change, patched } from "../sync/write.ts";
import { anomalyId } from "./anomaly-id.ts";

const series = z.strictObject({
  kind: z.enum(["metric", "key-result"]),
  id: field.id,
  segment: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
});
const rule = z.enum(["last-1", "last-2", "last-4", "last-8", "floor", "ceiling", "stall"]);
const answerAs = z.enum(["explained", "blocker", "false-alarm"]);

/** What the scan found: everything but what people say of it. */
const finding = {
  series,
  squadId: z.optional(field.id),
  /** The day of the reading that fired, and the day on which what fired began; of a limit the last and the first crossing. */
  on: field.day,
  onset: field.day,
  /** How often a limit was crossed since the onset; absent for once. */
  crossings: z.optional(z.int().check(z.minimum(2))),
  direction: z.enum(["up", "down"]),
  rule,
  value: field.number,
  expected: z.strictObject({ low: field.number, centre: field.number, high: field.number }),
  /** The calmest preset that fires: only "calm" is pushed. */
  preset: z.enum(["calm", "standard"]),
  /** Against the metric's good direction. */
  adverse: z.boolean(),
};

export const schema = z.strictObject({
  ...finding,
  raisedAt: field.instant,
  /** A correction took its ground away; it stays readable. */
  withdrawnAt: z.optional(field.instant),
  answer: z.optional(
    z.strictObject({
      as: answerAs,
      text: field.note,
      by: field.id,
      at: field.instant,
      /** From the onset on the readings are held against each other only. */
      rebaseline: z.optional(z.boolean()),
      /** What the blocker it opened stands on, and its id. */
      keyResultId: z.optional(field.id),
      blockerId: z.optional(field.id),
    }),
  ),
});
export type Anomaly = z.output<typeof schema>;

/** Raising the same again updates what was found and keeps what people said; it is never a second anomaly. */
const raise = defineMutation({
  args: z.strictObject(finding),
  may: ["server"],
  rule(found, { rows, when }) {
    const id = anomalyId(found);
    const before = rows.get("anomaly", id);
    if (before === undefined) {
      const { series, squadId } = found;
      if (rows.get(series.kind, series.id) === undefined) return refuse("not_found", "series.id");
      if (squadId !== undefined && rows.get("squad", squadId) === undefined)
        return refuse("not_found", "squadId");
      return { writes: [put("anomaly", id, { ...found, raisedAt: when.at })] };
    }
    // Surer than before it is news once more; only then can it be pushed at all.
    const surer = before.preset === "standard" && found.preset === "calm";
    return change("anomaly", before, {
      ...found,
      ...{ squadId: found.squadId ?? null, crossings: found.crossings ?? null, withdrawnAt: null },
      ...(surer ? { raisedAt: when.at } : {}),
    });
  },
});

const withdraw = defineMutation({
  args: z.strictObject({ anomalyId: field.rowId }),
  may: ["server"],
  rule({ anomalyId }, { rows, when }) {
    const anomaly = rows.get("anomaly", anomalyId);
    if (anomaly === undefined) return refuse("not_found", "anomalyId");
    if (anomaly.withdrawnAt !== undefined) return { writes: [] };
    return change("anomaly", anomaly, { withdrawnAt: when.at });
  },
});

const mayAnswer = ["pm", "steward", "owner", "director", "admin"] as const;

/** The last answer counts. "blocker" opens one under `id`: on the series' own key result, or on the one named. */
const answer = defineMutation({
  args: z.strictObject({
    anomalyId: field.rowId,
    as: answerAs,
    text: field.note,
    rebaseline: z.optional(z.boolean()),
    keyResultId: z.optional(field.id),
    id: z.optional(field.id),
  }),
  subject: ofAnomaly,
  may: mayAnswer,
  rule({ anomalyId, id, ...said }, { rows, who, when }) {
    const anomaly = rows.get("anomaly", anomalyId)!;
    if (said.as !== "false-alarm" && said.text === "") return refuse("invalid_arguments", "text");
    if (said.rebaseline === true && said.as !== "explained") return refuse("invalid_arguments", "rebaseline");
    const given = { as: said.as, text: said.text, by: who.memberId, at: when.at };
    if (said.as !== "blocker") return answered(anomaly, { ...given, rebaseline: said.rebaseline }, []);
    const keyResultId = anomaly.series.kind === "key-result" ? anomaly.series.id : said.keyResultId;
    const keyResult = keyResultId === undefined ? undefined : rows.get("key-result", keyResultId);
    if (keyResultId === undefined || keyResult === undefined) return refuse("not_found", "keyResultId");
    if (id === undefined) return refuse("invalid_arguments", "id");
    const known = rows.get("blocker", id);
    if (known !== undefined && known.keyResultId !== keyResultId) return refuse("id_conflict", "id");
    if (known === undefined && keyResult.state !== "committed")
      return refuse("key_result_not_running", "keyResultId");
    const blocker = { keyResultId, text: said.text, ownerId: keyResult.ownerId, openedAt: when.at };
    const opened = known === undefined ? [put("blocker", id, blocker)] : [];
    return answered(anomaly, { ...given, keyResultId, blockerId: id }, opened);
  },
});

/** Takes an answer back; a blocker it opened stays, for others may have seen it. */
const reopen = defineMutation({
  args: z.strictObject({ anomalyId: field.rowId }),
  subject: ofAnomaly,
  may: mayAnswer,
  rule: ({ anomalyId }, { rows }) => change("anomaly", rows.get("anomaly", anomalyId)!, { answer: null }),
});

export const mutations = { raise, withdraw, answer, reopen };

function answered(anomaly: RowOf<"anomaly">, given: NonNullable<Anomaly["answer"]>, also: Write[]) {
  const body = patched(bodyOf<"anomaly">(anomaly), { answer: given });
  return { writes: [put("anomaly", anomaly.id, body), ...also] };
}

/** The squad it concerns, who keeps the metric, who owns the key result. */
function ofAnomaly({ anomalyId }: { anomalyId: string }, context: Context): Subject | Refusal {
  const { rows } = context;
  const anomaly = rows.get("anomaly", anomalyId);
  if (anomaly === undefined) return refuse("not_found", "anomalyId");
  const { kind, id } = anomaly.series;
  if (kind === "key-result") {
    const subject = ofKeyResult({ keyResultId: id }, context);
    return "refused" in subject ? {} : subject;
  }
  const metric = rows.get("metric", id);
  return { squadId: anomaly.squadId ?? metric?.squadId, stewardId: metric?.stewardId };
}
