import { Hono } from "hono";
import { stream } from "hono/streaming";
import * as z from "zod/mini";
import { largestFile } from "../../shared/attachments/file-limits.ts";
import * as field from "../../shared/sync/field.ts";
import { Refused } from "../errors.ts";
import { type AppContext, door, memberAt } from "../people/session.ts";
import { disposition } from "./disposition.ts";
import { type FilesDeps, openFile, takeFile } from "./files.ts";

const firstByte = z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(largestFile)), 0);

/** `PUT /files/:id[?from=BYTE]`, as application/octet-stream; `GET /files/:id`. Both take `?workspace=ID`. */
export function fileRoutes(deps: FilesDeps) {
  return new Hono<AppContext>()
    .put("/files/:id", door("files"), async (c) => {
      const member = memberAt(c);
      const from = firstByte.safeParse(c.req.query("from"));
      if (!from.success) throw new Refused("invalid_request", { field: "from" });
      if (c.req.header("content-type") !== fileType) throw new Refused("invalid_request", { field: "body" });
      const length = Number(c.req.header("content-length") ?? 0);
      if (length > largestFile) throw new Refused("too_large");
      const part = { from: from.data, length, body: c.req.raw.body };
      return c.json(await takeFile(deps, member, idIn(c.req.param("id")), part));
    })
    .get("/files/:id", door("files"), async (c) => {
      const key = { workspaceId: memberAt(c).workspaceId, attachmentId: idIn(c.req.param("id")) };
      const { attachment, body } = await openFile(deps, key);
      // Whatever it says it is, a browser is to save it and to run nothing of it.
      c.header("Content-Type", fileType);
      c.header("Content-Disposition", disposition(attachment.name));
      c.header("Content-Length", String(attachment.size));
      c.header("Content-Security-Policy", "default-src 'none'; sandbox");
      return stream(
        c,
        async (out) => {
          for await (const piece of body) {
            if (out.aborted) return;
            await out.write(piece);
          }
        },
        async (error, out) => {
          // The head is sent: breaking off is the only way left to say that the file is not whole.
          deps.log.error("file.broken", { error: error.name });
          out.abort();
        },
      );
    });
}

const fileType = "application/octet-stream";

function idIn(id: string): string {
  if (!field.id.safeParse(id).success) throw new Refused("not_found");
  return id;
}
