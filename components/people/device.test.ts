import { describe, expect, it } from "vitest";
import { deviceOf } from "./device.ts";

describe("deviceOf", () => {
  it("names the browser, not the engines it claims to be", () => {
    const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0";
    expect(deviceOf(edge)).toEqual({ text: "Edge on Windows", isPhone: false });
    const safari = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15";
    expect(deviceOf(safari).text).toBe("Safari on macOS");
  });

  it("tells a phone from a desk", () => {
    const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/150.0 Mobile/15E148 Safari/604.1";
    expect(deviceOf(iphone)).toEqual({ text: "Chrome on iPhone", isPhone: true });
  });

  it("says so when it can't tell", () => {
    expect(deviceOf(null).text).toBe("Unknown device");
    expect(deviceOf("curl/8.5.0").text).toBe("Unknown browser");
  });
});
