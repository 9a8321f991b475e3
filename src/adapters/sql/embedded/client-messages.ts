/** A message of the PostgreSQL protocol as a client sends it (frontend/backend protocol 3.0, "Message Formats"). */
export interface ClientMessage {
  /** The letter that names it; empty for the first one of a connection. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** The number of a first message that asks for something; undefined for all others. */
  readonly request?: number;
}

export const REQUEST = { ssl: 80877103, gss: 80877104, cancel: 80877102 } as const;

/** Cuts what comes in over a connection into messages; keeps what is not whole yet. */
export function createMessageReader(): (chunk: Uint8Array) => ClientMessage[] {
  let pending = Buffer.alloc(0);
  let isStarted = false;
  const next = (): ClientMessage | undefined => {
    const header = isStarted ? 1 : 0;
    if (pending.length < header + 4) return undefined;
    const end = header + pending.readUInt32BE(header);
    if (pending.length < end) return undefined;
    const bytes = pending.subarray(0, end);
    pending = pending.subarray(end);
    if (isStarted) return { type: String.fromCharCode(bytes[0] ?? 0), bytes };
    const request = bytes.readUInt32BE(4);
    // Asking for encryption is answered and asked again without; everything else starts the session.
    isStarted = request !== REQUEST.ssl && request !== REQUEST.gss;
    return { type: '', bytes, request };
  };
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    const messages: ClientMessage[] = [];
    for (let message = next(); message !== undefined; message = next()) messages.push(message);
    return messages;
  };
}

/** Whether the last answer leaves the session idle (`I`), within a transaction (`T`) or within a failed one (`E`). */
export function sessionStatus(answer: Uint8Array): 'I' | 'T' | 'E' {
  // ReadyForQuery, always the last message: Z, length 5, status.
  const [letter, status] = [answer.at(-6), answer.at(-1)];
  if (letter !== 0x5a) return 'T';
  if (status === 0x54) return 'T';
  return status === 0x45 ? 'E' : 'I';
}

/** The answer to a start: authenticated, the settings drivers look at, ready. */
export function welcome(version: string): Uint8Array {
  const settings = {
    server_version: version,
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    TimeZone: 'UTC',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
  };
  return Buffer.concat([
    message('R', Buffer.from([0, 0, 0, 0])),
    ...Object.entries(settings).map(([name, value]) => message('S', Buffer.from(`${name}\0${value}\0`))),
    message('Z', Buffer.from('I')),
  ]);
}

/** A failure of the host itself, as an error of the class "connection exception". */
export function hostFailure(): Uint8Array {
  return message('E', Buffer.from('SFATAL\0VFATAL\0C08006\0Mthe embedded database failed\0\0'));
}

/** A query without parameters. */
export function simpleQuery(text: string): Uint8Array {
  return message('Q', Buffer.from(`${text}\0`));
}

function message(type: string, body: Uint8Array): Buffer {
  const header = Buffer.alloc(5);
  header.write(type, 0, 'latin1');
  header.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([header, body]);
}
