/** Headers that belong to the request itself, and to whoever sends it. */
const ours =
  /^(host|connection|keep-alive|content-.*|transfer-encoding|te|trailer|upgrade|expect|accept-encoding|user-agent|proxy-.*|forwarded|x-forwarded-.*)$/i;

/** Whether a header by this name may be sent to a source. */
export function isHeaderName(name: string): boolean {
  return /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/.test(name) && !ours.test(name);
}

/** Printable ASCII, so that no value can begin another header; at most 2,000 characters. */
export function isHeaderValue(value: string): boolean {
  return /^[\x21-\x7e]([\x20-\x7e]{0,1998}[\x21-\x7e])?$/.test(value);
}
