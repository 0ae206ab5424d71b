import { describe, expect, test } from "vitest";
import { installOf } from "../../../web/ui/install-way.ts";

const webKit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const iPhone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) ${webKit}`;
const android = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko)";

describe("what a browser that is not the installed app allows", () => {
  test.each([
    ["Safari on an iPhone", `${iPhone} Version/18.4 Mobile/15E148 Safari/604.1`],
    ["Chrome on an iPhone", `${iPhone} CriOS/140.0 Mobile/15E148 Safari/604.1`],
    ["Firefox on an iPhone", `${iPhone} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`],
  ])("%s adds to the home screen by hand", (_name, agent) => expect(installOf(agent, 5)).toBe("by-hand"));

  test("an iPad calls itself a Mac, and only its touch screen tells", () => {
    const agent = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/18.4 Safari/605.1.15`;
    expect(installOf(agent, 5)).toBe("by-hand");
    expect(installOf(agent, 0)).toBe("none");
  });

  test.each([
    ["Slack", `${iPhone} Mobile/15E148 Slack/24.1`],
    ["Teams", `${iPhone} Mobile/15E148 Safari/604.1 Teams/24.1`],
    ["Telegram", `${android} Version/4.0 Chrome/130.0 Mobile Safari/537.36 Telegram-Android/11.2`],
    ["Facebook", `${iPhone} Mobile/15E148 [FBAN/FBIOS;FBAV/480.0]`],
    ["LinkedIn", `${iPhone} Mobile/15E148 [LinkedInApp]/9.30`],
    ["any view within an Android app", `${android} Version/4.0 Chrome/130.0 Mobile Safari/537.36; wv)`],
    ["any view within an iPhone app", `${iPhone} Mobile/15E148`],
  ])("the browser of %s leads elsewhere", (_name, agent) => expect(installOf(agent, 5)).toBe("elsewhere"));

  test.each([
    ["Chrome on Android", `${android} Chrome/140.0 Mobile Safari/537.36`],
    ["Firefox on Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"],
  ])("%s offers it itself or not at all", (_name, agent) => expect(installOf(agent, 0)).toBe("none"));
});
