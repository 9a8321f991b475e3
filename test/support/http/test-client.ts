/** An answer, its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or text; undefined for a stream, which is ended. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every kind
  readonly body: any;
}

export interface RequestChanges {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** A browser, or a program with a key: keeps cookies, sends the origin of the page with whatever changes something. */
export interface TestClient {
  request(method: string, path: string, changes?: RequestChanges): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  patch(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** What it sends back as cookies. */
  readonly cookies: ReadonlyMap<string, string>;
}

/** A client of the server at an address. With a key, it is a program. */
export function createTestClient(url: string, key?: string): TestClient {
  const cookies = new Map<string, string>();
  const request: TestClient['request'] = async (method, path, { body, headers = {} } = {}) => {
    const all = {
      ...(key === undefined ? { origin: url } : { authorization: `Bearer ${key}` }),
      ...(cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    const kept = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    const response = await fetch(`${url}${path}`, {
      method,
      headers: Object.fromEntries(kept),
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie);
    return { status: response.status, headers: response.headers, body: await bodyOf(response) };
  };
  return {
    request,
    get: (path) => request('GET', path),
    post: (path, body) => request('POST', path, { body }),
    patch: (path, body) => request('PATCH', path, { body }),
    delete: (path) => request('DELETE', path),
    cookies,
  };
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split('; ');
  const at = pair.indexOf('=');
  const isOver = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
  if (isOver) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
}

async function bodyOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return undefined;
  }
  const text = await response.text();
  return type.startsWith('application/json') && text !== '' ? JSON.parse(text) : text;
}
