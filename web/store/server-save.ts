import { ApiError } from "../api-client.ts";

/** What came of saving something on the server; a refusal says which field it is about. */
export type ServerSave<T> = { saved: true; value: T } | { saved: false; code: string; field?: string };

/** Answers a refusal instead of throwing it. */
export async function serverSave<T>(work: Promise<T>): Promise<ServerSave<T>> {
  try {
    return { saved: true, value: await work };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code, field } = error;
    return { saved: false, code, ...(field === undefined ? {} : { field }) };
  }
}
