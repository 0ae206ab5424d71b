import { describe, expect, test } from "vitest";
import { startWorld } from "../../support/world.ts";

describe("joining", () => {
  test("Ada sets up the workspace, invites Ben, and both know who they are", async () => {
    const { ada, ben } = await startWorld();
    const me = await ada.at.get("/api/me");
    expect(me.body).toEqual({
      person: { id: ada.personId, name: "Ada" },
      device: { id: ada.deviceId, name: "Ada's phone" },
      workspaces: [{ id: ada.workspaceId, name: "Northwind", memberId: ada.memberId, role: "admin" }],
    });
    expect((await ben.at.get("/api/me")).body.workspaces[0].role).toBe("member");
    expect(ben.workspaceId).toBe(ada.workspaceId);
  });
});
