/** A Content-Disposition that makes a browser save under this name (RFC 6266, with the name as RFC 5987 spells it). */
export function disposition(name: string): string {
  const whole = name.replace(/\p{Surrogate}/gu, "_");
  const plain = whole.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const spelled = encodeURIComponent(whole).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${spelled}`;
}
