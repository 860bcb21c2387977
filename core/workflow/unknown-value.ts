/** What an importer could not know, held in the field itself with the reason why (SPEC F10). */
export interface UnknownValue {
  unknown: string;
}

/** Whether a field holds that it is not known instead of a value. */
export function isUnknown(value: unknown): value is UnknownValue {
  return typeof value === "object" && value !== null && "unknown" in value && typeof value.unknown === "string";
}
