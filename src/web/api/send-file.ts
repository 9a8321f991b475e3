import { unreachable } from './api-failure.ts';
import { readFailure } from './read-failure.ts';

/** Sends a file as it is. Its name stands in a header and in no address. Throws `ApiFailure`. */
export async function sendFile(path: string, file: File): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      credentials: 'same-origin',
      redirect: 'error',
      body: file,
    });
  } catch {
    throw unreachable();
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw readFailure(response.status, body);
  return body;
}
