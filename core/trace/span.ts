/** A value of an attribute, as OpenTelemetry allows it (https://opentelemetry.io/docs/specs/otel/common/#attribute). */
type AttributeValue = string | number | boolean | readonly string[];

export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Something that happened at one moment of a span. */
export interface SpanEvent {
  name: string;
  atMs: number;
  attributes: Attributes;
}

/** A timed part of a run in OpenTelemetry's words; times in milliseconds since 1970. */
export interface Span {
  /** 32 hexadecimal digits. */
  traceId: string;
  /** 16 hexadecimal digits. */
  spanId: string;
  /** Null for the run itself. */
  parentSpanId: string | null;
  name: string;
  kind: "internal" | "client";
  startMs: number;
  /** Null while it goes on. */
  endMs: number | null;
  attributes: Attributes;
  events: readonly SpanEvent[];
  status: { code: "unset" | "ok" | "error"; message: string };
}
