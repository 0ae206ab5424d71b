import { type Memory, memoryOf } from "../../shared/search/memory.ts";
import { remembering } from "../../shared/search/remembering.ts";
import { noRows, type SearchedKind, searchedKinds } from "../../shared/search/rows.ts";
import { asRow, keyOf, kindOf, type ViewRow } from "../sync/view.ts";
import { useStored } from "./live.ts";
import type { OpenPhone } from "./phones.ts";
import { currentPhone } from "./signed-in.ts";
import { sleep } from "./world.ts";

/** So many rows are read, and so many texts taken in, before the screen may breathe. */
const pageRows = 2000;
const pieceTexts = 500;

/** Changes whenever what this phone remembers may have changed. Undefined until read. */
export function useMemoryMark(): string | undefined {
  return useStored(async (tx) => {
    const cursor = await tx.meta.get("cursor");
    const seq = await tx.meta.get("seq");
    return `${cursor?.epoch} ${cursor?.revision} ${seq} ${await tx.rows.count()}`;
  }, []);
}

let last: { phone: OpenPhone; mark: string; memory: Promise<Memory> } | undefined;

/** The memory of all this phone holds, built when it is first asked for and again only for another `mark`. */
export function memoryAt(mark: string | undefined): Promise<Memory> {
  const phone = currentPhone();
  if (phone === undefined || mark === undefined) return new Promise(() => {});
  if (last?.phone !== phone || last.mark !== mark) {
    const memory = build(phone);
    last = { phone, mark, memory };
    memory.catch(() => {
      if (last?.memory === memory) last = undefined;
    });
  }
  return last.memory;
}

async function build(phone: OpenPhone): Promise<Memory> {
  const rows = noRows();
  const over = await phone.db.read((tx) => tx.overlay.page());
  const changed = new Set(over.map((one) => one.key));
  const take = ({ key, revision, body }: ViewRow) =>
    (rows[kindOf(key) as SearchedKind] as unknown[] | undefined)?.push(asRow({ key, revision, body }));
  for (let after: string | undefined = ""; after !== undefined; ) {
    const from: string = after;
    const page = await phone.db.read((tx) => tx.rows.page(from, pageRows));
    for (const row of page) if (!changed.has(row.key)) take(row);
    const end = page.at(-1);
    after = page.length < pageRows || end === undefined ? undefined : afterwards(end.key);
  }
  for (const { body, ...row } of over) if (body !== null) take({ ...row, body });
  const builder = memoryOf(remembering(rows));
  while (builder.step(pieceTexts)) await sleep(0);
  return builder.done();
}

/** Rows lie in the order of their keys, kind by kind; a kind that is not searched, such as readings, is passed over. */
function afterwards(key: string): string | undefined {
  const kind = kindOf(key);
  if (searchedKinds.some((one) => one === kind)) return key;
  const next = searchedKinds.find((one) => one > kind);
  return next && keyOf(next, "");
}
