/**
 * What the HTTP door tells the rooms behind it about a request. It sets these on every request, over whatever the
 * client sent under the same name.
 */

/** The address at the other end of the connection. */
export const clientAddressHeader = "x-countersign-address";

/** The path and query that were asked for. */
export const requestedPathHeader = "x-countersign-path";

/** What the answer's inline scripts carry, as its content security policy says. */
export const nonceHeader = "x-nonce";

/** How an answer of ours is encoded, on its way to the door. */
export const encodingHeader = "x-countersign-encoding";
