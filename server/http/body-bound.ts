import type { Refusal } from "./allowed-origin.ts";

const maxBodyBytes = 1024 * 1024;

/** Refuses a body that is larger than anything a form sends, before a byte of it is read. */
export function refuseBody(headers: { contentLength: string | undefined; transferEncoding: string | undefined }): Refusal | null {
  if (headers.transferEncoding !== undefined) {
    return { status: 411, message: "Say how long the body is: requests in chunks are not read." };
  }
  if (headers.contentLength === undefined || Number(headers.contentLength) <= maxBodyBytes) return null;
  return { status: 413, message: `The request is larger than ${maxBodyBytes / 1024} KiB. Nothing was changed.` };
}
