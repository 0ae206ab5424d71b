import { expect, test } from "vitest";
import { deviceName } from "../../../web/ui/device-name.ts";
import { zoneName, zones } from "../../../web/ui/zone.ts";

test("a device is called what its owner calls it", () => {
  const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15";
  const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15";
  const android = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)";
  expect(deviceName(`${iphone} Version/18.1 Mobile/15E148 Safari/604.1`)).toBe("iPhone, Safari");
  expect(deviceName(`${iphone} CriOS/131.0 Mobile/15E148 Safari/604.1`)).toBe("iPhone, Chrome");
  expect(deviceName(`${android} Chrome/156.0.0.0 Mobile Safari/537.36`)).toBe("Android phone, Chrome");
  expect(deviceName(`${android} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`)).toBe(
    "Android phone, Samsung Internet",
  );
  expect(deviceName(`${mac} (KHTML, like Gecko) Version/18.1 Safari/605.1.15`)).toBe("Mac, Safari");
  expect(deviceName("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0")).toBe(
    "Linux PC, Firefox",
  );
  expect(deviceName("")).toBe("Unknown device");
});

test("a zone is found by its city and kept under the name it is stored by", () => {
  expect(zoneName("America/Argentina/Buenos_Aires")).toBe("Buenos Aires (America)");
  expect(zoneName("UTC")).toBe("UTC");
  expect(zones("Asia/Calcutta")).toContain("Asia/Calcutta");
});
