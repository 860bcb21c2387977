import type { Attributes, Span } from "./span.ts";

const kinds = { internal: 1, client: 3 } as const;
const codes = { unset: 0, ok: 1, error: 2 } as const;

/**
 * Spans as one request of OTLP/HTTP in JSON, as collectors take it at `/v1/traces`: enums as numbers, times in nanoseconds
 * as text (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding). A span that goes on ends now.
 */
export function otlpTrace(spans: readonly Span[], nowMs: number) {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributeList({ "service.name": "countersign" }) },
        scopeSpans: [{ scope: { name: "countersign" }, spans: spans.map((span) => otlpSpan(span, nowMs)) }],
      },
    ],
  };
}

function otlpSpan({ traceId, spanId, parentSpanId, name, kind, startMs, endMs, attributes, events, status }: Span, nowMs: number) {
  return {
    traceId,
    spanId,
    ...(parentSpanId === null ? {} : { parentSpanId }),
    name,
    kind: kinds[kind],
    startTimeUnixNano: nanoseconds(startMs),
    endTimeUnixNano: nanoseconds(endMs ?? nowMs),
    attributes: attributeList(attributes),
    events: events.map((event) => ({ timeUnixNano: nanoseconds(event.atMs), name: event.name, attributes: attributeList(event.attributes) })),
    status: { code: codes[status.code], ...(status.message === "" ? {} : { message: status.message }) },
  };
}

const nanoseconds = (ms: number) => `${BigInt(ms) * 1_000_000n}`;

function attributeList(attributes: Attributes) {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: Attributes[string]): object {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (typeof value === "number") return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  return { arrayValue: { values: value.map(anyValue) } };
}
