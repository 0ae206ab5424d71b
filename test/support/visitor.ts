/** A browser as far as the server can tell: it keeps cookies, sends its origin, and has an address of its own. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Any request, with nothing added but cookies. */
  send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response>;
  cookies: Map<string, string>;
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body, `any` on purpose: a test says itself what it expects. */
  // biome-ignore lint/suspicious/noExplicitAny: see above
  body: any;
}

interface Requestable {
  request(path: string, init: RequestInit, env: object): Response | Promise<Response>;
}

/** A visitor of an in-process app; `address` is where its connection seems to come from. */
export function visitor(app: Requestable, origin: string, address = "203.0.113.7"): Visitor {
  const cookies = new Map<string, string>();
  const env = { incoming: { socket: { remoteAddress: address } } };

  async function send(path: string, init: RequestInit & { headers?: Record<string, string> }) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(cookie ? { cookie } : {}), ...init.headers };
    const response = await app.request(path, { ...init, headers }, env);
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const sent = method === "GET" ? {} : { origin, "sec-fetch-site": "same-origin" };
    const type = body === undefined ? {} : { "content-type": "application/json" };
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await send(path, { method, headers: { ...sent, ...type, ...headers }, ...init });
    const text = await response.text();
    const json = response.headers.get("content-type")?.startsWith("application/json");
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: json ? JSON.parse(text) : undefined,
    };
  }

  return {
    get: (path, headers) => ask("GET", path, undefined, headers),
    post: (path, body, headers) => ask("POST", path, body, headers),
    put: (path, body, headers) => ask("PUT", path, body, headers),
    delete: (path, body, headers) => ask("DELETE", path, body, headers),
    send,
    cookies,
  };
}
